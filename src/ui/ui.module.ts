import { Global, Module, type DynamicModule } from '@nestjs/common'
import { Pages } from '../platform/web/page.js'
import { readAssets } from './assets.js'
import { AssetsInUse, PagesInTheReadersLanguage } from './pages.service.js'

/** The face: pages in the reader's language. */
@Global()
@Module({})
export class UiModule {
  /** @param assetsFolder where `npm run build:assets` put its files */
  static for(assetsFolder: string): DynamicModule {
    return {
      module: UiModule,
      providers: [
        { provide: AssetsInUse, useFactory: () => new AssetsInUse(readAssets(assetsFolder)) },
        { provide: Pages, useClass: PagesInTheReadersLanguage },
      ],
      exports: [Pages],
    }
  }
}

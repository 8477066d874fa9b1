import { Module } from '@nestjs/common'
import { DiscoveryModule } from '@nestjs/core'
import { FormAdditionRows } from './data/form-addition-rows.js'
import { FormsInUse } from './use-cases/forms-in-use.js'

/** Forms as data: what other features bring, with what an installation added. */
@Module({
  imports: [DiscoveryModule],
  providers: [FormAdditionRows, FormsInUse],
  exports: [FormsInUse],
})
export class FormsModule {}

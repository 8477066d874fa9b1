import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common'
import { AuditSealer } from '../../../platform/audit/index.js'
import { Config } from '../../../platform/config/config.js'

/** Seals the trail for as long as this process works, unless it only serves pages. */
@Injectable()
export class SealTrail implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly sealer: AuditSealer,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.PROCESS !== 'web') this.sealer.start()
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.sealer.stop()
  }
}

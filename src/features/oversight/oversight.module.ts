import { Module } from '@nestjs/common'
import { AuditSealer } from '../../platform/audit/index.js'
import { AccountsModule } from '../accounts/index.js'
import { AuditApi } from './api/audit.controller.js'
import { EntryRows } from './data/entry-search.js'
import { TrailReader } from './data/trail-reader.js'
import { SealTrail } from './jobs/seal-trail.js'
import { ExportAudit } from './use-cases/export-audit.js'
import { ReadSeal } from './use-cases/read-seal.js'
import { ReadTrail } from './use-cases/read-trail.js'
import { VerifyAudit } from './use-cases/verify-audit.js'
import { AuditPages } from './web/audit.controller.js'

/** Watching over those who watch over people: the trail, its seal and its readers. */
@Module({
  imports: [AccountsModule],
  controllers: [AuditPages, AuditApi],
  providers: [
    AuditSealer,
    SealTrail,
    TrailReader,
    EntryRows,
    ExportAudit,
    VerifyAudit,
    ReadTrail,
    ReadSeal,
  ],
  exports: [ExportAudit, VerifyAudit],
})
export class OversightModule {}

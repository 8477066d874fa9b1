import { Module } from '@nestjs/common'
import { AuditSealer } from '../../platform/audit/index.js'
import { TrailReader } from './data/trail-reader.js'
import { SealTrail } from './jobs/seal-trail.js'
import { ExportAudit } from './use-cases/export-audit.js'
import { VerifyAudit } from './use-cases/verify-audit.js'

/** Watching over those who watch over people: the trail, its seal and its readers. */
@Module({
  providers: [AuditSealer, SealTrail, TrailReader, ExportAudit, VerifyAudit],
  exports: [ExportAudit, VerifyAudit],
})
export class OversightModule {}

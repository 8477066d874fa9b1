import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { ReportChannel } from '../domain/duty-report.js'

/** A row of `duty_report`; what approves it stands with its exception of the same id. */
export interface StoredReport {
  readonly id: string
  readonly number: string
  readonly caseId: string
  readonly sealedReport: Buffer
  readonly toldAt: Date | null
  readonly tellerName: string | null
  readonly channel: ReportChannel | null
  readonly acknowledgedAt: Date | null
  readonly sealedAcknowledgement: Buffer | null
  readonly version: number
}

const columns = `p.id, p.number, p.case_id AS "caseId", p.sealed_report AS "sealedReport",
  p.told_at AS "toldAt", w.display_name AS "tellerName", p.channel,
  p.acknowledged_at AS "acknowledgedAt", p.sealed_acknowledgement AS "sealedAcknowledgement",
  p.version`
const from = 'FROM duty_report p LEFT JOIN worker w ON w.id = p.told_by'

const ofCase = statement(
  'duty-reports.of-case',
  `SELECT ${columns} ${from} WHERE p.case_id = $1 ORDER BY p.number DESC`,
)
const one = statement(
  'duty-reports.one',
  `SELECT ${columns} ${from} WHERE p.case_id = $1 AND p.id = $2`,
)
const next = statement(
  'duty-reports.next',
  `SELECT nextval('duty_report_number_seq')::int AS sequence`,
)
const insert = statement(
  'duty-reports.insert',
  'INSERT INTO duty_report (id, number, case_id, sealed_report) VALUES ($1, $2, $3, $4)',
)
const made = statement(
  'duty-reports.made',
  `UPDATE duty_report SET told_at = $3, told_by = $4, channel = $5, version = version + 1
    WHERE id = $1 AND version = $2 AND told_at IS NULL`,
)
const acknowledged = statement(
  'duty-reports.acknowledged',
  `UPDATE duty_report SET acknowledged_at = $3, sealed_acknowledgement = $4, version = version + 1
    WHERE id = $1 AND version = $2 AND acknowledged_at IS NULL`,
)

/** Reports that the law obliges to, for who manages the case. */
@Injectable()
export class DutyReportsRepository {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  ofCase(caseId: string): Promise<StoredReport[]> {
    return this.database.query<StoredReport>(ofCase, [caseId])
  }

  one(caseId: string, id: string): Promise<StoredReport | undefined> {
    return this.database.first<StoredReport>(one, [caseId, id])
  }

  async nextSequence(): Promise<number> {
    const row = await this.database.first<{ sequence: number }>(next)
    if (row === undefined) throw new Error('duty_report_number_seq gave no number')
    return row.sequence
  }

  async insert(
    report: Pick<StoredReport, 'id' | 'number' | 'caseId' | 'sealedReport'>,
  ): Promise<void> {
    const { id, number, caseId, sealedReport } = report
    await this.database.change(insert, [id, number, caseId, sealedReport])
  }

  /** False when somebody was faster. */
  async made(
    id: string,
    version: number,
    {
      at,
      by,
      channel,
    }: { readonly at: Date; readonly by: string; readonly channel: ReportChannel },
  ): Promise<boolean> {
    return (await this.database.change(made, [id, version, at, by, channel])) > 0
  }

  /** False when somebody was faster. */
  async acknowledged(id: string, version: number, at: Date, sealed: Buffer): Promise<boolean> {
    return (await this.database.change(acknowledged, [id, version, at, sealed])) > 0
  }
}

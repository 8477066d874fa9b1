import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { ExportPurpose } from '../domain/case-export.js'
import type { PaperKind, RemovalReason } from '../domain/paper.js'

/** A document without its content. */
export interface PaperRow {
  readonly id: string
  readonly section: number
  readonly kind: PaperKind
  /** In bytes. */
  readonly size: number
  readonly sealedTitle: Buffer
  readonly addedAt: Date
  readonly addedBy: string
  readonly removedAt: Date | null
  readonly removedBy: string | null
  readonly removedReason: RemovalReason | null
}

/** That something went out as a file. */
export interface ExportRow {
  readonly id: string
  readonly purpose: ExportPurpose
  readonly legalBasis: string | null
  readonly sections: number
  readonly aboutOthers: boolean
  readonly language: string
  readonly madeBy: string
  readonly madeAt: Date
}

const columns = `p.id, p.section, p.kind, p.size, p.sealed_title AS "sealedTitle",
  p.added_at AS "addedAt", a.display_name AS "addedBy", p.removed_at AS "removedAt",
  r.display_name AS "removedBy", p.removed_reason AS "removedReason"`
const from =
  'FROM case_paper p JOIN worker a ON a.id = p.added_by LEFT JOIN worker r ON r.id = p.removed_by'

const ofCase = statement(
  'papers.of-case',
  `SELECT ${columns} ${from} WHERE p.case_id = $1 ORDER BY p.added_at DESC, p.id DESC LIMIT 500`,
)
const one = statement('papers.one', `SELECT ${columns} ${from} WHERE p.case_id = $1 AND p.id = $2`)
const content = statement(
  'papers.content',
  'SELECT sealed_content AS content FROM case_paper WHERE case_id = $1 AND id = $2',
)
const insert = statement(
  'papers.insert',
  `INSERT INTO case_paper (id, case_id, section, kind, size, sealed_title, sealed_content, added_by,
                           added_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
)
const remove = statement(
  'papers.remove',
  `UPDATE case_paper SET sealed_content = NULL, removed_at = $3, removed_by = $4, removed_reason = $5
    WHERE case_id = $1 AND id = $2 AND removed_at IS NULL`,
)
const exportsOf = statement(
  'papers.exports-of',
  `SELECT e.id, e.purpose, e.legal_basis AS "legalBasis", e.sections,
          e.about_others AS "aboutOthers", e.language, w.display_name AS "madeBy",
          e.made_at AS "madeAt"
     FROM case_export e JOIN worker w ON w.id = e.made_by
    WHERE e.case_id = $1 ORDER BY e.made_at DESC, e.id DESC LIMIT 100`,
)
const insertExport = statement(
  'papers.export',
  `INSERT INTO case_export (id, case_id, purpose, legal_basis, sealed_reference, sections,
                            about_others, language, made_by, made_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
)

/** Documents and exports as the policies leave them, inside the open transaction. */
@Injectable()
export class PapersRepository {
  constructor(private readonly database: Database) {}

  /** The newest 500; content is never among it. */
  ofCase(caseId: string): Promise<PaperRow[]> {
    return this.database.query<PaperRow>(ofCase, [caseId])
  }

  one(caseId: string, id: string): Promise<PaperRow | undefined> {
    return this.database.first<PaperRow>(one, [caseId, id])
  }

  /** Sealed; null once it was taken out. */
  async content(caseId: string, id: string): Promise<Buffer | null> {
    return (
      (await this.database.first<{ content: Buffer | null }>(content, [caseId, id]))?.content ??
      null
    )
  }

  async insert(
    paper: Pick<PaperRow, 'id' | 'section' | 'kind' | 'size' | 'sealedTitle' | 'addedAt'> & {
      readonly caseId: string
      readonly sealedContent: Buffer
      readonly addedBy: string
    },
  ): Promise<void> {
    await this.database.change(insert, [
      paper.id,
      paper.caseId,
      paper.section,
      paper.kind,
      paper.size,
      paper.sealedTitle,
      paper.sealedContent,
      paper.addedBy,
      paper.addedAt,
    ])
  }

  /** False where it was taken out before. */
  async remove(
    caseId: string,
    id: string,
    { at, by, reason }: { readonly at: Date; readonly by: string; readonly reason: RemovalReason },
  ): Promise<boolean> {
    return (await this.database.change(remove, [caseId, id, at, by, reason])) === 1
  }

  exportsOf(caseId: string): Promise<ExportRow[]> {
    return this.database.query<ExportRow>(exportsOf, [caseId])
  }

  async insertExport(
    made: Omit<ExportRow, 'madeBy'> & {
      readonly caseId: string
      readonly sealedReference: Buffer | null
      readonly madeBy: string
    },
  ): Promise<void> {
    await this.database.change(insertExport, [
      made.id,
      made.caseId,
      made.purpose,
      made.legalBasis,
      made.sealedReference,
      made.sections,
      made.aboutOthers,
      made.language,
      made.madeBy,
      made.madeAt,
    ])
  }
}

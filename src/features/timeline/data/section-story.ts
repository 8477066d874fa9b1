import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import { newestFirst } from './newest-first.js'

/** That something was written in a section; not what. */
export interface SectionStoryRow {
  readonly id: string
  readonly at: Date
  readonly kind: 'added' | 'changed' | 'removed'
  /** The bit of the section. */
  readonly section: number
  readonly byName: string | null
}

// Who manages the case sees each change; whom a section is shared with, what is added to it.
const ofCase = statement(
  'timeline.section-story',
  `SELECT s.id, date_trunc('milliseconds', s.at) AS at, s.kind, s.section,
          w.display_name AS "byName"
     FROM (SELECT h.id, h.replaced_at AS at, h.section, h.replaced_by AS by_id,
                  CASE WHEN h.removed_reason IS NULL THEN 'changed' ELSE 'removed' END AS kind
             FROM section_history h WHERE h.case_id = $1
            UNION ALL
           SELECT r.id, r.created_at, r.section, r.created_by, 'added'
             FROM section_record r WHERE r.case_id = $1) s
     LEFT JOIN worker w ON w.id = s.by_id
    WHERE true ${newestFirst('s.at', 's.id')}`,
)

/** What was written in the sections of a case, before a place of its timeline. */
@Injectable()
export class SectionStory {
  constructor(private readonly database: Database) {}

  before(place: readonly unknown[]): Promise<SectionStoryRow[]> {
    return this.database.query<SectionStoryRow>(ofCase, place)
  }
}

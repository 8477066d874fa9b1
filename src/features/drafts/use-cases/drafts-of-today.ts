import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { TodayPart, type TodayItem } from '../../today/index.js'
import { OwnDrafts } from './own-drafts.js'

/** What was begun and can be gone on with. */
@Injectable()
export class DraftsOfToday extends TodayPart {
  constructor(private readonly drafts: OwnDrafts) {
    super()
  }

  override async itemsFor(
    actor: WorkerActor,
    _now: Date,
    limit: number,
  ): Promise<readonly TodayItem[]> {
    const drafts = await this.drafts.list(actor, limit)
    return drafts.map(({ title, href, caseId, updatedAt }) => ({
      kind: 'draft',
      title: 'drafts.today',
      facts: { title },
      href,
      about: null,
      caseId,
      due: null,
      since: updatedAt,
    }))
  }
}

import { Controller, Get, Query } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { page, type Page } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { ListReferrals } from '../use-cases/list-referrals.js'
import { dueViewOf, statusViewOf } from './referral-due.js'
import { afterOf, filterOf, listPath, type ListQuery } from './referral-filter.js'
import { ReferralsPage } from './referrals.page.js'

const onAPage = 20

/** The duty desk and the outbox. */
@Controller('referrals')
export class ReferralListPages {
  constructor(
    private readonly referrals: ListReferrals,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('referral.list')
  async list(@CurrentActor() actor: WorkerActor, @Query() query: ListQuery): Promise<Page> {
    const filter = filterOf(query)
    const after = afterOf(query)
    const { items, next } = await this.referrals.run(actor, {
      ...filter,
      urgencies: filter.urgency === undefined ? [] : [filter.urgency],
      after,
      limit: onAPage,
    })
    const now = this.clock.now()
    const side = filter.direction === 'in' ? 'receiver' : 'sender'
    return page(ReferralsPage, {
      filter,
      rows: items.map((row) => ({
        row,
        status: statusViewOf(row, side),
        due: dueViewOf(row, now),
      })),
      desk: filter.direction === 'in' ? await this.referrals.desk(actor) : null,
      firstHref: after === undefined ? undefined : listPath(filter),
      nextHref: next === null ? undefined : listPath(filter, next),
    })
  }
}

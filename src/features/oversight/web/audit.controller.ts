import { Controller, Get, Post, Query } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { page, type Page } from '../../../platform/web/page.js'
import {
  Allow,
  CurrentActor,
  CurrentSignIn,
  OwnTransactions,
} from '../../../platform/web/route-permissions.js'
import type { SignedIn } from '../../../platform/web/signed-in.js'
import { ReadSeal } from '../use-cases/read-seal.js'
import { ReadTrail } from '../use-cases/read-trail.js'
import { VerifyAudit } from '../use-cases/verify-audit.js'
import { askedForIn, filterOf, trailPath } from './audit-filter.js'
import { AuditPage } from './audit.page.js'
import { VerificationPage } from './verification.page.js'

const rowsOnAPage = 50

// What can be verified while somebody waits; the command verifies all of it.
const latestBatches = 10_000

@Controller('audit')
export class AuditPages {
  constructor(
    private readonly readTrail: ReadTrail,
    private readonly readSeal: ReadSeal,
    private readonly verifyAudit: VerifyAudit,
  ) {}

  @Get()
  @Allow('audit.read')
  async trail(
    @CurrentActor() actor: WorkerActor,
    @CurrentSignIn() { timeZone }: SignedIn,
    @Query() query: Record<string, unknown>,
  ): Promise<Page> {
    const asked = askedForIn(query)
    const after = typeof query['after'] === 'string' ? query['after'] : undefined
    const { items, next } = await this.readTrail.run(actor, filterOf(asked, timeZone), {
      after,
      limit: rowsOnAPage,
    })
    return page(AuditPage, {
      asked,
      rows: items,
      seal: await this.readSeal.run(actor),
      firstHref: after === undefined ? undefined : trailPath(asked),
      nextHref: next === null ? undefined : trailPath(asked, next),
    })
  }

  @Post('verify')
  @Allow('audit.verify')
  @OwnTransactions()
  async verify(@CurrentActor() actor: WorkerActor): Promise<Page> {
    return page(VerificationPage, { found: await this.verifyAudit.run(actor, { latestBatches }) })
  }
}

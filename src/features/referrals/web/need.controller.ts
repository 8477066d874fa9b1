import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { isUUID as isUuid } from 'class-validator'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, typedList, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import { isServiceType, type ServiceType } from '../../directory/index.js'
import { DescribeNeed } from '../use-cases/describe-need.js'
import { ReadReferral, type OneReferral } from '../use-cases/read-referral.js'
import { StartReferral } from '../use-cases/start-referral.js'
import { NeedForm } from './draft.forms.js'
import { NeedPage } from './need.page.js'
import { orElsewhere, type Answer } from './or-elsewhere.js'

// A plan of the case may say which service is to be asked.
const isWanted = (service: unknown): service is ServiceType =>
  typeof service === 'string' && isServiceType(service)

const asCaseId = asId('referral.draft', 'case')
const asReferralId = asId('referral.read', 'referral')

/** The first step of a referral: what is needed. From here on it is a draft. */
@Controller()
export class ReferralNeedPages {
  constructor(
    private readonly start: StartReferral,
    private readonly describeNeed: DescribeNeed,
    private readonly read: ReadReferral,
  ) {}

  @Get('cases/:caseId/referrals/new')
  @Allow('referral.draft')
  async newOne(
    @CurrentActor() actor: WorkerActor,
    @Param('caseId', asCaseId) caseId: string,
    @Query('after') after: unknown,
    @Query('service') wanted: unknown,
  ): Answer {
    const beside = await this.start.open(actor, caseId)
    const earlier = isUuid(after) ? await this.earlier(actor, caseId, String(after)) : null
    return page(NeedPage, {
      action: `/cases/${caseId}/referrals/new`,
      beside,
      service: earlier?.preview.service ?? (isWanted(wanted) ? wanted : ''),
      also: [],
      urgency: earlier?.preview.urgency ?? '',
      need: earlier?.preview.need ?? '',
      version: null,
      supersedes: earlier?.referral.id,
      errors: {},
    })
  }

  @Post('cases/:caseId/referrals/new')
  @Allow('referral.draft')
  async begin(
    @CurrentActor() actor: WorkerActor,
    @Param('caseId', asCaseId) caseId: string,
    @Body() body: Typed,
  ): Answer {
    const form = readForm(NeedForm, body)
    const supersedes = typedText(form.values, 'supersedes')
    if (!form.ok) {
      const view = {
        action: `/cases/${caseId}/referrals/new`,
        beside: await this.start.open(actor, caseId),
        ...typedNeed(form.values),
        version: null,
        supersedes: supersedes === '' ? undefined : supersedes,
        errors: form.errors,
      }
      return page(NeedPage, view, 422)
    }
    const { service, also, urgency, need } = form.value
    const [id = ''] = await this.start.several(
      actor,
      caseId,
      { services: [...new Set([service, ...also])], urgency, text: need },
      isUuid(supersedes) ? supersedes : null,
    )
    return afterNeed(form.values, caseId, id)
  }

  /** @throws NotFound also for what is the actor's to see, but not of this case */
  private async earlier(actor: WorkerActor, caseId: string, id: string): Promise<OneReferral> {
    const found = await this.read.run(actor, id)
    if (found.referral.caseId !== caseId) throw new NotFound('referral.read', 'referral', id)
    return found
  }

  @Get('referrals/:id/need')
  @Allow('referral.draft')
  need(@CurrentActor() actor: WorkerActor, @Param('id', asReferralId) id: string): Answer {
    return orElsewhere(id, async () => {
      const { draft, need, ...beside } = await this.describeNeed.open(actor, id)
      return page(NeedPage, {
        action: `/referrals/${id}/need`,
        beside,
        service: draft.service ?? '',
        also: null,
        urgency: draft.urgency ?? '',
        need: need ?? '',
        version: draft.version,
        supersedes: undefined,
        errors: {},
      })
    })
  }

  @Post('referrals/:id/need')
  @Allow('referral.draft')
  keepNeed(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Answer {
    return orElsewhere(id, async () => {
      const form = readForm(NeedForm, body)
      const { caseId, ...rest } = await this.describeNeed.open(actor, id)
      if (!form.ok) {
        const view = {
          action: `/referrals/${id}/need`,
          beside: { caseId, ...rest },
          ...typedNeed(form.values),
          also: null,
          version,
          supersedes: undefined,
          errors: form.errors,
        }
        return page(NeedPage, view, 422)
      }
      const { service, urgency, need } = form.value
      await this.describeNeed.run(actor, id, version, { service, urgency, text: need })
      return afterNeed(form.values, caseId, id)
    })
  }
}

const typedNeed = (values: Typed) => ({
  service: typedText(values, 'service'),
  also: typedList(values, 'also'),
  urgency: typedText(values, 'urgency'),
  need: typedText(values, 'need'),
})

const afterNeed = (values: Typed, caseId: string, id: string): SeeOther =>
  typedText(values, 'then') === 'later'
    ? seeOther(`/cases/${caseId}`, 'said.referrals.saved')
    : seeOther(`/referrals/${id}/unit`)

import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common'
import { isUUID as isUuid } from 'class-validator'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { sectionsOf, type Section } from '../../../platform/access/sections.js'
import { Clock } from '../../../platform/clock/clock.js'
import { readForm, typedList, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import type { FieldErrors } from '../../cases/index.js'
import { ReferralAlreadySent, ReferralIncomplete } from '../domain/sending.errors.js'
import { withheldSections } from '../domain/sector-defaults.js'
import { ChooseSharing } from '../use-cases/choose-sharing.js'
import { ChooseUnit } from '../use-cases/choose-unit.js'
import { DescribeNeed } from '../use-cases/describe-need.js'
import { PreviewReferral } from '../use-cases/preview-referral.js'
import { ReadReferral } from '../use-cases/read-referral.js'
import { SendReferral } from '../use-cases/send-referral.js'
import { StartReferral } from '../use-cases/start-referral.js'
import { CheckPage } from './check.page.js'
import { deskPreviewView } from './desk-preview.view.js'
import { NeedForm, SharingForm, UnitForm } from './draft.forms.js'
import { formTrouble } from './form-trouble.js'
import { NeedPage } from './need.page.js'
import { SharingPage } from './sharing.page.js'
import { UnitChoicePage } from './unit.page.js'

const asCaseId = asId('referral.draft', 'case')
const asReferralId = asId('referral.read', 'referral')

type Answer = Promise<Page | SeeOther>

/** The writing of a referral, step by step. What is written is kept and can be taken up again. */
@Controller()
export class ReferralDraftPages {
  constructor(
    private readonly start: StartReferral,
    private readonly describeNeed: DescribeNeed,
    private readonly chooseUnit: ChooseUnit,
    private readonly chooseSharing: ChooseSharing,
    private readonly preview: PreviewReferral,
    private readonly send: SendReferral,
    private readonly read: ReadReferral,
    private readonly clock: Clock,
  ) {}

  @Get('cases/:caseId/referrals/new')
  @Allow('referral.draft')
  async newOne(
    @CurrentActor() actor: WorkerActor,
    @Param('caseId', asCaseId) caseId: string,
    @Query('after') after: unknown,
  ): Answer {
    const beside = await this.start.open(actor, caseId)
    const earlier = isUuid(after) ? await this.read.run(actor, String(after)) : null
    return page(NeedPage, {
      action: `/cases/${caseId}/referrals/new`,
      beside,
      service: earlier?.preview.service ?? '',
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
    const { service, urgency, need } = form.value
    const id = await this.start.run(
      actor,
      caseId,
      { service, urgency, text: need },
      isUuid(supersedes) ? supersedes : null,
    )
    return afterNeed(form.values, caseId, id)
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

  @Get('referrals/:id/unit')
  @Allow('referral.draft')
  unit(@CurrentActor() actor: WorkerActor, @Param('id', asReferralId) id: string): Answer {
    return orElsewhere(id, () => this.unitPage(actor, id))
  }

  @Post('referrals/:id/unit')
  @Allow('referral.draft')
  keepUnit(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Answer {
    return orElsewhere(id, async () => {
      const form = readForm(UnitForm, body)
      const typed = { version, chosen: typedText(form.values, 'unit') }
      if (!form.ok) return this.unitPage(actor, id, typed, form.errors)
      try {
        await this.chooseUnit.run(actor, id, version, form.value.unit)
      } catch (error) {
        return this.unitPage(actor, id, typed, formTrouble(elseThrown(error), 'unit'))
      }
      return seeOther(`/referrals/${id}/sharing`)
    })
  }

  @Get('referrals/:id/sharing')
  @Allow('referral.draft')
  sharing(@CurrentActor() actor: WorkerActor, @Param('id', asReferralId) id: string): Answer {
    return orElsewhere(id, () => this.sharingPage(actor, id))
  }

  @Post('referrals/:id/sharing')
  @Allow('referral.draft')
  keepSharing(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Answer {
    return orElsewhere(id, async () => {
      const form = readForm(SharingForm, body)
      const typed = { version, chosen: typedList(form.values, 'sections') }
      if (!form.ok) return this.sharingPage(actor, id, typed, form.errors)
      try {
        await this.chooseSharing.run(actor, id, version, form.value.sections)
      } catch (error) {
        return this.sharingPage(actor, id, typed, formTrouble(elseThrown(error), 'sections'))
      }
      return seeOther(`/referrals/${id}/check`)
    })
  }

  @Get('referrals/:id/check')
  @Allow('referral.draft')
  check(@CurrentActor() actor: WorkerActor, @Param('id', asReferralId) id: string): Answer {
    return orElsewhere(id, () => this.checkPage(actor, id))
  }

  @Post('referrals/:id/send')
  @Allow('referral.send')
  sendIt(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
  ): Answer {
    return orElsewhere(id, async () => {
      try {
        await this.send.run(actor, id, version)
      } catch (error) {
        return this.checkPage(actor, id, formTrouble(elseThrown(error)))
      }
      return seeOther(`/referrals/${id}`, 'said.referrals.sent')
    })
  }

  private async unitPage(
    actor: WorkerActor,
    id: string,
    typed?: { readonly version: number; readonly chosen: string },
    errors: FieldErrors = {},
  ): Promise<Page> {
    const { draft, proposals, ...beside } = await this.chooseUnit.options(actor, id)
    const { version, chosen } = typed ?? {
      version: draft.version,
      chosen: draft.toUnitId ?? '',
    }
    return page(
      UnitChoicePage,
      { id, version, beside, proposals, chosen, errors },
      statusOf(errors),
    )
  }

  private async sharingPage(
    actor: WorkerActor,
    id: string,
    typed?: { readonly version: number; readonly chosen: readonly string[] },
    errors: FieldErrors = {},
  ): Promise<Page> {
    const options = await this.chooseSharing.options(actor, id)
    const { draft, offered, ofSector, chosen, consents, caseId, caseNumber, safeContact } = options
    const until = consents.reduce<Date | null>(
      (latest, { validUntil }) => (latest === null || validUntil > latest ? validUntil : latest),
      null,
    )
    const view = {
      id,
      version: typed?.version ?? draft.version,
      beside: { caseId, caseNumber, safeContact },
      unitId: draft.toUnitId ?? '',
      unitName: draft.toUnitName ?? '',
      offered,
      withheld: withheldSections({
        requested: [...ofSector, ...consents.flatMap(({ sections }) => sections)],
        consented: offered,
        sector: draft.toSector ?? 'hotline',
      }),
      // What was agreed to for this unit is the first proposal; the writer takes away.
      chosen: typed?.chosen ?? (chosen.length > 0 ? chosen : widestOf(consents, offered)),
      until,
      errors,
    }
    return page(SharingPage, view, statusOf(errors))
  }

  private async checkPage(actor: WorkerActor, id: string, errors: FieldErrors = {}): Promise<Page> {
    const { draft, before, after, caseId, caseNumber, safeContact } = await this.preview.run(
      actor,
      id,
    )
    const view = {
      id,
      version: draft.version,
      beside: { caseId, caseNumber, safeContact },
      unitName: draft.toUnitName ?? '',
      sections: sectionsOf(draft.requestedSections),
      before: deskPreviewView(before, this.clock.now()),
      after,
      errors,
    }
    return page(CheckPage, view, statusOf(errors))
  }
}

const statusOf = (errors: FieldErrors): number => (Object.keys(errors).length > 0 ? 422 : 200)

// A referral stands on one consent: what two of them allow together cannot be asked for at once.
const widestOf = (
  consents: readonly { readonly sections: readonly Section[] }[],
  offered: readonly Section[],
): readonly Section[] =>
  consents
    .map((consent) => offered.filter((section) => consent.sections.includes(section)))
    .reduce((widest, each) => (each.length > widest.length ? each : widest), [])

const typedNeed = (values: Typed) => ({
  service: typedText(values, 'service'),
  urgency: typedText(values, 'urgency'),
  need: typedText(values, 'need'),
})

const afterNeed = (values: Typed, caseId: string, id: string): SeeOther =>
  typedText(values, 'then') === 'later'
    ? seeOther(`/cases/${caseId}`, 'said.referrals.saved')
    : seeOther(`/referrals/${id}/unit`)

// These two lead to another page; they are no trouble of the form.
const elseThrown = (error: unknown): unknown => {
  if (error instanceof ReferralIncomplete || error instanceof ReferralAlreadySent) throw error
  return error
}

/** A step that comes too early leads to the one before it; a referral already sent, to itself. */
const orElsewhere = async (id: string, work: () => Promise<Page | SeeOther>): Answer => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ReferralIncomplete) return seeOther(`/referrals/${id}/${error.step}`)
    if (error instanceof ReferralAlreadySent) return seeOther(`/referrals/${id}`)
    throw error
  }
}

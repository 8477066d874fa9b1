import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { sectionsOf, type Section } from '../../../platform/access/sections.js'
import { Clock } from '../../../platform/clock/clock.js'
import { readForm, typedList, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import type { FieldErrors } from '../../cases/index.js'
import { ReferralAlreadySent, ReferralIncomplete, BundleNotSent } from '../domain/sending.errors.js'
import type { BundlePlace } from './draft-frame.js'
import { Bundles, type SeenReferral } from '../use-cases/bundles.js'
import { withheldSections } from '../domain/sector-defaults.js'
import { ChooseSharing } from '../use-cases/choose-sharing.js'
import { ChooseUnit } from '../use-cases/choose-unit.js'
import { PreviewReferral } from '../use-cases/preview-referral.js'
import { SendReferral } from '../use-cases/send-referral.js'
import { CheckPage } from './check.page.js'
import { deskPreviewView } from './desk-preview.view.js'
import { SharingForm, UnitForm } from './draft.forms.js'
import { formTrouble } from './form-trouble.js'
import { orElsewhere, type Answer } from './or-elsewhere.js'
import { SharingPage } from './sharing.page.js'
import { UnitChoicePage } from './unit.page.js'

const asReferralId = asId('referral.read', 'referral')

/** The further steps of a draft: which unit, what is shared, a last look, and off it goes. */
@Controller()
export class ReferralDraftPages {
  constructor(
    private readonly chooseUnit: ChooseUnit,
    private readonly chooseSharing: ChooseSharing,
    private readonly preview: PreviewReferral,
    private readonly send: SendReferral,
    private readonly bundles: Bundles,
    private readonly clock: Clock,
  ) {}

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
      const next = (await this.bundles.progress(actor, id))?.next ?? null
      return seeOther(
        next === null ? `/referrals/${id}/check` : `/referrals/${next.id}/${next.step}`,
      )
    })
  }

  @Get('referrals/:id/check')
  @Allow('referral.draft')
  check(@CurrentActor() actor: WorkerActor, @Param('id', asReferralId) id: string): Answer {
    return orElsewhere(id, async () => {
      const next = (await this.bundles.progress(actor, id))?.next ?? null
      return next === null
        ? this.checkPage(actor, id)
        : seeOther(`/referrals/${next.id}/${next.step}`)
    })
  }

  @Post('referrals/:id/send-all')
  @Allow('referral.send')
  sendAll(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @Body() body: Typed,
  ): Answer {
    return orElsewhere(id, async () => {
      const next = (await this.bundles.progress(actor, id))?.next ?? null
      if (next !== null) return seeOther(`/referrals/${next.id}/${next.step}`)
      const all = await this.bundles.previews(actor, id)
      const caseId = all[0]?.caseId ?? ''
      try {
        await this.bundles.send(
          actor,
          all.map(({ draft }) => atTypedVersion(draft.id, body)),
        )
      } catch (error) {
        return this.checkPage(actor, id, bundleTrouble(elseThrown(error)))
      }
      return seeOther(`/cases/${caseId}`, 'said.referrals.all-sent')
    })
  }

  @Post('referrals/:id/by-itself')
  @Allow('referral.draft')
  byItself(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
  ): Answer {
    return orElsewhere(id, async () => {
      const { caseId } = await this.preview.run(actor, id)
      await this.bundles.leave(actor, id, version)
      return seeOther(`/cases/${caseId}`, 'said.referrals.by-itself')
    })
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
    const { draft, proposals, isWidened, ...beside } = await this.chooseUnit.options(actor, id)
    const { version, chosen } = typed ?? {
      version: draft.version,
      chosen: draft.toUnitId ?? '',
    }
    return page(
      UnitChoicePage,
      {
        id,
        version,
        beside,
        bundle: await this.placeOf(actor, draft),
        proposals,
        isWidened,
        chosen,
        errors,
      },
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
    const {
      draft,
      offered,
      ofSector,
      chosen,
      consents,
      caseId,
      caseNumber,
      safeContact,
      keptBack,
    } = options
    const until = consents.reduce<Date | null>(
      (latest, { validUntil }) => (latest === null || validUntil > latest ? validUntil : latest),
      null,
    )
    const view = {
      id,
      version: typed?.version ?? draft.version,
      beside: { caseId, caseNumber, safeContact, keptBack },
      bundle: await this.placeOf(actor, draft),
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

  private async placeOf(
    actor: WorkerActor,
    { id, service }: SeenReferral,
  ): Promise<BundlePlace | undefined> {
    const progress = await this.bundles.progress(actor, id)
    return progress === null || service === null ? undefined : { ...progress, service }
  }

  private async checkPage(actor: WorkerActor, id: string, errors: FieldErrors = {}): Promise<Page> {
    const previews = await this.bundles.previews(actor, id)
    const now = this.clock.now()
    const [first] = previews
    if (first === undefined) throw new ReferralIncomplete('need')
    const { caseId, caseNumber, safeContact, keptBack } = first
    const view = {
      id,
      beside: { caseId, caseNumber, safeContact, keptBack },
      parts: previews.map(({ draft, before, after }) => ({
        id: draft.id,
        number: draft.number,
        version: draft.version,
        unitName: draft.toUnitName ?? '',
        sections: sectionsOf(draft.requestedSections),
        before: deskPreviewView(before, now),
        after,
      })),
      errors,
    }
    return page(CheckPage, view, statusOf(errors))
  }
}

// The version of each as it stood on the page that was looked at.
const atTypedVersion = (id: string, body: Typed) => ({
  id,
  version: Number(typedText(body, `version-${id}`)) || 0,
})

const bundleTrouble = (error: unknown): FieldErrors =>
  error instanceof BundleNotSent
    ? Object.fromEntries(error.troubles.map(({ id, because }) => [`part-${id}`, because]))
    : formTrouble(error)

const statusOf = (errors: FieldErrors): number => (Object.keys(errors).length > 0 ? 422 : 200)

// A referral stands on one consent: what two of them allow together cannot be asked for at once.
const widestOf = (
  consents: readonly { readonly sections: readonly Section[] }[],
  offered: readonly Section[],
): readonly Section[] =>
  consents
    .map((consent) => offered.filter((section) => consent.sections.includes(section)))
    .reduce((widest, each) => (each.length > widest.length ? each : widest), [])

// These two lead to another page; they are no trouble of the form.
const elseThrown = (error: unknown): unknown => {
  if (error instanceof ReferralIncomplete || error instanceof ReferralAlreadySent) throw error
  return error
}

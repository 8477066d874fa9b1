import type { Section } from '../platform/access/sections.js'
import { addDays, localTimeOf, type LocalDate } from '../platform/clock/local-time.js'
import { RecordForm } from '../features/cases/index.js'
import type { DemoStory } from './stories.js'
import type { Stage } from './tell-referral.js'

/** What somebody filled in: a form of a section, and its answers. */
interface Filled {
  readonly section: Section
  readonly form: string
  readonly values: Readonly<Record<string, string | number | boolean | readonly string[]>>
}

/** A form did not take what the fictional world writes into it: one of the two is wrong. */
export class DemoFormRefused extends Error {}

/** Fills in some forms of the case an hour after it was opened, as its worker would. */
export const fillForms = async (
  { app, clock, cast }: Stage,
  story: DemoStory,
  caseId: string,
  { openedAt, madeAt }: { readonly openedAt: Date; readonly madeAt: Date },
): Promise<void> => {
  const at = new Date(Math.min(openedAt.getTime() + 3_600_000, madeAt.getTime()))
  const forms = app.get(RecordForm, { strict: false })
  for (const { section, form, values } of filledOf(story, localTimeOf(at).date))
    await clock.at(at, async () => {
      const place = { caseId, section }
      const recorded = await forms.add(cast.actor(story.lead), place, form, { values })
      if (!recorded.ok) throw new DemoFormRefused(`${form}: ${Object.keys(recorded.errors).join()}`)
    })
}

// Not every case is as far as the next.
const filledOf = (story: DemoStory, today: LocalDate): readonly Filled[] => [
  ...(story.number % 2 === 0 ? [assessmentOf(story, today)] : []),
  ...(story.number % 3 === 0 ? byKind[story.kind](today) : []),
]

const assessmentOf = ({ person }: DemoStory, today: LocalDate): Filled => {
  const { risk } = person.intake(today)
  return {
    section: 'safety',
    form: 'risk-assessment',
    values: {
      assessedOn: today,
      immediateDanger: risk.immediateDanger,
      ...(risk.danger === null ? {} : { danger: risk.danger }),
      riskReasons: risk.reasons,
      level: risk.assessed,
      reasoning: 'Theo lời kể và điều quan sát được khi gặp.',
      protectiveFactors: ['can_call_for_help', 'services'],
    },
  }
}

const service = (serviceType: string): Filled => ({
  section: 'services',
  form: 'service',
  values: {
    serviceType,
    referral: 'service_provided_by_your_agency',
    implementation: 'not_implemented',
  },
})

const digital: Filled = {
  section: 'safety',
  form: 'safety-needs',
  values: {
    staying: 'own_home',
    placeIsSafe: true,
    needs: ['takedown'],
    deviceWatched: false,
    digitalSteps: ['evidence_kept', 'blocked', 'reported'],
  },
}

const byKind: Readonly<Record<DemoStory['kind'], (today: LocalDate) => readonly Filled[]>> = {
  sextortion: () => [digital, service('PSS_BASIC')],
  images: () => [digital, service('TAKEDOWN')],
  partner: () => [
    {
      section: 'legal',
      form: 'legal',
      values: { wishes: ['protection', 'not_now'], legalAid: 'informed' },
    },
    service('LEGAL'),
  ],
  'scam-centre': (today) => [
    {
      section: 'reintegration',
      form: 'reception',
      values: {
        receivedOn: today,
        country: 'KH',
        borderGate: 'Cửa khẩu hư cấu Đồi Gió',
        handedOverBy: 'foreign_police',
        condition: ['tired'],
        needs: ['phone_home', 'doctor'],
      },
    },
    {
      section: 'reintegration',
      form: 'trafficking',
      values: {
        recruitment: ['ThroughAnOnlineAdvertisement'],
        exploitation: ['x_ForcedCriminality'],
        forcedCrimes: ['online_scam'],
        controls: ['x_RestrictsMovement', 'WithholdsDocuments', 'DebtBondage'],
        country: 'KH',
      },
    },
    presumed(today),
  ],
  trafficking: (today) => [presumed(today), service('DOCS')],
}

const presumed = (today: LocalDate): Filled => ({
  section: 'reintegration',
  form: 'victim-status',
  values: {
    status: 'PossibleVictimOfTrafficking',
    decidedOn: today,
    decidedBy: 'Police',
    reflectionFrom: today,
    reflectionUntil: addDays(today, 44),
    nonPunishment: true,
    nonPunishmentDetails: 'Bị ép làm việc; luật sư cần biết sớm.',
  },
})

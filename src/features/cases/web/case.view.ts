import { localTimeOf } from '../../../platform/clock/local-time.js'
import type { Sector } from '../../../platform/access/sectors.js'
import type { Sentence } from '../../../ui/translate.js'
import { provinceOn } from '../../directory/index.js'
import { firstActionDue } from '../domain/risk.js'
import type { IncidentCode } from '../domain/incident-types.js'
import type { SafeContact } from '../domain/case-content.js'
import type { CaseEventRow, ConsentRow, ReferralRow, TaskRow } from '../use-cases/case-panels.js'
import type { CaseOverview, CaseRow } from '../use-cases/read-case.js'

/** How the person is addressed: a sentence for the initials. */
export interface PersonHeading {
  readonly sentence: Sentence
  readonly initials: string
}

/** The first page of a case, ready to be shown. */
export interface CaseView {
  readonly row: CaseRow
  readonly heading: PersonHeading
  readonly ageInYears: number | null
  /** Once somebody asked to see it; undefined while masked, null where nobody knows it. */
  readonly name: string | null | undefined
  readonly place: string | null
  readonly incidentTypes: readonly IncidentCode[]
  readonly safeContact: SafeContact | null
  readonly sectorsToOffer: readonly Sector[]
  /** Child under one law and adult under another: say why both are offered. */
  readonly isBetweenLaws: boolean
  readonly tasks: readonly TaskRow[]
  readonly openReferrals: readonly ReferralRow[]
  readonly consent: ConsentRow | null
  readonly events: readonly CaseEventRow[]
  readonly mayChange: boolean
}

const recentEvents = 6

/** What stands for the name: a form of address and initials, as people say it. */
export const personHeading = ({
  initials,
  ageInYears,
  row,
}: Pick<CaseOverview, 'initials' | 'ageInYears' | 'row'>): PersonHeading => {
  if (initials === null || initials === '') {
    return { sentence: 'cases.person.unnamed', initials: '' }
  }
  return { sentence: addressOf(ageInYears, row.sex), initials }
}

const addressOf = (age: number | null, sex: CaseRow['sex']): Sentence => {
  if (age !== null && age < 18) return 'cases.person.child'
  if (sex !== 'female' && sex !== 'male') return 'cases.person.other'
  return age !== null && age >= 60 ? `cases.person.elder-${sex}` : `cases.person.${sex}`
}

/** The view of what was read, at this instant. */
export const caseView = (overview: CaseOverview, now: Date, name?: string | null): CaseView => {
  const { row, panels } = overview
  const consent = panels.consents.find(({ isLive }) => isLive) ?? null
  return {
    row,
    heading: personHeading(overview),
    ageInYears: overview.ageInYears,
    name,
    place: placeOf(row),
    incidentTypes: overview.incidents.map(({ type }) => type),
    safeContact: overview.safeContact,
    sectorsToOffer: overview.sectorsToOffer,
    isBetweenLaws:
      overview.sectorsToOffer.includes('child-protection') &&
      overview.sectorsToOffer.includes('womens-services'),
    tasks: [...(consent === null ? ownTasks(overview, now) : []), ...panels.tasks],
    openReferrals: panels.referrals.filter(({ isOpen }) => isOpen),
    consent,
    events: [...panels.events, opened(row)]
      .sort((one, other) => other.at.getTime() - one.at.getTime())
      .slice(0, recentEvents),
    mayChange: overview.mayChange,
  }
}

/** Where the person is, as text; null where nobody knows. */
const placeOf = (row: Pick<CaseRow, 'commune' | 'provinceCode' | 'openedAt'>): string | null => {
  const province =
    row.provinceCode === null
      ? null
      : (provinceOn(row.provinceCode, localTimeOf(row.openedAt).date)?.name ?? null)
  return [row.commune, province].filter((part) => part !== null).join(', ') || null
}

const opened = ({ openedAt, leadName }: CaseRow): CaseEventRow => ({
  title: 'cases.event.opened',
  at: openedAt,
  by: leadName,
})

// Until somebody was asked, asking is the first action that the risk puts a clock to.
const ownTasks = ({ row, mayChange }: CaseOverview, now: Date): TaskRow[] => {
  if (!mayChange || row.status !== 'open') return []
  const due = firstActionDue(row.riskLevel, row.openedAt)
  return [
    {
      title: 'cases.task.record-consent',
      href: `/cases/${row.id}/consents/new`,
      due,
      isOverdue: due !== null && due < now,
    },
  ]
}

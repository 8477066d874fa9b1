import { defaultLocale, isLocale, type Locale } from '../../../platform/i18n/index.js'
import { tells, type UnitView } from '../../directory/index.js'
import { isOpen, type ReferralStatus } from '../../referrals/index.js'

/** What a sheet for the person is made of. */
export interface CopyFacts {
  readonly to: Pick<
    UnitView,
    'name' | 'sector' | 'commune' | 'phone' | 'hours' | 'timeZone' | 'isHidden'
  >
  /** Of the unit that sends: whom the person tells to stop. */
  readonly from: Pick<UnitView, 'phone'>
  readonly appointmentAt: Date | null
  /** Who gives the service, once somebody does. */
  readonly contactName: string | null
}

/** What the person takes away, and nothing else. */
export interface PersonsCopy {
  /** Named only where the name could belong to an errand of any day. */
  readonly place: {
    readonly kind: 'health' | 'support'
    readonly name: string | null
    readonly commune: string | null
  }
  readonly appointmentAt: Date | null
  readonly hours: UnitView['hours']
  readonly timeZone: string
  readonly askFor: string | null
  readonly phone: string | null
  readonly stopPhone: string | null
}

/**
 * What the person takes away of a referral. Whoever finds the sheet learns that somebody has an errand
 * at a support service, and numbers to call: no name of a person helped, nothing of what happened, no number of a
 * case. A place is named only in health care, where everybody goes for any reason, and only if its name
 * says nothing; with the name of another goes its commune, so that nobody can wait there.
 */
export const copyFor = ({ to, from, appointmentAt, contactName }: CopyFacts): PersonsCopy => {
  const isHealth = to.sector === 'health'
  const isNamed = isHealth && !to.isHidden && !tells(to.name)
  return {
    place: {
      kind: isHealth ? 'health' : 'support',
      name: isNamed ? to.name : null,
      commune: isNamed ? to.commune : null,
    },
    appointmentAt,
    hours: to.hours,
    timeZone: to.timeZone,
    // Names at a police unit come with a rank.
    askFor:
      contactName === null || to.sector === 'police' || tells(contactName) ? null : contactName,
    phone: to.phone,
    stopPhone: from.phone,
  }
}

/** Numbers that stand on every sheet, whoever carries it: danger, ambulance, children and the young. */
export const emergencyPhones = ['113', '115', '111'] as const

/** Whether there is still, or already, somewhere to go. */
export const isWorthACopy = (status: ReferralStatus, isReadyToSend: boolean): boolean =>
  isOpen(status) || (status === 'draft' && isReadyToSend)

/**
 * The language of the sheet: what was asked for, else the person's own, else that of the country.
 * @param own any code of a language; null where nobody knows
 */
export const copyLanguage = (asked: unknown, own: string | null): Locale =>
  [asked, own].find((one) => isLocale(one)) ?? defaultLocale

import { addDays, type LocalDate } from '../platform/clock/local-time.js'
import { noSafeContact, type IncidentCode, type Intake, type Sex } from '../features/cases/index.js'
import type { Names } from './names.js'
import { narrativeOf, type Address, type DemoKind } from './narratives.js'
import { communes, streets, type DemoProvince } from './places.js'
import type { Chance } from './random.js'

/** Somebody who does not exist, and what they have met with. */
export interface DemoPerson {
  readonly name: string
  readonly sex: Sex
  /** Completed years when the case is opened. */
  readonly age: number
  readonly who: Address
  /** What must be found nowhere in clear: names, numbers, places, words. */
  readonly secrets: readonly string[]
  /** As it is taken down on the day of the intake. */
  readonly intake: (today: LocalDate) => Intake
}

/** Numbers that are given to nobody, each only once. */
export class Phones {
  private last = 0

  next(): string {
    this.last += 1
    return `0900 000 ${String(this.last).padStart(3, '0')}`
  }
}

const ages: Readonly<Record<DemoKind, readonly [number, number]>> = {
  sextortion: [12, 17],
  images: [19, 39],
  'scam-centre': [18, 37],
  partner: [21, 46],
  trafficking: [16, 29],
}

const types: Readonly<Record<DemoKind, readonly IncidentCode[]>> = {
  sextortion: ['csea.sextortion_financial', 'csea.sextortion_sexual', 'csea.grooming'],
  images: ['ncii.threat', 'ncii.distribution', 'ncii.sextortion_financial'],
  'scam-centre': ['tip.forced_criminality_scam'],
  partner: ['gbv.physical_assault', 'tfgbv.surveillance', 'tfgbv.digital_economic_control'],
  trafficking: ['tip.sexual_exploitation', 'tip.forced_marriage', 'tip.forced_labour'],
}

const suspects: Readonly<Record<DemoKind, string>> = {
  sextortion: 'Người quen trên mạng',
  images: 'Người yêu cũ',
  'scam-centre': 'Người môi giới việc làm',
  partner: 'Chồng hoặc chồng cũ',
  trafficking: 'Người rủ đi làm',
}

const codeWords = ['hoa sứ', 'áo mưa', 'bánh bèo', 'chuông gió', 'nước mía', 'vé xe', 'hạt dẻ']

const menAmong: Readonly<Record<DemoKind, number>> = {
  sextortion: 0.3,
  images: 0.1,
  'scam-centre': 0.6,
  partner: 0,
  trafficking: 0,
}

const addressed = (age: number, sex: Sex): Address => {
  if (age < 20) return 'em'
  return sex === 'male' ? 'anh' : 'chị'
}

/** Everything that chance decides about a person is decided in here, in one fixed order. */
export const somebody = (
  kind: DemoKind,
  province: DemoProvince,
  { names, phones, chance }: { names: Names; phones: Phones; chance: Chance },
): DemoPerson => {
  const sex: Sex = chance.happens(menAmong[kind]) ? 'male' : 'female'
  const age = chance.between(...ages[kind])
  const who = addressed(age, sex)
  const name = names.next(chance, sex)
  const phone = phones.next()
  const house = `K${chance.between(11, 98)}/${chance.between(2, 49)} đường ${chance.oneOf(streets)}`
  const address = `${house}, tổ ${chance.between(12, 64)}`
  const narrative = narrativeOf(kind, who, chance)
  const suspect = {
    name: names.next(chance, kind === 'trafficking' && chance.happens(0.5) ? 'female' : 'male'),
    relationship: suspects[kind],
    phone: chance.happens(0.4) ? phones.next() : null,
    accounts: `@thuyen_giay_${chance.between(10_000, 99_999)}`,
  }
  const isMinor = age < 18
  const guardian = {
    name: names.next(chance, chance.happens(0.3) ? 'male' : 'female'),
    relationship: chance.oneOf(['Mẹ', 'Bố', 'Bà ngoại', 'Cô ruột']),
    phone: phones.next(),
    accounts: null,
  }
  const isSuspected = isMinor && chance.happens(0.08)
  const type = chance.oneOf(types[kind])
  const commune = chance.oneOf(communes[province])
  const isOngoing = chance.happens(0.45)
  const daysSince = chance.between(2, 40)
  const knowsBirthday = chance.happens(0.5)
  const codeWord = `${chance.oneOf(codeWords)} ${chance.between(100, 999)}`
  const isInDanger = chance.happens(kind === 'partner' ? 0.3 : 0.08)
  const danger = `Người đe dọa biết chỗ ở và hẹn quay lại trong ${chance.between(2, 6)} ngày tới, gần nhà số ${chance.between(11, 98)} đường ${chance.oneOf(streets)}.`
  const assessed = chance.oneOf(['low', 'medium', 'medium', 'high'] as const)
  const language = kind === 'scam-centre' && chance.happens(0.15) ? 'km' : 'vi'

  return {
    name,
    sex,
    age,
    who,
    secrets: [
      name,
      phone,
      house,
      ...sentencesOf(narrative),
      codeWord,
      suspect.name,
      suspect.accounts,
      ...(suspect.phone === null ? [] : [suspect.phone]),
      ...(isMinor ? [guardian.name, guardian.phone] : []),
      ...(isInDanger ? [danger] : []),
    ],
    intake: (today) => ({
      person: {
        name,
        birthDate: knowsBirthday ? birthDateOf(age, today) : null,
        statedAge: knowsBirthday ? null : age,
        sex,
        language,
        provinceCode: province,
        commune,
        address,
      },
      contact: {
        ...noSafeContact,
        phone,
        channels: kind === 'partner' ? ['message'] : ['call', 'message'],
        when: 'Thứ hai đến thứ sáu, 14 giờ đến 16 giờ',
        codeWord,
        whoMayAnswer: isMinor && !isSuspected ? guardian.relationship : null,
        notes: kind === 'partner' ? 'Không gọi khi chưa nhắn mật khẩu.' : null,
      },
      incident: {
        type,
        otherTypes:
          kind === 'partner' && type !== 'tfgbv.surveillance' ? ['tfgbv.surveillance'] : [],
        occurredOn: addDays(today, -daysSince),
        ongoing: isOngoing,
        facts: [],
        platform: 'Không rõ tên ứng dụng',
        accounts: suspect.accounts,
        narrative,
      },
      perpetrator: suspect,
      caregiver: {
        state: isMinor ? 'known' : 'none',
        informed: isMinor ? !isSuspected : null,
        suspected: isSuspected,
        person: isMinor ? guardian : null,
      },
      risk: {
        assessed,
        reasons: isOngoing && kind === 'sextortion' ? ['active_sextortion'] : [],
        immediateDanger: isInDanger,
        danger: isInDanger ? danger : null,
      },
    }),
  }
}

/** Each sentence by itself: a part that has leaked is found as well as the whole. */
export const sentencesOf = (text: string): string[] => text.match(/\S[^.!?]{12,}[.!?]/g) ?? [text]

// Half a year past the birthday, so that neither the day of the incident nor tomorrow changes the age.
const birthDateOf = (age: number, today: LocalDate): LocalDate => {
  const year = Number(today.slice(0, 4)) - age
  return addDays(`${year}${today.slice(4) === '-02-29' ? '-02-28' : today.slice(4)}`, -180)
}

import { describe, expect, it } from '@jest/globals'
import type { ConsentAnswer, ConsentDraft } from './consent.js'
import { noDetail } from './consent-detail.js'
import { NoConsentRule } from './consent-rules.js'
import {
  basesOpen,
  consentAdvice,
  isVetoHeeded,
  validateConsent,
  type ConsentFacts,
} from './validate-consent.js'

const self: ConsentAnswer = { by: 'self', answer: 'agrees', mode: 'written' }
const mother: ConsentAnswer = { by: 'representative', answer: 'agrees', mode: 'thumbprint' }

const explained = {
  ...noDetail,
  explainedOn: '2026-03-06',
  representative: { name: 'Trần Thị Hoa', relation: 'mother' },
} as const

const aDraft = (some: Partial<ConsentDraft> = {}): ConsentDraft => ({
  basis: 'consent',
  answers: [self, mother],
  explained: true,
  detail: explained,
  unitIds: ['shelter'],
  sections: ['identity', 'safety'],
  purposes: ['services', 'sharing'],
  from: new Date('2026-03-06T08:00:00Z'),
  until: new Date('2026-09-06T08:00:00Z'),
  reason: null,
  ...some,
})

const aged = (ageInYears: number | null, some: Partial<ConsentFacts> = {}): ConsentFacts => ({
  ageInYears,
  onDate: '2026-03-06',
  representative: 'trusted',
  ...some,
})

describe('who must agree', () => {
  it.each([
    [6, [mother], []],
    [6, [self], ['representative_missing']],
    [7, [mother], ['self_missing']],
    [7, [self], ['representative_missing']],
    [7, [self, mother], []],
    [17, [self], ['representative_missing']],
    [18, [self], []],
    [18, [mother], ['self_missing']],
    [null, [self], ['representative_missing']],
  ])('at %p with %j: problems %j', (age, answers, problems) => {
    expect(validateConsent(aDraft({ answers }), aged(age))).toEqual(problems)
  })

  it('hears the no of a child too young to sign', () => {
    const answers = [mother, { ...self, answer: 'refuses' } as const]
    expect(validateConsent(aDraft({ answers }), aged(5))).toEqual(['self_refused'])
  })

  it('hears the no of a trusted representative', () => {
    const answers = [self, { ...mother, answer: 'refuses' } as const]
    expect(validateConsent(aDraft({ answers }), aged(10))).toEqual(['representative_refused'])
    expect(isVetoHeeded(aged(10))).toBe(true)
  })

  it('has no rule for days before the law', () => {
    expect(() => validateConsent(aDraft(), aged(20, { onDate: '2020-01-01' }))).toThrow(
      NoConsentRule,
    )
  })
})

describe('before anything is asked', () => {
  it.each([
    [{ explained: false }, ['not_explained']],
    [{ detail: { ...explained, explainedOn: null } }, ['explained_on_missing']],
    [{ detail: { ...explained, explainedOn: '2026-03-07' } }, ['explained_in_future']],
    [{ detail: { ...explained, explainedOn: '2026-03-01' } }, []],
  ])('the limits of confidentiality are explained: %j → %j', (some, problems) => {
    expect(validateConsent(aDraft(some), aged(30))).toEqual(problems)
  })

  it('what is kept back has a reason, and a reason has what is kept back', () => {
    const keeping = (withheld: string | null, withheldReason: 'fear_of_harm' | null) =>
      validateConsent(aDraft({ detail: { ...explained, withheld, withheldReason } }), aged(30))
    expect(keeping('Không nói với trường.', null)).toEqual(['withheld_needs_reason'])
    expect(keeping('  ', 'fear_of_harm')).toEqual(['withheld_missing'])
    expect(keeping('Không nói với trường.', 'fear_of_harm')).toEqual([])
  })
})

describe('who speaks for a child', () => {
  const spokenFor = (name: string, suspects: readonly string[]) =>
    validateConsent(
      aDraft({ detail: { ...explained, representative: { name, relation: 'other' } } }),
      aged(10, { suspects }),
    )

  it('is named, with what they are to the child', () => {
    const detail = { ...explained, representative: null }
    expect(validateConsent(aDraft({ detail }), aged(10))).toEqual(['representative_unnamed'])
    expect(validateConsent(aDraft({ detail }), aged(30))).toEqual([])
  })

  it.each(['Lê Văn Đức', 'le van duc', 'LÊ  VĂN ĐỨC', 'Đức Lê Văn', 'Lê Văn Đức'.normalize('NFD')])(
    'is nobody whom the case suspects, however the name is written: %s',
    (name) => {
      expect(spokenFor(name, ['Trần Tố', 'Lê Văn Đức'])).toEqual(['representative_is_suspect'])
    },
  )

  it('may be called alike', () => {
    expect(spokenFor('Lê Văn Đạt', ['Lê Văn Đức', ''])).toEqual([])
  })
})

describe('when the representative is suspected', () => {
  const facts = aged(10, { representative: 'suspected' })

  it('their signature is void', () => {
    expect(validateConsent(aDraft(), facts)).toEqual(['representative_suspected'])
  })

  it('their veto is void', () => {
    expect(isVetoHeeded(facts)).toBe(false)
  })

  it('the child’s own interests are the basis, with a reason', () => {
    expect(basesOpen(facts)).toEqual(['vital_interests', 'beneficiary_interests'])
    const draft = aDraft({ basis: 'beneficiary_interests', answers: [self] })
    expect(validateConsent(draft, facts)).toEqual(['basis_needs_reason'])
    const whole = { ...draft, reason: 'Stepfather is the suspect' }
    expect(validateConsent(whole, facts)).toEqual([])
  })

  it('nothing changes for an adult', () => {
    const adult = aged(18, { representative: 'suspected' })
    expect(validateConsent(aDraft({ answers: [self] }), adult)).toEqual([])
    expect(basesOpen(adult)).toContain('consent')
  })
})

describe('a consent', () => {
  it.each<[string, Partial<ConsentDraft>]>([
    ['unit_missing', { unitIds: [] }],
    ['section_missing', { sections: [] }],
    ['purpose_missing', { purposes: [] }],
    ['not_explained', { explained: false }],
    ['expiry_missing', { until: null }],
    ['expiry_not_after_start', { until: new Date('2026-03-06T08:00:00Z') }],
    ['expiry_too_late', { until: new Date('2027-03-08T08:00:00Z') }],
  ])('has a problem %s', (problem, some) => {
    expect(validateConsent(aDraft(some), aged(20))).toEqual([problem])
  })

  it('may last one year', () => {
    const until = new Date('2027-03-06T08:00:00Z')
    expect(validateConsent(aDraft({ until }), aged(20))).toEqual([])
  })

  it('to nameless statistics needs neither unit nor section', () => {
    const draft = aDraft({ purposes: ['reporting'], unitIds: [], sections: [] })
    expect(validateConsent(draft, aged(20))).toEqual([])
  })
})

describe('other bases', () => {
  it('saving a life waits for no signature, but says why and lasts a month at most', () => {
    const draft = aDraft({ basis: 'vital_interests', answers: [], reason: 'Found unconscious' })
    expect(validateConsent(draft, aged(20))).toEqual(['expiry_too_late'])
    const until = new Date('2026-04-05T08:00:00Z')
    expect(validateConsent({ ...draft, until }, aged(20))).toEqual([])
  })

  it('a duty to report is met by a report, not by sharing', () => {
    const draft = aDraft({ basis: 'legal_obligation', answers: [], reason: 'Child abused at home' })
    expect(validateConsent(draft, aged(9))).toEqual(['duty_is_a_report'])
  })
})

describe('good practice', () => {
  it('asks a child of six, whom the law does not ask', () => {
    expect(consentAdvice(aDraft({ answers: [mother] }), aged(6))).toEqual(['ask_child_assent'])
    expect(consentAdvice(aDraft({ answers: [mother] }), aged(5))).toEqual([])
  })

  it('asks a child of thirteen to write', () => {
    const answers = [mother, { ...self, mode: 'verbal' } as const]
    expect(consentAdvice(aDraft({ answers }), aged(13))).toEqual(['ask_written_assent'])
  })

  it('says what the recipient’s sector will not be shown', () => {
    const draft = aDraft({ sections: ['identity', 'psychosocial'] })
    expect(consentAdvice(draft, { ...aged(20), sector: 'police' })).toEqual(['beyond_sector'])
    expect(consentAdvice(draft, { ...aged(20), sector: 'health' })).toEqual([])
  })

  it('says that the law on 16 and 17 wants a lawyer’s eye', () => {
    expect(consentAdvice(aDraft(), aged(16))).toEqual(['verify_law'])
    expect(consentAdvice(aDraft(), aged(18))).toEqual([])
  })
})

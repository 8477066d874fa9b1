import { describe, expect, it } from '@jest/globals'
import { sectors } from '../../../platform/access/sectors.js'
import { locales } from '../../../platform/i18n/index.js'
import { translate } from '../../../ui/translate.js'
import { renderPart } from '../../../ui/testing/page.js'
import { officeHours, serviceTypes } from '../../directory/index.js'
import { copyFor, copyLanguage, isWorthACopy, type CopyFacts } from '../domain/persons-copy.js'
import { CopyPage, CopySheet } from '../web/copy.page.js'
import { copyWords } from './copy-words.js'

/** Words that tell a reader of the sheet what happened, or what a place is for. */
const forbidden = [
  'bạo lực',
  'bạo hành',
  'xâm hại',
  'lạm dụng',
  'quấy rối',
  'tống tiền',
  'mua bán',
  'bóc lột',
  'nạn nhân',
  'hiếp',
  'tội phạm',
  'công an',
  'cảnh sát',
  'tạm lánh',
  'phụ nữ',
  'pháp lý',
  'hồ sơ',
  'chuyển gửi',
  'violen',
  'abus',
  'assault',
  'traffick',
  'exploit',
  'extort',
  'victim',
  'surviv',
  'rape',
  'sexual',
  'police',
  'crime',
  'shelter',
  'women',
  'legal',
  'referral',
  'case number',
  'agress',
  'traite',
  'chantage',
  'sexuel',
  'refuge',
  'femme',
  'juridique',
  'dossier',
  'orientation',
  'bến an',
]

const tellingNames = [
  'Trung tâm hỗ trợ nạn nhân bạo lực gia đình',
  'Phòng chống XÂM HẠI trẻ em',
  'Đội phòng chống mua bán người',
  'Công an phường Hải Châu',
  'Trạm y tế – Điểm tạm lánh',
  'Bệnh viện, phòng khám nạn nhân bị hiếp dâm',
  'Trung tâm Phụ nữ và Phát triển',
  'Clinic for Survivors of Violence',
  'Anti-Trafficking Unit',
  'Centre d’aide aux victimes d’abus',
  'Police judiciaire',
]

const facts = (
  to: Partial<CopyFacts['to']> = {},
  some: Partial<Omit<CopyFacts, 'to'>> = {},
): CopyFacts => ({
  to: {
    name: 'Bệnh viện C Đà Nẵng',
    sector: 'health',
    commune: 'Phường Hải Châu',
    phone: '0236 000 0012',
    hours: officeHours,
    timeZone: 'Asia/Ho_Chi_Minh',
    isHidden: false,
    ...to,
  },
  from: { phone: '0236 000 0001' },
  appointmentAt: null,
  contactName: null,
  ...some,
})

const booked = {
  appointmentAt: new Date('2026-12-01T02:00:00Z'),
  contactName: 'Đại uý Công An Viên',
}

/** Everything somebody reads who finds the sheet. */
const sheet = (of: CopyFacts, language: (typeof locales)[number]): string =>
  renderPart(<CopySheet text={copyWords(copyFor(of), language)} />)
    .replace(/<[^>]+>/g, '\n')
    .normalize('NFC')

const wordsIn = (text: string): string[] =>
  forbidden.filter((word) => text.toLowerCase().includes(word))

describe('the person’s copy', () => {
  it.each(locales.flatMap((language) => serviceTypes.map((service) => ({ language, service }))))(
    'says in $language nothing of why somebody goes to $service',
    ({ language, service }) => {
      // A unit may be called after what it gives.
      const calledAfter = locales.map((locale) => translate(locale)(`code.service.${service}`))
      for (const sector of sectors)
        for (const name of [...tellingNames, ...calledAfter])
          for (const some of [{}, booked]) {
            const text = sheet(facts({ sector, name }, some), language)
            expect({ sector, name, words: wordsIn(text) }).toEqual({ sector, name, words: [] })
            // Elsewhere than in health care any name says it.
            if (sector !== 'health') expect(text).not.toContain(name)
          }
    },
  )

  it('is the same for every service but for its place', () => {
    const [one, ...others] = sectors
      .filter((sector) => sector !== 'health')
      .map((sector) => sheet(facts({ sector, name: sector }), 'vi'))
    expect(others).toEqual(others.map(() => one))
  })

  it('names a hospital like any other, and its commune with it', () => {
    expect(sheet(facts(), 'vi')).toContain('Bệnh viện C Đà Nẵng')
    expect(copyFor(facts()).place).toEqual({
      kind: 'health',
      name: 'Bệnh viện C Đà Nẵng',
      commune: 'Phường Hải Châu',
    })
  })

  it('tells no place whose name is not told, and never a hidden one', () => {
    for (const to of [
      ...tellingNames.map((name) => ({ name })),
      { isHidden: true },
      ...sectors.filter((sector) => sector !== 'health').map((sector) => ({ sector })),
    ])
      expect(copyFor(facts(to)).place).toMatchObject({ name: null, commune: null })
  })

  it('knows a telling name in any spelling', () => {
    for (const name of [
      'trung tam ho tro NAN NHAN',
      'Bệnh viện chống bạo\u00a0lực',
      'Bệnh viện chống bạo-lực',
      'Bệnh viện chống bạo lực'.normalize('NFD'),
      'Hôpital des VICTIMES',
    ])
      expect({ name, told: copyFor(facts({ name })).place.name }).toEqual({ name, told: null })
  })

  it('says when, whom to ask for, what to bring, that one may stop, and where help is at once', () => {
    const text = sheet(
      facts(
        {},
        { appointmentAt: new Date('2026-12-01T02:00:00Z'), contactName: 'Bác sĩ Lê Thị Hạnh' },
      ),
      'en',
    )
    for (const words of [
      'Tuesday 1 December, 09:00',
      'Monday: 07:30–11:30, 13:30–17:00',
      'Bác sĩ Lê Thị Hạnh',
      'Telephone: 0236 000 0012',
      'identity paper',
      'stop at any time',
      'To stop, call: 0236 000 0001',
      '113: emergency',
      '115: ambulance',
      '111: children',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('Sunday')
  })

  it('is whole also where no number is known', () => {
    const text = sheet({ ...facts({ phone: null }), from: { phone: null } }, 'en')
    expect(text).toContain('For a number, ask the person who gave you this sheet')
    expect(text).toContain('To stop, tell the person who gave you this sheet')
    expect(text).not.toMatch(/null|call/)
  })

  it('goes along as a file or on paper under a title that says nothing', () => {
    for (const language of locales) {
      const html = renderPart(
        <CopyPage
          referralId="0b9d6b57-0000-4000-8000-000000000000"
          number="CG-26-00001"
          language={language}
          isTheirOwn
          text={copyWords(copyFor(facts()), language)}
        />,
      )
      const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''
      expect([title.length > 0, wordsIn(title)]).toEqual([true, []])
      expect(sheet(facts(), language)).not.toMatch(/CG-|BA-/)
    }
  })

  it('is in the language asked for, else in the person’s own, else in that of the country', () => {
    expect(copyLanguage('fr', 'en')).toBe('fr')
    expect(copyLanguage(undefined, 'en')).toBe('en')
    expect(copyLanguage('xx', 'fr')).toBe('fr')
    expect(copyLanguage(['fr'], 'km')).toBe('vi')
    expect(copyLanguage(undefined, null)).toBe('vi')
  })

  it('is there while there is somewhere to go', () => {
    expect(isWorthACopy('draft', true)).toBe(true)
    expect(isWorthACopy('draft', false)).toBe(false)
    for (const status of ['requested', 'accepted', 'in_progress', 'on_hold'] as const)
      expect(isWorthACopy(status, true)).toBe(true)
    for (const status of ['rejected', 'expired', 'cancelled', 'completed', 'failed'] as const)
      expect(isWorthACopy(status, true)).toBe(false)
  })
})

import { describe, expect, it } from '@jest/globals'
import { sections } from '../../../platform/access/sections.js'
import { sectors } from '../../../platform/access/sectors.js'
import { locales, type Locale } from '../../../platform/i18n/index.js'
import { renderPart } from '../../../ui/testing/page.js'
import { consentPurposes } from '../domain/consent.js'
import { ConsentPaperPage, ConsentSheet } from '../web/consent-paper.page.js'
import { consentPaper, paperLanguage, type PaperFacts } from './consent-paper.js'

/** Words that tell a reader of the sheet what happened, or what a place is for. */
const forbidden = [
  ...['bạo lực', 'bạo hành', 'xâm hại', 'lạm dụng', 'quấy rối', 'tống tiền', 'mua bán', 'bóc lột'],
  ...['nạn nhân', 'hiếp', 'tội phạm', 'công an', 'cảnh sát', 'tạm lánh', 'phụ nữ', 'pháp lý'],
  ...['hồ sơ', 'chuyển gửi', 'tâm lý', 'tư vấn', 'bến an'],
  ...['violen', 'abus', 'assault', 'traffick', 'exploit', 'extort', 'victim', 'surviv', 'rape'],
  ...['sexual', 'police', 'crime', 'shelter', 'women', 'legal', 'referral', 'case', 'counsel'],
  ...['agress', 'traite', 'chantage', 'sexuel', 'refuge', 'femme', 'juridique', 'dossier'],
]

const everything: PaperFacts = {
  consent: {
    sections,
    purposes: consentPurposes,
    consentsToStatistics: true,
    givenBy: ['self', 'representative'],
    givenAt: new Date('2026-11-01T02:00:00Z'),
    validUntil: new Date('2027-01-31T17:00:00Z'),
  },
  to: { name: 'Bệnh viện C Đà Nẵng', sector: 'health', isHidden: false },
  stopPhone: '0236 000 0001',
}

const sheet = (facts: PaperFacts, language: Locale): string =>
  renderPart(<ConsentSheet text={consentPaper(facts, language)} />)
    .replace(/<[^>]+>/g, '\n')
    .normalize('NFC')

const wordsIn = (text: string): string[] =>
  forbidden.filter((word) => text.toLowerCase().includes(word))

describe('the sheet to sign', () => {
  it.each(locales.flatMap((language) => sectors.map((sector) => ({ language, sector }))))(
    'says in $language nothing of what happened, for a unit of $sector',
    ({ language, sector }) => {
      for (const name of [
        'Công an phường Hải Châu',
        'Trung tâm hỗ trợ nạn nhân bạo lực gia đình',
        'Ngôi nhà Bình yên',
        'Clinic for Survivors of Violence',
      ]) {
        const text = sheet({ ...everything, to: { name, sector, isHidden: false } }, language)
        expect({ name, words: wordsIn(text) }).toEqual({ name, words: [] })
        expect(text).not.toContain(name)
      }
    },
  )

  it('is the same for every place that is not named', () => {
    const [one, ...others] = sectors
      .filter((sector) => sector !== 'health')
      .map((sector) => sheet({ ...everything, to: { ...everything.to, sector } }, 'vi'))
    expect(others).toEqual(others.map(() => one))
  })

  it('names a hospital like any other, and never a hidden one', () => {
    expect(sheet(everything, 'vi')).toContain('Bệnh viện C Đà Nẵng')
    const hidden = { ...everything, to: { ...everything.to, isHidden: true } }
    expect(sheet(hidden, 'vi')).not.toContain('Bệnh viện')
  })

  it('says what was agreed, until when, that one may change one’s mind, and who signs', () => {
    const text = sheet(everything, 'en')
    for (const words of [
      'My health',
      'So that it can help me',
      'without anybody’s name',
      '31 January 2027',
      'Call: 0236 000 0001',
      'My signature or thumbprint',
      'Signature or thumbprint of a parent or guardian',
    ])
      expect(text).toContain(words)
  })

  it('asks nobody to sign who did not answer, and tells nothing that was not agreed', () => {
    const { consent } = everything
    const text = sheet(
      {
        ...everything,
        consent: { ...consent, sections: ['identity'], givenBy: ['self'], purposes: ['services'] },
        stopPhone: null,
      },
      'en',
    )
    expect(text).not.toContain('guardian')
    expect(text).not.toContain('My health')
    expect(text).not.toContain('talk with each other')
    expect(text).toContain('Tell the person who gave me this sheet')
  })

  it('goes along under a title that says nothing, in the language asked for or the person’s own', () => {
    for (const language of locales) {
      const html = renderPart(
        <ConsentPaperPage
          caseId="0b9d6b57-0000-4000-8000-000000000000"
          consentId="0b9d6b57-0000-4000-8000-000000000001"
          number="BA-2026-000001"
          language={language}
          isTheirOwn
          text={consentPaper(everything, language)}
        />,
      )
      const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''
      expect([title.length > 0, wordsIn(title)]).toEqual([true, []])
      expect(sheet(everything, language)).not.toMatch(/BA-|CG-/)
    }
    expect(paperLanguage('fr', 'en')).toBe('fr')
    expect(paperLanguage(['fr'], 'km')).toBe('vi')
    expect(paperLanguage(undefined, 'en')).toBe('en')
  })
})

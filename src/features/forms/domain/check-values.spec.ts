import { describe, expect, it } from '@jest/globals'
import { aForm } from '../testing/a-form.js'
import { checkValues, type CheckGround } from './check-values.js'
import { completeness } from './completeness.js'
import { jsonSchemaOf } from './json-schema.js'
import { sayRow, valueRows } from './value-rows.js'
import { formatter } from '../../../platform/i18n/index.js'

const today = '2026-11-20'
const check = (given: Readonly<Record<string, unknown>>, ground: Partial<CheckGround> = {}) =>
  checkValues(aForm, { title: 'Phiên một', ...given }, { today, ...ground })
const complaintsOf = (given: Readonly<Record<string, unknown>>, ground?: Partial<CheckGround>) => {
  const checked = check(given, ground)
  return checked.ok ? {} : checked.errors
}

describe('what is written in a form', () => {
  it('is kept tidied: one line stays one line, marks are composed, codes stand in order', () => {
    const checked = check({
      title: '  Phie\u0302n \u0000 một\r\nhai ',
      why: 'x',
      closed: true,
      steps: ['appeal', 'first', 'appeal'],
      seats: 12,
      heldOn: '2026-11-20',
    })
    expect(checked).toEqual({
      ok: true,
      values: {
        title: 'Phiên một hai',
        why: 'x',
        closed: true,
        steps: ['first', 'appeal'],
        seats: 12,
        heldOn: '2026-11-20',
      },
    })
  })

  it('is refused without what is needed to save it', () => {
    expect(complaintsOf({ title: '   ' })).toEqual({ title: 'forms.error.missing' })
    expect(complaintsOf({ closed: true })).toEqual({ why: 'forms.error.missing' })
  })

  it('loses what is typed behind a condition that does not hold, whatever it is', () => {
    const checked = check({ closed: false, why: 7 })
    expect(checked).toEqual({ ok: true, values: { title: 'Phiên một', closed: false } })
  })

  it.each([
    [{ title: 'x'.repeat(21) }, 'title', 'forms.error.too-long'],
    [{ title: ['x'] }, 'title', 'forms.error.text'],
    [{ court: 'third' }, 'court', 'forms.error.choice'],
    [{ court: 'old' }, 'court', 'forms.error.choice'],
    [{ steps: 'first' }, 'steps', 'forms.error.choice'],
    [{ steps: ['first', 'third'] }, 'steps', 'forms.error.choice'],
    [{ heldOn: '2026-11-21' }, 'heldOn', 'forms.error.date-to-come'],
    [{ heldOn: '2026-02-31' }, 'heldOn', 'forms.error.date'],
    [{ heldOn: '0026-02-03' }, 'heldOn', 'forms.error.date'],
    [{ nextOn: '2026-11-19' }, 'nextOn', 'forms.error.date-gone-by'],
    [{ closed: 'yes' }, 'closed', 'forms.error.yes-no'],
    [{ seats: '7' }, 'seats', 'forms.error.number'],
    [{ seats: Number.NaN }, 'seats', 'forms.error.number'],
    [{ seats: 91 }, 'seats', 'forms.error.too-large'],
    [{ seats: -1 }, 'seats', 'forms.error.too-small'],
    [{ jury: true }, 'jury', 'forms.error.unknown-field'],
    [{ __proto__: { jury: 1 }, constructor: 1 }, 'constructor', 'forms.error.unknown-field'],
  ])('says what is wrong with %j', (given, field, complaint) => {
    expect(complaintsOf(given)).toEqual({ [field]: complaint })
  })

  it('counts a letter with its marks once', () => {
    expect(complaintsOf({ title: 'ệ'.normalize('NFD').repeat(20) })).toEqual({})
    expect(complaintsOf({ title: '😀'.repeat(20) })).toEqual({})
  })

  it('keeps what was retired since it was written, and takes none of it anew', () => {
    const before = { title: 'Phiên', court: 'old', judge: 'Bà Hoa', nextOn: '2026-01-01' }
    expect(check({ court: 'old', judge: 'Ông Nam', nextOn: '2026-01-01' }, { before })).toEqual({
      ok: true,
      values: { title: 'Phiên một', court: 'old', judge: 'Bà Hoa', nextOn: '2026-01-01' },
    })
    expect(check({ judge: 'Ông Nam' })).toEqual({ ok: true, values: { title: 'Phiên một' } })
  })
})

describe('how complete a record is', () => {
  it('counts what is asked for, as far as it is asked here', () => {
    expect(completeness(aForm, {})).toEqual({ filled: 0, asked: 3 })
    expect(completeness(aForm, { title: 'x', closed: false })).toEqual({ filled: 2, asked: 3 })
    expect(completeness(aForm, { title: 'x', closed: true })).toEqual({ filled: 2, asked: 4 })
  })
})

describe('a record in words', () => {
  const rows = valueRows(aForm, {
    judge: 'Bà Hoa',
    closed: false,
    court: 'old',
    steps: ['first', 'appeal'],
    heldOn: '2026-11-03',
    seats: 12,
  })

  it('says each thing in the order of the form and the language of the reader', () => {
    expect(rows.map((row) => sayRow(row, formatter('en')))).toEqual([
      { label: 'Cấp xét xử (en)', value: 'Toà cũ (en)' },
      { label: 'Ngày xử (en)', value: '3 November 2026' },
      { label: 'Xử kín? (en)', value: 'No' },
      { label: 'Số ghế (en)', value: '12' },
      { label: 'Các cấp (en)', value: 'Sơ thẩm (en); Phúc thẩm (en)' },
      { label: 'Thẩm phán (en)', value: 'Bà Hoa' },
    ])
  })
})

describe('the schema of a form', () => {
  it('says to machines what is needed, what fits and what is no longer asked', () => {
    expect(jsonSchemaOf(aForm, 'en')).toMatchObject({
      $id: 'urn:ben-an:form:hearing:3',
      title: 'Phiên toà (en)',
      required: ['title'],
      additionalProperties: false,
      properties: {
        title: { type: 'string', maxLength: 20 },
        court: {
          oneOf: [{ const: 'first' }, { const: 'appeal' }, { const: 'old', deprecated: true }],
        },
        seats: { type: 'number', minimum: 0, maximum: 90 },
        why: { 'x-when': { field: 'closed', is: ['yes'] }, 'x-required': 'to-save' },
        judge: { deprecated: true },
      },
    })
  })
})

import { describe, expect, it } from '@jest/globals'
import { aForm } from '../testing/a-form.js'
import { readFormBody, typedOf } from './read-form-body.js'

const read = (body: object) => readFormBody(aForm, body, { today: '2026-11-20' })

describe('a posted form', () => {
  it('is read as it was meant, its key and version left alone', () => {
    const body = {
      _csrf: 'x',
      _version: '1',
      title: 'Phiên một',
      court: '',
      'heldOn-day': '3',
      'heldOn-month': '11',
      'heldOn-year': '2026',
      closed: 'no',
      why: 'không giữ',
      seats: '12,5',
      steps: 'appeal',
    }
    expect(read(body)).toMatchObject({
      ok: true,
      values: {
        title: 'Phiên một',
        heldOn: '2026-11-03',
        closed: false,
        seats: 12.5,
        steps: ['appeal'],
      },
    })
  })

  it('comes back as it was typed, with what does not fit', () => {
    const body = {
      title: '',
      'heldOn-day': '31',
      'heldOn-month': '4',
      'heldOn-year': '',
      closed: 'maybe',
      seats: 'nhiều',
      court: 'third',
    }
    expect(read(body)).toEqual({
      ok: false,
      typed: body,
      errors: {
        title: 'forms.error.missing',
        heldOn: 'forms.error.date',
        closed: 'forms.error.yes-no',
        seats: 'forms.error.number',
        court: 'forms.error.choice',
      },
    })
  })

  it.each([
    ['1.500', 1500],
    ['1 500 000', 1_500_000],
    ['1.5', 1.5],
    ['-2', -2],
  ])('takes %s for a number', (typed, value) => {
    const form = {
      ...aForm,
      groups: [
        {
          fields: [{ code: 'sum', kind: 'number', min: -9, label: aForm.title } as const],
        },
      ],
    }
    expect(readFormBody(form, { sum: typed }, { today: '2026-11-20' })).toMatchObject({
      ok: true,
      values: { sum: value },
    })
  })

  it('shows a record so that it is read the same again', () => {
    const values = {
      title: 'Phiên một',
      court: 'first',
      heldOn: '2026-01-03',
      closed: true,
      why: 'Trẻ em',
      seats: 7,
      steps: ['first', 'appeal'],
    }
    expect(read(typedOf(aForm, values))).toMatchObject({ ok: true, values })
  })
})

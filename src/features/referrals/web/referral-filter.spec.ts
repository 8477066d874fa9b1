import { describe, expect, it } from '@jest/globals'
import { afterOf, filterOf, listPath } from './referral-filter.js'

describe('the filter in an address', () => {
  it('comes back as it was written', () => {
    const filter = filterOf({
      direction: 'out',
      status: ['draft', 'requested'],
      urgency: 'urgent',
      service: 'LEGAL',
      number: ' CG-26-00001 ',
      lane: 'question',
    })
    const { searchParams } = new URL(listPath(filter, 'cursor'), 'http://localhost')
    const query = {
      ...Object.fromEntries(searchParams),
      status: searchParams.getAll('status'),
    }
    expect(filterOf(query)).toEqual(filter)
    expect(afterOf(query)).toBe('cursor')
    expect(filter.number).toBe('CG-26-00001')
    expect(filter.lane).toBe('question')
  })

  it('knows of what was sent no lane of the desk', () => {
    expect(filterOf({ direction: 'out', lane: 'mine' }).lane).toBeUndefined()
    expect(filterOf({ direction: 'in', lane: 'mine' }).lane).toBe('mine')
  })

  it('leaves out what makes no sense, and never asks for drafts of others', () => {
    expect(
      filterOf({
        direction: 'up',
        status: ['draft', 'lost'],
        urgency: 'now',
        service: {},
        number: '',
        lane: 'nobody',
      }),
    ).toEqual({
      direction: 'in',
      statuses: [],
      urgency: undefined,
      service: undefined,
      number: undefined,
      lane: undefined,
    })
  })
})

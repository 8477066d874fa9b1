import { expect, it } from '@jest/globals'
import { actions } from '../../../platform/access/decide.js'
import { isKnownDeed } from './deeds.js'

it('has words for everything that is ever asked for', () => {
  expect(actions.filter((action) => !isKnownDeed(action))).toEqual([])
})

import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Shown } from '../../../../test/support/browser.js'
import { AcceptReferral } from '../use-cases/accept-referral.js'
import { PreviewReferral } from '../use-cases/preview-referral.js'
import { ReadReferral } from '../use-cases/read-referral.js'
import { girlsName } from '../testing/referral.builder.js'
import { useReferrals, type Cast, type ReferralWorld } from '../testing/use-referrals.js'

/** Every list of rows on a page, as it stands in the markup, without the links to change them. */
const listsOf = ({ html }: Shown): string[] =>
  (html.match(/<dl class="govuk-summary-list[\s\S]*?<\/dl>/g) ?? []).map((list) =>
    list
      .replace(/\s*<dd class="govuk-summary-list__actions">[\s\S]*?<\/dd>/g, '')
      .replaceAll(' govuk-summary-list__row--no-actions', ''),
  )

describe('what the sender checks', () => {
  const referrals = useReferrals()
  let world: ReferralWorld
  let cast: Cast
  let sender: Browser
  let receiver: Browser

  beforeAll(async () => {
    world = referrals()
    // The due times run from the sending: both sides look at the same moment.
    world.test.clock.standAt(new Date('2026-11-16T09:00:00+07:00'))
    cast = await world.parties()
    sender = await world.test.browserOf(cast.sender)
    receiver = await world.test.browserOf(cast.receiver)
  })

  it('is to the byte what the desk sees, and then what the receiver sees', async () => {
    const draft = await world.build.aDraft(cast)
    const { before, after } = await world.find(PreviewReferral).run(cast.sender.actor, draft.id)
    await world.send(cast, draft)

    const desk = await world.find(ReadReferral).run(cast.receiver.actor, draft.id)
    expect(JSON.stringify(desk.preview)).toBe(JSON.stringify(before))
    expect(desk.sharing).toBeNull()

    await world.find(AcceptReferral).run(cast.receiver.actor, draft.id, draft.version + 1)
    const accepted = await world.find(ReadReferral).run(cast.receiver.actor, draft.id)
    expect(JSON.stringify(accepted.sharing?.content)).toBe(JSON.stringify(after))
  })

  it('stands in the same markup on the page of either side', async () => {
    const draft = await world.build.aDraft(cast)
    const [, before, ...after] = listsOf(await sender.get(`/referrals/${draft.id}/check`))
    expect(after.join('')).toContain(girlsName)
    await world.send(cast, draft)

    const [preview] = listsOf(await receiver.get(`/referrals/${draft.id}`))
    expect(preview).toBe(before)

    await world.find(AcceptReferral).run(cast.receiver.actor, draft.id, draft.version + 1)
    const [, ...shared] = listsOf(await receiver.get(`/referrals/${draft.id}`))
    expect(after.length).toBeGreaterThan(0)
    expect(shared).toEqual(after)
  })
})

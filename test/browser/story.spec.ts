import { expect, it } from '@jest/globals'
import { aCast } from './cast.js'
import {
  audits,
  closeTheLoop,
  findsNothing,
  recordConsent,
  refer,
  seesBothSectorsOffered,
  seesItCounted,
  seesWhatIsShared,
  serve,
  signIn,
  takeIn,
  takeOver,
} from './story.js'
import { describeInBrowser, useBrowser, type Seat, type Stage } from './use-browser.js'

const patience = 240_000

describeInBrowser('one referral travels from child protection to women’s services and back', () => {
  const play = useBrowser()

  const wholeStory = async (stage: Stage, flower: string, seat: Seat): Promise<void> => {
    const cast = await aCast(stage.app.given, flower)
    const seated = async (name: keyof typeof cast) => {
      const person = await stage.person(name, seat)
      await signIn(person, cast[name])
      return person
    }
    const children = cast.sender.unit
    const women = cast.receiver.unit

    const sender = await seated('sender')
    const taken = await takeIn(sender)
    await seesBothSectorsOffered(sender)
    await recordConsent(sender, taken, women)
    const sent = await refer(sender, women)

    const receiver = await seated('receiver')
    await takeOver(receiver, sent, children)
    await seesWhatIsShared(receiver, taken)
    for (const stranger of ['police', 'otherWomensUnit'] as const)
      await findsNothing(await seated(stranger), sent, taken)
    await serve(receiver)

    await closeTheLoop(sender, sent, women)
    await seesItCounted(await seated('receiversSupervisor'), women, '100%')
    await seesItCounted(await seated('sendersSupervisor'), children, '1')
    await audits(await seated('auditor'), taken, cast.sender, cast.receiver)

    expect(stage.complaints).toEqual([])
  }

  it('by people who click', () => play((stage) => wholeStory(stage, 'Hoa Gạo', {})), patience)

  it(
    'without JavaScript',
    () => play((stage) => wholeStory(stage, 'Hoa Sữa', { javaScript: false })),
    patience,
  )

  it(
    'is sent by somebody who only has a keyboard',
    () =>
      play(async (stage) => {
        const cast = await aCast(stage.app.given, 'Hoa Ban')
        const sender = await stage.person('sender', { hands: 'keyboard' })
        await signIn(sender, cast.sender)
        const taken = await takeIn(sender)
        await recordConsent(sender, taken, cast.receiver.unit)
        await refer(sender, cast.receiver.unit)
        expect(stage.complaints).toEqual([])
      }),
    patience,
  )
})

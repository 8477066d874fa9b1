import { beforeEach, describe, expect, it } from '@jest/globals'
import type { TestWorker } from '../../../../test/support/world.js'
import { aRequest, hours, minutes, useAccounts } from '../testing/use-accounts.js'
import type { StartedSession } from './start-session.js'

const story = 'Em kể rằng người đó vẫn nhắn tin mỗi đêm'

describe('a form that came in when the session was locked or over', () => {
  const accounts = useAccounts()
  let lan: TestWorker
  let session: StartedSession

  beforeEach(async () => {
    const { given, startSession } = accounts()
    lan = await given.aWorker(await given.aUnit('hotline'))
    session = await startSession.run({ actor: lan.actor, isKnownDevice: true }, 'cookie')
  })

  const keep = (url: string, body: object, cookie = session.token) =>
    accounts().heldForms.keep(aRequest({ cookie, url, body }))
  const aForm = () => ({ _csrf: session.csrfToken, note: story, sections: ['contact', 'safety'] })
  const kept = async (): Promise<string> => {
    const id = await keep('/cases/1/notes?from=list', aForm())
    if (id === null) throw new Error('the form was not kept')
    return id
  }

  it('waits as it was sent', async () => {
    const id = await kept()

    expect(await accounts().heldForms.find(lan.actor, id)).toEqual({
      id,
      path: '/cases/1/notes?from=list',
      fields: aForm(),
    })
  })

  it('waits even when the session ran out hours ago', async () => {
    accounts().clock.forward(hours(10))

    expect(await accounts().heldForms.find(lan.actor, await kept())).not.toBeNull()
  })

  it('is nobody else’s', async () => {
    const { given, heldForms } = accounts()
    const minh = await given.aWorker(lan.unit, ['caseworker', 'supervisor', 'system-admin'])

    expect(await heldForms.find(minh.actor, await kept())).toBeNull()
  })

  it('is sealed: the database holds neither words nor path', async () => {
    const id = await kept()
    const { rows } = await accounts().owner.query<{ sealed: Buffer }>(
      'SELECT sealed FROM held_form WHERE id = $1',
      [id],
    )

    const sealed = rows[0]?.sealed.toString('latin1') ?? ''
    expect(sealed).not.toBe('')
    expect(sealed).not.toContain(Buffer.from(story).toString('latin1'))
    expect(sealed).not.toContain('/cases')
  })

  it('does not open once it is moved to another person', async () => {
    const { given, heldForms, owner } = accounts()
    const minh = await given.aWorker(lan.unit)
    const id = await kept()
    await owner.query('UPDATE held_form SET worker_id = $2 WHERE id = $1', [id, minh.id])

    expect(await heldForms.find(minh.actor, id)).toBeNull()
  })

  it('is gone after half an hour', async () => {
    const id = await kept()
    accounts().clock.forward(minutes(30))

    expect(await accounts().heldForms.find(lan.actor, id)).toBeNull()
  })

  it('is gone once it went on its way, and when its person signs out', async () => {
    const { heldForms, endSession, signIns } = accounts()
    const [sent, left] = [await kept(), await kept()]
    await heldForms.drop(lan.actor, sent)
    expect(await heldForms.find(lan.actor, sent)).toBeNull()
    expect(await heldForms.find(lan.actor, left)).not.toBeNull()

    const signIn = await signIns.whoIs(aRequest({ cookie: session.token }))
    if (signIn === null) throw new Error('signed in')
    await endSession.current(signIn)
    expect(await heldForms.find(lan.actor, left)).toBeNull()
  })

  it('is not kept without the token of its session’s own pages', async () => {
    expect(await keep('/cases', { note: story })).toBeNull()
    expect(await keep('/cases', { note: story, _csrf: 'made-up' })).toBeNull()
    expect(await keep('/cases', aForm(), 'A'.repeat(43))).toBeNull()
  })

  it.each(['/account/password', '/sign-in', '/lock', '/lock?next=/', '/sign-out', '/hide'])(
    'is never one that holds a password or is a door: %s',
    async (path) => expect(await keep(path, aForm())).toBeNull(),
  )
})

import { beforeAll, describe, expect, it } from '@jest/globals'
import { randomBytes, randomUUID } from 'node:crypto'
import { system, type Actor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { WithdrawConsent } from '../../consents/index.js'
import { CancelReferral } from '../../referrals/index.js'
import { StartReferral } from '../../referrals/use-cases/start-referral.js'
import { useExchange, type ExchangeWorld } from '../testing/use-exchange.js'

/** What a statement smuggled into a transaction could do with links, and what ends a link. */
describe('the walls around one-time links', () => {
  const exchange = useExchange()
  let world: ExchangeWorld
  beforeAll(async () => {
    world = await exchange()
  })

  let number = 0
  const smuggled = <Row extends object>(
    actor: Actor,
    text: string,
    values: unknown[] = [],
  ): Promise<Row[]> =>
    world.referrals
      .find(Transactions)
      .run(actor, () =>
        world.referrals
          .find(Database)
          .query<Row>(statement(`spec.links-${(number += 1)}`, text), values),
      )
  const ownersWord = async (text: string, values: unknown[]): Promise<void> => {
    await world.test.owner.query(text, values)
  }

  it('show a link to who manages the case, and to nobody else', async () => {
    const { referral } = await world.aLink()
    const { sender, sendersColleague, sendersSupervisor, receiver } = world.cast
    const seen = async (actor: Actor): Promise<number> =>
      (await smuggled(actor, 'SELECT id FROM external_link WHERE referral_id = $1', [referral.id]))
        .length
    expect(await seen(sender.actor)).toBe(1)
    expect(await seen(sendersSupervisor.actor)).toBe(1)
    for (const other of [sendersColleague.actor, receiver.actor, system('exchange')])
      expect(await seen(other)).toBe(0)
    await world.referrals.block(sender, referral.caseId)
    try {
      expect(await seen(sender.actor)).toBe(0)
    } finally {
      await ownersWord('DELETE FROM case_block WHERE case_id = $1', [referral.caseId])
    }
  })

  it('show the hash of a code to nobody', async () => {
    await world.aLink()
    await expect(
      smuggled(world.sender.actor, 'SELECT code_hash FROM external_link'),
    ).rejects.toMatchObject({ code: '42501' })
  })

  it('let nobody give tries back, make a link live longer or take back that it was revoked', async () => {
    const { referral } = await world.aLink()
    for (const change of [
      'tries_left = 5',
      `expires_at = now() + interval '1 year'`,
      'opened_at = now()',
      `code_hash = '\\x${'00'.repeat(32)}'`,
    ])
      await expect(
        smuggled(world.sender.actor, `UPDATE external_link SET ${change} WHERE referral_id = $1`, [
          referral.id,
        ]),
      ).rejects.toMatchObject({ code: '42501' })
    await ownersWord('UPDATE external_link SET revoked_at = now() WHERE referral_id = $1', [
      referral.id,
    ])
    await smuggled(
      world.sender.actor,
      'UPDATE external_link SET revoked_at = NULL WHERE referral_id = $1',
      [referral.id],
    ).catch(() => [])
    const { rows } = await world.test.owner.query<{ revoked: boolean }>(
      'SELECT revoked_at IS NOT NULL AS revoked FROM external_link WHERE referral_id = $1',
      [referral.id],
    )
    expect(rows).toEqual([{ revoked: true }])
  })

  it('let nobody make a link to another’s referral, to a unit with the service, or in another’s name', async () => {
    const { id, caseId } = await world.aReferral()
    const inside = await world.referrals.build.aSentReferral(world.cast)
    const { sender, sendersColleague, receiver } = world.cast
    const made = (actor: Actor, by: string, referralId: string, ofCase: string) =>
      smuggled(
        actor,
        `INSERT INTO external_link (id, referral_id, case_id, token_hash, code_hash, created_at,
                                    created_by, expires_at)
         VALUES ($1, $2, $3, $4, $4, now(), $5, now() + interval '1 day')`,
        [randomUUID(), referralId, ofCase, randomBytes(32), by],
      )
    for (const [actor, by, referralId, ofCase] of [
      [receiver.actor, receiver.id, id, caseId],
      [sendersColleague.actor, sendersColleague.id, id, caseId],
      [sender.actor, receiver.id, id, caseId],
      [sender.actor, sender.id, inside.id, inside.caseId],
      [sender.actor, sender.id, id, inside.caseId],
    ] as const)
      await expect(made(actor, by, referralId, ofCase)).rejects.toMatchObject({ code: '42501' })
  })

  it('open the doors of the exchange to the service alone', async () => {
    const { referral, link } = await world.aLink()
    await world.opened(`/x/${link.token}`, link.code)
    const { rows } = await world.test.owner.query<{ id: string; token: Buffer }>(
      'SELECT id, token_hash AS token FROM external_link WHERE referral_id = $1',
      [referral.id],
    )
    const [row] = rows
    for (const actor of [world.sender.actor, world.cast.receiver.actor]) {
      expect(await smuggled(actor, 'SELECT * FROM guard.external_door($1)', [row?.token])).toEqual(
        [],
      )
      expect(await smuggled(actor, 'SELECT * FROM guard.external_preview($1)', [row?.id])).toEqual(
        [],
      )
      expect(
        await smuggled(actor, 'SELECT * FROM guard.try_external_code($1, $1)', [row?.token]),
      ).toEqual([])
      expect(
        await smuggled(
          actor,
          `SELECT guard.external_move($1, 'accepted', NULL, NULL, NULL, gen_random_uuid(), NULL,
                                      gen_random_uuid(), NULL) AS moved`,
          [row?.id],
        ),
      ).toEqual([{ moved: false }])
      await expect(
        smuggled(actor, 'SELECT guard.external_link_holds($1)', [row?.id]),
      ).rejects.toMatchObject({ code: '42501' })
    }
    expect(await world.statusOf(referral.id)).toBe('requested')
  })

  it('let the service itself move nothing but what the receiver may, and only once it was opened', async () => {
    const { referral, link } = await world.aLink()
    const idOf = async (): Promise<string | undefined> =>
      (
        await world.test.owner.query<{ id: string }>(
          'SELECT id FROM external_link WHERE referral_id = $1',
          [referral.id],
        )
      ).rows[0]?.id
    const moved = (to: string, reason: string | null, outcome: string | null) =>
      smuggled<{ moved: boolean }>(
        system('exchange'),
        `SELECT guard.external_move($1, $2, $3, $4, NULL, gen_random_uuid(), NULL,
                                    gen_random_uuid(), NULL) AS moved`,
        [null, to, reason, outcome].map((value, at) => (at === 0 ? linkId : value)),
      )
    const linkId = await idOf()
    expect(await moved('accepted', null, null)).toEqual([{ moved: false }])
    await world.opened(`/x/${link.token}`, link.code)
    for (const [to, reason, outcome] of [
      ['cancelled', 'contact_lost', null],
      ['confirmed', null, null],
      ['in_progress', null, null],
      ['expired', null, null],
      ['completed', null, 'given_in_full'],
      ['rejected', null, null],
      ['accepted', 'no_capacity', null],
    ] as const)
      expect(await moved(to, reason, outcome)).toEqual([{ moved: false }])
    expect(await world.statusOf(referral.id)).toBe('requested')
  })

  it('show no section of the case and no name to whom the code lets in, even after acceptance', async () => {
    const { referral, link, path } = await world.aLink()
    const { browser } = await world.opened(path, link.code)
    await browser.submit(await browser.get(`${path}/accept`), `${path}/accept`, {
      name: 'A',
      position: 'B',
    })
    for (const table of ['person', 'case_section', 'incident', 'cases', 'consent', 'case_key'])
      expect(await smuggled(system('exchange'), `SELECT * FROM ${table}`)).toEqual([])
    const { rows } = await world.test.owner.query(
      'SELECT principal FROM case_access WHERE case_id = $1 AND reason = $2',
      [referral.caseId, 'referral'],
    )
    expect(rows).toEqual([])
    for (const elsewhere of [
      `/referrals/${referral.id}`,
      `/referrals/${referral.id}/form`,
      `/cases/${referral.caseId}`,
      '/notifications',
    ])
      expect((await browser.get(elsewhere)).path).toMatch(/^\/sign-in/)
  })

  it('end a link with its time, the referral, its consent, a newer referral, and its unit’s joining', async () => {
    const endings: Record<
      string,
      (it: Awaited<ReturnType<ExchangeWorld['aLink']>>) => Promise<unknown>
    > = {
      cancelled: async ({ referral }) => {
        const { rows } = await world.test.owner.query<{ version: number }>(
          'SELECT version FROM referral WHERE id = $1',
          [referral.id],
        )
        await world.referrals
          .find(CancelReferral)
          .run(world.sender.actor, referral.id, rows[0]?.version ?? 0, {
            code: 'no_longer_needed',
            note: null,
          })
      },
      'consent withdrawn': ({ referral }) =>
        world.referrals
          .find(WithdrawConsent)
          .run(world.sender.actor, referral.caseId, referral.consentId),
      expired: ({ referral }) =>
        ownersWord(`UPDATE referral SET status = 'expired' WHERE id = $1`, [referral.id]),
      superseded: async ({ referral }) => {
        const newer = await world.referrals
          .find(StartReferral)
          .run(world.sender.actor, referral.caseId, {
            service: 'PSS_BASIC',
            urgency: 'urgent',
            text: 'Như trước.',
          })
        // While the first one waits nobody can do this; what stood so before must be shut as well.
        await ownersWord(
          `UPDATE referral n SET status = 'requested', to_unit_id = o.to_unit_id,
                  consent_id = o.consent_id, supersedes_id = o.id FROM referral o WHERE n.id = $1 AND o.id = $2`,
          [newer, referral.id],
        )
      },
      'unit joined': () =>
        ownersWord('UPDATE unit SET on_ben_an = true WHERE id = $1', [world.outside.id]),
      'link run out': ({ referral }) =>
        ownersWord(
          `UPDATE external_link SET created_at = now() - interval '2 days',
                  expires_at = now() - interval '1 second' WHERE referral_id = $1`,
          [referral.id],
        ),
    }
    for (const [ending, end] of Object.entries(endings)) {
      const it = await world.aLink()
      const { browser } = await world.opened(it.path, it.link.code)
      const form = await browser.get(`${it.path}/accept`)
      const before = await world.statusOf(it.referral.id)
      expect({ ending, before }).toEqual({ ending, before: 'requested' })
      await end(it)
      const after = await world.statusOf(it.referral.id)
      // Inside with the page open, and outside with the right code: nothing works any more.
      const sent = await browser.submit(form, `${it.path}/accept`, { name: 'A', position: 'B' })
      const shown = await browser.get(it.path)
      const anew = await world.test.stranger().postRaw(it.path, { code: it.link.code })
      expect({
        ending,
        statuses: [sent, shown, anew].map(({ status }) => status),
        after: await world.statusOf(it.referral.id),
      }).toEqual({ ending, statuses: [404, 404, 404], after })
      await ownersWord('UPDATE unit SET on_ben_an = false WHERE id = $1', [world.outside.id])
    }
  })
})

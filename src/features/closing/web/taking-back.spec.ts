import { describe, expect, it } from '@jest/globals'
import type { TestWorker } from '../../../../test/support/world.js'
import { statement } from '../../../platform/database/statement.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { NarrowConsent, WithdrawConsent } from '../../consents/index.js'
import { usePlanning, type PlannedCase } from '../../planning/testing/use-planning.js'

interface Agreed extends PlannedCase {
  readonly consentId: string
  readonly womens: string
}

describe('taking back what was agreed, when the case is closed', () => {
  const given = usePlanning()
  const find = <Provider>(type: new (...args: never[]) => Provider): Provider =>
    given().test.app.get(type, { strict: false })

  const aClosedCase = async (): Promise<Agreed> => {
    const planned = await given().aPlannedCase()
    const womens = (await given().aUnit('womens-services')).id
    const consentId = await given().build.aConsent(planned.lead, planned.caseId, womens)
    await given().owner.query(
      `UPDATE cases SET status = 'closed', closed_at = now() WHERE id = $1`,
      [planned.caseId],
    )
    await given().owner.query('SELECT guard.project_case($1)', [planned.caseId])
    return { ...planned, consentId, womens }
  }
  const consentOf = async (id: string) => {
    const { rows } = await given().owner.query<{ why: string | null; sections: number }>(
      'SELECT withdrawn_reason AS why, sections FROM consent WHERE id = $1',
      [id],
    )
    return rows[0]
  }
  let number = 0
  const smuggled = ({ actor }: TestWorker, text: string, values: unknown[]): Promise<number> =>
    find(Transactions).run(actor, () =>
      find(Database).change(statement(`spec.taking-back-${(number += 1)}`, text), values),
    )

  it('is a page of its own, which says first what ends', async () => {
    const { caseId, consentId, lead } = await aClosedCase()
    const browser = await given().test.browserOf(lead)
    const list = await browser.get(`/cases/${caseId}/consents`)
    const path = `/cases/${caseId}/consents/${consentId}/withdraw`
    expect(list.html).toContain(path)
    // Nothing new is agreed to there.
    expect(list.html).not.toContain(`/cases/${caseId}/consents/new`)
    const asked = await browser.get(path)
    expect([asked.status, asked.html.includes(`action="${path}"`)]).toEqual([200, true])
    const unread = await browser.submit(asked, path, { reason: '', note: 'Chị gọi sáng nay.' })
    expect([unread.status, unread.formTo(path)['note']]).toEqual([422, 'Chị gọi sáng nay.'])
    const done = await browser.submit(unread, path, { reason: 'person_asked' })
    expect([done.status, done.path]).toEqual([200, `/cases/${caseId}/consents`])
    expect((await browser.submit(unread, path, { reason: 'person_asked' })).status).toBe(200)
    expect((await consentOf(consentId))?.why).toBe('person_asked')
    const { rows } = await given().owner.query<{ action: string }>(
      `SELECT action FROM audit_entry WHERE case_id = $1 AND action = 'consent.withdraw'`,
      [caseId],
    )
    expect(rows).toHaveLength(1)
  })

  it('can be for a part only', async () => {
    const { caseId, consentId, lead } = await aClosedCase()
    const browser = await given().test.browserOf(lead)
    const path = `/cases/${caseId}/consents/${consentId}/narrow`
    const done = await browser.submit(await browser.get(path), path, { keep: ['contact'] })
    expect(done.path).toBe(`/cases/${caseId}/consents`)
    expect((await consentOf(consentId))?.why).toBe('narrowed')
    const { rows } = await given().owner.query<{ sections: number; live: boolean }>(
      `SELECT sections, withdrawn_at IS NULL AS live FROM consent WHERE narrows_id = $1`,
      [consentId],
    )
    expect(rows).toEqual([{ sections: 1 << 1, live: true }])
  })

  it('goes through the API', async () => {
    const { caseId, consentId, lead, womens } = await aClosedCase()
    const api = await given().test.apiOf(lead)
    const path = `/cases/${caseId}/consents`
    const rest = await api.post(`${path}/${consentId}/narrow`, { keep: ['contact'] })
    expect(rest.status).toBe(201)
    const { rows } = await given().owner.query<{ id: string }>(
      'SELECT id FROM consent WHERE narrows_id = $1',
      [consentId],
    )
    expect((await api.post(`${path}/${rows[0]?.id ?? ''}/withdraw`)).status).toBe(200)
    const more = await api.post(path, {
      basis: 'consent',
      recipientUnitId: womens,
      sections: ['contact'],
      purposes: ['services', 'sharing'],
      selfAnswer: 'agrees',
      representativeAnswer: 'agrees',
      representative: { name: 'Trần Thị Hoa', relation: 'mother' },
      mode: 'verbal',
      explained: true,
      until: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    })
    expect(more.status).toBe(404)
  })

  it('is for who leads it, and nobody else', async () => {
    const { caseId, consentId, lead, colleague, supervisor, stranger } = await aClosedCase()
    for (const who of [colleague, supervisor, stranger]) {
      await expect(find(WithdrawConsent).run(who.actor, caseId, consentId)).rejects.toThrow(
        NotFound,
      )
      await expect(
        find(NarrowConsent).run(who.actor, caseId, consentId, { keep: ['contact'], note: null }),
      ).rejects.toThrow(NotFound)
      expect(
        await smuggled(who, 'UPDATE consent SET withdrawn_at = now() WHERE id = $1', [consentId]),
      ).toBe(0)
    }
    await given().block(lead, caseId)
    await expect(find(WithdrawConsent).run(lead.actor, caseId, consentId)).rejects.toThrow(NotFound)
  })

  it('leaves no way to agree to more, or to what was taken back', async () => {
    const { caseId, consentId, lead } = await aClosedCase()
    const again = (sections: number, narrows: boolean) =>
      smuggled(
        lead,
        `INSERT INTO consent (id, case_id, legal_basis, given_by, mode, recipient_unit_id, sections,
                              purpose, given_at, valid_until, recorded_by, created_at, narrows_id)
         SELECT gen_random_uuid(), case_id, legal_basis, given_by, mode, recipient_unit_id, $2::int,
                purpose, now(), valid_until, recorded_by, now(), CASE WHEN $3 THEN id END
           FROM consent WHERE id = $1`,
        [consentId, sections, narrows],
      )
    await expect(again(1 << 1, false)).rejects.toMatchObject({ code: '42501' })
    await expect(again((1 << 11) - 1, true)).rejects.toMatchObject({ code: '23514' })
    await find(WithdrawConsent).run(lead.actor, caseId, consentId)
    await expect(again(1 << 1, true)).rejects.toMatchObject({ code: '23514' })
  })
})

import { beforeAll, describe, expect, it } from '@jest/globals'
import type { Browser, Shown } from '../../../../test/support/browser.js'
import type { TestUnit, TestWorker } from '../../../../test/support/world.js'
import { girlsName } from '../testing/referral.builder.js'
import { useReferrals, type Cast, type ReferralWorld } from '../testing/use-referrals.js'

describe('several services for one person', () => {
  const referrals = useReferrals()
  let world: ReferralWorld
  let cast: Cast
  let lawyer: TestWorker
  let legalAid: TestUnit
  let sender: Browser

  beforeAll(async () => {
    world = referrals()
    cast = await world.parties()
    legalAid = await world.aUnit('legal-aid')
    lawyer = await world.aWorker(legalAid)
    sender = await world.test.browserOf(cast.sender)
  })

  const idIn = ({ path }: Shown): string => /referrals\/([0-9a-f-]{36})\//.exec(path)?.[1] ?? ''

  /** Two services asked for on one page, their units and sections chosen one after the other. */
  const written = async (): Promise<{ caseId: string; check: Shown; ids: [string, string] }> => {
    const caseId = await world.build.aCase(cast.sender)
    await world.build.aConsent(cast.sender, caseId, cast.receiver.unit.id)
    await world.build.aConsent(cast.sender, caseId, legalAid.id, ['identity', 'incident'])
    const path = `/cases/${caseId}/referrals/new`
    const first = await sender.submit(await sender.get(path), path, {
      service: 'PSS_BASIC',
      also: ['LEGAL'],
      urgency: 'urgent',
      need: 'Cần tư vấn, chỉ gặp nhân viên nữ.',
    })
    const one = idIn(first)
    expect(first.text).toContain('Chuyển gửi 1 trong 2')
    const sharing = await sender.submit(first, `/referrals/${one}/unit`, {
      unit: cast.receiver.unit.id,
    })
    const second = await sender.submit(sharing, `/referrals/${one}/sharing`)
    const other = idIn(second)
    expect(second.text).toContain('Chuyển gửi 2 trong 2')
    const lastSharing = await sender.submit(second, `/referrals/${other}/unit`, {
      unit: legalAid.id,
    })
    const check = await sender.submit(lastSharing, `/referrals/${other}/sharing`)
    return { caseId, check, ids: [one, other] }
  }

  const statusOf = async (id: string): Promise<string | undefined> => {
    const { rows } = await world.owner.query<{ status: string }>(
      'SELECT status FROM referral WHERE id = $1',
      [id],
    )
    return rows[0]?.status
  }

  it('are looked at on one page and sent together, each to its own unit', async () => {
    const { check, ids } = await written()
    expect(check.text).toContain('2 chuyển gửi được gửi cùng lúc')
    expect(check.text).toContain(cast.receiver.unit.name)
    expect(check.text).toContain(legalAid.name)

    const sent = await sender.submit(check, `/referrals/${idIn(check)}/send-all`)

    expect(sent.text).toContain('Đã gửi tất cả')
    expect(await Promise.all(ids.map(statusOf))).toEqual(['requested', 'requested'])
    // Neither receiver learns of the other, nor of the person.
    const desk = await (await world.test.browserOf(lawyer)).get(`/referrals/${ids[1]}`)
    expect(desk.status).toBe(200)
    expect(desk.text).not.toContain(cast.receiver.unit.name)
    expect(desk.text).not.toContain(girlsName)
    expect((await (await world.test.browserOf(lawyer)).get(`/referrals/${ids[0]}`)).status).toBe(
      404,
    )
  })

  it('go all or none: what holds one up is said beside it', async () => {
    const { caseId, check, ids } = await written()
    await world.owner.query(
      `UPDATE consent SET withdrawn_at = now() WHERE case_id = $1 AND recipient_unit_id = $2`,
      [caseId, legalAid.id],
    )

    const refused = await sender.submit(check, `/referrals/${idIn(check)}/send-all`)

    expect(refused.status).toBe(422)
    expect(refused.html).toContain(`href="#part-${ids[1]}"`)
    expect(await Promise.all(ids.map(statusOf))).toEqual(['draft', 'draft'])

    const left = await sender.submit(refused, `/referrals/${ids[1]}/by-itself`)
    expect(left.text).toContain('Đã để riêng')
    const alone = await sender.get(`/referrals/${ids[0]}/check`)
    const sent = await sender.submit(alone, `/referrals/${ids[0]}/send`)
    expect(sent.text).toContain('Đã gửi')
    expect(await Promise.all(ids.map(statusOf))).toEqual(['requested', 'draft'])
  })

  it('name each that cannot go at once', async () => {
    const { caseId, check, ids } = await written()
    await world.owner.query('UPDATE consent SET withdrawn_at = now() WHERE case_id = $1', [caseId])
    const refused = await sender.submit(check, `/referrals/${idIn(check)}/send-all`)
    expect(refused.status).toBe(422)
    for (const id of ids) expect(refused.html).toContain(`href="#part-${id}"`)
    expect(await Promise.all(ids.map(statusOf))).toEqual(['draft', 'draft'])
  })

  it('keep every service, word and choice when something is missing', async () => {
    const caseId = await world.build.aCase(cast.sender)
    const path = `/cases/${caseId}/referrals/new`
    const again = await sender.submit(await sender.get(path), path, {
      service: 'PSS_BASIC',
      also: ['LEGAL', 'HEALTH'],
      need: 'Chỉ gặp nhân viên nữ',
    })
    expect(again.status).toBe(422)
    expect(again.formTo(path)).toMatchObject({
      service: 'PSS_BASIC',
      also: ['HEALTH', 'LEGAL'],
      need: 'Chỉ gặp nhân viên nữ',
    })
    const none = await world.owner.query('SELECT FROM referral WHERE case_id = $1', [caseId])
    expect(none.rowCount).toBe(0)
  })

  it('refuse a service that nobody gives', async () => {
    const caseId = await world.build.aCase(cast.sender)
    const path = `/cases/${caseId}/referrals/new`
    const again = await sender.submit(await sender.get(path), path, {
      service: 'PSS_BASIC',
      also: ['MAGIC'],
      urgency: 'urgent',
      need: 'Cần tư vấn',
    })
    expect(again.status).toBe(422)
    expect(again.formTo(path)).toMatchObject({ need: 'Cần tư vấn', urgency: 'urgent' })
  })

  it('take a need of their own each', async () => {
    const { check, ids } = await written()
    const path = `/referrals/${ids[1]}/need`
    const unit = await sender.submit(await sender.get(path), path, {
      urgency: 'normal',
      need: 'Cần luật sư biết tiếng Anh',
    })
    expect(unit.status).toBe(200)
    const again = await sender.get(`/referrals/${idIn(check)}/check`)
    expect(again.text).toContain('Cần luật sư biết tiếng Anh')
    expect(again.text).toContain('Cần tư vấn, chỉ gặp nhân viên nữ.')
  })

  it('are not sent as they were not looked at', async () => {
    const { check, ids } = await written()
    const path = `/referrals/${ids[1]}/need`
    await sender.submit(await sender.get(path), path, { need: 'Nay cần việc khác' })
    const stale = await sender.submit(check, `/referrals/${idIn(check)}/send-all`)
    expect(stale.status).toBe(412)
    expect(await Promise.all(ids.map(statusOf))).toEqual(['draft', 'draft'])
  })

  it('are sent by no supervisor, nor by who has been kept away from the case', async () => {
    const { caseId, check, ids } = await written()
    const supervisor = await world.test.browserOf(cast.sendersSupervisor)
    const home = await supervisor.get('/account')
    const { _csrf: token = '' } = home.formTo('/account/language')
    const path = `/referrals/${idIn(check)}/send-all`
    expect((await supervisor.postRaw(path, { _csrf: token })).status).toBe(404)

    await world.block(cast.sender, caseId)
    expect((await sender.submit(check, path)).status).toBe(404)
    expect(await Promise.all(ids.map(statusOf))).toEqual(['draft', 'draft'])
  })

  it('are sent once, however often the button is pressed', async () => {
    const { check, ids } = await written()
    const path = `/referrals/${idIn(check)}/send-all`
    await sender.submit(check, path)
    await sender.submit(check, path)
    const { rows } = await world.owner.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM outbox_event
        WHERE type = 'referral.requested' AND subject_id = ANY ($1::uuid[])`,
      [ids],
    )
    expect(rows[0]?.count).toBe(2)
  })

  it('are nobody else’s to send', async () => {
    const { check, ids } = await written()
    for (const stranger of [cast.sendersColleague, cast.receiver, lawyer]) {
      const browser = await world.test.browserOf(stranger)
      expect((await browser.get(`/referrals/${ids[0]}/check`)).status).toBe(404)
      const home = await browser.get('/account')
      const { _csrf: token = '' } = home.formTo('/account/language')
      const tried = await browser.postRaw(`/referrals/${idIn(check)}/send-all`, { _csrf: token })
      expect(tried.status).toBe(404)
    }
    expect(await Promise.all(ids.map(statusOf))).toEqual(['draft', 'draft'])
  })

  it('are written in one request by other systems, all or none', async () => {
    const caseId = await world.build.aCase(cast.sender)
    await world.build.aConsent(cast.sender, caseId, cast.receiver.unit.id)
    const api = await world.test.apiOf(cast.sender)
    const one = {
      service: 'PSS_BASIC',
      urgency: 'urgent',
      need: 'Cần tư vấn',
      toUnitId: cast.receiver.unit.id,
      sections: ['identity'],
      send: true,
    }
    const path = `/cases/${caseId}/referral-bundles`
    const without = await api.post(path, {
      referrals: [one, { ...one, service: 'LEGAL', toUnitId: legalAid.id }],
    })
    expect(without.status).toBe(409)
    const none = await world.owner.query('SELECT FROM referral WHERE case_id = $1', [caseId])
    expect(none.rowCount).toBe(0)

    await world.build.aConsent(cast.sender, caseId, legalAid.id, ['identity'])
    const both = await api.post(path, {
      referrals: [one, { ...one, service: 'LEGAL', toUnitId: legalAid.id }],
    })
    expect(both.status).toBe(201)
    const { rows } = await world.owner.query('SELECT status FROM referral WHERE case_id = $1', [
      caseId,
    ])
    expect(rows).toEqual([{ status: 'requested' }, { status: 'requested' }])
    const { rows: bundles } = await world.owner.query<{ count: number }>(
      'SELECT count(DISTINCT bundle_id)::int AS count FROM referral WHERE case_id = $1',
      [caseId],
    )
    expect(bundles).toEqual([{ count: 1 }])
  })
})

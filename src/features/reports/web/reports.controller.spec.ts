import { beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { useApp } from '../../../../test/support/app.js'
import type { TestUnit, TestWorker } from '../../../../test/support/world.js'
import { RebuildReports } from '../use-cases/rebuild-reports.js'

describe('the reports over HTTP', () => {
  const service = useApp()
  let sender: TestUnit
  let receiver: TestUnit
  let supervisor: TestWorker

  beforeAll(async () => {
    const { given, owner, app } = service()
    sender = await given.aUnit('child-protection')
    receiver = await given.aUnit('womens-services', { name: 'Nhóm Hải Châu' })
    supervisor = await given.aWorker(receiver, ['supervisor'], 'Trần Thị Giám Sát')
    await given.aWorker(receiver, ['caseworker'], 'Lê Thị Hạnh')
    const lan = await given.aWorker(sender, ['caseworker'])
    const [caseId, consentId] = [randomUUID(), randomUUID()]
    await owner.query(
      `INSERT INTO cases (id, number, unit_id, lead_worker_id, risk_level, age_band, sex, opened_at,
                          updated_at)
       VALUES ($1, 'BA-2026-000001', $2, $3, 'high', '16-17', 'female', now(), now())`,
      [caseId, sender.id, lan.id],
    )
    await owner.query(
      `INSERT INTO consent (id, case_id, legal_basis, given_by, mode, recipient_unit_id, sections,
                            purpose, given_at, valid_until, recorded_by, created_at)
       VALUES ($1, $2, 'consent', 'person', 'written', $3, 1, 'service', now(),
               now() + interval '1 year', $4, now())`,
      [consentId, caseId, receiver.id, lan.id],
    )
    for (const [status, hoursWaited] of [
      ['requested', null],
      ['completed', 3],
      ['rejected', 50],
    ] as const)
      await owner.query(
        `INSERT INTO referral (id, number, case_id, from_unit_id, from_worker_id, to_unit_id, service,
           urgency, status, consent_id, sent_at, answer_due_at, answered_at, created_at, updated_at)
         VALUES ($1, $1::uuid::text, $2, $3, $4, $5, 'MHPSS_FOCUSED', 'urgent', $6, $7,
           now() - interval '60 hours', now() - interval '36 hours',
           now() - interval '60 hours' + make_interval(hours => $8), now(), now())`,
        [randomUUID(), caseId, sender.id, lan.id, receiver.id, status, consentId, hoursWaited],
      )
    await app.get(RebuildReports, { strict: false }).run()
  })

  it('show a supervisor the figures, as charts with their tables', async () => {
    const shown = await (await service().browserOf(supervisor)).get('/reports')

    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Nhóm Hải Châu')
    expect(shown.text).toContain('Chuyển gửi đến đang mở 1')
    expect(shown.text).toContain('Quá hạn phản hồi 1 lâu nhất 1 ngày')
    // One in time, one late, one still without an answer.
    expect(shown.text).toContain('Phản hồi trong 24 giờ 33%')
    expect(shown.html).toContain('Cam kết 24 giờ')
    expect(shown.html.match(/<svg[^>]*role="img"/g)).toHaveLength(2)
    expect(shown.html.match(/<table/g)).toHaveLength(3)
    expect(shown.text).toContain('Lê Thị Hạnh')
    expect(shown.html).not.toContain('BA-2026-000001')
  })

  it('speak the three languages', async () => {
    const browser = await service().browserOf(supervisor)
    expect((await browser.get('/reports?lang=en')).text).toContain('Answered within 24 hours 33%')
    expect((await browser.get('/reports?lang=fr')).text).toContain('Réponse en 24 heures 33')
  })

  it('are not there for caseworkers, auditors and administrators', async () => {
    const test = service()
    const absent = await (await test.browserOf(supervisor)).get('/reports/nothing-here')
    for (const role of ['caseworker', 'auditor', 'unit-admin', 'system-admin'] as const) {
      const other = await test.given.aWorker(receiver, [role])
      const shown = await (await test.browserOf(other)).get('/reports')
      expect([shown.status, shown.text.includes('Nhóm Hải Châu')]).toEqual([404, false])
      expect((await (await test.apiOf(other)).get('/reports/referrals-of-unit')).status).toBe(404)
    }
    expect(absent.status).toBe(404)
  })

  it('give a supervisor no area, and a coordinator no unit', async () => {
    const test = service()
    const coordinator = await test.given.aWorker(receiver, ['coordinator'])

    expect((await (await test.browserOf(supervisor)).get('/reports/area')).status).toBe(404)
    expect((await (await test.apiOf(coordinator)).get('/reports/workload-of-unit')).status).toBe(
      404,
    )
  })

  it('show a coordinator counts with small ones hidden', async () => {
    const test = service()
    const coordinator = await test.given.aWorker(receiver, ['coordinator'])

    const shown = await (await test.browserOf(coordinator)).get('/reports')
    const answer = await (
      await test.apiOf(coordinator)
    ).get('/reports/referrals-of-area?province=48')

    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Số từ 1 đến 4 được ẩn')
    expect(answer.body).toMatchObject({
      totals: { accepted: null, returned: null, late: null, total: null },
    })
  })

  it('answer other systems in figures', async () => {
    const api = await service().apiOf(supervisor)

    expect((await api.get('/reports/answers-of-unit')).body).toMatchObject({
      name: 'answers-of-unit',
      rows: [{ service: 'MHPSS_FOCUSED', answered: 2, inTime: 1, notInTime: 2, beforeDue: 1 }],
    })
    expect((await api.get('/reports/referrals-of-unit')).body).toMatchObject({
      open: { in: { waiting: 1, underWay: 0, late: 1 } },
    })
    expect((await api.get('/reports/anything-else')).status).toBe(404)
    expect((await api.get('/reports/referrals-of-unit?direction=up')).status).toBe(422)
  })
})

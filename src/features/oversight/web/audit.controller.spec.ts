import { beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { useApp } from '../../../../test/support/app.js'
import type { Browser } from '../../../../test/support/browser.js'
import type { TestWorker } from '../../../../test/support/world.js'
import { maskOf } from '../../../platform/access/sections.js'
import { AuditSealer, AuditTrail } from '../../../platform/audit/index.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { translate } from '../../../ui/translate.js'

describe('the auditor’s pages', () => {
  const test = useApp()
  let lan: TestWorker
  let auditor: TestWorker
  let browser: Browser
  const caseId = randomUUID()
  const caseNumber = 'BA-2026-000777'

  const asThief = async (text: string, values: unknown[] = []): Promise<void> => {
    const thief = new pg.Client({ connectionString: test().database.adminUrl })
    await thief.connect()
    await thief.query('SET session_replication_role = replica')
    await thief.query(text, values)
    await thief.end()
  }
  const record = (worker: TestWorker, action: string): Promise<void> =>
    test()
      .app.get(Transactions, { strict: false })
      .run(worker.actor, () =>
        test()
          .app.get(AuditTrail, { strict: false })
          .record({ action, caseId, sections: maskOf(['health']) }),
      )

  beforeAll(async () => {
    const { given } = test()
    const unit = await given.aUnit('womens-services')
    lan = await given.aWorker(unit, ['caseworker'], 'Trần Thị Lan')
    auditor = await given.aWorker(unit, ['auditor'], 'Phạm Kiểm Toán')
    browser = await test().browserOf(auditor)
    await test().owner.query(
      `INSERT INTO cases (id, number, unit_id, lead_worker_id, risk_level, age_band, sex, opened_at,
                          updated_at)
       VALUES ($1, $2, $3, $4, 'high', '12-17', 'female', now(), now())`,
      [caseId, caseNumber, unit.id, lan.id],
    )
    await record(lan, 'section.read')
    await record(lan, 'case.made-up')
  })

  it('say who read what of which case', async () => {
    const shown = await browser.get('/audit')

    expect(shown.status).toBe(200)
    const health = translate('vi')('code.section.health')
    for (const words of ['Trần Thị Lan', 'Xem phần hồ sơ', caseNumber, health, 'case.made-up'])
      expect(shown.text).toContain(words)
  })

  it('narrow by case, worker, deed, outcome and day', async () => {
    const rowsOf = async (query: string): Promise<number> =>
      ((await browser.get(`/audit?${query}`)).html.match(/<tr class="govuk-table__row">/g)
        ?.length ?? 1) - 1
    const today = localTimeOf(new Date()).date

    expect(await rowsOf(`case=${caseNumber.toLowerCase()}&action=section.read`)).toBe(1)
    expect(await rowsOf(`worker=${lan.login}&action=section.read`)).toBe(1)
    expect(await rowsOf(`worker=${lan.id}&action=case.made-up&outcome=done`)).toBe(1)
    expect(await rowsOf(`worker=${lan.login}&outcome=refused`)).toBe(0)
    expect(await rowsOf('case=BA-2026-999999')).toBe(0)
    expect(await rowsOf('worker=nobody')).toBe(0)
    expect(await rowsOf('action=section.read&from=2020-01-01&to=2020-01-31')).toBe(0)
    expect(await rowsOf(`action=section.read&from=2020-01-01&to=${today}`)).toBe(1)
  })

  it('turn the pages without losing the filter or a row', async () => {
    for (let time = 0; time < 60; time += 1) await record(lan, 'case.change')
    const first = await browser.get('/audit?action=case.change')
    const next = /href="(\/audit\?action=case\.change&amp;after=[^"]+)"/.exec(first.html)?.[1]
    const second = await browser.get((next ?? '').replaceAll('&amp;', '&'))

    const times = (html: string): number => html.match(/<time /g)?.length ?? 0
    expect([times(first.html), times(second.html)]).toEqual([50, 10])
    expect((await browser.get('/audit?after=nonsense')).status).toBe(422)
  })

  it('record that the trail was read', async () => {
    await browser.get(`/audit?case=${caseNumber}`)

    const { rows } = await test().owner.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM audit_entry
        WHERE actor_id = $1 AND action = 'audit.read' AND case_id = $2`,
      [auditor.id, caseId],
    )
    expect(rows[0]?.count).toBeGreaterThan(0)
  })

  it('do not name a case to an auditor who is blocked from it', async () => {
    const relative = await test().given.aWorker(lan.unit, ['auditor'])
    await asThief(`INSERT INTO case_block (worker_id, case_id, reason) VALUES ($1, $2, 'kin')`, [
      relative.id,
      caseId,
    ])
    const theirs = await test().browserOf(relative)

    expect((await theirs.get(`/audit?case=${caseNumber}`)).text).toContain('Không có lượt nào')
    expect((await theirs.get('/audit')).text).not.toContain(caseNumber)
  })

  it('verify the trail, and name the batch of what was changed', async () => {
    const sealer = test().app.get(AuditSealer, { strict: false })
    const sealedAll = async (): Promise<boolean | undefined> => {
      const { rows } = await test().owner.query<{ sealed: boolean }>(
        `SELECT NOT EXISTS (SELECT FROM audit_entry WHERE xid >= ALL (
           SELECT to_xid FROM audit_batch ORDER BY seq DESC LIMIT 1)) AS sealed`,
      )
      return rows[0]?.sealed
    }
    while (!(await sealedAll())) await sealer.sealNow()
    const page = await browser.get('/audit')

    const intact = await browser.submit(page, '/audit/verify')
    expect(intact.status).toBe(200)
    expect(intact.text).toContain('Nhật ký còn nguyên vẹn')

    await asThief(`UPDATE audit_entry SET action = 'case.list' WHERE action = 'case.made-up'`)
    const damaged = await browser.submit(page, '/audit/verify')
    expect(damaged.text).toMatch(/Lô \d+: lượt \d+ đã bị sửa/)
    expect(damaged.text).not.toContain('Nhật ký còn nguyên vẹn')
  })

  it('are not there for anybody else', async () => {
    const caseworker = await test().browserOf(lan)
    const supervisor = await test().browserOf(
      await test().given.aWorker(lan.unit, ['supervisor', 'coordinator']),
    )

    for (const other of [caseworker, supervisor]) {
      expect((await other.get('/audit')).status).toBe(404)
      const token = (await other.get('/directory')).formTo('/sign-out')
      expect((await other.postRaw('/audit/verify', token)).status).toBe(404)
    }
  })
})

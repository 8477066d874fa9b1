import { describe, expect, it } from '@jest/globals'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { aCase, type IntakeChanges } from '../../cases/testing/an-intake.js'
import { useFinding } from '../testing/use-finding.js'
import { SearchCases } from './search-cases.js'

describe('searching for a case', () => {
  const services = useFinding()
  const look = (actor: WorkerActor, typed: string) => services().find(SearchCases).run(actor, typed)
  const search = async (actor: WorkerActor, typed: string) => (await look(actor, typed)).cases
  const aLead = async () => services().aWorker(await services().aUnit())
  const named = (name: string): IntakeChanges => ({ person: { name } })
  const findsOf = async (actor: WorkerActor, typed: string) =>
    (await search(actor, typed)).map(({ id, matches }) => ({ id, matches }))

  it('finds a person by the name, with or without tones, with slips, in another order', async () => {
    const lead = await aLead()
    const { id } = await aCase(services(), lead, named('Trần Thị Thuỳ Dương'))
    await aCase(services(), lead, named('Lê Văn Hùng'))

    expect(await findsOf(lead, 'Trần Thị Thuỳ Dương')).toEqual([{ id, matches: ['name'] }])
    expect(await findsOf(lead, 'tran thi thuy duong')).toEqual([{ id, matches: ['name'] }])
    for (const slip of [
      'duong tran thi thui',
      'tran thi thuy dung',
      'trna thi thuy duong',
      'thuy dunog',
    ])
      expect(await findsOf(lead, slip)).toEqual([{ id, matches: ['name-near'] }])
    expect(await findsOf(lead, 'Dương Thuỳ')).toEqual([{ id, matches: ['name'] }])
    expect(await findsOf(lead, 'Phạm Minh Quang')).toEqual([])
  })

  it('finds by number in full and in short, by telephone and by account', async () => {
    const lead = await aLead()
    const { id, number } = await aCase(services(), lead, {
      contact: { phone: '0905 123 987' },
      incident: { accounts: 'zalo: @be_na.2010' },
    })
    const [, year = '', digits = ''] = number.split('-')
    const short = String(Number(digits))

    for (const typed of [number, number.toLowerCase(), `${year}-${short}`, short, digits])
      expect(await findsOf(lead, typed)).toEqual([{ id, matches: ['number'] }])
    for (const typed of ['+84905123987', '0905.123.987'])
      expect(await findsOf(lead, typed)).toEqual([{ id, matches: ['phone'] }])
    expect(await findsOf(lead, '0905 123 988')).toEqual([{ id, matches: ['phone-near'] }])
    for (const typed of ['be_na.2010', '@BENA2010', 'https://zalo.me/be_na.2010'])
      expect(await findsOf(lead, typed)).toEqual([{ id, matches: ['handle'] }])
  })

  it('says when more fit than are shown', async () => {
    const lead = await aLead()
    for (let n = 0; n < 20; n += 1) await aCase(services(), lead, named('Đinh Thị Lan'))
    const { id } = await aCase(services(), lead, {
      ...named('Đinh Thị Lan'),
      contact: { phone: '0905 444 321' },
    })
    await aCase(services(), lead, named('Đinh Thị Loan'))

    const found = await look(lead, 'dinh thi lan')
    expect({ shown: found.cases.length, isCut: found.isCut }).toEqual({ shown: 20, isCut: true })
    const whole = await look(lead, 'Đinh Thị Lan 0905 444 321')
    expect(whole.cases[0]?.id).toBe(id)
    expect(await look(lead, '0905 444 321')).toMatchObject({ isCut: false })
    expect(await look(lead, 'Lê Văn Không')).toEqual({ cases: [], isCut: false })
  })

  it('finds by somebody close, and says so', async () => {
    const lead = await aLead()
    const { id } = await aCase(services(), lead, {
      caregiver: {
        person: {
          name: 'Hồ Thị Kim Cúc',
          relationship: 'mẹ',
          phone: '0918 222 333',
          accounts: null,
        },
      },
    })

    expect(await findsOf(lead, 'ho thi kim cuc')).toEqual([{ id, matches: ['relative'] }])
    expect(await findsOf(lead, '0918222333')).toEqual([{ id, matches: ['phone'] }])
  })

  it('shows initials, never a name', async () => {
    const lead = await aLead()
    await aCase(services(), lead, named('Võ Ngọc Ánh Tuyết'))

    const found = await search(lead, 'vo ngoc anh tuyet')

    expect(found.map(({ initials }) => initials)).toEqual(['V.N.Á.T.'])
    expect(JSON.stringify(found)).not.toContain('Tuyết')
  })

  it('finds nothing that is not the searcher’s, and nothing of what a conflict of interest hides', async () => {
    const unit = await services().aUnit()
    const lead = await services().aWorker(unit)
    const colleague = await services().aWorker(unit)
    const supervisor = await services().aWorker(unit, 'supervisor')
    const { id, number } = await aCase(services(), lead, named('Đinh Hạ Vy'))
    const typed = ['Đinh Hạ Vy', number, '0905 000 111', 'thuyen_dem']

    expect(await findsOf(supervisor, 'dinh ha vy')).toEqual([{ id, matches: ['name'] }])
    for (const text of typed) {
      expect(await search(colleague, text)).toEqual([])
      expect(await search(await aLead(), text)).toEqual([])
    }
    await services().block(supervisor, id)
    for (const text of typed) expect(await search(supervisor, text)).toEqual([])
  })

  it('finds by a section only where the searcher sees that section', async () => {
    const lead = await aLead()
    const receiver = await aLead()
    const { id } = await aCase(services(), lead, named('Mạc Tường Vi'))
    const share = (sections: number) =>
      services().owner.query(
        `SELECT guard.add_grant($1, $2, 'referral', $3, $4, false, 'infinity')`,
        [id, receiver.workerId, id, sections],
      )

    await share(1 << 1)
    expect(await search(receiver, 'Mạc Tường Vi')).toEqual([])
    expect(await search(receiver, 'thuyen_dem')).toEqual([])
    expect(await search(receiver, '0905000111')).toMatchObject([
      { id, row: null, initials: '', matches: ['phone'] },
    ])

    await share(1)
    expect(await search(receiver, 'mac tuong vi')).toMatchObject([
      { id, row: null, initials: 'M.T.V.', ageBand: '16-17', matches: ['name'] },
    ])
  })

  it('finds what moved to another unit there, and no longer here', async () => {
    const lead = await aLead()
    const newLead = await aLead()
    const { id } = await aCase(services(), lead, named('Tạ Bích Ngà'))

    await services().owner.query(
      'UPDATE cases SET unit_id = $2, lead_worker_id = $3 WHERE id = $1',
      [id, newLead.unitId, newLead.workerId],
    )
    await services().owner.query('SELECT guard.project_case($1)', [id])

    expect(await search(lead, 'ta bich nga')).toEqual([])
    expect(await findsOf(newLead, 'ta bich nga')).toEqual([{ id, matches: ['name'] }])
  })

  it('leaves a trace of what was shown, and none of what was typed', async () => {
    const lead = await aLead()
    const { id } = await aCase(services(), lead, named('Cù Thị Sen Trắng'))
    await search(lead, 'cu thi sen trang')
    await search(lead, 'khong co ai')

    expect((await services().trailOf(id)).map(({ action }) => action)).toEqual([
      'case.open',
      'case.found',
    ])
    const { rows } = await services().owner.query<{ text: string }>(
      'SELECT a::text AS text FROM audit_entry a WHERE actor_id = $1',
      [lead.workerId],
    )
    expect(rows.filter(({ text }) => text.includes('case.search'))).toHaveLength(2)
    expect(rows.filter(({ text }) => /sen|khong/i.test(text))).toEqual([])
  })

  it('is for those at a desk, and so often in a minute', async () => {
    const auditor = await services().aWorker(await services().aUnit(), 'auditor')
    await expect(search(auditor, 'Mai')).rejects.toThrow(NotFound)

    const lead = await aLead()
    for (let n = 0; n < 30; n += 1) await search(lead, 'mai')
    await expect(search(lead, 'mai')).rejects.toMatchObject({
      code: 'finding.too-many',
      retryAfterSeconds: 60,
    })
    expect(await search(await aLead(), 'mai')).toEqual([])
  })
})

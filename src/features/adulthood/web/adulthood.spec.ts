import { describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { addDays, localTimeOf, type LocalDate } from '../../../platform/clock/local-time.js'
import { anIntake } from '../../cases/testing/an-intake.js'
import { usePlanning, type PlannedCase } from '../../planning/testing/use-planning.js'

describe('a child who becomes an adult', () => {
  const given = usePlanning()

  const today = (): LocalDate => localTimeOf(given().test.clock.now()).date
  const bornSoThat18In = (days: number): LocalDate => {
    const day = addDays(today(), days)
    return `${Number(day.slice(0, 4)) - 18}${day.slice(4)}`
  }
  const aChild = (birthDate: LocalDate | null, statedAge: number | null = null) => {
    const { person } = anIntake()
    return given().aPlannedCase({ person: { ...person, birthDate, statedAge } })
  }
  const timersOf = async (caseId: string) => {
    const { rows } = await given().owner.query<{ key: string }>(
      `SELECT key FROM timer WHERE subject_id = $1 AND key LIKE 'adult%' ORDER BY key`,
      [caseId],
    )
    return rows.map(({ key }) => key)
  }
  const pageOf = async ({ lead, caseId }: PlannedCase) => {
    const browser = await given().test.browserOf(lead)
    return { browser, shown: await browser.get(`/cases/${caseId}/adult`) }
  }

  it('is told of to the lead ninety days before, and on the day', async () => {
    const planned = await aChild(bornSoThat18In(100))
    const { caseId, lead } = planned
    expect(await timersOf(caseId)).toEqual(['adult', 'adult-soon'])
    const begin = given().test.clock.now()
    const inDays = (days: number) => new Date(begin.getTime() + days * 86_400_000)
    await given().test.ringTimers(inDays(9))
    expect(await given().toldOf(lead)).not.toContain('case.adult-soon')
    await given().test.ringTimers(inDays(11))
    expect(await given().toldOf(lead)).toContain('case.adult-soon')
    expect(await given().toldOf(lead)).not.toContain('case.adult')
    await given().test.ringTimers(inDays(101))
    expect(await given().toldOf(lead)).toContain('case.adult')
    const { shown } = await pageOf(planned)
    expect(shown.text).toContain('Đã đủ 18 tuổi từ ngày')
  })

  it('stands among what is to be done until it is decided, and only for who leads the case', async () => {
    const planned = await aChild(bornSoThat18In(30))
    const small = await aChild(bornSoThat18In(300))
    await given().test.ringTimers(given().test.clock.now())
    const href = (caseId: string) => `/cases/${caseId}/adult`
    const todayOf = async (who: PlannedCase['lead']) =>
      (await (await given().test.browserOf(who)).get('/today')).html
    expect(await todayOf(planned.lead)).toContain(href(planned.caseId))
    expect(await todayOf(small.lead)).not.toContain(href(small.caseId))
    for (const who of [planned.colleague, planned.supervisor, planned.stranger])
      expect(await todayOf(who)).not.toContain(href(planned.caseId))

    const { browser, shown } = await pageOf(planned)
    await browser.submit(shown, href(planned.caseId), { decision: 'stays', personWants: 'agrees' })
    expect(await todayOf(planned.lead)).not.toContain(href(planned.caseId))
  })

  it('has a page with the day, the laws, and the consents of others to be asked anew', async () => {
    const cast = await given().parties()
    const { person } = anIntake()
    const caseId = await given().build.aCase(cast.sender, {
      person: { ...person, birthDate: bornSoThat18In(30), statedAge: null },
    })
    await given().build.aConsent(cast.sender, caseId, cast.receiver.unit.id)
    const browser = await given().test.browserOf(cast.sender)
    expect((await browser.get(`/cases/${caseId}`)).html).toContain(`/cases/${caseId}/adult`)
    const path = `/cases/${caseId}/adult`
    const shown = await browser.get(path)
    expect(shown.text).toContain('Đủ 18 tuổi ngày')
    expect(shown.text).toContain('Luật Trẻ em Người lớn Người lớn')
    expect(shown.html).toContain(`/cases/${caseId}/consents/new?unit=${cast.receiver.unit.id}`)

    const bad = await browser.submit(shown, path, { note: 'Em muốn ở lại.' })
    expect([bad.status, bad.formTo(path)['note']]).toEqual([422, 'Em muốn ở lại.'])
    const done = await browser.submit(bad, path, { decision: 'transfer', personWants: 'agrees' })
    expect(done.path).toBe(`/cases/${caseId}/transfer?why=legal_competence`)
    expect(done.formTo(`/cases/${caseId}/transfer`)['why']).toBe('legal_competence')
    expect((await browser.get(path)).text).toContain('Em muốn ở lại.')
    expect((await browser.get(`/cases/${caseId}`)).html).not.toContain('Sắp hoặc đã đủ 18')
    const stored = await given().owner.query<{ row: string }>(
      `SELECT encode(sealed_note, 'escape') AS row FROM adulthood_decision WHERE case_id = $1`,
      [caseId],
    )
    expect(stored.rows[0]?.row).not.toContain('Em mu')
  })

  it('is asked anew on the day what others agreed to for her, though all was decided before', async () => {
    const cast = await given().parties()
    const { person } = anIntake()
    const caseId = await given().build.aCase(cast.sender, {
      person: { ...person, birthDate: bornSoThat18In(10), statedAge: null },
    })
    await given().build.aConsent(cast.sender, caseId, cast.receiver.unit.id)
    const path = `/cases/${caseId}/adult`
    const task = 'Đã đủ 18 tuổi: hỏi lại các đồng thuận do người đại diện cho'
    const before = await given().test.browserOf(cast.sender)
    await before.submit(await before.get(path), path, { decision: 'stays', personWants: 'agrees' })
    expect((await before.get(`/cases/${caseId}`)).text).not.toContain(task)

    await given().test.ringTimers(new Date(given().test.clock.now().getTime() + 11 * 86_400_000))
    const browser = await given().test.browserOf(cast.sender)
    expect((await browser.get(`/cases/${caseId}`)).text).toContain(task)
    // Deciding once more does not hide it; ending what her mother agreed to does.
    await browser.submit(await browser.get(path), path, {
      decision: 'stays',
      personWants: 'agrees',
    })
    expect((await browser.get(`/cases/${caseId}`)).text).toContain(task)
    const [, end = ''] = /href="([^"]+\/withdraw)"/.exec((await browser.get(path)).html) ?? []
    await browser.submit(await browser.get(end), end, { reason: 'no_longer_needed' })
    expect((await browser.get(`/cases/${caseId}`)).text).not.toContain(task)
  })

  it('whose birth date nobody knows is asked for it; who is small yet is not', async () => {
    const unknown = await aChild(null, 17)
    const { shown } = await pageOf(unknown)
    expect(shown.text).toContain('Chưa có ngày sinh')
    expect(await timersOf(unknown.caseId)).toEqual(['adult-soon'])
    expect(await timersOf((await aChild(null)).caseId)).toEqual([])
    const small = await aChild(null, 5)
    const page = await (await given().test.browserOf(small.lead)).get(`/cases/${small.caseId}`)
    expect(page.html).not.toContain('/adult"')
  })

  it('goes on in the age band of her years', async () => {
    const planned = await aChild(bornSoThat18In(1))
    const { caseId } = planned
    const bandOf = async () =>
      (
        await given().owner.query<{ age_band: string }>(
          'SELECT age_band FROM cases WHERE id = $1',
          [caseId],
        )
      ).rows
    expect(await bandOf()).toEqual([{ age_band: '16-17' }])
    await given().test.ringTimers(new Date(given().test.clock.now().getTime() + 2 * 86_400_000))
    const { browser, shown } = await pageOf(planned)
    await browser.submit(shown, `/cases/${caseId}/adult`, {
      decision: 'stays',
      personWants: 'agrees',
    })
    expect(await bandOf()).toEqual([{ age_band: '18-24' }])
  })

  it('is nobody else’s to read or decide', async () => {
    const { caseId, colleague, stranger, supervisor } = await aChild(bornSoThat18In(30))
    const path = `/cases/${caseId}/adult`
    for (const who of [colleague, stranger])
      expect((await (await given().test.browserOf(who)).get(path)).status).toBe(404)
    const browser = await given().test.browserOf(supervisor)
    const seen = await browser.get(path)
    expect([seen.status, seen.html.includes('name="decision"')]).toEqual([200, false])
    const api = await given().test.apiOf(supervisor)
    const decision = { decision: 'stays', personWants: 'agrees' }
    const refused = await api.post(`/cases/${caseId}/adulthood/decisions`, decision)
    expect(refused.status).toBe(404)
    expect((await browser.get(`/cases/${randomUUID()}/adult`)).status).toBe(404)
  })

  it('is told and decided through the API', async () => {
    const birthDate = bornSoThat18In(30)
    const { caseId, lead } = await aChild(birthDate)
    const api = await given().test.apiOf(lead)
    const read = await api.get(`/cases/${caseId}/adulthood`)
    expect(read.body).toMatchObject({
      adultOn: addDays(today(), 30),
      isExact: true,
      decision: null,
    })
    const path = `/cases/${caseId}/adulthood/decisions`
    expect((await api.post(path, { decision: 'x', personWants: 'agrees' })).status).toBe(422)
    const done = await api.post(path, { decision: 'stays', personWants: 'agrees' })
    expect(done.body).toMatchObject({ decision: 'stays' })
  })
})

import { beforeAll, describe, expect, it, jest } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { ApiClient } from '../support/api-client.js'
import { sections as allSections } from '../../src/platform/access/sections.js'
import { useApp } from '../support/app.js'
import { dumpOf, readableIn } from '../support/dump.js'
import type { TestUnit, TestWorker } from '../support/world.js'
import { bodyOf, demand, itemsOf, openCase, versionOf } from './support/answers.js'
import { girlsConsent, girlsIntake, girlsName } from './support/cast.js'

jest.setTimeout(120_000)

const test = useApp()

interface Cast {
  readonly units: Record<'lead' | 'womens' | 'police', TestUnit>
  readonly workers: Record<'lead' | 'womens' | 'police' | 'colleague' | 'stranger', TestWorker>
  readonly lead: ApiClient
  readonly womens: ApiClient
  readonly police: ApiClient
}

let cast: Cast

beforeAll(async () => {
  const { given } = test()
  const units = {
    lead: await given.aUnit('child-protection'),
    womens: await given.aUnit('womens-services'),
    police: await given.aUnit('police'),
  }
  const workers = {
    lead: await given.aWorker(units.lead, ['caseworker'], 'Lê Thị Chủ Trì'),
    womens: await given.aWorker(units.womens, ['caseworker'], 'Phạm Thị Phụ Nữ'),
    police: await given.aWorker(units.police, ['caseworker'], 'Võ Công An'),
    colleague: await given.aWorker(units.police),
    stranger: await given.aWorker(await given.aUnit('police')),
  }
  cast = {
    units,
    workers,
    lead: await test().apiOf(workers.lead),
    womens: await test().apiOf(workers.womens),
    police: await test().apiOf(workers.police),
  }
})

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const idOf = (answer: Parameters<typeof bodyOf>[0]): string => String(bodyOf(answer)['id'])
const counselling = 'Em kể về những đêm mất ngủ'

/** What everybody but police may be told, and police never. */
const kept = [counselling, 'Khám tại bệnh viện', 'Tham vấn mỗi tuần']

const invite = async (
  caseId: string,
  unit: TestUnit,
  sections: readonly string[],
  consented: readonly string[],
): Promise<string> => {
  const { lead } = cast
  demand(201, await lead.post(`/cases/${caseId}/consents`, girlsConsent(unit.id, consented)))
  const invited = await lead.post(`/cases/${caseId}/team/invitations`, {
    unitId: unit.id,
    purpose: unit.sector === 'police' ? 'POLICE' : 'PSS_BASIC',
    urgency: 'urgent',
    need: 'Cần phối hợp để bảo vệ một em gái 16 tuổi.',
    sections,
  })
  return idOf(demand(201, invited))
}

const join = async (api: ApiClient, invitation: string, workerId: string): Promise<void> => {
  const read = demand(200, await api.get(`/invitations/${invitation}`))
  for (const secret of [girlsName, '0905 000', 'Nguyễn Du', 'phát tán', 'BA-'])
    expect(read.text).not.toContain(secret)
  demand(
    200,
    await api.post(`/invitations/${invitation}/join`, { workerId }, { ifMatch: versionOf(read) }),
  )
}

/** Child protection leads, women's services and police have joined. */
const aTeam = async (): Promise<string> => {
  const { lead, units, workers } = cast
  const caseId = await openCase(lead, girlsIntake)
  demand(
    200,
    await lead.put(
      `/cases/${caseId}/sections/psychosocial`,
      { notes: counselling },
      { ifMatch: 0 },
    ),
  )
  demand(200, await lead.post(`/cases/${caseId}/team`))
  const womens = ['identity', 'contact', 'safety', 'services']
  await join(cast.womens, await invite(caseId, units.womens, womens, womens), workers.womens.id)
  const police = ['identity', 'incident', 'legal']
  // They also agreed that police may know of her safety, and even of counselling.
  const wide = [...police, 'safety', 'psychosocial', 'health']
  await join(cast.police, await invite(caseId, units.police, police, wide), workers.police.id)
  return caseId
}

const toldOf = async (api: ApiClient): Promise<unknown[]> =>
  itemsOf(demand(200, await api.get('/notifications?limit=100'))).map(({ kind }) => kind)

describe('the story of a joint case', () => {
  it('brings three units together, and lets each see its own part', async () => {
    const { lead, womens, police, units } = cast
    const caseId = await aTeam()
    const team = `/cases/${caseId}/team`

    // A conference is called, and answered.
    const conference = idOf(
      demand(
        201,
        await lead.post(`${team}/conferences`, {
          startsAt: new Date(Date.now() - 600_000).toISOString(),
          channel: 'video',
          place: 'Phòng họp trực tuyến số 4',
          unitIds: [units.womens.id, units.police.id],
        }),
      ),
    )
    const one = `/conferences/${conference}`
    demand(200, await womens.post(`${one}/answer`, { answer: 'yes' }))
    demand(200, await police.post(`${one}/answer`, { answer: 'substitute' }))
    const line = async (kind: string, section: string, text: string) =>
      demand(201, await lead.post(`${one}/lines`, { kind, section, text }))
    await line('agenda', 'legal', 'Tố giác và chứng cứ')
    await line('agenda', 'psychosocial', 'Tham vấn mỗi tuần')
    await line('view', 'services', 'Em muốn đi học lại')
    await line('dissent', 'health', 'Khám tại bệnh viện tỉnh hay huyện')

    // Decisions are tasks.
    const decide = async (section: string, decision: string, unitId: string, text: string) =>
      demand(
        201,
        await lead.post(`${one}/decisions`, {
          section,
          decision,
          kind: 'other',
          unitId,
          dueOn: inDays(3),
          text,
        }),
      )
    await decide('legal', 'Công an lập hồ sơ', units.police.id, 'Lấy lời khai thân thiện')
    await decide('services', 'Hội Phụ nữ hỗ trợ học tập', units.womens.id, 'Xin học lại cho em')
    await decide('psychosocial', 'Tham vấn tiếp', units.lead.id, 'Tham vấn mỗi tuần')
    const before = demand(200, await lead.get(one))
    const held = await lead.post(
      `${one}/hold`,
      {
        attended: [units.womens.id, units.police.id],
        next: new Date(Date.now() + 7 * 86_400_000).toISOString(),
      },
      { ifMatch: versionOf(before) },
    )
    expect(bodyOf(demand(200, held))['status']).toBe('held')
    demand(409, await lead.post(`${one}/lines`, { kind: 'agenda', section: 'legal', text: 'Nữa' }))

    // Police read the conference and the team, and nothing of counselling, health or shelter.
    const read = demand(200, await police.get(one))
    const seenByPolice = [
      read,
      demand(200, await police.get(team)),
      demand(200, await police.get(`${team}/shared`)),
    ]
    for (const { text } of seenByPolice) {
      for (const secret of kept) expect(text).not.toContain(secret)
      expect(text).not.toContain('BA-')
    }
    expect(bodyOf(read)).toMatchObject({
      hiddenLines: { agenda: 1, view: 1, decision: 2, dissent: 1 },
    })
    const page = bodyOf(demand(200, await police.get(team)))
    expect(page).toMatchObject({
      caseNumber: null,
      tasks: [{ text: 'Lấy lời khai thân thiện' }],
      conferences: [{ status: 'planned' }, { id: conference, status: 'held' }],
    })
    expect(page['hiddenTasks']).toHaveLength(2)
    for (const section of ['psychosocial', 'health', 'safety', 'contact'])
      demand(404, await police.get(`/cases/${caseId}/sections/${section}`))
    demand(404, await police.get(`/cases/${caseId}`))
    demand(404, await police.get(`/cases/${caseId}/consents`))

    await test().deliverAll()
    expect(await toldOf(police)).toContain('team.task-assigned')

    // The assignee says that it is done, and the lead hears of it.
    const [task] = (page['tasks'] ?? []) as { id: string; version: number }[]
    const finished = await police.post(
      `/tasks/${task?.id}/finish`,
      { note: 'Đã lấy lời khai.' },
      { ifMatch: task?.version ?? 0 },
    )
    expect(bodyOf(demand(200, finished))['state']).toBe('done')

    // The plan is shared with both, step by step.
    const step = (kind: string, audience: string[], text: string, ifMatch: number) =>
      lead.post(`${team}/plan/steps`, { kind, audience, text }, { ifMatch })
    const both = [units.womens.id, units.police.id]
    demand(200, await step('emergency_call', both, 'Gọi 113 và trực ban', 0))
    demand(200, await step('safe_person', [units.womens.id], 'Cô giáo chủ nhiệm', 1))
    const plan = demand(200, await police.get(`${team}/plan`))
    expect(plan.text).toContain('Gọi 113')
    expect(plan.text).not.toContain('Cô giáo')
    demand(200, await police.post(`${team}/plan/read`, {}, { ifMatch: 2 }))
    demand(204, await womens.post(`${team}/plan/proposals`, { text: 'Thêm số của Hội' }))
    expect(bodyOf(demand(200, await lead.get(`${team}/plan`)))).toMatchObject({
      version: 2,
      readings: [{ unit: units.police.name }],
      proposals: [{ text: 'Thêm số của Hội', answer: null }],
    })

    await test().deliverAll()
    expect(await toldOf(police)).toEqual(
      expect.arrayContaining(['conference.invited', 'conference.decided', 'plan.changed']),
    )
    expect(await toldOf(lead)).toEqual(
      expect.arrayContaining(['team.joined', 'team.task-done', 'plan.proposed']),
    )

    // Police leave: from the next question on there is nothing.
    const own = bodyOf(demand(200, await police.get(team)))['own'] as { version: number }
    demand(
      204,
      await police.post(
        `${team}/leave`,
        { reason: 'work_done', note: 'Đã khởi tố.' },
        { ifMatch: own.version },
      ),
    )
    for (const path of [
      team,
      `${team}/shared`,
      `${team}/plan`,
      one,
      `/tasks/${task?.id}`,
      `/cases/${caseId}/sections/identity`,
      `/cases/${caseId}/sections/legal`,
    ]) {
      const gone = await police.get(path)
      const nothing = await police.get(path.replace(/[0-9a-f-]{36}/, randomUUID()))
      expect({ path, status: gone.status, text: gone.text }).toEqual({
        path,
        status: 404,
        text: nothing.text,
      })
    }
    expect(bodyOf(demand(200, await police.get('/teams')))).toMatchObject({
      invited: [],
      teams: [],
    })
    await test().deliverAll()
    expect(await toldOf(lead)).toContain('team.left')
    expect(bodyOf(demand(200, await womens.get(team)))['members']).toHaveLength(2)
  })

  it('is nobody else’s: neither other units’ nor a colleague’s who is not named', async () => {
    const { lead, units, workers } = cast
    const caseId = await aTeam()
    const team = `/cases/${caseId}/team`
    const { members, tasks } = bodyOf(demand(200, await lead.get(team))) as {
      members: { id: string | null }[]
      tasks: unknown[]
    }
    expect(tasks).toEqual([])
    const memberId = members.find(({ id }) => id !== null)?.id ?? ''
    const task = {
      kind: 'other',
      unitId: units.police.id,
      section: 'legal',
      dueOn: inDays(2),
      text: 'Việc',
    }
    const taskId = idOf(demand(201, await lead.post(`${team}/tasks`, task)))
    for (const who of [workers.stranger, workers.colleague]) {
      const api = await test().apiOf(who)
      for (const answer of [
        await api.get(team),
        await api.post(team),
        await api.post(`${team}/close`, { reason: 'goals_met' }, { ifMatch: 1 }),
        await api.get(`${team}/shared`),
        await api.get(`${team}/plan`),
        await api.post(`${team}/tasks`, task),
        await api.post(
          `${team}/members/${memberId}/remove`,
          { reason: 'work_done' },
          { ifMatch: 2 },
        ),
        await api.post(`${team}/leave`, { reason: 'work_done' }, { ifMatch: 2 }),
        await api.get(`/tasks/${taskId}`),
        await api.post(`/tasks/${taskId}/finish`, {}, { ifMatch: 1 }),
        await api.get(`/invitations/${memberId}`),
        await api.post(`/invitations/${memberId}/join`, {}, { ifMatch: 1 }),
      ])
        demand(404, answer)
    }
    // A member of this team is not by another case's address.
    const other = await openCase(lead, girlsIntake)
    demand(200, await lead.post(`/cases/${other}/team`))
    demand(
      404,
      await lead.post(
        `/cases/${other}/team/members/${memberId}/remove`,
        { reason: 'work_done' },
        { ifMatch: 2 },
      ),
    )
  })

  it('goes on when the case moves to a unit that worked along: it leads now, and the old lead is out', async () => {
    const { lead, womens, police, units, workers } = cast
    const caseId = await aTeam()
    const team = `/cases/${caseId}/team`
    const task = {
      kind: 'other',
      unitId: units.lead.id,
      section: 'services',
      dueOn: inDays(2),
      text: 'Xin giấy nhập học',
    }
    demand(201, await lead.post(`${team}/tasks`, task))
    demand(
      201,
      await lead.post(`/cases/${caseId}/consents`, girlsConsent(units.womens.id, allSections)),
    )
    const offered = await lead.post(`/cases/${caseId}/transfers`, {
      toUnitId: units.womens.id,
      why: 'person_asked',
      urgency: 'urgent',
      need: 'Muốn đơn vị đang đồng hành phụ trách.',
    })
    const path = `/transfers/${idOf(demand(201, offered))}`
    const ifMatch = versionOf(demand(200, await womens.get(path)))
    demand(200, await womens.post(`${path}/accept`, {}, { ifMatch }))

    demand(404, await lead.get(team))
    const led = bodyOf(demand(200, await womens.get(team)))
    expect(led['tasks']).toMatchObject([
      { text: 'Xin giấy nhập học', unit: units.womens.name, state: 'open' },
    ])
    expect(led['members']).toHaveLength(2)
    // Police stay on, and see no more than before.
    const seen = demand(200, await police.get(team))
    expect(seen.text).toContain(workers.womens.displayName)
    expect(seen.text).not.toContain('Xin giấy nhập học')
    for (const secret of kept) expect(seen.text).not.toContain(secret)
    demand(201, await womens.post(`${team}/tasks`, { ...task, unitId: units.womens.id }))
  })

  it('lets one with the same version win, where two change at once', async () => {
    const { lead, units } = cast
    const caseId = await aTeam()
    const step = { kind: 'own_action', audience: [units.womens.id], text: 'Gọi cô' }
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        lead.post(`/cases/${caseId}/team/plan/steps`, step, { ifMatch: 0 }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412])
  })
})

describe('a stolen copy of the database', () => {
  it('tells nothing of what a team wrote', async () => {
    const { lead, units } = cast
    const caseId = await aTeam()
    const team = `/cases/${caseId}/team`
    const secrets = ['Hẹn ở cổng trường', 'Gọi bà ngoại', 'Phòng họp kín', 'Em sợ về nhà']
    const [task, step, place, view] = secrets
    demand(
      201,
      await lead.post(`${team}/tasks`, {
        kind: 'visit',
        unitId: units.womens.id,
        section: 'services',
        dueOn: inDays(2),
        text: task,
      }),
    )
    demand(
      200,
      await lead.post(
        `${team}/plan/steps`,
        { kind: 'safe_person', audience: [units.womens.id], text: step },
        { ifMatch: 0 },
      ),
    )
    const conference = idOf(
      demand(
        201,
        await lead.post(`${team}/conferences`, {
          startsAt: new Date(Date.now() - 60_000).toISOString(),
          channel: 'in_person',
          place,
          unitIds: [units.womens.id],
        }),
      ),
    )
    demand(
      201,
      await lead.post(`/conferences/${conference}/lines`, {
        kind: 'view',
        section: 'services',
        text: view,
      }),
    )
    const dump = await dumpOf(test().database.adminUrl)
    expect(dump).toContain('-- public.team_task')
    expect(readableIn(dump, [...secrets, 'Cần phối hợp để bảo vệ một em gái 16 tuổi.'])).toEqual([])
  })
})

describe('the pages of a team', () => {
  const days = (prefix: string, count: number): Record<string, string> => {
    const [year = '', month = '', day = ''] = inDays(count).split('-')
    return { [`${prefix}-day`]: day, [`${prefix}-month`]: month, [`${prefix}-year`]: year }
  }

  it('lead without JavaScript from an open case to a conference with its decisions', async () => {
    const { lead, units, workers } = cast
    const caseId = await openCase(lead, girlsIntake)
    const [boss, officer] = [
      await test().browserOf(workers.lead),
      await test().browserOf(workers.police),
    ]
    const team = `/cases/${caseId}/team`
    const none = await boss.get(team)
    const opened = await boss.submit(none, `${team}/open`)
    expect([opened.status, opened.path]).toEqual([200, team])

    // Nothing is agreed yet: the way to a consent is shown.
    const early = await boss.get(`${team}/invite?unit=${units.police.id}`)
    expect(early.html).toContain(`/cases/${caseId}/consents/new?unit=${units.police.id}`)
    demand(
      201,
      await lead.post(
        `/cases/${caseId}/consents`,
        girlsConsent(units.police.id, ['identity', 'legal', 'safety']),
      ),
    )
    const form = await boss.get(`${team}/invite?unit=${units.police.id}`)
    const bad = await boss.submit(form, `${team}/invite/check`, { need: 'Cần gấp' })
    expect([bad.status, bad.text.includes('Cần gấp')]).toEqual([422, true])
    const check = await boss.submit(bad, `${team}/invite/check`, {
      purpose: 'POLICE',
      urgency: 'urgent',
      need: 'Cần công an cùng bảo vệ.',
      sections: ['identity', 'legal'],
    })
    expect(check.status).toBe(200)
    expect(check.text).toContain(girlsName)
    const sent = await boss.submit(check, `${team}/invite`)
    expect([sent.status, sent.path]).toEqual([200, team])

    const list = await officer.get('/teams')
    const invitation = /\/invitations\/[0-9a-f-]{36}/.exec(list.html)?.[0] ?? ''
    const asked = await officer.get(invitation)
    expect(asked.text).not.toMatch(/Mai|0905 000|Nguyễn Du|BA-/)
    const joined = await officer.submit(asked, `${invitation}/join`)
    expect([joined.status, joined.path]).toEqual([200, team])
    expect(joined.html).not.toContain(`href="/cases/${caseId}"`)
    expect((await officer.get(`${team}/shared`)).text).toContain(girlsName)
    // Whoever comes back to the invitation finds the team.
    expect((await officer.get(invitation)).path).toBe(team)

    const newTask = await boss.get(`${team}/tasks/new`)
    const beyond = await boss.submit(newTask, `${team}/tasks/new`, {
      unit: units.police.id,
      kind: 'counselling',
      section: 'psychosocial',
      text: 'Nói chuyện',
      ...days('due', 2),
    })
    expect(beyond.status).toBe(422)
    const given = await boss.submit(beyond, `${team}/tasks/new`, { section: 'legal' })
    expect([given.status, given.path]).toEqual([200, team])
    const another = await boss.get(`${team}/tasks/new`)
    const hiddenTask = await boss.submit(another, `${team}/tasks/new`, {
      unit: units.lead.id,
      kind: 'counselling',
      section: 'psychosocial',
      text: 'Tham vấn mỗi tuần',
      ...days('due', 3),
    })
    expect(hiddenTask.text).toContain('Tham vấn mỗi tuần')
    const seen = await officer.get(team)
    expect(seen.text).toContain(`1 việc của ${units.lead.name}`)
    expect(seen.text).not.toMatch(/Tham vấn mỗi tuần/)

    const call = await boss.get(`${team}/conferences/new`)
    const called = await boss.submit(call, `${team}/conferences/new`, {
      ...days('day', -1),
      time: '14:30',
      channel: 'in_person',
      place: 'Uỷ ban phường',
      units: units.police.id,
    })
    expect(called.path).toMatch(/^\/conferences\//)
    const conference = called.path
    const answer = await officer.get(conference)
    expect((await officer.submit(answer, `${conference}/answer`, { answer: 'yes' })).status).toBe(
      200,
    )
    for (const kind of ['agenda', 'view', 'dissent']) {
      const line = await boss.get(`${conference}/lines/new?kind=${kind}`)
      const written = await boss.submit(line, `${conference}/lines/new`, {
        section: 'legal',
        text: `Dòng ${kind}`,
      })
      expect([written.status, written.path]).toEqual([200, conference])
    }
    const decision = await boss.get(`${conference}/decisions/new`)
    const decided = await boss.submit(decision, `${conference}/decisions/new`, {
      section: 'legal',
      decision: 'Công an tiếp nhận',
      unit: units.police.id,
      kind: 'police_step',
      text: 'Tiếp nhận tố giác',
      ...days('due', 4),
    })
    expect([decided.status, decided.path]).toEqual([200, conference])
    const hold = await boss.get(`${conference}/hold`)
    const half = await boss.submit(hold, `${conference}/hold`, { time: '09:00' })
    expect(half.status).toBe(422)
    const held = await boss.submit(half, `${conference}/hold`, { ...days('day', 8) })
    expect([held.status, held.path]).toEqual([200, conference])
    const next = (await boss.get(team)).html.match(/\/conferences\/[0-9a-f-]{36}/g) ?? []
    const planned = next.find((path) => path !== conference) ?? ''
    const off = await boss.get(`${planned}/cancel`)
    expect((await boss.submit(off, `${planned}/cancel`, { reason: 'postponed' })).text).toContain(
      'Dời sang lúc khác',
    )

    const add = await boss.get(`${team}/plan/steps/new`)
    const planned1 = await boss.submit(add, `${team}/plan/steps/new`, {
      kind: 'unit_action',
      unit: units.police.id,
      audience: units.police.id,
      text: 'Công an đến ngay',
    })
    expect([planned1.status, planned1.path]).toEqual([200, `${team}/plan`])
    const stepPath = /\/plan\/steps\/[0-9a-f-]{36}/.exec(planned1.html)?.[0] ?? ''
    const change = await boss.get(`/cases/${caseId}/team${stepPath}`)
    await boss.submit(change, `/cases/${caseId}/team${stepPath}`, {
      text: 'Công an đến trong 5 phút',
    })
    const plan = await officer.get(`${team}/plan`)
    expect(plan.text).toContain('Công an đến trong 5 phút')
    await officer.submit(plan, `${team}/plan/read`)
    await officer.submit(await officer.get(`${team}/plan`), `${team}/plan/proposals`, {
      text: 'Thêm trực ban đêm',
    })
    const proposals = await boss.get(`${team}/plan`)
    const proposal = /\/plan\/proposals\/[0-9a-f-]{36}/.exec(proposals.html)?.[0] ?? ''
    expect(
      (await boss.submit(proposals, `/cases/${caseId}/team${proposal}`, { answer: 'taken_up' }))
        .text,
    ).toContain('Đã tiếp thu')
    expect((await officer.get(`${team}/plan?version=1`)).text).toContain('Công an đến ngay')

    const taskPath = /\/tasks\/[0-9a-f-]{36}/.exec((await officer.get(team)).html)?.[0] ?? ''
    const taskPage = await officer.get(taskPath)
    const done = await officer.submit(taskPage, `${taskPath}/finish`, { note: 'Đã xong' })
    expect([done.status, done.path]).toEqual([200, team])

    const leave = await officer.get(`${team}/leave`)
    const without = await officer.submit(leave, `${team}/leave`)
    expect(without.status).toBe(422)
    const left = await officer.submit(without, `${team}/leave`, { reason: 'work_done' })
    expect([left.status, left.path]).toEqual([200, '/teams'])
    expect((await officer.get(team)).status).toBe(404)
    const orphan = await boss.get(team)
    expect(orphan.text).toContain('đã rời nhóm')
    const close = await boss.get(`${team}/close`)
    const closed = await boss.submit(close, `${team}/close`, { reason: 'goals_met' })
    expect(closed.text).toContain('Nhóm này đã kết thúc')
    expect((await boss.submit(closed, `${team}/open`)).status).toBe(200)
  })
})

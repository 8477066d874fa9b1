import { beforeAll, describe, expect, it, jest } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { ApiAnswer, ApiClient } from '../../../../test/support/api-client.js'
import { addDays, localTimeOf } from '../../../platform/clock/local-time.js'
import { usePlanning, type PlannedCase, type PlanningWorld } from '../testing/use-planning.js'

jest.setTimeout(60_000)

describe('planning by other systems', () => {
  const planning = usePlanning()
  let given: PlanningWorld
  let planned: PlannedCase
  let lead: ApiClient
  let supervisor: ApiClient
  let path: string

  beforeAll(async () => {
    given = planning()
    planned = await given.aPlannedCase()
    lead = await given.test.apiOf(planned.lead)
    supervisor = await given.test.apiOf(planned.supervisor)
    path = `/cases/${planned.caseId}`
  })

  const inDays = (days: number): string => addDays(localTimeOf(given.test.clock.now()).date, days)
  const need = { domain: 'schooling', priority: 'soon', text: 'Trở lại lớp' }
  interface Planned {
    readonly id: string
    readonly goals: readonly { readonly id: string; readonly actions: readonly { id: string }[] }[]
  }
  const needsIn = ({ body }: ApiAnswer) => (body as { needs: readonly Planned[] }).needs
  const idIn = ({ body }: ApiAnswer) => (body as { id: string }).id

  it('writes a plan step by step, each on the version that was read', async () => {
    const plan = `${path}/plan`
    expect(await lead.get(plan)).toMatchObject({
      status: 200,
      headers: { etag: '"0"' },
      body: { step: 'new', basis: null, needs: [], version: 0 },
    })
    expect((await lead.post(`${plan}/needs`, need)).status).toBe(428)
    expect(
      (await lead.post(`${plan}/needs`, { ...need, domain: 'luck' }, { ifMatch: 0 })).status,
    ).toBe(422)
    const [first] = needsIn(await lead.post(`${plan}/needs`, need, { ifMatch: 0 }))
    expect((await lead.post(`${plan}/needs`, need, { ifMatch: 0 })).status).toBe(412)
    const goal = { text: 'Học lại', measure: null, dueOn: inDays(20) }
    const goals = `${plan}/needs/${first?.id ?? ''}/goals`
    const [withGoal] = needsIn(await lead.post(goals, goal, { ifMatch: 1 }))
    const actions = `${plan}/goals/${withGoal?.goals[0]?.id ?? ''}/actions`
    const action = { text: 'Gặp cô', doer: 'family', dueOn: inDays(3) }
    for (const dueOn of ['2026-02-30', 'soon', inDays(-2)])
      expect((await lead.post(actions, { ...action, dueOn }, { ifMatch: 2 })).status).toBe(422)
    const [withAction] = needsIn(await lead.post(actions, action, { ifMatch: 2 }))
    const actionId = withAction?.goals[0]?.actions[0]?.id ?? ''
    expect((await lead.get(`${path}/tasks`)).body).toMatchObject({
      items: [{ kind: 'action', title: 'Gặp cô', actionId }],
    })
    const end = `${plan}/actions/${actionId}/end`
    const ended = await lead.post(end, { state: 'done' }, { ifMatch: 3 })
    expect(ended).toMatchObject({ status: 200, headers: { etag: '"4"' } })
    expect((await lead.post(end, { state: 'done' }, { ifMatch: 4 })).status).toBe(409)
    const basis = { part: 'yes', bestInterests: 'Ở với bà' }
    expect((await lead.put(`${plan}/basis`, basis, { ifMatch: 4 })).status).toBe(200)
    expect((await lead.get(`${plan}/history?version=1`)).body).toMatchObject({
      needs: [{ text: 'Trở lại lớp', goals: [] }],
    })
  })

  it('sent twice gives one task', async () => {
    const task = { title: 'Gọi trường', workerId: planned.lead.id, dueOn: inDays(2) }
    const key = { idempotencyKey: randomUUID() }
    const [one, again] = [
      await lead.post(`${path}/tasks`, task, key),
      await lead.post(`${path}/tasks`, task, key),
    ]
    expect(idIn(again)).toBe(idIn(one))
    const mine = (await lead.get('/tasks')).body as { items: { id: string; version: number }[] }
    expect(mine.items.filter(({ id }) => id === idIn(one))).toHaveLength(1)
    const finish = `${path}/tasks/${idIn(one)}/finish`
    expect((await lead.post(finish, {}, { ifMatch: 9 })).status).toBe(412)
    expect((await lead.post(finish, {}, { ifMatch: 1 })).status).toBe(204)
    expect((await lead.post(finish, {}, { ifMatch: 2 })).status).toBe(409)
  })

  it('says that a contact was not the way the person called safe, unless one knows', async () => {
    const call = {
      at: given.test.clock.now().toISOString(),
      channel: 'call',
      with: 'person',
      reached: false,
      wasSafe: 'unknown',
    }
    const refused = await lead.post(`${path}/contacts`, call)
    expect(refused).toMatchObject({ status: 422 })
    expect(refused.text).toContain('planning.against-safe-contact')
    const logged = await lead.post(`${path}/contacts`, { ...call, knowsRules: true })
    expect(logged.status).toBe(201)
    expect((await lead.get(`${path}/contacts`)).body).toMatchObject({
      items: [{ againstRules: true, reached: false }],
    })
    expect((await lead.post(`${path}/contacts/${idIn(logged)}/strike`)).status).toBe(204)
    expect((await lead.get(`${path}/contacts?after=nonsense`)).status).toBe(422)
  })

  it('raises a flag and takes it down', async () => {
    const flag = await supervisor.post(`${path}/flags`, { message: 'Toà xử', dueOn: inDays(3) })
    expect(flag.status).toBe(201)
    const remove = `${path}/flags/${idIn(flag)}/remove`
    expect((await lead.post(remove, { reason: '' }, { ifMatch: 1 })).status).toBe(422)
    expect((await lead.post(remove, { reason: 'Xong' }, { ifMatch: 1 })).status).toBe(204)
    expect((await lead.get(`${path}/flags`)).body).toMatchObject({ items: [{ reason: 'Xong' }] })
  })

  it('asks a supervisor and hears the answer', async () => {
    const asked = await lead.post(`${path}/approvals`, { kind: 'plan' })
    expect(asked.status).toBe(201)
    expect((await lead.post(`${path}/approvals`, { kind: 'closing' })).status).toBe(422)
    expect((await supervisor.get('/case-approvals')).body).toMatchObject({
      items: [{ id: idIn(asked), kind: 'plan' }],
    })
    const answer = `/case-approvals/${idIn(asked)}/answer`
    expect((await lead.post(answer, { answer: 'approved' }, { ifMatch: 1 })).status).toBe(404)
    expect((await supervisor.post(answer, { answer: 'returned' }, { ifMatch: 1 })).status).toBe(422)
    expect(await supervisor.post(answer, { answer: 'approved' }, { ifMatch: 1 })).toMatchObject({
      status: 200,
      body: { state: 'approved', version: 2 },
    })
    expect((await lead.get(`${path}/plan`)).body).toMatchObject({
      approvals: [{ kind: 'assessment' }, { kind: 'plan', isGiven: true }, { kind: 'closing' }],
    })
    const rules = { assessment: 'never', plan: 'always', closing: 'always' }
    expect((await lead.put('/case-approvals/rules', rules)).status).toBe(404)
    expect(await supervisor.put('/case-approvals/rules', rules)).toMatchObject({
      status: 200,
      body: rules,
    })
  })

  it('is not there for a colleague or another unit', async () => {
    for (const worker of [planned.colleague, planned.stranger]) {
      const api = await given.test.apiOf(worker)
      for (const below of ['/plan', '/plan/history', '/tasks', '/flags', '/contacts'])
        expect({ below, status: (await api.get(path + below)).status }).toEqual({
          below,
          status: 404,
        })
      const sent = [
        api.post(`${path}/plan/needs`, need, { ifMatch: 1 }),
        api.post(`${path}/tasks`, { title: 'x', workerId: worker.id, dueOn: inDays(2) }),
        api.post(`${path}/flags`, { message: 'x', dueOn: inDays(2) }),
        api.post(`${path}/approvals`, { kind: 'plan' }),
      ]
      expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([404, 404, 404, 404])
    }
  })
})

import { beforeAll, describe, expect, it } from '@jest/globals'
import { Clock } from '../../../platform/clock/clock.js'
import { addDays, localTimeOf } from '../../../platform/clock/local-time.js'
import { usePlanning, type PlannedCase, type PlanningWorld } from '../testing/use-planning.js'
import { CaseTasks } from '../use-cases/case-tasks.js'
import { ContactLog } from '../use-cases/contact-log.js'
import { Flags } from '../use-cases/flags.js'

// Time goes on from one test to the next; each has a case of its own.
describe('the clocks of planning', () => {
  const planning = usePlanning()
  let given: PlanningWorld

  beforeAll(() => {
    given = planning()
  })

  const find: PlanningWorld['find'] = (type) => given.find(type)
  const now = (): Date => find(Clock).now()
  const daysFromNow = (days: number): Date => new Date(now().getTime() + days * 86_400_000)
  const inDays = (days: number): string => addDays(localTimeOf(now()).date, days)
  const low = { assessed: 'low', reasons: [], immediateDanger: false, danger: null } as const

  const aTask = ({ lead, supervisor, caseId }: PlannedCase, reminds = true): Promise<string> =>
    find(CaseTasks).give(supervisor.actor, caseId, {
      workerId: lead.id,
      dueOn: inDays(5),
      reminds,
      title: 'Gọi cho trường',
    })
  const tasksTold = async (worker: PlannedCase['lead']): Promise<string[]> =>
    (await given.toldOf(worker)).filter(
      (kind) => kind.startsWith('case-task.due') || kind === 'case-task.overdue',
    )

  it('remind of a task before, on the day, and tell lead and supervisor once that it is too late', async () => {
    const planned = await given.aPlannedCase({ risk: low })
    await aTask(planned)

    await given.test.ringTimers(daysFromNow(7))
    await given.test.ringTimers(daysFromNow(1))

    expect(await tasksTold(planned.lead)).toEqual([
      'case-task.due-soon',
      'case-task.due-today',
      'case-task.overdue',
    ])
    expect(await tasksTold(planned.supervisor)).toEqual(['case-task.overdue'])
    expect(await given.toldOf(planned.colleague)).toEqual([])
  })

  it('say only that it is too late, where nobody wants to be reminded', async () => {
    const planned = await given.aPlannedCase({ risk: low })
    await aTask(planned, false)
    await given.test.ringTimers(daysFromNow(7))
    expect(await tasksTold(planned.lead)).toEqual(['case-task.overdue'])
  })

  it('let rest what is done, and what is in a case that is closed', async () => {
    const planned = await given.aPlannedCase({ risk: low })
    const closed = await given.aPlannedCase({ risk: low })
    const done = await aTask(planned)
    await aTask(closed)
    await find(CaseTasks).finish(planned.lead.actor, planned.caseId, done, 1, null)
    await given.owner.query(`UPDATE cases SET status = 'closed' WHERE id = $1`, [closed.caseId])
    await given.test.ringTimers(daysFromNow(7))
    expect(await tasksTold(planned.lead)).toEqual([])
    expect(await tasksTold(closed.lead)).toEqual([])
  })

  it('look at the task as it is when they are heard, however late', async () => {
    const planned = await given.aPlannedCase({ risk: low })
    const id = await aTask(planned)
    await find(CaseTasks).finish(planned.lead.actor, planned.caseId, id, 1, null)
    // Rung before it was done, brought afterwards.
    await given.owner.query(
      `INSERT INTO outbox_event (id, type, subject_id, case_id, payload)
       VALUES (gen_random_uuid(), 'case-task.due-today', $1, $2, '{}')`,
      [id, planned.caseId],
    )
    await given.deliverAll()
    expect(await tasksTold(planned.lead)).toEqual([])
  })

  it('remind of the next contact, and tell the supervisor when it is too late', async () => {
    const planned = await given.aPlannedCase()
    const seen = await given.aPlannedCase()
    await find(ContactLog).log(seen.lead.actor, seen.caseId, {
      at: now(),
      channel: 'message',
      withRole: 'person',
      fromPerson: false,
      reached: true,
      wasSafe: 'yes',
      note: null,
      knowsRules: true,
    })
    await given.test.ringTimers(daysFromNow(2))
    expect(await given.toldOf(planned.lead)).toEqual(['contact.due-soon', 'contact.overdue'])
    expect(await given.toldOf(planned.supervisor)).toEqual(['contact.overdue'])
    expect(await given.toldOf(seen.lead)).toEqual([])
  })

  it('bring a flag up on its day, unless it was taken down', async () => {
    const planned = await given.aPlannedCase({ risk: low })
    const { lead, caseId } = planned
    const flags = find(Flags)
    await flags.raise(lead.actor, caseId, { message: 'Xem lại', dueOn: inDays(3) })
    const gone = await flags.raise(lead.actor, caseId, { message: 'Xem', dueOn: inDays(3) })
    await flags.remove(lead.actor, caseId, gone, 1, 'Đã xem')
    await given.test.ringTimers(daysFromNow(4))
    expect((await given.toldOf(lead)).filter((kind) => kind === 'case-flag.due')).toHaveLength(1)
  })
})

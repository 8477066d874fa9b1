import { beforeAll, describe, expect, it } from '@jest/globals'
import { Clock } from '../../../platform/clock/clock.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { useTeams, type TeamWorld } from '../testing/use-teams.js'
import { AnswerInvitation } from '../use-cases/answer-invitation.js'
import { AssignTask } from '../use-cases/assign-task.js'
import { EndTask } from '../use-cases/end-task.js'
import { ReadTeam } from '../use-cases/read-team.js'

describe('the clocks of a team', () => {
  const teams = useTeams()
  let given: TeamWorld

  beforeAll(() => {
    given = teams()
  })

  const find: TeamWorld['world']['find'] = (type) => given.world.find(type)

  const daysFromNow = (days: number): Date => {
    const clock = given.world.test.app.get(Clock, { strict: false })
    return new Date(clock.now().getTime() + days * 86_400_000)
  }
  const toldOf = async (workerId: string): Promise<string[]> => {
    const { rows } = await given.world.owner.query<{ kind: string }>(
      `SELECT kind FROM notification WHERE worker_id = $1 AND kind LIKE 'team.%'
        ORDER BY created_at, id`,
      [workerId],
    )
    return rows.map(({ kind }) => kind)
  }

  it('say that nobody answers, and let an invitation run out so that others can be asked', async () => {
    const joint = await given.aJointCase()
    const unit = await given.world.aUnit('police')
    const [desk, supervisor] = [
      await given.world.aWorker(unit),
      await given.world.aWorker(unit, ['supervisor']),
    ]
    const { memberId } = await given.invited(joint, unit, ['legal'])
    await given.world.deliverAll()
    expect(await toldOf(desk.id)).toEqual(['team.invited'])

    await given.world.test.ringTimers(daysFromNow(7))

    expect(await toldOf(supervisor.id)).toEqual(['team.invited', 'team.unanswered'])
    expect(await toldOf(joint.lead.id)).toEqual(['team.unanswered', 'team.expired'])
    await expect(find(AnswerInvitation).join(desk.actor, memberId, 2, null)).rejects.toThrow(
      NotFound,
    )
    const { past } = await find(ReadTeam).run(joint.lead.actor, joint.caseId)
    expect(past).toMatchObject([{ status: 'expired' }])
    await given.invited(joint, unit, ['legal'])
  })

  it('let an answered invitation rest', async () => {
    const joint = await given.aJointCase()
    const { worker } = await given.police(joint)
    await given.world.test.ringTimers(daysFromNow(7))
    expect((await find(ReadTeam).run(worker.actor, joint.caseId)).roster).toHaveLength(2)
    expect(await toldOf(joint.lead.id)).toEqual(['team.joined'])
  })

  it('say once that a task is overdue, to who is to do it and who leads; not when it is done', async () => {
    const joint = await given.aJointCase()
    const { worker, supervisor, colleague, unit } = await given.police(joint)
    const give = (): Promise<string> =>
      find(AssignTask).run(joint.lead.actor, joint.caseId, {
        kind: 'police_step',
        unitId: unit.id,
        section: 'legal',
        dueOn: daysFromNow(3).toISOString().slice(0, 10),
        text: 'Lập hồ sơ',
        decisionId: null,
      })
    await give()
    await find(EndTask).finish(worker.actor, await give(), 1, null)

    await given.world.test.ringTimers(daysFromNow(7))
    await given.world.test.ringTimers(daysFromNow(7))

    for (const { id } of [worker, supervisor, joint.lead])
      expect((await toldOf(id)).filter((kind) => kind === 'team.task-overdue')).toHaveLength(1)
    expect(await toldOf(colleague.id)).not.toContain('team.task-overdue')
  })
})

import { beforeAll, describe, expect, it } from '@jest/globals'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { RecordSection } from '../../cases/use-cases/record-section.js'
import { WithdrawConsent } from '../../consents/index.js'
import { TeamBeyondConsent, TaskBeyondSight, PlanBeyondConsent } from '../domain/teams.errors.js'
import { useTeams, type JointCase, type Member, type TeamWorld } from '../testing/use-teams.js'
import { AnswerInvitation } from './answer-invitation.js'
import { AssignTask } from './assign-task.js'
import { CallConference } from './call-conference.js'
import { CloseTeam } from './close-team.js'
import { EndTask } from './end-task.js'
import { InviteUnit } from './invite-unit.js'
import { LeaveTeam } from './leave-team.js'
import { ListTeams } from './list-teams.js'
import { OpenTeam } from './open-team.js'
import { ReadConference } from './read-conference.js'
import { ReadTask } from './read-task.js'
import { ReadTeam } from './read-team.js'
import { RecordConference } from './record-conference.js'
import { RemoveMember } from './remove-member.js'
import { SafetyPlan } from './safety-plan.js'

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const anHourAgo = (): Date => new Date(Date.now() - 3_600_000)

describe('a joint case', () => {
  const teams = useTeams()
  let given: TeamWorld

  beforeAll(() => {
    given = teams()
  })

  const find: TeamWorld['world']['find'] = (type) => given.world.find(type)

  let number = 0
  const rowsOf = (actor: WorkerActor, text: string, values: unknown[] = []): Promise<number> =>
    find(Transactions).run(actor, async () => {
      const asked = statement(`spec.teams-${(number += 1)}`, text)
      return (await find(Database).query(asked, values)).length
    })
  const smuggled = (actor: WorkerActor, text: string, values: unknown[] = []): Promise<number> =>
    find(Transactions).run(actor, () =>
      find(Database).change(statement(`spec.teams-${(number += 1)}`, text), values),
    )

  const tables = [
    ...['case_team', 'team_member', 'team_task', 'case_conference', 'conference_invitee'],
    ...['conference_entry', 'team_plan_step', 'team_plan_version', 'case_section', 'person'],
    ...['incident', 'case_key', 'access_grant', 'case_access'],
  ]
  /** How many rows of the case somebody can reach by SQL, table by table. */
  const reach = async (actor: WorkerActor, caseId: string): Promise<Record<string, number>> => {
    const seen: Record<string, number> = {}
    for (const table of tables)
      seen[table] = await rowsOf(actor, `SELECT FROM ${table} WHERE case_id = $1`, [caseId])
    seen['cases'] = await rowsOf(actor, 'SELECT FROM cases WHERE id = $1', [caseId])
    return seen
  }
  const nothing = Object.fromEntries([...tables, 'cases'].map((table) => [table, 0]))

  const task = (
    { caseId, lead }: JointCase,
    unitId: string,
    section: 'legal' | 'psychosocial' | 'incident' | 'health' | 'safety',
    text: string,
  ): Promise<string> =>
    find(AssignTask).run(lead.actor, caseId, {
      kind: 'other',
      unitId,
      section,
      dueOn: inDays(3),
      text,
      decisionId: null,
    })

  const sees = async (actor: WorkerActor, caseId: string): Promise<readonly string[]> =>
    (await find(ReadTeam).shared(actor, caseId)).views.map(({ section }) => section)

  it('shows nothing of who it is to a desk that was invited, and no case', async () => {
    const joint = await given.aJointCase()
    const unit = await given.world.aUnit('police')
    const desk = await given.world.aWorker(unit)
    const { memberId } = await given.invited(joint, unit, ['identity', 'incident'])

    const { preview } = await find(AnswerInvitation).read(desk.actor, memberId)

    expect(preview).toMatchObject({
      purpose: 'LEGAL',
      urgency: 'urgent',
      ageBand: '16-17',
      sex: 'female',
      need: 'Cần phối hợp bảo vệ một em gái.',
    })
    expect(JSON.stringify(preview)).not.toMatch(/Mai|0905 000|Nguyễn Du|BA-/)
    expect(await reach(desk.actor, joint.caseId)).toEqual({ ...nothing, team_member: 1 })
    await expect(find(ReadTeam).run(desk.actor, joint.caseId)).rejects.toThrow(NotFound)
    expect((await find(ListTeams).run(desk.actor)).invited.map(({ id }) => id)).toEqual([memberId])
  })

  it('shows a member what was asked for, agreed to, and the sector may know: the rest not', async () => {
    const joint = await given.aJointCase()
    const { worker } = await given.joined(joint, 'police', ['identity', 'legal'], {
      consented: ['identity', 'legal', 'incident'],
    })
    expect(await sees(worker.actor, joint.caseId)).toEqual(['identity', 'legal'])
    await expect(
      given.invited(
        joint,
        await given.world.aUnit('police'),
        ['identity', 'psychosocial'],
        ['identity', 'psychosocial'],
      ),
    ).rejects.toThrow(TeamBeyondConsent)
  })

  it('lets police reach nothing of counselling, health and shelter by SQL', async () => {
    const joint = await given.aJointCase()
    const { caseId, lead } = joint
    for (const section of ['psychosocial', 'health', 'safety', 'legal'] as const)
      await find(RecordSection)
        .notes(lead.actor, caseId, section, 0, `Ghi ${section}`)
        .catch(
          // Intake has written the part on safety already.
          () => find(RecordSection).notes(lead.actor, caseId, section, 1, `Ghi ${section}`),
        )
    const { worker, unit } = await given.police(joint)
    for (const section of ['psychosocial', 'health', 'safety'] as const)
      await task(joint, lead.unit.id, section, `Việc ${section}`)
    await task(joint, unit.id, 'legal', 'Việc pháp lý')

    for (const table of ['case_section', 'team_task'])
      expect([
        table,
        await rowsOf(
          worker.actor,
          `SELECT FROM ${table} WHERE case_id = $1 AND section IN (4, 5, 6)`,
          [caseId],
        ),
      ]).toEqual([table, 0])
    expect(
      await rowsOf(worker.actor, `SELECT FROM case_key WHERE case_id = $1 AND class = 'clinical'`, [
        caseId,
      ]),
    ).toBe(0)
    expect(await rowsOf(worker.actor, 'SELECT FROM cases WHERE id = $1', [caseId])).toBe(0)

    const page = await find(ReadTeam).run(worker.actor, caseId)
    expect(page.tasks.map(({ text }) => text)).toEqual(['Việc pháp lý'])
    expect(page.hidden.map(({ unitName }) => unitName)).toEqual(Array(3).fill(lead.unit.name))
    expect(JSON.stringify(page.hidden)).not.toMatch(/psychosocial|health|safety|Việc/)
    expect(JSON.stringify(page)).not.toMatch(/sealed|Việc (psychosocial|health|safety)/)
    expect(page.caseNumber).toBeNull()
  })

  it('gives nobody a task about what they may not see', async () => {
    const joint = await given.aJointCase()
    const { unit } = await given.police(joint)
    await expect(task(joint, unit.id, 'psychosocial', 'Nói chuyện')).rejects.toThrow(
      TaskBeyondSight,
    )
    await expect(
      smuggled(
        joint.lead.actor,
        `INSERT INTO team_task (id, case_id, kind, unit_id, section, due_at, sealed_text, created_by,
                                created_at)
         VALUES (gen_random_uuid(), $1, 'other', $2, 6, now(), 'x', $3, now())`,
        [joint.caseId, unit.id, joint.lead.id],
      ),
    ).rejects.toMatchObject({ code: '42501' })
  })

  describe.each([
    [
      'a member who left',
      (_: JointCase, { worker, memberId }: Member & { consentId: string }) =>
        find(LeaveTeam).run(worker.actor, memberId, 2, { reason: 'work_done', note: 'Xong.' }),
    ],
    [
      'a member who was asked to go',
      ({ caseId, lead }: JointCase, { memberId }: Member & { consentId: string }) =>
        find(RemoveMember).run(lead.actor, caseId, memberId, 2, {
          reason: 'not_taking_part',
          note: null,
        }),
    ],
    [
      'a member whose consent was withdrawn',
      ({ caseId, lead }: JointCase, { consentId }: Member & { consentId: string }) =>
        find(WithdrawConsent).run(lead.actor, caseId, consentId),
    ],
    [
      'a member of a team that was closed',
      ({ caseId, lead }: JointCase) => find(CloseTeam).run(lead.actor, caseId, 1, 'goals_met'),
    ],
  ] as const)('%s', (_, end) => {
    it('sees nothing at all from then on, nor do the unit’s supervisors', async () => {
      const joint = await given.aJointCase()
      const member = await given.police(joint)
      await task(joint, member.unit.id, 'legal', 'Lập hồ sơ')
      await find(SafetyPlan).add(joint.lead.actor, joint.caseId, 0, {
        kind: 'emergency_call',
        unitId: null,
        audience: [member.unit.id],
        text: 'Gọi 113.',
      })
      for (const { actor } of [member.worker, member.supervisor])
        expect((await reach(actor, joint.caseId))['team_task']).toBe(1)

      await end(joint, member)

      for (const { actor } of [member.worker, member.supervisor, member.colleague]) {
        expect(await reach(actor, joint.caseId)).toEqual(nothing)
        await expect(find(ReadTeam).run(actor, joint.caseId)).rejects.toThrow(NotFound)
        await expect(find(SafetyPlan).read(actor, joint.caseId)).rejects.toThrow(NotFound)
      }
      expect((await find(ReadTeam).run(joint.lead.actor, joint.caseId)).roster).toHaveLength(1)
    })
  })

  it('hides itself from other units, from colleagues who are not named, and from the blocked', async () => {
    const joint = await given.aJointCase()
    const { worker, colleague, memberId } = await given.police(joint)
    const stranger = await given.world.aWorker(await given.world.aUnit('police'), [
      'caseworker',
      'supervisor',
    ])
    const leadsColleague = await given.world.aWorker(joint.lead.unit)
    for (const { actor } of [stranger, colleague, leadsColleague]) {
      expect(await reach(actor, joint.caseId)).toEqual(nothing)
      await expect(find(ReadTeam).run(actor, joint.caseId)).rejects.toThrow(NotFound)
      await expect(
        find(LeaveTeam).run(actor, memberId, 2, { reason: 'work_done', note: null }),
      ).rejects.toThrow(NotFound)
      await expect(
        find(RemoveMember).run(actor, joint.caseId, memberId, 2, {
          reason: 'work_done',
          note: null,
        }),
      ).rejects.toThrow(NotFound)
    }
    await given.world.block(worker, joint.caseId)
    expect(await reach(worker.actor, joint.caseId)).toEqual({ ...nothing, case_access: 1 })
    await expect(find(ReadTeam).run(worker.actor, joint.caseId)).rejects.toThrow(NotFound)
    expect(await rowsOf(worker.actor, 'SELECT FROM guard.team_roster($1)', [joint.caseId])).toBe(0)
    expect(await rowsOf(worker.actor, 'SELECT FROM guard.team_outline($1)', [joint.caseId])).toBe(0)
  })

  it('is open to the whole desk where the desk is the member', async () => {
    const joint = await given.aJointCase()
    const { worker, colleague, supervisor, unit } = await given.police(joint, { asDesk: true })
    for (const { actor } of [worker, colleague])
      expect(await sees(actor, joint.caseId)).toEqual(['identity', 'incident', 'legal'])
    const admin = await given.world.aWorker(unit, ['unit-admin'])
    expect(await reach(admin.actor, joint.caseId)).toEqual(nothing)
    expect((await find(ReadTeam).run(supervisor.actor, joint.caseId)).manages).toBe(false)
  })

  it('shows supervisors of a member what the member sees, but no counselling', async () => {
    const joint = await given.aJointCase()
    const health = await given.joined(joint, 'health', ['identity', 'psychosocial'])
    expect(await sees(health.worker.actor, joint.caseId)).toContain('psychosocial')
    expect(await sees(health.supervisor.actor, joint.caseId)).toEqual(['identity'])
    await task(joint, health.unit.id, 'psychosocial', 'Trị liệu')
    const page = await find(ReadTeam).run(health.supervisor.actor, joint.caseId)
    expect([page.tasks.length, page.hidden.length]).toEqual([0, 1])
  })

  it('lets nobody else answer for a desk, and the desk only once', async () => {
    const joint = await given.aJointCase()
    const unit = await given.world.aUnit('police')
    const desk = await given.world.aWorker(unit)
    const { memberId } = await given.invited(joint, unit, ['identity'])
    const stranger = await given.world.aWorker(await given.world.aUnit('police'))
    for (const { actor } of [stranger, joint.lead]) {
      await expect(find(AnswerInvitation).join(actor, memberId, 1, null)).rejects.toThrow(NotFound)
      expect(
        await rowsOf(
          actor,
          `SELECT FROM guard.move_team_member($1, 1, 'joined', NULL, NULL, NULL, now()) b
            WHERE b = 'done'`,
          [memberId],
        ),
      ).toBe(0)
    }
    await find(AnswerInvitation).decline(desk.actor, memberId, 1, {
      reason: 'no_capacity',
      note: null,
    })
    await expect(find(AnswerInvitation).join(desk.actor, memberId, 2, null)).rejects.toThrow(
      NotFound,
    )
    expect(await reach(desk.actor, joint.caseId)).toEqual(nothing)
    const { past } = await find(ReadTeam).run(joint.lead.actor, joint.caseId)
    expect(past).toMatchObject([{ status: 'declined', reason: 'no_capacity' }])
  })

  it('gives tasks to units, which alone say that they are done', async () => {
    const joint = await given.aJointCase()
    const { worker, unit } = await given.police(joint)
    const other = await given.joined(joint, 'legal-aid', ['legal'])
    const id = await task(joint, unit.id, 'legal', 'Lập biên bản')
    for (const { actor } of [joint.lead, other.worker])
      await expect(find(EndTask).finish(actor, id, 1, null)).rejects.toThrow(NotFound)
    await expect(
      smuggled(other.worker.actor, `UPDATE team_task SET state = 'done' WHERE id = $1`, [id]),
    ).resolves.toBe(0)
    await expect(find(EndTask).finish(worker.actor, id, 7, null)).rejects.toThrow(Stale)
    await find(EndTask).finish(worker.actor, id, 1, 'Đã lập.')

    const { task: done } = await find(ReadTask).run(joint.lead.actor, id)
    expect(done).toMatchObject({ state: 'done', note: 'Đã lập.', mayFinish: false })
    await given.world.deliverAll()
  })

  it('calls nobody to the conference of another case', async () => {
    const [joint, other] = [await given.aJointCase(), await given.aJointCase()]
    const { unit } = await given.police(joint)
    const conferenceId = await find(CallConference).run(joint.lead.actor, joint.caseId, {
      startsAt: new Date(Date.now() + 2 * 86_400_000),
      timeZone: 'Asia/Ho_Chi_Minh',
      channel: 'phone',
      place: 'Gọi cho đội công an.',
      unitIds: [unit.id],
    })
    const call = ({ lead, caseId }: JointCase) =>
      smuggled(
        lead.actor,
        'INSERT INTO conference_invitee (conference_id, case_id, unit_id) VALUES ($1, $2, $3)',
        [conferenceId, caseId, lead.unit.id],
      )
    await expect(call(other)).rejects.toMatchObject({ code: '42501' })
    expect(await call(joint)).toBe(1)
  })

  it('lets what is open go along when a member hands over', async () => {
    const joint = await given.aJointCase()
    const { worker, colleague, unit, memberId } = await given.police(joint)
    const id = await task(joint, unit.id, 'legal', 'Lập biên bản')
    await find(LeaveTeam).handOver(worker.actor, memberId, 2, colleague.id)

    expect(await reach(worker.actor, joint.caseId)).toEqual(nothing)
    const { task: taken } = await find(ReadTask).run(colleague.actor, id)
    expect(taken).toMatchObject({ workerId: colleague.id, mayFinish: true })
    await find(EndTask).finish(colleague.actor, id, taken.version, null)
  })

  it('writes decisions down as tasks, each line for who sees its section', async () => {
    const joint = await given.aJointCase()
    const { caseId, lead } = joint
    const { worker, unit } = await given.police(joint)
    const womens = await given.joined(joint, 'womens-services', ['identity', 'services'])
    const id = await find(CallConference).run(lead.actor, caseId, {
      startsAt: anHourAgo(),
      timeZone: 'Asia/Ho_Chi_Minh',
      channel: 'video',
      place: 'Phòng họp 2',
      unitIds: [unit.id, womens.unit.id],
    })
    const record = find(RecordConference)
    await record.answer(worker.actor, id, 'yes')
    const line = (
      kind: 'agenda' | 'view' | 'dissent',
      section: 'psychosocial' | 'legal',
      text: string,
    ) => record.add(lead.actor, id, { kind, section, text, unitId: null })
    await line('agenda', 'psychosocial', 'Tham vấn tới đâu')
    await line('agenda', 'legal', 'Tố giác')
    await line('view', 'psychosocial', 'Em muốn ở với bà')
    await record.decide(lead.actor, id, {
      section: 'legal',
      text: 'Công an tiếp nhận tố giác',
      task: { kind: 'police_step', unitId: unit.id, dueOn: inDays(2), text: 'Tiếp nhận tố giác' },
    })
    await expect(
      record.add(worker.actor, id, { kind: 'agenda', section: 'legal', text: 'x', unitId: null }),
    ).rejects.toThrow(NotFound)

    const police = await find(ReadConference).run(worker.actor, id)
    expect(police.place).toBe('Phòng họp 2')
    expect(police.entries.map(({ text }) => text)).toEqual(['Tố giác', 'Công an tiếp nhận tố giác'])
    expect(police.hidden).toEqual({ agenda: 1, view: 1, decision: 0, dissent: 0 })
    expect(police.tasks.map(({ text }) => text)).toEqual(['Tiếp nhận tố giác'])
    expect(police.invitees.find(({ unitId }) => unitId === unit.id)?.answer).toBe('yes')

    await record.hold(lead.actor, id, 1, { attended: [unit.id], next: null })
    await expect(line('agenda', 'legal', 'Nữa')).rejects.toMatchObject({
      code: 'teams.conference-ended',
    })
    await expect(record.answer(worker.actor, id, 'no')).rejects.toMatchObject({
      code: 'teams.conference-ended',
    })
  })

  it('shares one plan, step by step, only with those who may know of her safety', async () => {
    const joint = await given.aJointCase()
    const { caseId, lead } = joint
    const { worker, unit } = await given.police(joint)
    const legal = await given.joined(joint, 'legal-aid', ['legal'])
    const plan = find(SafetyPlan)
    const step = (
      kind: 'warning_sign' | 'unit_action',
      audience: readonly string[],
      text: string,
    ) => ({ kind, audience, text, unitId: null }) as const
    await expect(
      plan.add(lead.actor, caseId, 0, step('warning_sign', [legal.unit.id], 'x')),
    ).rejects.toThrow(PlanBeyondConsent)
    await plan.add(lead.actor, caseId, 0, step('warning_sign', [], 'Anh ta nhắn tin'))
    await plan.add(
      lead.actor,
      caseId,
      1,
      step('unit_action', [unit.id], 'Công an đến trong 10 phút'),
    )
    await expect(plan.add(lead.actor, caseId, 1, step('warning_sign', [], 'x'))).rejects.toThrow(
      Stale,
    )
    await expect(plan.add(worker.actor, caseId, 2, step('warning_sign', [], 'x'))).rejects.toThrow(
      NotFound,
    )
    await expect(plan.read(legal.worker.actor, caseId)).rejects.toThrow(NotFound)

    const read = await plan.read(worker.actor, caseId)
    expect(read.steps.map(({ text }) => text)).toEqual(['Công an đến trong 10 phút'])
    expect(
      await rowsOf(worker.actor, 'SELECT FROM team_plan_step WHERE case_id = $1', [caseId]),
    ).toBe(1)
    await plan.acknowledge(worker.actor, caseId, 2)
    await plan.propose(worker.actor, caseId, 'Thêm số trực ban')
    const own = await plan.read(lead.actor, caseId)
    expect(own.readings.map(({ workerId }) => workerId)).toEqual([worker.id])
    expect(own.proposals.map(({ text }) => text)).toEqual(['Thêm số trực ban'])
    const [first] = own.steps
    await plan.replace(
      lead.actor,
      caseId,
      2,
      first?.id ?? '',
      step('warning_sign', [unit.id], 'Gọi nhiều'),
    )
    const before = await plan.read(worker.actor, caseId, 2)
    const after = await plan.read(worker.actor, caseId)
    expect(before.steps).toHaveLength(1)
    expect(after.steps.map(({ text }) => text)).toEqual(['Gọi nhiều', 'Công an đến trong 10 phút'])
    expect(after.hasRead).toBe(false)
  })

  it('is opened and led by nobody but who leads the case', async () => {
    const joint = await given.aJointCase()
    const { worker } = await given.police(joint)
    const colleague = await given.world.aWorker(joint.lead.unit)
    for (const { actor } of [worker, colleague, joint.leadSupervisor]) {
      await expect(find(OpenTeam).run(actor, joint.caseId)).rejects.toThrow(NotFound)
      await expect(find(CloseTeam).run(actor, joint.caseId, 1, 'goals_met')).rejects.toThrow(
        NotFound,
      )
      await expect(find(InviteUnit).units(actor, joint.caseId)).rejects.toThrow(NotFound)
      await expect(find(AssignTask).options(actor, joint.caseId)).rejects.toThrow(NotFound)
    }
  })

  it('ends sight with the day a consent runs out, before anybody has tidied up', async () => {
    const joint = await given.aJointCase()
    const { worker, consentId } = await given.police(joint)
    await given.world.owner.query('ALTER TABLE consent DISABLE TRIGGER USER')
    await given.world.owner.query(
      `UPDATE consent SET given_at = now() - interval '2 days', valid_until = now() - interval '1 hour'
        WHERE id = $1`,
      [consentId],
    )
    await given.world.owner.query('ALTER TABLE consent ENABLE TRIGGER USER')
    await given.world.owner.query(
      `UPDATE case_access SET valid_until = now() - interval '1 hour'
        WHERE case_id = $1 AND reason = 'team'`,
      [joint.caseId],
    )
    await expect(find(ReadTeam).run(worker.actor, joint.caseId)).rejects.toThrow(NotFound)
    expect((await find(ReadTeam).run(joint.lead.actor, joint.caseId)).roster).toHaveLength(1)
  })
})

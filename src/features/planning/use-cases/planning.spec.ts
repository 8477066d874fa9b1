import { beforeAll, describe, expect, it } from '@jest/globals'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { addDays, localTimeOf } from '../../../platform/clock/local-time.js'
import { statement } from '../../../platform/database/statement.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { riskClocks, riskLevels } from '../../cases/domain/risk.js'
import { RecordSection } from '../../cases/use-cases/record-section.js'
import { nextContactDue } from '../domain/contacts.js'
import {
  AgainstSafeContact,
  AlreadyEnded,
  CaseIsClosed,
  ContactInFuture,
  DueInPast,
  ReferralUnfit,
  TaskOfPlan,
  WorkerUnfit,
} from '../domain/planning.errors.js'
import { usePlanning, type PlannedCase, type PlanningWorld } from '../testing/use-planning.js'
import { AnswerApproval } from './answer-approval.js'
import { CaseTasks } from './case-tasks.js'
import { ContactLog, type ContactToLog } from './contact-log.js'
import { Flags } from './flags.js'
import { ReadPlan } from './read-plan.js'
import { RequestApproval } from './request-approval.js'
import { WritePlan, type ActionToWrite } from './write-plan.js'

const dayMs = 86_400_000
const low = { assessed: 'low', reasons: [], immediateDanger: false, danger: null } as const

describe('planning', () => {
  const planning = usePlanning()
  let given: PlanningWorld

  beforeAll(() => {
    given = planning()
  })

  const find: PlanningWorld['find'] = (type) => given.find(type)
  const now = (): Date => find(Clock).now()
  const inDays = (days: number): string => addDays(localTimeOf(now()).date, days)

  let number = 0
  const rowsOf = (actor: WorkerActor, text: string, values: unknown[] = []): Promise<number> =>
    find(Transactions).run(
      actor,
      async () =>
        (await find(Database).query(statement(`spec.planning-${(number += 1)}`, text), values))
          .length,
    )
  const smuggled = (actor: WorkerActor, text: string, values: unknown[] = []): Promise<number> =>
    find(Transactions).run(actor, () =>
      find(Database).change(statement(`spec.planning-${(number += 1)}`, text), values),
    )

  const need = {
    domain: 'safety',
    priority: 'urgent',
    text: 'Chặn tài khoản',
    ownWords: null,
  } as const
  const anAction = (changes: Partial<ActionToWrite> = {}): ActionToWrite => ({
    doer: 'person',
    workerId: null,
    service: null,
    referralId: null,
    text: 'Đổi mật khẩu',
    dueOn: null,
    ...changes,
  })
  /** A plan of one need, one goal and one action. */
  const aPlan = async (
    { lead: { actor }, caseId }: PlannedCase,
    changes: Partial<ActionToWrite> = {},
  ) => {
    const write = find(WritePlan)
    const needId = await write.addNeed(actor, caseId, 0, need)
    const goal = { text: 'Không còn bị đe doạ', measure: 'Hai tuần yên', dueOn: inDays(14) }
    const goalId = await write.addGoal(actor, caseId, 1, needId, goal)
    const actionId = await write.addAction(actor, caseId, 2, goalId, anAction(changes))
    return { needId, goalId, actionId, version: 3 }
  }
  const read = ({ lead, caseId }: PlannedCase) => find(ReadPlan).run(lead.actor, caseId)
  const stepOf = async (planned: PlannedCase) => (await read(planned)).row.step

  describe('a plan', () => {
    it('holds needs, their goals and who does what until when', async () => {
      const planned = await given.aPlannedCase()
      await aPlan(planned, { doer: 'worker', workerId: planned.colleague.id, dueOn: inDays(3) })

      const { plan, tasks } = await read(planned)

      expect(plan.version).toBe(3)
      expect(plan.needs).toMatchObject([
        {
          ...need,
          goals: [
            {
              text: 'Không còn bị đe doạ',
              state: 'open',
              actions: [{ text: 'Đổi mật khẩu', workerId: planned.colleague.id, state: 'open' }],
            },
          ],
        },
      ])
      // A colleague does not see the case: the task is the lead's.
      expect(tasks).toMatchObject([
        { kind: 'action', title: 'Đổi mật khẩu', workerId: planned.lead.id, mayEnd: false },
      ])
    })

    it('keeps what held before', async () => {
      const planned = await given.aPlannedCase()
      const { needId } = await aPlan(planned)
      const { actor } = planned.lead
      await find(WritePlan).changeNeed(actor, planned.caseId, 3, needId, {
        ...need,
        text: 'An toàn trên mạng',
        ownWords: 'Con sợ lắm',
      })
      const text = async (version: number | null) =>
        (await find(ReadPlan).history(actor, planned.caseId, version)).plan.needs[0]?.text
      expect([await text(3), await text(null)]).toEqual(['Chặn tài khoản', 'An toàn trên mạng'])
      const { versions } = await find(ReadPlan).history(actor, planned.caseId, null)
      expect(versions.map(({ change }) => change)).toEqual(['need', 'action', 'goal', 'need'])
      await expect(find(ReadPlan).history(actor, planned.caseId, 5)).rejects.toThrow(NotFound)
    })

    it('is not written over what somebody else wrote meanwhile', async () => {
      const planned = await given.aPlannedCase()
      const write = find(WritePlan)
      await write.addNeed(planned.lead.actor, planned.caseId, 0, need)
      await expect(write.addNeed(planned.lead.actor, planned.caseId, 0, need)).rejects.toThrow(
        Stale,
      )
      await expect(write.addNeed(planned.lead.actor, planned.caseId, 4, need)).rejects.toThrow(
        Stale,
      )
    })

    it('is the lead’s to write, the supervisor’s to read, and nobody else’s', async () => {
      const planned = await given.aPlannedCase()
      const { goalId, actionId } = await aPlan(planned)
      const { caseId } = planned
      const write = find(WritePlan)
      expect((await find(ReadPlan).run(planned.supervisor.actor, caseId)).mayChange).toBe(false)
      await expect(write.addNeed(planned.supervisor.actor, caseId, 3, need)).rejects.toThrow(
        NotFound,
      )
      for (const { actor } of [planned.colleague, planned.stranger]) {
        await expect(find(ReadPlan).run(actor, caseId)).rejects.toThrow(NotFound)
        await expect(find(ReadPlan).history(actor, caseId, null)).rejects.toThrow(NotFound)
        await expect(find(ReadPlan).toChange(actor, caseId)).rejects.toThrow(NotFound)
        await expect(write.addNeed(actor, caseId, 3, need)).rejects.toThrow(NotFound)
        for (const table of ['case_plan', 'plan_version', 'plan_item', 'case_task', 'case_due'])
          expect([
            table,
            await rowsOf(actor, `SELECT FROM ${table} WHERE case_id = $1`, [caseId]),
          ]).toEqual([table, 0])
      }
      // Nor can what belongs to one case be changed below another.
      const other = await given.aPlannedCase()
      await aPlan(other)
      await expect(
        write.addAction(other.lead.actor, other.caseId, 3, goalId, anAction()),
      ).rejects.toThrow(NotFound)
      await expect(
        write.endAction(other.lead.actor, other.caseId, 3, actionId, {
          state: 'done',
          reason: null,
          note: null,
        }),
      ).rejects.toThrow(NotFound)
      await given.block(planned.lead, caseId)
      await expect(read(planned)).rejects.toThrow(NotFound)
    })

    it('stays closed to a unit with which services are shared', async () => {
      const planned = await given.aPlannedCase()
      await aPlan(planned, { dueOn: inDays(3) })
      await given.owner.query(
        `SELECT guard.add_grant($1, $2, 'referral', $1, 1 << 8, true, 'infinity')`,
        [planned.caseId, planned.stranger.id],
      )
      for (const table of ['case_plan', 'plan_version', 'plan_item', 'case_task', 'case_due'])
        expect([
          table,
          await rowsOf(planned.stranger.actor, `SELECT FROM ${table} WHERE case_id = $1`, [
            planned.caseId,
          ]),
        ]).toEqual([table, 0])
      await expect(find(ReadPlan).run(planned.stranger.actor, planned.caseId)).rejects.toThrow(
        NotFound,
      )
    })

    it('names workers of the unit and referrals of the case only', async () => {
      const planned = await given.aPlannedCase()
      const { goalId } = await aPlan(planned)
      const add = (changes: Partial<ActionToWrite>) =>
        find(WritePlan).addAction(planned.lead.actor, planned.caseId, 3, goalId, anAction(changes))
      await expect(add({ doer: 'worker', workerId: planned.stranger.id })).rejects.toThrow(
        WorkerUnfit,
      )
      await expect(
        add({ doer: 'service', service: 'LEGAL', referralId: crypto.randomUUID() }),
      ).rejects.toThrow(ReferralUnfit)
      await expect(add({ dueOn: inDays(-1) })).rejects.toThrow(DueInPast)
      // All or nothing: the version is still the one that was read.
      await add({})
    })

    it('is not written in a closed case', async () => {
      const planned = await given.aPlannedCase()
      await aPlan(planned, { dueOn: inDays(3) })
      await given.owner.query(`UPDATE cases SET status = 'closed' WHERE id = $1`, [planned.caseId])
      await expect(
        find(WritePlan).addNeed(planned.lead.actor, planned.caseId, 3, need),
      ).rejects.toThrow(CaseIsClosed)
      const { tasks, due, row } = await read(planned)
      expect(tasks).toMatchObject([{ state: 'cancelled', reason: 'case_closed' }])
      expect([due, row.step]).toEqual([null, 'closed'])
    })

    it('keeps its task in step: another day, another word, done, dropped', async () => {
      const planned = await given.aPlannedCase()
      const { actor } = planned.lead
      const { caseId } = planned
      const { actionId, goalId } = await aPlan(planned, { dueOn: inDays(3) })
      const write = find(WritePlan)
      const changed = anAction({ text: 'Khoá tài khoản', dueOn: inDays(5) })
      await write.changeAction(actor, caseId, 3, actionId, changed)
      expect((await read(planned)).tasks).toMatchObject([
        { title: 'Khoá tài khoản', dueOn: inDays(5), state: 'open' },
      ])
      const [task] = (await read(planned)).tasks
      await expect(
        find(CaseTasks).finish(actor, caseId, task?.id ?? '', task?.version ?? 0, null),
      ).rejects.toThrow(TaskOfPlan)

      await write.endAction(actor, caseId, 4, actionId, { state: 'done', reason: null, note: 'Ổn' })
      await write.addAction(actor, caseId, 5, goalId, anAction({ dueOn: inDays(2) }))
      const second = (await read(planned)).plan.needs[0]?.goals[0]?.actions[1]?.itemId ?? ''
      await write.endAction(actor, caseId, 6, second, {
        state: 'dropped',
        reason: 'person_declined',
        note: null,
      })
      const after = await read(planned)
      expect(after.tasks.map(({ state, reason }) => [state, reason]).sort()).toEqual([
        ['cancelled', 'plan_changed'],
        ['done', null],
      ])
      expect(after.plan.needs[0]?.goals[0]?.actions).toMatchObject([
        { state: 'done', note: 'Ổn' },
        { state: 'dropped', reason: 'person_declined' },
      ])
      await expect(
        write.endAction(actor, caseId, 7, actionId, { state: 'done', reason: null, note: null }),
      ).rejects.toThrow(AlreadyEnded)
    })

    it('says how far a goal has come, and keeps its words', async () => {
      const planned = await given.aPlannedCase()
      const { goalId } = await aPlan(planned)
      await find(WritePlan).assessGoal(planned.lead.actor, planned.caseId, 3, goalId, {
        state: 'partly',
        note: 'Còn một tài khoản',
      })
      expect((await read(planned)).plan.needs[0]?.goals[0]).toMatchObject({
        text: 'Không còn bị đe doạ',
        measure: 'Hai tuần yên',
        state: 'partly',
        note: 'Còn một tài khoản',
      })
    })

    it('asks to be looked at anew on a day, once', async () => {
      const planned = await given.aPlannedCase()
      const { actor } = planned.lead
      const basis = {
        part: 'yes',
        wishes: null,
        bestInterests: 'Ở với bà',
        reviewOn: inDays(30),
      } as const
      await find(WritePlan).basis(actor, planned.caseId, 0, basis)
      await find(WritePlan).basis(actor, planned.caseId, 1, { ...basis, reviewOn: inDays(20) })
      const { tasks, plan } = await read(planned)
      expect(plan.basis).toEqual({ ...basis, reviewOn: inDays(20) })
      expect(tasks).toMatchObject([{ kind: 'review', dueOn: inDays(20), title: null }])
    })
  })

  describe('a case moves on', () => {
    it('without approvals where the risk is low', async () => {
      const planned = await given.aPlannedCase({ risk: low })
      const { actionId, goalId } = await aPlan(planned)
      const { actor } = planned.lead
      expect(await stepOf(planned)).toBe('service_provision')
      const done = { state: 'done', reason: null, note: null } as const
      await find(WritePlan).endAction(actor, planned.caseId, 3, actionId, done)
      expect(await stepOf(planned)).toBe('services_implemented')
      await find(WritePlan).addAction(actor, planned.caseId, 4, goalId, anAction())
      expect(await stepOf(planned)).toBe('service_provision')
    })

    it('only with approvals where the risk is high, and progress keeps the approval', async () => {
      const planned = await given.aPlannedCase()
      const { lead, supervisor, caseId } = planned
      const { actionId, goalId } = await aPlan(planned)
      expect(await stepOf(planned)).toBe('assessment')
      const agree = async (kind: 'assessment' | 'plan') => {
        const pin = await find(ReadPlan).pin(lead.actor, caseId, kind)
        const id = await find(RequestApproval).run(lead.actor, caseId, { kind, pin, note: null })
        const answer = { to: 'approved', reason: null } as const
        await find(AnswerApproval).run(supervisor.actor, id, 1, answer)
      }
      await agree('assessment')
      expect(await stepOf(planned)).toBe('case_plan')
      await agree('plan')
      expect(await stepOf(planned)).toBe('service_provision')

      const done = { state: 'done', reason: null, note: null } as const
      await find(WritePlan).endAction(lead.actor, caseId, 3, actionId, done)
      expect((await read(planned)).approvals.plan.isGiven).toBe(true)
      await find(WritePlan).addAction(lead.actor, caseId, 4, goalId, anAction())
      expect((await read(planned)).approvals.plan).toMatchObject({
        isGiven: false,
        isOutdated: true,
      })
    })
  })

  describe('a task', () => {
    const byHand = (planned: PlannedCase, by: WorkerActor, workerId: string, days = 3) =>
      find(CaseTasks).give(by, planned.caseId, {
        workerId,
        dueOn: inDays(days),
        reminds: true,
        title: 'Gọi cho trường',
      })

    it('is given to who answers for the case, by lead or supervisor, and told', async () => {
      const planned = await given.aPlannedCase()
      const { lead, supervisor, colleague, stranger, caseId } = planned
      const id = await byHand(planned, supervisor.actor, lead.id)
      await given.deliverAll()
      expect(await given.toldOf(lead)).toContain('case-task.given')
      expect((await find(CaseTasks).mine(lead.actor)).items).toMatchObject([
        { id, title: 'Gọi cho trường' },
      ])
      for (const unfit of [colleague, stranger])
        await expect(byHand(planned, lead.actor, unfit.id)).rejects.toThrow(WorkerUnfit)
      await expect(byHand(planned, lead.actor, lead.id, -1)).rejects.toThrow(DueInPast)
      for (const { actor } of [colleague, stranger]) {
        await expect(byHand(planned, actor, lead.id)).rejects.toThrow(NotFound)
        await expect(find(CaseTasks).one(actor, caseId, id)).rejects.toThrow(NotFound)
        await expect(find(CaseTasks).finish(actor, caseId, id, 1, null)).rejects.toThrow(NotFound)
      }
      await expect(
        smuggled(
          lead.actor,
          `INSERT INTO case_task (id, case_id, kind, worker_id, due_on, due_at, created_by, created_at)
           VALUES (gen_random_uuid(), $1, 'other', $2, now(), now(), $3, now())`,
          [caseId, stranger.id, lead.id],
        ),
      ).rejects.toMatchObject({ code: '42501' })
    })

    it('is smuggled to nobody who could not be given it', async () => {
      const planned = await given.aPlannedCase()
      const { lead, supervisor, colleague, stranger, caseId } = planned
      const id = await byHand(planned, lead.actor, lead.id)
      const give = (to: string) =>
        smuggled(
          lead.actor,
          'UPDATE case_task SET worker_id = $2, version = version + 1 WHERE id = $1',
          [id, to],
        )
      for (const { id: to } of [colleague, stranger])
        await expect(give(to)).rejects.toMatchObject({ code: '23514' })
      await given.block(supervisor, caseId)
      await expect(give(supervisor.id)).rejects.toMatchObject({ code: '23514' })
      const other = await given.aWorker(planned.unit, ['supervisor'])
      expect(await give(other.id)).toBe(1)
    })

    it('is ended once, by whose it is or who leads', async () => {
      const planned = await given.aPlannedCase()
      const { lead, supervisor, caseId } = planned
      const leads = await byHand(planned, lead.actor, lead.id)
      const tasks = find(CaseTasks)
      await expect(tasks.finish(supervisor.actor, caseId, leads, 1, null)).rejects.toThrow(NotFound)
      expect(
        await smuggled(
          supervisor.actor,
          `UPDATE case_task SET state = 'done', ended_by = $2, ended_at = now() WHERE id = $1`,
          [leads, supervisor.id],
        ),
      ).toBe(0)
      await expect(tasks.finish(lead.actor, caseId, leads, 2, null)).rejects.toThrow(Stale)
      await tasks.finish(lead.actor, caseId, leads, 1, 'Xong')
      await expect(tasks.finish(lead.actor, caseId, leads, 2, null)).rejects.toThrow(AlreadyEnded)
      const hers = await byHand(planned, lead.actor, supervisor.id)
      const reason = { reason: 'no_longer_needed', note: null } as const
      await tasks.cancel(supervisor.actor, caseId, hers, 1, reason)
      const other = await given.aPlannedCase()
      await expect(tasks.one(other.lead.actor, other.caseId, hers)).rejects.toThrow(NotFound)
    })

    it('goes along when another leads the case', async () => {
      const planned = await given.aPlannedCase()
      const { lead, colleague, caseId } = planned
      await byHand(planned, lead.actor, lead.id)
      await given.owner.query('UPDATE cases SET lead_worker_id = $2 WHERE id = $1', [
        caseId,
        colleague.id,
      ])
      await given.owner.query('SELECT guard.project_case($1)', [caseId])
      expect((await find(CaseTasks).mine(lead.actor)).items).toEqual([])
      expect((await find(CaseTasks).mine(colleague.actor)).items).toHaveLength(1)
    })
  })

  describe('a flag', () => {
    it('is raised by who manages the case, tells the lead, and is taken down with a reason', async () => {
      const planned = await given.aPlannedCase()
      const { lead, supervisor, colleague, stranger, caseId } = planned
      const flags = find(Flags)
      const flag = { message: 'Toà xử tuần tới', dueOn: inDays(4) }
      const id = await flags.raise(supervisor.actor, caseId, flag)
      await given.deliverAll()
      expect(await given.toldOf(lead)).toContain('case-flag.raised')
      expect((await read(planned)).flags).toMatchObject([{ id, message: 'Toà xử tuần tới' }])
      for (const { actor } of [colleague, stranger]) {
        await expect(flags.raise(actor, caseId, flag)).rejects.toThrow(NotFound)
        await expect(flags.one(actor, caseId, id)).rejects.toThrow(NotFound)
        await expect(flags.remove(actor, caseId, id, 1, 'Xong')).rejects.toThrow(NotFound)
        expect(await rowsOf(actor, 'SELECT FROM case_flag WHERE id = $1', [id])).toBe(0)
      }
      await expect(flags.raise(lead.actor, caseId, { ...flag, dueOn: inDays(-1) })).rejects.toThrow(
        DueInPast,
      )
      await expect(flags.remove(lead.actor, caseId, id, 2, 'Xong')).rejects.toThrow(Stale)
      await flags.remove(lead.actor, caseId, id, 1, 'Xong')
      await expect(flags.remove(lead.actor, caseId, id, 2, 'Xong')).rejects.toThrow(AlreadyEnded)
      expect((await read(planned)).flags).toMatchObject([{ reason: 'Xong' }])
    })
  })

  describe('a contact', () => {
    // The person of these tests may be written to, whenever she said so; a call was not called safe.
    const contact = (changes: Partial<ContactToLog> = {}): ContactToLog => ({
      at: now(),
      channel: 'message',
      withRole: 'person',
      fromPerson: false,
      reached: true,
      wasSafe: 'yes',
      note: null,
      knowsRules: false,
      ...changes,
    })
    const log = ({ lead, caseId }: PlannedCase, changes: Partial<ContactToLog> = {}) =>
      find(ContactLog).log(lead.actor, caseId, contact(changes))
    const dueOf = async (planned: PlannedCase) => (await read(planned)).due

    it('is held against what the person called safe', async () => {
      const planned = await given.aPlannedCase()
      await expect(log(planned, { channel: 'call' })).rejects.toThrow(AgainstSafeContact)
      await log(planned, { channel: 'call', fromPerson: true })
      await log(planned, { channel: 'call', withRole: 'service' })
      await log(planned, { channel: 'call', knowsRules: true, note: 'Mẹ gọi lại' })
      expect((await read(planned)).contacts).toMatchObject([
        { againstRules: true, note: 'Mẹ gọi lại' },
        { againstRules: false },
        { againstRules: false, fromPerson: true },
      ])
      await find(RecordSection).contact(planned.lead.actor, planned.caseId, 1, {
        phone: null,
        channels: [],
        doNotContact: true,
        when: null,
        codeWord: null,
        whoMayAnswer: null,
        notes: null,
      })
      await expect(log(planned)).rejects.toThrow(AgainstSafeContact)
      expect((await read(planned)).answer.verdict).toBe('never')
    })

    it('cannot have been tomorrow', async () => {
      const planned = await given.aPlannedCase()
      await expect(log(planned, { at: new Date(now().getTime() + dayMs) })).rejects.toThrow(
        ContactInFuture,
      )
    })

    it('says when the next is due; an attempt, or somebody else, does not', async () => {
      const planned = await given.aPlannedCase()
      const first = await dueOf(planned)
      expect(first?.contactDueAt).toEqual(new Date(Number(first?.assessedAt) + dayMs))
      await log(planned, { reached: false })
      await log(planned, { withRole: 'caregiver' })
      expect((await dueOf(planned))?.contactDueAt).toEqual(first?.contactDueAt)
      const at = now()
      const id = await log(planned, { at })
      expect(await dueOf(planned)).toMatchObject({
        lastContactAt: at,
        contactDueAt: new Date(at.getTime() + 7 * dayMs),
      })
      await find(ContactLog).strike(planned.lead.actor, planned.caseId, id)
      expect(await dueOf(planned)).toEqual(first)
      await expect(find(ContactLog).strike(planned.lead.actor, planned.caseId, id)).rejects.toThrow(
        NotFound,
      )
    })

    it('is computed anew when the risk changes, as the rules say', async () => {
      const planned = await given.aPlannedCase({ risk: low })
      const at = now()
      await log(planned, { at })
      expect((await dueOf(planned))?.contactDueAt).toEqual(new Date(at.getTime() + 30 * dayMs))
      const changedAt = new Date(at.getTime() + 60_000)
      await given.owner.query(
        `UPDATE cases SET risk_level = 'high', updated_at = $2 WHERE id = $1`,
        [planned.caseId, changedAt],
      )
      expect((await dueOf(planned))?.contactDueAt).toEqual(nextContactDue('high', changedAt, at))
      await given.owner.query(
        `UPDATE cases SET risk_level = 'none', updated_at = $2 WHERE id = $1`,
        [planned.caseId, changedAt],
      )
      expect((await dueOf(planned))?.contactDueAt).toBeNull()
    })

    it('in vain three times gives the lead a task, once; reaching the person ends it', async () => {
      const planned = await given.aPlannedCase()
      const tasks = async () =>
        (await read(planned)).tasks
          .filter(({ kind }) => kind === 'unreached')
          .map(({ state }) => state)
      await log(planned, { reached: false })
      await log(planned, { reached: false })
      expect(await tasks()).toEqual([])
      await log(planned, { reached: false })
      await log(planned, { reached: false })
      expect(await tasks()).toEqual(['open'])
      await log(planned)
      expect(await tasks()).toEqual(['done'])
    })

    it('is nobody’s to write or read but whose case it is', async () => {
      const planned = await given.aPlannedCase()
      const id = await log(planned, { note: 'Em vẫn ổn' })
      const contacts = find(ContactLog)
      const { supervisor, colleague, stranger, caseId } = planned
      expect((await contacts.ofCase(supervisor.actor, caseId)).items).toMatchObject([
        { id, note: 'Em vẫn ổn' },
      ])
      for (const { actor } of [supervisor, colleague, stranger]) {
        await expect(contacts.log(actor, caseId, contact())).rejects.toThrow(NotFound)
        await expect(contacts.strike(actor, caseId, id)).rejects.toThrow(NotFound)
        await expect(contacts.before(actor, caseId)).rejects.toThrow(NotFound)
      }
      for (const { actor } of [colleague, stranger]) {
        await expect(contacts.ofCase(actor, caseId)).rejects.toThrow(NotFound)
        expect(await rowsOf(actor, 'SELECT FROM contact_entry WHERE id = $1', [id])).toBe(0)
      }
      await expect(
        smuggled(
          planned.lead.actor,
          `INSERT INTO contact_entry (id, case_id, at, channel, with_role, from_person, reached,
                                      was_safe, against_rules, written_by, written_at)
           VALUES (gen_random_uuid(), $1, now(), 'call', 'person', false, true, 'yes', false, $2, now())`,
          [caseId, supervisor.id],
        ),
      ).rejects.toMatchObject({ code: '42501' })
    })
  })

  it('has the clocks of the risk in the database as in the rules', async () => {
    const { rows } = await given.owner.query(
      `SELECT level, first_action_hours AS "firstActionHours", follow_up_days AS "followUpDays"
         FROM risk_clock`,
    )
    expect(rows).toHaveLength(riskLevels.length)
    for (const level of riskLevels) {
      const { firstActionHours, followUpDays } = riskClocks[level]
      expect(rows).toContainEqual({ level, firstActionHours, followUpDays })
    }
  })
})

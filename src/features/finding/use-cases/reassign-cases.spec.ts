import { describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { system, type WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { aCase } from '../../cases/testing/an-intake.js'
import { useFinding } from '../testing/use-finding.js'
import { Reassignments } from '../data/reassignments.js'
import { LeadUnfit, NoSuchSelection } from '../domain/finding.errors.js'
import { reassignAsked } from '../domain/reassignment.js'
import { HearOfReassigned } from '../jobs/hear-of-reassigned.js'
import { ReassignJob } from '../jobs/reassign.job.js'
import { ReassignCases } from './reassign-cases.js'
import { SearchCases } from './search-cases.js'

describe('handing many cases over', () => {
  const services = useFinding()
  const reassign = () => services().find(ReassignCases)

  const aTeam = async () => {
    const unit = await services().aUnit()
    return {
      unit,
      supervisor: await services().aWorker(unit, 'supervisor'),
      lead: await services().aWorker(unit),
      colleague: await services().aWorker(unit),
    }
  }
  const casesOf = async (lead: WorkerActor, count: number): Promise<string[]> => {
    const ids: string[] = []
    for (let n = 0; n < count; n += 1) ids.push((await aCase(services(), lead)).id)
    return ids
  }
  const eventOf = (id: string) => ({
    id: randomUUID(),
    type: reassignAsked,
    subjectId: id,
    caseId: null,
    data: {},
    at: new Date(),
  })
  const job = () => services().find(ReassignJob)
  /** The whole delivery, as the worker makes it. */
  const deliver = async (id: string): Promise<void> => {
    await job().actOutside(eventOf(id))
    await services()
      .find(Transactions)
      .run(system('delivery'), () => job().handle(eventOf(id)))
  }
  const statesOf = async (actor: WorkerActor, id: string) =>
    (await reassign().progress(actor, id)).lines.map(({ state }) => state)
  const leadOf = async (caseId: string): Promise<string> => {
    const { rows } = await services().owner.query<{ lead: string }>(
      'SELECT lead_worker_id AS lead FROM cases WHERE id = $1',
      [caseId],
    )
    return rows[0]?.lead ?? ''
  }
  const seesIt = async (actor: WorkerActor, name: string): Promise<boolean> =>
    (await services().find(SearchCases).run(actor, name)).cases.length > 0

  it('gives each case its new lead: sight, tasks and referrals go along, and both are told', async () => {
    const { supervisor, lead, colleague } = await aTeam()
    const { id } = await aCase(services(), lead, { person: { name: 'Chu Hải Yến' } })
    const taskId = randomUUID()
    await services().owner.query(
      `INSERT INTO case_task (id, case_id, kind, worker_id, due_on, due_at, created_by, created_at)
       VALUES ($1, $2, 'review', $3, '2026-12-01', '2026-12-01T17:00:00Z', $3, now())`,
      [taskId, id, lead.workerId],
    )

    const bulk = await reassign().start(supervisor, [id], colleague.workerId)
    expect(await statesOf(supervisor, bulk)).toEqual(['waiting'])
    await deliver(bulk)

    expect(await statesOf(supervisor, bulk)).toEqual(['done'])
    expect(await leadOf(id)).toBe(colleague.workerId)
    expect(await seesIt(colleague, 'Chu Hải Yến')).toBe(true)
    expect(await seesIt(lead, 'Chu Hải Yến')).toBe(false)
    const { rows } = await services().owner.query(
      'SELECT worker_id AS "workerId" FROM case_task WHERE id = $1',
      [taskId],
    )
    expect(rows).toEqual([{ workerId: colleague.workerId }])
    expect(await services().eventsOf(id)).toEqual(
      expect.arrayContaining(['case.given', 'case.given-away']),
    )
    expect(await services().trailOf(id)).toContainEqual(
      expect.objectContaining({ action: 'case.reassign', actorId: supervisor.workerId }),
    )
    const line = (await reassign().progress(supervisor, bulk)).lines[0]
    const concerned = async (type: string) =>
      services()
        .find(Transactions)
        .run(system('delivery'), () =>
          services()
            .find(HearOfReassigned)
            .concerned({ ...eventOf(line?.id ?? ''), type }),
        )
    expect((await concerned('case.given')).map(({ workerIds }) => workerIds)).toEqual([
      [colleague.workerId],
    ])
    expect(await concerned('case.given-away')).toMatchObject([
      // Which case it was is not theirs to see any more.
      { workerIds: [lead.workerId], caseId: null },
    ])
  })

  it('does nothing twice, however often it is run, at once or again', async () => {
    const { supervisor, lead, colleague } = await aTeam()
    const ids = await casesOf(lead, 4)
    const bulk = await reassign().start(supervisor, ids, colleague.workerId)

    await Promise.all([deliver(bulk), deliver(bulk), job().actOutside(eventOf(bulk))])
    await deliver(bulk)

    expect(await statesOf(supervisor, bulk)).toEqual(['done', 'done', 'done', 'done'])
    for (const id of ids) {
      expect(await leadOf(id)).toBe(colleague.workerId)
      expect((await services().eventsOf(id)).filter((type) => type === 'case.given')).toHaveLength(
        1,
      )
      const { rows } = await services().owner.query(
        `SELECT FROM access_grant WHERE case_id = $1 AND reason = 'lead' AND ended_at IS NULL`,
        [id],
      )
      expect(rows).toHaveLength(1)
    }
  })

  it('goes on after a fall where it stopped', async () => {
    const { supervisor, lead, colleague } = await aTeam()
    const [first = '', second = '', third = ''] = await casesOf(lead, 3)
    const bulk = await reassign().start(supervisor, [first, second, third], colleague.workerId)
    await services().owner.query(
      `CREATE FUNCTION pg_temp_fall() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION 'the machine falls'; END $$;
       CREATE TRIGGER falls BEFORE UPDATE ON cases FOR EACH ROW
         WHEN (OLD.id = '${second}') EXECUTE FUNCTION pg_temp_fall()`,
    )
    await expect(job().actOutside(eventOf(bulk))).rejects.toThrow()
    expect(await statesOf(supervisor, bulk)).toEqual(['done', 'waiting', 'waiting'])

    await services().owner.query('DROP TRIGGER falls ON cases; DROP FUNCTION pg_temp_fall')
    await deliver(bulk)

    expect(await statesOf(supervisor, bulk)).toEqual(['done', 'done', 'done'])
  })

  it('tells what became of a case that is blocked for the colleague, given away before, or gone', async () => {
    const { unit, supervisor, lead, colleague } = await aTeam()
    const third = await services().aWorker(unit)
    const [blocked = '', stale = '', sealed = '', mine = ''] = await casesOf(lead, 4)
    await services().block(colleague, blocked)
    const bulk = await reassign().start(
      supervisor,
      [blocked, stale, sealed, mine],
      colleague.workerId,
    )
    await services().owner.query('UPDATE cases SET lead_worker_id = $2 WHERE id = $1', [
      stale,
      third.workerId,
    ])
    await services().owner.query('UPDATE cases SET sealed = true WHERE id = $1', [sealed])
    for (const id of [stale, sealed])
      await services().owner.query('SELECT guard.project_case($1)', [id])

    await deliver(bulk)

    expect(await statesOf(supervisor, bulk)).toEqual(['unfit', 'stale', 'gone', 'done'])
    expect(await leadOf(blocked)).toBe(lead.workerId)
    expect(await leadOf(sealed)).toBe(lead.workerId)
    expect(await leadOf(stale)).toBe(third.workerId)
  })

  it('does nothing for a supervisor who is none any more', async () => {
    const { supervisor, lead, colleague } = await aTeam()
    const [id = ''] = await casesOf(lead, 1)
    const bulk = await reassign().start(supervisor, [id], colleague.workerId)
    await services().owner.query('UPDATE worker SET active = false WHERE id = $1', [
      supervisor.workerId,
    ])

    await deliver(bulk)

    expect(await leadOf(id)).toBe(lead.workerId)
    const { rows } = await services().owner.query(
      'SELECT state FROM bulk_reassign_line WHERE bulk_id = $1',
      [bulk],
    )
    expect(rows).toEqual([{ state: 'gone' }])
  })

  it('is for supervisors, of their own unit’s cases, to caseworkers of the unit', async () => {
    const { supervisor, lead, colleague } = await aTeam()
    const other = await aTeam()
    const [id = ''] = await casesOf(lead, 1)
    const [foreign = ''] = await casesOf(other.lead, 1)
    const start = (actor: WorkerActor, ids: string[], to: WorkerActor) =>
      reassign().start(actor, ids, to.workerId)

    await expect(start(lead, [id], colleague)).rejects.toThrow(NotFound)
    await expect(start(other.supervisor, [id], other.colleague)).rejects.toThrow(NoSuchSelection)
    await expect(start(supervisor, [foreign], colleague)).rejects.toThrow(NoSuchSelection)
    await expect(start(supervisor, [id], other.colleague)).rejects.toThrow(LeadUnfit)
    await expect(start(supervisor, [id], supervisor)).rejects.toThrow(LeadUnfit)
    await expect(start(supervisor, [], colleague)).rejects.toThrow(NoSuchSelection)

    const bulk = await start(supervisor, [id, foreign], colleague)
    expect((await reassign().progress(supervisor, bulk)).lines).toHaveLength(1)
    const sameUnit = await services().aWorker(other.unit, 'supervisor')
    await expect(reassign().progress(sameUnit, bulk)).rejects.toThrow(NotFound)
    await expect(reassign().progress(lead, bulk)).rejects.toThrow(NotFound)
  })

  it('lets nobody answer a line, or give a case, past the door', async () => {
    const { supervisor, lead, colleague } = await aTeam()
    const [id = ''] = await casesOf(lead, 1)
    const bulk = await reassign().start(supervisor, [id], colleague.workerId)
    const [line] = (await reassign().progress(supervisor, bulk)).lines
    const { rows } = await services().owner.query<{ may: boolean }>(
      `SELECT has_table_privilege('ben_an_app', 'bulk_reassign_line', 'UPDATE')
           OR has_column_privilege('ben_an_app', 'cases', 'lead_worker_id', 'UPDATE') AS may`,
    )
    expect(rows).toEqual([{ may: false }])

    const answeredBy = (actor: WorkerActor) =>
      services()
        .find(Transactions)
        .run(actor, () =>
          services()
            .find(Reassignments)
            .move(line?.id ?? '', new Date()),
        )
    for (const other of [lead, colleague, (await aTeam()).supervisor])
      expect(await answeredBy(other)).toBeNull()
    expect(await leadOf(id)).toBe(lead.workerId)
  })
})

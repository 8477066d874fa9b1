import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { maskOf } from '../../../platform/access/sections.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import type { StoredUnit } from '../../directory/testing/units.js'
import { CasesModule } from '../cases.module.js'
import { RiskReasonsStand } from '../domain/case.errors.js'
import { noSafeContact } from '../domain/case-content.js'
import { aCase } from '../testing/an-intake.js'
import { useServices } from '../testing/services.js'
import { ChangeRisk } from './change-risk.js'
import { ListCases } from './list-cases.js'
import { ReadCase } from './read-case.js'
import { ReadSections } from './read-sections.js'
import { RecordSection } from './record-section.js'

describe('a case', () => {
  const services = useServices(CasesModule)
  let unit: StoredUnit
  let lead: WorkerActor
  let supervisor: WorkerActor
  let caseId: string

  beforeAll(async () => {
    unit = await services().aUnit()
    lead = await services().aWorker(unit)
    supervisor = await services().aWorker(unit, 'supervisor')
  })
  beforeEach(async () => {
    caseId = (await aCase(services(), lead)).id
    await services()
      .find(RecordSection)
      .notes(lead, caseId, 'psychosocial', 0, 'Em ngủ không được.')
  })

  const everythingAbout = (actor: WorkerActor, id: string) => [
    () => services().find(ReadCase).run(actor, id),
    () => services().find(ReadSections).all(actor, id),
    () => services().find(ReadSections).one(actor, id, 'contact'),
    () => services().find(ReadSections).name(actor, id),
    () => services().find(ChangeRisk).run(actor, id, 1, { immediateDanger: true }),
    () => services().find(RecordSection).contact(actor, id, 1, noSafeContact),
    () => services().find(RecordSection).notes(actor, id, 'safety', 1, 'x'),
  ]

  it('is hidden from a colleague of the same unit who does not lead it', async () => {
    const colleague = await services().aWorker(unit)
    for (const deed of everythingAbout(colleague, caseId))
      await expect(deed()).rejects.toThrow(NotFound)
  })

  it('is hidden from another unit, its supervisors included', async () => {
    const stranger = await services().aWorker(await services().aUnit(), 'caseworker', 'supervisor')
    for (const deed of everythingAbout(stranger, caseId))
      await expect(deed()).rejects.toThrow(NotFound)
  })

  it('is hidden even from its lead once a conflict of interest is declared', async () => {
    await services().block(lead, caseId)
    for (const deed of everythingAbout(lead, caseId)) await expect(deed()).rejects.toThrow(NotFound)
    const { items } = await services().find(ListCases).mine(lead, { limit: 100 })
    expect(items.map(({ id }) => id)).not.toContain(caseId)
  })

  it('that does not exist is refused in the same way', async () => {
    for (const deed of everythingAbout(lead, randomUUID()))
      await expect(deed()).rejects.toThrow(NotFound)
  })

  it('shows its supervisor everything but the counselling', async () => {
    const { views } = await services().find(ReadSections).all(supervisor, caseId)

    expect(views.map(({ section }) => section)).not.toContain('psychosocial')
    expect(views.map(({ section }) => section)).toContain('identity')
    expect(JSON.stringify(views)).not.toContain('ngủ không được')
    await expect(
      services().find(ReadSections).one(supervisor, caseId, 'psychosocial'),
    ).rejects.toThrow(NotFound)
  })

  it('lets its supervisor read and not write', async () => {
    const supervised = await services().find(ReadCase).run(supervisor, caseId)

    expect(supervised.mayChange).toBe(false)
    await expect(
      services().find(RecordSection).notes(supervisor, caseId, 'safety', 1, 'x'),
    ).rejects.toThrow(NotFound)
    await expect(
      services().find(ChangeRisk).run(supervisor, caseId, 1, { immediateDanger: true }),
    ).rejects.toThrow(NotFound)
  })

  it('keeps a trace of every reading, with the sections that were seen', async () => {
    await services().find(ReadCase).run(supervisor, caseId)
    await services().find(ReadSections).name(supervisor, caseId)

    const seen = (await services().trailOf(caseId)).filter(
      ({ actorId }) => actorId === supervisor.workerId,
    )
    expect(seen).toMatchObject([
      { action: 'case.read', sections: maskOf(['identity', 'contact', 'incident']) },
      { action: 'case.name-shown', sections: maskOf(['identity']) },
    ])
  })

  it('gives its name to who asks to see it', async () => {
    expect(await services().find(ReadSections).name(lead, caseId)).toBe('Nguyễn Thị Mai')
  })

  it('takes a section’s text once for each version', async () => {
    const record = services().find(RecordSection)
    expect(await record.notes(lead, caseId, 'legal', 0, 'Đã nộp đơn.')).toBe(1)

    await expect(record.notes(lead, caseId, 'legal', 0, 'Lần hai.')).rejects.toThrow(Stale)
    expect(await record.notes(lead, caseId, 'legal', 1, 'Đã nhận đơn.')).toBe(2)
    const legal = await services().find(ReadSections).one(lead, caseId, 'legal')
    expect(legal.notes).toBe('Đã nhận đơn.')
    expect(legal.view.version).toBe(2)
  })

  it('keeps what a section holds beside its text', async () => {
    await services().find(RecordSection).notes(lead, caseId, 'safety', 1, 'Ở nhà dì.')

    const { safety } = await services().find(ReadSections).one(lead, caseId, 'safety')
    expect(safety).toMatchObject({ notes: 'Ở nhà dì.', riskReasons: ['active_sextortion'] })
  })

  it('does not lower the risk past its reasons, and not twice from one version', async () => {
    const change = services().find(ChangeRisk)

    await expect(change.run(lead, caseId, 1, { riskLevel: 'low' })).rejects.toThrow(
      RiskReasonsStand,
    )
    expect(await change.run(lead, caseId, 1, { immediateDanger: true })).toBe(2)
    await expect(change.run(lead, caseId, 1, { immediateDanger: false })).rejects.toThrow(Stale)
    expect(await services().eventsOf(caseId)).toEqual([
      'case.opened',
      'case.section-changed',
      'case.risk-changed',
    ])
  })
})

describe('the work list', () => {
  const services = useServices(CasesModule)

  it('goes through all cases of a lead page by page, newest change first, each once', async () => {
    const lead = await services().aWorker(await services().aUnit())
    const opened: string[] = []
    for (let n = 0; n < 5; n += 1) opened.unshift((await aCase(services(), lead)).id)

    const seen: string[] = []
    let after: string | undefined
    do {
      const { items, next } = await services()
        .find(ListCases)
        .mine(lead, { limit: 2, ...(after === undefined ? {} : { after }) })
      seen.push(...items.map(({ id }) => id))
      after = next ?? undefined
    } while (after !== undefined)
    expect(seen).toEqual(opened)
  })

  it('narrows to a risk and a status', async () => {
    const lead = await services().aWorker(await services().aUnit())
    const calm = await aCase(services(), lead, { risk: { assessed: 'low', reasons: [] } })
    await aCase(services(), lead)

    const { items } = await services().find(ListCases).mine(lead, { risk: 'low', status: 'open' })
    expect(items.map(({ id }) => id)).toEqual([calm.id])
  })

  it('shows a supervisor the unit’s cases, and a caseworker never', async () => {
    const unit = await services().aUnit()
    const [one, other] = [await services().aWorker(unit), await services().aWorker(unit)]
    const supervisor = await services().aWorker(unit, 'supervisor')
    const cases = [(await aCase(services(), one)).id, (await aCase(services(), other)).id]
    const elsewhere = await services().aWorker(await services().aUnit())
    await aCase(services(), elsewhere)

    const { items } = await services().find(ListCases).ofUnit(supervisor)
    expect(new Set(items.map(({ id }) => id))).toEqual(new Set(cases))
    await expect(services().find(ListCases).ofUnit(one)).rejects.toThrow(NotFound)
  })
})

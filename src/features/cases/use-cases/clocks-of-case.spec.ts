import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { WorkerActor } from '../../../platform/access/actor.js'
import type { Section } from '../../../platform/access/sections.js'
import { addDays, localTimeOf, startOfDay } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import type { StoredUnit } from '../../directory/testing/units.js'
import { CasesModule } from '../cases.module.js'
import { aCase } from '../testing/an-intake.js'
import { useServices } from '../testing/services.js'
import { ClocksOfCase } from './clocks-of-case.js'
import { ReadCase } from './read-case.js'
import { RecordForm } from './record-form.js'
import { ReadSections } from './read-sections.js'

describe('what runs out for the person', () => {
  const services = useServices(CasesModule)
  let unit: StoredUnit
  let lead: WorkerActor
  let caseId: string
  let today: string

  beforeAll(async () => {
    unit = await services().aUnit()
    lead = await services().aWorker(unit)
  })
  beforeEach(async () => {
    today = localTimeOf(services().clock.now()).date
    const incident = { type: 'csea.contact_abuse', occurredOn: today, ongoing: false } as const
    caseId = (await aCase(services(), lead, { incident })).id
  })

  const record = async (section: Section, form: string, values: object): Promise<void> => {
    const recorded = await services()
      .find(RecordForm)
      .add(lead, { caseId, section }, form, { values: { ...values } })
    expect(recorded).toMatchObject({ ok: true })
  }
  const tasksOf = async (actor: WorkerActor) =>
    (await services().find(ReadCase).run(actor, caseId)).panels.tasks.map(({ title, due }) => ({
      title,
      due,
    }))
  const endOf = (days: number): Date => startOfDay(addDays(today, days + 1))

  it('is care after rape, with the end of its last day, until it was given or declined', async () => {
    expect(await tasksOf(lead)).toEqual([
      { title: 'code.urgent-care.hiv_prevention', due: endOf(3) },
      { title: 'code.urgent-care.emergency_contraception', due: endOf(5) },
    ])

    await record('health', 'treatment', { kind: 'pep', agreed: false })
    expect(await tasksOf(lead)).toEqual([
      { title: 'code.urgent-care.emergency_contraception', due: endOf(5) },
    ])
  })

  it('is the time to reflect, and that it is too short', async () => {
    const status = { status: 'PossibleVictimOfTrafficking', decidedOn: today }
    await record('reintegration', 'victim-status', { ...status, reflectionFrom: today })
    await record('reintegration', 'victim-status', {
      ...status,
      reflectionFrom: today,
      reflectionUntil: addDays(today, 9),
    })
    expect(await tasksOf(lead)).toEqual(
      expect.arrayContaining([
        { title: 'cases.task.reflection', due: endOf(29) },
        { title: 'cases.task.reflection-too-short', due: endOf(9) },
      ]),
    )
  })

  it('is told to nobody who may not read where it comes from', async () => {
    const colleague = await services().aWorker(unit)
    const stranger = await services().aWorker(await services().aUnit(), 'supervisor')
    for (const actor of [colleague, stranger])
      expect(
        await services()
          .find(Transactions)
          .run(actor, () => services().find(ClocksOfCase).panelsFor(actor, caseId)),
      ).toEqual({ tasks: [] })
  })

  it('stands with the incident as its context and the days until it was told', async () => {
    const sections = services().find(ReadSections)
    const [incident] =
      (await sections.withForms(lead, caseId, 'incident')).forms.find(
        ({ form }) => form.code === 'incident',
      )?.records ?? []
    await services()
      .find(RecordForm)
      .change(lead, { caseId, section: 'incident' }, incident?.id ?? '', 1, {
        values: { ...incident?.values, gbvCoreType: 'rape', goodsExchanged: true },
      })
    const { view } = await sections.one(lead, caseId, 'incident')
    expect(view.rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          label: 'cases.field.contexts',
          value: 'child_sexual_abuse, possible_sexual_exploitation',
        }),
        expect.objectContaining({ label: 'cases.field.elapsed', value: '0_3_days' }),
      ]),
    )
  })
})

import { beforeAll, describe, expect, it } from '@jest/globals'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { CasesModule } from '../cases.module.js'
import { TypeNotOffered, UnknownProvince } from '../domain/case.errors.js'
import { aCase, anIntake } from '../testing/an-intake.js'
import { useServices } from '../testing/services.js'
import { OpenCase } from './open-case.js'
import { ReadCase } from './read-case.js'
import { ReadSections } from './read-sections.js'

describe('taking a person in', () => {
  const services = useServices(CasesModule)
  let lead: WorkerActor

  beforeAll(async () => {
    lead = await services().aWorker(await services().aUnit())
  })

  it('opens a numbered case that its lead can read', async () => {
    const opened = await aCase(services(), lead)

    expect(opened.number).toMatch(/^BA-\d{4}-\d{6}$/)
    const overview = await services().find(ReadCase).run(lead, opened.id)
    expect(overview.row.number).toBe(opened.number)
    expect(overview.initials).toBe('N.T.M.')
    expect(overview.safeContact?.codeWord).toBe('Lan bên tiệm may')
  })

  it('stores the Hanoi articles that the incident touches', async () => {
    const { id } = await aCase(services(), lead)

    const { incidents } = await services().find(ReadCase).run(lead, id)
    expect(incidents.map(({ hanoiArticles }) => hanoiArticles)).toEqual([['14', '15']])
  })

  it('raises the risk at once for what cannot wait', async () => {
    const { id } = await aCase(services(), lead, {
      risk: { assessed: 'low', reasons: ['active_sextortion'] },
    })

    const { row } = await services().find(ReadCase).run(lead, id)
    expect(row.riskLevel).toBe('high')
  })

  it('offers a girl of 16 both child protection and women’s services', async () => {
    const girl = await aCase(services(), lead, { person: { statedAge: 16 } })
    const child = await aCase(services(), lead, { person: { statedAge: 12 } })
    const offersTo = async (id: string) =>
      (await services().find(ReadCase).run(lead, id)).sectorsToOffer

    const toGirl = await offersTo(girl.id)
    expect(toGirl).toContain('child-protection')
    expect(toGirl).toContain('womens-services')
    expect(await offersTo(child.id)).not.toContain('womens-services')
  })

  it('keeps caregiver and alleged perpetrator apart, each in their section', async () => {
    const { id } = await aCase(services(), lead, {
      perpetrator: { name: null, relationship: 'người lạ', phone: null, accounts: '@bien_dem' },
    })

    const { views } = await services().find(ReadSections).all(lead, id)
    const valuesOf = (section: string) =>
      views.find((view) => view.section === section)?.rows.map(({ value }) => value)
    expect(valuesOf('family')).toContain('Trần Thị Hoa, mẹ')
    expect(valuesOf('incident')).toContain('người lạ, @bien_dem')
    expect(valuesOf('identity')).not.toContain('Trần Thị Hoa, mẹ')
  })

  it('leaves its trace and tells that it happened', async () => {
    const { id } = await aCase(services(), lead)

    expect(await services().trailOf(id)).toMatchObject([
      { action: 'case.open', actorId: lead.workerId },
    ])
    expect(await services().eventsOf(id)).toEqual(['case.opened'])
  })

  it('leaves no name, telephone, address or story readable on disk', async () => {
    const { id } = await aCase(services(), lead)

    const { rows } = await services().owner.query<{ text: string }>(
      `SELECT concat_ws(' ', c::text, (SELECT string_agg(p::text, ' ') FROM person p WHERE p.case_id = c.id),
                (SELECT string_agg(s::text, ' ') FROM case_section s WHERE s.case_id = c.id),
                (SELECT string_agg(i::text, ' ') FROM incident i WHERE i.case_id = c.id)) AS text
         FROM cases c WHERE c.id = $1`,
      [id],
    )
    const hex = (text: string) => Buffer.from(text).toString('hex')
    for (const secret of ['Nguyễn Thị Mai', '0905 000 111', 'Hoa Sen', 'cả lớp', '@thuyen_dem']) {
      expect(rows[0]?.text).not.toContain(secret)
      expect(rows[0]?.text).not.toContain(hex(secret))
    }
  })

  it('refuses a type of incident that does not fit the age', async () => {
    const ofAdults = anIntake({ incident: { type: 'ncii.distribution' } })

    await expect(services().find(OpenCase).run(lead, ofAdults)).rejects.toThrow(TypeNotOffered)
  })

  it('refuses a province that no longer stands', async () => {
    const inTheOldProvince = anIntake({ person: { provinceCode: '49' } })

    await expect(services().find(OpenCase).run(lead, inTheOldProvince)).rejects.toThrow(
      UnknownProvince,
    )
  })

  it('is not for those who see no cases', async () => {
    const auditor = await services().aWorker(await services().aUnit(), 'auditor')

    await expect(aCase(services(), auditor)).rejects.toThrow(NotFound)
  })
})

import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { maskOf, type Section } from '../../../platform/access/sections.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import type { StoredUnit } from '../../directory/testing/units.js'
import { CasesModule } from '../cases.module.js'
import { RecordStays } from '../domain/case.errors.js'
import { aCase } from '../testing/an-intake.js'
import { useServices } from '../testing/services.js'
import { CaseReading } from './case-reading.js'
import { ChangeRisk } from './change-risk.js'
import { ReadCase } from './read-case.js'
import { ReadSections } from './read-sections.js'
import { RecordForm, type Recorded } from './record-form.js'

const mother = { relationType: 'mother', suspicion: 'no', name: 'Trần Thị Hoa', mayContact: true }
const assessment = {
  assessedOn: '2026-01-05',
  immediateDanger: false,
  riskReasons: [],
  level: 'low',
  reasoning: 'Ở nhà dì, xa người đó.',
}

describe('what forms hold', () => {
  const services = useServices(CasesModule)
  let unit: StoredUnit
  let lead: WorkerActor
  let caseId: string
  let forms: RecordForm
  let sections: ReadSections

  beforeAll(async () => {
    unit = await services().aUnit()
    lead = await services().aWorker(unit)
    forms = services().find(RecordForm)
    sections = services().find(ReadSections)
  })
  beforeEach(async () => {
    caseId = (await aCase(services(), lead, { risk: { reasons: [], assessed: 'medium' } })).id
  })

  const place = (section: Section) => ({ caseId, section })
  const written = (recorded: Recorded): { readonly id: string; readonly version: number } => {
    if (!recorded.ok) throw new Error(`did not fit: ${JSON.stringify(recorded.errors)}`)
    return recorded
  }
  const recordsOf = async (section: Section, form: string) => {
    const read = await sections.withForms(lead, caseId, section)
    return read.forms.find((state) => state.form.code === form)?.records ?? []
  }
  const whoMaySpeak = () =>
    services()
      .find(Transactions)
      .run(lead, () => services().find(CaseReading).consentPerson(caseId))
  const rowsOf = async (actor: WorkerActor, section: Section): Promise<string> =>
    JSON.stringify((await sections.one(actor, caseId, section)).view.rows)

  it('is added, changed and taken away, each once for each version', async () => {
    const at = place('safety')
    const { id, version } = written(
      await forms.add(lead, at, 'risk-assessment', { values: assessment }),
    )
    expect(version).toBe(1)
    const changed = { ...assessment, reasoning: 'Đã nói chuyện lại.' }
    expect(written(await forms.change(lead, at, id, 1, { values: changed })).version).toBe(2)
    await expect(forms.change(lead, at, id, 1, { values: assessment })).rejects.toThrow(Stale)
    expect(await rowsOf(lead, 'safety')).toContain('Đã nói chuyện lại.')

    await expect(forms.remove(lead, at, id, 1, 'written_twice')).rejects.toThrow(Stale)
    await forms.remove(lead, at, id, 2, 'written_twice')
    expect(await recordsOf('safety', 'risk-assessment')).toEqual([])
    await expect(forms.remove(lead, at, id, 3, 'written_twice')).rejects.toThrow(NotFound)
    await expect(forms.change(lead, at, id, 3, { values: changed })).rejects.toThrow(NotFound)
  })

  it('says what does not fit and stores nothing of it', async () => {
    const recorded = await forms.add(lead, place('safety'), 'risk-assessment', {
      body: { 'assessedOn-day': '31', 'assessedOn-month': '2', 'assessedOn-year': '2026' },
    })
    expect(recorded).toMatchObject({
      ok: false,
      typed: { 'assessedOn-day': '31' },
      errors: { assessedOn: 'forms.error.date', level: 'forms.error.missing' },
    })
    expect(await recordsOf('safety', 'risk-assessment')).toEqual([])
  })

  it('keeps codes plain and every word sealed', async () => {
    written(await forms.add(lead, place('safety'), 'risk-assessment', { values: assessment }))
    written(await forms.add(lead, place('family'), 'relation', { values: mother }))
    const { rows } = await services().owner.query<{ text: string; codes: object }>(
      `SELECT r::text AS text, codes FROM section_record r WHERE case_id = $1`,
      [caseId],
    )
    expect(rows[0]?.codes).toMatchObject({ level: 'low' })
    const people = await services().owner.query<{ text: string }>(
      'SELECT p::text AS text FROM person p WHERE case_id = $1',
      [caseId],
    )
    for (const { text } of [...rows, ...people.rows])
      for (const secret of ['nhà dì', 'Hoa', 'mother']) {
        expect(text).not.toContain(secret)
        expect(text).not.toContain(Buffer.from(secret).toString('hex'))
      }
  })

  it('tells whoever listens which form changed, in ids and codes', async () => {
    const { id } = written(await forms.add(lead, place('family'), 'relation', { values: mother }))
    const { rows } = await services().owner.query<{ subject: string; payload: object }>(
      `SELECT subject_id AS subject, payload FROM outbox_event
        WHERE case_id = $1 AND type = 'case.section-changed'`,
      [caseId],
    )
    expect(rows).toEqual([
      {
        subject: id,
        payload: { section: 'family', form: 'relation', actorId: lead.workerId },
      },
    ])
    expect((await services().trailOf(caseId)).at(-1)).toMatchObject({
      action: 'section.change',
      sections: maskOf(['family']),
    })
  })

  it('about whoever is said to have done it lies with the incident, from the intake on', async () => {
    const perpetrator = {
      name: 'Lê Văn Đức',
      relationship: 'bố dượng',
      phone: null,
      accounts: '@duc',
    }
    caseId = (await aCase(services(), lead, { perpetrator })).id
    const [kept] = await recordsOf('incident', 'alleged-perpetrator')
    expect(kept?.values).toEqual({
      name: 'Lê Văn Đức',
      relationOther: 'bố dượng',
      accounts: '@duc',
    })

    const values = { relationType: 'primary_caregiver', name: 'Lê Văn Đạt' }
    written(await forms.change(lead, place('incident'), kept?.id ?? '', 1, { values }))
    written(
      await forms.add(lead, place('incident'), 'alleged-perpetrator', {
        values: { relationType: 'unknown', accounts: '@bien_dem' },
      }),
    )
    expect(await rowsOf(lead, 'incident')).toContain('Lê Văn Đạt')
    expect((await whoMaySpeak()).suspects).toEqual(['Lê Văn Đạt'])
    const stranger = await services().aWorker(await services().aUnit())
    await expect(
      forms.change(stranger, place('incident'), kept?.id ?? '', 2, { values }),
    ).rejects.toThrow(NotFound)
  })

  it('takes the word of no guardian who is suspected, where no other is known', async () => {
    caseId = (await aCase(services(), lead, { caregiver: { person: null } })).id
    expect((await whoMaySpeak()).representative).toBe('trusted')
    const stepfather = {
      relationType: 'step_parent',
      isGuardian: true,
      suspicion: 'suspected',
      name: 'Lê Văn Đức',
    }
    written(await forms.add(lead, place('family'), 'relation', { values: stepfather }))
    expect(await whoMaySpeak()).toMatchObject({
      representative: 'suspected',
      suspects: ['Lê Văn Đức'],
    })
    written(
      await forms.add(lead, place('family'), 'relation', {
        values: { ...mother, isGuardian: true },
      }),
    )
    expect((await whoMaySpeak()).representative).toBe('trusted')
  })

  it('of which a case has one is added once, whoever is faster', async () => {
    await expect(
      forms.add(lead, place('family'), 'family', { values: { caregiver: 'none' } }),
    ).rejects.toThrow(Stale)
    await expect(
      forms.add(lead, place('identity'), 'identity', { values: { sex: 'male', language: 'vi' } }),
    ).rejects.toThrow(Stale)
  })

  describe('of who the person is', () => {
    it('lies with the person and the case, and the age band follows', async () => {
      const [victim] = await recordsOf('identity', 'identity')
      expect(victim?.values).toMatchObject({
        name: 'Nguyễn Thị Mai',
        statedAge: 16,
        sex: 'female',
        provinceCode: '48',
      })
      const values = {
        ...victim?.values,
        birthDate: '2001-02-03',
        language: 'en',
        otherNames: 'Bống',
        ethnicity: 'kinh',
      }
      written(await forms.change(lead, place('identity'), victim?.id ?? '', 1, { values }))
      expect(await rowsOf(lead, 'identity')).toContain('Bống')

      const { row, ageInYears } = await services().find(ReadCase).run(lead, caseId)
      expect(row).toMatchObject({ ageBand: '25-39', language: 'en' })
      expect(ageInYears).toBeGreaterThan(23)
    })

    it('does not make a told age younger by being saved later', async () => {
      const [victim] = await recordsOf('identity', 'identity')
      services().clock.passDays(400)
      try {
        const [later] = await recordsOf('identity', 'identity')
        expect(later?.values['statedAge']).toBe(17)
        const values = { ...later?.values, name: 'Nguyễn Thị Mai Anh' }
        written(await forms.change(lead, place('identity'), victim?.id ?? '', 1, { values }))
        services().clock.passDays(300)
        expect((await recordsOf('identity', 'identity'))[0]?.values['statedAge']).toBe(17)
        services().clock.passDays(100)
        expect((await recordsOf('identity', 'identity'))[0]?.values['statedAge']).toBe(18)
      } finally {
        services().clock.reset()
      }
    })

    it('stays, as does the last incident', async () => {
      const [victim] = await recordsOf('identity', 'identity')
      const [incident] = await recordsOf('incident', 'incident')
      await expect(
        forms.remove(lead, place('identity'), victim?.id ?? '', 1, 'entered_in_error'),
      ).rejects.toThrow(RecordStays)
      await expect(
        forms.remove(lead, place('incident'), incident?.id ?? '', 1, 'entered_in_error'),
      ).rejects.toThrow(RecordStays)
    })
  })

  describe('of what happened', () => {
    const online = { type: 'csea.grooming', ongoing: true, occurredOn: '2026-01-02' }

    it('derives articles of the Convention from types and facts, and the age from the day', async () => {
      const { id } = written(
        await forms.add(lead, place('incident'), 'incident', {
          values: { ...online, online: true, facts: ['ict'] },
        }),
      )
      const { rows } = await services().owner.query<{ articles: string[]; age: number }>(
        'SELECT hanoi_articles AS articles, age_at_incident AS age FROM incident WHERE id = $1',
        [id],
      )
      expect(rows[0]?.articles).toContain('15')
      expect(rows[0]?.age).toBeLessThanOrEqual(16)
      const { incidents } = await services().find(ReadCase).run(lead, caseId)
      expect(incidents.map(({ type }) => type)).toEqual(['csea.sextortion_sexual', 'csea.grooming'])
    })

    it('keeps the articles of an intake whose facts were never written down', async () => {
      const [first] = await recordsOf('incident', 'incident')
      const articles = async () =>
        (
          await services().owner.query<{ articles: string[] }>(
            'SELECT hanoi_articles AS articles FROM incident WHERE case_id = $1',
            [caseId],
          )
        ).rows[0]?.articles
      await services().owner.query(
        `UPDATE incident SET hanoi_articles = '{14,15,16}' WHERE case_id = $1`,
        [caseId],
      )
      const values = { ...first?.values, narrative: 'Bị doạ lần nữa.' }
      written(await forms.change(lead, place('incident'), first?.id ?? '', 1, { values }))
      expect(await articles()).toEqual(['14', '15', '16'])
    })

    it('refuses a kind that does not fit the age, at its field', async () => {
      const refused = await forms.add(lead, place('incident'), 'incident', {
        values: { ...online, type: 'ncii.threat' },
      })
      expect(refused).toMatchObject({ ok: false, errors: { type: 'cases.type-not-offered' } })
    })

    it('that was taken away is gone for everybody who reads', async () => {
      const { id } = written(
        await forms.add(lead, place('incident'), 'incident', { values: online }),
      )
      await forms.remove(lead, place('incident'), id, 1, 'wrong_person')
      expect(await recordsOf('incident', 'incident')).toHaveLength(1)
      expect(await rowsOf(lead, 'incident')).not.toContain('csea.grooming')
    })
  })

  describe('of the danger', () => {
    const levelOf = async () => (await services().find(ReadCase).run(lead, caseId)).row

    it('makes the risk what the newest assessment found, and high at once for any reason', async () => {
      const at = place('safety')
      written(await forms.add(lead, at, 'risk-assessment', { values: assessment }))
      expect(await levelOf()).toMatchObject({ riskLevel: 'low', immediateDanger: false })

      const { id } = written(
        await forms.add(lead, at, 'risk-assessment', {
          values: {
            ...assessment,
            assessedOn: '2026-02-05',
            riskReasons: ['suicidal_talk'],
            immediateDanger: true,
          },
        }),
      )
      expect(await levelOf()).toMatchObject({ riskLevel: 'high', immediateDanger: true })
      // An earlier day changes nothing, and by hand nobody goes past the reason.
      written(
        await forms.add(lead, at, 'risk-assessment', {
          values: { ...assessment, assessedOn: '2026-01-31' },
        }),
      )
      const { riskLevel, version } = await levelOf()
      expect(riskLevel).toBe('high')
      await expect(
        services().find(ChangeRisk).run(lead, caseId, version, { riskLevel: 'low' }),
      ).rejects.toThrow()

      await forms.remove(lead, at, id, 1, 'wrong_person')
      expect(await levelOf()).toMatchObject({ riskLevel: 'low', immediateDanger: false })
      expect(await services().eventsOf(caseId)).toContain('case.risk-changed')
    })
  })

  it('in a section is what is shared of it, people and records included', async () => {
    written(await forms.add(lead, place('family'), 'relation', { values: mother }))
    const { id } = written(
      await forms.add(lead, place('safety'), 'risk-assessment', { values: assessment }),
    )
    const seen = await services()
      .find(ReadSections)
      .all(lead, caseId)
      .then(({ views }) => views)
    const shared = await inTransaction(() =>
      services().find(CaseReading).sections(caseId, ['family', 'safety']),
    )
    expect(shared).toEqual(
      seen.filter(({ section }) => section === 'family' || section === 'safety'),
    )
    expect(JSON.stringify(shared)).toContain(id)
    expect(JSON.stringify(shared)).toContain('Trần Thị Hoa')
  })

  const inTransaction = <Result>(work: () => Promise<Result>): Promise<Result> =>
    services().find(Transactions).run(lead, work)

  describe('is nothing', () => {
    const deeds = (actor: WorkerActor, of: string, id: string) => {
      const at = { caseId: of, section: 'safety' } as const
      return [
        () => forms.add(actor, at, 'risk-assessment', { values: assessment }),
        () => forms.change(actor, at, id, 1, { values: assessment }),
        () => forms.remove(actor, at, id, 1, 'written_twice'),
        () => sections.withForms(actor, of, 'safety'),
      ]
    }
    let id: string

    beforeEach(async () => {
      ;({ id } = written(
        await forms.add(lead, place('safety'), 'risk-assessment', { values: assessment }),
      ))
    })

    it('to a colleague, to another unit, and to its lead once she is blocked', async () => {
      const colleague = await services().aWorker(unit)
      const stranger = await services().aWorker(
        await services().aUnit(),
        'caseworker',
        'supervisor',
      )
      for (const actor of [colleague, stranger])
        for (const deed of deeds(actor, caseId, id)) await expect(deed()).rejects.toThrow(NotFound)
      await services().block(lead, caseId)
      for (const deed of deeds(lead, caseId, id)) await expect(deed()).rejects.toThrow(NotFound)
    })

    it('under the address of another case or another section', async () => {
      const other = (await aCase(services(), lead)).id
      for (const deed of deeds(lead, other, id).slice(1, 3))
        await expect(deed()).rejects.toThrow(NotFound)
      await expect(
        forms.change(lead, place('health'), id, 1, { values: assessment }),
      ).rejects.toThrow(NotFound)
      await expect(
        forms.add(lead, place('health'), 'risk-assessment', { values: assessment }),
      ).rejects.toThrow(NotFound)
    })

    it('a supervisor may write, though she reads it', async () => {
      const supervisor = await services().aWorker(unit, 'supervisor')
      const [add, change, remove, read] = deeds(supervisor, caseId, id)
      for (const deed of [add, change, remove]) await expect(deed?.()).rejects.toThrow(NotFound)
      await expect(read?.()).resolves.toMatchObject({ mayWrite: false, manages: true })
    })
  })
})

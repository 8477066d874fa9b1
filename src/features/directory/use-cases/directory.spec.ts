import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { DataSource } from 'typeorm'
import { useDatabase } from '../../../../test/support/database.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock, SystemClock } from '../../../platform/clock/clock.js'
import { dataSourceOptions } from '../../../platform/database/data-source.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { Agency } from '../data/agency.entity.js'
import { Unit } from '../data/unit.entity.js'
import { UnitsRepository } from '../data/units.repository.js'
import { insertAgency, insertUnit, type NewUnit, type StoredUnit } from '../testing/units.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import type { Slice } from '../../../platform/web/cursor.js'
import { Directory } from './directory.js'
import { ListUnits, type UnitNow } from './list-units.js'
import { ReadUnit } from './read-unit.js'

class MondayMorning extends Clock {
  now(): Date {
    return new Date('2026-11-16T09:00:00+07:00')
  }
}

const clock = new MondayMorning()

const anybody: WorkerActor = {
  kind: 'worker',
  workerId: randomUUID(),
  unitId: randomUUID(),
  agencyId: randomUUID(),
  sector: 'police',
  roles: ['system-admin'],
  principals: [],
}

describe('the directory', () => {
  const database = useDatabase()
  let owner: pg.Client
  let dataSource: DataSource
  let directory: Directory
  let transactions: Transactions
  let agencyId: string

  beforeAll(async () => {
    const { appUrl, ownerUrl, keys } = database()
    owner = new pg.Client({ connectionString: ownerUrl })
    // The database is dropped under the connection when the tests are over.
    owner.on('error', () => undefined)
    await owner.connect()
    dataSource = await new DataSource({
      ...dataSourceOptions(appUrl, 2),
      entities: [Agency, Unit],
    }).initialize()
    transactions = new Transactions(dataSource, keys, new SystemClock())
    directory = new Directory(new UnitsRepository(new Database()), clock)
    agencyId = await insertAgency(owner, { name: 'Hội Liên hiệp Phụ nữ' })
  })
  afterAll(async () => {
    await dataSource.destroy()
    await owner.end()
  })

  const given = (unit: Omit<NewUnit, 'agencyId'>): Promise<StoredUnit> =>
    insertUnit(owner, { agencyId, ...unit })
  const asked = <Answer>(question: () => Promise<Answer>): Promise<Answer> =>
    transactions.run(anybody, question)

  it('tells what anybody at work may know of a unit', async () => {
    const { id, supervisionId } = await given({
      name: 'Nhóm Hải Châu',
      sector: 'womens-services',
      commune: 'Hải Châu',
      phone: '0236 000 000',
      assuredOn: '2026-10-01',
    })

    expect(await asked(() => directory.unit(id))).toMatchObject({
      id,
      name: 'Nhóm Hải Châu',
      agencyName: 'Hội Liên hiệp Phụ nữ',
      sector: 'womens-services',
      provinceCode: '48',
      commune: 'Hải Châu',
      phone: '0236 000 000',
      assuredOn: '2026-10-01',
      isHidden: false,
      supervisionId,
    })
    expect(await asked(() => directory.unit(randomUUID()))).toBeUndefined()
  })

  it('never tells where a shelter lies, only the hotline to reach it through', async () => {
    const shelter = await given({ sector: 'shelter', provinceCode: '01' })
    await given({ sector: 'hotline', provinceCode: '01', phone: '1900 0000' })

    const everyWay = await asked(async () => [
      await directory.unit(shelter.id),
      (await directory.units([shelter.id])).get(shelter.id),
      ...(await directory.activeUnits({ sector: 'shelter' })),
      ...(
        await directory.proposeFor({
          service: 'SHELTER',
          provinceCode: '01',
          ageInYears: 20,
          sex: 'female',
          language: 'vi',
        })
      ).map(({ unit }) => unit),
    ])

    expect(everyWay).toHaveLength(4)
    for (const unit of everyWay)
      expect(unit).toMatchObject({ commune: null, phone: '1900 0000', isHidden: true })
  })

  it('keeps no place of a shelter that could ever be told', async () => {
    const place = given({ sector: 'shelter', commune: 'Gia Lâm' })
    await expect(place).rejects.toThrow(/no_place_of_a_shelter/)
    await expect(given({ sector: 'shelter', phone: '024 111 222' })).rejects.toThrow(
      /no_place_of_a_shelter/,
    )
  })

  it('lists active units by sector, service and province', async () => {
    const here = await given({ sector: 'health', provinceCode: '46' })
    await given({ sector: 'health', provinceCode: '46', active: false })
    await given({ sector: 'health', provinceCode: '79' })
    await given({ sector: 'police', provinceCode: '46' })

    const found = await asked(() =>
      directory.activeUnits({ sector: 'health', service: 'CMR', provinceCode: '46' }),
    )

    expect(found.map(({ id }) => id)).toEqual([here.id])
  })

  it('goes through the list page by page, in the order of the Vietnamese alphabet', async () => {
    for (const name of ['Ý Yên', 'Đống Đa', 'Ba Đình', 'Dịch Vọng'])
      await given({ name, sector: 'anti-trafficking' })
    const listUnits = new ListUnits(new UnitsRepository(new Database()), transactions, clock)
    const names: string[] = []

    let after: string | undefined
    do {
      const page: Slice<UnitNow> = await listUnits.run(
        anybody,
        { sector: 'anti-trafficking' },
        { after, limit: 3 },
      )
      names.push(...page.items.map(({ name }) => name))
      after = page.next ?? undefined
    } while (after !== undefined)

    expect(names).toEqual(['Ba Đình', 'Dịch Vọng', 'Đống Đa', 'Ý Yên'])
  })

  it('shows one unit by its id, but none that works no more', async () => {
    const active = await given({ hours: { kind: 'always' } })
    const gone = await given({ active: false })
    const readUnit = new ReadUnit(new UnitsRepository(new Database()), transactions, clock)

    expect(await readUnit.run(anybody, active.id)).toMatchObject({ isOpenNow: true })
    await expect(readUnit.run(anybody, gone.id)).rejects.toThrow(NotFound)
    await expect(readUnit.run(anybody, randomUUID())).rejects.toThrow(NotFound)
  })

  it('proposes units with sentences to be read, but not who asks, nor who is elsewhere or pauses', async () => {
    const asking = await given({ sector: 'legal-aid' })
    const near = await given({ sector: 'legal-aid' })
    await given({ sector: 'legal-aid', takingReferrals: false })
    await given({ sector: 'legal-aid', provinceCode: '01' })

    const proposals = await asked(() =>
      directory.proposeFor(
        {
          service: 'LEGAL',
          provinceCode: '48@2025-07-01',
          ageInYears: 16,
          sex: 'female',
          language: 'vi',
        },
        asking.id,
      ),
    )

    expect(proposals.map(({ unit }) => unit.id)).toEqual([near.id])
    expect(proposals[0]?.reasons).toEqual([
      'code.proposal.in-province',
      'code.proposal.speaks-language',
      'code.proposal.open-now',
      'code.proposal.places-unknown',
    ])
  })

  it('proposes a full house last, and does not go by a count that is too old', async () => {
    const counted = async (free: number, at: string): Promise<string> => {
      const { id } = await given({ sector: 'shelter', provinceCode: '75' })
      await owner.query(
        'UPDATE unit SET places_total = 9, places_free = $2, places_at = $3 WHERE id = $1',
        [id, free, at],
      )
      return id
    }
    const full = await counted(0, '2026-11-15T09:00:00+07:00')
    const fullLongAgo = await counted(0, '2026-11-01T09:00:00+07:00')
    const free = await counted(4, '2026-11-15T09:00:00+07:00')

    const proposals = await asked(() =>
      directory.proposeFor({
        service: 'SHELTER',
        provinceCode: '75',
        ageInYears: 30,
        sex: 'female',
        language: 'vi',
      }),
    )

    expect(proposals.map(({ unit }) => unit.id)).toEqual([free, fullLongAgo, full])
    expect(proposals[2]?.reasons).toContain('code.proposal.full')
    expect(proposals[1]?.reasons).toContain('code.proposal.places-unknown')
  })
})

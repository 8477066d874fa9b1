import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { aCase } from '../../cases/testing/an-intake.js'
import { useServices } from '../../cases/testing/services.js'
import type { StoredUnit } from '../../directory/testing/units.js'
import { ConsentsModule } from '../consents.module.js'
import { ConsentAlreadyWithdrawn, ConsentNotValid } from '../domain/consent.errors.js'
import { aConsent, consentTo } from '../testing/a-consent.js'
import { ConsentReading } from './consent-reading.js'
import { ListConsents } from './list-consents.js'
import { NarrowConsent } from './narrow-consent.js'
import { PrintConsent } from './print-consent.js'
import { RecordConsent } from './record-consent.js'
import { WithdrawConsent } from './withdraw-consent.js'

const services = useServices(ConsentsModule)
let unit: StoredUnit
let lead: WorkerActor
let womensUnit: StoredUnit
let caseId: string

beforeAll(async () => {
  unit = await services().aUnit('child-protection')
  womensUnit = await services().aUnit('womens-services')
  lead = await services().aWorker(unit)
})
beforeEach(async () => {
  caseId = (await aCase(services(), lead)).id
})

afterEach(() => {
  services().clock.reset()
})

const record = (changes: Parameters<typeof consentTo>[1] = {}, ofCase = caseId) =>
  aConsent(services(), lead, ofCase, womensUnit.id, changes)

const soon = (): string => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)

const liveFor = (unitId: string, actor = lead) =>
  services()
    .find(Transactions)
    .run(actor, () => services().find(ConsentReading).liveFor(caseId, unitId))

const problemsOf = async (deed: Promise<unknown>): Promise<readonly string[]> => {
  const error: unknown = await deed.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ConsentNotValid)) throw new Error('a consent was expected to be refused')
  return error.fields.map(({ problem }) => problem)
}

describe('recording consent', () => {
  it('holds for its unit and no other', async () => {
    const { id } = await record()

    const live = await liveFor(womensUnit.id)
    expect(live.map((consent) => consent.id)).toEqual([id])
    expect(live[0]).toMatchObject({
      sections: ['identity', 'contact', 'incident'],
      givenBy: ['self', 'representative'],
      childAssents: true,
      isLive: true,
    })
    expect(await liveFor((await services().aUnit('police')).id)).toEqual([])
  })

  it('asks a girl of 16 and her mother both', async () => {
    expect(await problemsOf(record({ representativeAnswer: null }))).toEqual([
      'representative_missing',
    ])
    expect(await problemsOf(record({ selfAnswer: 'refuses' }))).toEqual(['self_refused'])
  })

  it('is void from a suspected guardian; life or the child’s interests stand instead', async () => {
    const suspected = await aCase(services(), lead, { caregiver: { suspected: true } })

    expect(await problemsOf(record({}, suspected.id))).toEqual(['representative_suspected'])
    const other = { basis: 'beneficiary_interests', representativeAnswer: null } as const
    expect(await problemsOf(record(other, suspected.id))).toEqual(['basis_needs_reason'])
    await record({ ...other, reason: 'Bố dượng bị nghi gây hại.' }, suspected.id)

    const { consents } = await services().find(ListConsents).run(lead, suspected.id)
    expect(consents[0]).toMatchObject({ legalBasis: 'beneficiary_interests', givenBy: ['self'] })
  })

  it('counts no yes of a perpetrator who calls himself the guardian', async () => {
    const abused = await aCase(services(), lead, {
      perpetrator: { name: 'Lê Văn Đức', relationship: 'bố dượng', phone: null, accounts: null },
    })
    const by = (name: string) =>
      record({ detail: { representative: { name, relation: 'step_parent' } } }, abused.id)

    expect(await problemsOf(by('lê văn đức'))).toEqual(['representative_is_suspect'])
    expect(await by('Trần Thị Hoa')).toMatchObject({ approval: 'not_needed' })
  })

  it('keeps who spoke, who explained, the child’s own words and what is kept back, sealed', async () => {
    const said = {
      explainedOn: '2026-11-01',
      explainedLanguage: 'hmn',
      explainedBy: 'Cô Vàng Thị Mỷ',
      interpreter: 'Giàng A Páo',
      representative: { name: 'Trần Thị Hoa', relation: 'mother' },
      childView: 'Em không muốn bố biết.',
      withheld: 'Chuyện ở trường.',
      withheldReason: 'wants_to_tell',
    } as const
    const { id } = await record({ detail: said })
    const { consents } = await services().find(ListConsents).run(lead, caseId)
    expect(consents[0]?.detail).toEqual(said)

    const { rows } = await services().owner.query('SELECT * FROM consent WHERE id = $1', [id])
    const stored = JSON.stringify(rows)
    for (const words of ['Vàng', 'Páo', 'Hoa', 'bố', 'trường']) expect(stored).not.toContain(words)
    // A narrower consent stands in its place, with all that was said.
    await services()
      .find(NarrowConsent)
      .run(lead, caseId, id, { keep: ['identity'], note: null })
    const narrowed = await services().find(ListConsents).run(lead, caseId)
    expect(narrowed.consents.map(({ detail }) => detail)).toEqual([said, said])
  })

  it('reminds who refers of what is kept back, as long as the consent holds', async () => {
    const keptBack = () =>
      services()
        .find(Transactions)
        .run(lead, () => services().find(ConsentReading).keptBack(caseId))
    const { id } = await record({
      detail: {
        ...consentTo(womensUnit.id).detail,
        withheld: 'Chuyện ở trường.',
        withheldReason: 'fear_of_harm',
      },
    })
    expect(await keptBack()).toEqual(['Chuyện ở trường.'])
    await services().find(WithdrawConsent).run(lead, caseId, id)
    expect(await keptBack()).toEqual([])
  })

  it('is never rewritten, not even by a smuggled statement', async () => {
    const { id } = await record()
    for (const change of ["explained_on = '2020-01-01'", 'sealed_detail = NULL'])
      await expect(
        services()
          .find(Transactions)
          .run(lead, () =>
            services()
              .find(Database)
              .change(
                statement(
                  `spec.${change.slice(0, 6)}`,
                  `UPDATE consent SET ${change} WHERE id = $1`,
                ),
                [id],
              ),
          ),
      ).rejects.toMatchObject({ code: '42501' })
  })

  it('does not go to a unit that does not exist', async () => {
    await expect(record({ recipientUnitId: randomUUID() })).rejects.toMatchObject({
      code: 'consents.recipient-unfit',
    })
  })

  it('goes to one’s own unit by the person’s word alone: what it keeps when the case moves', async () => {
    const without = { basis: 'beneficiary_interests', reason: 'Cần tiếp tục hỗ trợ.' } as const
    await expect(record({ recipientUnitId: unit.id, ...without })).rejects.toMatchObject({
      code: 'consents.recipient-unfit',
    })
    expect(await record({ recipientUnitId: unit.id })).toMatchObject({ approval: 'not_needed' })
  })

  it('lasts a year at most, and ends by itself', async () => {
    expect(await problemsOf(record({ until: '2099-01-01' }))).toEqual(['expiry_too_late'])
    await record()
    services().clock.passDays(100)

    expect(await liveFor(womensUnit.id)).toEqual([])
  })

  it('leaves its trace and tells that it happened', async () => {
    await record()

    const trail = await services().trailOf(caseId)
    expect(trail.map(({ action }) => action)).toEqual(['case.open', 'consent.record'])
    expect(await services().eventsOf(caseId)).toEqual(['case.opened', 'consent.recorded'])
  })

  it('is refused to everybody who does not lead the case, as if it did not exist', async () => {
    const others = [
      await services().aWorker(unit),
      await services().aWorker(unit, 'supervisor'),
      await services().aWorker(womensUnit),
    ]
    for (const other of others) {
      const deed = services().find(RecordConsent).run(other, caseId, consentTo(womensUnit.id))
      await expect(deed).rejects.toThrow(NotFound)
    }
    const missing = services().find(RecordConsent).run(lead, randomUUID(), consentTo(womensUnit.id))
    await expect(missing).rejects.toThrow(NotFound)
  })
})

describe('withdrawing consent', () => {
  it('ends it at once and for good', async () => {
    const { id } = await record()

    await services().find(WithdrawConsent).run(lead, caseId, id)

    expect(await liveFor(womensUnit.id)).toEqual([])
    expect(await services().eventsOf(caseId)).toContain('consent.withdrawn')
    await expect(services().find(WithdrawConsent).run(lead, caseId, id)).rejects.toThrow(
      ConsentAlreadyWithdrawn,
    )
  })

  it('changes nothing by looking at what it would end', async () => {
    const { id } = await record()

    const { consent } = await services().find(WithdrawConsent).preview(lead, caseId, id)
    expect(consent.recipientUnitName).toBe(womensUnit.name)
    expect(await liveFor(womensUnit.id)).toHaveLength(1)
  })

  it('is refused to everybody who does not lead the case, and through another case', async () => {
    const { id } = await record()
    const withdraw = services().find(WithdrawConsent)
    const other = await aCase(services(), lead)

    for (const actor of [
      await services().aWorker(unit),
      await services().aWorker(unit, 'supervisor'),
      await services().aWorker(womensUnit),
    ]) {
      await expect(withdraw.run(actor, caseId, id)).rejects.toThrow(NotFound)
    }
    await expect(withdraw.run(lead, other.id, id)).rejects.toThrow(NotFound)
    expect(await liveFor(womensUnit.id)).toHaveLength(1)
  })
})

describe('the sheet to sign', () => {
  it('is there while the consent holds, and leaves its trace', async () => {
    const { id } = await record()
    const print = services().find(PrintConsent)
    expect(await print.run(lead, caseId, id)).toMatchObject({ language: 'vi' })
    expect((await services().trailOf(caseId)).at(-1)).toMatchObject({ action: 'consent.print' })
    await services().find(WithdrawConsent).run(lead, caseId, id)
    await expect(print.run(lead, caseId, id)).rejects.toThrow(NotFound)
  })

  it('is nothing where nobody agreed, through another case, and to others', async () => {
    const { id } = await record()
    const print = services().find(PrintConsent)
    const basis = { basis: 'vital_interests', reason: 'Nguy hiểm.', until: soon() } as const
    const without = await record(basis)
    await expect(print.run(lead, caseId, without.id)).rejects.toThrow(NotFound)
    const other = await aCase(services(), lead)
    await expect(print.run(lead, other.id, id)).rejects.toThrow(NotFound)
    const blocked = await services().aWorker(unit, 'supervisor')
    await services().block(blocked, caseId)
    for (const actor of [
      blocked,
      await services().aWorker(unit),
      await services().aWorker(womensUnit),
    ])
      await expect(print.run(actor, caseId, id)).rejects.toThrow(NotFound)
  })
})

describe('the list of consents', () => {
  it('is read by the lead and the supervisor, and by nobody else', async () => {
    await record()
    const supervisor = await services().aWorker(unit, 'supervisor')

    for (const reader of [lead, supervisor]) {
      const { consents } = await services().find(ListConsents).run(reader, caseId)
      expect(consents).toHaveLength(1)
    }
    for (const stranger of [
      await services().aWorker(unit),
      await services().aWorker(womensUnit, 'caseworker', 'supervisor'),
    ]) {
      await expect(services().find(ListConsents).run(stranger, caseId)).rejects.toThrow(NotFound)
    }
  })
})

import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { maskOf, type Section } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf, type LocalDate } from '../../../platform/clock/local-time.js'
import { Sealer, type KeyRing } from '../../../platform/crypto/index.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { provinceOn } from '../../directory/index.js'
import { incidentPlace, partPlace, personPlace } from '../data/case-content.reader.js'
import type { PersonRole } from '../data/case-rows.js'
import { CaseWriter, type NewContent } from '../data/case-writer.js'
import {
  contactFoundBy,
  incidentFoundBy,
  relatedFoundBy,
  victimFoundBy,
  type FoundBy,
} from '../data/findables.js'
import { SearchKeys } from '../data/search-keys.js'
import { ageKnownOf, assessIntake, type Intake, type IntakeFindings } from '../domain/intake.js'
import type {
  FamilyContent,
  IncidentContent,
  PersonIdentity,
  RelatedPerson,
  SafetyContent,
} from '../domain/case-content.js'
import { UnknownProvince } from '../domain/case.errors.js'
import { Birthdays } from './birthdays.js'
import { HeedPlaces } from './heed-places.js'
import { CaseOpened } from '../domain/case.events.js'

/** A case that has just been opened. */
export interface OpenedCaseId {
  readonly id: string
  readonly number: string
  readonly version: number
}

/** Takes a person in: the case, who they are, how to reach them safely, what happened, how urgent it is. */
@Injectable()
export class OpenCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly writer: CaseWriter,
    private readonly sealer: Sealer,
    private readonly searchKeys: SearchKeys,
    private readonly birthdays: Birthdays,
    private readonly places: HeedPlaces,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Inside an open transaction of the same actor it joins that one: many cases are opened together, or
   * none.
   * @param eventId joins the incidents of several people to whom the same thing happened
   * @throws NotFound for who may not open cases; DateInFuture, DateBeforeBirth, AgeOutOfRange,
   * TypeNotOffered, UnknownProvince, PlaceUnclear
   */
  async run(
    actor: WorkerActor,
    intake: Intake,
    eventId: string | null = null,
  ): Promise<OpenedCaseId> {
    const at = this.clock.now()
    const today = localTimeOf(at).date
    if (!decide(actor, 'case.open', { now: at }).allowed) {
      throw new NotFound('case.open', 'case', null)
    }
    const findings = assessIntake(intake, today)
    const { provinceCode } = intake.person
    if (provinceCode !== null && provinceOn(provinceCode, today) === null) {
      throw new UnknownProvince()
    }

    return this.transactions.run(actor, async () => {
      const id = randomUUID()
      const commune = await this.places.ofPerson(intake.person, today)
      const number = await this.writer.insertCase(
        {
          id,
          unitId: actor.unitId,
          leadWorkerId: actor.workerId,
          riskLevel: findings.riskLevel,
          immediateDanger: intake.risk.immediateDanger,
          ageBand: findings.ageBand,
          sex: intake.person.sex,
          language: intake.person.language,
          provinceCode,
          commune,
        },
        at,
        Number(today.slice(0, 4)),
      )
      const { ring, rows } = this.sealer.forNewCase(id)
      const content = sealIntake(ring, id, { intake, eventId }, findings, today)
      await this.writer.insertContent(id, { keys: rows, ...content }, { at, by: actor.workerId })
      await this.searchKeys.write(id, foundBy(intake, content))
      await this.birthdays.follow(id, ageKnownOf(intake.person, today), at)
      await this.audit.record({
        action: 'case.open',
        caseId: id,
        subject: { type: 'case', id },
        sections: maskOf(['identity', 'contact', 'family', 'incident', 'safety']),
      })
      await this.outbox.add(new CaseOpened(id, actor.unitId))
      return { id, number, version: 1 }
    })
  }
}

const sealIntake = (
  ring: KeyRing,
  caseId: string,
  { intake, eventId }: { readonly intake: Intake; readonly eventId: string | null },
  findings: IntakeFindings,
  today: LocalDate,
): Omit<NewContent, 'keys'> => {
  const { person, reporter = null, incident, caregiver, perpetrator, risk } = intake
  const identity: PersonIdentity = {
    name: person.name,
    birthDate: person.birthDate,
    statedAge: ageKnownOf(person, today).stated,
    address: person.address,
    ...(person.documentNumber === undefined
      ? {}
      : { more: { documentNumber: person.documentNumber } }),
  }
  const family: FamilyContent = {
    caregiver: caregiver.state,
    informed: caregiver.informed,
    suspected: caregiver.suspected,
    notes: null,
  }
  const safety: SafetyContent = {
    riskReasons: findings.riskReasons,
    danger: risk.danger,
    notes: null,
  }
  const told: IncidentContent = {
    platform: incident.platform,
    accounts: incident.accounts,
    narrative: incident.narrative,
  }
  const sealPerson = (
    role: PersonRole,
    section: Section,
    sex: string,
    content: PersonIdentity | RelatedPerson,
  ) => {
    const id = randomUUID()
    return { id, role, section, sex, sealed: ring.seal(content, personPlace(id, section)) }
  }
  const incidentId = randomUUID()
  return {
    persons: [
      sealPerson('victim', 'identity', person.sex, identity),
      // Beside the ways to reach the victim: often the reporter is the safe one.
      ...(reporter === null ? [] : [sealPerson('contact', 'contact', 'unknown', reporter)]),
      ...(perpetrator === null
        ? []
        : [sealPerson('alleged-perpetrator', 'incident', 'unknown', perpetrator)]),
      ...(caregiver.person === null
        ? []
        : [sealPerson('guardian', 'family', 'unknown', caregiver.person)]),
    ],
    parts: [
      { section: 'contact', sealed: ring.seal(intake.contact, partPlace(caseId, 'contact')) },
      { section: 'family', sealed: ring.seal(family, partPlace(caseId, 'family')) },
      { section: 'safety', sealed: ring.seal(safety, partPlace(caseId, 'safety')) },
    ],
    incident: {
      id: incidentId,
      eventId,
      type: incident.type,
      otherTypes: incident.otherTypes.filter((type) => type !== incident.type),
      hanoiArticles: findings.hanoiArticles,
      ageAtIncident: findings.ageAtIncident,
      occurredOn: incident.occurredOn,
      ongoing: incident.ongoing,
      sealed: ring.seal(told, incidentPlace(incidentId)),
    },
  }
}

// Everything by which this person may be found again, at the places it was written to.
const foundBy = (
  { person, reporter = null, contact, incident, perpetrator, caregiver }: Intake,
  { persons, incident: { id } }: Omit<NewContent, 'keys'>,
): FoundBy[] => [
  ...persons.flatMap(({ id, role, section }): FoundBy[] => {
    if (role === 'victim') return [victimFoundBy(id, section, person)]
    const related =
      role === 'guardian' ? caregiver.person : role === 'contact' ? reporter : perpetrator
    return related === null ? [] : [relatedFoundBy(id, section, related)]
  }),
  contactFoundBy(contact),
  incidentFoundBy(id, incident),
]

import type { WorkerActor } from '../../../platform/access/actor.js'
import { noSafeContact } from '../domain/case-content.js'
import type { Intake } from '../domain/intake.js'
import { OpenCase, type OpenedCaseId } from '../use-cases/open-case.js'

/** Parts of an intake that matter to a test. */
export interface IntakeChanges {
  readonly person?: Partial<Intake['person']>
  readonly contact?: Partial<Intake['contact']>
  readonly incident?: Partial<Intake['incident']>
  readonly caregiver?: Partial<Intake['caregiver']>
  readonly perpetrator?: Intake['perpetrator']
  readonly risk?: Partial<Intake['risk']>
}

/** A girl of 16 whom somebody extorts with her pictures; her mother knows and can be asked. */
export const anIntake = (changes: IntakeChanges = {}): Intake => ({
  person: {
    name: 'Nguyễn Thị Mai',
    birthDate: null,
    statedAge: 16,
    sex: 'female',
    language: 'vi',
    provinceCode: '48',
    commune: 'Phường Hải Châu',
    address: 'Hẻm 12, đường Hoa Sen',
    ...changes.person,
  },
  contact: {
    ...noSafeContact,
    phone: '0905 000 111',
    channels: ['message'],
    when: 'Sau 19:00',
    codeWord: 'Lan bên tiệm may',
    ...changes.contact,
  },
  incident: {
    type: 'csea.sextortion_sexual',
    otherTypes: [],
    occurredOn: null,
    ongoing: true,
    facts: [],
    platform: 'Zalo',
    accounts: '@thuyen_dem',
    narrative: 'Bị doạ gửi ảnh cho cả lớp.',
    ...changes.incident,
  },
  perpetrator: changes.perpetrator ?? null,
  caregiver: {
    state: 'known',
    informed: true,
    suspected: false,
    person: { name: 'Trần Thị Hoa', relationship: 'mẹ', phone: null, accounts: null },
    ...changes.caregiver,
  },
  risk: {
    assessed: 'medium',
    reasons: ['active_sextortion'],
    immediateDanger: false,
    danger: null,
    ...changes.risk,
  },
})

/** Finds a provider: Nest's `app.get`, loosely. */
export interface Finder {
  find<Provider>(type: new (...args: never[]) => Provider): Provider
}

/** Opens a case through the use case itself. */
export const aCase = (
  services: Finder,
  lead: WorkerActor,
  changes: IntakeChanges = {},
): Promise<OpenedCaseId> => services.find(OpenCase).run(lead, anIntake(changes))

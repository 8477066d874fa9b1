import { noSafeContact, type Intake, type RiskLevel } from '../../cases/index.js'
import type { GroupFacts } from './group-facts.js'
import type { PersonOfList } from './person-row.js'

/**
 * The intake of one person of a group. A telephone number of a list is no safe contact: until somebody
 * has asked the person, no way of reaching them is called safe.
 */
export const intakeOfPerson = (
  person: PersonOfList,
  { incidentType, provinceCode }: Pick<GroupFacts, 'incidentType' | 'provinceCode'>,
  risk: RiskLevel,
): Intake => ({
  person: {
    name: person.name,
    birthDate: person.birthDate,
    statedAge: person.statedAge,
    sex: person.sex,
    language: person.language,
    provinceCode: person.provinceCode ?? provinceCode,
    commune: person.commune,
    address: person.address,
    ...(person.document === null ? {} : { documentNumber: person.document }),
  },
  contact: { ...noSafeContact, phone: person.phone },
  incident: {
    type: incidentType,
    otherTypes: [],
    occurredOn: null,
    // They are back; what goes on (debts, threats) is found out with each.
    ongoing: false,
    facts: [],
    platform: null,
    accounts: null,
    narrative: person.note,
  },
  perpetrator: null,
  caregiver: { state: 'unknown', informed: null, suspected: false, person: null },
  risk: { assessed: risk, reasons: [], immediateDanger: false, danger: null },
})

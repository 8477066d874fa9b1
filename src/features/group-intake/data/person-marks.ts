import { Injectable } from '@nestjs/common'
import { SearchTokens } from '../../../platform/crypto/search-token.js'
import type { PersonOfList } from '../domain/person-row.js'
import { marksOf, type Marks } from '../domain/same-person.js'

/**
 * The marks of people and headings as they are kept: keyed, so that nobody who holds the database can
 * try names against them, and another with each unit.
 */
@Injectable()
export class PersonMarks {
  constructor(private readonly tokens: SearchTokens) {}

  of(unitId: string, person: PersonOfList): Marks<Buffer> {
    const { name, born, document, phone } = marksOf(person)
    const keyed = (kind: string, text: string | null) =>
      text === null ? null : this.tokens.of(`group ${kind}`, `${unitId}|${text}`)
    return {
      name: this.tokens.of('group name', `${unitId}|${name}`),
      born: keyed('born', born),
      document: keyed('document', document),
      phone: keyed('phone', phone),
    }
  }

  ofHeading(unitId: string, heading: string): Buffer {
    return this.tokens.of('group heading', `${unitId}|${heading}`)
  }
}

import { Injectable } from '@nestjs/common'
import type { CaseFacts } from '../../../platform/access/decide.js'
import { maskOf, type Section } from '../../../platform/access/sections.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { keyClassOf } from '../../../platform/access/sections.js'
import type { Json, SealContext } from '../../../platform/crypto/index.js'
import { FormsInUse } from '../../forms/index.js'
import { partOf } from '../data/case-content.reader.js'
import { CaseReader } from '../data/case-reader.js'
import { FoundCases } from '../data/found-cases.js'
import type { CaseRow } from '../data/case-rows.js'
import { adulthoodOf, type Adulthood } from '../domain/adulthood.js'
import { ageFrom } from '../domain/age.js'
import type { SafeContact } from '../domain/case-content.js'
import { sectionView, type SectionView } from './section-view.js'

/** What the law on consent asks about a person. */
export interface ConsentPerson {
  /** Completed years today, or null if unknown. */
  readonly ageInYears: number | null
  /** Can the representative be asked, are they suspected, or is there none? */
  readonly representative: 'trusted' | 'suspected' | 'absent'
  /** Names of alleged perpetrators, and of the caregiver who is suspected: they speak for nobody. */
  readonly suspects: readonly string[]
}

/**
 * Cases for other features, inside their open transaction and never beyond what row-level security
 * lets its actor see. Deciding and recording what was read stays with who asks.
 */
@Injectable()
export class CaseReading {
  constructor(
    private readonly reader: CaseReader,
    private readonly found: FoundCases,
    private readonly forms: FormsInUse,
    private readonly clock: Clock,
  ) {}

  /** The row of the case, for those who manage it. */
  async summary(caseId: string): Promise<CaseRow | undefined> {
    return (await this.reader.row(caseId))?.row
  }

  /** Rows and the actor's standing, of those of the cases that the actor manages, in the order asked. */
  async managed(
    caseIds: readonly string[],
  ): Promise<{ readonly row: CaseRow; readonly facts: CaseFacts }[]> {
    const standings = await this.found.standing(caseIds)
    return standings.flatMap(({ row, facts }) => (row === null ? [] : [{ row, facts }]))
  }

  /** What is recorded in these sections, as far as they are the actor's to see, in the order asked. */
  async sections(caseId: string, asked: readonly Section[]): Promise<SectionView[]> {
    const [{ content, facts }, forms] = await Promise.all([
      this.reader.content(caseId, maskOf(asked)),
      this.forms.all(),
    ])
    const seen = facts.grants.reduce((mask, grant) => mask | grant.sections, 0)
    const today = localTimeOf(this.clock.now()).date
    return asked
      .filter((section) => (maskOf([section]) & seen) !== 0)
      .map((section) => sectionView(section, content, today, forms))
  }

  /** How to reach the person; null where it is hidden or not recorded. */
  async safeContact(caseId: string): Promise<SafeContact | null> {
    const { content } = await this.reader.content(caseId, maskOf(['contact']))
    return partOf(content, 'contact')
  }

  /** The numbers of those cases whose row the actor sees. */
  caseNumbers(caseIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.reader.numbers(caseIds)
  }

  /** Age, representative and suspects, as far as the actor may see them; unknown otherwise. */
  async consentPerson(caseId: string): Promise<ConsentPerson> {
    const { content } = await this.reader.content(
      caseId,
      maskOf(['identity', 'family', 'incident']),
    )
    const { victim, related } = content
    const family = partOf(content, 'family')
    // Of two who may speak for the child, one may be suspected and the other not.
    const guardians = related.filter(
      ({ role, more }) => role === 'guardian' || more?.['isGuardian'] === true,
    )
    const isSuspected =
      family?.suspected === true ||
      (guardians.length > 0 && guardians.every(({ role }) => role === 'alleged-perpetrator'))
    const today = localTimeOf(this.clock.now()).date
    return {
      ageInYears:
        victim === null
          ? null
          : ageFrom({ birthDate: victim.birthDate, stated: victim.statedAge }, today),
      representative: isSuspected
        ? 'suspected'
        : family?.caregiver === 'known'
          ? 'trusted'
          : 'absent',
      suspects: related
        .filter(
          ({ role }) =>
            role === 'alleged-perpetrator' || (role === 'guardian' && family?.suspected === true),
        )
        .flatMap(({ name }) => (name === null ? [] : [name])),
    }
  }

  /** When the person becomes an adult; null where it is hidden or nothing is known of the age. */
  async adulthood(caseId: string): Promise<Adulthood | null> {
    const { content } = await this.reader.content(caseId, maskOf(['identity']))
    const { victim } = content
    return victim === null
      ? null
      : adulthoodOf({ birthDate: victim.birthDate, stated: victim.statedAge })
  }

  /** Seals a value of another feature's row under the case's key for this section. */
  async sealFor(
    caseId: string,
    section: Section,
    value: Json,
    place: Omit<SealContext, 'keyClass'>,
  ): Promise<Buffer> {
    const { ring } = await this.reader.content(caseId, maskOf([section]))
    return ring.seal(value, { ...place, keyClass: keyClassOf(section) })
  }

  /** Opens what `sealFor` sealed; null where the actor does not hold the key. */
  async openFor<Shape extends Json>(
    caseId: string,
    section: Section,
    sealed: Buffer,
    place: Omit<SealContext, 'keyClass'>,
  ): Promise<Shape | null> {
    const keyClass = keyClassOf(section)
    const { ring } = await this.reader.content(caseId, maskOf([section]))
    return ring.has(keyClass) ? ring.open<Shape>(sealed, { ...place, keyClass }) : null
  }

  /** As `openFor`, for many texts in one trip; each null where the actor does not hold its key. */
  async openAllFor<Shape extends Json>(
    caseId: string,
    texts: readonly {
      readonly section: Section
      readonly sealed: Buffer
      readonly place: Omit<SealContext, 'keyClass'>
    }[],
  ): Promise<(Shape | null)[]> {
    if (texts.length === 0) return []
    const { ring } = await this.reader.content(caseId, maskOf(texts.map(({ section }) => section)))
    return texts.map(({ section, sealed, place }) => {
      const keyClass = keyClassOf(section)
      return ring.has(keyClass) ? ring.open<Shape>(sealed, { ...place, keyClass }) : null
    })
  }
}

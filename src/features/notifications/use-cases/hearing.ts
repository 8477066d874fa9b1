import { Injectable } from '@nestjs/common'
import { DiscoveryService } from '@nestjs/core'
import type { DeliveredEvent } from '../../../platform/outbox/index.js'
import type { Concern, Subject } from '../domain/concern.js'

/** Where a subject is shown; the id of the case, where it belongs to one, for addresses below a case. */
export type PathOf = (id: string, caseId: string | null) => string

/**
 * Says whom events concern. Extend it, list the class among a module's providers, and it is found.
 * Each type needs its sentence `notifications.kind.<type>` in the catalogues; a sentence may use
 * {from} and {to}, the units of the referral, where the subject is one.
 */
export abstract class Hearing {
  /** Types of events. */
  abstract readonly types: readonly string[]
  /** The page of each type of subject it tells of. */
  abstract readonly pages: Readonly<Record<string, PathOf>>

  /**
   * Runs as the service, in the transaction that tells: look at the present state of the subject.
   * A worker whom two concerns of one event name is told of the first.
   */
  abstract concerned(event: DeliveredEvent): Promise<readonly Concern[]>
}

/** All who say whom events concern. */
@Injectable()
export class Hearings {
  private found: readonly Hearing[] | undefined

  constructor(private readonly discovery: DiscoveryService) {}

  /** Every type of event that anybody is told of. */
  get types(): readonly string[] {
    return [...new Set(this.all().flatMap(({ types }) => types))]
  }

  of(type: string): readonly Hearing[] {
    return this.all().filter(({ types }) => types.includes(type))
  }

  /** The page about a subject; the list itself for what has no page any more. */
  pathOf({ type, id }: Subject, caseId: string | null): string {
    for (const { pages } of this.all()) {
      const path = pages[type]
      if (path !== undefined) return path(id, caseId)
    }
    return '/notifications'
  }

  private all(): readonly Hearing[] {
    return (this.found ??= this.discovery
      .getProviders()
      .map(({ instance }: { instance: unknown }) => instance)
      .filter((instance) => instance instanceof Hearing))
  }
}

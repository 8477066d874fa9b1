import { Injectable } from '@nestjs/common'
import { DiscoveryService } from '@nestjs/core'
import { TimelinePart } from './timeline-part.js'

/** All that features add to a timeline. */
@Injectable()
export class TimelineParts {
  private found: readonly TimelinePart[] | undefined

  constructor(private readonly discovery: DiscoveryService) {}

  all(): readonly TimelinePart[] {
    return (this.found ??= this.discovery
      .getProviders()
      .map(({ instance }: { instance: unknown }) => instance)
      .filter((instance) => instance instanceof TimelinePart))
  }
}

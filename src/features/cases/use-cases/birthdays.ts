import { Injectable } from '@nestjs/common'
import { localTimeOf, startOfDay } from '../../../platform/clock/local-time.js'
import { Schedule } from '../../../platform/schedule/index.js'
import type { AgeKnown } from '../domain/age.js'
import { adulthoodOf } from '../domain/adulthood.js'
import { comesOfAge, comesOfAgeSoon } from '../domain/case.events.js'

/**
 * Sets what is told when a child is about to become an adult, and on the day. The service cannot read a
 * birth date, so it is set whenever somebody writes one.
 */
@Injectable()
export class Birthdays {
  constructor(private readonly schedule: Schedule) {}

  /** Inside the transaction that writes what is known of the age. */
  async follow(caseId: string, known: AgeKnown, now: Date): Promise<void> {
    const adulthood = adulthoodOf(known)
    const today = localTimeOf(now).date
    await this.schedule.cancel(caseId, 'adult')
    if (adulthood === null || adulthood.on <= today) return
    const event = (type: string) => ({ type, subjectId: caseId, caseId })
    await this.schedule.at(startOfDay(adulthood.tellOn), event(comesOfAgeSoon), 'adult-soon')
    if (adulthood.isExact)
      await this.schedule.at(startOfDay(adulthood.on), event(comesOfAge), 'adult')
  }
}

import { Injectable } from '@nestjs/common'
import { RecordWriter } from '../data/record-writer.js'
import { ageBandOf } from '../domain/age.js'
import { CaseReading } from './case-reading.js'

/**
 * Writes the band of the age that a person has come to by now. It was written when the age was told;
 * whoever is asked to help decides by it without knowing who it is.
 */
@Injectable()
export class GrowUp {
  constructor(
    private readonly reading: CaseReading,
    private readonly writer: RecordWriter,
  ) {}

  /** Inside the open transaction of who may change the case; an unknown age changes nothing. */
  async run(caseId: string): Promise<void> {
    const { ageInYears } = await this.reading.consentPerson(caseId)
    if (ageInYears !== null) await this.writer.setAgeBand(caseId, ageBandOf(ageInYears))
  }
}

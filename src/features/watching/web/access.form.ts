import { Transform } from 'class-transformer'
import { IsIn } from 'class-validator'
import { sections, type Section } from '../../../platform/access/sections.js'

/** The sections one wants to be told of. */
export class WatchForm {
  // One checked box comes as a text, several as a list.
  @Transform(({ value }: { value: unknown }) => [value].flat<unknown[]>())
  @IsIn(sections, { message: 'error.field.isIn', each: true })
  sections: Section[] = []
}

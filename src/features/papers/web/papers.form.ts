import { IsIn, IsNotEmpty, IsOptional, MaxLength } from 'class-validator'
import { sections, type Section } from '../../../platform/access/sections.js'
import { removalReasons, type RemovalReason } from '../domain/paper.js'

/** A document as it is described; the file comes beside it. */
export class PaperForm {
  @IsIn(sections, { message: 'papers.section.missing' })
  section: Section

  @MaxLength(200, { message: 'error.field.maxLength' })
  @IsNotEmpty({ message: 'papers.title.missing' })
  title: string
}

/** Why a document is taken out. */
export class RemoveForm {
  @IsOptional()
  @IsIn(removalReasons, { message: 'papers.remove.reason.missing' })
  reason?: RemovalReason
}

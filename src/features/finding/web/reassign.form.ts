import { IsUUID } from 'class-validator'

/** Who is to lead the chosen cases. */
export class ReassignForm {
  @IsUUID(undefined, { message: 'finding.reassign.to.missing' })
  to: string
}

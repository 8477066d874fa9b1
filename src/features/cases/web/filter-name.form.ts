import { IsString, MaxLength } from 'class-validator'
import { longestFilterName } from '../use-cases/keep-filters.js'

/** The name of a filter, as it is typed. */
export class FilterNameForm {
  @MaxLength(longestFilterName, { message: 'cases.filters.name.too-long' })
  @IsString({ message: 'cases.filters.name.missing' })
  name: string
}

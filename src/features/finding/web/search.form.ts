import { IsString, MaxLength } from 'class-validator'
import { longestQuery } from '../../cases/index.js'

/** What somebody looks for, as it is typed. */
export class SearchForm {
  @MaxLength(longestQuery, { message: 'finding.search.too-long' })
  @IsString({ message: 'finding.search.missing' })
  q: string
}

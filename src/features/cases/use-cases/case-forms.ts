import { Injectable } from '@nestjs/common'
import { ShippedForms, type CodeList } from '../../forms/index.js'
import { knownLists } from './known-lists.js'
import { sectionForms } from './section-forms.js'

/** The forms that cases bring. */
@Injectable()
export class CaseForms extends ShippedForms {
  readonly forms = sectionForms
  // Laws, clocks, columns and statistics stand on these.
  override readonly closedLists = Object.values(knownLists).map(({ code }: CodeList) => code)
}

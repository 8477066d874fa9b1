import { Injectable } from '@nestjs/common'
import { ShippedForms } from '../../forms/index.js'
import { sectionForms } from './section-forms.js'

/** The forms that cases bring. */
@Injectable()
export class CaseForms extends ShippedForms {
  readonly forms = sectionForms
}

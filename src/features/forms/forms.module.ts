import { Module } from '@nestjs/common'
import { DiscoveryModule } from '@nestjs/core'
import { FormsApi } from './api/forms.controller.js'
import { FormAdditionRows } from './data/form-addition-rows.js'
import { ExtendForms } from './use-cases/extend-forms.js'
import { FormsInUse } from './use-cases/forms-in-use.js'
import { ReadForms } from './use-cases/read-forms.js'
import { FormAdminPages } from './web/form-admin.controller.js'

/** Forms as data: what other features bring, with what an installation added. */
@Module({
  imports: [DiscoveryModule],
  controllers: [FormAdminPages, FormsApi],
  providers: [FormAdditionRows, FormsInUse, ReadForms, ExtendForms],
  exports: [FormsInUse],
})
export class FormsModule {}

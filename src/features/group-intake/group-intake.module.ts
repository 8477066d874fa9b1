import { Module } from '@nestjs/common'
import { SearchTokens } from '../../platform/crypto/search-token.js'
import { AccountsModule } from '../accounts/index.js'
import { CasesModule } from '../cases/index.js'
import { PlacesModule } from '../places/index.js'
import { GroupsApi } from './api/groups.controller.js'
import { GroupRows } from './data/group-rows.js'
import { ListRows } from './data/list-rows.js'
import { ListSeal } from './data/list-seal.js'
import { PersonMarks } from './data/person-marks.js'
import { ForgetLists } from './jobs/forget-lists.job.js'
import { HearOfGroups } from './jobs/hear-of-groups.js'
import { GroupColleagues } from './use-cases/group-colleagues.js'
import { GroupPanel } from './use-cases/group-panel.js'
import { ReadGroups } from './use-cases/read-groups.js'
import { TakeInPeople } from './use-cases/take-in-people.js'
import { WaitingLists } from './use-cases/waiting-lists.js'
import { GroupPages } from './web/groups.controller.js'
import { GroupListPages } from './web/lists.controller.js'

/** Many people who come at once, from one event: a list becomes cases, all of them or none. */
@Module({
  imports: [AccountsModule, CasesModule, PlacesModule],
  // Lists before groups: `lists` is no id.
  controllers: [GroupListPages, GroupPages, GroupsApi],
  providers: [
    SearchTokens,
    GroupRows,
    ListRows,
    ListSeal,
    PersonMarks,
    TakeInPeople,
    WaitingLists,
    ReadGroups,
    GroupColleagues,
    GroupPanel,
    ForgetLists,
    HearOfGroups,
  ],
})
export class GroupIntakeModule {}

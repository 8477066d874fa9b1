import { Module } from '@nestjs/common'
import { DiscoveryModule } from '@nestjs/core'
import { CasesApi } from './api/cases.controller.js'
import { RecordsApi } from './api/records.controller.js'
import { FiltersApi } from './api/filters.controller.js'
import { SectionsApi } from './api/sections.controller.js'
import { FormsModule } from '../forms/index.js'
import { PlacesModule } from '../places/index.js'
import { CaseReader } from './data/case-reader.js'
import { CaseWriter } from './data/case-writer.js'
import { FoundCases } from './data/found-cases.js'
import { SavedFilters } from './data/saved-filters.js'
import { SearchKeys } from './data/search-keys.js'
import { HistoryRows } from './data/history-rows.js'
import { OnlookerRows } from './data/onlooker-rows.js'
import { RecordWriter } from './data/record-writer.js'
import { WorkList } from './data/work-list.js'
import { CaseForms } from './use-cases/case-forms.js'
import { Birthdays } from './use-cases/birthdays.js'
import { CasePanels } from './use-cases/case-panels.js'
import { CasesOfToday } from './use-cases/cases-of-today.js'
import { CaseFinding } from './use-cases/case-finding.js'
import { CaseReading } from './use-cases/case-reading.js'
import { ClocksOfCase } from './use-cases/clocks-of-case.js'
import { ChangeRisk } from './use-cases/change-risk.js'
import { GrowUp } from './use-cases/grow-up.js'
import { HeedAssessment } from './use-cases/heed-assessment.js'
import { HeedPlaces } from './use-cases/heed-places.js'
import { KeepFilters } from './use-cases/keep-filters.js'
import { ListCases } from './use-cases/list-cases.js'
import { SimilarCases } from './use-cases/similar-cases.js'
import { StartedIntake } from './use-cases/started-intake.js'
import { OpenCase } from './use-cases/open-case.js'
import { ReadCase } from './use-cases/read-case.js'
import { ReadHistory } from './use-cases/read-history.js'
import { ReadSections } from './use-cases/read-sections.js'
import { RecordForm } from './use-cases/record-form.js'
import { RecordSection } from './use-cases/record-section.js'
import { WhoSees } from './use-cases/who-sees.js'
import { CasePages } from './web/case-pages.controller.js'
import { IntakeStepPages } from './web/intake-steps.controller.js'
import { FilterPages } from './web/filter-pages.controller.js'
import { IntakePages } from './web/intake.controller.js'
import { RecordPages } from './web/record-pages.controller.js'
import { SectionPages } from './web/section-pages.controller.js'

/** The case: who, how to reach them safely, what happened, how urgent it is. */
@Module({
  imports: [DiscoveryModule, FormsModule, PlacesModule],
  // The intake before the case: `new` is no id.
  controllers: [
    IntakePages,
    IntakeStepPages,
    CasePages,
    SectionPages,
    RecordPages,
    CasesApi,
    SectionsApi,
    RecordsApi,
    FilterPages,
    FiltersApi,
  ],
  providers: [
    CasePanels,
    CasesOfToday,
    CaseReader,
    CaseWriter,
    SavedFilters,
    KeepFilters,
    SearchKeys,
    Birthdays,
    CaseForms,
    RecordWriter,
    FoundCases,
    CaseFinding,
    HistoryRows,
    OnlookerRows,
    WorkList,
    SimilarCases,
    StartedIntake,
    OpenCase,
    ListCases,
    ReadCase,
    ReadSections,
    ChangeRisk,
    RecordSection,
    RecordForm,
    HeedAssessment,
    HeedPlaces,
    ReadHistory,
    WhoSees,
    CaseReading,
    GrowUp,
    ClocksOfCase,
  ],
  exports: [OpenCase, CaseReading, CaseFinding, RecordForm, CasePanels, GrowUp],
})
export class CasesModule {}

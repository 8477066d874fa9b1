import { Module } from '@nestjs/common'
import { ConsentTimelineRows } from './data/consent-timeline.js'
import { DutyReportTimelineRows } from './data/duty-report-timeline.js'
import { DutyReportTimeline } from './use-cases/duty-report-timeline.js'
import { ConsentTimeline } from './use-cases/consent-timeline.js'
import { CasesModule } from '../cases/index.js'
import { DirectoryModule } from '../directory/index.js'
import { ConsentsApi } from './api/consents.controller.js'
import { DutyReportsApi } from './api/duty-reports.controller.js'
import { ExceptionsApi } from './api/exceptions.controller.js'
import { DayOfConsents } from './data/day-of-consents.js'
import { ConsentsRepository } from './data/consents.repository.js'
import { DutyReportsRepository } from './data/duty-reports.repository.js'
import { ExceptionTexts } from './data/exception-texts.js'
import { ExceptionsRepository } from './data/exceptions.repository.js'
import { StandingRepository } from './data/standing.repository.js'
import { ServiceFacts } from './data/service-facts.js'
import { ConsentClocksRing } from './jobs/consent-clocks.job.js'
import { AnswerException } from './use-cases/answer-exception.js'
import { ConsentsOfToday } from './use-cases/consents-of-today.js'
import { ConsentDetails } from './use-cases/consent-details.js'
import { ConsentReading } from './use-cases/consent-reading.js'
import { ConsentClocks } from './use-cases/consent-clocks.js'
import { ConsentTimers } from './use-cases/consent-timers.js'
import { DutyReports } from './use-cases/duty-reports.js'
import { ListConsents } from './use-cases/list-consents.js'
import { ListExceptions } from './use-cases/list-exceptions.js'
import { NarrowConsent } from './use-cases/narrow-consent.js'
import { PrintConsent } from './use-cases/print-consent.js'
import { ReadException } from './use-cases/read-exception.js'
import { RecordConsent } from './use-cases/record-consent.js'
import { RecordException } from './use-cases/record-exception.js'
import { ReviewException } from './use-cases/review-exception.js'
import { ToldOfConsent } from './use-cases/told-of-consent.js'
import { WithdrawConsent } from './use-cases/withdraw-consent.js'
import { ConsentPages } from './web/consent-pages.controller.js'
import { ExceptionPages } from './web/exception-pages.controller.js'
import { DutyReportPages } from './web/report-pages.controller.js'

const useCases = [
  ConsentReading,
  RecordConsent,
  WithdrawConsent,
  NarrowConsent,
  PrintConsent,
  ListConsents,
  ListExceptions,
  ReadException,
  AnswerException,
  ReviewException,
  DutyReports,
  ToldOfConsent,
]

/** Who agreed that which unit may see what, for what and until when – and what is shared without. */
@Module({
  imports: [CasesModule, DirectoryModule],
  controllers: [
    ConsentPages,
    ExceptionPages,
    DutyReportPages,
    ConsentsApi,
    ExceptionsApi,
    DutyReportsApi,
  ],
  providers: [
    ConsentTimelineRows,
    ConsentTimeline,
    DutyReportTimelineRows,
    DutyReportTimeline,
    ConsentsRepository,
    ExceptionsRepository,
    ExceptionTexts,
    StandingRepository,
    DutyReportsRepository,
    ServiceFacts,
    DayOfConsents,
    ConsentsOfToday,
    RecordException,
    ConsentDetails,
    ConsentTimers,
    ConsentClocks,
    ConsentClocksRing,
    ...useCases,
  ],
  exports: [...useCases],
})
export class ConsentsModule {}

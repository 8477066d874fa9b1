import { Global, Module } from '@nestjs/common'
import { ReferralTimelineRows } from './data/referral-timeline.js'
import { ReferralTimeline } from './use-cases/referral-timeline.js'
import { CasesModule } from '../cases/index.js'
import { ConsentsModule } from '../consents/index.js'
import { DirectoryModule } from '../directory/index.js'
import { ReferralMovesApi } from './api/referral-moves.controller.js'
import { SharingApi } from './api/sharing.controller.js'
import { ReferralsApi } from './api/referrals.controller.js'
import { DeskCount } from '../../platform/web/desk-count.js'
import { WaitingAtTheDesk } from './data/waiting-at-the-desk.js'
import { ReferralLists } from './data/referral-lists.js'
import { ReferralStory } from './data/referral-story.js'
import { ReferralTexts } from './data/referral-texts.js'
import { SharesRepository } from './data/shares.repository.js'
import { ReferralChain } from './data/referral-chain.js'
import { ReferralClocks } from './data/referral-clocks.js'
import { PartiesRepository } from './data/referral-parties.js'
import { ReferralsRepository } from './data/referrals.repository.js'
import { FollowClocksOnTime } from './jobs/follow-clocks.job.js'
import { AnswerQuestion } from './use-cases/answer-question.js'
import { AskQuestion } from './use-cases/ask-question.js'
import { AskToCancel } from './use-cases/ask-to-cancel.js'
import { AssignReferral } from './use-cases/assign-referral.js'
import { ConfirmCancellation } from './use-cases/confirm-cancellation.js'
import { EnterInError } from './use-cases/enter-in-error.js'
import { HoldReferral } from './use-cases/hold-referral.js'
import { NoteNoShow } from './use-cases/note-no-show.js'
import { ResumeService } from './use-cases/resume-service.js'
import { SetAppointment } from './use-cases/set-appointment.js'
import { TakeOverReferral } from './use-cases/take-over-referral.js'
import { Bundles } from './use-cases/bundles.js'
import { AcceptReferral } from './use-cases/accept-referral.js'
import { AskForMore } from './use-cases/ask-for-more.js'
import { CancelReferral } from './use-cases/cancel-referral.js'
import { ChooseSharing } from './use-cases/choose-sharing.js'
import { ChooseUnit } from './use-cases/choose-unit.js'
import { ClaimReferral } from './use-cases/claim-referral.js'
import { CompleteReferral } from './use-cases/complete-referral.js'
import { ConfirmReferral } from './use-cases/confirm-referral.js'
import { DescribeNeed } from './use-cases/describe-need.js'
import { Drafts } from './use-cases/drafts.js'
import { FailReferral } from './use-cases/fail-referral.js'
import { HeedStop } from './use-cases/heed-stop.js'
import { TellByPhone } from './use-cases/tell-by-phone.js'
import { FollowClocks } from './use-cases/follow-clocks.js'
import { ListReferrals } from './use-cases/list-referrals.js'
import { NextBestUnit } from './use-cases/next-best-unit.js'
import { PrepareMove } from './use-cases/prepare-move.js'
import { PreviewReferral } from './use-cases/preview-referral.js'
import { ReadReferral } from './use-cases/read-referral.js'
import { ReferralMoves } from './use-cases/referral-moves.js'
import { ReferralReading } from './use-cases/referral-reading.js'
import { RejectReferral } from './use-cases/reject-referral.js'
import { ReleaseReferral } from './use-cases/release-referral.js'
import { ReferralTime } from './use-cases/referral-time.js'
import { SendReferral } from './use-cases/send-referral.js'
import { ShareMore } from './use-cases/share-more.js'
import { SendToNextUnit } from './use-cases/send-to-next-unit.js'
import { SharedContent } from './use-cases/shared-content.js'
import { ReadSharingLife } from './use-cases/sharing-life.js'
import { StartReferral } from './use-cases/start-referral.js'
import { StartService } from './use-cases/start-service.js'
import { VisibleReferrals } from './use-cases/visible-referrals.js'
import { WriteInOneGo } from './use-cases/write-in-one-go.js'
import { ReferralAgainPages } from './web/again.controller.js'
import { DayOfReferrals } from './data/day-of-referrals.js'
import { ReferralsOfToday } from './use-cases/referrals-of-today.js'
import { ReferralCasePanels } from './web/case-panels.js'
import { ReferralDraftPages } from './web/drafts.controller.js'
import { ReferralNeedPages } from './web/need.controller.js'
import { ReferralDeskPages } from './web/desk-moves.controller.js'
import { ReferralMovePages } from './web/move.controller.js'
import { ReferralListPages } from './web/referral-lists.controller.js'
import { SharingPages } from './web/sharing-pages.controller.js'
import { ReferralPages } from './web/referral.controller.js'

const useCases = [
  StartReferral,
  DescribeNeed,
  ChooseUnit,
  ChooseSharing,
  PreviewReferral,
  PrepareMove,
  SendReferral,
  WriteInOneGo,
  CancelReferral,
  ClaimReferral,
  ReleaseReferral,
  AcceptReferral,
  RejectReferral,
  StartService,
  CompleteReferral,
  FailReferral,
  AnswerQuestion,
  AskQuestion,
  AskToCancel,
  AssignReferral,
  ConfirmCancellation,
  EnterInError,
  HoldReferral,
  NoteNoShow,
  ResumeService,
  SetAppointment,
  TakeOverReferral,
  ConfirmReferral,
  ReadReferral,
  ListReferrals,
  ReferralReading,
  ShareMore,
  AskForMore,
  HeedStop,
  TellByPhone,
  FollowClocks,
  NextBestUnit,
  SendToNextUnit,
]

/**
 * From one unit's desk to another's and back: the sender keeps the case, and hears every answer.
 * Global, because cases show panels that only this side of the arrows can fill.
 */
@Global()
@Module({
  imports: [CasesModule, ConsentsModule, DirectoryModule],
  providers: [
    ReferralTimelineRows,
    ReferralTimeline,
    ReferralsRepository,
    ReferralLists,
    PartiesRepository,
    ReferralStory,
    ReferralChain,
    ReferralClocks,
    FollowClocksOnTime,
    ReferralTime,
    ReferralTexts,
    VisibleReferrals,
    Drafts,
    ReferralMoves,
    Bundles,
    SharedContent,
    SharesRepository,
    ReadSharingLife,
    ...useCases,
    ReferralCasePanels,
    DayOfReferrals,
    ReferralsOfToday,
    { provide: DeskCount, useClass: WaitingAtTheDesk },
  ],
  controllers: [
    ReferralListPages,
    ReferralNeedPages,
    ReferralDraftPages,
    ReferralAgainPages,
    ReferralMovePages,
    SharingPages,
    ReferralDeskPages,
    ReferralPages,
    ReferralsApi,
    ReferralMovesApi,
    SharingApi,
  ],
  exports: [...useCases, DeskCount, ReferralTexts, SharedContent, VisibleReferrals],
})
export class ReferralsModule {}

import { Guard1780000000001 } from './1780000000001-guard.js'
import { DirectoryAndAccounts1780000000002 } from './1780000000002-directory-and-accounts.js'
import { Audit1780000000003 } from './1780000000003-audit.js'
import { Outbox1780000000004 } from './1780000000004-outbox.js'
import { CasesAndGrants1780000000005 } from './1780000000005-cases-and-grants.js'
import { Referrals1780000000006 } from './1780000000006-referrals.js'
import { Notifications1780000000007 } from './1780000000007-notifications.js'
import { Reports1780000000008 } from './1780000000008-reports.js'
import { SignIn1780000000009 } from './1780000000009-sign-in.js'
import { TrailOfACase1780000000010 } from './1780000000010-trail-of-a-case.js'
import { MoreGrounds1780000000011 } from './1780000000011-more-grounds.js'
import { DeskAndAbsence1780000000012 } from './1780000000012-desk-and-absence.js'
import { Bundles1780000000015 } from './1780000000015-bundles.js'
import { Places1780000000016 } from './1780000000016-places.js'
import { Timers1780000000017 } from './1780000000017-timers.js'
import { Clocks1780000000018 } from './1780000000018-clocks.js'
import { ConsentLives1780000000019 } from './1780000000019-consent-lives.js'
import { Transfers1780000000021 } from './1780000000021-transfers.js'
import { Teams1780000000023 } from './1780000000023-teams.js'
import { TasksGoAlong1780000000024 } from './1780000000024-tasks-go-along.js'
import { ReceiversOutside1780000000025 } from './1780000000025-receivers-outside.js'
import { WhoHears1780000000027 } from './1780000000027-who-hears.js'
import { LiveAndMail1780000000028 } from './1780000000028-live-and-mail.js'
import { TeamsAreTold1780000000030 } from './1780000000030-teams-are-told.js'
import { TransfersAreTold1780000000031 } from './1780000000031-transfers-are-told.js'
import { ToldOfConsent1780000000032 } from './1780000000032-told-of-consent.js'
import { PreviewIsAPreview1780000000034 } from './1780000000034-preview-is-a-preview.js'
import { ToldByPhone1780000000036 } from './1780000000036-told-by-phone.js'
import { NobodyElses1780000000038 } from './1780000000038-nobody-elses.js'
import { NewestFirst1780000000040 } from './1780000000040-newest-first.js'
import { GivenWithCare1780000000041 } from './1780000000041-given-with-care.js'
import { PartsOfACase1780000000042 } from './1780000000042-parts-of-a-case.js'
import { Records1780000000043 } from './1780000000043-records.js'
import { FormAdditions1780000000044 } from './1780000000044-form-additions.js'
import { ValuesCountToo1780000000045 } from './1780000000045-values-count-too.js'
import { Approvals1780000000047 } from './1780000000047-approvals.js'
import { PlansAndTasks1780000000048 } from './1780000000048-plans-and-tasks.js'
import { Contacts1780000000049 } from './1780000000049-contacts.js'
import { Finding1780000000050 } from './1780000000050-finding.js'
import { WorkingThrough1780000000051 } from './1780000000051-working-through.js'
import { FormDrafts1780000000052 } from './1780000000052-form-drafts.js'
import { Groups1780000000054 } from './1780000000054-groups.js'
import { Closing1780000000055 } from './1780000000055-closing.js'
import { Merging1780000000056 } from './1780000000056-merging.js'
import { Adulthood1780000000057 } from './1780000000057-adulthood.js'
import { StoryOfACase1780000000058 } from './1780000000058-story-of-a-case.js'
import { Notes1780000000059 } from './1780000000059-notes.js'
import { Takedown1780000000060 } from './1780000000060-takedown.js'
import { ConsentInFull1780000000061 } from './1780000000061-consent-in-full.js'
import { CodeOfConduct1780000000062 } from './1780000000062-code-of-conduct.js'
import { Papers1780000000063 } from './1780000000063-papers.js'
import { WatchedSections1780000000064 } from './1780000000064-watched-sections.js'
import { ADayAtOnce1780000000065 } from './1780000000065-a-day-at-once.js'
import { ClocksAndApprovalsOfOthers1780000000067 } from './1780000000067-clocks-and-approvals-of-others.js'
import { ListsInOrder1780000000068 } from './1780000000068-lists-in-order.js'
import { SharedIsFew1780000000069 } from './1780000000069-shared-is-few.js'
import { UnderWay1780000000070 } from './1780000000070-under-way.js'
import { VersionsRise1780000000071 } from './1780000000071-versions-rise.js'
import { Communes1780000000075 } from './1780000000075-communes.js'
import { WhoComesOfAge1780000000077 } from './1780000000077-who-comes-of-age.js'
import { BackToWhoMaySee1780000000080 } from './1780000000080-back-to-who-may-see.js'
import { NotForOneself1780000000081 } from './1780000000081-not-for-oneself.js'
import { PlacesInOnePlan1780000000082 } from './1780000000082-places-in-one-plan.js'

/** In order; TypeORM sorts by the timestamp in the name. */
export const migrations = [
  Guard1780000000001,
  DirectoryAndAccounts1780000000002,
  Audit1780000000003,
  Outbox1780000000004,
  CasesAndGrants1780000000005,
  Referrals1780000000006,
  Notifications1780000000007,
  Reports1780000000008,
  SignIn1780000000009,
  TrailOfACase1780000000010,
  MoreGrounds1780000000011,
  DeskAndAbsence1780000000012,
  Bundles1780000000015,
  Places1780000000016,
  Timers1780000000017,
  Clocks1780000000018,
  ConsentLives1780000000019,
  Transfers1780000000021,
  Teams1780000000023,
  TasksGoAlong1780000000024,
  ReceiversOutside1780000000025,
  WhoHears1780000000027,
  LiveAndMail1780000000028,
  TeamsAreTold1780000000030,
  TransfersAreTold1780000000031,
  ToldOfConsent1780000000032,
  PreviewIsAPreview1780000000034,
  ToldByPhone1780000000036,
  NobodyElses1780000000038,
  NewestFirst1780000000040,
  GivenWithCare1780000000041,
  PartsOfACase1780000000042,
  Records1780000000043,
  FormAdditions1780000000044,
  ValuesCountToo1780000000045,
  Approvals1780000000047,
  PlansAndTasks1780000000048,
  Contacts1780000000049,
  Finding1780000000050,
  WorkingThrough1780000000051,
  FormDrafts1780000000052,
  Groups1780000000054,
  Closing1780000000055,
  Merging1780000000056,
  Adulthood1780000000057,
  StoryOfACase1780000000058,
  Notes1780000000059,
  Takedown1780000000060,
  ConsentInFull1780000000061,
  CodeOfConduct1780000000062,
  Papers1780000000063,
  WatchedSections1780000000064,
  ADayAtOnce1780000000065,
  ClocksAndApprovalsOfOthers1780000000067,
  ListsInOrder1780000000068,
  SharedIsFew1780000000069,
  UnderWay1780000000070,
  VersionsRise1780000000071,
  Communes1780000000075,
  WhoComesOfAge1780000000077,
  BackToWhoMaySee1780000000080,
  NotForOneself1780000000081,
  PlacesInOnePlan1780000000082,
]

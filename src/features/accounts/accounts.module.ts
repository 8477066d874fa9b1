import { Global, Module } from '@nestjs/common'
import { TypeOrmModule } from '@nestjs/typeorm'
import { SignIns } from '../../platform/web/signed-in.js'
import { AbsencesApi } from './api/absences.controller.js'
import { ConductApi } from './api/conduct.controller.js'
import { SessionsApi } from './api/sessions.controller.js'
import { AbsenceRows } from './data/absence-rows.js'
import { ConductRows } from './data/conduct-rows.js'
import { DeviceRows } from './data/device-rows.js'
import { HeldFormRows } from './data/held-form-rows.js'
import { SessionRows } from './data/session-rows.js'
import { ThrottleRows } from './data/throttle-rows.js'
import { WorkerEntity } from './data/worker.entity.js'
import { WorkerRows } from './data/worker-rows.js'
import { Absences } from './use-cases/absences.js'
import { ChangePassword } from './use-cases/change-password.js'
import { Conduct } from './use-cases/conduct.js'
import { EndSession } from './use-cases/end-session.js'
import { HeldForms } from './use-cases/held-forms.js'
import { LockSession, UnlockSession } from './use-cases/lock-session.js'
import { OwnAccount } from './use-cases/own-account.js'
import { OwnPassword } from './use-cases/own-password.js'
import { PasswordStrategy } from './use-cases/password.strategy.js'
import { Passwords } from './use-cases/passwords.js'
import { ProvePassword } from './use-cases/prove-password.js'
import { ReplayHeldForm } from './use-cases/replay-held-form.js'
import { SessionCookies } from './use-cases/session-cookies.js'
import { SessionSignIns } from './use-cases/session-sign-ins.js'
import { SessionStrategy } from './use-cases/session.strategy.js'
import { SignInThrottle } from './use-cases/sign-in-throttle.js'
import { StartSession } from './use-cases/start-session.js'
import { Workers } from './use-cases/workers.js'
import { AbsencePages } from './web/absence.controller.js'
import { AccountPages } from './web/account.controller.js'
import { ConductPages } from './web/conduct.controller.js'
import { LockPages } from './web/lock.controller.js'
import { SignInPages } from './web/sign-in.controller.js'

/** Who works here, and how they come in. Global: every request asks who is behind it. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([WorkerEntity])],
  controllers: [
    SignInPages,
    LockPages,
    AbsencePages,
    AccountPages,
    ConductPages,
    SessionsApi,
    AbsencesApi,
    ConductApi,
  ],
  providers: [
    WorkerRows,
    SessionRows,
    ThrottleRows,
    DeviceRows,
    HeldFormRows,
    Passwords,
    SignInThrottle,
    ProvePassword,
    OwnPassword,
    StartSession,
    EndSession,
    LockSession,
    UnlockSession,
    ChangePassword,
    OwnAccount,
    HeldForms,
    ReplayHeldForm,
    SessionCookies,
    PasswordStrategy,
    SessionStrategy,
    Workers,
    AbsenceRows,
    ConductRows,
    Conduct,
    Absences,
    SessionSignIns,
    { provide: SignIns, useExisting: SessionSignIns },
  ],
  exports: [SignIns, SignInThrottle, Workers],
})
export class AccountsModule {}

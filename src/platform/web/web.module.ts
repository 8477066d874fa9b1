import { Global, Module } from '@nestjs/common'
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core'
import { AccessGuard } from './access.guard.js'
import { AnswerInterceptor } from './answer.interceptor.js'
import { ClosedRoutes } from './closed-routes.js'
import { IdempotencyInterceptor } from './idempotency.interceptor.js'
import { IdempotencyKeys } from './idempotency-keys.js'
import { TroubleFilter } from './trouble.filter.js'
import { apiValidation } from './validation.js'

/** What every request passes: the guard, one answer for repeated requests, pages, trouble. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    ClosedRoutes,
    IdempotencyKeys,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_FILTER, useClass: TroubleFilter },
    // The outer one first: it turns into an answer what the inner one has kept.
    { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_PIPE, useFactory: apiValidation },
  ],
  exports: [ClosedRoutes, IdempotencyKeys],
})
export class WebModule {}

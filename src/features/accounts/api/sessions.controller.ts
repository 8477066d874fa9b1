import { Body, Controller, Delete, HttpCode, Post, UseGuards } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger'
import {
  Allow,
  BeforeConduct,
  OwnTransactions,
  Public,
} from '../../../platform/web/route-permissions.js'
import { WrongSignIn } from '../domain/accounts.errors.js'
import { EndSession } from '../use-cases/end-session.js'
import { PasswordGuard, Proven } from '../use-cases/password.guard.js'
import type { ProvenWorker } from '../use-cases/prove-password.js'
import { CurrentSession, type SessionSignIn } from '../use-cases/session-sign-in.js'
import { StartSession } from '../use-cases/start-session.js'
import { SessionDto, SignInDto } from './session.dto.js'

@ApiTags('sessions')
@BeforeConduct()
@Controller('api/v1/sessions')
export class SessionsApi {
  constructor(
    private readonly startSession: StartSession,
    private readonly endSession: EndSession,
  ) {}

  @Post()
  @Public()
  @OwnTransactions()
  @UseGuards(PasswordGuard)
  @ApiOperation({
    summary: 'Sign in',
    description:
      'Answers a bearer token for the Authorization header. It ends eight hours after the sign-in, and as soon as it has not been used for the time after which a browser would be locked.',
  })
  @ApiCreatedResponse({ type: SessionDto })
  @ApiUnprocessableEntityResponse({ description: 'Unknown, wrong or inactive: one answer for all' })
  @ApiTooManyRequestsResponse({ description: 'Wait for the seconds in Retry-After' })
  async signIn(
    @Body() _: SignInDto,
    @Proven() proven: ProvenWorker | null,
  ): Promise<{ token: string; expiresAt: string }> {
    if (proven === null) throw new WrongSignIn()
    const { token, expiresAt } = await this.startSession.run(proven, 'bearer')
    return { token, expiresAt: expiresAt.toISOString() }
  }

  @Delete('current')
  @Allow('account.own')
  @HttpCode(204)
  @ApiBearerAuth()
  @ApiOperation({ summary: 'Sign out: the token stops working' })
  @ApiNoContentResponse()
  async signOut(@CurrentSession() signIn: SessionSignIn): Promise<void> {
    await this.endSession.current(signIn)
  }
}

import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '../../../platform/errors/not-found.js'
import { isLocale, locales, type Locale } from '../../../platform/i18n/index.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, OwnTransactions } from '../../../platform/web/route-permissions.js'
import type { Sentence } from '../../../ui/translate.js'
import { UnfitPassword, WrongPassword } from '../domain/accounts.errors.js'
import { ChangePassword } from '../use-cases/change-password.js'
import { EndSession } from '../use-cases/end-session.js'
import { OwnAccount } from '../use-cases/own-account.js'
import { SessionCookies } from '../use-cases/session-cookies.js'
import { CurrentSession, type SessionSignIn } from '../use-cases/session-sign-in.js'
import { AccountPage, type AccountView } from './account.page.js'
import { textIn } from './door-fields.js'

type Errors = AccountView['errors']

const asSessionId = new ParseUUIDPipe({
  exceptionFactory: () => new NotFound('account.own', 'session', null),
})

// Each in its own words, written as on a list.
const nameOf = (locale: Locale): string => {
  const name = new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}

const languages = locales.map((value) => ({ value, text: nameOf(value) }))

@Controller('account')
export class AccountPages {
  constructor(
    private readonly account: OwnAccount,
    private readonly changePassword: ChangePassword,
    private readonly endSession: EndSession,
    private readonly cookies: SessionCookies,
  ) {}

  @Get()
  @Allow('account.own')
  show(@CurrentSession() signIn: SessionSignIn): Promise<Page> {
    return this.page(signIn)
  }

  @Post('language')
  @Allow('account.own')
  async chooseLanguage(
    @CurrentSession() signIn: SessionSignIn,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    const locale = textIn(body, 'locale')
    if (!isLocale(locale)) return this.page(signIn, { locale: 'accounts.language.wrong' })
    await this.account.chooseLanguage(signIn.actor, locale)
    // The language chosen on this device goes before the account's: from now on they are the same.
    void reply.clearCookie('lang', { path: '/' })
    return seeOther('/account', 'said.accounts.language')
  }

  @Post('password')
  @Allow('account.own')
  @OwnTransactions()
  async newPassword(
    @CurrentSession() signIn: SessionSignIn,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<Page | SeeOther> {
    const [current, next] = [textIn(body, 'current'), textIn(body, 'next')]
    const missing = missingIn(current, next, textIn(body, 'again'))
    if (missing !== null) return this.page(signIn, missing)
    const device = this.cookies.deviceOf(request)
    try {
      await this.changePassword.run(signIn, { current, next, device })
    } catch (error) {
      if (error instanceof WrongPassword) return this.page(signIn, { current: error.code })
      if (error instanceof UnfitPassword) return this.page(signIn, { next: error.code })
      throw error
    }
    return seeOther('/account', 'said.accounts.password')
  }

  @Post('sessions/:id/end')
  @Allow('account.own')
  async end(
    @CurrentSession() signIn: SessionSignIn,
    @Param('id', asSessionId) id: string,
  ): Promise<SeeOther> {
    await this.endSession.own(signIn.actor, id)
    return seeOther('/account', 'said.accounts.session-ended')
  }

  private async page(signIn: SessionSignIn, errors: Errors = {}): Promise<Page> {
    const { roles, sessions, ...account } = await this.account.read(signIn.actor)
    const view: AccountView = {
      ...account,
      roles: roles.map((role): Sentence => `accounts.role.${role}`),
      languages,
      sessions: sessions.map(({ lockedAt, ...session }) => ({
        ...session,
        isLocked: lockedAt !== null,
        isThisOne: session.id === signIn.sessionId,
      })),
      errors,
    }
    return page(AccountPage, view, Object.keys(errors).length > 0 ? 422 : 200)
  }
}

const missingIn = (current: string, next: string, again: string): Errors | null => {
  if (current === '' || next === '')
    return {
      ...(current === '' ? { current: 'accounts.password.current.missing' } : {}),
      ...(next === '' ? { next: 'accounts.password.next.missing' } : {}),
    }
  return next === again ? null : { again: 'accounts.password.again.different' }
}

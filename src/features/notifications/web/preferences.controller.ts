import { Body, Controller, Get, Post } from '@nestjs/common'
import { DomainError } from '../../../platform/errors/domain-error.js'
import { readForm, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentSignIn, OwnTransactions } from '../../../platform/web/route-permissions.js'
import type { SignedIn } from '../../../platform/web/signed-in.js'
import { FormVersion } from '../../../platform/web/versions.js'
import { timeText, type MailChoice } from '../domain/mail-choice.js'
import { NoMailAddress, TooManyMailCodes, WrongMailCode } from '../domain/mail.errors.js'
import { OwnMailAddress } from '../use-cases/own-mail-address.js'
import { OwnMailChoice } from '../use-cases/own-mail-choice.js'
import { choiceIn, PreferencesForm } from './preferences.form.js'
import { PreferencesPage } from './preferences.page.js'

const here = '/account/notifications'

type Errors = Readonly<Record<string, string>>

@Controller('account/notifications')
export class PreferencePages {
  constructor(
    private readonly choice: OwnMailChoice,
    private readonly address: OwnMailAddress,
  ) {}

  @Get()
  @Allow('account.own')
  show(@CurrentSignIn() signIn: SignedIn): Promise<Page> {
    return this.page(signIn)
  }

  @Post()
  @Allow('account.own')
  async choose(
    @CurrentSignIn() signIn: SignedIn,
    @Body() body: unknown,
    @FormVersion() version: number,
  ): Promise<Page | SeeOther> {
    const reading = readForm(PreferencesForm, body)
    if (!reading.ok) return this.page(signIn, reading.errors, reading.values)
    const chosen = choiceIn(reading.value)
    if (chosen === null)
      return this.page(signIn, { quietFrom: 'preferences.quiet.half' }, reading.values)
    await this.choice.change(signIn.actor, version, chosen, signIn.timeZone)
    return seeOther(here, 'said.preferences.saved')
  }

  @Post('address')
  @Allow('account.own')
  async changeAddress(
    @CurrentSignIn() signIn: SignedIn,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const values = { address: textIn(body, 'address') }
    try {
      await this.address.change(signIn.actor, values.address)
    } catch (error) {
      if (error instanceof NoMailAddress || error instanceof TooManyMailCodes)
        return this.page(signIn, { address: codeOf(error) }, values)
      throw error
    }
    return seeOther(here, 'said.preferences.code-sent')
  }

  @Post('code')
  @Allow('account.own')
  // A wrong try stays counted, whatever is answered.
  @OwnTransactions()
  async confirm(
    @CurrentSignIn() signIn: SignedIn,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    try {
      await this.address.confirm(signIn.actor, textIn(body, 'code'), signIn.timeZone)
    } catch (error) {
      if (error instanceof WrongMailCode) return this.page(signIn, { code: codeOf(error) })
      throw error
    }
    return seeOther(here, 'said.preferences.confirmed')
  }

  @Post('address/forget')
  @Allow('account.own')
  async forget(@CurrentSignIn() { actor }: SignedIn): Promise<SeeOther> {
    await this.address.forget(actor)
    return seeOther(here, 'said.preferences.forgotten')
  }

  private async page({ actor }: SignedIn, errors: Errors = {}, typed: Typed = {}): Promise<Page> {
    const { isMailThere, address, choice } = await this.choice.read(actor)
    const view = {
      isMailThere,
      address,
      version: choice.version,
      values: { ...typedChoice(choice), ...typed },
      errors,
    }
    return page(PreferencesPage, view, Object.keys(errors).length > 0 ? 422 : 200)
  }
}

const codeOf = ({ code }: DomainError): string => code

const textIn = (body: unknown, name: string): string =>
  typedText(readForm(PreferencesForm, body).values, name).trim()

const typedChoice = ({ mailed, quiet, digestAt }: MailChoice): Typed => ({
  mailed,
  quietFrom: quiet === null ? '' : timeText(quiet.from),
  quietUntil: quiet === null ? '' : timeText(quiet.until),
  digestAt: digestAt === null ? '' : timeText(digestAt),
})

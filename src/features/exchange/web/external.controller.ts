import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Clock } from '../../../platform/clock/clock.js'
import { formatter } from '../../../platform/i18n/index.js'
import { readForm, typedText, type FormReading, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { OwnTransactions, Public } from '../../../platform/web/route-permissions.js'
import { Forged } from '../../../platform/web/web-errors.js'
import { HiddenPage } from '../../../ui/components/index.js'
import { deskPreviewView } from '../../referrals/index.js'
import { externalMoves, type ExternalMove } from '../domain/external-link.js'
import { AnswerThroughLink, type ExternalAnswer } from '../use-cases/answer-through-link.js'
import { ExternalReferral, type Behind } from '../use-cases/external-referral.js'
import { ExternalSessions, type ExternalSession } from '../use-cases/external-sessions.js'
import { TryCode } from '../use-cases/try-code.js'
import { AcceptForm, CompleteForm, FailForm, RejectForm } from './answer.forms.js'
import {
  AnswerPage,
  ClosedPage,
  CodePage,
  DonePage,
  OpenPage,
  type CodeView,
} from './external.pages.js'

/**
 * One referral, for a unit that does not use the service. Public: whoever comes here was given the
 * address by one way and the code by another, and has nothing else.
 */
@Controller('x')
export class ExternalPages {
  constructor(
    private readonly referral: ExternalReferral,
    private readonly tryCode: TryCode,
    private readonly answer: AnswerThroughLink,
    private readonly sessions: ExternalSessions,
    private readonly clock: Clock,
  ) {}

  /** What is left when the page is hidden: neither the address nor a way back. */
  @Get('blank')
  @Public()
  hidden(@Req() request: FastifyRequest): Page {
    const day = formatter(request.locale).date(this.clock.now())
    return page(HiddenPage, { unlockHref: null, day })
  }

  @Post('hide')
  @Public()
  @OwnTransactions()
  hide(@Res({ passthrough: true }) reply: FastifyReply): SeeOther {
    this.sessions.end(reply)
    return seeOther('/x/blank')
  }

  @Get(':token')
  @Public()
  async open(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page> {
    return this.shown(token, await this.behind(token, request, reply))
  }

  @Post(':token')
  @Public()
  @OwnTransactions()
  async enter(
    @Param('token') token: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    const typed = fieldOf(body, 'code').slice(0, 100)
    // An empty field is a slip of the finger, no guess.
    if (typed.trim() === '' && (await this.behind(token, request, reply)).kind === 'code')
      return page<CodeView>(CodePage, { token, error: 'exchange.external.code.missing' }, 422)
    const answer = await this.tryCode.run(token, typed, request.ip)
    if (answer === 'closed') return page(ClosedPage, {}, 404)
    if (answer === 'wrong')
      return page<CodeView>(CodePage, { token, error: 'exchange.external.code.wrong' }, 422)
    this.sessions.begin(reply, answer.linkId)
    return seeOther(`/x/${token}`)
  }

  @Get(':token/:move')
  @Public()
  async ask(
    @Param('token') token: string,
    @Param('move') name: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    const behind = await this.behind(token, request, reply)
    const session = this.sessions.of(request)
    const move = externalMoves.find((one) => one === name)
    if (behind.kind !== 'open' || session === null || move === undefined)
      return this.shown(token, behind)
    if (!behind.moves.includes(move)) return seeOther(`/x/${token}`)
    return page(AnswerPage, { ...asked(token, session, move), typed: {}, errors: {} })
  }

  @Post(':token/:move')
  @Public()
  @OwnTransactions()
  async say(
    @Param('token') token: string,
    @Param('move') name: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page | SeeOther> {
    const behind = await this.behind(token, request, reply)
    const session = this.sessions.of(request)
    const move = externalMoves.find((one) => one === name)
    // Sent twice: what was said by the first is shown, whatever it led to.
    if (behind.kind !== 'open' || session === null || move === undefined)
      return this.shown(token, behind)
    if (!this.sessions.isOwnForm(session, fieldOf(body, 'form'))) throw new Forged()
    const reading = read(move, body)
    if (!reading.ok)
      return page(
        AnswerPage,
        { ...asked(token, session, move), typed: textsOf(reading.values), errors: reading.errors },
        422,
      )
    const isKept = await this.answer.run(session.linkId, reading.value)
    if (isKept) return seeOther(`/x/${token}`)
    const now = await this.behind(token, request, reply)
    const isSame = now.kind === 'open' && move === 'accept' && now.status !== 'requested'
    return isSame ? seeOther(`/x/${token}`) : this.shown(token, now, true)
  }

  private async behind(
    token: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Behind> {
    const behind = await this.referral.run(token, this.sessions.of(request))
    if (behind.kind === 'open') this.sessions.goOn(request, reply)
    return behind
  }

  private shown(token: string, behind: Behind, wasAnswered = false): Page {
    switch (behind.kind) {
      case 'closed':
        return page(ClosedPage, {}, 404)
      case 'code':
        return page(CodePage, { token, error: null })
      case 'done':
        return page(DonePage, {})
      case 'open':
        return page(
          OpenPage,
          {
            ...behind,
            token,
            preview: deskPreviewView(behind.preview, this.clock.now()),
            wasAnswered,
          },
          wasAnswered ? 409 : 200,
        )
    }
  }
}

const fieldOf = (body: unknown, name: string): string => {
  const value: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined
  return typeof value === 'string' ? value : ''
}

const asked = (token: string, { formToken }: ExternalSession, move: ExternalMove) => ({
  token,
  formToken,
  move,
})

const textsOf = (values: Typed): Record<string, string> =>
  Object.fromEntries(Object.keys(values).map((name) => [name, typedText(values, name)]))

const read = (move: ExternalMove, body: unknown): FormReading<ExternalAnswer> => {
  const silent = { move, reason: null, note: null, outcome: null, text: null }
  switch (move) {
    case 'accept': {
      const reading = readForm(AcceptForm, body)
      return reading.ok ? { ...reading, value: { ...silent, answerer: reading.value } } : reading
    }
    case 'reject':
    case 'fail': {
      const reading = move === 'reject' ? readForm(RejectForm, body) : readForm(FailForm, body)
      if (!reading.ok) return reading
      const { reason, note = null } = reading.value
      return { ...reading, value: { ...silent, answerer: reading.value, reason, note } }
    }
    case 'complete': {
      const reading = readForm(CompleteForm, body)
      if (!reading.ok) return reading
      const { outcome, text } = reading.value
      return { ...reading, value: { ...silent, answerer: reading.value, outcome, text } }
    }
  }
}

import { Injectable } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'
import type { FastifyAdapter } from '@nestjs/platform-fastify'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { stringify } from 'node:querystring'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { HeldForms } from './held-forms.js'
import { SessionCookies } from './session-cookies.js'

/** Whose form goes on, through which session. */
export interface Onward {
  readonly actor: WorkerActor
  readonly token: string
  readonly csrfToken: string
}

const passedOn = ['content-type', 'location', 'set-cookie', 'retry-after', 'etag'] as const

/** Sends a form that waited for the password on its way, as if it came now from the same browser. */
@Injectable()
export class ReplayHeldForm {
  constructor(
    private readonly heldForms: HeldForms,
    private readonly cookies: SessionCookies,
    private readonly server: HttpAdapterHost<FastifyAdapter>,
  ) {}

  /**
   * Puts what the form's own address answers into `reply`.
   * @returns the body of that answer, or null when no form of this worker waits under the id
   */
  async run(
    { actor, token, csrfToken }: Onward,
    id: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<string | null> {
    const form = /^[0-9a-f-]{36}$/.test(id) ? await this.heldForms.find(actor, id) : null
    if (form === null) return null
    const { lang } = request.cookies
    const cookies = [this.cookies.headerFor(token), ...(lang === undefined ? [] : [`lang=${lang}`])]
    const language = request.headers['accept-language']
    const answer = await this.server.httpAdapter.getInstance().inject({
      method: 'POST',
      url: form.path,
      remoteAddress: request.ip,
      headers: {
        host: request.headers.host ?? '',
        cookie: cookies.join('; '),
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        'sec-fetch-mode': 'navigate',
        ...(language === undefined ? {} : { 'accept-language': language }),
      },
      payload: stringify({ ...form.fields, _csrf: csrfToken }),
    })
    // What the service could not do now waits on, for another try.
    if (answer.statusCode < 500) await this.heldForms.drop(actor, id)
    void reply.status(answer.statusCode)
    for (const name of passedOn) {
      const value = answer.headers[name]
      if (value !== undefined) void reply.header(name, value)
    }
    return answer.body
  }
}

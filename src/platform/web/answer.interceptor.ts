import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { from, switchMap, type Observable } from 'rxjs'
import { Download } from './download.js'
import { Page, Pages, SeeOther } from './page.js'
import { Kept, Versioned } from './versions.js'

/** Turns what a handler returns (a page, a way on, a versioned thing) into the answer. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(private readonly pages: Pages) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp()
    const request = http.getRequest<FastifyRequest>()
    const reply = http.getResponse<FastifyReply>()
    return next.handle().pipe(switchMap((value) => from(this.answer(request, reply, value))))
  }

  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    value: unknown,
  ): Promise<unknown> {
    if (value instanceof Page) {
      const html = await this.pages.render(request, value.element)
      // Said once.
      if (request.cookies['said'] !== undefined) void reply.clearCookie('said', { path: '/' })
      void reply.status(value.status).type('text/html; charset=utf-8')
      return html
    }
    if (value instanceof SeeOther) {
      if (value.said !== undefined)
        void reply.setCookie('said', value.said, {
          path: '/',
          maxAge: 60,
          httpOnly: true,
          sameSite: 'strict',
        })
      void reply.status(303).header('location', value.path)
      return ''
    }
    if (value instanceof Download) {
      void reply.headers({
        'content-type': value.mediaType,
        // Saved, never shown: what stands in a file of somebody else's must not run as a page of ours.
        'content-disposition': `attachment; filename="${value.fileName}"`,
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'no-store',
      })
      return value.bytes
    }
    if (value instanceof Versioned) void reply.header('etag', `"${value.version}"`)
    return value instanceof Kept ? value.body : value
  }
}

import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Clock } from '../../../platform/clock/clock.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor, CurrentSignIn } from '../../../platform/web/route-permissions.js'
import type { SignedIn } from '../../../platform/web/signed-in.js'
import { CountUnread } from '../use-cases/count-unread.js'
import { ListNotifications } from '../use-cases/list-notifications.js'
import { MarkNotificationRead } from '../use-cases/mark-notification-read.js'
import { LiveCounts } from './live-counts.js'
import { NotificationsPage } from './notifications.page.js'

const onAPage = 20

@Controller('notifications')
export class NotificationPages {
  constructor(
    private readonly notifications: ListNotifications,
    private readonly mark: MarkNotificationRead,
    private readonly unread: CountUnread,
    private readonly live: LiveCounts,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('notification.read')
  async list(@CurrentActor() actor: WorkerActor, @Query('after') asked: unknown): Promise<Page> {
    const after = typeof asked === 'string' && asked !== '' ? asked : undefined
    const { items, next } = await this.notifications.run(actor, { after, limit: onAPage })
    return page(NotificationsPage, {
      rows: items,
      now: this.clock.now(),
      hasUnread: items.some(({ readAt }) => readAt === null),
      firstHref: after === undefined ? undefined : '/notifications',
      nextHref: next === null ? undefined : `/notifications?after=${next}`,
    })
  }

  /** For the browser module, which keeps the number beside the navigation fresh. */
  @Get('unread-count')
  @Allow('notification.read')
  async count(@CurrentActor() actor: WorkerActor): Promise<{ count: number }> {
    return { count: await this.unread.run(actor) }
  }

  /**
   * The same number as a stream of server-sent events, for as long as the page is open. Who asks for
   * no stream gets the number once; too many pages of one session are told to ask now and then.
   */
  @Get('stream')
  @Allow('notification.read')
  async stream(
    @CurrentSignIn() { actor, sessionId }: SignedIn,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (request.headers.accept?.includes('text/event-stream') !== true)
      await reply.send({ count: await this.unread.run(actor) })
    // https://html.spec.whatwg.org/multipage/server-sent-events.html: 204 tells it not to come back.
    else if (!this.live.hasRoomFor(sessionId)) await reply.status(204).send()
    else this.live.open(request, reply, actor.workerId, sessionId)
  }

  @Post('read')
  @Allow('notification.read')
  async readAll(@CurrentActor() actor: WorkerActor): Promise<SeeOther> {
    await this.mark.all(actor)
    return seeOther('/notifications', 'said.notifications.read')
  }

  /** Opens what it is about: read is what was opened. */
  @Post(':id/read')
  @Allow('notification.read')
  async readOne(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asId('notification.read', 'notification')) id: string,
  ): Promise<SeeOther> {
    return seeOther(await this.mark.run(actor, id))
  }
}

import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { ListNotifications } from '../use-cases/list-notifications.js'
import { MarkNotificationRead } from '../use-cases/mark-notification-read.js'
import { NotificationsPageDto, NotificationsQuery } from './notification.dto.js'

@ApiTags('notifications')
@ApiBearerAuth()
@Controller('api/v1/notifications')
export class NotificationsApi {
  constructor(
    private readonly notifications: ListNotifications,
    private readonly mark: MarkNotificationRead,
  ) {}

  @Get()
  @Allow('notification.read')
  @ApiOperation({ summary: 'What the caller was told, newest first' })
  @ApiOkResponse({ type: NotificationsPageDto })
  async list(
    @CurrentActor() actor: WorkerActor,
    @Query() { limit, after }: NotificationsQuery,
  ): Promise<NotificationsPageDto> {
    const { items, next } = await this.notifications.run(actor, { limit, after })
    return {
      items: items.map(({ id, kind, weight, subject, referral, createdAt, readAt }) => ({
        id,
        kind,
        weight,
        subject,
        referralId: referral === null ? null : subject.id,
        referralNumber: referral?.number ?? null,
        createdAt: createdAt.toISOString(),
        readAt: readAt?.toISOString() ?? null,
      })),
      next,
    }
  }

  @Post(':id/read')
  @HttpCode(204)
  @Allow('notification.read')
  @ApiOperation({ summary: 'Marks one as read' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse()
  async read(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asId('notification.read', 'notification')) id: string,
  ): Promise<void> {
    await this.mark.run(actor, id)
  }
}

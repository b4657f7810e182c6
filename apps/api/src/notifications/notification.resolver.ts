import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../platform/auth/actor.js';
import { Authority } from '../platform/auth/authority.js';
import { BadInputError } from '../platform/errors.js';
import { CurrentActor } from '../platform/graphql/context.js';
import type { Connection } from '../platform/graphql/keyset.js';
import { answer } from '../platform/graphql/refusal.js';
import { Instant } from '../platform/graphql/scalars.js';
import { settingsMessages } from './notice-settings.messages.js';
import { NoticeSettingsService } from './notice-settings.service.js';
import {
  NoticeGroup,
  NoticeSettings,
  NoticeSettingsResult,
  NoticeSettingsSaveInput,
  Notification,
  NotificationConnection,
  NotificationFilter,
} from './notification.graphql.js';
import { NotificationQueries } from './notification.queries.js';

const IDS_MAX = 100;

@Resolver(() => Notification)
export class NotificationResolver {
  constructor(
    private readonly queries: NotificationQueries,
    private readonly settings: NoticeSettingsService,
  ) {}

  @Query(() => NotificationConnection)
  @Authority('SIGNED_IN')
  notifications(
    @Args('filter', { type: () => NotificationFilter, nullable: true }) filter: NotificationFilter | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<Notification>> {
    return this.queries.page(actor, filter, first, after);
  }

  @Query(() => Int, { description: 'Counted up to 100.' })
  @Authority('SIGNED_IN')
  unreadNotifications(@CurrentActor() actor: Actor): Promise<number> {
    return this.queries.unread(actor);
  }

  @Query(() => NoticeSettings)
  @Authority('SIGNED_IN')
  noticeSettings(@CurrentActor() actor: Actor): Promise<NoticeSettings> {
    return this.settings.of(actor);
  }

  @Mutation(() => Int, { description: 'Answers how many are still unread.' })
  @Authority('SIGNED_IN')
  notificationsMarkRead(@Args('ids', { type: () => [ID] }) ids: string[], @CurrentActor() actor: Actor): Promise<number> {
    if (ids.length > IDS_MAX) throw new BadInputError(`Mỗi lần đánh dấu nhiều nhất ${IDS_MAX} thông báo.`, 'ids');
    return this.queries.markRead(actor, ids);
  }

  @Mutation(() => Int, { description: 'Those up to `until`, the newest the reader has seen. Answers how many are still unread.' })
  @Authority('SIGNED_IN')
  notificationsMarkAllRead(
    @Args('until', { type: () => Instant }) until: Date,
    @Args('group', { type: () => NoticeGroup, nullable: true }) group: keyof typeof NoticeGroup | null,
    @CurrentActor() actor: Actor,
  ): Promise<number> {
    return this.queries.markAllRead(actor, group, until);
  }

  @Mutation(() => NoticeSettingsResult)
  @Authority('SIGNED_IN')
  async noticeSettingsSave(
    @Args('input') input: NoticeSettingsSaveInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof NoticeSettingsResult> {
    const saved = await this.settings.save(actor, input);
    return answer(saved, 'NoticeSettings', () => this.settings.of(actor), settingsMessages, actor.locale) as Promise<
      typeof NoticeSettingsResult
    >;
  }
}

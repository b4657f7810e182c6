import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import { answer } from '../../platform/graphql/refusal.js';
import * as types from './distribution.graphql.js';
import { DistributionQueries } from './distribution.queries.js';
import { DistributionService } from './distribution.service.js';
import { dutiesMessages } from './duties.messages.js';

@Resolver(() => types.NoticeRecipient)
export class DistributionResolver {
  constructor(
    private readonly queries: DistributionQueries,
    private readonly service: DistributionService,
  ) {}

  @Query(() => [types.NoticeRecipient])
  @Authority('notice.send')
  noticeDistribution(
    @Args('eventCode', { type: () => String, nullable: true }) eventCode: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<types.NoticeRecipient[]> {
    return this.queries.ofEvent(actor, eventCode ?? null);
  }

  @Query(() => [types.OwnNotice])
  @Authority('SIGNED_IN')
  ownNotices(@CurrentActor() actor: Actor): Promise<types.OwnNotice[]> {
    return this.queries.own(actor);
  }

  @Mutation(() => types.NoticeSendResult)
  @Authority('notice.send')
  async noticeSend(
    @Args('input') input: types.NoticeSendInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof types.NoticeSendResult> {
    const done = await this.service.send(actor, input);
    return answer(done, 'NoticeRecipient', (id) => this.queries.byId(actor, id), dutiesMessages, actor.locale) as Promise<
      typeof types.NoticeSendResult
    >;
  }

  @Mutation(() => types.NoticeConfirmResult)
  @Authority('notice.confirm')
  async noticeConfirm(
    @Args('input') input: types.NoticeConfirmInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof types.NoticeConfirmResult> {
    const done = await this.service.confirm(actor, input);
    const read = async (id: string) => (await this.queries.own(actor, id))[0]!;
    return answer(done, 'OwnNotice', read, dutiesMessages, actor.locale) as Promise<typeof types.NoticeConfirmResult>;
  }
}

import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { Refused } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { type Connection, connectionOf } from '../../../platform/graphql/keyset.js';
import { answer, resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant } from '../../../platform/graphql/scalars.js';
import { declaredNotices } from '../../../platform/notices/index.js';
import { integrationMessages } from '../integration.messages.js';
import { type DeliveryView, WebhookService } from './webhook.service.js';

export const WebhookDeliveryState = enumOf<DeliveryView['state']>(['WAITING', 'DELIVERED', 'FAILED']);
registerEnumType(WebhookDeliveryState, { name: 'WebhookDeliveryState' });

@ObjectType()
@Authority('PARTIES')
export class Webhook {
  @Field(() => ID) id: string;
  @Field(() => String) url: string;
  @Field(() => [String], { description: 'Empty means every event.' }) events: string[];
  @Field(() => Instant) createdAt: Date;
  @Field(() => Instant, { nullable: true }) endedAt: Date | null;
  @Field(() => Int) waiting: number;
  @Field(() => Int) failed: number;
  @Field(() => String, { nullable: true, description: 'Signs the messages; only in the answer that made it.' }) secret?:
    string | null;
}

@ObjectType({ description: 'One event for one address.' })
@Authority('PARTIES')
export class WebhookDelivery {
  @Field(() => ID) id: string;
  @Field(() => String) url: string;
  @Field(() => String) event: string;
  @Field(() => WebhookDeliveryState) state: DeliveryView['state'];
  @Field(() => Int) tries: number;
  @Field(() => Int, { nullable: true }) lastStatus: number | null;
  @Field(() => String, { nullable: true }) lastError: string | null;
  @Field(() => Instant, { nullable: true }) lastTriedAt: Date | null;
  @Field(() => Instant, { nullable: true }) nextTryAt: Date | null;
  @Field(() => Instant) createdAt: Date;
  @Field(() => String, { description: 'The JSON that is sent.' }) payload: string;
}

export const WebhookDeliveryConnection = connectionOf('WebhookDelivery', WebhookDelivery, 'SIGNED_IN');
export const WebhookResult = resultUnion('WebhookResult', () => [Webhook, Refused] as const);
export const WebhookDeliveryResult = resultUnion('WebhookDeliveryResult', () => [WebhookDelivery, Refused] as const);

@InputType()
export class WebhookCreateInput {
  @Field(() => String) clientKey: string;
  @Field(() => String) url: string;
  @Field(() => [String], { description: 'Kinds of event; empty means every one.' }) events: string[];
}

@InputType()
export class WebhookActionInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
}

@Resolver(() => Webhook)
export class WebhookResolver {
  constructor(private readonly service: WebhookService) {}

  @Query(() => [Webhook])
  @Authority('integration.manage')
  webhooks(@CurrentActor() actor: Actor): Promise<Webhook[]> {
    return this.service.list(actor);
  }

  @Query(() => [String], { description: 'Kinds of event that there are.' })
  @Authority('integration.manage')
  webhookEvents(): string[] {
    return declaredNotices()
      .map(({ kind }) => kind)
      .sort();
  }

  @Query(() => WebhookDeliveryConnection)
  @Authority('integration.manage')
  webhookDeliveries(
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<WebhookDelivery>> {
    return this.service.deliveries(actor, first, after);
  }

  @Mutation(() => WebhookResult)
  @Authority('integration.manage')
  async webhookCreate(@Args('input') input: WebhookCreateInput, @CurrentActor() actor: Actor): Promise<typeof WebhookResult> {
    const result = await this.service.create(actor, input);
    return answer(result, 'Webhook', (id) => this.service.byId(actor, id, true), integrationMessages, actor.locale) as Promise<
      typeof WebhookResult
    >;
  }

  @Mutation(() => WebhookResult)
  @Authority('integration.manage')
  async webhookEnd(@Args('input') input: WebhookActionInput, @CurrentActor() actor: Actor): Promise<typeof WebhookResult> {
    const result = await this.service.end(actor, input);
    return answer(result, 'Webhook', (id) => this.service.byId(actor, id, false), integrationMessages, actor.locale) as Promise<
      typeof WebhookResult
    >;
  }

  @Mutation(() => WebhookDeliveryResult)
  @Authority('integration.manage')
  async webhookResend(
    @Args('input') input: WebhookActionInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof WebhookDeliveryResult> {
    const result = await this.service.resend(actor, input);
    return answer(
      result,
      'WebhookDelivery',
      (id) => this.service.deliveryById(actor, id),
      integrationMessages,
      actor.locale,
    ) as Promise<typeof WebhookDeliveryResult>;
  }
}

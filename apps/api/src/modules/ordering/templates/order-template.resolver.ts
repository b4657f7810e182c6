import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import type { Connection } from '../../../platform/graphql/keyset.js';
import { answer } from '../../../platform/graphql/refusal.js';
import { RemovedResult } from '../../catalog/index.js';
import {
  OrderTemplate,
  OrderTemplateConnection,
  OrderTemplateRemoveInput,
  OrderTemplateResult,
  OrderTemplateSaveInput,
  type OrderTemplateSummary,
} from './order-template.graphql.js';
import { templateMessages } from './order-template.messages.js';
import { OrderTemplateQueries } from './order-template.queries.js';
import { OrderTemplateService } from './order-template.service.js';

@Resolver(() => OrderTemplate)
export class OrderTemplateResolver {
  constructor(
    private readonly service: OrderTemplateService,
    private readonly queries: OrderTemplateQueries,
  ) {}

  @Query(() => OrderTemplateConnection, { description: 'Of the acting buyer, by name.' })
  @Authority('SIGNED_IN')
  orderTemplates(
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<OrderTemplateSummary>> {
    return this.queries.page(actor, { search }, first, after);
  }

  @Query(() => OrderTemplate, { nullable: true })
  @Authority('SIGNED_IN')
  orderTemplate(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<OrderTemplate> {
    return this.queries.byId(actor, id);
  }

  @Mutation(() => OrderTemplateResult)
  @Authority('order.place')
  async orderTemplateSave(
    @Args('input') input: OrderTemplateSaveInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof OrderTemplateResult> {
    const saved = await this.service.save(actor, input);
    const load = (id: string) => this.queries.byId(actor, id);
    return answer(saved, 'OrderTemplate', load, templateMessages, actor.locale) as Promise<typeof OrderTemplateResult>;
  }

  @Mutation(() => RemovedResult)
  @Authority('order.place')
  async orderTemplateRemove(
    @Args('input') input: OrderTemplateRemoveInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof RemovedResult> {
    const removed = await this.service.remove(actor, input);
    const gone = (id: string) => Promise.resolve({ id });
    return answer(removed, 'Removed', gone, templateMessages, actor.locale) as Promise<typeof RemovedResult>;
  }
}

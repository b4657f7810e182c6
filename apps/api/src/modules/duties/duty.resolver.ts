import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import { answer } from '../../platform/graphql/refusal.js';
import { dutiesMessages } from './duties.messages.js';
import { Duty, DutyRecordInput, DutyResult } from './duty.graphql.js';
import { DutyQueries } from './duty.queries.js';
import { DutyService } from './duty.service.js';

@Resolver(() => Duty)
export class DutyResolver {
  constructor(
    private readonly queries: DutyQueries,
    private readonly service: DutyService,
  ) {}

  @Query(() => [Duty])
  @Authority('duty.record')
  duties(
    @Args('eventCode', { type: () => String, nullable: true }) eventCode: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Duty[]> {
    return this.queries.ofEvent(actor, eventCode ?? null);
  }

  @Query(() => Duty, { nullable: true })
  @Authority('duty.record')
  duty(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<Duty> {
    return this.queries.byId(actor, id);
  }

  @Mutation(() => DutyResult)
  @Authority('duty.record')
  async dutyRecord(@Args('input') input: DutyRecordInput, @CurrentActor() actor: Actor): Promise<typeof DutyResult> {
    const done = await this.service.record(actor, input);
    return answer(done, 'Duty', (id) => this.queries.byId(actor, id), dutiesMessages, actor.locale) as Promise<typeof DutyResult>;
  }
}

import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Locale } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor, ReaderLocale } from '../../platform/graphql/context.js';
import { answer } from '../../platform/graphql/refusal.js';
import { dutiesMessages } from './duties.messages.js';
import { IndicatorEnterInput, IndicatorResult, SectorIndicator } from './indicator.graphql.js';
import { IndicatorQueries } from './indicator.queries.js';
import { IndicatorService } from './indicator.service.js';

@Resolver(() => SectorIndicator)
export class IndicatorResolver {
  constructor(
    private readonly queries: IndicatorQueries,
    private readonly service: IndicatorService,
  ) {}

  @Query(() => [SectorIndicator])
  @Authority('PUBLIC')
  sectorIndicators(@ReaderLocale() locale: Locale): Promise<SectorIndicator[]> {
    return this.queries.all(locale);
  }

  @Mutation(() => IndicatorResult)
  @Authority('indicator.enter')
  async indicatorEnter(@Args('input') input: IndicatorEnterInput, @CurrentActor() actor: Actor): Promise<typeof IndicatorResult> {
    const done = await this.service.enter(actor, input);
    const read = (id: string) => this.queries.ofValue(id, actor.locale);
    return answer(done, 'SectorIndicator', read, dutiesMessages, actor.locale) as Promise<typeof IndicatorResult>;
  }
}

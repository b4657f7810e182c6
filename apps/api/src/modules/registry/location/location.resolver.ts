import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer } from '../../../platform/graphql/refusal.js';
import { OrganizationQueries } from '../organization.queries.js';
import { Location, LocationAddInput, LocationResult, LocationStepInput, LocationUpdateInput } from './location.graphql.js';
import { locationMessages } from './location.messages.js';
import { LocationService } from './location.service.js';

type LocationAnswer = Promise<typeof LocationResult>;

@Resolver(() => Location)
export class LocationResolver {
  constructor(
    private readonly service: LocationService,
    private readonly queries: OrganizationQueries,
  ) {}

  @Mutation(() => LocationResult)
  @Authority('organization.edit')
  async locationAdd(@Args('input') input: LocationAddInput, @CurrentActor() actor: Actor): LocationAnswer {
    return this.answer(actor, await this.service.add(actor, input));
  }

  @Mutation(() => LocationResult)
  @Authority('organization.edit')
  async locationUpdate(@Args('input') input: LocationUpdateInput, @CurrentActor() actor: Actor): LocationAnswer {
    return this.answer(actor, await this.service.update(actor, input));
  }

  @Mutation(() => LocationResult)
  @Authority('organization.edit')
  async locationDeactivate(@Args('input') input: LocationStepInput, @CurrentActor() actor: Actor): LocationAnswer {
    return this.answer(actor, await this.service.deactivate(actor, input));
  }

  @Mutation(() => LocationResult)
  @Authority('organization.edit')
  async locationReactivate(@Args('input') input: LocationStepInput, @CurrentActor() actor: Actor): LocationAnswer {
    return this.answer(actor, await this.service.reactivate(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): LocationAnswer {
    return answer(result, 'Location', (id) => this.queries.location(actor, id), locationMessages, actor.locale) as LocationAnswer;
  }
}

import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import { MoneyWaiting } from './petition-waiting.graphql.js';
import { PetitionWaiting } from './petition-waiting.js';
import { Petition } from './petition.graphql.js';

/** The money at stake, on the petition's side and on the agreement's. */
@Resolver(() => Petition)
export class PetitionWaitingResolver {
  constructor(private readonly waiting: PetitionWaiting) {}

  @Query(() => MoneyWaiting)
  @Authority('SIGNED_IN')
  agreementWaiting(@Args('mouId', { type: () => ID }) mouId: string, @CurrentActor() actor: Actor): Promise<MoneyWaiting> {
    return this.waiting.ofAgreement(actor, mouId) as Promise<MoneyWaiting>;
  }

  @ResolveField('waiting', () => MoneyWaiting)
  of(@Parent() petition: Petition, @CurrentActor() actor: Actor): Promise<MoneyWaiting> {
    return this.waiting.ofPetition(actor, petition.id) as Promise<MoneyWaiting>;
  }
}

import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { ObligationEventKind } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer, type Messages } from '../../../platform/graphql/refusal.js';
import { Mou, MouResult } from '../mou.graphql.js';
import { mouMessages, type MouRefusal } from '../mou.messages.js';
import { MouQueries, type MouView } from '../mou.queries.js';
import { Obligation, ObligationActInput } from './obligation.graphql.js';
import { obligationActMessages, type ObligationActRefusal } from './obligation.messages.js';
import { ObligationQueries, type ObligationView } from './obligation.queries.js';
import { ObligationService } from './obligation.service.js';

const messages: Messages<MouRefusal | ObligationActRefusal> = { ...mouMessages, ...obligationActMessages };

@Resolver(() => Mou)
export class ObligationResolver {
  constructor(
    private readonly service: ObligationService,
    private readonly queries: ObligationQueries,
    private readonly mous: MouQueries,
  ) {}

  @ResolveField(() => [Obligation])
  obligations(@Parent() mou: MouView, @CurrentActor() actor: Actor): Promise<ObligationView[]> {
    return this.queries.ofMou(actor, mou.id);
  }

  @Mutation(() => MouResult, { description: 'The obliged party says how far it met a duty.' })
  @Authority('obligation.report')
  obligationClaim(@Args('input') input: ObligationActInput, @CurrentActor() actor: Actor): Promise<typeof MouResult> {
    return this.act('CLAIM', input, actor);
  }

  @Mutation(() => MouResult)
  @Authority('obligation.report')
  obligationConfirm(@Args('input') input: ObligationActInput, @CurrentActor() actor: Actor): Promise<typeof MouResult> {
    return this.act('CONFIRM', input, actor);
  }

  @Mutation(() => MouResult)
  @Authority('obligation.report')
  obligationDispute(@Args('input') input: ObligationActInput, @CurrentActor() actor: Actor): Promise<typeof MouResult> {
    return this.act('DISPUTE', input, actor);
  }

  @Mutation(() => MouResult, { description: 'An officer of the Alliance saw it, on a document.' })
  @Authority('mou.attest')
  obligationAttest(@Args('input') input: ObligationActInput, @CurrentActor() actor: Actor): Promise<typeof MouResult> {
    return this.act('ATTEST', input, actor);
  }

  private async act(kind: ObligationEventKind, input: ObligationActInput, actor: Actor): Promise<typeof MouResult> {
    const result = await this.service.act(actor, kind, input);
    const found = await answer(result, 'Mou', (id) => this.mous.byId(actor, id), messages, actor.locale);
    return found as typeof MouResult;
  }
}

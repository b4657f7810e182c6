import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import type { Connection } from '../../../platform/graphql/keyset.js';
import { answer } from '../../../platform/graphql/refusal.js';
import { Shipment } from '../shipment.graphql.js';
import { ClaimOpenService } from './claim-open.service.js';
import {
  Claim,
  ClaimActionInput,
  ClaimConnection,
  ClaimOfferInput,
  ClaimOpenInput,
  ClaimResult,
  ClaimSummary,
  DefectReason,
} from './claim.graphql.js';
import { claimMessages } from './claim.messages.js';
import { ClaimQueries } from './claim.queries.js';
import { ClaimService } from './claim.service.js';

@Resolver(() => Claim)
export class ClaimResolver {
  constructor(
    private readonly opening: ClaimOpenService,
    private readonly claiming: ClaimService,
    private readonly queries: ClaimQueries,
    private readonly uow: UnitOfWork,
  ) {}

  @Query(() => Claim, { nullable: true })
  @Authority('SIGNED_IN')
  claim(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<Claim> {
    return this.queries.byId(actor, id);
  }

  @Query(() => ClaimConnection, { description: 'Of the reader’s side, newest first; the Alliance sees all.' })
  @Authority('SIGNED_IN')
  claims(
    @Args('open', { type: () => Boolean, defaultValue: true }) open: boolean,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<ClaimSummary>> {
    return this.queries.page(actor, open, first, after);
  }

  @Query(() => [DefectReason])
  @Authority('SIGNED_IN')
  defectReasons(@CurrentActor() actor: Actor): Promise<DefectReason[]> {
    const name = actor.locale === 'en' ? 'name_en' : 'name_vi';
    return this.uow.read(actor, (tx) =>
      tx.query(
        `select code, ${name} as name, at_receipt and not retired as "atReceipt", at_claim and not retired as "atClaim", needs_photo as "needsPhoto"
         from defect_reason order by position`,
      ),
    );
  }

  @Mutation(() => ClaimResult)
  @Authority('claim.open')
  async claimOpen(@Args('input') input: ClaimOpenInput, @CurrentActor() actor: Actor): Promise<typeof ClaimResult> {
    return this.answer(await this.opening.open(actor, input), actor);
  }

  @Mutation(() => ClaimResult, { description: 'The seller answers or offers anew; the Alliance proposes while it mediates.' })
  @Authority('SIGNED_IN')
  async claimOffer(@Args('input') input: ClaimOfferInput, @CurrentActor() actor: Actor): Promise<typeof ClaimResult> {
    return this.answer(await this.claiming.offer(actor, input), actor);
  }

  @Mutation(() => ClaimResult)
  @Authority('claim.settle')
  async claimAgree(@Args('input') input: ClaimActionInput, @CurrentActor() actor: Actor): Promise<typeof ClaimResult> {
    return this.answer(await this.claiming.agree(actor, input), actor);
  }

  @Mutation(() => ClaimResult)
  @Authority('claim.settle')
  async claimEscalate(@Args('input') input: ClaimActionInput, @CurrentActor() actor: Actor): Promise<typeof ClaimResult> {
    return this.answer(await this.claiming.escalate(actor, input), actor);
  }

  @Mutation(() => ClaimResult)
  @Authority('claim.mediate')
  async claimGiveUp(@Args('input') input: ClaimActionInput, @CurrentActor() actor: Actor): Promise<typeof ClaimResult> {
    return this.answer(await this.claiming.giveUp(actor, input), actor);
  }

  @Mutation(() => ClaimResult)
  @Authority('claim.open')
  async claimWithdraw(@Args('input') input: ClaimActionInput, @CurrentActor() actor: Actor): Promise<typeof ClaimResult> {
    return this.answer(await this.claiming.withdraw(actor, input), actor);
  }

  private answer(result: Result<string, Refusal>, actor: Actor): Promise<typeof ClaimResult> {
    return answer(result, 'Claim', (id) => this.queries.byId(actor, id), claimMessages, actor.locale) as Promise<
      typeof ClaimResult
    >;
  }
}

/** The claims on the page of a shipment. */
@Resolver(() => Shipment)
export class ShipmentClaimsResolver {
  constructor(private readonly queries: ClaimQueries) {}

  @ResolveField(() => [ClaimSummary], { name: 'claims' })
  claims(@Parent() shipment: Shipment, @CurrentActor() actor: Actor): Promise<ClaimSummary[]> {
    return this.queries.ofShipment(actor, shipment.id);
  }
}

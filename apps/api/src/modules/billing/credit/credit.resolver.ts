import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { Refused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { answer, resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, LocalDate, VND } from '../../../platform/graphql/scalars.js';
import { Side, type SideName } from '../../ordering/index.js';
import { OrganizationRef } from '../../registry/index.js';
import { creditMessages } from './credit.messages.js';
import { CreditQueries } from './credit.queries.js';
import { CreditService } from './credit.service.js';

@ObjectType({ description: 'Money of a buyer that the seller holds without a debt for it.' })
@Authority('PARTIES')
export class BuyerCredit {
  @Field(() => ID) id: string;
  @Field(() => OrganizationRef) seller: OrganizationRef;
  @Field(() => OrganizationRef) buyer: OrganizationRef;
  @Field(() => String, { description: 'OVERPAYMENT, or RELEASED by a credit note.' }) source: string;
  @Field(() => VND) amount: bigint;
  @Field(() => VND, { description: 'Paid requests with it.' }) allocated: bigint;
  @Field(() => VND) paidBack: bigint;
  @Field(() => VND) free: bigint;
  @Field(() => Instant) since: Date;
  @Field(() => Int) version: number;
}
export const BuyerCreditResult = resultUnion('BuyerCreditResult', () => [BuyerCredit, Refused, VersionConflict] as const);

@ObjectType({ description: 'What a seller stands to lose with one buyer: unpaid, and confirmed but not delivered.' })
@Authority('PARTIES')
export class Exposure {
  @Field(() => OrganizationRef) buyer: OrganizationRef;
  @Field(() => VND) unpaid: bigint;
  @Field(() => VND) overdue: bigint;
  @Field(() => VND, { description: 'Confirmed and neither received nor closed, at the price of the order, VAT included.' })
  undelivered: bigint;
  @Field(() => VND, { description: 'Credit the buyer has; it lowers the total.' }) credit: bigint;
  @Field(() => VND) total: bigint;
  @Field(() => Int) openOrders: number;
}

@InputType()
export class CreditAllocationInput {
  @Field(() => ID) paymentRequestId: string;
  @Field(() => VND) amount: bigint;
}

@InputType()
export class CreditAllocateInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) creditId: string;
  @Field(() => Int) version: number;
  @Field(() => [CreditAllocationInput]) allocations: CreditAllocationInput[];
}

@InputType()
export class CreditReturnInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) creditId: string;
  @Field(() => Int) version: number;
  @Field(() => VND) amount: bigint;
  @Field(() => LocalDate) paidOn: string;
  @Field(() => String, { nullable: true }) bankReference?: string | null;
  @Field(() => String) reason: string;
}

@Resolver(() => BuyerCredit)
export class CreditResolver {
  constructor(
    private readonly service: CreditService,
    private readonly queries: CreditQueries,
  ) {}

  @Query(() => [BuyerCredit], { description: 'With anything left, or all; the newest first, 200 at most.' })
  @Authority('SIGNED_IN')
  buyerCredits(
    @Args('side', { type: () => Side }) side: SideName,
    @Args('counterpartyOrgId', { type: () => ID, nullable: true }) counterpartyOrgId: string | null,
    @Args('all', { type: () => Boolean, nullable: true, defaultValue: false }) all: boolean | null,
    @CurrentActor() actor: Actor,
  ): Promise<BuyerCredit[]> {
    return this.queries.list(actor, side, counterpartyOrgId, all ?? false);
  }

  @Query(() => [Exposure])
  @Authority('payment.confirm')
  exposures(@CurrentActor() actor: Actor): Promise<Exposure[]> {
    return this.queries.exposures(actor);
  }

  @Mutation(() => BuyerCreditResult)
  @Authority('credit.allocate')
  async creditAllocate(
    @Args('input') input: CreditAllocateInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof BuyerCreditResult> {
    return this.answer(actor, await this.service.allocate(actor, input));
  }

  @Mutation(() => BuyerCreditResult)
  @Authority('credit.return')
  async creditReturn(@Args('input') input: CreditReturnInput, @CurrentActor() actor: Actor): Promise<typeof BuyerCreditResult> {
    return this.answer(actor, await this.service.return(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Promise<typeof BuyerCreditResult> {
    return answer(result, 'BuyerCredit', (id) => this.queries.byId(actor, id), creditMessages, actor.locale) as Promise<
      typeof BuyerCreditResult
    >;
  }
}

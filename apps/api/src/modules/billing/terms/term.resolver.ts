import { Args, Field, ID, InputType, Int, Mutation, ObjectType, Query, registerEnumType, Resolver } from '@nestjs/graphql';
import type { Refusal, Result, TermBase } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { Refused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { answer, resultUnion } from '../../../platform/graphql/refusal.js';
import { LocalDate } from '../../../platform/graphql/scalars.js';
import { Side, type SideName } from '../../ordering/index.js';
import { TermBaseEnum } from '../payment-request.graphql.js';
import { termMessages } from './term.messages.js';
import { TermService, type TermView } from './term.service.js';

export const PaymentTermState = enumOf<TermView['state']>(['PROPOSED', 'AGREED', 'DECLINED']);
registerEnumType(PaymentTermState, { name: 'PaymentTermState' });

@ObjectType({ description: 'What the days of a payment term are counted from, between two organizations.' })
@Authority('PARTIES')
export class PaymentTerm {
  @Field(() => ID) id: string;
  @Field(() => TermBaseEnum) base: TermBase;
  @Field(() => LocalDate) validFrom: string;
  @Field(() => PaymentTermState) state: TermView['state'];
  @Field(() => Boolean, { description: "Proposed by the reader's own side." }) isOwn: boolean;
  @Field(() => Int) version: number;
}
export const PaymentTermResult = resultUnion('PaymentTermResult', () => [PaymentTerm, Refused, VersionConflict] as const);

@InputType()
export class PaymentTermProposeInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) counterpartyOrgId: string;
  @Field(() => Side, { description: 'Which side the proposer is on.' }) side: SideName;
  @Field(() => TermBaseEnum) base: TermBase;
  @Field(() => LocalDate) validFrom: string;
}

@InputType()
export class PaymentTermAnswerInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => Boolean) agree: boolean;
}

@Resolver(() => PaymentTerm)
export class TermResolver {
  constructor(private readonly service: TermService) {}

  @Query(() => [PaymentTerm])
  @Authority('SIGNED_IN')
  paymentTerms(
    @Args('side', { type: () => Side }) side: SideName,
    @Args('counterpartyOrgId', { type: () => ID }) counterpartyOrgId: string,
    @CurrentActor() actor: Actor,
  ): Promise<PaymentTerm[]> {
    return this.service.between(actor, side, counterpartyOrgId);
  }

  @Mutation(() => PaymentTermResult)
  @Authority('payment-term.agree')
  async paymentTermPropose(
    @Args('input') input: PaymentTermProposeInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof PaymentTermResult> {
    return this.answered(actor, await this.service.propose(actor, input));
  }

  @Mutation(() => PaymentTermResult)
  @Authority('payment-term.agree')
  async paymentTermAnswer(
    @Args('input') input: PaymentTermAnswerInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof PaymentTermResult> {
    return this.answered(actor, await this.service.answer(actor, input));
  }

  private answered(actor: Actor, result: Result<string, Refusal>): Promise<typeof PaymentTermResult> {
    return answer(result, 'PaymentTerm', (id) => this.service.byId(actor, id), termMessages, actor.locale) as Promise<
      typeof PaymentTermResult
    >;
  }
}

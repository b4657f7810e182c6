import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor, type GraphqlContext, Http } from '../../../platform/graphql/context.js';
import { answer } from '../../../platform/graphql/refusal.js';
import {
  BankAccountChange,
  BankAccountChangeCancelInput,
  BankAccountChangeConfirmInput,
  BankAccountChangeRequestInput,
  BankAccountChangeResult,
} from './bank-account.graphql.js';
import { bankAccountMessages } from './bank-account.messages.js';
import { BankAccountQueries } from './bank-account.queries.js';
import { BankAccountService } from './bank-account.service.js';

type ChangeAnswer = Promise<typeof BankAccountChangeResult>;

const callerOf = ({ req }: GraphqlContext) => ({ ip: req.ip, userAgent: req.headers['user-agent'] });

@Resolver(() => BankAccountChange)
export class BankAccountResolver {
  constructor(
    private readonly queries: BankAccountQueries,
    private readonly service: BankAccountService,
  ) {}

  @Query(() => [BankAccountChange])
  @Authority('SIGNED_IN')
  myBankAccountChanges(@CurrentActor() actor: Actor): Promise<BankAccountChange[]> {
    return this.queries.mine(actor);
  }

  @Query(() => [BankAccountChange], { description: 'For the Alliance: open changes of every organization.' })
  @Authority('organization.verify')
  bankAccountChangesWaiting(@CurrentActor() actor: Actor): Promise<BankAccountChange[]> {
    return this.queries.waiting(actor);
  }

  @Mutation(() => BankAccountChangeResult)
  @Authority('bankAccount.change')
  async bankAccountChangeRequest(
    @Args('input') input: BankAccountChangeRequestInput,
    @CurrentActor() actor: Actor,
    @Http() http: GraphqlContext,
  ): ChangeAnswer {
    return this.answer(actor, await this.service.request(actor, input, callerOf(http)));
  }

  @Mutation(() => BankAccountChangeResult)
  @Authority('bankAccount.confirm')
  async bankAccountChangeConfirm(
    @Args('input') input: BankAccountChangeConfirmInput,
    @CurrentActor() actor: Actor,
    @Http() http: GraphqlContext,
  ): ChangeAnswer {
    return this.answer(actor, await this.service.confirm(actor, input, callerOf(http)));
  }

  @Mutation(() => BankAccountChangeResult)
  @Authority('bankAccount.cancel')
  async bankAccountChangeCancel(@Args('input') input: BankAccountChangeCancelInput, @CurrentActor() actor: Actor): ChangeAnswer {
    return this.answer(actor, await this.service.cancel(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): ChangeAnswer {
    return answer(
      result,
      'BankAccountChange',
      (id) => this.queries.byId(actor, id),
      bankAccountMessages,
      actor.locale,
    ) as ChangeAnswer;
  }
}

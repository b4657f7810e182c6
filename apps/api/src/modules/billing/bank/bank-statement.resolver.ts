import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import type { Connection } from '../../../platform/graphql/keyset.js';
import { answer } from '../../../platform/graphql/refusal.js';
import {
  BankLine,
  BankLineAllocateInput,
  BankLineConnection,
  BankLineIgnoreInput,
  BankLineResult,
  BankLineStateEnum,
} from './bank-statement.graphql.js';
import { bankMessages } from './bank-statement.messages.js';
import { BankStatementQueries } from './bank-statement.queries.js';
import { BankStatementService } from './bank-statement.service.js';
import type { BankLineState } from './bank-statement.view.js';

@Resolver(() => BankLine)
export class BankStatementResolver {
  constructor(
    private readonly service: BankStatementService,
    private readonly queries: BankStatementQueries,
  ) {}

  @Query(() => BankLineConnection)
  @Authority('SIGNED_IN')
  bankLines(
    @Args('state', { type: () => BankLineStateEnum, nullable: true }) state: BankLineState | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<BankLine>> {
    return this.queries.page(actor, state, first, after);
  }

  @Mutation(() => BankLineResult)
  @Authority('payment.confirm')
  async bankLineAllocate(
    @Args('input') input: BankLineAllocateInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof BankLineResult> {
    return this.answer(actor, await this.service.allocate(actor, input));
  }

  @Mutation(() => BankLineResult)
  @Authority('payment.confirm')
  async bankLineIgnore(@Args('input') input: BankLineIgnoreInput, @CurrentActor() actor: Actor): Promise<typeof BankLineResult> {
    return this.answer(actor, await this.service.ignore(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Promise<typeof BankLineResult> {
    return answer(result, 'BankLine', (id) => this.queries.byId(actor, id), bankMessages, actor.locale) as Promise<
      typeof BankLineResult
    >;
  }
}

import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import { LocalDate } from '../../platform/graphql/scalars.js';
import { Side, type SideName } from '../ordering/index.js';
import { Statement, TradeAccount } from './statement.graphql.js';
import { StatementQueries } from './statement.queries.js';

@Resolver()
export class StatementResolver {
  constructor(private readonly queries: StatementQueries) {}

  @Query(() => [TradeAccount])
  @Authority('SIGNED_IN')
  tradeAccounts(@Args('side', { type: () => Side }) side: SideName, @CurrentActor() actor: Actor): Promise<TradeAccount[]> {
    return this.queries.accounts(actor, side);
  }

  @Query(() => Statement, { nullable: true })
  @Authority('SIGNED_IN')
  statement(
    @Args('side', { type: () => Side }) side: SideName,
    @Args('counterpartyOrgId', { type: () => ID }) counterpartyOrgId: string,
    @Args('from', { type: () => LocalDate }) from: string,
    @Args('to', { type: () => LocalDate }) to: string,
    @CurrentActor() actor: Actor,
  ): Promise<Statement> {
    return this.queries.statement(actor, side, counterpartyOrgId, from, to);
  }
}

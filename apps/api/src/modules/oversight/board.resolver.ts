import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import type { Connection } from '../../platform/graphql/keyset.js';
import { Agreement, AgreementConnection, AgreementFilter, BoardSummary } from './board.graphql.js';
import { BoardQueries } from './board.queries.js';

@Resolver(() => Agreement)
export class BoardResolver {
  constructor(private readonly queries: BoardQueries) {}

  @Query(() => AgreementConnection)
  @Authority('SIGNED_IN')
  agreementBoard(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => AgreementFilter, nullable: true }) filter?: AgreementFilter,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first?: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<Agreement>> {
    return this.queries.page(actor, filter ?? {}, first ?? null, after ?? null);
  }

  @Query(() => BoardSummary)
  @Authority('SIGNED_IN')
  boardSummary(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => AgreementFilter, nullable: true }) filter?: AgreementFilter,
  ): Promise<BoardSummary> {
    return this.queries.summary(actor, filter ?? {});
  }
}

import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import type { Connection } from '../../platform/graphql/keyset.js';
import { answer } from '../../platform/graphql/refusal.js';
import {
  ImportActionInput,
  ImportBatch,
  ImportBatchConnection,
  ImportCommitInput,
  ImportKindInfo,
  ImportMatchInput,
  ImportProblemGroup,
  ImportResult,
  ImportRow,
  ImportRowConnection,
  ImportRowOutcome,
  ImportUndo,
} from './import.graphql.js';
import { importMessages } from './import.messages.js';
import { ImportQueries } from './import.queries.js';
import { ImportService } from './import.service.js';

type Answer = Promise<typeof ImportResult>;

@Resolver(() => ImportBatch)
export class ImportResolver {
  constructor(
    private readonly queries: ImportQueries,
    private readonly service: ImportService,
  ) {}

  @Query(() => [ImportKindInfo], { description: 'What the reader may bring in.' })
  @Authority('SIGNED_IN')
  importKinds(@CurrentActor() actor: Actor): ImportKindInfo[] {
    return this.queries.kindsFor(actor).map(({ name, label, columns, keyColumns }) => ({
      kind: name,
      label: label[actor.locale],
      columns: columns.map(({ key, label: words, required, help }) => ({
        ...{ key, label: words[actor.locale], isRequired: required === true || key === keyColumns[0], help: help[actor.locale] },
      })),
    }));
  }

  @Query(() => ImportBatchConnection)
  @Authority('SIGNED_IN')
  imports(
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<ImportBatch>> {
    return this.queries.page(actor, first, after);
  }

  @Query(() => ImportBatch, { nullable: true })
  @Authority('SIGNED_IN')
  importBatch(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<ImportBatch> {
    return this.queries.byId(actor, id);
  }

  @ResolveField(() => ImportRowConnection)
  rows(
    @Parent() batch: ImportBatch,
    @Args('outcome', { type: () => ImportRowOutcome, nullable: true }) outcome: keyof typeof ImportRowOutcome | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<ImportRow>> {
    return this.queries.rows(actor, batch, outcome ?? null, first, after);
  }

  @ResolveField(() => [ImportProblemGroup])
  problemGroups(@Parent() batch: ImportBatch, @CurrentActor() actor: Actor): Promise<ImportProblemGroup[]> {
    return this.queries.problemGroups(actor, batch);
  }

  @ResolveField(() => ImportUndo, { nullable: true })
  undo(@Parent() batch: ImportBatch, @CurrentActor() actor: Actor): Promise<ImportUndo | null> {
    return this.queries.undo(actor, batch);
  }

  @Mutation(() => ImportResult)
  @Authority('SIGNED_IN')
  async importMatch(@Args('input') input: ImportMatchInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.match(actor, input));
  }

  @Mutation(() => ImportResult)
  @Authority('SIGNED_IN')
  async importCommit(@Args('input') input: ImportCommitInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.commit(actor, input));
  }

  @Mutation(() => ImportResult)
  @Authority('SIGNED_IN')
  async importCancel(@Args('input') input: ImportActionInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.cancel(actor, input));
  }

  @Mutation(() => ImportResult)
  @Authority('SIGNED_IN')
  async importRevert(@Args('input') input: ImportActionInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.revert(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Answer {
    return answer(result, 'ImportBatch', (id) => this.queries.byId(actor, id), importMessages, actor.locale) as unknown as Answer;
  }
}

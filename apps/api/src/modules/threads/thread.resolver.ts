import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { ThreadDocument as DocumentName } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import { answer } from '../../platform/graphql/refusal.js';
import {
  Thread,
  ThreadDocument,
  ThreadMessageInput,
  ThreadMessageResult,
  ThreadReadInput,
  ThreadResult,
} from './thread.graphql.js';
import { threadMessages } from './thread.messages.js';
import { ThreadQueries } from './thread.queries.js';
import { ThreadService } from './thread.service.js';

@Resolver(() => Thread)
export class ThreadResolver {
  constructor(
    private readonly service: ThreadService,
    private readonly queries: ThreadQueries,
  ) {}

  @Query(() => Thread)
  @Authority('thread.talk')
  thread(
    @Args('documentType', { type: () => ThreadDocument }) documentType: DocumentName,
    @Args('documentId', { type: () => ID }) documentId: string,
    @Args('before', { type: () => ID, nullable: true, description: 'Only what was said before this message.' })
    before: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Thread> {
    return this.queries.of(actor, { documentType, documentId }, before);
  }

  @Mutation(() => ThreadMessageResult)
  @Authority('thread.talk')
  async threadMessageSend(
    @Args('input') input: ThreadMessageInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof ThreadMessageResult> {
    const result = await this.service.send(actor, input);
    return answer(result, 'ThreadMessage', (id) => this.queries.one(actor, id), threadMessages, actor.locale) as Promise<
      typeof ThreadMessageResult
    >;
  }

  @Mutation(() => ThreadResult, { description: "The reader's organization has seen what was written." })
  @Authority('thread.talk')
  async threadRead(@Args('input') input: ThreadReadInput, @CurrentActor() actor: Actor): Promise<typeof ThreadResult> {
    const result = await this.service.read(actor, input);
    return answer(result, 'Thread', () => this.queries.of(actor, input), threadMessages, actor.locale) as Promise<
      typeof ThreadResult
    >;
  }
}

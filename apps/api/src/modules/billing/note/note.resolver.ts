import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer } from '../../../platform/graphql/refusal.js';
import { Claim } from '../../fulfillment/index.js';
import { PaymentRequest } from '../payment-request.graphql.js';
import { BillingNote, BillingNoteResult, NoteAnswerInput, NoteIssueInput } from './note.graphql.js';
import { noteMessages } from './note.messages.js';
import { NoteQueries } from './note.queries.js';
import { NoteService } from './note.service.js';

@Resolver(() => BillingNote)
export class NoteResolver {
  constructor(
    private readonly service: NoteService,
    private readonly queries: NoteQueries,
  ) {}

  @Mutation(() => BillingNoteResult)
  @Authority('note.issue')
  async noteIssue(@Args('input') input: NoteIssueInput, @CurrentActor() actor: Actor): Promise<typeof BillingNoteResult> {
    return this.answer(actor, await this.service.issue(actor, input));
  }

  @Mutation(() => BillingNoteResult)
  @Authority('note.answer')
  async noteAccept(@Args('input') input: NoteAnswerInput, @CurrentActor() actor: Actor): Promise<typeof BillingNoteResult> {
    return this.answer(actor, await this.service.accept(actor, input));
  }

  @Mutation(() => BillingNoteResult)
  @Authority('note.answer')
  async noteDecline(@Args('input') input: NoteAnswerInput, @CurrentActor() actor: Actor): Promise<typeof BillingNoteResult> {
    return this.answer(actor, await this.service.decline(actor, input));
  }

  @Mutation(() => BillingNoteResult)
  @Authority('note.issue')
  async noteWithdraw(@Args('input') input: NoteAnswerInput, @CurrentActor() actor: Actor): Promise<typeof BillingNoteResult> {
    return this.answer(actor, await this.service.withdraw(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Promise<typeof BillingNoteResult> {
    return answer(result, 'BillingNote', (id) => this.queries.byId(actor, id), noteMessages, actor.locale) as Promise<
      typeof BillingNoteResult
    >;
  }
}

/** The notes on the page of a request. */
@Resolver(() => PaymentRequest)
export class RequestNotesResolver {
  constructor(private readonly queries: NoteQueries) {}

  @ResolveField(() => [BillingNote])
  notes(@Parent() request: PaymentRequest, @CurrentActor() actor: Actor): Promise<BillingNote[]> {
    return this.queries.ofRequest(actor, request.id);
  }
}

/** What a settled claim took off the debt; for the two parties. */
@Resolver(() => Claim)
export class ClaimNotesResolver {
  constructor(private readonly queries: NoteQueries) {}

  @ResolveField(() => [BillingNote])
  creditNotes(@Parent() claim: Claim, @CurrentActor() actor: Actor): Promise<BillingNote[]> {
    return this.queries.ofClaim(actor, claim.id);
  }
}

import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import type { Connection } from '../../platform/graphql/keyset.js';
import { answer } from '../../platform/graphql/refusal.js';
import { CreditMoneyService } from './credit-money.service.js';
import { CreditRecordService } from './credit-record.service.js';
import * as types from './credit.graphql.js';
import { creditMessages } from './credit.messages.js';
import { CreditQueries } from './credit.queries.js';
import { CreditService } from './credit.service.js';

type Answer = Promise<typeof types.CreditResult>;

@Resolver(() => types.CreditAgreement)
export class CreditAgreementResolver {
  constructor(
    private readonly service: CreditService,
    private readonly records: CreditRecordService,
    private readonly money: CreditMoneyService,
    private readonly queries: CreditQueries,
  ) {}

  @Query(() => types.CreditAgreementConnection)
  @Authority('SIGNED_IN')
  creditAgreements(
    @Args('filter', { type: () => types.CreditFilter, nullable: true }) filter: types.CreditFilter | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<types.CreditSummary>> {
    return this.queries.page(actor, filter, first, after);
  }

  @Query(() => types.CreditAgreement, { nullable: true })
  @Authority('SIGNED_IN')
  creditAgreement(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<types.CreditAgreement> {
    return this.queries.byId(actor, id);
  }

  @Query(() => types.CreditTotals)
  @Authority('SIGNED_IN')
  creditTotals(
    @Args('eventCode', { type: () => String, nullable: true }) eventCode: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<types.CreditTotals> {
    return this.queries.totals(actor, eventCode);
  }

  @Mutation(() => types.CreditResult)
  @Authority('credit.record')
  async creditRecord(@Args('input') input: types.CreditRecordInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.records.record(actor, input));
  }

  @Mutation(() => types.CreditResult)
  @Authority('credit.record')
  async creditAttach(@Args('input') input: types.CreditAttachInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.attach(actor, input));
  }

  @Mutation(() => types.CreditResult)
  @Authority('credit.confirm')
  async creditConfirm(@Args('input') input: types.CreditActInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.confirm(actor, input));
  }

  @Mutation(() => types.CreditResult)
  @Authority('credit.file')
  async creditFile(@Args('input') input: types.CreditStepInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.file(actor, input));
  }

  @Mutation(() => types.CreditResult)
  @Authority('credit.decide')
  async creditDecide(@Args('input') input: types.CreditDecideInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.decide(actor, input));
  }

  @Mutation(() => types.CreditResult)
  @Authority('credit.decide')
  async creditDisburse(@Args('input') input: types.CreditDisburseInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.money.disburse(actor, input));
  }

  @Mutation(() => types.CreditResult)
  @Authority('credit.decide')
  async creditUndoDisbursement(@Args('input') input: types.CreditUndoInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.money.undo(actor, input));
  }

  @Mutation(() => types.CreditResult)
  @Authority('credit.end')
  async creditEnd(@Args('input') input: types.CreditEndInput, @CurrentActor() actor: Actor): Answer {
    return this.answer(actor, await this.service.end(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): Answer {
    return answer(result, 'CreditAgreement', (id) => this.queries.byId(actor, id), creditMessages, actor.locale) as Answer;
  }
}

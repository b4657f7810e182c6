import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import type { Connection } from '../../../platform/graphql/keyset.js';
import { answer, type Messages } from '../../../platform/graphql/refusal.js';
import { type PetitionRefusal, petitionMessages } from '../../petitions/index.js';
import {
  AgreementAlert,
  AgreementAlertConnection,
  AlertAcknowledgeInput,
  AlertBlockInput,
  AlertFilter,
  AlertResult,
  AlertSnoozeInput,
  StallReason,
  StallSummary,
} from './alert.graphql.js';
import { alertMessages, type AlertRefusal } from './alert.messages.js';
import { AlertQueries } from './alert.queries.js';
import { AlertService } from './alert.service.js';
import { StallSummaryQueries } from './stall-summary.queries.js';

const messages: Messages<AlertRefusal | PetitionRefusal> = { ...petitionMessages, ...alertMessages };
type AlertAnswered = Promise<typeof AlertResult>;

@Resolver(() => AgreementAlert)
export class AlertResolver {
  constructor(
    private readonly queries: AlertQueries,
    private readonly summaries: StallSummaryQueries,
    private readonly service: AlertService,
  ) {}

  @Query(() => AgreementAlertConnection)
  @Authority('board.view')
  alerts(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => AlertFilter, nullable: true }) filter?: AlertFilter,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first?: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<AgreementAlert>> {
    return this.queries.page(actor, filter ?? {}, first ?? null, after ?? null);
  }

  @Query(() => [AgreementAlert], { description: 'Of one memorandum: open ones, then the last ten that facts have cleared.' })
  @Authority('SIGNED_IN')
  mouAlerts(@Args('mouId', { type: () => ID }) mouId: string, @CurrentActor() actor: Actor): Promise<AgreementAlert[]> {
    return this.queries.ofMou(actor, mouId);
  }

  @Query(() => StallSummary)
  @Authority('board.view')
  stallSummary(
    @Args('eventCode', { type: () => String, nullable: true }) eventCode: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<StallSummary> {
    return this.summaries.of(actor, eventCode ?? null);
  }

  @Query(() => [StallReason])
  @Authority('SIGNED_IN')
  stallReasons(@CurrentActor() actor: Actor): Promise<StallReason[]> {
    return this.summaries.reasons(actor);
  }

  @Mutation(() => AlertResult)
  @Authority('alert.answer')
  async alertAcknowledge(@Args('input') input: AlertAcknowledgeInput, @CurrentActor() actor: Actor): AlertAnswered {
    return this.answer(actor, await this.service.acknowledge(actor, input));
  }

  @Mutation(() => AlertResult)
  @Authority('alert.answer')
  async alertSnooze(@Args('input') input: AlertSnoozeInput, @CurrentActor() actor: Actor): AlertAnswered {
    return this.answer(actor, await this.service.snooze(actor, input));
  }

  @Mutation(() => AlertResult, { description: 'The agreement waits for a petition, and the alert is answered with that reason.' })
  @Authority('alert.answer')
  async alertBlock(@Args('input') input: AlertBlockInput, @CurrentActor() actor: Actor): AlertAnswered {
    return this.answer(actor, await this.service.block(actor, input));
  }

  private answer(actor: Actor, result: Result<string, Refusal>): AlertAnswered {
    return answer(result, 'AgreementAlert', (id) => this.queries.byId(actor, id), messages, actor.locale) as AlertAnswered;
  }
}

import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import { answer } from '../../platform/graphql/refusal.js';
import { dutiesMessages } from './duties.messages.js';
import { DutyResult } from './duty.graphql.js';
import { DutyQueries } from './duty.queries.js';
import { DutyTellInput, DutyWordConfirmInput, DutyWordReturnInput, OwnDuty, OwnDutyResult } from './duty-word.graphql.js';
import { DutyWordQueries } from './duty-word.queries.js';
import { DutyWordService } from './duty-word.service.js';

@Resolver(() => OwnDuty)
export class DutyWordResolver {
  constructor(
    private readonly queries: DutyWordQueries,
    private readonly duties: DutyQueries,
    private readonly service: DutyWordService,
  ) {}

  @Query(() => [OwnDuty], { description: 'Duties of notices laid on the reader’s body, or on one it took over from.' })
  @Authority('duty.tell')
  ownDuties(@CurrentActor() actor: Actor): Promise<OwnDuty[]> {
    return this.queries.own(actor);
  }

  @Mutation(() => OwnDutyResult)
  @Authority('duty.tell')
  async dutyTell(@Args('input') input: DutyTellInput, @CurrentActor() actor: Actor): Promise<typeof OwnDutyResult> {
    const done = await this.service.tell(actor, input);
    return answer(done, 'OwnDuty', (id) => this.queries.ownById(actor, id), dutiesMessages, actor.locale) as Promise<
      typeof OwnDutyResult
    >;
  }

  @Mutation(() => DutyResult)
  @Authority('duty.record')
  async dutyWordConfirm(@Args('input') input: DutyWordConfirmInput, @CurrentActor() actor: Actor): Promise<typeof DutyResult> {
    return this.duty(await this.service.confirm(actor, input), actor);
  }

  @Mutation(() => DutyResult)
  @Authority('duty.record')
  async dutyWordReturn(@Args('input') input: DutyWordReturnInput, @CurrentActor() actor: Actor): Promise<typeof DutyResult> {
    return this.duty(await this.service.return(actor, input), actor);
  }

  private duty(done: Result<string, Refusal>, actor: Actor): Promise<typeof DutyResult> {
    return answer(done, 'Duty', (id) => this.duties.byId(actor, id), dutiesMessages, actor.locale) as Promise<typeof DutyResult>;
  }
}

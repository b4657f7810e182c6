import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor, type GraphqlContext, Http } from '../../platform/graphql/context.js';
import type { Connection } from '../../platform/graphql/keyset.js';
import { answer, explain } from '../../platform/graphql/refusal.js';
import { MeQueries, SessionCookie, SessionService } from '../identity/index.js';
import * as types from './assistance.graphql.js';
import { assistanceMessages } from './mandate.messages.js';
import { MandateQueries } from './mandate.queries.js';
import { MandateService } from './mandate.service.js';

type MandateAnswer = Promise<typeof types.MandateResult>;

@Resolver(() => types.Mandate)
export class MandateResolver {
  constructor(
    private readonly service: MandateService,
    private readonly queries: MandateQueries,
    private readonly sessions: SessionService,
    private readonly me: MeQueries,
    private readonly cookie: SessionCookie,
  ) {}

  @Query(() => types.MandateConnection, { description: "An organization's own; all of them for the Alliance." })
  @Authority('SIGNED_IN')
  mandates(
    @Args('filter', { type: () => types.MandateFilter, nullable: true }) filter: types.MandateFilter | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<Connection<types.Mandate>> {
    return this.queries.page(actor, filter, first, after);
  }

  @Mutation(() => types.MandateResult)
  @Authority('mandate.give')
  async mandateGive(@Args('input') input: types.MandateGiveInput, @CurrentActor() actor: Actor): MandateAnswer {
    return this.answer(actor, await this.service.give(actor, input));
  }

  @Mutation(() => types.MandateResult, { description: 'Given by telephone or on paper; waits for a second person.' })
  @Authority('mandate.record')
  async mandateRecord(@Args('input') input: types.MandateRecordInput, @CurrentActor() actor: Actor): MandateAnswer {
    return this.answer(actor, await this.service.record(actor, input));
  }

  @Mutation(() => types.MandateResult)
  @Authority('mandate.check')
  async mandateCheck(@Args('input') input: types.MandateActInput, @CurrentActor() actor: Actor): MandateAnswer {
    return this.answer(actor, await this.service.check(actor, input));
  }

  @Mutation(() => types.MandateResult)
  @Authority('mandate.revoke')
  async mandateRevoke(@Args('input') input: types.MandateActInput, @CurrentActor() actor: Actor): MandateAnswer {
    return this.answer(actor, await this.service.revoke(actor, input));
  }

  @Mutation(() => types.MandateUseResult, { description: 'From here on the session acts in the organization’s name.' })
  @Authority('mandate.use')
  async mandateUse(
    @Args('id', { type: () => ID }) id: string,
    @CurrentActor() actor: Actor,
    @Http() http: GraphqlContext,
  ): Promise<typeof types.MandateUseResult> {
    const used = await this.service.use(actor, id);
    if (!used.ok) return explain(assistanceMessages, used.refusal, actor.locale) as never;
    const caller = { ip: http.req.ip, userAgent: http.req.headers['user-agent'] };
    const opened = await this.sessions.standIn(actor, used.value.orgId, used.value.standIn, caller);
    this.cookie.set(http.reply, opened.token);
    return Object.assign(await this.me.of(opened.actor), { __typename: 'Me' });
  }

  private answer(actor: Actor, result: Result<string, Refusal>): MandateAnswer {
    return answer(result, 'Mandate', (id) => this.queries.byId(actor, id), assistanceMessages, actor.locale) as MandateAnswer;
  }
}

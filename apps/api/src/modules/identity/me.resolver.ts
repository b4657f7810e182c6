import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Authority } from '../../platform/auth/authority.js';
import type { Actor } from '../../platform/auth/actor.js';
import { CurrentActor, type GraphqlContext, Http, localeOf, MaybeActor } from '../../platform/graphql/context.js';
import { explain } from '../../platform/graphql/refusal.js';
import { Locale, Me, SessionResult, SignInInput } from './me.graphql.js';
import { MeQueries } from './me.queries.js';
import { SessionCookie } from './session-cookie.js';
import { sessionMessages } from './session.messages.js';
import { SessionService } from './session.service.js';

const callerOf = ({ req }: GraphqlContext) => ({ ip: req.ip, userAgent: req.headers['user-agent'] });

@Resolver(() => Me)
export class MeResolver {
  constructor(
    private readonly sessions: SessionService,
    private readonly queries: MeQueries,
    private readonly cookie: SessionCookie,
  ) {}

  @Query(() => Me, { nullable: true, description: 'The signed-in person, or null for a visitor.' })
  @Authority('PUBLIC')
  async me(@MaybeActor() actor: Actor | null): Promise<Me | null> {
    return actor && this.queries.of(actor);
  }

  @Mutation(() => SessionResult)
  @Authority('PUBLIC')
  async signIn(@Args('input') input: SignInInput, @Http() http: GraphqlContext): Promise<typeof SessionResult> {
    const opened = await this.sessions.signIn(input.login, input.password, callerOf(http));
    if (!opened.ok) return explain(sessionMessages, opened.refusal, localeOf(http));
    this.cookie.set(http.reply, opened.value.token);
    return Object.assign(await this.queries.of(opened.value.actor), { __typename: 'Me' });
  }

  @Mutation(() => Boolean)
  @Authority('SIGNED_IN')
  async signOut(@CurrentActor() actor: Actor, @Http() http: GraphqlContext): Promise<boolean> {
    await this.sessions.signOut(actor);
    this.cookie.clear(http.reply);
    return true;
  }

  @Mutation(() => Boolean)
  @Authority('SIGNED_IN')
  async signOutEverywhere(@CurrentActor() actor: Actor, @Http() http: GraphqlContext): Promise<boolean> {
    await this.sessions.signOutEverywhere(actor);
    this.cookie.clear(http.reply);
    return true;
  }

  @Mutation(() => SessionResult)
  @Authority('SIGNED_IN')
  async switchOrganization(
    @Args('orgId', { type: () => ID }) orgId: string,
    @CurrentActor() actor: Actor,
    @Http() http: GraphqlContext,
  ): Promise<typeof SessionResult> {
    const opened = await this.sessions.switchTo(actor, orgId, callerOf(http));
    this.cookie.set(http.reply, opened.token);
    return Object.assign(await this.queries.of(opened.actor), { __typename: 'Me' });
  }

  @Mutation(() => Boolean)
  @Authority('SIGNED_IN')
  async setLocale(@Args('locale', { type: () => Locale }) locale: 'vi' | 'en', @CurrentActor() actor: Actor): Promise<boolean> {
    await this.sessions.setLocale(actor, locale);
    return true;
  }
}

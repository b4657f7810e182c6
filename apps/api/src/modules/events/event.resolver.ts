import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Locale } from '@lienket/domain';
import { Authority } from '../../platform/auth/authority.js';
import { ReaderLocale } from '../../platform/graphql/context.js';
import { Event } from './event.graphql.js';
import { EventQueries } from './event.queries.js';

@Resolver(() => Event)
export class EventResolver {
  constructor(private readonly queries: EventQueries) {}

  @Query(() => [Event])
  @Authority('PUBLIC')
  events(@ReaderLocale() locale: Locale): Promise<Event[]> {
    return this.queries.all(locale);
  }

  @Query(() => Event, { nullable: true })
  @Authority('PUBLIC')
  event(@Args('code', { type: () => String }) code: string, @ReaderLocale() locale: Locale): Promise<Event | null> {
    return this.queries.byCode(code, locale);
  }
}

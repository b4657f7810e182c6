import { Module } from '@nestjs/common';
import { EventQueries } from './event.queries.js';
import { EventResolver } from './event.resolver.js';

/** Conferences and what their notices say. */
@Module({ providers: [EventQueries, EventResolver] })
export class EventsModule {}

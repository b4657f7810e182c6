import { Module } from '@nestjs/common';
import { EventPages } from './event-pages.js';
import { EventQueries } from './event.queries.js';
import { EventRegister } from './event-register.js';
import { EventResolver } from './event.resolver.js';

/** Conferences and what their notices say. */
@Module({ providers: [EventPages, EventQueries, EventRegister, EventResolver], exports: [EventRegister] })
export class EventsModule {}

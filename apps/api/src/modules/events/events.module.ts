import { Module } from '@nestjs/common';
import { RegistryModule } from '../registry/index.js';
import { BoothSheetController } from './booth-sheet.controller.js';
import { ConferenceQueries } from './conference.queries.js';
import { ConferenceResolver } from './conference.resolver.js';
import { ConferenceService } from './conference.service.js';
import { DelegateService } from './delegate.service.js';
import { EventPages } from './event-pages.js';
import { EventQueries } from './event.queries.js';
import { EventRegister } from './event-register.js';
import { EventResolver } from './event.resolver.js';
import { MeetingService } from './meeting.service.js';

/** Conferences: what their notices say, and what happens before, on and after the day. */
@Module({
  imports: [RegistryModule],
  controllers: [BoothSheetController],
  providers: [
    ConferenceQueries,
    ConferenceResolver,
    ConferenceService,
    DelegateService,
    EventPages,
    EventQueries,
    EventRegister,
    EventResolver,
    MeetingService,
  ],
  exports: [EventRegister],
})
export class EventsModule {}

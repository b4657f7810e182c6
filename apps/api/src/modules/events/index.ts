export { Booth as BoothRecord } from './booth.entity.js';
export { EventDelegate as EventDelegateRecord } from './event-delegate.entity.js';
export { EventFact as EventFactRecord } from './event-fact.entity.js';
export { Event as EventRecord } from './event.entity.js';
export { EventRegister, type RegisteredBooth, type RegisteredDelegate } from './event-register.js';
export { EventRef } from './event.graphql.js';
export { EventsModule } from './events.module.js';

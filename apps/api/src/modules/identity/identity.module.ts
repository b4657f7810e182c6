import { Global, Module } from '@nestjs/common';
import { ACTOR_SOURCE } from '../../platform/graphql/actor-source.js';
import { MeQueries } from './me.queries.js';
import { MeResolver } from './me.resolver.js';
import { SessionCookie } from './session-cookie.js';
import { SessionReader } from './session-reader.js';
import { SessionService } from './session.service.js';
import { SignInLimiter } from './sign-in-limiter.js';
import { StepUp } from './step-up.js';

/** Global, because the platform asks it who a request speaks for. */
@Global()
@Module({
  providers: [
    { provide: ACTOR_SOURCE, useExisting: SessionReader },
    MeQueries,
    MeResolver,
    SessionCookie,
    SessionReader,
    SessionService,
    SignInLimiter,
    StepUp,
  ],
  exports: [ACTOR_SOURCE, MeQueries, SessionCookie, SessionReader, SessionService, SignInLimiter, StepUp],
})
export class IdentityModule {}

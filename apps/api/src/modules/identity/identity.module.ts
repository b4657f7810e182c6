import { Module } from '@nestjs/common';
import { MeQueries } from './me.queries.js';
import { MeResolver } from './me.resolver.js';
import { SessionCookie } from './session-cookie.js';
import { SessionReader } from './session-reader.js';
import { SessionService } from './session.service.js';
import { SignInLimiter } from './sign-in-limiter.js';

@Module({
  providers: [MeQueries, MeResolver, SessionCookie, SessionReader, SessionService, SignInLimiter],
  exports: [SessionReader, SessionService],
})
export class IdentityModule {}

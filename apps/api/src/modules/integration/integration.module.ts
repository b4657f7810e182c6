import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { PartnerLimiter } from './token/partner-limiter.js';
import { PartnerRoute } from './token/partner-route.js';
import { TokenReader } from './token/token-reader.js';
import { TokenResolver } from './token/token.resolver.js';
import { TokenService } from './token/token.service.js';
import { UblController } from './ubl/ubl.controller.js';
import { UblQueries } from './ubl/ubl.queries.js';
import { WebhookJobs } from './webhook/webhook.jobs.js';
import { WebhookResolver } from './webhook/webhook.resolver.js';
import { WebhookService } from './webhook/webhook.service.js';

/** What other programs may do here: keys with scopes, signed messages out, documents in the form of UBL 2.1. */
@Module({
  imports: [IdentityModule],
  controllers: [UblController],
  providers: [
    PartnerLimiter,
    PartnerRoute,
    TokenReader,
    TokenResolver,
    TokenService,
    UblQueries,
    WebhookJobs,
    WebhookResolver,
    WebhookService,
  ],
})
export class IntegrationModule {}

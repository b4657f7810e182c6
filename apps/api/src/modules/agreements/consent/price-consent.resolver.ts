import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import { allows } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer } from '../../../platform/graphql/refusal.js';
import { organizationRefSql } from '../../registry/index.js';
import { Mou, MouResult } from '../mou.graphql.js';
import { MouQueries, type MouView } from '../mou.queries.js';
import { PartyConsent, PriceConsentGiveInput, PriceConsentRevokeInput, PriceConsentState } from './price-consent.graphql.js';
import { priceConsentMessages } from './price-consent.messages.js';
import { PriceConsentService } from './price-consent.service.js';

@Resolver(() => Mou)
export class PriceConsentResolver {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly service: PriceConsentService,
    private readonly mous: MouQueries,
  ) {}

  @ResolveField(() => PriceConsentState)
  async priceConsent(@Parent() mou: MouView, @CurrentActor() actor: Actor): Promise<PriceConsentState> {
    const sides = await this.uow.read(actor, (tx) =>
      tx.query<PartyConsent>(
        `select ${organizationRefSql('o')} as organization, k.given_at as "givenAt", k.expires_on as "expiresOn"
         from mou_party y join organization o on o.id = y.org_id
         left join price_consent k on k.mou_id = y.mou_id and k.org_id = y.org_id and k.revoked_at is null and k.expires_on >= $2
         where y.mou_id = $1 and y.role in ('SELLER', 'BUYER') order by y.position`,
        [mou.id, tx.today],
      ),
    );
    const partyOrgIds = sides.map(({ organization }) => organization.id);
    return {
      isOpen: sides.length > 0 && sides.every(({ expiresOn }) => expiresOn !== null),
      mayDecide: allows(actor, 'price.consent', { partyOrgIds }),
      sides,
    };
  }

  @Mutation(() => MouResult, { description: 'One side lets the Alliance read the prices of this agreement until a day.' })
  @Authority('price.consent')
  async priceConsentGive(@Args('input') input: PriceConsentGiveInput, @CurrentActor() actor: Actor): Promise<typeof MouResult> {
    return this.answered(await this.service.give(actor, input), actor);
  }

  @Mutation(() => MouResult, { description: 'One side takes its word back; it ends at once.' })
  @Authority('price.consent')
  async priceConsentRevoke(
    @Args('input') input: PriceConsentRevokeInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof MouResult> {
    return this.answered(await this.service.revoke(actor, input), actor);
  }

  private async answered(result: Result<string, Refusal>, actor: Actor): Promise<typeof MouResult> {
    const found = await answer(result, 'Mou', (id) => this.mous.byId(actor, id), priceConsentMessages, actor.locale);
    return found as typeof MouResult;
  }
}

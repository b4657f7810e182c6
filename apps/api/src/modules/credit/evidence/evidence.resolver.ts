import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer } from '../../../platform/graphql/refusal.js';
import { EvidenceConsentService } from './evidence-consent.service.js';
import * as types from './evidence.graphql.js';
import { evidenceMessages } from './evidence.messages.js';
import { EvidenceQueries } from './evidence.queries.js';

type DeskAnswer = Promise<typeof types.EvidenceDeskResult>;

@Resolver(() => types.EvidenceDesk)
export class EvidenceResolver {
  constructor(
    private readonly service: EvidenceConsentService,
    private readonly queries: EvidenceQueries,
  ) {}

  @Query(() => types.EvidenceDesk, { nullable: true, description: 'Null for the Alliance: figures are between the two.' })
  @Authority('SIGNED_IN')
  evidenceDesk(
    @Args('agreementId', { type: () => ID }) agreementId: string,
    @CurrentActor() actor: Actor,
  ): Promise<types.EvidenceDesk | null> {
    return this.queries.desk(actor, agreementId);
  }

  @Mutation(() => types.EvidenceDeskResult)
  @Authority('evidence.request')
  async evidenceAsk(@Args('input') input: types.EvidenceAskInput, @CurrentActor() actor: Actor): DeskAnswer {
    return this.answer(actor, await this.service.ask(actor, input));
  }

  @Mutation(() => types.EvidenceDeskResult)
  @Authority('evidence.request')
  async evidenceCancel(@Args('input') input: types.EvidenceConsentInput, @CurrentActor() actor: Actor): DeskAnswer {
    return this.answer(actor, await this.service.cancel(actor, input));
  }

  @Mutation(() => types.EvidenceDeskResult)
  @Authority('evidence.grant')
  async evidenceGrant(@Args('input') input: types.EvidenceGrantInput, @CurrentActor() actor: Actor): DeskAnswer {
    return this.answer(actor, await this.service.grant(actor, input));
  }

  @Mutation(() => types.EvidenceDeskResult)
  @Authority('evidence.grant')
  async evidenceRefresh(@Args('input') input: types.EvidenceConsentInput, @CurrentActor() actor: Actor): DeskAnswer {
    return this.answer(actor, await this.service.refresh(actor, input));
  }

  @Mutation(() => types.EvidenceDeskResult)
  @Authority('evidence.grant')
  async evidenceDecline(@Args('input') input: types.EvidenceConsentInput, @CurrentActor() actor: Actor): DeskAnswer {
    return this.answer(actor, await this.service.decline(actor, input));
  }

  @Mutation(() => types.EvidenceDeskResult)
  @Authority('evidence.grant')
  async evidenceRevoke(@Args('input') input: types.EvidenceConsentInput, @CurrentActor() actor: Actor): DeskAnswer {
    return this.answer(actor, await this.service.revoke(actor, input));
  }

  @Mutation(() => types.EvidencePackResult, { description: "The newest figures; a bank's look is written down." })
  @Authority('evidence.open')
  async evidenceOpen(
    @Args('input') input: types.EvidenceOpenInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof types.EvidencePackResult> {
    const opened = await this.queries.open(actor, input);
    return answer(opened, 'EvidencePack', (id) => this.queries.pack(actor, id), evidenceMessages, actor.locale) as never;
  }

  private answer(actor: Actor, result: Result<string, Refusal>): DeskAnswer {
    return answer(
      result,
      'EvidenceDesk',
      async (id) => (await this.queries.desk(actor, id))!,
      evidenceMessages,
      actor.locale,
    ) as never;
  }
}

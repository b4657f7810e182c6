import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.js';
import { Authority } from '../../platform/auth/authority.js';
import { CurrentActor } from '../../platform/graphql/context.js';
import { answer } from '../../platform/graphql/refusal.js';
import { Certificate, CertificateDeclareInput, CertificateResult } from './certificate.graphql.js';
import { CertificateQueries } from './certificate.queries.js';
import { CertificateService } from './certificate.service.js';
import { certificateMessages } from './registry.messages.js';

@Resolver(() => Certificate)
export class CertificateResolver {
  constructor(
    private readonly queries: CertificateQueries,
    private readonly service: CertificateService,
  ) {}

  @Query(() => [Certificate])
  @Authority('certificate.verify')
  certificatesToVerify(
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
  ): Promise<Certificate[]> {
    return this.queries.toVerify(first);
  }

  @Mutation(() => CertificateResult)
  @Authority('certificate.declare')
  async certificateDeclare(
    @Args('input') input: CertificateDeclareInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof CertificateResult> {
    const result = await this.service.declare(actor, input);
    return answer(result, 'Certificate', (id) => this.queries.byId(actor, id), certificateMessages, actor.locale) as Promise<
      typeof CertificateResult
    >;
  }

  @Mutation(() => CertificateResult)
  @Authority('certificate.verify')
  async certificateVerify(
    @Args('clientKey', { type: () => String }) clientKey: string,
    @Args('id', { type: () => ID }) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<typeof CertificateResult> {
    const result = await this.service.verify(actor, id, clientKey);
    return answer(
      result,
      'Certificate',
      (certificateId) => this.queries.byId(actor, certificateId),
      certificateMessages,
      actor.locale,
    ) as Promise<typeof CertificateResult>;
  }
}

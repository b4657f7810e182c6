import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor, type GraphqlContext, Http } from '../../../platform/graphql/context.js';
import { answer } from '../../../platform/graphql/refusal.js';
import { Mou, MouResult } from '../mou.graphql.js';
import { mouMessages } from '../mou.messages.js';
import { MouQueries, type MouView } from '../mou.queries.js';
import { MouSigningService } from '../mou-signing.service.js';
import { CodeRequestService } from './code-request.service.js';
import type { From } from './signature-log.js';
import {
  DocumentCheck,
  SigningCodeAsked,
  SigningCodeInput,
  SigningCodeResult,
  SigningEvidence,
  SigningRound,
  SignWithPdfInput,
} from './signing.graphql.js';
import { SigningQueries } from './signing.queries.js';

/** Address and browser of a request, as far as it has them. */
export const fromOf = ({ req }: GraphqlContext): From => ({
  ip: req.ip ?? null,
  userAgent: req.headers['user-agent']?.slice(0, 200) ?? null,
});

@Resolver(() => Mou)
export class SigningResolver {
  constructor(
    private readonly queries: SigningQueries,
    private readonly codes: CodeRequestService,
    private readonly signing: MouSigningService,
    private readonly mous: MouQueries,
  ) {}

  @ResolveField(() => [SigningRound])
  signingRounds(@Parent() mou: MouView, @CurrentActor() actor: Actor): Promise<SigningRound[]> {
    const parties = mou.parties.map(({ organization, mustSign, signature }) => ({
      orgId: organization.id,
      mustSign,
      signed: signature !== null,
    }));
    return this.queries.rounds(actor, 'MOU', mou.id, parties);
  }

  @ResolveField(() => [SigningEvidence])
  signingEvidence(@Parent() mou: MouView, @CurrentActor() actor: Actor): Promise<SigningEvidence[]> {
    return this.queries.evidence(actor, 'MOU', mou.id);
  }

  @Query(() => DocumentCheck, { nullable: true, description: 'The scan, read again; null where there is none.' })
  @Authority('SIGNED_IN')
  mouDocumentCheck(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<DocumentCheck | null> {
    return this.queries.checkScan(actor, id);
  }

  @Mutation(() => SigningCodeResult, {
    description: 'A one-time code for the text as it stands, by e-mail to the person who asks.',
  })
  @Authority('SIGNED_IN')
  async signingCodeRequest(
    @Args('input') input: SigningCodeInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof SigningCodeResult> {
    const result = await this.codes.request(actor, input);
    const load = (id: string): Promise<SigningCodeAsked> => this.codes.asked(actor, id);
    return (await answer(result, 'SigningCodeAsked', load, mouMessages, actor.locale)) as typeof SigningCodeResult;
  }

  @Mutation(() => MouResult, { description: 'Signs with the paper of the round, signed on one’s own device and uploaded.' })
  @Authority('mou.sign')
  async mouSignPdf(
    @Args('input') input: SignWithPdfInput,
    @CurrentActor() actor: Actor,
    @Http() http: GraphqlContext,
  ): Promise<typeof MouResult> {
    const result = await this.signing.signWithPdf(actor, input, fromOf(http));
    const found = await answer(result, 'Mou', (id) => this.mous.byId(actor, id), mouMessages, actor.locale);
    return found as typeof MouResult;
  }
}

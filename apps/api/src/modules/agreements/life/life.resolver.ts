import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer, type Messages } from '../../../platform/graphql/refusal.js';
import { Contract } from '../contract.graphql.js';
import type { ContractView } from '../contract.queries.js';
import { Mou, MouResult } from '../mou.graphql.js';
import { mouMessages, type MouRefusal } from '../mou.messages.js';
import { MouQueries, type MouView } from '../mou.queries.js';
import {
  AgreementAnswerInput,
  AgreementLife,
  AgreementProposalResult,
  AgreementProposeInput,
  AgreementWithdrawInput,
  ClosingReason,
  MouRenewInput,
} from './life.graphql.js';
import { proposalMessages, type ProposalRefusal } from './life.messages.js';
import { LifeQueries } from './life.queries.js';
import { ProposalService } from './proposal.service.js';
import { RenewalService } from './renewal.service.js';

@Resolver(() => Mou)
export class MouLifeResolver {
  constructor(private readonly queries: LifeQueries) {}

  @ResolveField(() => AgreementLife)
  life(@Parent() mou: MouView, @CurrentActor() actor: Actor): Promise<AgreementLife> {
    const partyOrgIds = mou.parties.filter(({ mustSign }) => mustSign).map(({ organization }) => organization.id);
    const { id, status, outcome, realisation } = mou;
    return this.queries.of(actor, { type: 'MOU', id, status, outcome, partyOrgIds, realisation });
  }
}

@Resolver(() => Contract)
export class ContractLifeResolver {
  constructor(private readonly queries: LifeQueries) {}

  @ResolveField(() => AgreementLife)
  life(@Parent() contract: ContractView, @CurrentActor() actor: Actor): Promise<AgreementLife> {
    const { id, status, seller, buyer } = contract;
    return this.queries.of(actor, {
      type: 'CONTRACT',
      id,
      status,
      outcome: null,
      partyOrgIds: [seller.id, buyer.id],
      realisation: null,
    });
  }
}

@Resolver()
export class LifeResolver {
  constructor(
    private readonly service: ProposalService,
    private readonly renewal: RenewalService,
    private readonly queries: LifeQueries,
    private readonly mous: MouQueries,
  ) {}

  @Query(() => [ClosingReason])
  @Authority('SIGNED_IN')
  closingReasons(@CurrentActor() actor: Actor): Promise<ClosingReason[]> {
    return this.queries.reasons(actor);
  }

  @Mutation(() => AgreementProposalResult, {
    description: 'An annex, a pause, an end: put to the others, or in force at once on a document.',
  })
  @Authority('agreement.propose')
  async agreementPropose(
    @Args('input') input: AgreementProposeInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof AgreementProposalResult> {
    return this.answered(await this.service.propose(actor, input), actor);
  }

  @Mutation(() => AgreementProposalResult)
  @Authority('agreement.answer')
  async agreementAnswer(
    @Args('input') input: AgreementAnswerInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof AgreementProposalResult> {
    return this.answered(await this.service.answer(actor, input), actor);
  }

  @Mutation(() => AgreementProposalResult)
  @Authority('agreement.propose')
  async agreementWithdraw(
    @Args('input') input: AgreementWithdrawInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof AgreementProposalResult> {
    return this.answered(await this.service.withdraw(actor, input), actor);
  }

  @Mutation(() => MouResult)
  @Authority('mou.create')
  async mouRenew(@Args('input') input: MouRenewInput, @CurrentActor() actor: Actor): Promise<typeof MouResult> {
    const messages: Messages<MouRefusal | ProposalRefusal> = { ...mouMessages, ...proposalMessages };
    const result = await this.renewal.renew(actor, input);
    const found = await answer(result, 'Mou', (id) => this.mous.byId(actor, id), messages, actor.locale);
    return found as typeof MouResult;
  }

  private async answered(result: Result<string, Refusal>, actor: Actor): Promise<typeof AgreementProposalResult> {
    const found = await answer(result, 'AgreementProposal', (id) => this.queries.byId(actor, id), proposalMessages, actor.locale);
    return found as typeof AgreementProposalResult;
  }
}

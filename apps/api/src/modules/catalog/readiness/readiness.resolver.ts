import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor } from '../../../platform/graphql/context.js';
import { answer } from '../../../platform/graphql/refusal.js';
import {
  BuyerChecklist,
  ChecklistResult,
  ChecklistSaveInput,
  ProductReadiness,
  ReadinessGap,
  ReadinessTable,
  RequirementType,
  RequirementWaiveInput,
  RequirementWaiverEndInput,
  WaiverResult,
} from './readiness.graphql.js';
import { readinessMessages } from './readiness.messages.js';
import { ReadinessQueries } from './readiness.queries.js';
import { ReadinessService } from './readiness.service.js';

@Resolver()
export class ReadinessResolver {
  constructor(
    private readonly queries: ReadinessQueries,
    private readonly service: ReadinessService,
  ) {}

  @Query(() => [RequirementType])
  @Authority('SIGNED_IN')
  requirementTypes(@CurrentActor() actor: Actor): Promise<RequirementType[]> {
    return this.queries.types(actor);
  }

  @Query(() => BuyerChecklist)
  @Authority('checklist.edit')
  myChecklist(@CurrentActor() actor: Actor): Promise<BuyerChecklist> {
    return this.queries.checklist(actor);
  }

  @Query(() => [ProductReadiness], {
    description: "For a buyer its own file of the product; for the product's people and the Alliance one for each buyer.",
  })
  @Authority('SIGNED_IN')
  productReadiness(
    @Args('productId', { type: () => ID }) productId: string,
    @CurrentActor() actor: Actor,
  ): Promise<ProductReadiness[]> {
    return this.queries.ofProduct(actor, productId);
  }

  @Query(() => [ReadinessGap])
  @Authority('certificate.declare')
  readinessGaps(@CurrentActor() actor: Actor): Promise<ReadinessGap[]> {
    return this.queries.gaps(actor);
  }

  @Query(() => ReadinessTable)
  @Authority('checklist.edit')
  readinessTable(
    @Args('sellerOrgId', { type: () => ID, nullable: true }) sellerOrgId: string | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 30 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<ReadinessTable> {
    return this.queries.table(actor, sellerOrgId, first, after);
  }

  @Mutation(() => ChecklistResult)
  @Authority('checklist.edit')
  async checklistSave(@Args('input') input: ChecklistSaveInput, @CurrentActor() actor: Actor): Promise<typeof ChecklistResult> {
    const result = await this.service.saveChecklist(actor, input);
    return answer(result, 'BuyerChecklist', () => this.queries.checklist(actor), readinessMessages, actor.locale) as Promise<
      typeof ChecklistResult
    >;
  }

  @Mutation(() => WaiverResult)
  @Authority('requirement.waive')
  async requirementWaive(
    @Args('input') input: RequirementWaiveInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof WaiverResult> {
    const result = await this.service.waive(actor, input);
    return answer(
      result,
      'RequirementWaiver',
      (id) => this.queries.waiver(actor, id),
      readinessMessages,
      actor.locale,
    ) as Promise<typeof WaiverResult>;
  }

  @Mutation(() => WaiverResult)
  @Authority('requirement.waive')
  async requirementWaiverEnd(
    @Args('input') input: RequirementWaiverEndInput,
    @CurrentActor() actor: Actor,
  ): Promise<typeof WaiverResult> {
    const result = await this.service.endWaiver(actor, input);
    return answer(
      result,
      'RequirementWaiver',
      (id) => this.queries.waiver(actor, id),
      readinessMessages,
      actor.locale,
    ) as Promise<typeof WaiverResult>;
  }
}

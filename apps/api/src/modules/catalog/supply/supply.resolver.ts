import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Locale, Refusal, Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { Authority } from '../../../platform/auth/authority.js';
import { CurrentActor, MaybeActor, ReaderLocale } from '../../../platform/graphql/context.js';
import { answer } from '../../../platform/graphql/refusal.js';
import { LotQueries } from './lot.queries.js';
import { LotService } from './lot.service.js';
import { PlanService } from './plan.service.js';
import {
  ForecastRecordInput,
  HarvestCalendarSaveInput,
  HarvestRecordInput,
  LotStageAddInput,
  LotTrace,
  ProductSupply,
  ProductSupplyResult,
  StockCountInput,
  StockKeepingSetInput,
  StockLossInput,
  StockLot,
  StockLotConnection,
  StockLotResult,
  StockUndoInput,
} from './supply.graphql.js';
import { supplyMessages } from './supply.messages.js';
import { SupplyQueries } from './supply.queries.js';

type LotAnswer = Promise<typeof StockLotResult>;
type PlanAnswer = Promise<typeof ProductSupplyResult>;

@Resolver(() => ProductSupply)
export class SupplyResolver {
  constructor(
    private readonly supply: SupplyQueries,
    private readonly lots: LotQueries,
    private readonly lotService: LotService,
    private readonly plans: PlanService,
  ) {}

  @Query(() => ProductSupply, {
    nullable: true,
    description: 'How much there is and will be, as exactly as the reader may know: see `precision`.',
  })
  @Authority('PUBLIC')
  productSupply(
    @Args('productId', { type: () => ID }) productId: string,
    @Args('weeks', { type: () => Int, nullable: true, defaultValue: 12 }) weeks: number | null,
    @MaybeActor() actor: Actor | null,
  ): Promise<ProductSupply | null> {
    return this.supply.ofProduct(actor, productId, weeks ?? 12);
  }

  @Query(() => [ProductSupply], { description: "All the acting cooperative's goods, by week." })
  @Authority('SIGNED_IN')
  supplyBoard(
    @Args('weeks', { type: () => Int, nullable: true, defaultValue: 12 }) weeks: number | null,
    @CurrentActor() actor: Actor,
  ): Promise<ProductSupply[]> {
    return this.supply.board(actor, weeks ?? 12);
  }

  @Query(() => StockLotConnection, { description: 'What expires first comes first.' })
  @Authority('SIGNED_IN')
  stockLots(
    @Args('productId', { type: () => ID, nullable: true }) productId: string | null,
    @Args('withEmpty', { type: () => Boolean, nullable: true, defaultValue: false }) withEmpty: boolean | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @CurrentActor() actor: Actor,
  ): Promise<InstanceType<typeof StockLotConnection>> {
    return this.lots.page(actor, { productId: productId ?? null, withEmpty: withEmpty ?? false }, first, after);
  }

  @Query(() => StockLot, { nullable: true })
  @Authority('SIGNED_IN')
  stockLot(@Args('id', { type: () => ID }) id: string, @CurrentActor() actor: Actor): Promise<StockLot> {
    return this.lots.byId(actor, id);
  }

  @Query(() => LotTrace, { nullable: true, description: 'The public page behind the QR code of a lot.' })
  @Authority('PUBLIC')
  lotTrace(@Args('code', { type: () => String }) code: string, @ReaderLocale() locale: Locale): Promise<LotTrace | null> {
    return this.lots.trace(code, locale);
  }

  @Mutation(() => StockLotResult)
  @Authority('supply.record')
  async harvestRecord(@Args('input') input: HarvestRecordInput, @CurrentActor() actor: Actor): LotAnswer {
    return this.lot(actor, await this.lotService.record(actor, input));
  }

  @Mutation(() => StockLotResult)
  @Authority('supply.record')
  async stockLoss(@Args('input') input: StockLossInput, @CurrentActor() actor: Actor): LotAnswer {
    return this.lot(actor, await this.lotService.lose(actor, input));
  }

  @Mutation(() => StockLotResult)
  @Authority('supply.record')
  async stockCount(@Args('input') input: StockCountInput, @CurrentActor() actor: Actor): LotAnswer {
    return this.lot(actor, await this.lotService.count(actor, input));
  }

  @Mutation(() => StockLotResult)
  @Authority('supply.record')
  async stockUndo(@Args('input') input: StockUndoInput, @CurrentActor() actor: Actor): LotAnswer {
    return this.lot(actor, await this.lotService.undo(actor, input));
  }

  @Mutation(() => StockLotResult)
  @Authority('supply.record')
  async lotStageAdd(@Args('input') input: LotStageAddInput, @CurrentActor() actor: Actor): LotAnswer {
    return this.lot(actor, await this.lotService.addStage(actor, input));
  }

  @Mutation(() => ProductSupplyResult)
  @Authority('supply.record')
  async forecastRecord(@Args('input') input: ForecastRecordInput, @CurrentActor() actor: Actor): PlanAnswer {
    return this.plan(actor, await this.plans.forecast(actor, input));
  }

  @Mutation(() => ProductSupplyResult)
  @Authority('supply.record')
  async harvestCalendarSave(@Args('input') input: HarvestCalendarSaveInput, @CurrentActor() actor: Actor): PlanAnswer {
    return this.plan(actor, await this.plans.saveCalendar(actor, input));
  }

  @Mutation(() => ProductSupplyResult)
  @Authority('supply.record')
  async stockKeepingSet(@Args('input') input: StockKeepingSetInput, @CurrentActor() actor: Actor): PlanAnswer {
    return this.plan(actor, await this.plans.keepStock(actor, input));
  }

  private lot(actor: Actor, result: Result<string, Refusal>): LotAnswer {
    return answer(result, 'StockLot', (id) => this.lots.byId(actor, id), supplyMessages, actor.locale) as unknown as LotAnswer;
  }

  private plan(actor: Actor, result: Result<string, Refusal>): PlanAnswer {
    return answer(
      result,
      'ProductSupply',
      (id) => this.supply.mustOfProduct(actor, id),
      supplyMessages,
      actor.locale,
    ) as unknown as PlanAnswer;
  }
}

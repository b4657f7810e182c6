import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CONFIDENCES, LOSS_REASONS, STOCK_KINDS } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { AvailableAction, Refused, RowsRefused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { connectionOf } from '../../../platform/graphql/keyset.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, LocalDate, QuantityScalar } from '../../../platform/graphql/scalars.js';
import { ProductRef } from '../product.graphql.js';
import * as view from './supply.view.js';

export const HarvestConfidence = enumOf(CONFIDENCES);
registerEnumType(HarvestConfidence, {
  name: 'HarvestConfidence',
  description: 'Seen on the trees, foretold by the grower, or only usual at this time of the year.',
});
export const SaidConfidence = enumOf(view.SAID_CONFIDENCES);
registerEnumType(SaidConfidence, { name: 'SaidConfidence' });
export const StockKind = enumOf(STOCK_KINDS);
registerEnumType(StockKind, { name: 'StockKind' });
export const LossReason = enumOf(LOSS_REASONS);
registerEnumType(LossReason, { name: 'LossReason' });
export const LotOrigin = enumOf(view.LOT_ORIGINS);
registerEnumType(LotOrigin, { name: 'LotOrigin' });
export const LotState = enumOf(view.LOT_STATES);
registerEnumType(LotState, { name: 'LotState' });
export const LotStageKind = enumOf(view.STAGES);
registerEnumType(LotStageKind, { name: 'LotStageKind' });
export const TraceStageKind = enumOf(view.TRACE_STAGES);
registerEnumType(TraceStageKind, { name: 'TraceStageKind' });
export const SupplyPrecision = enumOf(view.PRECISIONS);
registerEnumType(SupplyPrecision, {
  name: 'SupplyPrecision',
  description:
    'EXACT for the seller, the sides of its contracts and the Alliance; BANDS for other buyers; SEASON for everybody else.',
});
export const SupplyVisibility = enumOf(view.SUPPLY_VISIBILITIES);
registerEnumType(SupplyVisibility, { name: 'SupplyVisibility' });

@ObjectType({ description: 'from ≤ quantity < below; both 0 means nothing, below null means open.' })
@Authority('PUBLIC')
export class SupplyBand {
  @Field(() => QuantityScalar) from: string;
  @Field(() => QuantityScalar, { nullable: true }) below: string | null;
}

@ObjectType({
  description:
    'What one more promise for this week could be, everything promised being kept. Goods may serve several weeks: numbers of weeks are not added.',
})
@Authority('PUBLIC')
export class SupplyWeek {
  @Field(() => LocalDate, { description: 'Monday.' }) week: string;
  @Field(() => String) isoWeek: string;
  @Field(() => Boolean) inSeason: boolean;
  @Field(() => QuantityScalar, { nullable: true, description: 'Out of stock alone.' }) firm: string | null;
  @Field(() => QuantityScalar, { nullable: true, description: 'With coming harvest × confidence.' }) plan: string | null;
  @Field(() => QuantityScalar, { nullable: true, description: "Plan, less agreements' schedules." }) uncommitted: string | null;
  @Field(() => QuantityScalar, { nullable: true, description: "What agreements' schedules ask for in this week." })
  committed: string | null;
  @Field(() => SupplyBand, { nullable: true }) firmBand: view.BandView | null;
  @Field(() => SupplyBand, { nullable: true }) uncommittedBand: view.BandView | null;
  @Field(() => QuantityScalar, { nullable: true, description: 'Harvest expected, before it is weighed.' }) expected:
    string | null;
  @Field(() => HarvestConfidence, { nullable: true }) confidence: view.SupplyWeekView['confidence'];
}

@ObjectType()
@Authority('PUBLIC')
export class HarvestWindow {
  @Field(() => String, { description: 'MM-DD; from after to crosses the new year.' }) from: string;
  @Field(() => String) to: string;
  @Field(() => QuantityScalar, { nullable: true, description: 'Only where numbers are exact.' }) weeklyQty: string | null;
}

@ObjectType({ description: 'Σ|harvest − forecast two weeks ahead| / Σ harvest, the last 26 weeks.' })
@Authority('PARTIES')
export class ForecastAccuracy {
  @Field(() => Int, { nullable: true }) wapeBp: number | null;
  @Field(() => Int) weeks: number;
  @Field(() => Int) weeksWithout: number;
}

@ObjectType()
@Authority('PUBLIC')
export class ProductSupply {
  @Field(() => ProductRef) product: ProductRef;
  @Field(() => SupplyPrecision) precision: view.Precision;
  @Field(() => Boolean, { description: 'Whether the seller ever told how much there is; unknown is not nothing.' })
  known: boolean;
  @Field(() => [HarvestWindow]) windows: HarvestWindow[];
  @Field(() => [SupplyWeek]) weeks: SupplyWeek[];
  @Field(() => Boolean, { nullable: true, description: 'Seller only, as what follows.' }) stockKept: boolean | null;
  @Field(() => SupplyVisibility, { nullable: true }) supplyVisibility: view.SupplyVisibility | null;
  @Field(() => QuantityScalar, { nullable: true }) onHand: string | null;
  @Field(() => QuantityScalar, { nullable: true, description: 'Held for confirmed orders.' }) reserved: string | null;
  @Field(() => QuantityScalar, { nullable: true, description: 'Promised beyond what the plan can deliver.' }) shortfall:
    string | null;
  @Field(() => Int, { nullable: true }) shelfLifeDays: number | null;
  @Field(() => ForecastAccuracy, { nullable: true }) accuracy: ForecastAccuracy | null;
}

@ObjectType()
@Authority('PARTIES')
export class StockEntry {
  @Field(() => ID) id: string;
  @Field(() => StockKind) kind: view.StockEntryView['kind'];
  @Field(() => String, { description: 'Signed decimal: what it adds to the stock.' }) onHand: string;
  @Field(() => String, { description: 'Signed decimal: what it adds to what is held for orders.' }) reserved: string;
  @Field(() => Instant) at: Date;
  @Field(() => String, { nullable: true }) byName: string | null;
  @Field(() => LossReason, { nullable: true }) reason: view.StockEntryView['reason'];
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => ID, { nullable: true }) orderId: string | null;
  @Field(() => ID, { nullable: true }) shipmentId: string | null;
  @Field(() => ID, { nullable: true }) reversesId: string | null;
  @Field(() => Boolean) isReversed: boolean;
  @Field(() => Boolean, { description: 'Whether this reader may undo it now.' }) canUndo: boolean;
}

@ObjectType()
@Authority('PARTIES')
export class LotStage {
  @Field(() => ID) id: string;
  @Field(() => LotStageKind) stage: view.Stage;
  @Field(() => String) place: string;
  @Field(() => LocalDate) on: string;
}

@ObjectType({ description: 'Goods that came in together and spoil together. Only for its cooperative, and the Alliance.' })
@Authority('PARTIES')
export class StockLot {
  @Field(() => ID) id: string;
  @Field(() => String) code: string;
  @Field(() => String, { description: 'Address of the public traceability page.' }) tracePath: string;
  @Field(() => String, { description: 'SVG of the QR code that leads there, for the crates.' }) qrUrl: string;
  @Field(() => ProductRef) product: ProductRef;
  @Field(() => String, { nullable: true }) gradeName: string | null;
  @Field(() => String, { nullable: true }) locationName: string | null;
  @Field(() => LotOrigin) origin: view.LotOrigin;
  @Field(() => LocalDate) harvestedOn: string;
  @Field(() => LocalDate, { nullable: true }) goodFrom: string | null;
  @Field(() => LocalDate, { nullable: true }) expiresOn: string | null;
  @Field(() => Int, { nullable: true }) daysLeft: number | null;
  @Field(() => LotState) state: view.LotState;
  @Field(() => QuantityScalar) initialQty: string;
  @Field(() => QuantityScalar) onHand: string;
  @Field(() => QuantityScalar) reserved: string;
  @Field(() => QuantityScalar) free: string;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => [StockEntry], { description: 'The newest first.' }) entries: StockEntry[];
  @Field(() => [LotStage]) stages: LotStage[];
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

export const StockLotConnection = connectionOf('StockLot', StockLot, 'SIGNED_IN');

@ObjectType()
@Authority('PUBLIC')
export class TraceStage {
  @Field(() => TraceStageKind) stage: view.TraceStageView['stage'];
  @Field(() => String) place: string;
  @Field(() => String, { nullable: true, description: 'Code of the commune, where known.' }) placeCode: string | null;
  @Field(() => LocalDate) on: string;
}

@ObjectType({ description: 'What anybody may read of a lot: the minimum set of traceability, no person and no buyer.' })
@Authority('PUBLIC')
export class LotTrace {
  @Field(() => String) traceCode: string;
  @Field(() => String) lotCode: string;
  @Field(() => ProductRef) product: ProductRef;
  @Field(() => String, { nullable: true }) photoUrl: string | null;
  @Field(() => String, { nullable: true }) gtin: string | null;
  @Field(() => String, { nullable: true }) gradeName: string | null;
  @Field(() => String) cooperativeName: string;
  @Field(() => String) cooperativeSlug: string;
  @Field(() => String, { nullable: true }) cooperativeAddress: string | null;
  @Field(() => String, { nullable: true }) origin: string | null;
  @Field(() => LocalDate) harvestedOn: string;
  @Field(() => LocalDate, { nullable: true }) expiresOn: string | null;
  @Field(() => Int, { nullable: true }) shelfLifeDays: number | null;
  @Field(() => String) storage: string;
  @Field(() => [String], { description: 'Names of the papers valid today, of the product or its cooperative.' })
  standards: string[];
  @Field(() => [TraceStage]) stages: TraceStage[];
  @Field(() => Boolean) isDemo: boolean;
}

@InputType()
export class HarvestRecordInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) productId: string;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => LocalDate) harvestedOn: string;
  @Field(() => LotOrigin, { nullable: true }) origin?: view.LotOrigin | null;
  @Field(() => ID, { nullable: true }) gradeId?: string | null;
  @Field(() => ID, { nullable: true }) locationId?: string | null;
  @Field(() => String, { nullable: true, description: 'As on the crates; made when empty.' }) code?: string | null;
  @Field(() => LocalDate, { nullable: true }) goodFrom?: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'From the shelf life when empty.' }) expiresOn?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Turns stock-keeping on with the first lot.' }) keepStock?: boolean | null;
}

@InputType()
export class StockLossInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) lotId: string;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => LossReason) reason: keyof typeof LossReason;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class StockCountInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) lotId: string;
  @Field(() => QuantityScalar) counted: string;
  @Field(() => String) note: string;
}

@InputType()
export class StockUndoInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) entryId: string;
}

@InputType()
export class LotStageAddInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) lotId: string;
  @Field(() => LotStageKind) stage: view.Stage;
  @Field(() => String) place: string;
  @Field(() => LocalDate) on: string;
}

@InputType()
export class ForecastWeekInput {
  @Field(() => LocalDate, { description: 'Any day of the week.' }) week: string;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => SaidConfidence) confidence: view.SaidConfidence;
}

@InputType()
export class ForecastRecordInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) productId: string;
  @Field(() => [ForecastWeekInput]) weeks: ForecastWeekInput[];
}

@InputType()
export class HarvestWindowInput {
  @Field(() => String) from: string;
  @Field(() => String) to: string;
  @Field(() => QuantityScalar, { nullable: true }) weeklyQty?: string | null;
}

@InputType()
export class HarvestCalendarSaveInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) productId: string;
  @Field(() => [HarvestWindowInput]) windows: HarvestWindowInput[];
}

@InputType()
export class StockKeepingSetInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) productId: string;
  @Field(() => Boolean) stockKept: boolean;
  @Field(() => SupplyVisibility, { nullable: true }) supplyVisibility?: view.SupplyVisibility | null;
}

export const StockLotResult = resultUnion('StockLotResult', () => [StockLot, Refused, VersionConflict, RowsRefused] as const);
export const ProductSupplyResult = resultUnion(
  'ProductSupplyResult',
  () => [ProductSupply, Refused, VersionConflict, RowsRefused] as const,
);

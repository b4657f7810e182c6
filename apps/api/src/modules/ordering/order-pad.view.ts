import type { ContractRef } from '../agreements/index.js';
import type { PackLevel } from '@lienket/domain';
import type { HolidayClosure, OrderableProduct, PriceTier, ProductRef } from '../catalog/index.js';
import type { Location, OrganizationRef } from '../registry/index.js';
import type { HolidayView, RouteView } from './routes/route.view.js';

export interface OrderPadContractLineView {
  readonly id: string;
  readonly contractId: string;
  readonly contractNumber: string;
  readonly unitPrice: bigint;
  readonly remaining: string;
  readonly maxQty: string;
}

export interface OrderPadVariantView {
  readonly gradeId: string | null;
  readonly gradeCode: string | null;
  readonly gradeName: string | null;
  readonly packId: string;
  readonly packName: string;
  readonly packLevel: PackLevel;
  readonly gtin: string | null;
  readonly packSize: string;
  readonly moqPacks: number;
  readonly catchWeight: boolean;
  readonly weightToleranceBp: number | null;
  readonly priceTiers: PriceTier[];
}

export interface OrderPadItemView {
  readonly product: ProductRef;
  readonly packId: string;
  readonly packName: string;
  readonly packSize: string;
  readonly moqPacks: number;
  readonly vatClass: OrderableProduct['vatClass'];
  readonly harvestMonths: number[];
  readonly priceTiers: PriceTier[];
  readonly variants: OrderPadVariantView[];
  readonly contractLine: OrderPadContractLineView | null;
}

export interface OrderPadView {
  readonly seller: OrganizationRef;
  readonly contract: ContractRef | null;
  readonly items: OrderPadItemView[];
  readonly locations: Location[];
  readonly routes: RouteView[];
  readonly holidays: HolidayView[];
  readonly closures: HolidayClosure[];
}

import type { ContractRef } from '../agreements/index.js';
import type { HolidayClosure, OrderableProduct, PriceTier, ProductRef } from '../catalog/index.js';
import type { Location, OrganizationRef } from '../registry/index.js';

export interface OrderPadContractLineView {
  readonly id: string;
  readonly contractId: string;
  readonly contractNumber: string;
  readonly unitPrice: bigint;
  readonly remaining: string;
  readonly maxQty: string;
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
  readonly contractLine: OrderPadContractLineView | null;
}

export interface OrderPadView {
  readonly seller: OrganizationRef;
  readonly contract: ContractRef | null;
  readonly items: OrderPadItemView[];
  readonly locations: Location[];
  readonly closures: HolidayClosure[];
}

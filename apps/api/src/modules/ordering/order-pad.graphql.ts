import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Authority } from '../../platform/auth/authority.js';
import { QuantityScalar, VND } from '../../platform/graphql/scalars.js';
import { ContractRef } from '../agreements/index.js';
import { HolidayClosure, PackLevel, PriceTier, ProductRef, VatClass } from '../catalog/index.js';
import { Location, OrganizationRef } from '../registry/index.js';
import { DeliveryRoute, PublicHoliday } from './routes/route.graphql.js';

@ObjectType()
@Authority('order.place')
export class OrderPadContractLine {
  @Field(() => ID) id: string;
  @Field(() => ID) contractId: string;
  @Field(() => String) contractNumber: string;
  @Field(() => VND) unitPrice: bigint;
  @Field(() => QuantityScalar) remaining: string;
  @Field(() => QuantityScalar) maxQty: string;
}

@ObjectType()
@Authority('order.place')
export class OrderPadVariant {
  @Field(() => ID, { nullable: true }) gradeId: string | null;
  @Field(() => String, { nullable: true }) gradeCode: string | null;
  @Field(() => String, { nullable: true }) gradeName: string | null;
  @Field(() => ID) packId: string;
  @Field(() => String) packName: string;
  @Field(() => PackLevel) packLevel: keyof typeof PackLevel;
  @Field(() => String, { nullable: true }) gtin: string | null;
  @Field(() => QuantityScalar) packSize: string;
  @Field(() => Int) moqPacks: number;
  @Field(() => Boolean, { description: 'Ordered by the pack, billed by the scale.' }) catchWeight: boolean;
  @Field(() => Int, { nullable: true }) weightToleranceBp: number | null;
  @Field(() => [PriceTier]) priceTiers: PriceTier[];
}

@ObjectType({
  description: 'What the order pad knows of one product: pack, tiers, and the contract line with what it still allows.',
})
@Authority('order.place')
export class OrderPadItem {
  @Field(() => ProductRef) product: ProductRef;
  @Field(() => ID) packId: string;
  @Field(() => String) packName: string;
  @Field(() => QuantityScalar) packSize: string;
  @Field(() => Int) moqPacks: number;
  @Field(() => VatClass) vatClass: keyof typeof VatClass;
  @Field(() => [Int]) harvestMonths: number[];
  @Field(() => [PriceTier]) priceTiers: PriceTier[];
  @Field(() => [OrderPadVariant], { description: 'Every pack of every grade; the first is the one above.' })
  variants: OrderPadVariant[];
  @Field(() => OrderPadContractLine, { nullable: true }) contractLine: OrderPadContractLine | null;
}

@ObjectType()
@Authority('order.place')
export class OrderPad {
  @Field(() => OrganizationRef) seller: OrganizationRef;
  @Field(() => ContractRef, { nullable: true }) contract: ContractRef | null;
  @Field(() => [OrderPadItem]) items: OrderPadItem[];
  @Field(() => [Location]) locations: Location[];
  @Field(() => [DeliveryRoute], { description: "The seller's routes that serve the buyer's places, and the general one." })
  routes: DeliveryRoute[];
  @Field(() => [PublicHoliday]) holidays: PublicHoliday[];
  @Field(() => [HolidayClosure], { description: 'Days on which the seller delivers nothing.' }) closures: HolidayClosure[];
}

import * as domain from '@lienket/domain';
import { GRADE_MEASURES, GRADE_OPERATORS } from '@lienket/domain';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Authority } from '../../platform/auth/authority.js';
import { AvailableAction, Refused, RowsRefused, VersionConflict } from '../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { connectionOf } from '../../platform/graphql/keyset.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { Instant, LocalDate, QuantityScalar, VND } from '../../platform/graphql/scalars.js';
import { Certificate } from '../registry/index.js';
import { CatalogCooperative, ProductGroup, StorageKind } from './catalog.graphql.js';
import * as view from './catalog.view.js';

export const ProductStatus = enumOf(view.PRODUCT_STATUSES);
registerEnumType(ProductStatus, { name: 'ProductStatus' });
export const VatClass = enumOf(view.VAT_CLASSES);
registerEnumType(VatClass, { name: 'VatClass' });
export const PriceBasis = enumOf(view.PRICE_BASES);
registerEnumType(PriceBasis, { name: 'PriceBasis' });
export const PriceVisibility = enumOf(view.PRICE_VISIBILITIES);
registerEnumType(PriceVisibility, { name: 'PriceVisibility' });

export const PackLevel = enumOf(view.PACK_LEVELS);
registerEnumType(PackLevel, { name: 'PackLevel' });
export const GradeMeasure = enumOf(GRADE_MEASURES);
registerEnumType(GradeMeasure, { name: 'GradeMeasure' });
export const GradeOperator = enumOf(GRADE_OPERATORS);
registerEnumType(GradeOperator, { name: 'GradeOperator' });

@ObjectType()
@Authority('PUBLIC')
export class Pack {
  @Field(() => ID) id: string;
  @Field(() => ID, { nullable: true, description: 'Null: for every grade.' }) gradeId: string | null;
  @Field(() => String) name: string;
  @Field(() => PackLevel) level: view.PackLevel;
  @Field(() => ID, { nullable: true, description: 'The smaller pack it is made up of.' }) innerPackId: string | null;
  @Field(() => QuantityScalar) sizeBase: string;
  @Field(() => Int) moqPacks: number;
  @Field(() => String, { nullable: true }) gtin: string | null;
  @Field(() => QuantityScalar, { nullable: true, description: 'Kilograms of goods.' }) netWeight: string | null;
  @Field(() => QuantityScalar, { nullable: true, description: 'Kilograms of the empty packing.' }) tareWeight: string | null;
  @Field(() => Boolean, { description: 'Ordered by the pack, billed by the weight; sizeBase is the nominal weight.' })
  catchWeight: boolean;
  @Field(() => Int, { nullable: true }) weightToleranceBp: number | null;
}

@ObjectType({ description: 'One promise of a grade, such as "≥ 268,15 g".' })
@Authority('PUBLIC')
export class GradeSpec {
  @Field(() => GradeMeasure) measure: domain.GradeMeasure;
  @Field(() => GradeOperator) operator: domain.GradeOperator;
  @Field(() => QuantityScalar, { nullable: true }) value: string | null;
  @Field(() => QuantityScalar, { nullable: true, description: 'The upper end of BETWEEN.' }) valueTo: string | null;
  @Field(() => String, { nullable: true }) unit: string | null;
  @Field(() => String, { nullable: true, description: 'The words of a measure that is no number.' }) text: string | null;
}

@ObjectType()
@Authority('PUBLIC')
export class Grade {
  @Field(() => ID) id: string;
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => [GradeSpec]) spec: GradeSpec[];
}

@ObjectType()
@Authority('PUBLIC')
export class ProductPhoto {
  @Field(() => ID) id: string;
  @Field(() => ID) fileId: string;
  @Field(() => String, { description: 'Add ?size= for one of the fixed widths.' }) url: string;
  @Field(() => String) altVi: string;
  @Field(() => String) altEn: string;
}

@ObjectType()
@Authority('PARTIES')
export class PriceTier {
  @Field(() => QuantityScalar) minQty: string;
  @Field(() => VND) unitPrice: bigint;
  @Field(() => PriceBasis) basis: view.PriceBasis;
  @Field(() => LocalDate) validFrom: string;
  @Field(() => Boolean, { description: 'A price agreed with the reader alone.' }) isOwn: boolean;
}

/** A product as documents of later modules point to it. */
@ObjectType()
@Authority('PUBLIC')
export class ProductRef {
  @Field(() => ID) id: string;
  @Field(() => String) slug: string;
  @Field(() => String) nameVi: string;
  @Field(() => String) baseUnit: string;
}

@ObjectType({
  description:
    'A product as its reader may see it: list prices only for its own people and for buyers; the price band for all where published.',
})
@Authority('PUBLIC')
export class Product {
  @Field(() => ID) id: string;
  @Field(() => String) slug: string;
  @Field(() => String) nameVi: string;
  @Field(() => String, { nullable: true }) nameEn: string | null;
  @Field(() => ProductGroup) group: view.ProductGroup;
  @Field(() => String, { nullable: true }) subgroup: string | null;
  @Field(() => String) description: string;
  @Field(() => String) baseUnit: string;
  @Field(() => String, { nullable: true }) netContent: string | null;
  @Field(() => [Int]) harvestMonths: number[];
  @Field(() => Int, { nullable: true }) shelfLifeDays: number | null;
  @Field(() => StorageKind) storage: view.StorageKind;
  @Field(() => Int, { nullable: true, description: '°C' }) storageTempMin: number | null;
  @Field(() => Int, { nullable: true, description: '°C' }) storageTempMax: number | null;
  @Field(() => Int, { nullable: true, description: 'Days that must be left when the buyer receives the goods.' })
  minRemainingDays: number | null;
  @Field(() => String, { nullable: true }) origin: string | null;
  @Field(() => String, { nullable: true }) originCommuneCode: string | null;
  @Field(() => String, { nullable: true }) originCommuneName: string | null;
  @Field(() => String, { nullable: true }) story: string | null;
  @Field(() => String, { nullable: true }) traceabilityUrl: string | null;
  @Field(() => VatClass) vatClass: view.VatClass;
  @Field(() => String, { nullable: true, description: '6 to 8 digits.' }) hsCode: string | null;
  @Field(() => PriceVisibility) priceVisibility: view.PriceVisibility;
  @Field(() => ProductStatus) status: view.ProductStatus;
  @Field(() => String, { nullable: true, description: 'For its own people and the Alliance.' }) returnReason: string | null;
  @Field(() => String, { nullable: true }) photoUrl: string | null;
  @Field(() => [ProductPhoto], { description: 'The main one first.' }) photos: ProductPhoto[];
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => Instant, { nullable: true }) publishedAt: Date | null;
  @Field(() => [Grade], { description: 'Empty: sold in one quality.' }) grades: Grade[];
  @Field(() => [Pack], { description: 'The first is the one that orders count in.' }) packs: Pack[];
  @Field(() => [PriceTier], { nullable: true, description: 'Null where the reader may not see prices.' }) priceTiers:
    PriceTier[] | null;
  @Field(() => VND, { nullable: true, description: 'Only where the cooperative publishes its prices.' }) priceFrom: bigint | null;
  @Field(() => VND, { nullable: true }) priceTo: bigint | null;
  @Field(() => [Certificate]) certificates: Certificate[];
  @Field(() => Int, { nullable: true }) stars: number | null;
  @Field(() => LocalDate, { nullable: true }) starsUntil: string | null;
  @Field(() => CatalogCooperative) cooperative: CatalogCooperative;
  @Field(() => Int) version: number;
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

export const ProductConnection = connectionOf('Product', Product, 'SIGNED_IN');

@InputType()
export class PackInput {
  @Field(() => ID, { nullable: true }) id?: string | null;
  @Field(() => String) name: string;
  @Field(() => QuantityScalar) sizeBase: string;
  @Field(() => Int) moqPacks: number;
  @Field(() => String, { nullable: true }) gtin?: string | null;
  @Field(() => PackLevel, { nullable: true }) level?: view.PackLevel | null;
  @Field(() => QuantityScalar, { nullable: true, description: 'Kilograms.' }) netWeight?: string | null;
  @Field(() => QuantityScalar, { nullable: true, description: 'Kilograms.' }) tareWeight?: string | null;
  @Field(() => Boolean, { nullable: true }) catchWeight?: boolean | null;
  @Field(() => Int, { nullable: true }) weightToleranceBp?: number | null;
}

@InputType()
export class PackRowInput extends PackInput {
  @Field(() => String, { nullable: true, description: 'Left out: for every grade.' }) gradeCode?: string | null;
  @Field(() => Int, { nullable: true, description: 'The row, from 0, of the smaller pack inside.' }) innerRow?: number | null;
}

@InputType()
export class GradeSpecInput {
  @Field(() => GradeMeasure) measure: domain.GradeMeasure;
  @Field(() => GradeOperator) operator: domain.GradeOperator;
  @Field(() => QuantityScalar, { nullable: true }) value?: string | null;
  @Field(() => QuantityScalar, { nullable: true }) valueTo?: string | null;
  @Field(() => String, { nullable: true }) unit?: string | null;
  @Field(() => String, { nullable: true }) text?: string | null;
}

@InputType()
export class GradeInput {
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => [GradeSpecInput]) spec: GradeSpecInput[];
}

@InputType()
export class ProductPhotoInput {
  @Field(() => ID) fileId: string;
  @Field(() => String, { nullable: true }) altVi?: string | null;
  @Field(() => String, { nullable: true }) altEn?: string | null;
}

@InputType()
class ProductPartInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}

@InputType()
export class ProductGradesSetInput extends ProductPartInput {
  @Field(() => [GradeInput]) grades: GradeInput[];
}

@InputType()
export class ProductPacksSetInput extends ProductPartInput {
  @Field(() => [PackRowInput]) packs: PackRowInput[];
}

@InputType()
export class ProductPhotosSetInput extends ProductPartInput {
  @Field(() => [ProductPhotoInput]) photos: ProductPhotoInput[];
}

@InputType()
export class PriceTierInput {
  @Field(() => QuantityScalar) minQty: string;
  @Field(() => VND) unitPrice: bigint;
}

@InputType()
export class ProductCreateInput {
  @Field(() => String) clientKey: string;
  @Field(() => String) nameVi: string;
  @Field(() => String, { nullable: true }) nameEn?: string | null;
  @Field(() => ProductGroup) group: view.ProductGroup;
  @Field(() => String, { nullable: true }) description?: string | null;
  @Field(() => String) baseUnit: string;
  @Field(() => String, { nullable: true }) netContent?: string | null;
  @Field(() => [Int]) harvestMonths: number[];
  @Field(() => Int, { nullable: true }) shelfLifeDays?: number | null;
  @Field(() => StorageKind) storage: view.StorageKind;
  @Field(() => VatClass) vatClass: view.VatClass;
  @Field(() => String, { nullable: true }) subgroup?: string | null;
  @Field(() => Int, { nullable: true, description: '°C' }) storageTempMin?: number | null;
  @Field(() => Int, { nullable: true, description: '°C' }) storageTempMax?: number | null;
  @Field(() => Int, { nullable: true }) minRemainingDays?: number | null;
  @Field(() => String, { nullable: true }) origin?: string | null;
  @Field(() => String, { nullable: true }) originCommuneCode?: string | null;
  @Field(() => String, { nullable: true }) story?: string | null;
  @Field(() => String, { nullable: true, description: 'https only.' }) traceabilityUrl?: string | null;
  @Field(() => String, { nullable: true, description: '6 to 8 digits.' }) hsCode?: string | null;
  @Field(() => PriceVisibility) priceVisibility: view.PriceVisibility;
  @Field(() => PriceBasis) basis: view.PriceBasis;
  @Field(() => PackInput) pack: PackInput;
  @Field(() => [PriceTierInput]) priceTiers: PriceTierInput[];
  @Field(() => ID, { nullable: true, description: 'The main photo alone; `photos` says all of them.' }) photoFileId?:
    string | null;
  @Field(() => [ProductPhotoInput], { nullable: true, description: 'In order; the first is the main one.' })
  photos?: ProductPhotoInput[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Send for review at once.' }) submit?: boolean | null;
}

@InputType()
export class ProductUpdateInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) nameVi?: string | null;
  @Field(() => String, { nullable: true }) nameEn?: string | null;
  @Field(() => String, { nullable: true }) description?: string | null;
  @Field(() => String, { nullable: true }) netContent?: string | null;
  @Field(() => [Int], { nullable: true }) harvestMonths?: number[] | null;
  @Field(() => Int, { nullable: true }) shelfLifeDays?: number | null;
  @Field(() => StorageKind, { nullable: true }) storage?: view.StorageKind | null;
  @Field(() => ProductGroup, { nullable: true }) group?: view.ProductGroup | null;
  @Field(() => VatClass, { nullable: true }) vatClass?: view.VatClass | null;
  @Field(() => String, { nullable: true }) subgroup?: string | null;
  @Field(() => Int, { nullable: true, description: '°C' }) storageTempMin?: number | null;
  @Field(() => Int, { nullable: true, description: '°C' }) storageTempMax?: number | null;
  @Field(() => Int, { nullable: true }) minRemainingDays?: number | null;
  @Field(() => String, { nullable: true }) origin?: string | null;
  @Field(() => String, { nullable: true }) originCommuneCode?: string | null;
  @Field(() => String, { nullable: true }) story?: string | null;
  @Field(() => String, { nullable: true, description: 'https only.' }) traceabilityUrl?: string | null;
  @Field(() => String, { nullable: true, description: '6 to 8 digits.' }) hsCode?: string | null;
  @Field(() => PriceVisibility, { nullable: true }) priceVisibility?: view.PriceVisibility | null;
  @Field(() => PriceBasis, { nullable: true }) basis?: view.PriceBasis | null;
  @Field(() => PackInput, { nullable: true }) pack?: PackInput | null;
  @Field(() => [PriceTierInput], { nullable: true }) priceTiers?: PriceTierInput[] | null;
  @Field(() => ID, { nullable: true, description: 'The main photo alone; `photos` says all of them.' }) photoFileId?:
    string | null;
  @Field(() => [ProductPhotoInput], { nullable: true, description: 'In order; the first is the main one.' })
  photos?: ProductPhotoInput[] | null;
}

@InputType()
export class ProductActionInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

export const ProductResult = resultUnion('ProductResult', () => [Product, Refused, VersionConflict, RowsRefused] as const);

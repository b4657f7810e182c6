import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { OrganizationKind as Kind } from '@lienket/domain';
import { Authority } from '../../platform/auth/authority.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { connectionOf } from '../../platform/graphql/keyset.js';
import { LocalDate, QuantityScalar, VND } from '../../platform/graphql/scalars.js';
import { OrganizationKind } from '../identity/index.js';
import {
  CATALOG_SORTS,
  PRODUCT_GROUPS,
  type ProductGroup as Group,
  STORAGE_KINDS,
  type StorageKind as Storage,
} from './catalog.view.js';

export const ProductGroup = enumOf(PRODUCT_GROUPS);
registerEnumType(ProductGroup, { name: 'ProductGroup' });
export const StorageKind = enumOf(STORAGE_KINDS);
registerEnumType(StorageKind, { name: 'StorageKind' });
export const CatalogSort = enumOf(CATALOG_SORTS);
registerEnumType(CatalogSort, { name: 'CatalogSort' });

@InputType()
export class CatalogFilter {
  @Field(() => String, { nullable: true }) search?: string | null;
  @Field(() => ProductGroup, { nullable: true }) group?: Group | null;
  @Field(() => String, { nullable: true }) districtCode?: string | null;
  @Field(() => String, { nullable: true }) communeCode?: string | null;
  @Field(() => Int, { nullable: true }) starsAtLeast?: number | null;
  @Field(() => Boolean, { nullable: true }) inSeasonNow?: boolean | null;
  @Field(() => Int, { nullable: true, description: 'Solar month 1–12.' }) harvestMonth?: number | null;
  @Field(() => String, { nullable: true, description: 'Kind of a verified certificate that still holds.' }) certificate?:
    string | null;
  @Field(() => StorageKind, { nullable: true }) storage?: Storage | null;
  @Field(() => Int, { nullable: true, description: 'Lower end of a price band, a value of the facet; public prices only.' })
  priceBand?: number | null;
  @Field(() => Int, { nullable: true, description: 'The least order is this much or less, in base units.' }) leastOrder?:
    number | null;
  @Field(() => String, { nullable: true }) orgSlug?: string | null;
}

@ObjectType()
@Authority('PUBLIC')
export class CatalogCooperative {
  @Field(() => ID) id: string;
  @Field(() => String) slug: string;
  @Field(() => String) name: string;
  @Field(() => OrganizationKind) kind: Kind;
  @Field(() => String, { nullable: true }) communeName: string | null;
  @Field(() => String, { nullable: true, description: 'The district until 30/6/2025, as people still say it.' }) districtName:
    string | null;
}

@ObjectType()
@Authority('PUBLIC')
export class CatalogItem {
  @Field(() => ID) id: string;
  @Field(() => String) slug: string;
  @Field(() => String) nameVi: string;
  @Field(() => String, { nullable: true }) nameEn: string | null;
  @Field(() => ProductGroup) group: Group;
  @Field(() => String) baseUnit: string;
  @Field(() => String, { nullable: true }) netContent: string | null;
  @Field(() => String, { nullable: true }) packName: string | null;
  @Field(() => QuantityScalar, { nullable: true }) packSize: string | null;
  @Field(() => Int, { nullable: true }) moqPacks: number | null;
  @Field(() => [Int], { description: 'Solar months 1–12; empty = the whole year.' }) harvestMonths: number[];
  @Field(() => Int, { nullable: true, description: 'Only while the certificate is valid.' }) stars: number | null;
  @Field(() => LocalDate, { nullable: true }) starsUntil: string | null;
  @Field(() => VND, { nullable: true, description: 'Only where the cooperative publishes its prices.' }) priceFrom: bigint | null;
  @Field(() => VND, { nullable: true }) priceTo: bigint | null;
  @Field(() => String, { nullable: true }) photoUrl: string | null;
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => CatalogCooperative) cooperative: CatalogCooperative;
}

export const CatalogConnection = connectionOf('Catalog', CatalogItem, 'PUBLIC');

@ObjectType({ description: 'How many products a value would leave, under all the other filters.' })
@Authority('PUBLIC')
export class Facet {
  @Field(() => String) value: string;
  @Field(() => String) label: string;
  @Field(() => Int) count: number;
}

@ObjectType()
@Authority('PUBLIC')
export class CatalogFacets {
  @Field(() => [Facet]) groups: Facet[];
  @Field(() => [Facet]) districts: Facet[];
  @Field(() => [Facet]) communes: Facet[];
  @Field(() => [Facet]) months: Facet[];
  @Field(() => [Facet], { description: 'So many stars or more.' }) stars: Facet[];
  @Field(() => [Facet], { description: 'Verified and valid today.' }) certificates: Facet[];
  @Field(() => [Facet]) storage: Facet[];
  @Field(() => [Facet], { description: 'Bands of public prices, by their lower end.' }) prices: Facet[];
  @Field(() => [Facet], { description: 'So much is enough for an order, in base units.' }) leastOrders: Facet[];
  @Field(() => Int) inSeasonNow: number;
  @Field(() => Int) total: number;
  @Field(() => Boolean, { description: 'More products match than were counted: each count is a least one.' }) isCapped: boolean;
  @Field(() => String, { nullable: true, description: 'Set when only words that look alike were found.' }) didYouMean:
    string | null;
}

@ObjectType()
@Authority('PUBLIC')
export class CatalogSuggestion {
  @Field(() => String) text: string;
  @Field(() => String, { nullable: true }) detail: string | null;
  @Field(() => String, { description: "The app's address it leads to." }) href: string;
}

@ObjectType({ description: 'While typing: product names, then sellers, then groups.' })
@Authority('PUBLIC')
export class CatalogSuggestions {
  @Field(() => [CatalogSuggestion]) products: CatalogSuggestion[];
  @Field(() => [CatalogSuggestion]) sellers: CatalogSuggestion[];
  @Field(() => [CatalogSuggestion]) groups: CatalogSuggestion[];
}

@ObjectType({ description: 'A commune of today within a former district, with how many products are on sale there.' })
@Authority('PUBLIC')
export class CatalogPlace {
  @Field(() => String) communeCode: string;
  @Field(() => String) communeName: string;
  @Field(() => String, { nullable: true }) districtCode: string | null;
  @Field(() => String, { nullable: true }) districtName: string | null;
  @Field(() => Int) count: number;
}

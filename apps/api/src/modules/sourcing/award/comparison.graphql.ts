import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Authority } from '../../../platform/auth/authority.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { Instant, LocalDate, QuantityScalar, VND } from '../../../platform/graphql/scalars.js';
import { PriceBasis } from '../../catalog/index.js';
import { OrganizationRef } from '../../registry/index.js';
import { QuoteLine } from '../quote/quote.graphql.js';
import { QuoteStatus, RfqStatus } from '../rfq/rfq.graphql.js';
import type { BasisName, QuoteState, RfqState } from '../rfq/rfq.view.js';
import * as view from './comparison.view.js';

export const NotComparableReason = enumOf(view.NOT_COMPARABLE);
registerEnumType(NotComparableReason, { name: 'NotComparableReason' });

export const SupplyCover = enumOf(view.SUPPLY_COVERS);
registerEnumType(SupplyCover, { name: 'SupplyCover' });

@ObjectType({ description: 'How far the offered product meets the buyer’s own list.' })
@Authority('PARTIES')
export class OfferedReadiness {
  @Field(() => Int) met: number;
  @Field(() => Int) required: number;
  @Field(() => [String]) missing: string[];
}

@ObjectType()
@Authority('PARTIES')
export class ComparisonCell {
  @Field(() => ID) quoteId: string;
  @Field(() => QuoteLine) line: QuoteLine;
  @Field(() => VND, { nullable: true, description: 'Per base unit, without VAT, at the place asked for.' })
  normalizedPrice: bigint | null;
  @Field(() => NotComparableReason, { nullable: true }) notComparable: view.NotComparableName | null;
  @Field(() => Int, { description: 'Share of the asked quantity, basis points.' }) shareBp: number;
  @Field(() => Boolean) lowest: boolean;
  @Field(() => Int, { nullable: true }) aboveLowestBp: number | null;
  @Field(() => Int, { nullable: true }) rank: number | null;
  @Field(() => String, { nullable: true, description: 'By the rule in force today; null where the goods are not known yet.' })
  vatCode: string | null;
  @Field(() => OfferedReadiness, { nullable: true }) readiness: OfferedReadiness | null;
  @Field(() => SupplyCover, { description: 'Whether goods promised to nobody cover the offer in the time asked for.' })
  supply: view.SupplyCoverName;
}

@ObjectType()
@Authority('PARTIES')
export class ComparisonLine {
  @Field(() => ID) rfqLineId: string;
  @Field(() => Int) lineNo: number;
  @Field(() => String) description: string;
  @Field(() => String, { nullable: true }) spec: string | null;
  @Field(() => String) baseUnit: string;
  @Field(() => QuantityScalar) askedQty: string;
  @Field(() => VND, { nullable: true }) lowest: bigint | null;
  @Field(() => VND, { nullable: true }) median: bigint | null;
  @Field(() => [ComparisonCell]) cells: ComparisonCell[];
}

@ObjectType()
@Authority('PARTIES')
export class ComparisonColumn {
  @Field(() => ID) quoteId: string;
  @Field(() => OrganizationRef) seller: OrganizationRef;
  @Field(() => QuoteStatus) status: QuoteState;
  @Field(() => Int) revision: number;
  @Field(() => LocalDate) validUntil: string;
  @Field(() => PriceBasis) basis: BasisName;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => Instant) sentAt: Date;
  @Field(() => Int) version: number;
  @Field(() => Boolean, { description: 'Several cooperatives answer together.' }) joint: boolean;
  @Field(() => Int) answeredLines: number;
  @Field(() => VND, { nullable: true, description: 'At the compared prices, for as much as is asked.' }) total: bigint | null;
}

@ObjectType({ description: 'All quotes of a request side by side, for its buyer.' })
@Authority('PARTIES')
export class RfqComparison {
  @Field(() => ID) rfqId: string;
  @Field(() => Int) version: number;
  @Field(() => RfqStatus) status: RfqState;
  @Field(() => PriceBasis) basis: BasisName;
  @Field(() => [ComparisonColumn]) columns: ComparisonColumn[];
  @Field(() => [ComparisonLine]) lines: ComparisonLine[];
}

import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { SHEET_STANDINGS } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { Refused, RowsRefused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { connectionOf } from '../../../platform/graphql/keyset.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, QuantityScalar, VND } from '../../../platform/graphql/scalars.js';
import { ContractRef } from '../../agreements/index.js';

export const SheetStanding = enumOf(SHEET_STANDINGS);
registerEnumType(SheetStanding, {
  name: 'SheetStanding',
  description: 'SAME: to be had as kept; CHANGED: in another grade or pack only; GONE: no longer offered.',
});

@ObjectType()
@Authority('SIGNED_IN')
export class OrderTemplateSummary {
  @Field(() => ID) id: string;
  @Field(() => String) name: string;
  @Field(() => String, { description: 'Names of the sellers; none of them knows of it.' }) sellers: string;
  @Field(() => Int) sellerCount: number;
  @Field(() => Int) lineCount: number;
  @Field(() => ContractRef, { nullable: true, description: 'Its lines are call-offs of this contract.' })
  contract: ContractRef | null;
  @Field(() => String) savedByName: string;
  @Field(() => Instant) savedAt: Date;
  @Field(() => Boolean) isDemo: boolean;
}

export const OrderTemplateConnection = connectionOf('OrderTemplate', OrderTemplateSummary, 'SIGNED_IN');

@ObjectType()
@Authority('SIGNED_IN')
export class SheetLine {
  @Field(() => ID) sellerOrgId: string;
  @Field(() => String) seller: string;
  @Field(() => ID) productId: string;
  @Field(() => ID, { nullable: true }) contractLineId: string | null;
  @Field(() => ID, { nullable: true }) gradeId: string | null;
  @Field(() => ID, { nullable: true }) packId: string | null;
  @Field(() => String, { description: 'As it was called when it was kept.' }) description: string;
  @Field(() => String) packName: string;
  @Field(() => String) unit: string;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => ID, { nullable: true }) deliveryLocationId: string | null;
  @Field(() => String, { nullable: true, description: "Without one the sheet's." }) placeName: string | null;
  @Field(() => String, { nullable: true }) windowFrom: string | null;
  @Field(() => String, { nullable: true }) windowTo: string | null;
  @Field(() => String, { nullable: true }) costCenter: string | null;
  @Field(() => SheetStanding) standing: keyof typeof SheetStanding;
  @Field(() => VND, { nullable: true, description: "Today's, in the amount asked for; null where it could not be ordered so." })
  unitPrice: bigint | null;
  @Field(() => VND, { nullable: true }) amount: bigint | null;
}

@ObjectType({ description: "A sheet of the order pad under a name, the buyer's alone. It has no day and binds nobody." })
@Authority('SIGNED_IN')
export class OrderTemplate extends OrderTemplateSummary {
  @Field(() => ID, { nullable: true }) deliveryLocationId: string | null;
  @Field(() => String, { nullable: true }) deliveryPlace: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => [SheetLine]) lines: SheetLine[];
  @Field(() => VND, { description: 'At the prices of today, of what can be ordered.' }) total: bigint;
  @Field(() => Int, { description: 'Lines whose goods are no longer offered.' }) gone: number;
  @Field(() => Int) version: number;
}

export const OrderTemplateResult = resultUnion(
  'OrderTemplateResult',
  () => [OrderTemplate, Refused, VersionConflict, RowsRefused] as const,
);

@InputType()
export class SheetLineInput {
  @Field(() => ID) productId: string;
  @Field(() => ID, { nullable: true }) contractLineId?: string | null;
  @Field(() => ID, { nullable: true }) gradeId?: string | null;
  @Field(() => ID, { nullable: true }) packId?: string | null;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => ID, { nullable: true }) deliveryLocationId?: string | null;
  @Field(() => String, { nullable: true, description: 'As 06:00; both hours or none.' }) windowFrom?: string | null;
  @Field(() => String, { nullable: true }) windowTo?: string | null;
  @Field(() => String, { nullable: true }) costCenter?: string | null;
}

@InputType()
export class OrderTemplateSaveInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID, { nullable: true, description: 'The template to change; without one a new one.' }) id?: string | null;
  @Field(() => Int, { nullable: true }) version?: number | null;
  @Field(() => String) name: string;
  @Field(() => ID, { nullable: true }) contractId?: string | null;
  @Field(() => ID, { nullable: true }) deliveryLocationId?: string | null;
  @Field(() => String, { nullable: true }) note?: string | null;
  @Field(() => [SheetLineInput], { nullable: true, description: 'Without them the sheet stays as it is.' })
  lines?: SheetLineInput[] | null;
}

@InputType()
export class OrderTemplateRemoveInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
}

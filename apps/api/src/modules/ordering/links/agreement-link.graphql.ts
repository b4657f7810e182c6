import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Authority } from '../../../platform/auth/authority.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { LocalDate, QuantityScalar, VND } from '../../../platform/graphql/scalars.js';

export const LinkKind = enumOf(['CONTRACT', 'MOU'] as const);
registerEnumType(LinkKind, {
  name: 'LinkKind',
  description: 'CONTRACT: the lines become call-offs; MOU: they count for the memorandum without a contract.',
});

@ObjectType()
@Authority('order.place')
export class AgreementOfferLine {
  @Field(() => ID) lineId: string;
  @Field(() => String) description: string;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => String) unit: string;
  @Field(() => QuantityScalar, { nullable: true, description: 'Still to be called off; null: it sets no maximum.' })
  remaining: string | null;
}

@ObjectType({ description: 'An agreement of the same two sides that lines of a spot order could count for.' })
@Authority('order.place')
export class AgreementOffer {
  @Field(() => LinkKind) kind: keyof typeof LinkKind;
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => String, { nullable: true }) title: string | null;
  @Field(() => LocalDate, { nullable: true }) validTo: string | null;
  @Field(() => [AgreementOfferLine]) lines: AgreementOfferLine[];
  @Field(() => Int, { description: 'Lines of the order that it could not take.' }) others: number;
}

@ObjectType()
@Authority('order.place')
export class PadOfferLine {
  @Field(() => Int, { description: 'As it was asked with.' }) row: number;
  @Field(() => ID) agreementLineId: string;
  @Field(() => QuantityScalar, { nullable: true, description: 'Still to be called off; null: it sets no maximum.' })
  remaining: string | null;
  @Field(() => VND, { nullable: true, description: 'What the contract agreed; a memorandum agrees none.' }) unitPrice:
    bigint | null;
}

@ObjectType({ description: 'An agreement that rows of a sheet could count for, while it is filled in.' })
@Authority('order.place')
export class PadOffer {
  @Field(() => LinkKind) kind: keyof typeof LinkKind;
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => String, { nullable: true }) title: string | null;
  @Field(() => LocalDate, { nullable: true }) validTo: string | null;
  @Field(() => [PadOfferLine]) lines: PadOfferLine[];
}

@InputType()
export class PadOfferLineInput {
  @Field(() => Int) row: number;
  @Field(() => ID) productId: string;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => LocalDate) on: string;
}

@InputType({ description: 'Either a contract or a memorandum.' })
export class OrderLinkInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => ID, { nullable: true }) contractId?: string | null;
  @Field(() => ID, { nullable: true }) mouId?: string | null;
}

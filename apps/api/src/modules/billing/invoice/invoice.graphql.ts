import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { INVOICE_STATES, type InvoiceState, MATCH_FIELDS, type MatchField } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { AvailableAction, Refused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { connectionOf } from '../../../platform/graphql/keyset.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, LocalDate, QuantityScalar, VND } from '../../../platform/graphql/scalars.js';
import { Side } from '../../ordering/index.js';
import { OrganizationRef } from '../../registry/index.js';
import { BillingNote } from '../note/note.graphql.js';

export const InvoiceStateEnum = enumOf(INVOICE_STATES);
registerEnumType(InvoiceStateEnum, { name: 'InvoiceState' });
export const MatchFieldEnum = enumOf(MATCH_FIELDS);
registerEnumType(MatchFieldEnum, { name: 'MatchField', description: 'A field compared between order, receipt and invoice.' });

@ObjectType()
@Authority('PARTIES')
export class InvoiceLine {
  @Field(() => ID) id: string;
  @Field(() => Int) lineNo: number;
  @Field(() => String) description: string;
  @Field(() => String) baseUnit: string;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => VND) unitPrice: bigint;
  @Field(() => VND) amount: bigint;
  @Field(() => String) vatCode: string;
}

@ObjectType({
  description:
    'One field in which the invoice is not what order and receipt say. Values are plain: đồng, quantities, codes or days.',
})
@Authority('PARTIES')
export class InvoiceDifference {
  @Field(() => MatchFieldEnum) field: MatchField;
  @Field(() => Int, { nullable: true }) lineNo: number | null;
  @Field(() => String) expected: string;
  @Field(() => String) actual: string;
  @Field(() => Boolean, { description: 'Within the tolerance in force: needs no decision.' }) tolerated: boolean;
}

@ObjectType({ description: "The seller's e-invoice as recorded; this platform issues none." })
@Authority('PARTIES')
export class Invoice {
  @Field(() => ID) id: string;
  @Field(() => ID) paymentRequestId: string;
  @Field(() => String) requestNumber: string;
  @Field(() => ID) orderId: string;
  @Field(() => String) orderNumber: string;
  @Field(() => String) receiptNumber: string;
  @Field(() => LocalDate) receivedOn: string;
  @Field(() => OrganizationRef) seller: OrganizationRef;
  @Field(() => OrganizationRef) buyer: OrganizationRef;
  @Field(() => InvoiceStateEnum) state: InvoiceState;
  @Field(() => String) symbol: string;
  @Field(() => String) number: string;
  @Field(() => String, { nullable: true }) lookupCode: string | null;
  @Field(() => String, { nullable: true, description: "The tax authority's own code." }) authorityCode: string | null;
  @Field(() => LocalDate) issuedOn: string;
  @Field(() => VND) netAmount: bigint;
  @Field(() => VND) vatAmount: bigint;
  @Field(() => VND) total: bigint;
  @Field(() => VND, { description: 'Of the payment request: what is owed now.' }) requestOwed: bigint;
  @Field(() => VND) requestPaid: bigint;
  @Field(() => LocalDate) dueOn: string;
  @Field(() => Boolean) overdue: boolean;
  @Field(() => [InvoiceDifference]) differences: InvoiceDifference[];
  @Field(() => [InvoiceLine]) lines: InvoiceLine[];
  @Field(() => [BillingNote], { description: 'Notes of the same request.' }) notes: BillingNote[];
  @Field(() => ID, { nullable: true }) replacesId: string | null;
  @Field(() => ID, { nullable: true }) replacedById: string | null;
  @Field(() => String, { nullable: true }) xmlUrl: string | null;
  @Field(() => Instant) recordedAt: Date;
  @Field(() => Instant, { nullable: true }) decidedAt: Date | null;
  @Field(() => String, { nullable: true }) decisionReason: string | null;
  @Field(() => Int) version: number;
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

export const InvoiceConnection = connectionOf('Invoice', Invoice, 'SIGNED_IN');
export const InvoiceResult = resultUnion('InvoiceResult', () => [Invoice, Refused, VersionConflict] as const);

@InputType()
export class InvoiceFilter {
  @Field(() => Side, { nullable: true }) side?: keyof typeof Side | null;
  @Field(() => [InvoiceStateEnum], { nullable: true }) state?: InvoiceState[] | null;
}

@InputType()
export class InvoiceLineInput {
  @Field(() => ID) requestLineId: string;
  @Field(() => QuantityScalar) qty: string;
  @Field(() => VND) unitPrice: bigint;
  @Field(() => VND) amount: bigint;
  @Field(() => String, { description: 'KCT, KKKNT, 0, 5, 8 or 10.' }) vatCode: string;
}

@InputType()
export class InvoiceRecordInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) paymentRequestId: string;
  @Field(() => Int, { description: 'Of the payment request.' }) version: number;
  @Field(() => String) symbol: string;
  @Field(() => String) number: string;
  @Field(() => String, { nullable: true }) lookupCode?: string | null;
  @Field(() => LocalDate) issuedOn: string;
  @Field(() => [InvoiceLineInput]) lines: InvoiceLineInput[];
  @Field(() => VND) vatAmount: bigint;
  @Field(() => VND, { description: 'As printed: goods and VAT.' }) total: bigint;
  @Field(() => ID, { nullable: true, description: 'The uploaded XML.' }) fileId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The invoice that this one replaces.' }) replacesId?: string | null;
}

@InputType()
export class InvoiceDecideInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) reason: string;
}

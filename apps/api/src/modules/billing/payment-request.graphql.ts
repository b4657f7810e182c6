import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type CardState, type PaymentState, type TermBase, TERM_BASES } from '@lienket/domain';
import { Authority } from '../../platform/auth/authority.js';
import { AvailableAction, Refused, VersionConflict } from '../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { connectionOf } from '../../platform/graphql/keyset.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { Instant, LocalDate, QuantityScalar, VND } from '../../platform/graphql/scalars.js';
import { Side } from '../ordering/index.js';
import { OrganizationRef } from '../registry/index.js';
import { PAYMENT_REQUEST_STATUSES } from './payment-request.view.js';

export const TermBaseEnum = enumOf(TERM_BASES);
registerEnumType(TermBaseEnum, { name: 'TermBase', description: 'What the days of a term are counted from.' });
export const PaymentRequestStatus = enumOf(PAYMENT_REQUEST_STATUSES);
registerEnumType(PaymentRequestStatus, { name: 'PaymentRequestStatus' });

@ObjectType()
@Authority('PARTIES')
export class PaymentRequestLine {
  @Field(() => ID) id: string;
  @Field(() => Int) lineNo: number;
  @Field(() => String) description: string;
  @Field(() => String) baseUnit: string;
  @Field(() => QuantityScalar) acceptedQty: string;
  @Field(() => VND) unitPrice: bigint;
  @Field(() => VND) amount: bigint;
  @Field(() => String) vatCode: string;
  @Field(() => VND) vatAmount: bigint;
  @Field(() => QuantityScalar, { description: 'In the invoices that stand.' }) invoicedQty: string;
  @Field(() => VND, { description: 'Debit notes less credit notes, before VAT.' }) notedAmount: bigint;
}

@ObjectType()
@Authority('PARTIES')
export class Payment {
  @Field(() => ID) id: string;
  @Field(() => String) method: string;
  @Field(() => String) status: string;
  @Field(() => VND) amount: bigint;
  @Field(() => LocalDate) paidOn: string;
  @Field(() => String, { nullable: true }) bankReference: string | null;
  @Field(() => Instant, { nullable: true }) declaredAt: Date | null;
  @Field(() => Instant, { nullable: true }) confirmedAt: Date | null;
  @Field(() => String, { nullable: true }) denyReason: string | null;
  @Field(() => VND, { description: 'Given back by card.' }) refunded: bigint;
  @Field(() => VND, { description: 'Became credit of the buyer, because less is owed.' }) released: bigint;
}

export const CardPaymentState = enumOf<CardState>([
  'PREPARING',
  'WAITING',
  'PROCESSING',
  'FAILED',
  'EXPIRED',
  'PAID',
  'PART_REFUNDED',
  'REFUNDED',
]);
registerEnumType(CardPaymentState, { name: 'CardPaymentState' });

@ObjectType({ description: 'The newest attempt to pay by card.' })
@Authority('PARTIES')
export class CardPayment {
  @Field(() => CardPaymentState) state: CardState;
  @Field(() => String, {
    nullable: true,
    description: 'Where the payer enters the card; only for the buyer, only while it waits.',
  })
  url: string | null;
  @Field(() => VND) amount: bigint;
  @Field(() => VND) refunded: bigint;
  @Field(() => Boolean, { description: 'The holder of the card contests the charge.' }) disputed: boolean;
  @Field(() => Instant) startedAt: Date;
}

@ObjectType()
@Authority('PARTIES')
export class PaymentRequest {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => String) reference: string;
  @Field(() => ID) orderId: string;
  @Field(() => String) orderNumber: string;
  @Field(() => OrganizationRef) seller: OrganizationRef;
  @Field(() => OrganizationRef) buyer: OrganizationRef;
  @Field(() => PaymentRequestStatus) status: PaymentState;
  @Field(() => VND) netAmount: bigint;
  @Field(() => VND) vatAmount: bigint;
  @Field(() => VND, { description: 'As first asked: accepted goods and VAT.' }) total: bigint;
  @Field(() => VND, { description: 'Debit notes less credit notes.' }) notedAmount: bigint;
  @Field(() => VND, { description: 'What is owed now: total and notes.' }) owed: bigint;
  @Field(() => TermBaseEnum) termsBase: TermBase;
  @Field(() => Int) termDays: number;
  @Field(() => LocalDate, { description: 'The day the term runs from.' }) baseDate: string;
  @Field(() => VND) paidAmount: bigint;
  @Field(() => LocalDate) dueOn: string;
  @Field(() => Boolean) overdue: boolean;
  @Field(() => Instant) issuedAt: Date;
  @Field(() => String) totalInWords: string;
  @Field(() => [PaymentRequestLine]) lines: PaymentRequestLine[];
  @Field(() => String, { nullable: true }) bankName: string | null;
  @Field(() => String, { nullable: true }) bankAccountNo: string | null;
  @Field(() => String, { nullable: true }) bankAccountName: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'EMVCo payload with what is still open; null without a bank account or when paid.',
  })
  vietQr: string | null;
  @Field(() => String, { nullable: true }) vietQrSvgUrl: string | null;
  @Field(() => String) documentUrl: string;
  @Field(() => [Payment]) payments: Payment[];
  @Field(() => CardPayment, { nullable: true }) cardPayment: CardPayment | null;
  @Field(() => Int) version: number;
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

export const PaymentRequestConnection = connectionOf('PaymentRequest', PaymentRequest, 'SIGNED_IN');
export const PaymentRequestResult = resultUnion(
  'PaymentRequestResult',
  () => [PaymentRequest, Refused, VersionConflict] as const,
);

@InputType()
export class PaymentRequestFilter {
  @Field(() => Side, { nullable: true }) side?: keyof typeof Side | null;
  @Field(() => [PaymentRequestStatus], { nullable: true }) status?: PaymentState[] | null;
  @Field(() => Boolean, { nullable: true }) overdue?: boolean | null;
}

@InputType()
export class PaymentDeclareInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) paymentRequestId: string;
  @Field(() => Int) version: number;
  @Field(() => VND) amount: bigint;
  @Field(() => LocalDate) paidOn: string;
  @Field(() => String, { nullable: true }) bankReference?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Handed over in cash; refused where the law asks for a transfer.' })
  inCash?: boolean | null;
}

@InputType()
export class PaymentAnswerInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) paymentId: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

@InputType()
export class CardPaymentStartInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) paymentRequestId: string;
  @Field(() => Int) version: number;
}

@InputType()
export class CardPaymentCancelInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) paymentRequestId: string;
  @Field(() => Int) version: number;
}

@InputType()
export class CardRefundInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) paymentRequestId: string;
  @Field(() => Int) version: number;
  @Field(() => ID) paymentId: string;
  @Field(() => VND) amount: bigint;
  @Field(() => String) reason: string;
}

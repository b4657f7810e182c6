import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NOTE_KINDS, NOTE_SOURCES, NOTE_STATES, type NoteKind, type NoteSource, type NoteState } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { AvailableAction, Refused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, LocalDate, VND } from '../../../platform/graphql/scalars.js';

export const NoteKindEnum = enumOf(NOTE_KINDS);
registerEnumType(NoteKindEnum, { name: 'NoteKind', description: 'CREDIT lowers what is owed, DEBIT raises it.' });
export const NoteStateEnum = enumOf(NOTE_STATES);
registerEnumType(NoteStateEnum, { name: 'NoteState' });
export const NoteSourceEnum = enumOf(NOTE_SOURCES);
registerEnumType(NoteSourceEnum, { name: 'NoteSource', description: 'What brought the note about.' });

@ObjectType()
@Authority('PARTIES')
export class BillingNoteLine {
  @Field(() => String) description: string;
  @Field(() => VND, { description: "Before VAT, with the note's sign." }) netAmount: bigint;
  @Field(() => String) vatCode: string;
}

@ObjectType({ description: 'Changes what a request owes; amounts are signed, a credit is negative.' })
@Authority('PARTIES')
export class BillingNote {
  @Field(() => ID) id: string;
  @Field(() => String) number: string;
  @Field(() => NoteKindEnum) kind: NoteKind;
  @Field(() => NoteStateEnum) state: NoteState;
  @Field(() => NoteSourceEnum) source: NoteSource;
  @Field(() => ID) paymentRequestId: string;
  @Field(() => String) requestNumber: string;
  @Field(() => VND) netAmount: bigint;
  @Field(() => VND) vatAmount: bigint;
  @Field(() => VND) total: bigint;
  @Field(() => String) reason: string;
  @Field(() => String, { nullable: true, description: 'Of the adjusting e-invoice.' }) symbol: string | null;
  @Field(() => String, { nullable: true }) invoiceNumber: string | null;
  @Field(() => LocalDate, { nullable: true }) invoicedOn: string | null;
  @Field(() => String, { nullable: true }) declineReason: string | null;
  @Field(() => Instant) writtenAt: Date;
  @Field(() => Instant, { nullable: true }) decidedAt: Date | null;
  @Field(() => [BillingNoteLine]) lines: BillingNoteLine[];
  @Field(() => Int) version: number;
  @Field(() => [AvailableAction]) availableActions: AvailableAction[];
}

export const BillingNoteResult = resultUnion('BillingNoteResult', () => [BillingNote, Refused, VersionConflict] as const);

@InputType()
export class NoteLineInput {
  @Field(() => ID) requestLineId: string;
  @Field(() => VND, { description: 'Before VAT, above zero.' }) netAmount: bigint;
}

@InputType()
export class NoteIssueInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) paymentRequestId: string;
  @Field(() => Int, { description: 'Of the payment request.' }) version: number;
  @Field(() => NoteKindEnum) kind: NoteKind;
  @Field(() => ID, { nullable: true }) invoiceId?: string | null;
  @Field(() => String) reason: string;
  @Field(() => [NoteLineInput]) lines: NoteLineInput[];
  @Field(() => String, { nullable: true }) symbol?: string | null;
  @Field(() => String, { nullable: true }) invoiceNumber?: string | null;
  @Field(() => LocalDate, { nullable: true }) invoicedOn?: string | null;
}

@InputType()
export class NoteAnswerInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

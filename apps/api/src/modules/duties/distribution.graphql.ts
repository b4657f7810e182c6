import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { SENDING_METHODS, type SendingMethod } from '@lienket/domain';
import { Authority } from '../../platform/auth/authority.js';
import { Refused, VersionConflict } from '../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { LocalDate } from '../../platform/graphql/scalars.js';

export const SendingMethodName = enumOf(SENDING_METHODS);
registerEnumType(SendingMethodName, { name: 'SendingMethod' });

@ObjectType()
@Authority('PARTIES')
export class NoticeReceipt {
  @Field(() => ID) id: string;
  @Field(() => String) organization: string;
  @Field(() => SendingMethodName) method: SendingMethod;
  @Field(() => LocalDate) sentOn: string;
  @Field(() => String) sentBy: string;
  @Field(() => LocalDate, { nullable: true }) readOn: string | null;
  @Field(() => String, { nullable: true }) readBy: string | null;
  @Field(() => String, { nullable: true, description: 'How the reading is known, where somebody else wrote it down.' })
  readNote: string | null;
  @Field(() => Int) version: number;
}

@ObjectType({ description: 'A row of the notice\'s "Nơi nhận".' })
@Authority('PARTIES')
export class NoticeRecipient {
  @Field(() => ID) id: string;
  @Field(() => String) eventCode: string;
  @Field(() => String) eventTitle: string;
  @Field(() => Int) position: number;
  @Field(() => String) name: string;
  @Field(() => ID, { nullable: true, description: 'Null: a group.' }) organizationId: string | null;
  @Field(() => String, { nullable: true, description: 'Whom the notice asks to send it on; null: the issuing office.' })
  senderName: string | null;
  @Field(() => String, { nullable: true }) senderToday: string | null;
  @Field(() => String, { nullable: true }) senderQuote: string | null;
  @Field(() => Int) sentCount: number;
  @Field(() => Int) readCount: number;
  @Field(() => [NoticeReceipt]) receipts: NoticeReceipt[];
  @Field(() => Boolean) maySend: boolean;
  @Field(() => Boolean) isDemo: boolean;
}

@ObjectType({ description: "A notice that was sent to the reader's organization." })
@Authority('PARTIES')
export class OwnNotice {
  @Field(() => ID) id: string;
  @Field(() => String) eventCode: string;
  @Field(() => String) eventTitle: string;
  @Field(() => String) sourceTitle: string;
  @Field(() => LocalDate) sentOn: string;
  @Field(() => String) sentBy: string;
  @Field(() => LocalDate, { nullable: true }) readOn: string | null;
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => Int) version: number;
}

@InputType()
export class NoticeSendInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) recipientId: string;
  @Field(() => [ID]) orgIds: string[];
  @Field(() => LocalDate) sentOn: string;
  @Field(() => SendingMethodName) method: SendingMethod;
}

@InputType()
export class NoticeConfirmInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => LocalDate, { nullable: true, description: 'For the Alliance; an organization confirms today.' }) readOn?:
    string | null;
  @Field(() => String, { nullable: true, description: 'For the Alliance: how the reading is known.' }) note?: string | null;
}

export const NoticeSendResult = resultUnion('NoticeSendResult', () => [NoticeRecipient, Refused, VersionConflict] as const);
export const NoticeConfirmResult = resultUnion('NoticeConfirmResult', () => [OwnNotice, Refused, VersionConflict] as const);

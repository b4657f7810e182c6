import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BANK_CHANGE_STATES, type BankChangeState } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { Refused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant } from '../../../platform/graphql/scalars.js';
import { OrganizationRef } from '../../identity/index.js';

export const BankChangeStatus = enumOf(BANK_CHANGE_STATES);
registerEnumType(BankChangeStatus, { name: 'BankChangeStatus' });

@ObjectType({
  description:
    'A change of the account an organization is paid to. Numbers are whole for its own people, masked for the Alliance.',
})
@Authority('PARTIES')
export class BankAccountChange {
  @Field(() => ID) id: string;
  @Field(() => OrganizationRef) organization: OrganizationRef;
  @Field(() => String) bankBin: string;
  @Field(() => String) bankName: string;
  @Field(() => String) accountNo: string;
  @Field(() => String) accountName: string;
  @Field(() => String, { nullable: true }) oldBankName: string | null;
  @Field(() => String, { nullable: true, description: 'Always masked.' }) oldAccountNo: string | null;
  @Field(() => String) reason: string;
  @Field(() => BankChangeStatus) status: BankChangeState;
  @Field(() => String) requestedByName: string;
  @Field(() => Boolean, { description: 'The reader asked for it, so somebody else must confirm.' }) isMine: boolean;
  @Field(() => Instant) requestedAt: Date;
  @Field(() => Instant, { description: 'Not before this moment, whoever confirms.' }) holdsUntil: Date;
  @Field(() => String, { nullable: true }) confirmedByName: string | null;
  @Field(() => Instant, { nullable: true }) confirmedAt: Date | null;
  @Field(() => Instant, { nullable: true }) appliedAt: Date | null;
  @Field(() => Int) version: number;
}

@InputType({ description: 'The password is asked again: an open session alone moves no money.' })
export class BankAccountChangeRequestInput {
  @Field(() => String) clientKey: string;
  @Field(() => String) bankBin: string;
  @Field(() => String) bankName: string;
  @Field(() => String) accountNo: string;
  @Field(() => String) accountName: string;
  @Field(() => String) reason: string;
  @Field(() => String) password: string;
}

@InputType()
export class BankAccountChangeConfirmInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String) password: string;
}

@InputType()
export class BankAccountChangeCancelInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}

export const BankAccountChangeResult = resultUnion(
  'BankAccountChangeResult',
  () => [BankAccountChange, Refused, VersionConflict] as const,
);

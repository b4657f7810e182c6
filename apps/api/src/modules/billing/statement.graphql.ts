import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AGE_BANDS, type AgeBand as AgeBandName, FACT_KINDS } from '@lienket/domain';
import { Authority } from '../../platform/auth/authority.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { LocalDate, VND } from '../../platform/graphql/scalars.js';
import { OrganizationRef } from '../registry/index.js';
import type { StatementLineView } from './statement.queries.js';

export const AgeBand = enumOf(AGE_BANDS);
registerEnumType(AgeBand, { name: 'AgeBand', description: 'Days past due.' });
export const LedgerFact = enumOf(FACT_KINDS);
registerEnumType(LedgerFact, { name: 'LedgerFact' });

@ObjectType()
@Authority('PARTIES')
export class AgeBandAmount {
  @Field(() => AgeBand) band: AgeBandName;
  @Field(() => VND) amount: bigint;
}

@ObjectType({ description: 'What one counterparty owes, or is owed.' })
@Authority('PARTIES')
export class TradeAccount {
  @Field(() => OrganizationRef) counterparty: OrganizationRef;
  @Field(() => VND) balance: bigint;
  @Field(() => VND) overdue: bigint;
  @Field(() => [AgeBandAmount]) bands: readonly AgeBandAmount[];
  @Field(() => Int, {
    nullable: true,
    description: 'Mean days from acceptance to the due day, of requests paid within twelve months.',
  })
  promisedDays: number | null;
  @Field(() => Int, { nullable: true, description: 'Mean days from acceptance to the last payment, of the same requests.' })
  realDays: number | null;
  @Field(() => Int) paidRequests: number;
}

@ObjectType()
@Authority('PARTIES')
export class StatementLine {
  @Field(() => LocalDate) bookedOn: string;
  @Field(() => LedgerFact) kind: StatementLineView['kind'];
  @Field(() => ID) paymentRequestId: string;
  @Field(() => String) number: string;
  @Field(() => String) orderNumber: string;
  @Field(() => VND, { description: 'Adds to what is owed; negative when it lowers it.' }) amount: bigint;
  @Field(() => VND) balance: bigint;
}

@ObjectType()
@Authority('PARTIES')
export class Statement {
  @Field(() => OrganizationRef) counterparty: OrganizationRef;
  @Field(() => LocalDate) from: string;
  @Field(() => LocalDate) to: string;
  @Field(() => VND) opening: bigint;
  @Field(() => VND) closing: bigint;
  @Field(() => [StatementLine]) lines: readonly StatementLine[];
}

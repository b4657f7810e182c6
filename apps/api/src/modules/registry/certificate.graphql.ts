import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { CertificateStatus } from '@lienket/domain';
import { Authority } from '../../platform/auth/authority.js';
import { Refused } from '../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { LocalDate } from '../../platform/graphql/scalars.js';

export const CertificateState = enumOf<CertificateStatus>(['DECLARED', 'VALID', 'EXPIRING_SOON', 'EXPIRED', 'REVOKED']);
registerEnumType(CertificateState, { name: 'CertificateState' });

@ObjectType()
@Authority('PUBLIC')
export class Certificate {
  @Field(() => ID) id: string;
  @Field(() => String) kind: string;
  @Field(() => Int, { nullable: true }) stars: number | null;
  @Field(() => String, { nullable: true }) number: string | null;
  @Field(() => String, { nullable: true }) issuer: string | null;
  @Field(() => LocalDate) issuedOn: string;
  @Field(() => LocalDate, { nullable: true }) expiresOn: string | null;
  @Field(() => CertificateState, { description: 'Derived from dates today, never typed by anybody.' }) state: CertificateStatus;
  @Field(() => String, { nullable: true, description: 'The scan, for its own people and the Alliance.' }) fileUrl: string | null;
  @Field(() => ID, { nullable: true }) productId: string | null;
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => String) holderName: string;
  @Field(() => String, { nullable: true, description: 'Of the product the paper is for; none for the organization itself.' })
  productName: string | null;
}

@InputType()
export class CertificateDeclareInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID, { nullable: true }) productId?: string | null;
  @Field(() => String) kind: string;
  @Field(() => Int, { nullable: true }) stars?: number | null;
  @Field(() => String, { nullable: true }) number?: string | null;
  @Field(() => String, { nullable: true }) issuer?: string | null;
  @Field(() => LocalDate) issuedOn: string;
  @Field(() => LocalDate, { nullable: true }) expiresOn?: string | null;
  @Field(() => ID, { nullable: true }) fileId?: string | null;
}

export const CertificateResult = resultUnion('CertificateResult', () => [Certificate, Refused] as const);

import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CERTIFICATE_STATUSES, type CertificateStatus } from '@lienket/domain';
import { Authority } from '../../platform/auth/authority.js';
import { Refused } from '../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { connectionOf } from '../../platform/graphql/keyset.js';
import { resultUnion } from '../../platform/graphql/refusal.js';
import { LocalDate } from '../../platform/graphql/scalars.js';

export const CertificateState = enumOf<CertificateStatus>(CERTIFICATE_STATUSES);
registerEnumType(CertificateState, { name: 'CertificateState' });

@ObjectType()
@Authority('PUBLIC')
export class Certificate {
  @Field(() => ID) id: string;
  @Field(() => String) kind: string;
  @Field(() => Int, { nullable: true }) stars: number | null;
  @Field(() => String, { nullable: true, description: 'Points of 100 as a decimal, for its own people and the Alliance.' })
  score: string | null;
  @Field(() => String, { nullable: true }) criteriaVersion: string | null;
  @Field(() => String, { nullable: true }) number: string | null;
  @Field(() => LocalDate, { nullable: true }) decidedOn: string | null;
  @Field(() => String, { nullable: true }) issuer: string | null;
  @Field(() => String, { nullable: true, description: 'DISTRICT (until 30/6/2025), PROVINCE or CENTRAL.' })
  issuerLevel: string | null;
  @Field(() => String, { nullable: true }) legalBasis: string | null;
  @Field(() => LocalDate) issuedOn: string;
  @Field(() => LocalDate, { nullable: true }) expiresOn: string | null;
  @Field(() => CertificateState, { description: 'Derived from dates today, never typed by anybody.' }) state: CertificateStatus;
  @Field(() => Int, { nullable: true, description: 'To the last day, which is 0; negative once over.' }) daysLeft: number | null;
  @Field(() => String, { nullable: true }) returnReason: string | null;
  @Field(() => LocalDate, { nullable: true }) revokedOn: string | null;
  @Field(() => String, { nullable: true }) revokeReason: string | null;
  @Field(() => String, { nullable: true }) revokeFileUrl: string | null;
  @Field(() => ID, { nullable: true, description: 'The newer paper in its place.' }) supersededBy: string | null;
  @Field(() => String, { nullable: true, description: 'The scan, for its own people and the Alliance.' }) fileUrl: string | null;
  @Field(() => ID, { nullable: true }) productId: string | null;
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => String) holderName: string;
  @Field(() => String, { nullable: true, description: 'Of the product the paper is for; none for the organization itself.' })
  productName: string | null;
}

@ObjectType({ description: 'A kind of paper, and how long it holds when issued today.' })
@Authority('PUBLIC')
export class CertificateKindInfo {
  @Field(() => ID) code: string;
  @Field(() => String) name: string;
  @Field(() => String, { description: 'PRODUCT, ORGANIZATION or EITHER.' }) scope: string;
  @Field(() => Int, { nullable: true }) months: number | null;
  @Field(() => Boolean, { description: 'The last day is computed; otherwise the printed one is typed.' }) isTermFixed: boolean;
}

@ObjectType({ description: 'How many papers that hold end within so many days.' })
@Authority('certificate.verify')
export class CertificateExpiryStep {
  @Field(() => Int) days: number;
  @Field(() => Int) count: number;
}

@ObjectType()
@Authority('certificate.verify')
export class CertificateExpiry {
  @Field(() => [CertificateExpiryStep]) steps: CertificateExpiryStep[];
  @Field(() => Int, { description: 'Ended and not replaced.' }) expired: number;
}

export const CertificateConnection = connectionOf('Certificate', Certificate, 'certificate.verify');

@InputType()
export class CertificateDeclareInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID, { nullable: true }) productId?: string | null;
  @Field(() => String) kind: string;
  @Field(() => Int, { nullable: true }) stars?: number | null;
  @Field(() => String, { nullable: true, description: 'Points of 100, such as "72,5"; must be worth the stars.' })
  score?: string | null;
  @Field(() => String, { nullable: true }) criteriaVersion?: string | null;
  @Field(() => String, { nullable: true }) number?: string | null;
  @Field(() => LocalDate, { nullable: true }) decidedOn?: string | null;
  @Field(() => String, { nullable: true }) issuer?: string | null;
  @Field(() => String, { nullable: true }) issuerLevel?: string | null;
  @Field(() => String, { nullable: true }) legalBasis?: string | null;
  @Field(() => LocalDate) issuedOn: string;
  @Field(() => LocalDate, { nullable: true }) expiresOn?: string | null;
  @Field(() => ID, { nullable: true }) fileId?: string | null;
}

@InputType()
export class CertificateCorrectInput extends CertificateDeclareInput {
  @Field(() => ID) id: string;
}

@InputType()
export class CertificateActionInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => String, { nullable: true, description: 'Needed to return or revoke.' }) reason?: string | null;
  @Field(() => ID, { nullable: true, description: 'The document that revokes.' }) fileId?: string | null;
}

export const CertificateResult = resultUnion('CertificateResult', () => [Certificate, Refused] as const);

import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { SIGNING_ORDERS } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { Refused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, LocalDate } from '../../../platform/graphql/scalars.js';

export const SigningOrder = enumOf(SIGNING_ORDERS);
registerEnumType(SigningOrder, { name: 'SigningOrder' });
export const SigningRoundState = enumOf(['OPEN', 'COMPLETED', 'REFUSED', 'LAPSED']);
registerEnumType(SigningRoundState, { name: 'SigningRoundState' });
export const SignedDocument = enumOf(['MOU', 'CONTRACT']);
registerEnumType(SignedDocument, { name: 'SignedDocument' });

@ObjectType({ description: 'One time of going round for signatures.' })
@Authority('PARTIES')
export class SigningRound {
  @Field(() => Int) roundNo: number;
  @Field(() => SigningRoundState) state: keyof typeof SigningRoundState;
  @Field(() => SigningOrder) signingOrder: keyof typeof SigningOrder;
  @Field(() => Boolean) requireCode: boolean;
  @Field(() => LocalDate, { nullable: true }) expiresOn: string | null;
  @Field(() => Instant) openedAt: Date;
  @Field(() => Instant, { nullable: true }) closedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was refused.' }) reason: string | null;
  @Field(() => String) documentSha256: string;
  @Field(() => String, {
    nullable: true,
    description: 'The paper to sign; null until it is made, and for those who are no party.',
  })
  paperUrl: string | null;
  @Field(() => [ID], { description: 'Whose turn it is while the round is open.' }) turnOrgIds: string[];
}

@ObjectType({ description: 'One entry of the log of signing; nothing is ever taken out of it.' })
@Authority('PARTIES')
export class SigningEvidence {
  @Field(() => String) kind: string;
  @Field(() => String, { nullable: true }) method: string | null;
  @Field(() => Int, { nullable: true }) roundNo: number | null;
  @Field(() => String, { nullable: true }) organizationName: string | null;
  @Field(() => String, { nullable: true }) personName: string | null;
  @Field(() => String, { nullable: true }) documentSha256: string | null;
  @Field(() => Instant) at: Date;
}

@ObjectType({ description: 'The file as it lies in the store today, against the fingerprint kept with the document.' })
@Authority('PARTIES')
export class DocumentCheck {
  @Field(() => String) sha256: string;
  @Field(() => Boolean) matches: boolean;
  @Field(() => Int) byteLength: number;
  @Field(() => Instant) checkedAt: Date;
}

@InputType()
export class SigningCodeInput {
  @Field(() => String) clientKey: string;
  @Field(() => SignedDocument) document: keyof typeof SignedDocument;
  @Field(() => ID) id: string;
}

@ObjectType({ description: 'A code is on its way; where to, with the middle of the address hidden.' })
@Authority('PARTIES')
export class SigningCodeAsked {
  @Field(() => ID) id: string;
  @Field(() => String) sentTo: string;
}

export const SigningCodeResult = resultUnion('SigningCodeResult', () => [SigningCodeAsked, Refused, VersionConflict] as const);

@InputType()
export class SignWithPdfInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => ID) fileId: string;
}

import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LADDER_RUNGS, LINE_PRICE_PRINCIPLES } from '@lienket/domain';
import { Authority } from '../../platform/auth/authority.js';
import { enumOf } from '../../platform/graphql/enum-of.js';
import { Instant, LocalDate, QuantityScalar } from '../../platform/graphql/scalars.js';
import { OrganizationRef } from '../registry/index.js';

export const MouStatus = enumOf(['DRAFT', 'SIGNING', 'SIGNED', 'IN_FORCE', 'SUSPENDED', 'CLOSED', 'EXPIRED', 'LAPSED']);
registerEnumType(MouStatus, { name: 'MouStatus' });
export const PartyRole = enumOf(['SELLER', 'BUYER', 'BANK', 'WITNESS']);
registerEnumType(PartyRole, { name: 'PartyRole' });
export const PricePrinciple = enumOf(['FIXED', 'FLOOR', 'MARKET', 'INDEXED', 'PER_ORDER']);
registerEnumType(PricePrinciple, { name: 'PricePrinciple' });
export const LinePricePrinciple = enumOf(LINE_PRICE_PRINCIPLES);
registerEnumType(LinePricePrinciple, { name: 'LinePricePrinciple' });
export const Rung = enumOf(LADDER_RUNGS);
registerEnumType(Rung, { name: 'Rung' });
export const RungState = enumOf(['REACHED', 'SKIPPED', 'NOT_REACHED', 'NOT_COMPUTABLE']);
registerEnumType(RungState, { name: 'RungState' });
export const NextActor = enumOf(['ALLIANCE', 'BUYER', 'SELLER', 'BOTH', 'NONE']);
registerEnumType(NextActor, { name: 'NextActor' });
export const RealisationKind = enumOf(['NOT_QUANTIFIED', 'NOT_IN_SEASON', 'MEASURED']);
registerEnumType(RealisationKind, { name: 'RealisationKind' });

@ObjectType()
@Authority('PARTIES')
export class RungMark {
  @Field(() => Rung) code: keyof typeof Rung;
  @Field(() => RungState) state: keyof typeof RungState;
  @Field(() => Instant, { nullable: true }) reachedAt: Date | null;
  @Field(() => String, { nullable: true }) grade: string | null;
}

@ObjectType({
  description:
    'Realisation from accepted goods only. `basisPoints` is null unless MEASURED; unquantified agreements are never 0 %.',
})
@Authority('PARTIES')
export class Realisation {
  @Field(() => RealisationKind) kind: keyof typeof RealisationKind;
  @Field(() => Int, { nullable: true }) basisPoints: number | null;
  @Field(() => Int, { nullable: true, description: 'From evidence of grade A alone.' }) basisPointsA: number | null;
  @Field(() => Int, { nullable: true, description: 'From evidence of grades A and B.' }) basisPointsAB: number | null;
  @Field(() => String, { nullable: true }) weighting: string | null;
  @Field(() => Int) quantifiedLines: number;
  @Field(() => Int) totalLines: number;
}

@ObjectType()
@Authority('PARTIES')
export class NextMove {
  @Field(() => NextActor) actor: keyof typeof NextActor;
  @Field(() => String) step: string;
  @Field(() => Instant) since: Date;
}

@ObjectType({ description: 'A signature in an uploaded PDF, described. The platform checks no list of issuers.' })
@Authority('PARTIES')
export class PdfSignatureNote {
  @Field(() => String, { nullable: true }) signerName: string | null;
  @Field(() => String, { nullable: true }) issuerName: string | null;
  @Field(() => Instant, { nullable: true, description: 'By the signer’s own clock.' }) signedAt: Date | string | null;
  @Field(() => Instant, { nullable: true }) certificateFrom: Date | string | null;
  @Field(() => Instant, { nullable: true }) certificateTo: Date | string | null;
  @Field(() => Boolean, { nullable: true }) certificateValidThen: boolean | null;
  @Field(() => Boolean) coversWholeFile: boolean;
  @Field(() => Boolean) intact: boolean;
  @Field(() => Boolean, { description: 'The signed bytes begin with the paper of the round.' }) startsWithOurs: boolean;
}

@ObjectType()
@Authority('PARTIES')
export class Signature {
  @Field(() => String) method: string;
  @Field(() => LocalDate) signedOn: string;
  @Field(() => String, { nullable: true }) signedByName: string | null;
  @Field(() => String, { nullable: true }) attestedByName: string | null;
  @Field(() => String, { nullable: true }) countersignedByName: string | null;
  @Field(() => String) documentSha256: string;
  @Field(() => Instant) recordedAt: Date;
  @Field(() => Boolean) complete: boolean;
  @Field(() => String, { nullable: true, description: 'The uploaded PDF; for the parties.' }) fileUrl: string | null;
  @Field(() => [PdfSignatureNote], {
    nullable: true,
    description: 'What the signatures in it say of themselves; not vouched for.',
  })
  inspection: PdfSignatureNote[] | null;
}

@ObjectType()
@Authority('PARTIES')
export class MouParty {
  @Field(() => ID) id: string;
  @Field(() => OrganizationRef) organization: OrganizationRef;
  @Field(() => PartyRole) role: keyof typeof PartyRole;
  @Field(() => Boolean) mustSign: boolean;
  @Field(() => String, { nullable: true }) representative: string | null;
  @Field(() => Signature, { nullable: true }) signature: Signature | null;
}

@ObjectType({ description: 'The numbers of a line, in its base unit; each is a sum of ledger entries.' })
@Authority('PARTIES')
export class LineNumbers {
  @Field(() => QuantityScalar, { nullable: true }) committed: string | null;
  @Field(() => QuantityScalar) calledOff: string;
  @Field(() => QuantityScalar) dispatched: string;
  @Field(() => QuantityScalar) accepted: string;
  @Field(() => QuantityScalar) rejected: string;
  @Field(() => QuantityScalar, { description: 'Of the accepted: outside the system, proven by both sides and a document.' })
  acceptedB: string;
  @Field(() => QuantityScalar, { description: 'Of the accepted: outside the system, the word of one side.' }) acceptedC: string;
}

@ObjectType()
@Authority('PARTIES')
export class DiaryDatum {
  @Field(() => String) key: string;
  @Field(() => String) value: string;
}

@ObjectType()
@Authority('PARTIES')
export class DiaryEntry {
  @Field(() => Instant) at: Date;
  @Field(() => String) action: string;
  @Field(() => String, { nullable: true }) actorName: string | null;
  @Field(() => String, { nullable: true }) organizationName: string | null;
  @Field(() => [DiaryDatum]) data: DiaryDatum[];
}

import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MOU_OUTCOMES, PROPOSAL_KINDS } from '@lienket/domain';
import { Authority } from '../../../platform/auth/authority.js';
import { Refused, RowsRefused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, LocalDate, QuantityScalar, VND } from '../../../platform/graphql/scalars.js';
import { OrganizationRef } from '../../registry/index.js';
import { SchedulePeriod, SchedulePeriodInput } from '../contract.graphql.js';
import { SignedDocument } from '../signing/signing.graphql.js';

export const ProposalKind = enumOf(PROPOSAL_KINDS);
registerEnumType(ProposalKind, { name: 'ProposalKind' });
export const ProposalState = enumOf(['OPEN', 'AGREED', 'DECLINED', 'WITHDRAWN']);
registerEnumType(ProposalState, { name: 'ProposalState' });
export const ProposalAnswerKind = enumOf(['CONSENT', 'OBJECT']);
registerEnumType(ProposalAnswerKind, { name: 'ProposalAnswerKind' });
export const MouOutcome = enumOf(MOU_OUTCOMES);
registerEnumType(MouOutcome, { name: 'MouOutcome' });

@ObjectType({ description: 'What a line promises; a memorandum has a target alone.' })
@Authority('PARTIES')
export class LineTerms {
  @Field(() => QuantityScalar, { nullable: true }) min: string | null;
  @Field(() => QuantityScalar, { nullable: true }) target: string | null;
  @Field(() => QuantityScalar, { nullable: true }) max: string | null;
  @Field(() => VND, { nullable: true, description: 'Only for the parties.' }) unitPrice: bigint | null;
  @Field(() => [SchedulePeriod]) schedule: SchedulePeriod[];
}

@ObjectType()
@Authority('PARTIES')
export class AmendedLine {
  @Field(() => ID) lineId: string;
  @Field(() => String) description: string;
  @Field(() => String) baseUnit: string;
  @Field(() => LineTerms) before: LineTerms;
  @Field(() => LineTerms) after: LineTerms;
}

@ObjectType()
@Authority('PARTIES')
export class ChangedTerm {
  @Field(() => String) field: string;
  @Field(() => String, { nullable: true }) before: string | null;
  @Field(() => String, { nullable: true }) after: string | null;
}

@ObjectType()
@Authority('PARTIES')
export class ProposalAnswer {
  @Field(() => OrganizationRef) organization: OrganizationRef;
  @Field(() => String) personName: string;
  @Field(() => ProposalAnswerKind) answer: keyof typeof ProposalAnswerKind;
  @Field(() => String, { nullable: true }) reason: string | null;
  @Field(() => Instant) at: Date;
}

@ObjectType({ description: 'An annex, a pause or an end, put to the parties of a signed document.' })
@Authority('PARTIES')
export class AgreementProposal {
  @Field(() => ID) id: string;
  @Field(() => Int) proposalNo: number;
  @Field(() => Int, { nullable: true, description: 'The number of an agreed annex.' }) amendmentNo: number | null;
  @Field(() => ProposalKind) kind: keyof typeof ProposalKind;
  @Field(() => ProposalState) state: keyof typeof ProposalState;
  @Field(() => String) reason: string;
  @Field(() => [String]) reasonNames: string[];
  @Field(() => MouOutcome, { nullable: true }) outcome: keyof typeof MouOutcome | null;
  @Field(() => LocalDate, { nullable: true, description: 'Last day to object, or of notice.' }) untilOn: string | null;
  @Field(() => Boolean, { description: 'The Alliance acted on a document.' }) byDocument: boolean;
  @Field(() => String, { nullable: true }) fileUrl: string | null;
  @Field(() => OrganizationRef) proposedBy: OrganizationRef;
  @Field(() => Instant) proposedAt: Date;
  @Field(() => Instant, { nullable: true }) decidedAt: Date | null;
  @Field(() => [ChangedTerm]) terms: ChangedTerm[];
  @Field(() => [AmendedLine]) lines: AmendedLine[];
  @Field(() => [ProposalAnswer]) answers: ProposalAnswer[];
  @Field(() => [OrganizationRef], { description: 'Whose word is still awaited.' }) awaited: OrganizationRef[];
  @Field(() => Boolean) mayAnswer: boolean;
  @Field(() => Boolean) mayWithdraw: boolean;
}

@ObjectType({ description: 'A line as it was signed and after each agreed annex.' })
@Authority('PARTIES')
export class LineVersion {
  @Field(() => ID) lineId: string;
  @Field(() => Int, { description: '0 is what was signed.' }) amendmentNo: number;
  @Field(() => QuantityScalar, { nullable: true }) target: string | null;
}

@ObjectType({ description: 'The later life of a signed document.' })
@Authority('PARTIES')
export class AgreementLife {
  @Field(() => [AgreementProposal], { description: 'The newest first.' }) proposals: AgreementProposal[];
  @Field(() => [LineVersion], { description: 'Only lines that an annex changed.' }) versions: LineVersion[];
  @Field(() => [ProposalKind], { description: 'What the reader may propose now.' }) mayPropose: (keyof typeof ProposalKind)[];
  @Field(() => MouOutcome, { nullable: true, description: 'What the accepted goods suggest as the outcome.' })
  suggestedOutcome: keyof typeof MouOutcome | null;
  @Field(() => Boolean) mayRenew: boolean;
}

@ObjectType({ description: 'Why an agreement ended.' })
@Authority('SIGNED_IN')
export class ClosingReason {
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => [MouOutcome]) outcomes: (keyof typeof MouOutcome)[];
}

@InputType()
export class AmendedLineInput {
  @Field(() => ID) lineId: string;
  @Field(() => QuantityScalar, { nullable: true }) minQty?: string | null;
  @Field(() => QuantityScalar, { nullable: true }) targetQty?: string | null;
  @Field(() => QuantityScalar, { nullable: true }) maxQty?: string | null;
  @Field(() => VND, { nullable: true }) unitPrice?: bigint | null;
  @Field(() => [SchedulePeriodInput], { nullable: true, description: 'The whole new schedule; left out, it stays.' })
  schedule?: SchedulePeriodInput[] | null;
}

@InputType()
export class AgreementProposeInput {
  @Field(() => String) clientKey: string;
  @Field(() => SignedDocument) document: keyof typeof SignedDocument;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => ProposalKind) kind: keyof typeof ProposalKind;
  @Field(() => String) reason: string;
  @Field(() => [String], { nullable: true }) reasonCodes?: string[] | null;
  @Field(() => MouOutcome, { nullable: true }) outcome?: keyof typeof MouOutcome | null;
  @Field(() => ID, { nullable: true }) fileId?: string | null;
  @Field(() => [AmendedLineInput], { nullable: true }) lines?: AmendedLineInput[] | null;
  @Field(() => LocalDate, { nullable: true }) validTo?: string | null;
  @Field(() => String, { nullable: true }) qualityTerms?: string | null;
  @Field(() => Int, { nullable: true }) toleranceBp?: number | null;
  @Field(() => Int, { nullable: true }) paymentTermDays?: number | null;
}

@InputType()
export class AgreementAnswerInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => ProposalAnswerKind) answer: keyof typeof ProposalAnswerKind;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

@InputType()
export class AgreementWithdrawInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
}

@InputType({ description: 'Carries a memorandum on as a new draft, linked to it.' })
export class MouRenewInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
}

export const AgreementProposalResult = resultUnion(
  'AgreementProposalResult',
  () => [AgreementProposal, Refused, VersionConflict, RowsRefused] as const,
);

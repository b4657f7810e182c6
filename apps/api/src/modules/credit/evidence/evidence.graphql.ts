import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Authority } from '../../../platform/auth/authority.js';
import { Refused, VersionConflict } from '../../../platform/graphql/domain-error.graphql.js';
import { enumOf } from '../../../platform/graphql/enum-of.js';
import { resultUnion } from '../../../platform/graphql/refusal.js';
import { Instant, LocalDate, QuantityScalar, VND } from '../../../platform/graphql/scalars.js';
import * as view from './evidence.view.js';

export const EvidenceScope = enumOf(view.EVIDENCE_SCOPES);
registerEnumType(EvidenceScope, { name: 'EvidenceScope' });
export const EvidenceConsentStatus = enumOf(view.CONSENT_STATES);
registerEnumType(EvidenceConsentStatus, { name: 'EvidenceConsentStatus' });
export const EvidenceForm = enumOf(view.EVIDENCE_FORMS);
registerEnumType(EvidenceForm, { name: 'EvidenceForm' });

@ObjectType()
@Authority('PARTIES')
export class EvidencePackRef {
  @Field(() => ID) id: string;
  @Field(() => Instant) cutOff: string;
  @Field(() => String, { description: 'SHA-256 of the figures.' }) sha256: string;
}

@ObjectType({ description: 'Somebody of the bank looked.' })
@Authority('PARTIES')
export class EvidenceLook {
  @Field(() => ID) id: string;
  @Field(() => EvidenceForm) form: view.EvidenceFormName;
  @Field(() => String) by: string;
  @Field(() => Instant) at: string;
}

@ObjectType({ description: "A cooperative's word to the bank of one agreement." })
@Authority('PARTIES')
export class EvidenceConsent {
  @Field(() => ID) id: string;
  @Field(() => EvidenceConsentStatus) status: view.ConsentView['status'];
  @Field(() => Boolean, { description: 'The bank may look today.' }) isLive: boolean;
  @Field(() => Boolean) isExpired: boolean;
  @Field(() => [EvidenceScope]) askedScopes: view.ConsentView['askedScopes'];
  @Field(() => String, { nullable: true, description: "The bank's reason." }) askedFor: string | null;
  @Field(() => Instant, { nullable: true }) askedAt: string | null;
  @Field(() => [EvidenceScope]) scopes: view.ConsentView['scopes'];
  @Field(() => LocalDate, { nullable: true }) periodFrom: string | null;
  @Field(() => LocalDate, { nullable: true, description: 'The last day of looking.' }) expiresOn: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => Instant, { nullable: true }) decidedAt: string | null;
  @Field(() => Instant, { nullable: true }) endedAt: string | null;
  @Field(() => [EvidencePackRef]) packs: EvidencePackRef[];
  @Field(() => [EvidenceLook]) looks: EvidenceLook[];
  @Field(() => Int) version: number;
}

@ObjectType({ description: 'What passes between the two about one agreement, and what the reader may do.' })
@Authority('PARTIES')
export class EvidenceDesk {
  @Field(() => ID) agreementId: string;
  @Field(() => [EvidenceConsent]) consents: EvidenceConsent[];
  @Field(() => Boolean, { description: 'The reader lends; else it borrows.' }) isBank: boolean;
  @Field(() => Boolean) mayAsk: boolean;
  @Field(() => Boolean) mayGrant: boolean;
  @Field(() => Boolean, { description: 'May take back what its side gave or asked.' }) mayManage: boolean;
  @Field(() => Boolean) mayOpen: boolean;
  @Field(() => Int) maxDays: number;
  @Field(() => LocalDate) suggestedFrom: string;
}

@ObjectType()
@Authority('PARTIES')
export class EvidenceUnitQty {
  @Field(() => String) unit: string;
  @Field(() => QuantityScalar) qty: string;
}

@ObjectType()
@Authority('PARTIES')
export class EvidenceMonth {
  @Field(() => String, { description: '"2026-08"' }) month: string;
  @Field(() => [EvidenceUnitQty]) quantities: EvidenceUnitQty[];
  @Field(() => VND) value: string;
}

@ObjectType()
@Authority('PARTIES')
export class EvidenceGoods {
  @Field(() => String) name: string;
  @Field(() => String) unit: string;
  @Field(() => QuantityScalar) accepted: string;
  @Field(() => QuantityScalar) rejected: string;
  @Field(() => VND) value: string;
}

@ObjectType({ description: 'Goods that buyers accepted; before VAT.' })
@Authority('PARTIES')
export class EvidenceDeliveries {
  @Field(() => Int) lines: number;
  @Field(() => Int) buyers: number;
  @Field(() => VND) value: string;
  @Field(() => [EvidenceMonth]) months: EvidenceMonth[];
  @Field(() => [EvidenceGoods]) goods: EvidenceGoods[];
}

@ObjectType({ description: 'What was due and paid; with VAT.' })
@Authority('PARTIES')
export class EvidencePayments {
  @Field(() => Int) requests: number;
  @Field(() => VND) invoiced: string;
  @Field(() => VND) paid: string;
  @Field(() => VND) open: string;
  @Field(() => VND) overdue: string;
  @Field(() => Int, { description: 'Paid in full: the denominator of both numbers of days.' }) settled: number;
  @Field(() => Number, { nullable: true }) medianPromisedDays: number | null;
  @Field(() => Number, { nullable: true }) medianRealDays: number | null;
  @Field(() => Int, { description: 'Due or settled by the cut-off: the denominator of those in time.' }) due: number;
  @Field(() => Int) onTime: number;
}

@ObjectType({ description: 'Confirmed and not delivered yet; before VAT.' })
@Authority('PARTIES')
export class EvidenceOpenOrders {
  @Field(() => Int) orders: number;
  @Field(() => Int) buyers: number;
  @Field(() => VND) value: string;
  @Field(() => [EvidenceMonth]) months: EvidenceMonth[];
}

@ObjectType()
@Authority('PARTIES')
export class EvidenceFigures {
  @Field(() => LocalDate) periodFrom: string;
  @Field(() => EvidenceDeliveries, { nullable: true, description: 'Null where the consent does not cover it.' })
  deliveries: EvidenceDeliveries | null;
  @Field(() => EvidencePayments, { nullable: true }) payments: EvidencePayments | null;
  @Field(() => EvidenceOpenOrders, { nullable: true }) openOrders: EvidenceOpenOrders | null;
}

@ObjectType({ description: 'Figures frozen at a cut-off, with their hash.' })
@Authority('PARTIES')
export class EvidencePack extends EvidencePackRef {
  @Field(() => ID) consentId: string;
  @Field(() => String) borrower: string;
  @Field(() => String) bank: string;
  @Field(() => String) agreementNumber: string;
  @Field(() => LocalDate) expiresOn: string;
  @Field(() => Boolean) isDemo: boolean;
  @Field(() => EvidenceFigures) content: EvidenceFigures;
}

export const EvidenceDeskResult = resultUnion('EvidenceDeskResult', () => [EvidenceDesk, Refused, VersionConflict] as const);
export const EvidencePackResult = resultUnion('EvidencePackResult', () => [EvidencePack, Refused, VersionConflict] as const);

@InputType()
export class EvidenceAskInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) agreementId: string;
  @Field(() => [EvidenceScope]) scopes: view.ConsentView['scopes'];
  @Field(() => String, { nullable: true, description: 'What the figures are for.' }) note?: string | null;
}

@InputType()
export class EvidenceGrantInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) agreementId: string;
  @Field(() => [EvidenceScope]) scopes: view.ConsentView['scopes'];
  @Field(() => LocalDate) periodFrom: string;
  @Field(() => LocalDate) expiresOn: string;
}

@InputType()
export class EvidenceConsentInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class EvidenceOpenInput {
  @Field(() => String) clientKey: string;
  @Field(() => ID) consentId: string;
}

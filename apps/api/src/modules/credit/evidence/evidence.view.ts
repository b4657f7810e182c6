import { CONSENT_STATES, type ConsentState, EVIDENCE_SCOPES, type EvidencePack, type EvidenceScope } from '@lienket/domain';

export { CONSENT_STATES, EVIDENCE_SCOPES };
export const EVIDENCE_FORMS = ['SCREEN', 'JSON', 'PDF'] as const;
export type EvidenceFormName = (typeof EVIDENCE_FORMS)[number];

export interface PackRefView {
  readonly id: string;
  readonly cutOff: string;
  readonly sha256: string;
}

export interface LookView {
  readonly id: string;
  readonly form: EvidenceFormName;
  readonly by: string;
  readonly at: string;
}

export interface ConsentView {
  readonly id: string;
  readonly status: ConsentState;
  /** Granted, and its last day not over. */
  readonly isLive: boolean;
  readonly isExpired: boolean;
  readonly askedScopes: EvidenceScope[];
  readonly askedFor: string | null;
  readonly askedAt: string | null;
  readonly scopes: EvidenceScope[];
  readonly periodFrom: string | null;
  readonly expiresOn: string | null;
  readonly note: string | null;
  readonly decidedAt: string | null;
  readonly endedAt: string | null;
  readonly packs: PackRefView[];
  readonly looks: LookView[];
  readonly version: number;
}

/** What passes between the two about one agreement, and what the reader may do. */
export interface EvidenceDeskView {
  readonly agreementId: string;
  readonly consents: ConsentView[];
  /** The reader lends; else it borrows. */
  readonly isBank: boolean;
  readonly mayAsk: boolean;
  readonly mayGrant: boolean;
  /** Taking back, answering, refreshing. */
  readonly mayManage: boolean;
  readonly mayOpen: boolean;
  readonly maxDays: number;
  readonly suggestedFrom: string;
}

export interface PackView extends PackRefView {
  readonly consentId: string;
  readonly borrower: string;
  readonly borrowerTaxCode: string | null;
  readonly bank: string;
  readonly agreementNumber: string;
  readonly expiresOn: string;
  readonly isDemo: boolean;
  readonly content: EvidencePack;
}

export interface AskCommand {
  readonly clientKey: string;
  readonly agreementId: string;
  readonly scopes: readonly EvidenceScope[];
  readonly note?: string | null;
}
export interface GrantCommand {
  readonly clientKey: string;
  readonly agreementId: string;
  readonly scopes: readonly EvidenceScope[];
  readonly periodFrom: string;
  readonly expiresOn: string;
}
export interface ConsentCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly note?: string | null;
}
export interface OpenCommand {
  readonly clientKey: string;
  readonly consentId: string;
}

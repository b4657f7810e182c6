import type { SigningOrder } from '@lienket/domain';

export interface SigningRoundView {
  readonly roundNo: number;
  readonly state: 'OPEN' | 'COMPLETED' | 'REFUSED' | 'LAPSED';
  readonly signingOrder: SigningOrder;
  readonly requireCode: boolean;
  readonly expiresOn: string | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly reason: string | null;
  readonly documentSha256: string;
  readonly paperUrl: string | null;
  readonly turnOrgIds: string[];
}

export interface SigningEvidenceView {
  readonly kind: string;
  readonly method: string | null;
  readonly roundNo: number | null;
  readonly organizationName: string | null;
  readonly personName: string | null;
  readonly documentSha256: string | null;
  readonly at: Date;
}

export interface DocumentCheckView {
  readonly sha256: string;
  readonly matches: boolean;
  readonly byteLength: number;
  readonly checkedAt: Date;
}

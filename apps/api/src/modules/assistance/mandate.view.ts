import type { AssistedActState, MandateScope, MandateState, MandateWay } from '@lienket/domain';
import type { OrganizationRefView } from '../registry/index.js';

export { ASSISTED_ACT_STATES, MANDATE_STATES, MANDATE_WAYS } from '@lienket/domain';

interface Keyed {
  readonly clientKey: string;
}
export interface MandateGive extends Keyed {
  readonly scopes: readonly MandateScope[];
  readonly reason: string;
  readonly startsOn: string;
  readonly endsOn: string;
}
export interface MandateRecord extends MandateGive {
  readonly orgId: string;
  readonly way: 'PHONE' | 'PAPER';
  readonly givenBy: string;
  readonly evidenceFileId?: string | null;
}
export interface MandateAct extends Keyed {
  readonly id: string;
  readonly version: number;
  readonly reason?: string | null;
}
export interface ActsConfirm extends Keyed {
  readonly ids: readonly string[];
}
export interface ActWords extends Keyed {
  readonly id: string;
  readonly version: number;
  readonly words: string;
}

export interface MandateView {
  readonly id: string;
  readonly organization: OrganizationRefView;
  readonly scopes: MandateScope[];
  readonly way: MandateWay;
  readonly state: MandateState;
  readonly reason: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly givenBy: string | null;
  readonly evidence: { readonly id: string; readonly name: string } | null;
  readonly recordedBy: string;
  readonly createdAt: Date;
  readonly checkedBy: string | null;
  readonly checkedAt: Date | null;
  readonly revokedBy: string | null;
  readonly revokedAt: Date | null;
  readonly revokeReason: string | null;
  readonly acts: number;
  readonly waitingActs: number;
  readonly deniedActs: number;
  readonly mayUse: boolean;
  readonly mayCheck: boolean;
  readonly mayRevoke: boolean;
  readonly version: number;
}

export interface MandateQuestion {
  readonly orgId?: string | null;
  /** Only those by which somebody may act today. */
  readonly live?: boolean | null;
}

export interface AssistedActView {
  readonly id: string;
  readonly mandateId: string;
  readonly organization: OrganizationRefView;
  readonly officer: string;
  readonly operation: string;
  readonly action: string;
  readonly entityType: string;
  readonly entityId: string;
  /** "DH-2026-000012", "Na dai Chi Lăng": as the document calls itself; null for one without a name. */
  readonly title: string | null;
  /** The document's address in the app; null where it has none. */
  readonly link: string | null;
  readonly state: AssistedActState;
  readonly at: Date;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
  readonly reason: string | null;
  readonly settledBy: string | null;
  readonly settledAt: Date | null;
  readonly settledNote: string | null;
  readonly mayAnswer: boolean;
  readonly maySettle: boolean;
  readonly version: number;
}

export interface ActQuestion {
  readonly orgId?: string | null;
  readonly mandateId?: string | null;
  readonly state?: readonly AssistedActState[] | null;
}

/** What a document says of itself: who did this in the seller's name. */
export interface StampView {
  readonly id: string;
  readonly officer: string;
  readonly operation: string;
  readonly at: Date;
  readonly state: AssistedActState;
}

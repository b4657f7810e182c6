import type { LocalDate } from '../shared/calendar-date.js';
import { accept, refuse, type Result } from '../shared/result.js';

/** A party of a document; witnesses are usually not mandatory. */
export interface SignatoryParty {
  readonly orgId: string;
  readonly mandatory: boolean;
}

export interface Signature {
  readonly orgId: string;
  readonly signedOn: LocalDate;
}

export interface SigningProgress {
  readonly complete: boolean;
  /** Mandatory organizations that have not signed yet. */
  readonly missingOrgIds: readonly string[];
  /** The day of the last mandatory signature; null until complete. */
  readonly signedOn: LocalDate | null;
}

export interface SamePersonRefusal {
  readonly code: 'SAME_PERSON';
  readonly userId: string;
}

/** A document without any mandatory party is never complete. When an organization signed twice, its first signature counts. */
export function signingProgress(parties: readonly SignatoryParty[], signatures: readonly Signature[]): SigningProgress {
  const mandatory = [...new Set(parties.filter((p) => p.mandatory).map((p) => p.orgId))];
  const days = mandatory.map((orgId) => ({
    orgId,
    signedOn: signatures
      .filter((s) => s.orgId === orgId)
      .map((s) => s.signedOn)
      .sort()[0],
  }));
  const missingOrgIds = days.filter((d) => d.signedOn === undefined).map((d) => d.orgId);
  const complete = mandatory.length > 0 && missingOrgIds.length === 0;
  return {
    complete,
    missingOrgIds,
    signedOn: complete
      ? (days
          .map((d) => d.signedOn!)
          .sort()
          .at(-1) ?? null)
      : null,
  };
}

export const mandatorySignaturesComplete = (parties: readonly SignatoryParty[], signatures: readonly Signature[]): boolean =>
  signingProgress(parties, signatures).complete;

/** Attesting a paper document takes two people: whoever prepared it cannot also approve it. */
export function checkAttestation(
  attestedByUserId: string,
  countersignedByUserId: string,
): Result<{ readonly attestedByUserId: string; readonly countersignedByUserId: string }, SamePersonRefusal> {
  return attestedByUserId === countersignedByUserId
    ? refuse({ code: 'SAME_PERSON', userId: attestedByUserId })
    : accept({ attestedByUserId, countersignedByUserId });
}

import { foldVietnamese } from '@lienket/domain';
import { problemOf } from '../imports/index.js';
import { registerRowMessages, type RegisterRowRefusal } from './register-row.messages.js';
import { fits, type RegisterRowInHand, type RowPlace } from './register-sheet.js';

export interface RegisterEvent {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly heldOn: string;
  readonly boothCount: number | null;
  readonly isDemo: boolean;
}

/** A party of the register as later sheets name it. */
export interface BookParty {
  readonly place: RowPlace;
  readonly kind: string;
  readonly name: string;
  readonly representative: string | null;
  /** The organization it is or will be. */
  readonly orgId: string;
  readonly fits: boolean;
}

export interface BookAgreement {
  readonly place: RowPlace;
  readonly mouId: string;
  readonly fits: boolean;
  /** Null when it may be changed. */
  readonly closed: RegisterRowRefusal | null;
}

/** Codes are compared without case, accents and spaces. */
export const codeKey = (code: string): string => foldVietnamese(code).replace(/\s+/g, '');

/** What the sheets found so far, and helps for those that come after. */
export class RegisterBook {
  readonly parties = new Map<string, BookParty>();
  readonly agreements = new Map<string, BookAgreement>();

  constructor(
    readonly event: RegisterEvent,
    readonly batchId: string,
    readonly today: string,
  ) {}

  complain(row: RegisterRowInHand, column: string, found: string, refusal: RegisterRowRefusal): void {
    row.problems.push(problemOf(registerRowMessages, column, found, refusal));
  }

  /** A key stands once in its sheet. */
  refuseRepeats(rows: readonly RegisterRowInHand[], column: string): void {
    const first = new Map<string, number>();
    for (const row of rows) {
      const before = first.get(row.key);
      if (row.key && before !== undefined) this.complain(row, column, row.key, { code: 'KEY_TWICE', row: before });
      else first.set(row.key, row.row);
    }
  }

  /** The party of this code; an unknown one is the row's mistake, a mistaken one holds the row. */
  partyOf(row: RegisterRowInHand, column: string, code: string): BookParty | null {
    const party = this.parties.get(codeKey(code));
    if (!party) {
      this.complain(row, column, code, { code: 'PARTY_UNKNOWN', party: code });
      return null;
    }
    if (!party.fits) row.heldBy ??= party.place;
    return party;
  }

  agreementOf(row: RegisterRowInHand, column: string, registerNo: string): BookAgreement | null {
    const agreement = this.agreements.get(codeKey(registerNo));
    if (!agreement) {
      if (registerNo) this.complain(row, column, registerNo, { code: 'AGREEMENT_UNKNOWN', registerNo });
      return null;
    }
    if (!agreement.fits) row.heldBy ??= agreement.place;
    return agreement;
  }

  /** What is wrong comes before what would be done. */
  settle(rows: readonly RegisterRowInHand[], outcomeOf: (row: RegisterRowInHand) => RegisterRowInHand['outcome']): void {
    for (const row of rows) {
      row.outcome = row.problems.length > 0 ? 'ERROR' : row.heldBy ? 'HELD' : outcomeOf(row);
      if (!fits(row)) row.targetId = null;
    }
  }
}

import { Injectable } from '@nestjs/common';
import type { CreditState } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import type { ImageSpec } from '../../platform/database/row-images.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { CreditAgreement } from './credit-agreement.entity.js';
import { nextCreditNumber } from './credit-book.js';

/** What a register says of a credit agreement; what it leaves empty is null, and stays null. */
export interface RegisteredTerms {
  readonly bankOrgId: string;
  readonly borrowerOrgId: string;
  /** Whole đồng. */
  readonly amount: bigint | null;
  readonly isSecured: boolean | null;
  readonly purpose: string | null;
  readonly termMonths: number | null;
  readonly ratePrinciple: string | null;
  readonly signedOn: string | null;
}

export interface RegisteredCredit extends RegisteredTerms {
  readonly id: string;
  readonly registerNo: string;
  readonly status: CreditState;
  readonly version: number;
}

export interface CreditToSave extends RegisteredTerms {
  readonly id: string;
  readonly registerNo: string;
  /** The row's number of the version it was compared with; null when it is new. */
  readonly version: number | null;
}

/** The rows that a register's credit agreement consists of: its steps are taken by people, and then it is taken back no more. */
export const CREDIT_IMAGE: ImageSpec = { table: 'credit_agreement', children: [], counters: ['version'] };

/** Register import: every call runs in the import's own transaction. A register's day of signing is its word; people confirm it later. */
@Injectable()
export class CreditRegister {
  find(tx: Tx, eventId: string, lock: boolean): Promise<RegisteredCredit[]> {
    return tx.query<RegisteredCredit>(
      `select id, register_no as "registerNo", status, version, bank_org_id as "bankOrgId", borrower_org_id as "borrowerOrgId", amount, is_secured as "isSecured",
         purpose, term_months as "termMonths", rate_principle as "ratePrinciple", signed_on as "signedOn"
       from credit_agreement where event_id = $1 and register_no is not null order by id ${lock ? 'for update' : ''}`,
      [eventId],
    );
  }

  async save(
    tx: Tx,
    actor: Actor,
    event: { readonly id: string; readonly isDemo: boolean },
    rows: readonly CreditToSave[],
  ): Promise<void> {
    for (const { id, version, registerNo, ...terms } of rows) {
      if (version !== null) await tx.updateVersioned(CreditAgreement, id, version, terms);
      else
        await tx.insert(CreditAgreement, {
          ...{
            id,
            registerNo,
            ...terms,
            number: await nextCreditNumber(tx),
            eventId: event.id,
            status: 'RECORDED',
            sinceOn: tx.today,
          },
          ...{ recordedSide: 'ALLIANCE', recordedByOrgId: actor.orgId, recordedBy: actor.userId, isDemo: event.isDemo },
        });
    }
    await tx.auditMany(
      'credit.register',
      'credit',
      rows.map(({ id, registerNo, version }) => ({ entityId: id, data: { registerNo, corrected: version !== null } })),
    );
  }
}

import { Injectable } from '@nestjs/common';
import {
  accept,
  checkDay,
  checkDisbursement,
  type Disbursement,
  disbursedOf,
  refuse,
  type Refusal,
  type Result,
  undoDisbursement,
} from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { asSystem } from '../../platform/database/as-system.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { tidyLine } from '../../platform/text.js';
import { CreditAgreement } from './credit-agreement.entity.js';
import { type CreditRow, moved, onCredit, textOf, writesFor } from './credit-book.js';
import { CreditDisbursement } from './credit-disbursement.entity.js';
import type { CreditRefusal } from './credit.messages.js';
import { CREDIT_NOTICES, tellCredit } from './credit.notices.js';
import type { DisburseCommand, UndoCommand } from './credit.view.js';

/** The whole ledger of an agreement, oldest first; asked with the system's eyes, because the limit binds whoever writes. */
export const ledgerOf = (tx: Tx, agreementId: string): Promise<Disbursement[]> =>
  asSystem(tx, () =>
    tx.query<Disbursement>(
      'select id, amount, reverses_id as "reversesId" from credit_disbursement where agreement_id = $1 order by at, id',
      [agreementId],
    ),
  );

/** Money paid out under the granted limit: a ledger that only grows, under the agreement's lock. */
@Injectable()
export class CreditMoneyService {
  constructor(private readonly uow: UnitOfWork) {}

  disburse(actor: Actor, input: DisburseCommand): Promise<Result<string, Refusal>> {
    return onCredit(this.uow, actor, { operation: 'creditDisburse', policy: 'credit.decide', input }, async (tx, credit) => {
      const open = moved(credit, 'disburse');
      if (!open.ok) return open;
      const day = checkDay(input.on ?? tx.today, credit.sinceOn, tx.today);
      if (!day.ok) return day;
      const note = textOf(input.note);
      if (!note.ok) return note;
      const docNo = tidyLine(input.docNo) ?? null;
      const writer = await writesFor(tx, actor, credit.bankOrgId, docNo);
      if (!writer.ok) return writer;
      const rows = await ledgerOf(tx, credit.id);
      const paid = checkDisbursement(input.amount, credit.grantedAmount, rows);
      if (!paid.ok) return paid;
      const row = { amount: paid.value, paidOn: day.value, docNo, note: note.value, reversesId: null };
      await this.add(tx, actor, credit, rows, row);
      await tx.audit('credit.disburse', 'credit', credit.id, { on: day.value });
      await tellCredit(tx, CREDIT_NOTICES.disbursed, credit, { status: credit.status });
      return accept(credit.id);
    });
  }

  undo(actor: Actor, input: UndoCommand): Promise<Result<string, Refusal>> {
    const command = { operation: 'creditUndoDisbursement', policy: 'credit.decide', input } as const;
    return onCredit(this.uow, actor, command, async (tx, credit) => {
      const open = moved(credit, 'undoDisbursement');
      if (!open.ok) return open;
      const reason = textOf(input.reason);
      if (!reason.ok) return reason;
      if (!reason.value) return refuse<CreditRefusal>({ code: 'CREDIT_UNDO_REASON_MISSING' });
      const rows = await ledgerOf(tx, credit.id);
      const undone = undoDisbursement(input.disbursementId, rows);
      if (!undone.ok) return undone;
      const [own] = await tx.query('select 1 from credit_disbursement where id = $1 and by_org_id = $2', [
        undone.value.reversesId,
        actor.orgId,
      ]);
      if (!own) return refuse<CreditRefusal>({ code: 'DISBURSEMENT_UNKNOWN' });
      await this.add(tx, actor, credit, rows, { ...undone.value, paidOn: tx.today, docNo: null, note: reason.value });
      await tx.audit('credit.undo-disbursement', 'credit', credit.id, { disbursementId: undone.value.reversesId });
      await tellCredit(tx, CREDIT_NOTICES.undone, credit, { status: credit.status });
      return accept(credit.id);
    });
  }

  private async add(
    tx: Tx,
    actor: Actor,
    { id, version, bankOrgId, borrowerOrgId }: CreditRow,
    rows: readonly Disbursement[],
    row: Pick<CreditDisbursement, 'amount' | 'paidOn' | 'docNo' | 'note' | 'reversesId'>,
  ): Promise<void> {
    await tx.updateVersioned(CreditAgreement, id, version, { disbursedAmount: disbursedOf(rows) + row.amount });
    const by = { byOrgId: actor.orgId, byUser: actor.userId, at: tx.now };
    await tx.insert(CreditDisbursement, { id: newId(), agreementId: id, bankOrgId, borrowerOrgId, ...row, ...by });
  }
}

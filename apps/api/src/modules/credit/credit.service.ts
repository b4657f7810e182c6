import { Injectable } from '@nestjs/common';
import {
  accept,
  checkDay,
  checkReason,
  type CreditEnding,
  type CreditStep,
  disbursedOf,
  isEnding,
  mayConfirm,
  type PolicyAction,
  refuse,
  type Refusal,
  type Result,
} from '@lienket/domain';
import { idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { tidyLine } from '../../platform/text.js';
import { FileBook } from '../registry/index.js';
import { CreditAgreement } from './credit-agreement.entity.js';
import { type CreditRow, moved, onCredit, ownerOf, sideOf, textOf, writesFor } from './credit-book.js';
import { ledgerOf } from './credit-money.service.js';
import { CreditStepRow } from './credit-step.entity.js';
import type { CreditRefusal } from './credit.messages.js';
import { CREDIT_NOTICES, tellCredit } from './credit.notices.js';
import type { AttachCommand, CreditCommand, DecideCommand, EndCommand, StepCommand } from './credit.view.js';

interface Step {
  readonly step: CreditStep;
  readonly patch?: Partial<CreditAgreement>;
  readonly amount?: bigint | null;
  readonly reason?: string | null;
}

/** A credit agreement's way: confirmed as signed, applied for, appraised, approved, its limit granted, ended with a reason. */
@Injectable()
export class CreditService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileBook,
  ) {}

  /** The scan of the signed paper, while nobody has confirmed it yet. */
  attach(actor: Actor, input: AttachCommand): Promise<Result<string, Refusal>> {
    return onCredit(this.uow, actor, { operation: 'creditAttach', policy: 'credit.record', input }, async (tx, credit) => {
      if (credit.status !== 'RECORDED') return refuse<CreditRefusal>({ code: 'CREDIT_STATE', status: credit.status });
      // A paper names amounts: the Alliance keeps the scans of its own records alone.
      if (sideOf(actor, credit) === 'ALLIANCE' && credit.recordedSide !== 'ALLIANCE')
        return refuse<CreditRefusal>({ code: 'CREDIT_SIDE_ON_LINE' });
      const file = await this.files.attach(tx, idOf(input.fileId), actor.orgId);
      const patch = { documentFileId: file.id, attachedBy: actor.userId };
      await tx.updateVersioned(CreditAgreement, credit.id, credit.version, patch);
      await tx.audit('credit.attach', 'credit', credit.id, { sha256: file.sha256 });
      return accept(credit.id);
    });
  }

  /** The other party, or a second person of the Alliance with the scan, says that it was signed as recorded. */
  confirm(actor: Actor, input: CreditCommand): Promise<Result<string, Refusal>> {
    return onCredit(this.uow, actor, { operation: 'creditConfirm', policy: 'credit.confirm', input }, async (tx, credit) => {
      const side = sideOf(actor, credit);
      const record = { side: credit.recordedSide, userId: credit.recordedBy, hasDocument: credit.documentFileId !== null };
      if (side === 'ALLIANCE' && !record.hasDocument) return refuse<CreditRefusal>({ code: 'CREDIT_PAPER_MISSING' });
      if (!mayConfirm(record, { side, userId: actor.userId }) || credit.attachedBy === actor.userId)
        return refuse<CreditRefusal>({ code: 'CREDIT_OWN_RECORD' });
      return this.write(tx, actor, credit, { step: 'confirm' }, {}, credit.signedOn ?? tx.today);
    });
  }

  file(actor: Actor, input: StepCommand): Promise<Result<string, Refusal>> {
    return this.step(actor, 'creditFile', 'credit.file', input, () => accept({ step: 'file' }));
  }

  decide(actor: Actor, input: DecideCommand): Promise<Result<string, Refusal>> {
    const step = ({ APPRAISE: 'appraise', APPROVE: 'approve', GRANT: 'grant' } as const)[input.decision];
    return this.step(actor, 'creditDecide', 'credit.decide', input, () => {
      if (step !== 'grant') return accept({ step });
      const amount = input.limit ?? null;
      if (amount !== null && amount <= 0n) return refuse({ code: 'CREDIT_LIMIT_NOT_POSITIVE' });
      return accept({ step, amount, patch: { grantedAmount: amount } });
    });
  }

  end(actor: Actor, input: EndCommand): Promise<Result<string, Refusal>> {
    const step = input.ending.toLowerCase() as CreditEnding;
    return this.step(actor, 'creditEnd', 'credit.end', input, async (tx, credit) => {
      const note = textOf(input.note);
      if (!note.ok) return note;
      const reason = checkReason(step, input.reason ?? null, note.value);
      if (!reason.ok) return reason;
      if (step === 'lapse' && disbursedOf(await ledgerOf(tx, credit.id)) > 0n)
        return refuse({ code: 'CREDIT_LAPSE_AFTER_MONEY' });
      return accept({ step, reason: reason.value, patch: { endReason: reason.value } });
    });
  }

  private step(
    actor: Actor,
    operation: string,
    policy: PolicyAction,
    input: StepCommand,
    decide: (tx: Tx, credit: CreditRow) => Result<Step, CreditRefusal> | Promise<Result<Step, CreditRefusal>>,
  ): Promise<Result<string, Refusal>> {
    return onCredit(this.uow, actor, { operation, policy, input }, async (tx, credit) => {
      const step = await decide(tx, credit);
      if (!step.ok) return step;
      const open = moved(credit, step.value.step);
      if (!open.ok) return open;
      const day = checkDay(input.on ?? tx.today, credit.sinceOn, tx.today);
      if (!day.ok) return day;
      return this.write(tx, actor, credit, step.value, input, day.value);
    });
  }

  private async write(
    tx: Tx,
    actor: Actor,
    credit: CreditRow,
    { step, patch = {}, amount = null, reason = null }: Step,
    words: { readonly docNo?: string | null; readonly note?: string | null },
    on: string,
  ): Promise<Result<string, Refusal>> {
    const next = moved(credit, step);
    if (!next.ok) return next;
    const note = textOf(words.note);
    if (!note.ok) return note;
    const docNo = tidyLine(words.docNo) ?? null;
    const writer = await this.writerOf(tx, actor, credit, step, docNo);
    if (!writer.ok) return writer;
    await tx.updateVersioned(CreditAgreement, credit.id, credit.version, { ...patch, status: next.value, sinceOn: on });
    await tx.insert(CreditStepRow, {
      ...{
        id: newId(),
        agreementId: credit.id,
        step,
        toStatus: next.value,
        happenedOn: on,
        amount,
        reason,
        note: note.value,
        docNo,
      },
      ...{ byOrgId: actor.orgId, forOrgId: writer.value, byUser: actor.userId, at: tx.now },
    });
    await tx.audit(`credit.${step}`, 'credit', credit.id, { on, ...(reason ? { reason } : {}) });
    await tellCredit(
      tx,
      CREDIT_NOTICES[step === 'confirm' ? 'confirmed' : isEnding(step) ? 'ended' : step === 'file' ? 'filed' : 'decided'],
      credit,
      {
        status: next.value,
      },
    );
    return accept(credit.id);
  }

  /** Null when the side writes itself; its organization where the Alliance writes for it. What belongs to the other side is refused. */
  private writerOf(
    tx: Tx,
    actor: Actor,
    credit: CreditRow,
    step: CreditStep,
    docNo: string | null,
  ): Promise<Result<string | null, CreditRefusal>> {
    const owner = ownerOf(step, credit.status);
    if (!owner) return Promise.resolve(accept(null));
    const side = sideOf(actor, credit);
    if (side !== owner && side !== 'ALLIANCE') return Promise.resolve(refuse({ code: 'CREDIT_NOT_YOURS_TO_END' }));
    return writesFor(tx, actor, owner === 'BANK' ? credit.bankOrgId : credit.borrowerOrgId, docNo);
  }
}

import { Injectable } from '@nestjs/common';
import { accept, type CreditSide, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf, isUuid } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { FileBook } from '../registry/index.js';
import { CreditAgreement } from './credit-agreement.entity.js';
import { BORROWER_KINDS, LONGEST_TERM, nextCreditNumber, textOf } from './credit-book.js';
import type { CreditRefusal } from './credit.messages.js';
import { CREDIT_NOTICES, tellCredit } from './credit.notices.js';
import type { CreditRecordCommand } from './credit.view.js';

/** Writes down a signed paper; the other side confirms it. */
@Injectable()
export class CreditRecordService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileBook,
  ) {}

  record(actor: Actor, input: CreditRecordCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'creditRecord', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'credit.record', { partyOrgIds: [actor.orgId] });
      const side: CreditSide = actor.orgKind === 'ALLIANCE' ? 'ALLIANCE' : actor.orgKind === 'BANK' ? 'BANK' : 'COOPERATIVE';
      const bank = await this.party(tx, side === 'BANK' ? actor.orgId : input.bankOrgId, ['BANK']);
      if (!bank) return no({ code: 'CREDIT_BANK_MISSING' });
      const borrower = await this.party(tx, side === 'COOPERATIVE' ? actor.orgId : input.borrowerOrgId, BORROWER_KINDS);
      if (!borrower) return no({ code: 'CREDIT_BORROWER_MISSING' });
      const checked = this.check(input, tx.today);
      if (!checked.ok) return checked;
      const eventId = await this.eventOf(tx, input.eventCode);
      if (!eventId.ok) return eventId;
      const file = input.fileId ? await this.files.attach(tx, idOf(input.fileId), actor.orgId) : null;
      const [id, number] = [newId(), await nextCreditNumber(tx)];
      await tx.insert(CreditAgreement, {
        id,
        number,
        eventId: eventId.value,
        bankOrgId: bank.id,
        borrowerOrgId: borrower.id,
        amount: input.amount ?? null,
        isSecured: input.isSecured ?? null,
        termMonths: input.termMonths ?? null,
        ...checked.value,
        signedOn: input.signedOn ?? null,
        documentFileId: file?.id ?? null,
        attachedBy: file ? actor.userId : null,
        status: 'RECORDED',
        sinceOn: tx.today,
        recordedSide: side,
        recordedByOrgId: actor.orgId,
        recordedBy: actor.userId,
        isDemo: bank.isDemo || borrower.isDemo,
      });
      await tx.audit('credit.record', 'credit', id, { side });
      await tellCredit(
        tx,
        CREDIT_NOTICES.recorded,
        { id, number, bankOrgId: bank.id, borrowerOrgId: borrower.id, version: 1 },
        { status: 'RECORDED' },
      );
      return accept(id);
    });
  }

  private check(
    input: CreditRecordCommand,
    today: string,
  ): Result<{ readonly purpose: string | null; readonly ratePrinciple: string | null }, CreditRefusal> {
    if (input.amount !== null && input.amount !== undefined && input.amount <= 0n)
      return refuse({ code: 'CREDIT_AMOUNT_NOT_POSITIVE' });
    const { termMonths } = input;
    if (termMonths != null && (termMonths < 1 || termMonths > LONGEST_TERM)) return refuse({ code: 'CREDIT_TERM_NOT_POSITIVE' });
    if (input.signedOn && input.signedOn > today) return refuse({ code: 'CREDIT_SIGNED_IN_FUTURE' });
    const purpose = textOf(input.purpose);
    if (!purpose.ok) return purpose;
    const ratePrinciple = textOf(input.ratePrinciple);
    return ratePrinciple.ok ? accept({ purpose: purpose.value, ratePrinciple: ratePrinciple.value }) : ratePrinciple;
  }

  private async party(
    tx: Tx,
    id: string | null | undefined,
    kinds: readonly string[],
  ): Promise<{ id: string; isDemo: boolean } | null> {
    if (!id || !isUuid(id)) return null;
    const [row] = await tx.query<{ id: string; isDemo: boolean }>(
      `select id, is_demo as "isDemo" from organization where id = $1 and kind = any($2) and status not in ('CLOSED', 'MERGED')`,
      [id, kinds],
    );
    return row ?? null;
  }

  private async eventOf(tx: Tx, code: string | null | undefined): Promise<Result<string | null, CreditRefusal>> {
    if (!code) return accept(null);
    const [event] = await tx.query<{ id: string }>('select id from event where code = $1', [code]);
    return event ? accept(event.id) : refuse({ code: 'CREDIT_EVENT_MISSING' });
  }
}

const no = (refusal: CreditRefusal) => refuse(refusal);

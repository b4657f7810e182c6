import { Injectable } from '@nestjs/common';
import {
  accept,
  creditWithin,
  NOTE_TRANSITIONS,
  type NoteAction,
  noteFigures,
  type NoteState,
  nextState,
  readInvoiceName,
  refuse,
  type Refusal,
  type Result,
} from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { NOTE_MAX, tooLong, trimmed } from '../../ordering/index.js';
import { lockedLines, type RequestLine } from '../invoice/invoice-book.js';
import { type LockedRequest, owedOf, PaymentSettlement } from '../payment-settlement.js';
import { BillingNote } from './billing-note.entity.js';
import { NoteBook } from './note-book.js';
import type { NoteRefusal } from './note.messages.js';
import { creditNoted, debitAnswered, debitProposed } from './note.notices.js';
import type { NoteAnswerCommand, NoteIssueCommand } from './note.view.js';

interface LockedNote {
  readonly id: string;
  readonly state: NoteState;
  readonly net: bigint;
  readonly vat: bigint;
  readonly total: bigint;
  readonly version: number;
}

/** Credit notes hold at once; debit notes when the buyer's manager agrees. */
@Injectable()
export class NoteService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly settlement: PaymentSettlement,
    private readonly notes: NoteBook,
  ) {}

  issue(actor: Actor, input: NoteIssueCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'noteIssue', clientKey: input.clientKey, input }, async (tx) => {
      const request = await this.settlement.lock(tx, idOf(input.paymentRequestId));
      assertMay(actor, 'note.issue', request);
      if (request.version !== input.version) return versionConflict(request.version);
      const reason = trimmed(input.reason);
      if (!reason) return refuse<NoteRefusal>({ code: 'NOTE_REASON_MISSING' });
      if (tooLong(reason, NOTE_MAX)) return refuse<NoteRefusal>({ code: 'NOTE_REASON_TOO_LONG', max: NOTE_MAX });
      const named = nameOf(input, tx.today);
      if (!named.ok) return named;
      const requested = await lockedLines(tx, request.id);
      const lines = input.lines.map(({ requestLineId, netAmount: net }) => {
        const id = idOf(requestLineId);
        return { requestLineId: id, net, vatCode: requested.find((line) => line.id === id)?.vatCode ?? ('KCT' as const) };
      });
      const figures = noteFigures(input.kind, lines, requested);
      if (!figures.ok) return refuse<NoteRefusal>(withDescription(figures.refusal, requested, lines));
      const isCredit = input.kind === 'CREDIT';
      const owed = owedOf(request);
      const within = isCredit ? creditWithin(figures.value, owed) : figures.value;
      if (!within) return refuse<NoteRefusal>({ code: 'NOTE_ABOVE_OWED', owed });
      const { id } = await this.notes.write(tx, request, {
        ...named.value,
        kind: input.kind,
        state: isCredit ? 'ISSUED' : 'PROPOSED',
        source: 'MANUAL',
        invoiceId: await invoiceIdOf(tx, request, input.invoiceId),
        reason,
        figures: within,
        lines: lines.map((line) => ({ ...line, net: isCredit ? -line.net : line.net })),
        writtenBy: actor.userId,
      });
      await this.tell(tx, request, id, isCredit ? creditNoted : debitProposed, request.buyerOrgId);
      return accept(id);
    });
  }

  accept(actor: Actor, input: NoteAnswerCommand): Promise<Result<string, Refusal>> {
    return this.answer(actor, 'accept', 'note.answer', input, async (tx, request, note) => {
      await this.notes.takeEffect(tx, request, note.id, note);
    });
  }

  decline(actor: Actor, input: NoteAnswerCommand): Promise<Result<string, Refusal>> {
    return this.answer(actor, 'decline', 'note.answer', input, () => Promise.resolve());
  }

  withdraw(actor: Actor, input: NoteAnswerCommand): Promise<Result<string, Refusal>> {
    return this.answer(actor, 'withdraw', 'note.issue', input, () => Promise.resolve());
  }

  private answer(
    actor: Actor,
    action: NoteAction,
    policy: 'note.answer' | 'note.issue',
    input: NoteAnswerCommand,
    act: (tx: Tx, request: LockedRequest, note: LockedNote) => Promise<void>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: `note:${action}`, clientKey: input.clientKey, input }, async (tx) => {
      const id = idOf(input.id);
      const { requestId } = await tx.one<{ requestId: string }>(
        'select payment_request_id as "requestId" from billing_note where id = $1',
        [id],
      );
      const request = await this.settlement.lock(tx, requestId);
      assertMay(actor, policy, request);
      const note = await tx.one<LockedNote>(
        'select id, state, net_amount as net, vat_amount as vat, total, version from billing_note where id = $1 for update',
        [id],
      );
      const to = nextState(NOTE_TRANSITIONS, note.state, action);
      if (!to.ok) return refuse<NoteRefusal>({ code: 'NOTE_DECIDED' });
      if (note.version !== input.version) return versionConflict(note.version);
      const declineReason = action === 'decline' ? trimmed(input.reason) : null;
      if (action === 'decline' && !declineReason) return refuse<NoteRefusal>({ code: 'NOTE_REASON_MISSING' });
      if (tooLong(declineReason, NOTE_MAX)) return refuse<NoteRefusal>({ code: 'NOTE_REASON_TOO_LONG', max: NOTE_MAX });
      const decided = { state: to.value, decidedBy: actor.userId, decidedAt: tx.now, declineReason };
      await tx.updateVersioned(BillingNote, id, note.version, decided);
      await act(tx, request, note);
      await tx.audit(`billing-note.${action}`, 'order', request.orderId, { request: request.number });
      if (action !== 'withdraw') await this.tell(tx, request, id, debitAnswered, request.sellerOrgId);
      return accept(id);
    });
  }

  private tell(tx: Tx, request: LockedRequest, id: string, notice: typeof creditNoted, orgId: string): Promise<void> {
    return sendNotice(tx, notice, {
      orgId,
      facts: { paymentRequestId: request.id, number: request.number },
      key: `${notice.kind}:${id}`,
    });
  }
}

/** The adjusting e-invoice's name, all of it or none. */
function nameOf(input: NoteIssueCommand, today: string) {
  const { symbol, invoiceNumber: number, invoicedOn: issuedOn } = input;
  if (!symbol && !number && !issuedOn) return accept({ symbol: null, invoiceNumber: null, invoicedOn: null });
  const name = readInvoiceName({ symbol: symbol ?? '', number: number ?? '', issuedOn: issuedOn ?? today }, today);
  return name.ok ? accept({ symbol: name.value.symbol, invoiceNumber: name.value.number, invoicedOn: issuedOn ?? today }) : name;
}

async function invoiceIdOf(tx: Tx, request: LockedRequest, id: string | null | undefined): Promise<string | null> {
  if (!id) return null;
  return (
    await tx.one<{ id: string }>('select id from invoice where id = $1 and payment_request_id = $2', [idOf(id), request.id])
  ).id;
}

type FiguresRefusal = Extract<ReturnType<typeof noteFigures>, { ok: false }>['refusal'];

function withDescription(
  refusal: FiguresRefusal,
  requested: readonly RequestLine[],
  lines: readonly { requestLineId: string }[],
): NoteRefusal {
  if (refusal.code !== 'NOTE_ABOVE_LINE') return refusal;
  const line = requested.find(({ id }) => id === lines[refusal.row]!.requestLineId)!;
  return { code: refusal.code, left: refusal.left, description: line.description };
}

import { Injectable } from '@nestjs/common';
import {
  accept,
  type AcknowledgedLine,
  acknowledgeLine,
  lineAmount,
  type OrderAction,
  orderStateAfterAcknowledgement,
  quantity,
  refuse,
  type Refusal,
  type Result,
} from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type RowRefusal, rowsRefused, versionConflict } from '../../platform/graphql/refusal.js';
import { CommitmentLedger } from '../agreements/index.js';
import { type ConfirmedLine, StockBook } from '../catalog/index.js';
import { type LockedLine, type LockedOrder, ledgerLines, lockOrder, moveOrder } from './locked-order.js';
import type { LineAcknowledgementCommand, OrderAcknowledgeCommand, OrderActionCommand } from './order.view.js';
import type { OrderRefusal } from './order.messages.js';
import { ORDER_NOTICES, type OrderNotice, tellOrder } from './order.notices.js';
import { PoolFlow } from './pool/pool-flow.js';
import { PurchaseOrder } from './purchase-order.entity.js';
import { NOTE_MAX, tooLong, trimmed } from './text-field.js';

type AnsweredLine = AcknowledgedLine & { readonly line: LockedLine };

const ACTION_TO: Record<ReturnType<typeof orderStateAfterAcknowledgement>, OrderAction> = {
  CONFIRMED: 'acknowledgeAll',
  COUNTERED: 'counter',
  REFUSED: 'refuse',
};

const NOTICE_OF: Record<ReturnType<typeof orderStateAfterAcknowledgement>, OrderNotice> = {
  CONFIRMED: ORDER_NOTICES.confirmed,
  COUNTERED: ORDER_NOTICES.countered,
  REFUSED: ORDER_NOTICES.refused,
};

/** The seller's answer, line by line, and the buyer's consent to it. */
@Injectable()
export class OrderAnswerService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly ledger: CommitmentLedger,
    private readonly stock: StockBook,
    private readonly flow: PoolFlow,
  ) {}

  acknowledge(actor: Actor, input: OrderAcknowledgeCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'orderAcknowledge', clientKey: input.clientKey, input }, async (tx) => {
      const order = await lockOrder(tx, idOf(input.id));
      assertMay(actor, 'order.acknowledge', order);
      if (order.version !== input.version) return versionConflict(order.version);
      const open = moveOrder(order, 'acknowledgeAll', 'acknowledge');
      if (!open.ok) return open;
      const answered = answerLines(order, input.lines, tx.today);
      if (!answered.ok) return answered;
      const status = orderStateAfterAcknowledgement(answered.value);
      const moved = moveOrder(order, ACTION_TO[status], 'acknowledge');
      if (!moved.ok) return moved;
      // Lots before agreements' lines, as everywhere; what is confirmed is held at once, also while the buyer thinks a change over.
      const held = await this.stock.hold(tx, order, answered.value.map(confirmedLine));
      if (!held.ok) return held;
      await this.saveAnswer(tx, order, answered.value, moved.value);
      await tx.audit('order.acknowledge', 'order', order.id, {
        status,
        changed: answered.value.filter(({ outcome }) => outcome !== 'FULL').length,
      });
      await this.flow.answered(tx, order, declinedOf(answered.value));
      await tellOrder(tx, NOTICE_OF[status], order);
      return accept(order.id);
    });
  }

  acceptCounter(actor: Actor, input: OrderActionCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'orderAcceptCounter', clientKey: input.clientKey, input }, async (tx) => {
      const order = await lockOrder(tx, idOf(input.id));
      assertMay(actor, 'order.acceptCounter', order);
      if (order.version !== input.version) return versionConflict(order.version);
      const moved = moveOrder(order, 'acceptCounter', 'acceptCounter');
      if (!moved.ok) return moved;
      await tx.updateVersioned(PurchaseOrder, order.id, order.version, { status: moved.value });
      await this.ledger.confirm(
        tx,
        ledgerLines(order, 'ORDER', (line) => line.confirmed),
      );
      await tx.audit('order.accept-counter', 'order', order.id);
      await this.flow.answered(tx, order, []);
      await tellOrder(tx, ORDER_NOTICES.counterAccepted, order);
      return accept(order.id);
    });
  }

  /** What is not confirmed goes back to the contract at once; what is, counts as confirmed once both sides agree. */
  private async saveAnswer(tx: Tx, order: LockedOrder, answers: readonly AnsweredLine[], status: string): Promise<void> {
    const confirmedTotal = answers.reduce((sum, { line, confirmed }) => sum + lineAmount(confirmed, line.unitPrice), 0n);
    await tx.updateVersioned(PurchaseOrder, order.id, order.version, { status, confirmedTotal, acknowledgedAt: tx.now });
    await tx.query(
      `update order_line set answer = said.answer, answer_reason = said.reason, confirmed_qty = said.confirmed, promised_on = said.promised_on
       from jsonb_to_recordset($2::jsonb) as said(id uuid, answer text, reason text, confirmed numeric, promised_on date)
       where order_line.id = said.id and order_line.order_id = $1`,
      [
        order.id,
        JSON.stringify(
          answers.map(({ line, outcome, confirmed, promisedOn, reason }) => ({
            id: line.id,
            answer:
              outcome === 'FULL'
                ? 'ALL'
                : outcome === 'REFUSED'
                  ? 'REFUSED'
                  : confirmed.equals(line.ordered)
                    ? 'OTHER_DATE'
                    : 'LESS',
            reason,
            confirmed: confirmed.toDecimalString(),
            promised_on: promisedOn,
          })),
        ),
      ],
    );
    const after = { ...order, lines: answers.map(({ line, confirmed }) => ({ ...line, confirmed })) };
    await this.ledger.release(
      tx,
      ledgerLines(after, 'ORDER', (line) => line.ordered.sub(line.confirmed)),
    );
    if (status === 'CONFIRMED')
      await this.ledger.confirm(
        tx,
        ledgerLines(after, 'ORDER', (line) => line.confirmed),
      );
  }
}

/** What the seller does not deliver of what it was asked for: a pool gives it to others. */
const declinedOf = (answers: readonly AnsweredLine[]) =>
  answers.map(({ line, confirmed }) => ({ orderLineId: line.id, qty: line.ordered.sub(confirmed) }));

const confirmedLine = ({ line, confirmed, promisedOn }: AnsweredLine): ConfirmedLine => ({
  lineId: line.id,
  productId: line.productId,
  contractLineId: line.contractLineId,
  baseUnit: line.baseUnit,
  qty: confirmed,
  dueOn: promisedOn ?? line.requestedOn,
  agreedLifeBp: line.agreedLifeBp,
});

/** Every line answered exactly once, or the rows that are not. */
function answerLines(
  order: LockedOrder,
  answers: readonly LineAcknowledgementCommand[],
  today: string,
): Result<AnsweredLine[], Refusal> {
  const lines = new Map(order.lines.map((line) => [line.id, line]));
  const seen = new Set<string>();
  const answered: AnsweredLine[] = [];
  const refused: RowRefusal<OrderRefusal>[] = [];
  answers.forEach((answer, row) => {
    const line = lines.get(answer.lineId.toLowerCase());
    if (!line) return void refused.push({ row, field: 'lineId', refusal: { code: 'LINE_UNKNOWN' } });
    if (seen.has(line.id)) return void refused.push({ row, field: 'lineId', refusal: { code: 'LINE_ANSWERED_TWICE' } });
    seen.add(line.id);
    const said = answerLine(line, answer, today);
    if (said.ok) answered.push({ ...said.value, line });
    else refused.push({ row, field: FIELD_OF[said.refusal.code] ?? 'qty', refusal: said.refusal });
  });
  if (refused.length) return rowsRefused(refused);
  const missing = order.lines.filter((line) => !seen.has(line.id)).map((line) => line.lineNo);
  return missing.length ? refuse<OrderRefusal>({ code: 'LINES_NOT_ANSWERED', lineNos: missing }) : accept(answered);
}

const FIELD_OF: Partial<Record<OrderRefusal['code'], string>> = {
  ANSWER_REASON_MISSING: 'reason',
  REASON_TOO_LONG: 'reason',
  ANSWER_DATE_MISSING: 'promisedOn',
  ANSWER_DATE_PAST: 'promisedOn',
};

function answerLine(line: LockedLine, answer: LineAcknowledgementCommand, today: string): Result<AcknowledgedLine, OrderRefusal> {
  const reason = trimmed(answer.reason);
  if (tooLong(reason, NOTE_MAX)) return refuse({ code: 'REASON_TOO_LONG', max: NOTE_MAX });
  if (answer.promisedOn && answer.promisedOn < today) return refuse({ code: 'ANSWER_DATE_PAST', today });
  const qty = answer.qty ? quantity(answer.qty) : null;
  const said = acknowledgeLine(line, { kind: answer.kind, qty, date: answer.promisedOn ?? null, reason });
  if (!said.ok) return refuse({ ...said.refusal, unit: line.baseUnit } as OrderRefusal);
  // The buyer must read why there is less: a changed quantity carries a reason like a refusal does.
  const less = said.value.confirmed.compare(line.ordered) < 0;
  return less && !reason ? refuse({ code: 'ANSWER_REASON_MISSING' }) : said;
}

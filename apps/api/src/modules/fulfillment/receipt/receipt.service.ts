import { Injectable } from '@nestjs/common';
import {
  accept,
  arrivalProblem,
  checkReceiptLine,
  localDateOf,
  nextState,
  quantity,
  refuse,
  type Refusal,
  type Sample,
  type Result,
  SHIPMENT_TRANSITIONS,
  toleranceOf,
} from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type RowRefusal, rowsRefused, versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { NOTE_MAX, OrderBook, tooLong, tradeRules, trimmed } from '../../ordering/index.js';
import { reasonCodes } from '../claim/defect-reasons.js';
import type { ShipmentRefusal } from '../shipment.messages.js';
import { receiptPosted } from '../shipment.notices.js';
import type { ReceiptLineCommand, ReceiptPostCommand } from '../shipment.view.js';
import { inspect } from './inspection.js';
import { lockShipment, orderOfShipment, type SentLine, sentLines } from './locked-shipment.js';
import { PhotoBook } from './photo-book.js';
import { type CountedLine, ReceiptPosting } from './receipt-posting.js';

/** A phone's clock may run ahead a little; a count from tomorrow is no count. */
const CLOCK_SKEW_MS = 10 * 60_000;

/** The receiver's count. Only what is accepted here is owed, and only that realises a memorandum. */
@Injectable()
export class ReceiptService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: OrderBook,
    private readonly posting: ReceiptPosting,
    private readonly photos: PhotoBook,
  ) {}

  post(actor: Actor, input: ReceiptPostCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'receiptPost', clientKey: input.clientKey, input }, async (tx) => {
      const id = idOf(input.shipmentId);
      // The order is locked first, as by a dispatch: two acts on one order queue up and never deadlock.
      const order = await this.orders.forShipment(tx, await orderOfShipment(tx, id));
      const shipment = await lockShipment(tx, id);
      assertMay(actor, 'receipt.post', shipment);
      if (!nextState(SHIPMENT_TRANSITIONS, shipment.status, 'receive').ok) return alreadyReceived(tx, id);
      // The hand-over may have been recorded while a phone was off line: the lines are the same, so its count still stands.
      const offline = input.countedAt ?? null;
      if (shipment.version !== input.shipmentVersion && offline === null) return versionConflict(shipment.version);
      const note = trimmed(input.note);
      if (tooLong(note, NOTE_MAX)) return refuse<ShipmentRefusal>({ code: 'TEXT_TOO_LONG', field: 'note', max: NOTE_MAX });
      const countedAt = offline && offline.getTime() <= tx.now.getTime() + CLOCK_SKEW_MS ? offline : null;
      const { toleranceBpByUnit, outOfGradeBp } = await tradeRules(tx);
      const counted = countLines(
        await sentLines(tx, id),
        input.lines,
        ({ orderLineId, baseUnit }) => {
          const line = order.lines.find((one) => one.id === orderLineId)!;
          return toleranceOf(line, toleranceBpByUnit[baseUnit] ?? 0);
        },
        await reasonCodes(tx, 'at_receipt'),
        outOfGradeBp,
        localDateOf(shipment.arrivedAt ?? countedAt ?? tx.now),
      );
      if (!counted.ok) return counted;
      await this.posting.post(tx, order, shipment, counted.value, { source: 'RECEIVER', by: actor, countedAt, note });
      await this.photos.attach(
        tx,
        actor,
        shipment,
        counted.value.map(({ id: lineId, sent }) => ({
          type: 'RECEIPT_LINE',
          id: lineId,
          fileIds: input.lines.find((line) => line.shipmentLineId.toLowerCase() === sent.id)?.photoIds ?? [],
        })),
      );
      const facts = { shipmentId: id, orderNumber: order.number };
      await sendNotice(tx, receiptPosted, { orgId: shipment.sellerOrgId, facts, key: id });
      return accept(id);
    });
  }
}

const samplesOf = ({ samples }: ReceiptLineCommand): Sample[] =>
  (samples ?? []).map(({ values }) => Object.fromEntries(values.map(({ measure, value }) => [measure, value])));

/** Who was first, and when: what a phone that comes back late has to explain. */
async function alreadyReceived(tx: Tx, shipmentId: string): Promise<Result<never, ShipmentRefusal>> {
  const [receipt] = await tx.query<{ number: string; at: Date; byName: string | null; auto: boolean }>(
    `select r.number, r.received_at as at, u.full_name as "byName", r.source = 'AUTO' as auto
     from goods_receipt r left join app_user u on u.id = r.received_by where r.shipment_id = $1 and r.status = 'POSTED'`,
    [shipmentId],
  );
  return refuse({ code: 'ALREADY_RECEIVED', receipt: receipt ?? null });
}

/** Every line counted exactly once and balanced, or the rows that are not. */
function countLines(
  sent: readonly SentLine[],
  counts: readonly ReceiptLineCommand[],
  toleranceBpOf: (line: SentLine) => number,
  reasons: ReadonlySet<string>,
  allowedBp: number,
  arrivedOn: string,
): Result<CountedLine[], Refusal> {
  const lines = new Map(sent.map((line) => [line.id, line]));
  const seen = new Set<string>();
  const counted: CountedLine[] = [];
  const refused: RowRefusal<ShipmentRefusal>[] = [];
  counts.forEach((count, row) => {
    const line = lines.get(count.shipmentLineId.toLowerCase());
    if (!line) return void refused.push({ row, field: 'shipmentLineId', refusal: { code: 'LINE_UNKNOWN' } });
    if (seen.has(line.id)) return void refused.push({ row, field: 'shipmentLineId', refusal: { code: 'LINE_TWICE' } });
    seen.add(line.id);
    const note = trimmed(count.note);
    if (tooLong(note, NOTE_MAX)) {
      return void refused.push({ row, field: 'note', refusal: { code: 'TEXT_TOO_LONG', field: 'note', max: NOTE_MAX } });
    }
    const checked = checkReceiptLine(
      { dispatched: quantity(line.qty) },
      {
        accepted: quantity(count.accepted),
        rejected: quantity(count.rejected),
        missing: quantity(count.missing),
        reason: count.rejectReason ?? null,
      },
      toleranceBpOf(line),
      reasons,
    );
    const { expiresOn } = line;
    const life = arrivalProblem({ expiresOn, minDays: null, waivedUntil: null }, arrivedOn);
    // A count may be written down late; then the receiver says so, in its name.
    if (checked.ok && life === 'EXPIRED' && checked.value.accepted.isPositive && note === null) {
      const refusal = { code: 'GOODS_EXPIRED', lotCode: line.lotCode, expiresOn: expiresOn!, arrivedOn } as const;
      return void refused.push({ row, field: 'note', refusal });
    }
    if (checked.ok) {
      const inspected = inspect(samplesOf(count), {
        spec: line.gradeSpec,
        sent: quantity(line.qty),
        rejected: checked.value.rejected,
        allowedBp,
        isWeighed: toleranceBpOf(line) > 0,
      });
      if (!inspected.ok) return void refused.push({ row, field: 'samples', refusal: inspected.refusal });
      return void counted.push({ ...checked.value, id: newId(), sent: line, note, inspection: inspected.value });
    }
    const field = checked.refusal.code.startsWith('REJECT_') ? 'rejectReason' : 'accepted';
    refused.push({ row, field, refusal: { ...checked.refusal, unit: line.baseUnit } as ShipmentRefusal });
  });
  if (refused.length) return rowsRefused(refused);
  const missing = sent.filter((line) => !seen.has(line.id)).map((line) => line.lineNo);
  return missing.length ? refuse<ShipmentRefusal>({ code: 'LINES_NOT_COUNTED', lineNos: missing }) : accept(counted);
}

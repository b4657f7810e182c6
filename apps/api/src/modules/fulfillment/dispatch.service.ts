import { Injectable } from '@nestjs/common';
import { accept, checkDispatch, type Quantity, quantity, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type RowRefusal, rowsRefused, versionConflict } from '../../platform/graphql/refusal.js';
import { newId } from '../../platform/ids.js';
import { sendNotice } from '../../platform/notices/index.js';
import { CommitmentLedger, countsForAgreement } from '../agreements/index.js';
import { type ShippedLot, StockBook } from '../catalog/index.js';
import {
  documentNumber,
  type LockedLine,
  type LockedOrder,
  NAME_MAX,
  NOTE_MAX,
  OrderBook,
  tooLong,
  trimmed,
} from '../ordering/index.js';
import { termOf } from './claim/claim-terms.js';
import type { ShipmentDispatchCommand, ShipmentLineCommand } from './shipment.view.js';
import type { ShipmentRefusal } from './shipment.messages.js';
import { shipmentDispatched } from './shipment.notices.js';
import { ShipmentLine } from './shipment-line.entity.js';
import { Shipment } from './shipment.entity.js';
import { type Boarding, TripRideService } from './trip/trip-ride.service.js';
import { type WaiverFinder, waiverFinder, waiversOf } from './waiver/life-waiver.queries.js';

interface Sent {
  readonly id: string;
  readonly line: LockedLine;
  readonly qty: Quantity;
  readonly lotCode: string | null;
  /** Lots of goods kept in stock, as the seller chose them. */
  readonly lots: readonly { readonly code: string; readonly qty: Quantity }[] | null;
}

/** What a line of the shipment carries: of goods kept by lots, one lot. */
interface Loaded extends Omit<Sent, 'lots'> {
  readonly lotId: string | null;
  readonly onWaiver: boolean;
  readonly expiresOn: string | null;
  /** Days of life asked for on arrival; null where the lot is not known here. */
  readonly minDays: number | null;
}

/** Goods leave: what was confirmed and has not left yet, in as many shipments as it takes. */
@Injectable()
export class DispatchService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: OrderBook,
    private readonly ledger: CommitmentLedger,
    private readonly stock: StockBook,
    private readonly trips: TripRideService,
  ) {}

  dispatch(actor: Actor, input: ShipmentDispatchCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'shipmentDispatch', clientKey: input.clientKey, input }, async (tx) => {
      const order = await this.orders.forShipment(tx, idOf(input.orderId));
      assertMay(actor, 'shipment.dispatch', order);
      if (order.version !== input.orderVersion) return versionConflict(order.version);
      const open = this.orders.mayDispatch(order);
      if (!open.ok) return open;
      const form = checkForm(input, tx.today);
      if (!form.ok) return form;
      const sent = linesToSend(order, input.lines);
      if (!sent.ok) return sent;
      const boarding = input.tripId ? await this.trips.board(tx, order, input.tripId, sent.value) : null;
      if (boarding && !boarding.ok) return boarding;
      const id = newId();
      const waivers = await waiversOf(tx, order.id, 'for share');
      const waiverOf = waiverFinder(waivers, order.id, form.value.expectedOn);
      const taken = await this.stock.ship(
        tx,
        order,
        id,
        form.value.expectedOn,
        sent.value.map(({ id: shipmentLineId, line, qty, lots }) => {
          const { id: orderLineId, productId, baseUnit, agreedLifeBp } = line;
          return { orderLineId, shipmentLineId, productId, baseUnit, qty, lots, agreedLifeBp };
        }),
        (lot, orderLineId) => waiverOf(lot, orderLineId) !== null,
      );
      if (!taken.ok) return taken;
      return accept(await this.save(tx, actor, id, order, form.value, byLot(sent.value, taken.value), waiverOf, boarding?.value));
    });
  }

  private async save(
    tx: Tx,
    actor: Actor,
    id: string,
    order: LockedOrder,
    form: DispatchForm,
    sent: readonly Loaded[],
    waiverOf: WaiverFinder,
    boarding: Boarding | undefined,
  ): Promise<string> {
    const source = (lineId: string) => ({ type: 'SHIPMENT' as const, id, lineId });
    await this.orders.recordDispatched(
      tx,
      order,
      sent.map(({ line, qty }) => ({ orderLineId: line.id, qty })),
    );
    await this.ledger.dispatch(
      tx,
      sent
        .filter(({ line }) => countsForAgreement(line))
        .map(({ id: lineId, line: { contractLineId, mouLineId }, qty }) => ({
          ...{ contractLineId, mouLineId, qty },
          source: source(lineId),
        })),
    );
    const number = documentNumber('PGH', tx.today, await tx.nextNumber('PGH'));
    const { loadIds, ...truck } = boarding ?? { loadIds: [] };
    await tx.insert(Shipment, {
      ...form,
      ...truck,
      id,
      number,
      orderId: order.id,
      sellerOrgId: order.sellerOrgId,
      buyerOrgId: order.buyerOrgId,
      status: 'DISPATCHED',
      dispatchedAt: tx.now,
      dispatchedBy: actor.userId,
      autoReceiptHours: await autoReceiptHours(tx, sent),
    });
    await tx.insert(
      ShipmentLine,
      sent.map(({ id: lineId, line, qty, lotId, lotCode, onWaiver, expiresOn, minDays }, index) => ({
        id: lineId,
        shipmentId: id,
        lineNo: index + 1,
        orderLineId: line.id,
        qty: qty.toDecimalString(),
        lotId,
        lotCode,
        expiresOn,
        minLifeDays: minDays,
        lifeWaiverId: onWaiver && lotId ? (waiverOf({ id: lotId, code: lotCode!, expiresOn }, line.id)?.id ?? null) : null,
      })),
    );
    if (loadIds.length > 0) await this.trips.boarded(tx, id, loadIds);
    await tx.audit('shipment.dispatch', 'order', order.id, { shipmentId: id, number });
    const facts = { shipmentId: id, orderNumber: order.number };
    await sendNotice(tx, shipmentDispatched, { orgId: order.buyerOrgId, facts, key: id });
    return id;
  }
}

/** Goods of several lots leave as several lines, so that each lot is counted, claimed and given back by itself. */
const byLot = (sent: readonly Sent[], taken: ReadonlyMap<string, readonly ShippedLot[]>): Loaded[] =>
  sent.flatMap(({ lots: _lots, ...line }): Loaded[] => {
    const lots = taken.get(line.id);
    if (!lots?.length) return [{ ...line, lotId: null, onWaiver: false, expiresOn: null, minDays: null }];
    return lots.map(({ code, ...lot }, index) => ({
      ...line,
      id: index === 0 ? line.id : newId(),
      ...lot,
      lotCode: code,
    }));
  });

/** The most perishable goods on board set the hours of silence. */
async function autoReceiptHours(tx: Tx, sent: readonly Loaded[]): Promise<number> {
  const rows = await tx.query<{ days: number | null }>(
    'select distinct shelf_life_days as days from product where id = any($1)',
    [sent.map(({ line }) => line.productId)],
  );
  const hours: number[] = [];
  for (const { days } of rows) hours.push((await termOf(tx, days)).autoReceiptHours);
  return Math.min(...hours);
}

type DispatchForm = Pick<Shipment, 'expectedOn' | 'vehicle' | 'driverName' | 'driverPhone' | 'note'>;

function checkForm(input: ShipmentDispatchCommand, today: string): Result<DispatchForm, ShipmentRefusal> {
  if (input.expectedOn < today) return refuse({ code: 'EXPECTED_DATE_PAST', today });
  if (input.lines.length === 0) return refuse({ code: 'LINES_MISSING' });
  const form = {
    expectedOn: input.expectedOn,
    vehicle: trimmed(input.vehicle),
    driverName: trimmed(input.driverName),
    driverPhone: trimmed(input.driverPhone),
    note: trimmed(input.note),
  };
  for (const [field, max] of [
    ['vehicle', NAME_MAX],
    ['driverName', NAME_MAX],
    ['driverPhone', NAME_MAX],
    ['note', NOTE_MAX],
  ] as const) {
    if (tooLong(form[field], max)) return refuse({ code: 'TEXT_TOO_LONG', field, max });
  }
  return accept(form);
}

const chosen = (lots: ShipmentLineCommand['lots']): Sent['lots'] =>
  lots?.map(({ lotCode, qty }) => ({ code: lotCode.trim(), qty: quantity(qty) })) ?? null;

function linesToSend(order: LockedOrder, asked: readonly ShipmentLineCommand[]): Result<Sent[], Refusal> {
  const lines = new Map(order.lines.map((line) => [line.id, line]));
  const seen = new Set<string>();
  const sent: Sent[] = [];
  const refused: RowRefusal<ShipmentRefusal>[] = [];
  asked.forEach(({ orderLineId, qty, lotCode: lot, lots }, row) => {
    const refuseRow = (field: string, refusal: ShipmentRefusal, suggestion?: string) =>
      refused.push({ row, field, refusal, ...(suggestion && { suggestion }) });
    const line = lines.get(orderLineId.toLowerCase());
    if (!line) return void refuseRow('orderLineId', { code: 'LINE_UNKNOWN' });
    if (seen.has(line.id)) return void refuseRow('orderLineId', { code: 'LINE_TWICE' });
    seen.add(line.id);
    const lotCode = trimmed(lot);
    if (tooLong(lotCode, NAME_MAX)) return void refuseRow('lotCode', { code: 'TEXT_TOO_LONG', field: 'lotCode', max: NAME_MAX });
    // Ordered by the pack and weighed when it is packed: the weight may be a little above what was confirmed.
    const checked = checkDispatch(line, quantity(qty), line.catchWeight ? (line.weightToleranceBp ?? 0) : 0);
    if (checked.ok) sent.push({ id: newId(), line, qty: checked.value, lotCode, lots: chosen(lots) });
    else if (checked.refusal.code === 'DISPATCH_NOT_POSITIVE') refuseRow('qty', checked.refusal);
    else {
      const { remaining } = checked.refusal;
      refuseRow(
        'qty',
        { code: 'OVER_DISPATCH', remaining, unit: line.baseUnit },
        remaining.isPositive ? remaining.toDecimalString() : undefined,
      );
    }
  });
  return refused.length ? rowsRefused(refused) : accept(sent);
}

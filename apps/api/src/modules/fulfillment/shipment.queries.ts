import { Injectable } from '@nestjs/common';
import {
  mayDispute,
  mayVoid,
  nextState,
  quantity,
  Quantity,
  receiptStateAt,
  type PolicyAction,
  type Refusal,
  SHIPMENT_TRANSITIONS,
  toleranceOf,
} from '@lienket/domain';
import { allows, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import { explain } from '../../platform/graphql/refusal.js';
import { type OfferedAction, tradeRules, WRONG_ROLE } from '../ordering/index.js';
import { organizationRefSql } from '../registry/index.js';
import { HELD_SQL } from './claim/claim-open.service.js';
import { BACK_GOODS_SQL } from './receipt/goods-fate.service.js';
import { type PhotoView, photosOf } from './receipt/photo-book.js';
import { VoidGuards } from './receipt/void-guards.js';
import type {
  BackGoodsView,
  DeliveryProofView,
  GoodsReceiptLineView,
  GoodsReceiptView,
  ReceiptDisputeView,
  ShipmentLineView,
  ShipmentView,
  VoidedReceiptView,
} from './shipment.view.js';
import { shipmentMessages } from './shipment.messages.js';
import { type ShipmentTripView, tripsOfShipments } from './trip/trip.queries.js';

type ShipmentRow = Omit<
  ShipmentView,
  'lines' | 'receipt' | 'voidedReceipts' | 'proof' | 'backGoods' | 'trip' | 'deliveryNoteUrl' | 'labelsUrl' | 'availableActions'
> & {
  sellerOrgId: string;
  buyerOrgId: string;
};
type LineRow = ShipmentLineView & { shipmentId: string };
type RawLine = Omit<LineRow, 'toleranceBp' | 'outOfGradeBp'> & { readonly weightToleranceBp: number | null };
type ReceiptRow = Omit<GoodsReceiptView, 'lines' | 'state' | 'dispute'> & {
  shipmentId: string;
  invoicedAt: Date | null;
  dispute: (ReceiptDisputeView & { openedAt: string; answeredAt: string | null }) | null;
  goodsSettled: boolean;
  claims: number;
};
type CountRow = Omit<GoodsReceiptLineView, 'deliveredQty' | 'photos' | 'claimableQty'> & { receiptId: string };

/** Everything of the shipments on one screen, by shipment. */
interface Parts {
  readonly lines: readonly LineRow[];
  readonly receipts: readonly ReceiptRow[];
  readonly counts: readonly CountRow[];
  readonly held: ReadonlyMap<string, string>;
  readonly photos: ReadonlyMap<string, PhotoView[]>;
  readonly voided: readonly (VoidedReceiptView & { shipmentId: string })[];
  readonly proofs: readonly (Omit<DeliveryProofView, 'photos'> & { id: string; shipmentId: string })[];
  readonly back: readonly (BackGoodsView & { shipmentId: string })[];
  readonly trips: ReadonlyMap<string, ShipmentTripView>;
}

@Injectable()
export class ShipmentQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly guards: VoidGuards,
  ) {}

  /** NOT_FOUND for a reader who is neither party nor the Alliance. */
  async byId(actor: Actor, id: string): Promise<ShipmentView> {
    const [shipment] = await this.uow.read(actor, (tx) => this.read(tx, actor, 's.id = $1', idOf(id)));
    if (!shipment) throw new NotFoundError();
    return shipment;
  }

  ofOrder(actor: Actor, orderId: string): Promise<ShipmentView[]> {
    return this.uow.read(actor, (tx) => this.read(tx, actor, 's.order_id = $1', orderId));
  }

  /** For the ramp: what has left and is not counted yet. */
  underway(actor: Actor): Promise<ShipmentView[]> {
    return this.uow.read(actor, (tx) =>
      this.read(
        tx,
        actor,
        `s.id in (select id from shipment where $1 in (seller_org_id, buyer_org_id) and status in ('DISPATCHED', 'ARRIVED')
           order by expected_on, id limit 100)`,
        actor.orgId,
      ),
    );
  }

  /** Shipments with all that hangs on them in a fixed number of statements, whatever their number. */
  private async read(tx: Tx, actor: Actor, where: string, value: string): Promise<ShipmentView[]> {
    const rows = await tx.query<ShipmentRow>(
      `select s.id, s.number, s.status, s.order_id as "orderId", o.number as "orderNumber", ${organizationRefSql('se')} as seller,
         ${organizationRefSql('bu')} as buyer, s.seller_org_id as "sellerOrgId", s.buyer_org_id as "buyerOrgId", s.dispatched_at as "dispatchedAt",
         s.expected_on as "expectedOn", s.vehicle, s.driver_name as "driverName", s.driver_phone as "driverPhone", s.note, s.version,
         s.arrived_at as "arrivedAt", s.auto_receipt_at as "autoReceiptAt"
       from shipment s join purchase_order o on o.id = s.order_id join organization se on se.id = s.seller_org_id
       join organization bu on bu.id = s.buyer_org_id where ${where} order by s.id`,
      [value],
    );
    if (rows.length === 0) return [];
    const parts = await partsOf(
      tx,
      rows.map(({ id }) => id),
    );
    const standing = await this.guards.standing(
      tx,
      parts.receipts.flatMap(({ id, invoicedAt }) => (invoicedAt === null ? [id] : [])),
    );
    return rows.map((row) => toShipment(actor, tx.now, row, parts, standing));
  }
}

async function partsOf(tx: Tx, ids: readonly string[]): Promise<Parts> {
  const raw = await tx.query<RawLine>(
    `select l.id, l.shipment_id as "shipmentId", l.line_no as "lineNo", l.order_line_id as "orderLineId", l.qty, l.lot_code as "lotCode", l.expires_on as "expiresOn", l.min_life_days as "minLifeDays",
       ol.description, ol.base_unit as "baseUnit", ol.pack_name as "packName", ol.pack_size_base as "packSize",
       ol.grade_name as "gradeName", ol.grade_spec as "gradeSpec", ol.catch_weight as "catchWeight", coalesce(ol.tare_weight, 0)::text as "tareWeight",
       ol.weight_tolerance_bp as "weightToleranceBp",
       (select json_build_object('id', w.id, 'reason', w.reason, 'validUntil', w.valid_until, 'decidedByName', u.full_name)
         from life_waiver w join app_user u on u.id = w.decided_by where w.id = l.life_waiver_id) as "lifeWaiver"
     from shipment_line l join order_line ol on ol.id = l.order_line_id where l.shipment_id = any($1) order by l.shipment_id, l.line_no`,
    [ids],
  );
  const { toleranceBpByUnit, outOfGradeBp } = await tradeRules(tx);
  const lines = raw.map(({ weightToleranceBp, ...line }) => ({
    ...line,
    outOfGradeBp,
    toleranceBp: toleranceOf({ catchWeight: line.catchWeight, weightToleranceBp }, toleranceBpByUnit[line.baseUnit] ?? 0),
  }));
  const receipts = await tx.query<ReceiptRow>(
    `select r.id, r.shipment_id as "shipmentId", r.number, r.received_at as "receivedAt", u.full_name as "receivedByName", r.note, r.source,
       r.dispute_until as "disputeUntil", r.counted_at as "countedAt", r.invoiced_at as "invoicedAt",
       (select json_build_object('status', d.status, 'reason', d.reason, 'openedAt', d.opened_at, 'openedByName', du.full_name,
          'answer', d.answer, 'answeredAt', d.answered_at)
        from receipt_dispute d left join app_user du on du.id = d.opened_by where d.receipt_id = r.id order by d.id desc limit 1) as dispute,
       exists (select 1 from goods_fate f where f.receipt_id = r.id) as "goodsSettled",
       (select count(*)::int from claim c where c.receipt_id = r.id and c.status <> 'WITHDRAWN') as claims
     from goods_receipt r left join app_user u on u.id = r.received_by where r.shipment_id = any($1) and r.status = 'POSTED'`,
    [ids],
  );
  const counts = await tx.query<CountRow>(
    `select id, receipt_id as "receiptId", shipment_line_id as "shipmentLineId", order_line_id as "orderLineId", accepted_qty as "acceptedQty",
       rejected_qty as "rejectedQty", missing_qty as "missingQty", reject_reason as "rejectReason", note, inspection, claim_until as "claimUntil"
     from goods_receipt_line where receipt_id = any($1) order by receipt_id, line_no`,
    [receipts.map(({ id }) => id)],
  );
  const countIds = counts.map(({ id }) => id);
  const held = await tx.query<{ lineId: string; held: string }>(HELD_SQL, [countIds]);
  const voided = await tx.query<VoidedReceiptView & { shipmentId: string }>(
    `select r.id, r.shipment_id as "shipmentId", r.number, r.source, r.received_at as "receivedAt", r.voided_at as "voidedAt",
       u.full_name as "voidedByName", r.void_reason as "voidReason"
     from goods_receipt r left join app_user u on u.id = r.voided_by where r.shipment_id = any($1) and r.status = 'VOIDED' order by r.id`,
    [ids],
  );
  const proofs = await tx.query<Omit<DeliveryProofView, 'photos'> & { id: string; shipmentId: string }>(
    `select p.id, p.shipment_id as "shipmentId", p.receiver_name as "receiverName", '/files/' || p.signature_file_id as "signatureUrl", p.note,
       p.signed_at as "signedAt", p.recorded_at as "recordedAt", u.full_name as "recordedByName"
     from delivery_proof p left join app_user u on u.id = p.recorded_by where p.shipment_id = any($1)`,
    [ids],
  );
  const back = await tx.query<BackGoodsView & { shipmentId: string }>(
    `select r.shipment_id as "shipmentId", g.id as "sourceId", g.type as "sourceType", g.description, g.lot_code as "lotCode", g.base_unit as "baseUnit",
       g.qty::text, g.open::text as "openQty"
     from (${BACK_GOODS_SQL}) g join goods_receipt r on r.id = g.receipt_id where g.receipt_id = any($1) order by g.id`,
    [receipts.map(({ id }) => id)],
  );
  const photos = await photosOf(tx, [...countIds, ...proofs.map(({ id }) => id)]);
  return {
    lines,
    receipts,
    counts,
    held: new Map(held.map((row) => [row.lineId, row.held])),
    photos,
    voided,
    proofs,
    back,
    trips: await tripsOfShipments(tx, ids),
  };
}

function toShipment(actor: Actor, now: Date, row: ShipmentRow, parts: Parts, standing: ReadonlySet<string>): ShipmentView {
  const of = <T extends { shipmentId: string }>(rows: readonly T[]): T[] =>
    rows.filter(({ shipmentId }) => shipmentId === row.id);
  const { sellerOrgId: _seller, buyerOrgId: _buyer, ...shipment } = row;
  const [found] = of(parts.receipts);
  const [proof] = of(parts.proofs);
  const back = of(parts.back);
  return {
    ...shipment,
    lines: of(parts.lines),
    receipt: found ? toReceipt(found, parts, now) : null,
    voidedReceipts: of(parts.voided),
    proof: proof ? { ...proof, photos: parts.photos.get(proof.id) ?? [] } : null,
    backGoods: back,
    trip: parts.trips.get(row.id) ?? null,
    deliveryNoteUrl: `/documents/shipments/${row.id}.pdf`,
    labelsUrl: `/documents/labels/${row.id}.pdf`,
    availableActions: actionsOf(actor, now, row, found ? { ...found, isHeld: standing.has(found.id) } : null, back),
  };
}

const isDisputed = ({ dispute }: ReceiptRow): boolean => dispute?.status === 'OPEN' || dispute?.status === 'ANSWERED';

function toReceipt(row: ReceiptRow, parts: Parts, now: Date): GoodsReceiptView {
  const { dispute } = row;
  return {
    ...row,
    state: receiptStateAt({ voidedAt: null, disputed: isDisputed(row), disputeUntil: row.disputeUntil }, now),
    dispute: dispute && {
      ...dispute,
      openedAt: new Date(dispute.openedAt),
      answeredAt: dispute.answeredAt === null ? null : new Date(dispute.answeredAt),
    },
    lines: parts.counts
      .filter(({ receiptId }) => receiptId === row.id)
      .map((line) => {
        const accepted = quantity(line.acceptedQty);
        return {
          ...line,
          deliveredQty: accepted.add(quantity(line.rejectedQty)).toDecimalString(),
          photos: parts.photos.get(line.id) ?? [],
          claimableQty: Quantity.max(Quantity.ZERO, accepted.sub(quantity(parts.held.get(line.id) ?? '0'))).toDecimalString(),
        };
      }),
  };
}

type Standing = Pick<ShipmentRow, 'status' | 'sellerOrgId' | 'buyerOrgId'>;

/** What the reader's side may do, and why not. Acts that make no sense yet, or any more, are left out. */
function actionsOf(
  actor: Actor,
  now: Date,
  shipment: Standing,
  receipt: (ReceiptRow & { readonly isHeld: boolean }) | null,
  back: readonly BackGoodsView[],
): OfferedAction[] {
  const isBuyer = actor.orgId === shipment.buyerOrgId;
  const isSeller = actor.orgId === shipment.sellerOrgId;
  if (!isBuyer && !isSeller) return [];
  const offer = (action: string, policy: PolicyAction, refusal: Refusal | null = null): OfferedAction => {
    const reason = !allows(actor, policy, shipment)
      ? WRONG_ROLE[actor.locale]
      : refusal && explain(shipmentMessages, refusal, actor.locale).message;
    return { action, allowed: reason === null, reason };
  };
  const offered: OfferedAction[] = [];
  const open = nextState(SHIPMENT_TRANSITIONS, shipment.status, 'receive').ok;
  if (isBuyer)
    offered.push(offer('receiptPost', 'receipt.post', open ? null : ({ code: 'ALREADY_RECEIVED', receipt: null } as Refusal)));
  if (shipment.status === 'DISPATCHED') offered.push(offer('deliveryProof', 'proof.record'));
  if (!receipt) return offered;
  const disputed = isDisputed(receipt);
  if (isBuyer) {
    const voidable = mayVoid({ ...receipt, voidedAt: null, invoicedAt: receipt.isHeld ? now : receipt.invoicedAt });
    offered.push(offer('receiptVoid', 'receipt.void', voidable.ok ? null : voidable.refusal));
    offered.push(offer('claimOpen', 'claim.open'));
    if (receipt.dispute?.status === 'OPEN') offered.push(offer('receiptDisputeAnswer', 'receipt.defend'));
    return offered;
  }
  const disputable = mayDispute({ voidedAt: null, disputed, disputeUntil: receipt.disputeUntil }, now);
  if (disputed) offered.push(offer('receiptDisputeWithdraw', 'receipt.dispute'));
  else offered.push(offer('receiptDispute', 'receipt.dispute', disputable.ok ? null : disputable.refusal));
  if (back.some(({ openQty }) => quantity(openQty).isPositive)) offered.push(offer('goodsSettle', 'goods.settle'));
  return offered;
}

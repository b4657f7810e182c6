import { Injectable } from '@nestjs/common';
import { isAckOverdue, type OrderState } from '@lienket/domain';
import { idOf, isUuid } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { prepared } from '../../platform/database/prepared.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../platform/graphql/keyset.js';
import { type DiaryEntry, diaryOf } from '../agreements/index.js';
import { likePatterns, organizationRefSql } from '../registry/index.js';
import { seesPrices } from './access.js';
import type { OrderLineView, OrderQuestion, OrderSummaryView, OrderView } from './order.view.js';
import { orderActions } from './order-actions.js';

interface Sides {
  sellerOrgId: string;
  buyerOrgId: string;
}
type SummaryRow = Omit<OrderSummaryView, 'ackOverdue'> & Sides;
type OrderRow = Omit<OrderView, 'ackOverdue' | 'lines' | 'availableActions'> &
  Sides & { openShipments: number; hasGoodsToDispatch: boolean; hasOpenChange: boolean };

const COMMON = `o.id, o.number, o.status, o.seller_org_id as "sellerOrgId", o.buyer_org_id as "buyerOrgId", ${organizationRefSql('b')} as buyer,
  ${organizationRefSql('s')} as seller, o.buyer_po_no as "buyerPoNo", o.requested_on as "requestedOn", o.delivery_snapshot as "deliveryPlace",
  o.ordered_total as "orderedTotal", o.accepted_total as "acceptedTotal", o.placed_at as "placedAt", o.ack_due_at as "ackDueAt", o.is_demo as "isDemo"`;
const SIDES = 'join organization s on s.id = o.seller_org_id join organization b on b.id = o.buyer_org_id';
const SUMMARY = `select ${COMMON}, o.line_count as "lineCount", c.number as "contractNumber" from purchase_order o ${SIDES}
  left join contract c on c.id = o.contract_id`;

/** The memorandum on an order's page: its contract's, or that of the first line that was linked to one alone. */
const MOU_OF_ORDER = `coalesce(c.mou_id, (select ml.mou_id from order_line l join mou_line ml on ml.id = l.mou_line_id where l.order_id = o.id order by l.line_no limit 1))`;

/** Of the memoranda $1 each with every order that counts for it, by a contract or by a line: an order may count for several. */
const COUNTED = `(select k.mou_id, x.id as order_id from contract k join purchase_order x on x.contract_id = k.id where k.mou_id = any($1)
  union select ml.mou_id, l.order_id from mou_line ml join order_line l on l.mou_line_id = ml.id where ml.mou_id = any($1))`;

@Injectable()
export class OrderQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** The order's page; NOT_FOUND for a reader who is neither party nor the Alliance. */
  byId(actor: Actor, id: string): Promise<OrderView> {
    return this.uow.read(actor, async (tx) => {
      const order = await this.headOf(tx, actor, id);
      return { ...order, lines: await linesOf(tx, actor, order) };
    });
  }

  /** The order without its lines, for the answer of a mutation. */
  head(actor: Actor, id: string): Promise<OrderView> {
    return this.uow.read(actor, (tx) => this.headOf(tx, actor, id));
  }

  lines(actor: Actor, order: OrderView): Promise<OrderLineView[]> {
    return this.uow.read(actor, (tx) => linesOf(tx, actor, order));
  }

  private async headOf(tx: Tx, actor: Actor, id: string): Promise<OrderView> {
    const row = await tx.one<OrderRow>(
      prepared(`select ${COMMON}, o.note, o.payment_term_days as "paymentTermDays", o.payment_base as "paymentBase", o.confirmed_total as "confirmedTotal", o.acknowledged_at as "acknowledgedAt",
           o.close_reason as "closeReason", o.version, o.open_shipments as "openShipments", o.cutoff_at as "cutoffAt", o.revision,
           exists (select 1 from order_change h where h.order_id = o.id and h.status = 'PROPOSED') as "hasOpenChange",
           exists (select 1 from order_line l where l.order_id = o.id and l.confirmed_qty > l.dispatched_qty) as "hasGoodsToDispatch", u.full_name as "placedByName",
           case when c.id is not null then json_build_object('id', c.id, 'number', c.number) end as contract,
           case when g.id is not null then json_build_object('id', g.id, 'number', g.number) end as "group",
           case when m.id is not null then json_build_object('id', m.id, 'registerNo', m.register_no, 'title', m.title) end as mou
         from purchase_order o ${SIDES} join app_user u on u.id = o.placed_by
         left join contract c on c.id = o.contract_id left join mou m on m.id = ${MOU_OF_ORDER}
         left join order_group g on g.id = o.group_id
         where o.id = $1`),
      [idOf(id)],
    );
    return toOrder(actor, tx.now, row);
  }

  async page(
    actor: Actor,
    filter: OrderQuestion | null,
    first: number | null,
    after: string | null,
  ): Promise<Connection<OrderSummaryView>> {
    const size = pageSize(first);
    const { where, values } = conditions(actor, filter ?? {});
    const cursor = decodeCursor(after, 1);
    return this.uow.read(actor, async (tx) => {
      const from = cursor ? `${where} and o.id < $${values.length + 1}` : where;
      const rows = await tx.query<SummaryRow>(`${SUMMARY} where ${from} order by o.id desc limit ${size + 1}`, [
        ...values,
        ...(cursor ? [idOf(cursor[0]!)] : []),
      ]);
      return toConnection(
        rows,
        size,
        (row) => toSummary(actor, tx.now, row),
        (row) => encodeCursor(row.id),
        () => this.count(actor, where, values),
      );
    });
  }

  /** Orders that call off on the contracts of these memoranda or have lines that count for one, newest first, by memorandum. */
  ofMous(actor: Actor, mouIds: readonly string[]): Promise<Map<string, OrderSummaryView[]>> {
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<SummaryRow & { mouId: string }>(
        `${SUMMARY.replace('select ', 'select counted.mou_id as "mouId", ')} join ${COUNTED} counted on counted.order_id = o.id order by o.id desc`,
        [mouIds],
      );
      const byMou = new Map<string, OrderSummaryView[]>(mouIds.map((id) => [id, []]));
      for (const { mouId, ...row } of rows) byMou.get(mouId)!.push(toSummary(actor, tx.now, row));
      return byMou;
    });
  }

  /** The orders of a buyer's group, as the list shows them; in the order they were placed. */
  async ofGroup(tx: Tx, actor: Actor, groupId: string): Promise<OrderSummaryView[]> {
    const rows = await tx.query<SummaryRow>(`${SUMMARY} where o.group_id = $1 order by o.id`, [groupId]);
    return rows.map((row) => toSummary(actor, tx.now, row));
  }

  /** Who did what to an order that the reader already has. */
  diary(actor: Actor, orderId: string): Promise<DiaryEntry[]> {
    return this.uow.read(actor, (tx) => diaryOf(tx, 'order', [orderId]));
  }

  private count(actor: Actor, where: string, values: unknown[]): Promise<number> {
    return this.uow.read(actor, async (tx) => {
      const { count } = await tx.one<{ count: number }>(
        `select count(*)::int as count from purchase_order o ${SIDES} where ${where}`,
        values,
      );
      return count;
    });
  }
}

function toOrder(actor: Actor, now: Date, row: OrderRow): OrderView {
  const { sellerOrgId, buyerOrgId, openShipments, hasGoodsToDispatch, hasOpenChange, ...order } = row;
  const standing = { status: row.status, sellerOrgId, buyerOrgId, openShipments, hasGoodsToDispatch, hasOpenChange };
  const status: OrderState = row.status;
  return {
    ...order,
    ...(!seesPrices(actor, row) && { orderedTotal: null, confirmedTotal: null, acceptedTotal: null }),
    ackOverdue: isAckOverdue({ state: status, ackDueAt: row.ackDueAt }, now),
    lines: null,
    availableActions: orderActions(actor, { ...standing, cutoffAt: row.cutoffAt }, now),
  };
}

function toSummary(actor: Actor, now: Date, { sellerOrgId, buyerOrgId, ...row }: SummaryRow): OrderSummaryView {
  const prices = seesPrices(actor, { sellerOrgId, buyerOrgId });
  return {
    ...row,
    ...(!prices && { orderedTotal: null, acceptedTotal: null }),
    ackOverdue: isAckOverdue({ state: row.status, ackDueAt: row.ackDueAt }, now),
  };
}

/** One statement for any number of lines; the product is named as it is in the catalogue today, the description as it was ordered. */
async function linesOf(tx: Tx, actor: Actor, order: OrderView): Promise<OrderLineView[]> {
  const rows = await tx.query<
    OrderLineView & { productId: string; productSlug: string; productName: string; productUnit: string }
  >(
    `select l.id, l.line_no as "lineNo", l.contract_line_id as "contractLineId", l.description, l.base_unit as "baseUnit", l.grade_id as "gradeId", l.grade_code as "gradeCode",
       l.grade_name as "gradeName", l.grade_spec as "gradeSpec", l.pack_id as "packId", l.pack_name as "packName", l.pack_level as "packLevel",
       l.pack_gtin as "packGtin", l.pack_size_base as "packSize", round(l.ordered_qty / l.pack_size_base, 3)::text as packs,
       l.catch_weight as "catchWeight", l.weight_tolerance_bp as "weightToleranceBp", l.tare_weight::text as "tareWeight",
       l.location_id as "locationId", l.place_code as "placeCode", l.place_name as "placeName", l.requested_on as "requestedOn",
       l.window_from as "windowFrom", l.window_to as "windowTo", l.cost_center as "costCenter", l.arrived_on as "arrivedOn", l.ordered_qty as "orderedQty", l.unit_price as "unitPrice", l.amount, l.vat_code as "vatCode", l.answer,
       l.answer_reason as "answerReason", l.confirmed_qty as "confirmedQty", l.promised_on as "promisedOn", l.dispatched_qty as "dispatchedQty",
       l.accepted_qty as "acceptedQty", l.rejected_qty as "rejectedQty", l.missing_qty as "missingQty",
       l.product_id as "productId", coalesce(p.slug, '') as "productSlug", coalesce(p.name_vi, l.description) as "productName",
       coalesce(p.base_unit, l.base_unit) as "productUnit"
     from order_line l left join product p on p.id = l.product_id where l.order_id = $1 order by l.line_no`,
    [order.id],
  );
  const masked = seesPrices(actor, { sellerOrgId: order.seller.id, buyerOrgId: order.buyer.id })
    ? {}
    : { unitPrice: null, amount: null };
  return rows.map(({ productId, productSlug, productName, productUnit, ...line }) => ({
    ...line,
    ...masked,
    product: { id: productId, slug: productSlug, nameVi: productName, baseUnit: productUnit },
  }));
}

function conditions(actor: Actor, filter: OrderQuestion): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const add = (value: unknown) => `$${values.push(value)}`;
  const all: string[] = [];
  if (filter.side === 'SELLER') all.push(`o.seller_org_id = ${add(actor.orgId)}`);
  else if (filter.side === 'BUYER') all.push(`o.buyer_org_id = ${add(actor.orgId)}`);
  else if (actor.orgKind !== 'ALLIANCE') {
    const me = add(actor.orgId);
    all.push(`(o.seller_org_id = ${me} or o.buyer_org_id = ${me})`);
  }
  if (filter.status?.length) all.push(`o.status = any(${add(filter.status)})`);
  if (filter.contractId) {
    if (!isUuid(filter.contractId)) throw new NotFoundError();
    all.push(`o.contract_id = ${add(filter.contractId)}`);
  }
  const words = likePatterns(filter.search);
  if (words.length) {
    // Number, the buyer's own number, or a name of the two sides; without diacritics.
    all.push(
      `fold_vietnamese(concat_ws(' ', o.number, o.buyer_po_no, b.name, b.short_name, s.name, s.short_name)) like all(${add(words)}::text[])`,
    );
  }
  return { where: all.join(' and ') || 'true', values };
}

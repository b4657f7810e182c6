import { addDays } from '@lienket/domain';
import { DeliveryRouteRecord, OrderChangeLineRecord, OrderChangeRecord } from '../../../modules/ordering/index.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';

/** The cooperative whose product shows everything a product can. */
const ROUTED = 'na-chi-lang-trai-vu';

interface ConfirmedOrder {
  readonly id: string;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly managerId: string;
  readonly lineId: string;
  readonly confirmed: string;
  readonly dueOn: string;
}

/** Between fictional parties: a seller's general route, and a buyer who asks for less of a confirmed order. */
export async function loadOrderingTerms(tx: Tx): Promise<void> {
  const [seller] = await tx.query<{ id: string }>('select org_id as id from product where slug = $1 and is_demo', [ROUTED]);
  if (seller) {
    await tx.insert(DeliveryRouteRecord, {
      id: newId(),
      sellerOrgId: seller.id,
      name: 'Tuyến chung (mẫu)',
      isGeneral: true,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      cutoffDays: 1,
      cutoffTime: '15:00',
      runsOnHolidays: true,
      minOrderValue: 300_000n,
    });
  }
  const [order] = await tx.query<ConfirmedOrder>(
    `select o.id, o.seller_org_id as "sellerOrgId", o.buyer_org_id as "buyerOrgId", o.placed_by as "managerId", l.id as "lineId",
       l.confirmed_qty as confirmed, coalesce(l.promised_on, l.requested_on) as "dueOn"
     from purchase_order o join order_line l on l.order_id = o.id and l.line_no = 1
     where o.is_demo and o.status = 'CONFIRMED' and l.dispatched_qty = 0 order by o.id limit 1`,
  );
  if (!order) return;
  const changeId = newId();
  const half = Math.floor(Number(order.confirmed) / 2 / 10) * 10;
  await tx.insert(OrderChangeRecord, {
    id: changeId,
    orderId: order.id,
    sellerOrgId: order.sellerOrgId,
    buyerOrgId: order.buyerOrgId,
    kind: 'CHANGE',
    status: 'PROPOSED',
    reason: 'Kho đang đầy, xin nhận một nửa và lùi hai ngày (nội dung mẫu).',
    proposedByOrgId: order.buyerOrgId,
    proposedBy: order.managerId,
    proposedAt: tx.now,
  });
  await tx.insert(OrderChangeLineRecord, {
    id: newId(),
    changeId,
    orderLineId: order.lineId,
    qtyBefore: order.confirmed,
    qtyAfter: String(half),
    dateBefore: order.dueOn,
    dateAfter: addDays(order.dueOn < tx.today ? tx.today : order.dueOn, 2),
  });
}

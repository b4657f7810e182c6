import { quantity } from '@lienket/domain';
import type { DataSource } from 'typeorm';
import type { Actor } from '../../../platform/auth/actor.js';
import { gatherCast, pastWalls } from './cast.js';
import type { Storyteller } from './storyteller.js';

interface Waiting {
  readonly orderId: string;
  readonly sellerOrgId: string;
  readonly locationId: string;
  readonly kg: string;
}
interface Seen {
  readonly version: number;
  readonly stops: readonly { id: string }[];
}

const FIELDS = '... on Trip { id version }';

/** Three cooperatives of the demo world send what a buyer ordered of them on one truck; a fourth is asked. One load has left. */
export async function tellTrip(teller: Storyteller, dataSource: DataSource): Promise<void> {
  const cast = await gatherCast(dataSource);
  // Of one buyer first, so that its store finds the goods of several cooperatives on one truck.
  const waiting = await pastWalls<Waiting>(
    dataSource,
    `select distinct on (o.seller_org_id) o.id as "orderId", o.seller_org_id as "sellerOrgId", l.location_id as "locationId",
       sum(l.confirmed_qty - l.dispatched_qty)::text as kg
     from purchase_order o join order_line l on l.order_id = o.id
     where o.is_demo and o.status in ('CONFIRMED', 'IN_DELIVERY') and l.base_unit = 'kg' and l.confirmed_qty > l.dispatched_qty
       and o.seller_org_id = any($1) and not exists (select 1 from stock_lot s where s.product_id = l.product_id)
     group by o.id, l.location_id order by o.seller_org_id, (o.buyer_org_id = $2) desc, o.id`,
    [[...cast.directors.keys()], cast.shops[0]!.orgId],
  );
  const [first, ...others] = waiting.slice(0, 3);
  if (!first || others.length === 0) return;
  const director = (orgId: string): Actor => cast.directors.get(orgId)!;
  const asked = [...cast.directors.keys()].find((id) => !waiting.slice(0, 3).some(({ sellerOrgId }) => sellerOrgId === id));
  const act = (actor: Actor, name: string, mutation: string, type: string, input: Record<string, unknown>) =>
    teller.done(actor, `demo:trip:${name}`, mutation, type, input, FIELDS);
  const at = (days: number, hour: string) => new Date(`${teller.date(days)}T${hour}:00+07:00`).toISOString();
  teller.on(0, 7);
  const invited = [...others.map(({ sellerOrgId }) => sellerOrgId), ...(asked ? [asked] : [])];
  const { id } = await act(director(first.sellerOrgId), 'open', 'tripOpen', 'TripOpenInput', {
    ...{ vehicle: '12C-068.24', driverName: 'Hoàng Văn Tài', driverPhone: '0912 345 678', departsAt: at(1, '20:00') },
    ...{ capacityKg: '3500', note: 'Xe lạnh 8 °C, bốc hàng từ 19 giờ (nội dung mẫu).', invited },
  });
  for (const { sellerOrgId } of others)
    await act(director(sellerOrgId), `join-${sellerOrgId}`, 'tripAnswer', 'TripAnswerInput', { id, join: true });
  for (const { orderId, sellerOrgId, locationId, kg } of [first, ...others])
    await act(director(sellerOrgId), `load-${sellerOrgId}`, 'tripLoadPut', 'TripLoadPutInput', {
      ...{ id, orderId, locationId, weightKg: quantity(kg).basisPoints(10_300n, 'up').toDecimalString() },
    });
  const { trip } = (await teller.read(director(first.sellerOrgId), 'query($id: ID!) { trip(id: $id) { version stops { id } } }', {
    id,
  })) as unknown as { trip: Seen };
  const times = ['20:00', '20:40', '21:20', '23:50'];
  await act(director(first.sellerOrgId), 'arrange', 'tripArrange', 'TripArrangeInput', {
    ...{ id, version: trip.version },
    stops: trip.stops.map((stop, index) => ({ id: stop.id, expectedAt: times[index] ? at(1, times[index]) : null })),
  });
  await dispatch(teller, director(others[0]!.sellerOrgId), others[0]!, id);
  await teller.settle();
}

async function dispatch(teller: Storyteller, seller: Actor, { orderId, locationId }: Waiting, tripId: string): Promise<void> {
  const { order } = (await teller.read(
    seller,
    'query($id: ID!) { order(id: $id) { version lines { id locationId confirmedQty dispatchedQty } } }',
    { id: orderId },
  )) as unknown as {
    order: {
      version: number;
      lines: { id: string; locationId: string; confirmedQty: string; dispatchedQty: string }[];
    };
  };
  const lines = order.lines.flatMap(({ id, locationId: place, confirmedQty, dispatchedQty }) => {
    const open = quantity(confirmedQty).sub(quantity(dispatchedQty));
    return place === locationId && open.isPositive ? [{ orderLineId: id, qty: open.toDecimalString() }] : [];
  });
  const input = { orderId, orderVersion: order.version, expectedOn: teller.date(1), tripId, lines };
  await teller.done(
    seller,
    'demo:trip:dispatch',
    'shipmentDispatch',
    'ShipmentDispatchInput',
    input,
    '... on Shipment { id version }',
  );
}

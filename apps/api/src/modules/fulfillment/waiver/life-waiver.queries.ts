import { Injectable } from '@nestjs/common';
import { actionsFrom, LIFE_WAIVER_TRANSITIONS, type LifeWaiver, lifeWaiverCovers, type LifeWaiverState } from '@lienket/domain';
import { allows, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { type OfferedAction, WRONG_ROLE } from '../../ordering/index.js';
import type { LifeWaiverView } from './life-waiver.view.js';

type Row = Omit<LifeWaiverView, 'availableActions'> & { readonly sellerOrgId: string; readonly buyerOrgId: string };

const SELECT = `select w.id, w.order_id as "orderId", w.order_line_id as "orderLineId", w.lot_code as "lotCode", w.goods, w.origin, w.least_days as "leastDays", w.expires_on as "expiresOn",
    w.arrives_on as "arrivesOn", w.min_days as "minDays", w.status, w.note, a.full_name as "askedByName", w.asked_at as "askedAt", w.reason,
    w.valid_until as "validUntil", d.full_name as "decidedByName", w.decided_at as "decidedAt", w.version, w.seller_org_id as "sellerOrgId",
    w.buyer_org_id as "buyerOrgId"
  from life_waiver w left join app_user a on a.id = w.asked_by left join app_user d on d.id = w.decided_by`;

@Injectable()
export class LifeWaiverQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** Of an order, the newest first; for a reader who is neither party nor the Alliance, none. */
  ofOrder(actor: Actor, orderId: string): Promise<LifeWaiverView[]> {
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<Row>(`${SELECT} where w.order_id = $1 order by w.id desc`, [idOf(orderId)]);
      return rows.map((row) => viewOf(actor, row));
    });
  }

  async byId(actor: Actor, id: string): Promise<LifeWaiverView> {
    const [row] = await this.uow.read(actor, (tx) => tx.query<Row>(`${SELECT} where w.id = $1`, [idOf(id)]));
    if (!row) throw new NotFoundError();
    return viewOf(actor, row);
  }
}

export interface OrderWaiver extends LifeWaiver {
  readonly id: string;
}

/** What was asked and granted for an order; locked against being ended while goods leave on it. */
export const waiversOf = (tx: Tx, orderId: string, lock: 'for share' | '' = ''): Promise<OrderWaiver[]> =>
  tx.query<OrderWaiver>(
    `select id, status as state, lot_id as "lotId", case when origin = 'OFFERED' then lot_code end as "lotCode", least_days as "leastDays", order_id as "orderId", order_line_id as "orderLineId", valid_until as "validUntil"
     from life_waiver where order_id = $1 order by id ${lock}`,
    [orderId],
  );

interface WaivedLot {
  readonly id: string;
  readonly code: string;
  readonly expiresOn: string | null;
}
export type WaiverFinder = (lot: WaivedLot, orderLineId: string) => OrderWaiver | null;

/** The waiver that lets a lot leave for a line of the order, to arrive on a day: one asked for this very lot before an offer. */
export function waiverFinder(waivers: readonly OrderWaiver[], orderId: string, arrives: string): WaiverFinder {
  const closestFirst = [...waivers].sort((a, b) => Number(a.lotId === null) - Number(b.lotId === null));
  return ({ id: lotId, code: lotCode, expiresOn }, orderLineId) =>
    closestFirst.find((waiver) => lifeWaiverCovers(waiver, { lotId, lotCode, expiresOn, orderId, orderLineId, arrives })) ?? null;
}

/** What each step is called and who may take it. */
export const WAIVER_ACTIONS = {
  grant: { name: 'lifeWaiverGrant', policy: 'lifeWaiver.decide' },
  refuse: { name: 'lifeWaiverRefuse', policy: 'lifeWaiver.decide' },
  end: { name: 'lifeWaiverEnd', policy: 'lifeWaiver.decide' },
  withdraw: { name: 'lifeWaiverWithdraw', policy: 'lifeWaiver.ask' },
} as const;

function viewOf(actor: Actor, { sellerOrgId, buyerOrgId, ...row }: Row): LifeWaiverView {
  const sides = { sellerOrgId, buyerOrgId };
  const own = actor.orgId === sellerOrgId ? 'lifeWaiver.ask' : actor.orgId === buyerOrgId ? 'lifeWaiver.decide' : null;
  const availableActions = actionsFrom(LIFE_WAIVER_TRANSITIONS, row.status as LifeWaiverState).flatMap(
    (action): OfferedAction[] => {
      const { name, policy } = WAIVER_ACTIONS[action];
      if (policy !== own) return [];
      const allowed = allows(actor, policy, sides);
      return [{ action: name, allowed, reason: allowed ? null : WRONG_ROLE[actor.locale] }];
    },
  );
  return { ...row, availableActions };
}

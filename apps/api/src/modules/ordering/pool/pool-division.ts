import { Injectable } from '@nestjs/common';
import { type PoolShare, Quantity } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { type CallableShare, PoolBook, type PoolStanding } from '../../agreements/index.js';
import { AvailabilityBook } from '../../catalog/index.js';
import { type Sides, sidesOf } from '../order-sides.js';
import { deliveredInTime } from '../routes/in-time.js';
import { RouteBook } from '../routes/route-book.js';

/** A member that may be asked on one day at one place, and how the rule sees it. */
export interface AskedMember {
  readonly share: CallableShare;
  readonly sides: Sides;
  readonly calendar: Awaited<ReturnType<RouteBook['calendarOf']>>;
  readonly rule: PoolShare;
}

/** What each member of a pool can give on a day, before the rule divides. */
@Injectable()
export class PoolDivision {
  constructor(
    private readonly pools: PoolBook,
    private readonly availability: AvailabilityBook,
    private readonly routes: RouteBook,
  ) {}

  /** Who does not deliver there on that day, or does not trade any more, can promise nothing for it. */
  async members(tx: Tx, pool: PoolStanding, on: string, locationId: string): Promise<AskedMember[]> {
    const shares = await this.pools.callable(tx, pool, on);
    const stock = await this.availability.onDay(
      tx,
      shares.map(({ productId }) => productId),
      on,
    );
    const members: AskedMember[] = [];
    for (const share of shares) {
      const sides = await sidesOf(tx, pool.buyerOrgId, share.memberOrgId, locationId);
      const calendar = await this.routes.calendarOf(tx, share.memberOrgId, [locationId]);
      const comes = deliveredInTime([{ locationId, requestedOn: on }], calendar, tx.now).ok && sides.sellerStatus === 'ACTIVE';
      const told = stock.get(share.productId);
      const promised = told ? (told.stockKept ? told.firm : told.plan) : null;
      const { id: memberId, priority, target: weight, max: maxShare, used, weekLeft } = share;
      const available = comes && on >= tx.today ? promised : Quantity.ZERO;
      members.push({ share, sides, calendar, rule: { memberId, priority, weight, maxShare, used, weekLeft, available } });
    }
    return members;
  }
}

import { Injectable } from '@nestjs/common';
import {
  accept,
  checkLifeGrant,
  LIFE_WAIVER_TRANSITIONS,
  type LifeWaiverAction,
  type LifeWaiverState,
  lotBlock,
  nextState,
  refuse,
  type Refusal,
  type Result,
} from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { tidyText } from '../../../platform/text.js';
import { StockBook } from '../../catalog/index.js';
import { OrderBook } from '../../ordering/index.js';
import { LifeWaiver } from './life-waiver.entity.js';
import type { LifeWaiverRefusal } from './life-waiver.messages.js';
import { lifeWaiverAsked, lifeWaiverDecided } from './life-waiver.notices.js';
import { WAIVER_ACTIONS } from './life-waiver.queries.js';
import type { LifeWaiverAskCommand, LifeWaiverDecideCommand } from './life-waiver.view.js';

export const WAIVER_TEXT_MAX = 500;
const TEXT_MAX = WAIVER_TEXT_MAX;
const no = (refusal: LifeWaiverRefusal) => refuse(refusal);

/** A lot with too little life left: the seller asks, the buyer's manager decides, in name and with a reason. */
@Injectable()
export class LifeWaiverService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: OrderBook,
    private readonly stock: StockBook,
  ) {}

  ask(actor: Actor, input: LifeWaiverAskCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'lifeWaiverAsk', clientKey: input.clientKey, input }, async (tx) => {
      const order = await this.orders.forShipment(tx, idOf(input.orderId));
      assertMay(actor, 'lifeWaiver.ask', order);
      const open = this.orders.mayDispatch(order);
      if (!open.ok) return open;
      const line = order.lines.find(({ id }) => id === input.orderLineId.toLowerCase());
      if (!line) return no({ code: 'WAIVER_LINE_UNKNOWN' });
      const note = tidyText(input.note);
      if (!note) return no({ code: 'WAIVER_NOTE_MISSING' });
      if (note.length > TEXT_MAX) return no({ code: 'WAIVER_TEXT_TOO_LONG', max: TEXT_MAX });
      const lot = await this.stock.lifeOf(tx, line.productId, input.lotCode, line.agreedLifeBp);
      if (!lot) return no({ code: 'WAIVER_LOT_UNKNOWN', lotCode: input.lotCode });
      const arrives = input.arrivesOn < tx.today ? tx.today : input.arrivesOn;
      const block = lotBlock(lot, { leaves: tx.today, arrives, minDays: lot.minDays });
      if (block === null) return no({ code: 'WAIVER_NOT_NEEDED' });
      if (block !== 'TOO_LITTLE_LIFE') return no({ code: 'WAIVER_NO_HELP', expiresOn: lot.expiresOn });
      const orderLineId = input.wholeOrder ? null : line.id;
      const [standing] = await tx.query(
        `select 1 from life_waiver where order_id = $1 and lot_id = $2 and (order_line_id is null or order_line_id = $3)
           and (status = 'ASKED' or (status = 'GRANTED' and valid_until >= $4))`,
        [order.id, lot.lotId, line.id, arrives],
      );
      if (standing) return no({ code: 'WAIVER_ASKED_ALREADY' });
      const id = newId();
      const { sellerOrgId, buyerOrgId } = order;
      await tx.insert(LifeWaiver, {
        ...{ id, orderId: order.id, orderLineId, lotId: lot.lotId, sellerOrgId, buyerOrgId },
        ...{ lotCode: lot.code, goods: line.description, expiresOn: lot.expiresOn!, arrivesOn: arrives, minDays: lot.minDays },
        ...{ status: 'ASKED', note, askedBy: actor.userId, askedAt: tx.now },
      });
      await tx.audit('life-waiver.ask', 'order', order.id, { waiverId: id, lotCode: lot.code, arrivesOn: arrives });
      const facts = { orderId: order.id, orderNumber: order.number, lotCode: lot.code, granted: false };
      await sendNotice(tx, lifeWaiverAsked, { orgId: buyerOrgId, facts, key: id });
      return accept(id);
    });
  }

  /** The buyer grants until a day, refuses, or ends what it granted; the seller takes back what it asked. */
  act(actor: Actor, action: LifeWaiverAction, input: LifeWaiverDecideCommand): Promise<Result<string, Refusal>> {
    const operation = `lifeWaiver.${action}`;
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      const row = await tx.one<Standing>(
        `select w.id, w.status, w.version, w.order_id as "orderId", w.lot_code as "lotCode", w.goods, w.expires_on as "expiresOn", w.seller_org_id as "sellerOrgId",
           w.buyer_org_id as "buyerOrgId", o.number as "orderNumber" from life_waiver w join purchase_order o on o.id = w.order_id where w.id = $1 for update of w`,
        [idOf(input.id)],
      );
      assertMay(actor, WAIVER_ACTIONS[action].policy, row);
      if (row.version !== input.version) return versionConflict(row.version);
      const moved = nextState(LIFE_WAIVER_TRANSITIONS, row.status, action);
      if (!moved.ok) return no({ code: 'WAIVER_DECIDED' });
      const reason = tidyText(input.reason);
      if (action !== 'withdraw' && !reason) return no({ code: 'WAIVER_REASON_MISSING' });
      if ((reason?.length ?? 0) > TEXT_MAX) return no({ code: 'WAIVER_TEXT_TOO_LONG', max: TEXT_MAX });
      if (action === 'grant') {
        if (!input.validUntil) return no({ code: 'WAIVER_DAY_MISSING' });
        const sound = checkLifeGrant(input.validUntil, { today: tx.today, expiresOn: row.expiresOn! });
        if (!sound.ok) return sound;
      }
      await tx.updateVersioned(LifeWaiver, row.id, row.version, {
        status: moved.value,
        ...(action !== 'withdraw' && { reason, decidedBy: actor.userId, decidedAt: tx.now }),
        ...(action === 'grant' && { validUntil: input.validUntil }),
      });
      await tx.audit(`life-waiver.${action}`, 'order', row.orderId, { waiverId: row.id, lotCode: row.lotCode, reason });
      if (action !== 'withdraw') {
        const { orderId, orderNumber } = row;
        const lotCode = row.lotCode ?? row.goods;
        const facts = { orderId, orderNumber, lotCode, granted: action === 'grant' };
        await sendNotice(tx, lifeWaiverDecided, { orgId: row.sellerOrgId, facts, key: `${row.id}-${action}` });
      }
      return accept(row.id);
    });
  }
}

interface Standing {
  readonly id: string;
  readonly status: LifeWaiverState;
  readonly version: number;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly lotCode: string | null;
  readonly goods: string;
  readonly expiresOn: string | null;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
}

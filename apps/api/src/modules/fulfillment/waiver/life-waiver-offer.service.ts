import { Injectable } from '@nestjs/common';
import { accept, checkLifeOffer, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { tidyText } from '../../../platform/text.js';
import { StockBook } from '../../catalog/index.js';
import { OrderBook, withAgreedLife } from '../../ordering/index.js';
import { LifeWaiver } from './life-waiver.entity.js';
import type { LifeWaiverRefusal } from './life-waiver.messages.js';
import { lifeWaiverOffered } from './life-waiver.notices.js';
import { WAIVER_TEXT_MAX } from './life-waiver.service.js';
import type { LifeWaiverOfferCommand, LineLifeView } from './life-waiver.view.js';

const CODE_MAX = 60;
const no = (refusal: LifeWaiverRefusal) => refuse(refusal);

/** A buyer takes goods with little life left before anybody asks: by line, with the least it still accepts. */
@Injectable()
export class LifeWaiverOfferService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly orders: OrderBook,
    private readonly stock: StockBook,
  ) {}

  /** Days of life asked for by line of goods kept by lots; for a reader who is not of the order, NOT_FOUND. */
  lineLife(actor: Actor, orderId: string): Promise<LineLifeView[]> {
    return this.uow.read(actor, async (tx) => {
      const order = await tx.one<{ id: string }>(
        'select id from purchase_order where id = $1 and $2 in (seller_org_id, buyer_org_id)',
        [idOf(orderId), actor.orgId],
      );
      const lines = await tx.query<{ orderLineId: string; productId: string; contractLineId: string | null }>(
        `select l.id as "orderLineId", l.product_id as "productId", l.contract_line_id as "contractLineId" from order_line l where l.order_id = $1 order by l.line_no`,
        [order.id],
      );
      return [...(await this.stock.minDays(tx, await withAgreedLife(tx, lines)))].map(([orderLineId, minDays]) => ({
        orderLineId,
        minDays,
      }));
    });
  }

  offer(actor: Actor, input: LifeWaiverOfferCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'lifeWaiverOffer', clientKey: input.clientKey, input }, async (tx) => {
      const order = await this.orders.forShipment(tx, idOf(input.orderId));
      assertMay(actor, 'lifeWaiver.decide', order);
      const open = this.orders.mayDispatch(order);
      if (!open.ok) return open;
      const line = order.lines.find(({ id }) => id === input.orderLineId.toLowerCase());
      if (!line) return no({ code: 'WAIVER_LINE_UNKNOWN' });
      const reason = tidyText(input.reason);
      if (!reason) return no({ code: 'WAIVER_REASON_MISSING' });
      if (reason.length > WAIVER_TEXT_MAX) return no({ code: 'WAIVER_TEXT_TOO_LONG', max: WAIVER_TEXT_MAX });
      const lotCode = tidyText(input.lotCode)?.toUpperCase() ?? null;
      if (lotCode !== null && lotCode.length > CODE_MAX) return no({ code: 'WAIVER_TEXT_TOO_LONG', max: CODE_MAX });
      const { leastDays, validUntil } = input;
      const minDays = (await this.stock.minDays(tx, [{ ...line, orderLineId: line.id }])).get(line.id) ?? 0;
      const sound = checkLifeOffer({ leastDays, validUntil }, { today: tx.today, minDays });
      if (!sound.ok) return sound;
      // The order's lock keeps two offers of one line apart.
      const [standing] = await tx.query(
        `select 1 from life_waiver where order_line_id = $1 and origin = 'OFFERED' and status = 'GRANTED' and valid_until >= $3
           and lot_code is not distinct from $2`,
        [line.id, lotCode, tx.today],
      );
      if (standing) return no({ code: 'WAIVER_STANDS' });
      const id = newId();
      const { sellerOrgId, buyerOrgId } = order;
      await tx.insert(LifeWaiver, {
        ...{ id, origin: 'OFFERED', orderId: order.id, orderLineId: line.id, sellerOrgId, buyerOrgId },
        ...{ lotCode, goods: line.description, minDays, leastDays, validUntil },
        ...{ status: 'GRANTED', reason, decidedBy: actor.userId, decidedAt: tx.now },
      });
      await tx.audit('life-waiver.offer', 'order', order.id, { waiverId: id, lotCode, leastDays, validUntil, reason });
      const facts = { orderId: order.id, orderNumber: order.number, goods: line.description, leastDays };
      await sendNotice(tx, lifeWaiverOffered, { orgId: sellerOrgId, facts, key: id });
      return accept(id);
    });
  }
}

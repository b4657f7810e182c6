import { Injectable } from '@nestjs/common';
import { accept, quantity, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf, isUuid } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { tidyText } from '../../../platform/text.js';
import { RFQ_NOTICES, tellRfq } from '../sourcing.notices.js';
import { assertInvited, holdRfq, lockOwnQuote } from './locked-quote.js';
import { PoolShare } from './pool-share.entity.js';
import { TEXT_MAX } from './quote-terms.js';
import type { QuoteRefusal } from './quote.messages.js';

export interface ShareAskCommand {
  readonly clientKey: string;
  readonly rfqId: string;
  readonly rfqLineId: string;
  readonly memberOrgId: string;
  readonly qty: string;
  readonly note?: string | null;
}

export interface ShareAnswerCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly accept: boolean;
  readonly qty?: string | null;
  readonly floorPrice?: bigint | null;
  readonly productId?: string | null;
}

const MEMBER_KINDS = ['COOPERATIVE', 'COOPERATIVE_GROUP', 'COOPERATIVE_UNION', 'HOUSEHOLD_BUSINESS'];

/** Several cooperatives answer one line together; each promises its own part and its own lowest price. */
@Injectable()
export class PoolService {
  constructor(private readonly uow: UnitOfWork) {}

  /** The lead asks another for a share. Answers with the quote's id. */
  ask(actor: Actor, input: ShareAskCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'pool.ask', clientKey: input.clientKey, input }, async (tx) => {
      const rfq = await holdRfq(tx, idOf(input.rfqId));
      await assertInvited(tx, actor, rfq.id);
      if (rfq.status !== 'OPEN') return refuse<QuoteRefusal>({ code: 'QUOTE_LATE' });
      const line = await tx.one<{ id: string; description: string; baseUnit: string; deadlineAt: Date; buyerName: string }>(
        `select l.id, l.description, l.base_unit as "baseUnit", r.deadline_at as "deadlineAt", o.short_name as "buyerName"
         from rfq_line l join rfq r on r.id = l.rfq_id join organization o on o.id = r.buyer_org_id
         where l.id = $1 and l.rfq_id = $2`,
        [idOf(input.rfqLineId), rfq.id],
      );
      const member = isUuid(input.memberOrgId) ? input.memberOrgId.toLowerCase() : null;
      const [known] = await tx.query(`select 1 from organization where id = $1 and status = 'ACTIVE' and kind = any($2)`, [
        member,
        MEMBER_KINDS,
      ]);
      if (!known || member === actor.orgId) return refuse<QuoteRefusal>({ code: 'SHARE_MEMBER_UNKNOWN' });
      const qty = quantity(input.qty);
      if (!qty.isPositive) return refuse<QuoteRefusal>({ code: 'OFFER_NOT_POSITIVE' });
      await tx.query(
        `insert into quote (id, rfq_id, seller_org_id, buyer_org_id, is_demo) values ($1, $2, $3, $4, $5)
         on conflict (rfq_id, seller_org_id) do nothing`,
        [newId(), rfq.id, actor.orgId, rfq.buyerOrgId, rfq.isDemo],
      );
      const quote = (await lockOwnQuote(tx, rfq.id, actor.orgId))!;
      const [twice] = await tx.query(
        `select 1 from pool_share where quote_id = $1 and rfq_line_id = $2 and member_org_id = $3 and status <> 'DECLINED'`,
        [quote.id, line.id, member],
      );
      if (twice) return refuse<QuoteRefusal>({ code: 'SHARE_ASKED_ALREADY' });
      await tx.query('delete from pool_share where quote_id = $1 and rfq_line_id = $2 and member_org_id = $3', [
        quote.id,
        line.id,
        member,
      ]);
      const id = newId();
      await tx.insert(PoolShare, {
        id,
        quoteId: quote.id,
        rfqId: rfq.id,
        rfqLineId: line.id,
        leadOrgId: actor.orgId,
        memberOrgId: member!,
        description: line.description,
        baseUnit: line.baseUnit,
        buyerName: line.buyerName,
        askedQty: input.qty,
        note: tidyText(input.note)?.slice(0, TEXT_MAX) ?? null,
        answerBy: line.deadlineAt,
        askedAt: tx.now,
      });
      await tx.audit('pool.ask', 'quote', quote.id, { memberOrgId: member, qty: input.qty });
      await tellRfq(tx, RFQ_NOTICES.shareAsked, member!, rfq, id);
      return accept(quote.id);
    });
  }

  /** The member's director binds the member for its own part only. Answers with the share's id. */
  answer(actor: Actor, input: ShareAnswerCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'pool.answer', clientKey: input.clientKey, input }, async (tx) => {
      const share = await tx.one<PoolShare>(
        `select id, version, status, asked_qty as "askedQty", base_unit as "baseUnit", member_org_id as "memberOrgId",
           lead_org_id as "leadOrgId", description, rfq_id as "rfqId"
         from pool_share where id = $1 and member_org_id = $2 for update`,
        [idOf(input.id), actor.orgId],
      );
      assertMay(actor, 'quote.share', { sellerOrgId: share.memberOrgId });
      if (share.version !== input.version) return versionConflict(share.version);
      if (share.status !== 'OFFERED') return refuse<QuoteRefusal>({ code: 'SHARE_NOT_OPEN' });
      const asked = quantity(share.askedQty);
      const qty = input.qty ? quantity(input.qty) : null;
      if (input.accept && (!qty || !qty.isPositive || qty.compare(asked) > 0)) {
        return refuse<QuoteRefusal>({ code: 'SHARE_QTY_NOT_VALID', asked, unit: share.baseUnit });
      }
      if (input.accept && !(input.floorPrice && input.floorPrice > 0n)) {
        return refuse<QuoteRefusal>({ code: 'SHARE_FLOOR_MISSING' });
      }
      const productId = input.productId ? idOf(input.productId) : null;
      if (productId) await tx.one('select id from product where id = $1 and org_id = $2', [productId, actor.orgId]);
      await tx.updateVersioned(PoolShare, share.id, share.version, {
        status: input.accept ? 'COMMITTED' : 'DECLINED',
        answeredAt: tx.now,
        ...(input.accept && { qty: qty!.toDecimalString(), floorPrice: input.floorPrice!, productId }),
      });
      await tx.audit('pool.answer', 'pool_share', share.id, { accept: input.accept });
      const told = { id: share.rfqId, number: '', title: share.description };
      await tellRfq(tx, RFQ_NOTICES.shareAnswered, share.leadOrgId, told, `${share.id}:${share.version}`);
      return accept(share.id);
    });
  }
}

import { Injectable } from '@nestjs/common';
import {
  accept,
  isPackMultiple,
  nextState,
  quantity,
  type Refusal,
  refuse,
  type Result,
  SUPPLY_SHARE_TRANSITIONS,
} from '@lienket/domain';
import { assertMay, idOf, isUuid } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { VariantBook } from '../../catalog/index.js';
import type { PoolRefusal } from './pool.messages.js';
import { poolAgreed, poolToAgree, shareAnswered } from './pool.notices.js';
import { lessShared, type PoolAct, reasonOf } from './pool.service.js';
import { lockPool, type PoolStanding } from './pool-standing.js';
import { SupplyShare } from './supply-share.entity.js';

export interface AnswerShare extends PoolAct {
  readonly accept: boolean;
  readonly productId?: string | null;
}

/** Each member binds itself for its own part only, and the buyer agrees to each new member. Answers with the pool's id. */
@Injectable()
export class PoolAnswerService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly variants: VariantBook,
  ) {}

  answer(actor: Actor, input: AnswerShare): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'supplyPool.answer', clientKey: input.clientKey, input }, async (tx) => {
      const own = await tx.one<{ poolId: string; answerBy: string }>(
        'select pool_id as "poolId", answer_by as "answerBy" from supply_share where id = $1 and member_org_id = $2',
        [idOf(input.id), actor.orgId],
      );
      const pool = await lockPool(tx, own.poolId);
      const share = pool.shares.find(({ id }) => id === idOf(input.id))!;
      assertMay(actor, 'supplyPool.answer', { sellerOrgId: share.memberOrgId });
      if (share.version !== input.version) return versionConflict(share.version);
      if (pool.closed) return refuse<PoolRefusal>({ code: 'POOL_CLOSED' });
      const moved = nextState(SUPPLY_SHARE_TRANSITIONS, share.status, input.accept ? 'accept' : 'decline');
      if (!moved.ok) return refuse<PoolRefusal>({ code: 'SHARE_NOT_OPEN' });
      if (own.answerBy < tx.today) return refuse<PoolRefusal>({ code: 'SHARE_LATE' });
      const answered = { status: moved.value, answeredAt: tx.now, answeredBy: actor.userId };
      if (input.accept) {
        const goods = await this.goodsOf(tx, actor, pool, input.productId ?? null);
        if (!goods.ok) return goods;
        await tx.updateVersioned(SupplyShare, share.id, share.version, { ...answered, ...goods.value });
        await sendNotice(tx, poolToAgree, {
          orgId: pool.buyerOrgId,
          key: `${share.id}-${share.version}`,
          facts: { poolId: pool.id, goods: pool.goods },
        });
      } else {
        const reason = reasonOf(input.reason);
        if (!reason.ok) return reason;
        await tx.updateVersioned(SupplyShare, share.id, share.version, { ...answered, reason: reason.value });
        await lessShared(tx, pool, share.target);
      }
      await tx.audit('pool.answer', 'supply_pool', pool.id, { memberOrgId: actor.orgId, accept: input.accept });
      if (pool.leadOrgId !== actor.orgId) {
        await sendNotice(tx, shareAnswered, {
          orgId: pool.leadOrgId,
          key: `${share.id}-${share.version}`,
          facts: { poolId: pool.id, goods: pool.goods, accepted: input.accept },
        });
      }
      return accept(pool.id);
    });
  }

  /** The buyer's consent to every member that committed itself since: from here on its part of the line is owed by that member. */
  agree(actor: Actor, input: PoolAct): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'supplyPool.agree', clientKey: input.clientKey, input }, async (tx) => {
      const pool = await lockPool(tx, idOf(input.id));
      if (pool.buyerOrgId !== actor.orgId) throw new NotFoundError();
      assertMay(actor, 'supplyPool.agree', { buyerOrgId: pool.buyerOrgId });
      if (pool.version !== input.version) return versionConflict(pool.version);
      if (pool.closed) return refuse<PoolRefusal>({ code: 'POOL_CLOSED' });
      const waiting = pool.shares.filter(({ status, agreed }) => status === 'COMMITTED' && !agreed);
      if (waiting.length === 0) return refuse<PoolRefusal>({ code: 'POOL_NOBODY_TO_AGREE' });
      await tx.query('update supply_share set agreed_at = $2, agreed_by = $3, version = version + 1 where id = any($1)', [
        waiting.map(({ id }) => id),
        tx.now,
        actor.userId,
      ]);
      await tx.query('update supply_pool set version = version + 1 where id = $1', [pool.id]);
      await tx.audit('pool.agree', 'supply_pool', pool.id, { members: waiting.map(({ memberOrgId }) => memberOrgId) });
      for (const orgId of new Set([pool.leadOrgId, ...waiting.map(({ memberOrgId }) => memberOrgId)])) {
        const facts = { poolId: pool.id, goods: pool.goods };
        await sendNotice(tx, poolAgreed, { orgId, key: `${pool.id}-${pool.version}`, facts });
      }
      return accept(pool.id);
    });
  }

  /** The member's own product on sale, in the first pack that fills the pool's case. */
  private async goodsOf(
    tx: Tx,
    actor: Actor,
    pool: PoolStanding,
    productId: string | null,
  ): Promise<Result<{ productId: string; packId: string }, PoolRefusal>> {
    if (!productId || !isUuid(productId)) return refuse({ code: 'SHARE_PRODUCT_MISSING' });
    const variants = (await this.variants.ofProducts(tx, [productId])).get(productId.toLowerCase()) ?? [];
    const fits = variants.find(
      ({ orgId, status, baseUnit, pack }) =>
        orgId === actor.orgId &&
        status === 'PUBLISHED' &&
        baseUnit === pool.baseUnit &&
        isPackMultiple(pool.caseSize, quantity(pack.sizeBase)),
    );
    return fits
      ? accept({ productId: fits.productId, packId: fits.pack.id })
      : refuse({ code: 'SHARE_PRODUCT_NOT_FITTING', caseSize: pool.caseSize, unit: pool.baseUnit });
  }
}

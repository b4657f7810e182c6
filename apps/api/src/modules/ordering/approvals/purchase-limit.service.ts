import { accept, addDays, type LimitPeriod, refuse, type Refusal, type Result } from '@lienket/domain';
import { Injectable } from '@nestjs/common';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import type { LimitRefusal } from './approval.messages.js';
import { PurchaseLimit } from './purchase-limit.entity.js';

export interface PurchaseLimitSetCommand {
  readonly clientKey: string;
  readonly userId?: string | null;
  readonly role?: string | null;
  readonly perOrder?: bigint | null;
  readonly perPeriod?: bigint | null;
  readonly period?: LimitPeriod | null;
  readonly validFrom: string;
  readonly validTo?: string | null;
}

export interface PurchaseLimitEndCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
}

/** Whose people may order: a limit for anybody else would bind nobody. */
const ORDERING = ['BUYER', 'BUYER_MANAGER'];

/** The buyer's own rules about its people. A rule begins and ends; what it said is never rewritten. */
@Injectable()
export class PurchaseLimitService {
  constructor(private readonly uow: UnitOfWork) {}

  set(actor: Actor, input: PurchaseLimitSetCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'purchaseLimitSet', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'order.limit', { buyerOrgId: actor.orgId });
      const sound = await this.check(tx, actor, input);
      if (!sound.ok) return sound;
      const { userId = null, role = null, perOrder = null, perPeriod = null, validFrom, validTo = null } = input;
      const id = newId();
      const period = perPeriod === null ? null : (input.period ?? null);
      await tx.insert(PurchaseLimit, {
        ...{ id, buyerOrgId: actor.orgId, userId, role, perOrder, perPeriod, period, validFrom, validTo },
        setBy: actor.userId,
        setAt: tx.now,
      });
      await tx.audit('purchase-limit.set', 'purchase-limit', id, {
        userId,
        role,
        perOrder,
        perPeriod,
        period,
        validFrom,
        validTo,
      });
      return accept(id);
    });
  }

  /** From today on the rule binds nobody; what was ordered under it stays as it was. */
  end(actor: Actor, input: PurchaseLimitEndCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'purchaseLimitEnd', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'order.limit', { buyerOrgId: actor.orgId });
      const limit = await tx.one<{ version: number; validFrom: string; validTo: string | null }>(
        `select version, valid_from as "validFrom", valid_to as "validTo" from purchase_limit where id = $1 and buyer_org_id = $2 for update`,
        [idOf(input.id), actor.orgId],
      );
      if (limit.version !== input.version) return versionConflict(limit.version);
      if (limit.validTo !== null && limit.validTo < tx.today) return refuse<LimitRefusal>({ code: 'LIMIT_ENDED' });
      const yesterday = addDays(tx.today, -1);
      const before = addDays(limit.validFrom, -1);
      await tx.updateVersioned(PurchaseLimit, idOf(input.id), limit.version, {
        validTo: yesterday < before ? before : yesterday,
      });
      await tx.audit('purchase-limit.end', 'purchase-limit', idOf(input.id));
      return accept(idOf(input.id));
    });
  }

  private async check(tx: Tx, actor: Actor, input: PurchaseLimitSetCommand): Promise<Result<null, LimitRefusal>> {
    const { userId, role, perOrder, perPeriod, period, validFrom, validTo } = input;
    if (perOrder == null && perPeriod == null) return refuse({ code: 'LIMIT_EMPTY' });
    if (perOrder != null && perOrder <= 0n) return refuse({ code: 'LIMIT_PER_ORDER_NOT_POSITIVE' });
    if (perPeriod != null && perPeriod <= 0n) return refuse({ code: 'LIMIT_NOT_POSITIVE' });
    if (perPeriod != null && !period) return refuse({ code: 'LIMIT_PERIOD_MISSING' });
    if (perPeriod != null && period === 'VALIDITY' && !validTo) return refuse({ code: 'LIMIT_PERIOD_NEEDS_END' });
    if (userId && role) return refuse({ code: 'LIMIT_TWO_SUBJECTS' });
    if (validFrom < tx.today) return refuse({ code: 'LIMIT_STARTS_PAST' });
    if (validTo && validTo < validFrom) return refuse({ code: 'LIMIT_DATES_FALLING' });
    if (role && !ORDERING.includes(role)) return refuse({ code: 'LIMIT_PERSON_UNKNOWN' });
    if (userId) {
      const people = await tx.query(
        'select 1 from membership where org_id = $1 and user_id = $2 and roles && $3 and ended_at is null',
        [actor.orgId, idOf(userId), ORDERING],
      );
      if (people.length === 0) return refuse({ code: 'LIMIT_PERSON_UNKNOWN' });
    }
    return accept(null);
  }
}

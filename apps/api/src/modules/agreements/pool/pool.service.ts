import { Injectable } from '@nestjs/common';
import {
  accept,
  answerDay,
  checkShareTerms,
  isLiveShare,
  nextState,
  Quantity,
  quantity,
  type Refusal,
  refuse,
  type Result,
  sharesProblem,
  SUPPLY_SHARE_TRANSITIONS,
} from '@lienket/domain';
import { assertMay, idOf, isUuid } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type RowRefusal, rowsRefused, versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { tidyText } from '../../../platform/text.js';
import { LegalBook } from '../../registry/index.js';
import type { PoolRefusal } from './pool.messages.js';
import { poolClosed, shareOffered, shareReleased } from './pool.notices.js';
import { contractLineOf, lockPool, mouLineOf, type PooledLine, type PoolStanding, sumOf } from './pool-standing.js';
import { SupplyPool } from './supply-pool.entity.js';
import { SupplyShare } from './supply-share.entity.js';

export interface ShareOffer {
  readonly memberOrgId: string;
  readonly priority: number;
  readonly targetQty: string;
  readonly maxQty: string;
  readonly weeklyMax?: string | null;
  readonly note?: string | null;
}

export interface OfferShares {
  readonly clientKey: string;
  /** An existing pool and its version, or the line to make one for. */
  readonly poolId?: string | null;
  readonly version?: number | null;
  readonly contractLineId?: string | null;
  readonly mouLineId?: string | null;
  readonly leadOrgId?: string | null;
  readonly shares: readonly ShareOffer[];
}

export interface PoolAct {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly reason?: string | null;
}

const LONGEST = 500;
const MEMBER_KINDS = ['COOPERATIVE', 'COOPERATIVE_GROUP', 'COOPERATIVE_UNION', 'HOUSEHOLD_BUSINESS'];
const OPEN_CONTRACT = ['NEGOTIATING', 'SIGNED', 'ACTIVE', 'SUSPENDED'];
const OPEN_MOU = ['SIGNED', 'IN_FORCE', 'SUSPENDED'];

/** The lead or the Alliance brings members to a line, and lets them go. Answers with the pool's id. */
@Injectable()
export class PoolService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly legal: LegalBook,
  ) {}

  offer(actor: Actor, input: OfferShares): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'supplyPool.offer', clientKey: input.clientKey, input }, async (tx) => {
      if (input.shares.length === 0) return refuse<PoolRefusal>({ code: 'POOL_SHARES_MISSING' });
      const made = input.poolId ? await this.held(tx, actor, input) : await this.make(tx, actor, input);
      if (!made.ok) return made;
      const pool = made.value;
      if (pool.closed) return refuse<PoolRefusal>({ code: 'POOL_CLOSED' });
      const checked = await this.check(tx, pool, input.shares);
      if (!checked.ok) return checked;
      const answerBy = await this.answerBy(tx);
      for (const offer of checked.value) await this.save(tx, actor, pool, offer, answerBy);
      const shared = Quantity.sum([sumOf(pool.shares.filter(({ status }) => isLiveShare(status))), sumOf(checked.value)]);
      await tx.updateVersioned(SupplyPool, pool.id, pool.version, { sharedQty: shared.toDecimalString() });
      await tx.audit('pool.offer', 'supply_pool', pool.id, {
        members: checked.value.map(({ memberOrgId, target }) => ({ memberOrgId, qty: target.toDecimalString() })),
      });
      return accept(pool.id);
    });
  }

  /** What the lead can no longer count on, or an offer taken back. Orders that run are delivered as they were confirmed. */
  release(actor: Actor, input: PoolAct): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'supplyPool.release', clientKey: input.clientKey, input }, async (tx) => {
      const { poolId } = await tx.one<{ poolId: string }>('select pool_id as "poolId" from supply_share where id = $1', [
        idOf(input.id),
      ]);
      const pool = await lockPool(tx, poolId);
      assertMay(actor, 'supplyPool.offer', { sellerOrgId: pool.leadOrgId });
      const share = pool.shares.find(({ id }) => id === idOf(input.id))!;
      if (share.version !== input.version) return versionConflict(share.version);
      const moved = nextState(SUPPLY_SHARE_TRANSITIONS, share.status, 'release');
      if (!moved.ok) return refuse<PoolRefusal>({ code: 'SHARE_NOT_OPEN' });
      const reason = reasonOf(input.reason);
      if (!reason.ok) return reason;
      await tx.updateVersioned(SupplyShare, share.id, share.version, { status: moved.value, reason: reason.value });
      await lessShared(tx, pool, share.target);
      await tx.audit('pool.release', 'supply_pool', pool.id, { memberOrgId: share.memberOrgId, reason: reason.value });
      await sendNotice(tx, shareReleased, {
        orgId: share.memberOrgId,
        key: `${share.id}-${share.version}`,
        facts: { poolId: pool.id, goods: pool.goods, reason: reason.value },
      });
      return accept(pool.id);
    });
  }

  close(actor: Actor, input: PoolAct): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'supplyPool.close', clientKey: input.clientKey, input }, async (tx) => {
      const pool = await lockPool(tx, idOf(input.id));
      assertMay(actor, 'supplyPool.offer', { sellerOrgId: pool.leadOrgId });
      if (pool.version !== input.version) return versionConflict(pool.version);
      if (pool.closed) return refuse<PoolRefusal>({ code: 'POOL_CLOSED' });
      const reason = reasonOf(input.reason);
      if (!reason.ok) return reason;
      await tx.updateVersioned(SupplyPool, pool.id, pool.version, { closedAt: tx.now, closeReason: reason.value });
      await tx.audit('pool.close', 'supply_pool', pool.id, { reason: reason.value });
      const members = pool.shares.filter(({ status }) => isLiveShare(status)).map(({ memberOrgId }) => memberOrgId);
      for (const orgId of new Set([pool.buyerOrgId, pool.leadOrgId, ...members])) {
        if (orgId === actor.orgId) continue;
        const facts = { poolId: pool.id, goods: pool.goods, reason: reason.value };
        await sendNotice(tx, poolClosed, { orgId, key: pool.id, facts });
      }
      return accept(pool.id);
    });
  }

  private async held(tx: Tx, actor: Actor, input: OfferShares): Promise<Result<PoolStanding, Refusal>> {
    const pool = await lockPool(tx, idOf(input.poolId!));
    assertMay(actor, 'supplyPool.offer', { sellerOrgId: pool.leadOrgId });
    return pool.version === input.version ? accept(pool) : versionConflict(pool.version);
  }

  private async make(tx: Tx, actor: Actor, input: OfferShares): Promise<Result<PoolStanding, PoolRefusal>> {
    const line = await this.line(tx, input);
    const open = line.contractId ? OPEN_CONTRACT : OPEN_MOU;
    const leadOrgId = input.leadOrgId
      ? idOf(input.leadOrgId)
      : line.sellerOrgIds.includes(actor.orgId)
        ? actor.orgId
        : line.sellerOrgIds[0]!;
    assertMay(actor, 'supplyPool.offer', { sellerOrgId: leadOrgId });
    if (!open.includes(line.status)) return refuse({ code: 'POOL_LINE_NOT_IN_FORCE' });
    if (!line.sellerOrgIds.includes(leadOrgId)) return refuse({ code: 'POOL_LEAD_UNKNOWN' });
    if (line.buyerOrgIds.length !== 1) return refuse({ code: 'POOL_BUYER_UNKNOWN' });
    const [there] = await tx.query(
      `select 1 from supply_pool where closed_at is null and (contract_line_id = $1 or (mou_line_id = $2 and lead_org_id = $3))`,
      [line.contractLineId, line.mouLineId, leadOrgId],
    );
    if (there) return refuse({ code: 'POOL_THERE_ALREADY' });
    const { mouId, mouLineId, contractId, contractLineId, goods, baseUnit, caseSize, lineQty, isDemo } = line;
    const id = newId();
    await tx.insert(SupplyPool, {
      id,
      ...{ mouId, mouLineId, contractId, contractLineId, goods, baseUnit, caseSize, lineQty, isDemo },
      leadOrgId,
      buyerOrgId: line.buyerOrgIds[0]!,
      proposedByOrgId: actor.orgId,
      createdAt: tx.now,
    });
    return accept(await lockPool(tx, id));
  }

  private line(tx: Tx, input: OfferShares): Promise<PooledLine> {
    return input.contractLineId ? contractLineOf(tx, idOf(input.contractLineId)) : mouLineOf(tx, idOf(input.mouLineId ?? ''));
  }

  private async check(tx: Tx, pool: PoolStanding, offers: readonly ShareOffer[]): Promise<Result<CheckedOffer[], Refusal>> {
    const ids = offers.map(({ memberOrgId }) => memberOrgId.toLowerCase());
    const known = new Set(
      (
        await tx.query<{ id: string }>(
          `select id from organization where id = any($1) and status = 'ACTIVE' and kind = any($2)`,
          [ids.filter(isUuid), MEMBER_KINDS],
        )
      ).map(({ id }) => id),
    );
    const refused: RowRefusal<PoolRefusal>[] = [];
    const checked: CheckedOffer[] = [];
    offers.forEach((offer, row) => {
      const no = (refusal: PoolRefusal, field = FIELD_OF[refusal.code] ?? 'targetQty') =>
        void refused.push({ row, field, refusal });
      const memberOrgId = ids[row]!;
      const before = pool.shares.find((share) => share.memberOrgId === memberOrgId) ?? null;
      if (!known.has(memberOrgId) || memberOrgId === pool.buyerOrgId) return no({ code: 'POOL_MEMBER_UNKNOWN' });
      if (ids.indexOf(memberOrgId) !== row) return no({ code: 'POOL_MEMBER_TWICE' });
      if (before && isLiveShare(before.status)) return no({ code: 'POOL_MEMBER_COMMITTED' });
      const terms = {
        priority: offer.priority,
        target: quantity(offer.targetQty),
        max: quantity(offer.maxQty),
        weeklyMax: offer.weeklyMax ? quantity(offer.weeklyMax) : null,
      };
      const sound = checkShareTerms(terms, pool.caseSize);
      if (!sound.ok) return no({ ...sound.refusal, unit: pool.baseUnit } as PoolRefusal);
      // What was called off under the old share counts on.
      if (before && before.used.compare(terms.max) > 0) return no({ code: 'SHARE_MAX_BELOW_TARGET' });
      const note = tidyText(offer.note);
      if (note && note.length > LONGEST) return no({ code: 'POOL_TEXT_TOO_LONG', max: LONGEST }, 'note');
      checked.push({ ...terms, memberOrgId, note, before });
    });
    if (refused.length) return rowsRefused(refused);
    const live = pool.shares.filter(({ status }) => isLiveShare(status));
    const above = sharesProblem(
      pool.lineQty,
      [...live, ...checked].map(({ target }) => target),
    );
    return above ? refuse<PoolRefusal>({ ...above, unit: pool.baseUnit }) : accept(checked);
  }

  private async save(tx: Tx, actor: Actor, pool: PoolStanding, offer: CheckedOffer, answerBy: string): Promise<void> {
    const { memberOrgId, priority, target, max, weeklyMax, note, before } = offer;
    const terms = {
      status: 'OFFERED',
      priority,
      targetQty: target.toDecimalString(),
      maxQty: max.toDecimalString(),
      weeklyMax: weeklyMax?.toDecimalString() ?? null,
      note,
      answerBy,
      offeredByOrgId: actor.orgId,
      offeredAt: tx.now,
    };
    const asked = { reason: null, answeredAt: null, answeredBy: null, agreedAt: null, agreedBy: null };
    const { id: poolId, leadOrgId, buyerOrgId } = pool;
    const id = before?.id ?? newId();
    if (before) await tx.updateVersioned(SupplyShare, before.id, before.version, { ...terms, ...asked });
    else await tx.insert(SupplyShare, { id, poolId, memberOrgId, leadOrgId, buyerOrgId, ...terms });
    await sendNotice(tx, shareOffered, {
      orgId: memberOrgId,
      key: `${id}-${(before?.version ?? 0) + 1}`,
      facts: { poolId, goods: `${pool.baseUnit} ${pool.goods}`, qty: target.toDecimalString(), answerBy },
    });
  }

  private async answerBy(tx: Tx): Promise<string> {
    const days = await this.legal.number(tx, 'SUPPLY_SHARE_ANSWER_DAYS', tx.today);
    if (days === null) throw new Error('No SUPPLY_SHARE_ANSWER_DAYS in force today');
    return answerDay(tx.today, days);
  }
}

interface CheckedOffer {
  readonly memberOrgId: string;
  readonly priority: number;
  readonly target: Quantity;
  readonly max: Quantity;
  readonly weeklyMax: Quantity | null;
  readonly note: string | null;
  readonly before: PoolStanding['shares'][number] | null;
}

const FIELD_OF: Partial<Record<PoolRefusal['code'], string>> = {
  POOL_MEMBER_UNKNOWN: 'memberOrgId',
  POOL_MEMBER_TWICE: 'memberOrgId',
  POOL_MEMBER_COMMITTED: 'memberOrgId',
  SHARE_MAX_BELOW_TARGET: 'maxQty',
  SHARE_WEEK_NOT_POSITIVE: 'weeklyMax',
  SHARE_PRIORITY_UNKNOWN: 'priority',
};

/** A share that promises nothing any more makes room for others. */
export async function lessShared(tx: Tx, pool: PoolStanding, target: Quantity): Promise<void> {
  await tx.query('update supply_pool set shared_qty = shared_qty - $2, version = version + 1 where id = $1', [
    pool.id,
    target.toDecimalString(),
  ]);
}

export function reasonOf(given: string | null | undefined): Result<string, PoolRefusal> {
  const reason = tidyText(given);
  if (!reason) return refuse({ code: 'SHARE_REASON_MISSING' });
  return reason.length > LONGEST ? refuse({ code: 'POOL_TEXT_TOO_LONG', max: LONGEST }) : accept(reason);
}

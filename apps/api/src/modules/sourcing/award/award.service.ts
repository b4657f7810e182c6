import { Injectable } from '@nestjs/common';
import {
  accept,
  allocateByShares,
  type AwardCheck,
  type AwardPick,
  checkAward,
  type PricePlace,
  quantity,
  refuse,
  rfqStateAt,
  type Refusal,
  type Result,
  type RfqState,
} from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { rowsRefused, versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { tidyText } from '../../../platform/text.js';
import { moveRfq } from '../rfq/rfq-rules.js';
import { Rfq } from '../rfq/rfq.entity.js';
import { RFQ_NOTICES, tellRfq } from '../sourcing.notices.js';
import { AwardLine } from './award-line.entity.js';
import { Award } from './award.entity.js';
import type { AwardRefusal, PickRefused } from './award.messages.js';
import { awardable, lockOffers, type LockedQuotes, type OfferedLine } from './offers.js';

const TEXT_MAX = 2000;
const MOST_PICKS = 1000;

export interface PickCommand {
  readonly quoteLineId: string;
  readonly qty: string;
}

export interface AwardCommand {
  readonly clientKey: string;
  readonly rfqId: string;
  readonly version: number;
  readonly picks: readonly PickCommand[];
  /** The buyer knows that it takes more than it asked for. */
  readonly allowOver: boolean;
  readonly note?: string | null;
}

export interface AwardActionCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly reason?: string | null;
}

interface HeldRfq {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly buyerOrgId: string;
  readonly status: RfqState;
  readonly basis: PricePlace;
  readonly version: number;
  readonly isDemo: boolean;
}

interface Terms {
  readonly picks: readonly PickCommand[];
  readonly allowOver: boolean;
}

interface Checked {
  readonly locked: LockedQuotes;
  readonly check: AwardCheck;
}

/** The buyer's choice: whole or by line, of one or several cooperatives, in one transaction. */
@Injectable()
export class AwardService {
  constructor(private readonly uow: UnitOfWork) {}

  /** Answers with the request's id. Above the organization's limit the choice waits for a manager. */
  award(actor: Actor, input: AwardCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'rfq.award', clientKey: input.clientKey, input }, async (tx) => {
      const rfq = await this.hold(tx, idOf(input.rfqId), actor.orgId);
      assertMay(actor, 'rfq.manage', rfq);
      if (rfq.version !== input.version) return versionConflict(rfq.version);
      const note = tidyText(input.note);
      if (note && note.length > TEXT_MAX) return refuse<AwardRefusal>({ code: 'AWARD_NOTE_TOO_LONG', max: TEXT_MAX });
      const [pending] = await tx.query(`select 1 from award where rfq_id = $1 and status = 'PROPOSED'`, [rfq.id]);
      if (pending) return refuse<AwardRefusal>({ code: 'AWARD_PENDING' });
      const checked = await this.check(tx, rfq, input);
      if (!checked.ok) return checked;
      const { total } = checked.value.check;
      const id = newId();
      const proposal = { id, rfqId: rfq.id, buyerOrgId: rfq.buyerOrgId, total, note, allowOver: input.allowOver };
      const award = { ...proposal, picks: input.picks, proposedBy: actor.userId, proposedAt: tx.now };
      if (await this.needsManager(tx, actor, total)) {
        await tx.insert(Award, { ...award, status: 'PROPOSED' });
        await tx.updateVersioned(Rfq, rfq.id, rfq.version, { status: 'CLOSED', closedAt: tx.now });
        await tx.audit('award.propose', 'rfq', rfq.id, { total });
        await tellRfq(tx, RFQ_NOTICES.awardToApprove, rfq.buyerOrgId, rfq, id);
        return accept(rfq.id);
      }
      await tx.insert(Award, { ...award, status: 'DONE', decidedBy: actor.userId, decidedAt: tx.now });
      await this.settle(tx, rfq, id, input.picks, checked.value);
      return accept(rfq.id);
    });
  }

  /** The manager agrees; the offers are looked at again as they stand now. */
  approve(actor: Actor, input: AwardActionCommand): Promise<Result<string, Refusal>> {
    return this.decide(actor, input, 'award.approve', async (tx, rfq, award) => {
      if (award.proposedBy === actor.userId) return refuse<AwardRefusal>({ code: 'SAME_PERSON' });
      const terms = { picks: award.picks as PickCommand[], allowOver: award.allowOver };
      const checked = await this.check(tx, rfq, terms);
      if (!checked.ok) return checked;
      const { total } = checked.value.check;
      await tx.updateVersioned(Award, award.id, award.version, {
        status: 'DONE',
        total,
        decidedBy: actor.userId,
        decidedAt: tx.now,
      });
      await this.settle(tx, rfq, award.id, terms.picks, checked.value);
      return accept(null);
    });
  }

  sendBack(actor: Actor, input: AwardActionCommand): Promise<Result<string, Refusal>> {
    return this.decide(actor, input, 'award.return', async (tx, _rfq, award) => {
      const returnReason = tidyText(input.reason);
      if (!returnReason) return refuse<AwardRefusal>({ code: 'REASON_MISSING' });
      if (returnReason.length > TEXT_MAX) return refuse<AwardRefusal>({ code: 'REASON_TOO_LONG', max: TEXT_MAX });
      const decided = { decidedBy: actor.userId, decidedAt: tx.now };
      await tx.updateVersioned(Award, award.id, award.version, { status: 'RETURNED', returnReason, ...decided });
      return accept(null);
    });
  }

  private decide(
    actor: Actor,
    input: AwardActionCommand,
    operation: string,
    work: (tx: Tx, rfq: HeldRfq, award: Award) => Promise<Result<null, Refusal>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      const { rfqId } = await tx.one<{ rfqId: string }>('select rfq_id as "rfqId" from award where id = $1', [idOf(input.id)]);
      const rfq = await this.hold(tx, rfqId, actor.orgId);
      const award = await tx.one<Award>(
        `select id, status, version, picks, allow_over as "allowOver", proposed_by as "proposedBy" from award where id = $1 for update`,
        [idOf(input.id)],
      );
      assertMay(actor, 'rfq.approve', rfq);
      if (award.version !== input.version) return versionConflict(award.version);
      if (award.status !== 'PROPOSED') return refuse<AwardRefusal>({ code: 'AWARD_NOT_PENDING' });
      const done = await work(tx, rfq, award);
      if (!done.ok) return done;
      await tx.audit(operation, 'rfq', rfq.id);
      return accept(rfq.id);
    });
  }

  private async hold(tx: Tx, id: string, buyerOrgId: string): Promise<HeldRfq> {
    const row = await tx.one<HeldRfq & { deadlineAt: Date | null }>(
      `select id, number, title, buyer_org_id as "buyerOrgId", status, deadline_at as "deadlineAt", basis, version, is_demo as "isDemo"
       from rfq where id = $1 and buyer_org_id = $2 for update`,
      [id, buyerOrgId],
    );
    return { ...row, status: rfqStateAt({ state: row.status, deadlineAt: row.deadlineAt }, tx.now) };
  }

  private async check(tx: Tx, rfq: HeldRfq, terms: Terms): Promise<Result<Checked, Refusal>> {
    // An award closes an open request first.
    const moved = moveRfq(rfq.status === 'OPEN' ? 'CLOSED' : rfq.status, 'award');
    if (!moved.ok) return refuse<AwardRefusal>({ code: 'AWARD_STATE', status: rfq.status });
    if (terms.picks.length === 0) return refuse<AwardRefusal>({ code: 'PICKS_MISSING' });
    if (terms.picks.length > MOST_PICKS) return refuse<AwardRefusal>({ code: 'PICKS_TOO_MANY', max: MOST_PICKS });
    const asked = await tx.query<{ id: string; askedQty: string; baseUnit: string }>(
      'select id, asked_qty as "askedQty", base_unit as "baseUnit" from rfq_line where rfq_id = $1',
      [rfq.id],
    );
    const locked = await lockOffers(tx, rfq.id, rfq.basis);
    const picks = terms.picks.map((pick): AwardPick => ({ offerId: pick.quoteLineId.toLowerCase(), qty: quantity(pick.qty) }));
    const check = checkAward(
      asked.map(({ id, askedQty }) => ({ id, asked: quantity(askedQty) })),
      locked.offers.map(awardable),
      picks,
      terms.allowOver,
    );
    if (check.refused.length === 0) return accept({ locked, check });
    const unitOf = (row: number) => locked.offers.find(({ id }) => id === picks[row]!.offerId)?.baseUnit ?? '';
    return rowsRefused(
      check.refused.map(({ row, refusal }) => ({
        row,
        field: refusal.code === 'OFFER_NOT_VALID' ? 'quoteLineId' : 'qty',
        refusal: { ...refusal, unit: unitOf(row) } as PickRefused,
        ...(refusal.code === 'PICK_NOT_WHOLE_PACKS' && refusal.down.isPositive && { suggestion: refusal.down.toDecimalString() }),
      })),
    );
  }

  private async needsManager(tx: Tx, actor: Actor, total: bigint): Promise<boolean> {
    if (actor.roles.includes('BUYER_MANAGER')) return false;
    const [rule] = await tx.query<{ awardLimit: bigint | null }>(
      'select award_limit as "awardLimit" from sourcing_rule where org_id = $1',
      [actor.orgId],
    );
    return rule?.awardLimit != null && total > rule.awardLimit;
  }

  /** Agreed lines, the quotes' ends, volumes and the news for each: all or nothing. */
  private async settle(tx: Tx, rfq: HeldRfq, awardId: string, picks: readonly PickCommand[], checked: Checked): Promise<void> {
    const { locked, check } = checked;
    const offers = new Map(locked.offers.map((offer) => [offer.id, offer]));
    const lines = picks.flatMap((pick) => agreedLines(offers.get(pick.quoteLineId.toLowerCase())!, pick, rfq.basis));
    await tx.insert(
      AwardLine,
      lines.map((line, index) => ({
        id: newId(),
        awardId,
        rfqId: rfq.id,
        rfqNumber: rfq.number,
        buyerOrgId: rfq.buyerOrgId,
        lineNo: index + 1,
        isDemo: rfq.isDemo,
        awardedAt: tx.now,
        ...line,
      })),
    );
    const chosen = new Set(picks.map((pick) => offers.get(pick.quoteLineId.toLowerCase())!.quoteId));
    await tx.query(`update quote set status = 'ACCEPTED', version = version + 1 where id = any($1)`, [[...chosen]]);
    await tx.query(
      `update quote set status = 'REJECTED', version = version + 1 where rfq_id = $1 and status in ('SENT', 'COUNTERED') and id <> all($2)`,
      [rfq.id, [...chosen]],
    );
    for (const [id, qty] of check.pickedByLine)
      await tx.query('update rfq_line set awarded_qty = $2 where id = $1', [id, qty.toDecimalString()]);
    await tx.updateVersioned(Rfq, rfq.id, rfq.version, { status: 'AWARDED', awardedAt: tx.now });
    await tx.audit('rfq.award', 'rfq', rfq.id, { lines: lines.length, total: check.total });
    const open = locked.quotes.filter(({ status }) => status === 'SENT' || status === 'COUNTERED' || status === 'EXPIRED');
    for (const quote of open) {
      const notice = chosen.has(quote.id) ? RFQ_NOTICES.awarded : RFQ_NOTICES.notAwarded;
      await tellRfq(tx, notice, quote.sellerOrgId, rfq, rfq.id);
    }
    const members = new Set(
      lines.flatMap((line) => (line.leadOrgId && line.leadOrgId !== line.sellerOrgId ? line.sellerOrgId : [])),
    );
    for (const member of members) await tellRfq(tx, RFQ_NOTICES.shareAwarded, member, rfq, rfq.id);
  }
}

type AgreedLine = Omit<
  AwardLine,
  | 'id'
  | 'awardId'
  | 'rfqId'
  | 'rfqNumber'
  | 'buyerOrgId'
  | 'lineNo'
  | 'isDemo'
  | 'awardedAt'
  | 'usedByType'
  | 'usedById'
  | 'usedAt'
>;

/** One agreed line for each who delivers: the quoting cooperative, or the members of its pool by their shares. */
function agreedLines(offer: OfferedLine, pick: PickCommand, wanted: PricePlace): AgreedLine[] {
  const { rfqLineId, sellerOrgId, productId, description, baseUnit, packName, packSizeBase, vatClass, unitPrice } = offer;
  const goods = { rfqLineId, quoteLineId: offer.id, description, baseUnit, packName, packSizeBase, vatClass, unitPrice };
  const terms = {
    ...goods,
    freightPerUnit: offer.freightPerUnit,
    basis: offer.freightPerUnit === null ? offer.basis : wanted,
    leadDays: offer.leadDays,
  };
  if (offer.shares.length === 0) return [{ ...terms, sellerOrgId, productId, leadOrgId: null, qty: pick.qty }];
  const shares = offer.shares.map((share) => ({ memberId: share.memberOrgId, qty: quantity(share.qty) }));
  const parts = allocateByShares(quantity(pick.qty), shares, quantity(packSizeBase));
  return parts.flatMap(({ memberId, qty }, index) =>
    qty.isPositive
      ? [
          {
            ...terms,
            sellerOrgId: memberId,
            productId: offer.shares[index]!.productId,
            leadOrgId: sellerOrgId,
            qty: qty.toDecimalString(),
          },
        ]
      : [],
  );
}

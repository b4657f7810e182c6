import { Injectable } from '@nestjs/common';
import {
  accept,
  mayStillQuote,
  nextRevision,
  quantity,
  refuse,
  type CommittedShare,
  type Refusal,
  type Result,
} from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { tidyText } from '../../../platform/text.js';
import { RFQ_NOTICES, tellRfq } from '../sourcing.notices.js';
import { assertInvited, holdRfq, lockOwnQuote, lockQuote, moveQuote, type HeldRfq, type LockedQuote } from './locked-quote.js';
import { QuoteLineShare } from './quote-line-share.entity.js';
import { QuoteLine } from './quote-line.entity.js';
import { QuoteRevision } from './quote-revision.entity.js';
import { checkQuoteHead, checkQuoteLines, TEXT_MAX, type AskedGoods, type CheckedQuoteLine } from './quote-terms.js';
import { Quote } from './quote.entity.js';
import type { QuoteRefusal } from './quote.messages.js';
import type { QuoteActionCommand, QuoteCommand } from './quote.view.js';

type Shares = ReadonlyMap<string, readonly (CommittedShare & { readonly productId: string | null })[]>;

/** A cooperative's answer: written, sent, revised, held or withdrawn. What was sent is never changed. */
@Injectable()
export class QuoteService {
  constructor(private readonly uow: UnitOfWork) {}

  /** Keeps what is written so far; nobody else reads it. */
  save(actor: Actor, input: QuoteCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'quote.save', clientKey: input.clientKey, input }, async (tx) => {
      const rfq = await holdRfq(tx, idOf(input.rfqId));
      await assertInvited(tx, actor, rfq.id);
      const quote = await this.quoteOf(tx, actor, rfq);
      await this.keepDraft(tx, actor, quote.id, input);
      await tx.query('update quote set awaits_director = false where id = $1', [quote.id]);
      return accept(quote.id);
    });
  }

  /** The first quote or the next revision. Where only the director sends, staff's quote waits for the director. */
  send(actor: Actor, input: QuoteCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'quote.send', clientKey: input.clientKey, input }, async (tx) => {
      const rfq = await holdRfq(tx, idOf(input.rfqId));
      await assertInvited(tx, actor, rfq.id);
      const quote = await this.quoteOf(tx, actor, rfq);
      if (quote.revision > 0 && quote.version !== input.version) return versionConflict(quote.version);
      const moved = moveQuote(quote.status, quote.revision === 0 ? 'send' : 'revise');
      if (!moved.ok) return moved;
      if (!mayStillQuote(rfq.status, quote.status)) return refuse<QuoteRefusal>({ code: 'QUOTE_LATE' });
      const active = await this.checkSeller(tx, actor.orgId);
      if (!active.ok) return active;
      const head = checkQuoteHead(input, tx.today);
      if (!head.ok) return head;
      const shares = await this.committedShares(tx, quote.id);
      const lines = await checkQuoteLines(tx, input.lines, actor.orgId, await this.askedOf(tx, rfq.id), shares);
      if (!lines.ok) return lines;
      if (active.value.directorSends && !actor.roles.includes('SELLER_DIRECTOR')) {
        await this.keepDraft(tx, actor, quote.id, input);
        await tx.query('update quote set awaits_director = true where id = $1', [quote.id]);
        await tx.audit('quote.prepare', 'rfq', rfq.id, { quoteId: quote.id });
        await tellRfq(tx, RFQ_NOTICES.directorAwaited, actor.orgId, rfq, `${quote.id}:${quote.revision}`);
        return accept(quote.id);
      }
      const n = nextRevision(quote.revision);
      await this.saveRevision(tx, actor, quote, n, head.value, lines.value, shares);
      await tx.updateVersioned(Quote, quote.id, quote.version, {
        status: moved.value,
        revision: n,
        validUntil: head.value.validUntil,
        awaitsDirector: false,
        sentAt: tx.now,
        closeReason: null,
        ...(n === 1 && { firstSentAt: tx.now }),
      });
      await tx.query('delete from quote_draft where quote_id = $1', [quote.id]);
      await tx.query(
        'update rfq_invitee set declined_at = null, decline_reason = null where rfq_id = $1 and seller_org_id = $2',
        [rfq.id, actor.orgId],
      );
      await tx.audit(n === 1 ? 'quote.send' : 'quote.revise', 'quote', quote.id, { n });
      await tellRfq(tx, n === 1 ? RFQ_NOTICES.quoted : RFQ_NOTICES.revised, rfq.buyerOrgId, rfq, `${quote.id}:${n}`);
      return accept(quote.id);
    });
  }

  /** "We stay with our offer": the standing revision is valid again, word for word. */
  hold(actor: Actor, input: QuoteActionCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, input, 'hold', async (tx, rfq, quote) => {
      if (rfq.status !== 'OPEN' && rfq.status !== 'CLOSED') return refuse({ code: 'QUOTE_LATE' });
      await tellRfq(tx, RFQ_NOTICES.held, quote.buyerOrgId, rfq, `${quote.id}:${quote.version}`);
      return accept({});
    });
  }

  withdraw(actor: Actor, input: QuoteActionCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, input, 'withdraw', async (tx, rfq, quote) => {
      const reason = reasonOf(input.reason);
      if (!reason.ok) return reason;
      await tellRfq(tx, RFQ_NOTICES.withdrawn, quote.buyerOrgId, rfq, `${quote.id}:${quote.version}`);
      return accept({ closeReason: reason.value });
    });
  }

  /** "We cannot quote", with the reason; a quote that stands must be withdrawn instead. Answers with the request's id. */
  decline(
    actor: Actor,
    input: { readonly clientKey: string; readonly rfqId: string; readonly reason: string },
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'rfq.decline', clientKey: input.clientKey, input }, async (tx) => {
      const rfq = await holdRfq(tx, idOf(input.rfqId));
      await assertInvited(tx, actor, rfq.id);
      const reason = reasonOf(input.reason);
      if (!reason.ok) return reason;
      if (rfq.status !== 'OPEN') return refuse<QuoteRefusal>({ code: 'QUOTE_LATE' });
      const quote = await lockOwnQuote(tx, rfq.id, actor.orgId);
      if (quote && quote.revision > 0 && quote.status !== 'WITHDRAWN') {
        return refuse<QuoteRefusal>({ code: 'QUOTE_STATE', status: quote.status });
      }
      await tx.query('update rfq_invitee set declined_at = $3, decline_reason = $4 where rfq_id = $1 and seller_org_id = $2', [
        rfq.id,
        actor.orgId,
        tx.now,
        reason.value,
      ]);
      await tx.audit('rfq.decline', 'rfq', rfq.id);
      await tellRfq(tx, RFQ_NOTICES.declined, rfq.buyerOrgId, rfq, `${rfq.id}:${actor.orgId}`);
      return accept(rfq.id);
    });
  }

  private act(
    actor: Actor,
    input: QuoteActionCommand,
    action: 'hold' | 'withdraw',
    decide: (tx: Tx, rfq: HeldRfq, quote: LockedQuote) => Promise<Result<Partial<Quote>, QuoteRefusal>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: `quote.${action}`, clientKey: input.clientKey, input }, async (tx) => {
      const { rfq, quote } = await lockQuote(tx, idOf(input.id));
      assertMay(actor, 'quote.prepare', { sellerOrgId: quote.sellerOrgId });
      if (quote.version !== input.version) return versionConflict(quote.version);
      const moved = moveQuote(quote.status, action);
      if (!moved.ok) return moved;
      const patch = await decide(tx, rfq, quote);
      if (!patch.ok) return patch;
      await tx.updateVersioned(Quote, quote.id, quote.version, { ...patch.value, status: moved.value });
      await tx.audit(`quote.${action}`, 'quote', quote.id, patch.value);
      return accept(quote.id);
    });
  }

  /** The organization's quote for this request, made on the first touch; two people at once make one. */
  private async quoteOf(tx: Tx, actor: Actor, rfq: HeldRfq): Promise<LockedQuote> {
    const found = await lockOwnQuote(tx, rfq.id, actor.orgId);
    if (found) return found;
    await tx.query(
      `insert into quote (id, rfq_id, seller_org_id, buyer_org_id, is_demo) values ($1, $2, $3, $4, $5)
       on conflict (rfq_id, seller_org_id) do nothing`,
      [newId(), rfq.id, actor.orgId, rfq.buyerOrgId, rfq.isDemo],
    );
    return (await lockOwnQuote(tx, rfq.id, actor.orgId))!;
  }

  private async keepDraft(tx: Tx, actor: Actor, quoteId: string, input: QuoteCommand): Promise<void> {
    const { basis, validUntil, note, lines } = input;
    const content = JSON.stringify({ basis, validUntil, note, lines }, (_key, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    );
    await tx.query(
      `insert into quote_draft (quote_id, seller_org_id, content, prepared_by, prepared_at) values ($1, $2, $3::jsonb, $4, $5)
       on conflict (quote_id) do update set content = excluded.content, prepared_by = excluded.prepared_by, prepared_at = excluded.prepared_at`,
      [quoteId, actor.orgId, content, actor.userId, tx.now],
    );
  }

  private async checkSeller(tx: Tx, orgId: string): Promise<Result<{ directorSends: boolean }, QuoteRefusal>> {
    const row = await tx.one<{ status: string; directorSends: boolean }>(
      `select o.status, coalesce(r.director_sends, false) as "directorSends"
       from organization o left join sourcing_rule r on r.org_id = o.id where o.id = $1`,
      [orgId],
    );
    return row.status === 'ACTIVE' ? accept({ directorSends: row.directorSends }) : refuse({ code: 'SELLER_NOT_ACTIVE' });
  }

  private async askedOf(tx: Tx, rfqId: string): Promise<Map<string, AskedGoods>> {
    const rows = await tx.query<AskedGoods>(`select id, description, base_unit as "baseUnit" from rfq_line where rfq_id = $1`, [
      rfqId,
    ]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async committedShares(tx: Tx, quoteId: string): Promise<Shares> {
    const rows = await tx.query<{
      rfqLineId: string;
      memberId: string;
      qty: string;
      floorPrice: bigint;
      productId: string | null;
    }>(
      `select rfq_line_id as "rfqLineId", member_org_id as "memberId", qty, floor_price as "floorPrice", product_id as "productId"
       from pool_share where quote_id = $1 and status = 'COMMITTED' order by member_org_id`,
      [quoteId],
    );
    const shares = new Map<string, (CommittedShare & { productId: string | null })[]>();
    for (const { rfqLineId, ...share } of rows) {
      shares.set(rfqLineId, [...(shares.get(rfqLineId) ?? []), { ...share, qty: quantity(share.qty) }]);
    }
    return shares;
  }

  private async saveRevision(
    tx: Tx,
    actor: Actor,
    quote: LockedQuote,
    n: number,
    head: { basis: string; validUntil: string; note: string | null },
    lines: readonly CheckedQuoteLine[],
    shares: Shares,
  ): Promise<void> {
    const sides = { sellerOrgId: quote.sellerOrgId, buyerOrgId: quote.buyerOrgId };
    const revisionId = newId();
    await tx.insert(QuoteRevision, {
      id: revisionId,
      quoteId: quote.id,
      ...sides,
      n,
      ...head,
      sentAt: tx.now,
      sentBy: actor.userId,
    });
    const rows = lines.map((line, index) => ({ id: newId(), revisionId, lineNo: index + 1, ...sides, ...line }));
    await tx.insert(QuoteLine, rows);
    await tx.insert(
      QuoteLineShare,
      rows.flatMap((line) => sharesOf(line, shares).map((share) => ({ id: newId(), quoteLineId: line.id, ...sides, ...share }))),
    );
  }
}

/** The members' confirmed shares and what the lead gives itself; none for a line that is not pooled. */
function sharesOf(
  line: CheckedQuoteLine & { readonly sellerOrgId: string },
  shares: Shares,
): { memberOrgId: string; productId: string | null; qty: string }[] {
  const members = line.alternative ? [] : (shares.get(line.rfqLineId) ?? []);
  if (members.length === 0) return [];
  const own = members.reduce((left, share) => left.sub(share.qty), quantity(line.offeredQty));
  const given = members.map(({ memberId, productId, qty }) => ({ memberOrgId: memberId, productId, qty: qty.toDecimalString() }));
  const lead = { memberOrgId: line.sellerOrgId, productId: line.productId, qty: own.toDecimalString() };
  return own.isPositive ? [lead, ...given] : given;
}

export function reasonOf(given: string | null | undefined): Result<string, QuoteRefusal> {
  const reason = tidyText(given);
  if (!reason) return refuse({ code: 'REASON_MISSING' });
  return reason.length > TEXT_MAX ? refuse({ code: 'REASON_TOO_LONG', max: TEXT_MAX }) : accept(reason);
}

import { Injectable } from '@nestjs/common';
import { accept, quantity, refuse, type QuoteAction, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { type RowRefusal, rowsRefused, versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { tidyText } from '../../../platform/text.js';
import { RFQ_NOTICES, tellRfq } from '../sourcing.notices.js';
import { lockQuote, moveQuote, type HeldRfq, type LockedQuote } from './locked-quote.js';
import { QuoteCounterLine } from './quote-counter-line.entity.js';
import { QuoteCounter } from './quote-counter.entity.js';
import { TEXT_MAX } from './quote-terms.js';
import { Quote } from './quote.entity.js';
import type { CounterLineRefusal, QuoteRefusal } from './quote.messages.js';
import { reasonOf } from './quote.service.js';
import type { CounterLineCommand, QuoteActionCommand, QuoteCounterCommand } from './quote.view.js';

type CheckedCounterLine = Pick<QuoteCounterLine, 'quoteLineId' | 'unitPrice' | 'qty' | 'wantedOn' | 'comment'>;

/** The buyer's side of the bargaining: propose, take back, say no. */
@Injectable()
export class NegotiationService {
  constructor(private readonly uow: UnitOfWork) {}

  counter(actor: Actor, input: QuoteCounterCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, input, 'counter', async (tx, rfq, quote) => {
      const comment = tidyText(input.comment);
      if (comment && comment.length > TEXT_MAX) return refuse<QuoteRefusal>({ code: 'QUOTE_NOTE_TOO_LONG', max: TEXT_MAX });
      if (!comment && input.lines.length === 0) return refuse<QuoteRefusal>({ code: 'COUNTER_SAYS_NOTHING' });
      const lines = await this.checkLines(tx, quote, input.lines);
      if (!lines.ok) return lines;
      const sides = { sellerOrgId: quote.sellerOrgId, buyerOrgId: quote.buyerOrgId };
      const id = newId();
      const said = { id, quoteId: quote.id, ...sides, n: quote.revision, comment, byUser: actor.userId, at: tx.now };
      await tx.insert(QuoteCounter, said);
      await tx.insert(
        QuoteCounterLine,
        lines.value.map((line) => ({ id: newId(), counterId: id, ...sides, ...line })),
      );
      await tellRfq(tx, RFQ_NOTICES.countered, quote.sellerOrgId, rfq, id);
      return accept({});
    });
  }

  /** The offer stands again as it was. */
  dropCounter(actor: Actor, input: QuoteActionCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, input, 'dropCounter', async () => accept({}));
  }

  reject(actor: Actor, input: QuoteActionCommand): Promise<Result<string, Refusal>> {
    return this.act(actor, input, 'reject', async (tx, rfq, quote) => {
      const reason = reasonOf(input.reason);
      if (!reason.ok) return reason;
      await tellRfq(tx, RFQ_NOTICES.rejected, quote.sellerOrgId, rfq, quote.id);
      return accept({ closeReason: reason.value });
    });
  }

  private act(
    actor: Actor,
    input: QuoteActionCommand | QuoteCounterCommand,
    action: QuoteAction,
    decide: (tx: Tx, rfq: HeldRfq, quote: LockedQuote) => Promise<Result<Partial<Quote>, Refusal>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: `quote.${action}`, clientKey: input.clientKey, input }, async (tx) => {
      const { rfq, quote } = await lockQuote(tx, idOf(input.id));
      assertMay(actor, 'rfq.manage', { buyerOrgId: quote.buyerOrgId });
      if (quote.version !== input.version) return versionConflict(quote.version);
      if (rfq.status !== 'OPEN' && rfq.status !== 'CLOSED') {
        return refuse<QuoteRefusal>({ code: 'QUOTE_STATE', status: quote.status });
      }
      const moved = moveQuote(quote.status, action);
      if (!moved.ok) return moved;
      const patch = await decide(tx, rfq, quote);
      if (!patch.ok) return patch;
      await tx.updateVersioned(Quote, quote.id, quote.version, { ...patch.value, status: moved.value });
      await tx.audit(`quote.${action}`, 'quote', quote.id, { n: quote.revision });
      return accept(quote.id);
    });
  }

  private async checkLines(
    tx: Tx,
    quote: LockedQuote,
    given: readonly CounterLineCommand[],
  ): Promise<Result<CheckedCounterLine[], Refusal>> {
    const rows = await tx.query<{ id: string }>(
      `select l.id from quote_line l join quote_revision r on r.id = l.revision_id where r.quote_id = $1 and r.n = $2`,
      [quote.id, quote.revision],
    );
    const known = new Set(rows.map(({ id }) => id));
    const refused: RowRefusal<CounterLineRefusal>[] = [];
    const lines: CheckedCounterLine[] = [];
    given.forEach((line, row) => {
      const quoteLineId = line.quoteLineId.toLowerCase();
      const { unitPrice = null, qty = null, wantedOn = null } = line;
      const comment = tidyText(line.comment)?.slice(0, TEXT_MAX) ?? null;
      const no = (field: string, refusal: CounterLineRefusal) => void refused.push({ row, field, refusal });
      if (!known.has(quoteLineId)) return no('quoteLineId', { code: 'QUOTE_LINE_UNKNOWN' });
      if (lines.some((other) => other.quoteLineId === quoteLineId)) return no('quoteLineId', { code: 'COUNTERED_TWICE' });
      if (unitPrice === null && qty === null && wantedOn === null && !comment) return no('unitPrice', { code: 'COUNTER_EMPTY' });
      if ((unitPrice !== null && unitPrice <= 0n) || (qty !== null && !quantity(qty).isPositive)) {
        return no(unitPrice !== null && unitPrice <= 0n ? 'unitPrice' : 'qty', { code: 'COUNTER_NOT_POSITIVE' });
      }
      if (wantedOn !== null && wantedOn < tx.today) return no('wantedOn', { code: 'WANTED_DATE_PAST' });
      lines.push({ quoteLineId, unitPrice, qty, wantedOn, comment });
    });
    return refused.length ? rowsRefused(refused) : accept(lines);
  }
}

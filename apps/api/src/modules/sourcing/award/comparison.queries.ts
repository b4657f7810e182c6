import { Injectable } from '@nestjs/common';
import {
  compareLine,
  lineAmount,
  type OrganizationKind,
  Quantity,
  quantity,
  quoteStateAt,
  roundedPrice,
  rfqStateAt,
  type QuoteState,
  type RfqState,
  type VatClass,
  vatFor,
  type VatRule,
} from '@lienket/domain';
import { idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { LegalBook, organizationRefSql } from '../../registry/index.js';
import { lineView, quoteLinesSql } from '../quote/quote.queries.js';
import type { QuoteLineView } from '../quote/quote.view.js';
import type { BasisName } from '../rfq/rfq.view.js';
import { type OfferFacts, OfferFactsBook } from './offer-facts.js';
import type { ComparisonCellView, ComparisonColumnView, ComparisonLineView, ComparisonView } from './comparison.view.js';

/** Those who sell what their own members or fields grew; the others trade. */
const PRODUCERS = ['COOPERATIVE', 'COOPERATIVE_GROUP', 'HOUSEHOLD_BUSINESS'];

interface AskedRow {
  readonly id: string;
  readonly lineNo: number;
  readonly description: string;
  readonly spec: string | null;
  readonly baseUnit: string;
  readonly askedQty: string;
}

interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

interface QuoteRow {
  readonly id: string;
  readonly seller: ComparisonColumnView['seller'];
  readonly status: QuoteState;
  readonly revision: number;
  readonly validUntil: string;
  readonly basis: BasisName;
  readonly note: string | null;
  readonly sentAt: Date;
  readonly version: number;
  readonly lines: Parameters<typeof lineView>[0][];
}

/** All quotes of a request side by side, brought to one price per base unit at the place asked for. */
@Injectable()
export class ComparisonQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly legal: LegalBook,
    private readonly facts: OfferFactsBook,
  ) {}

  /** For the buyer; NOT_FOUND for anybody else. */
  of(actor: Actor, rfqId: string): Promise<ComparisonView> {
    return this.uow.read(actor, async (tx) => {
      const rfq = await tx.one<
        { id: string; basis: BasisName; status: RfqState; deadlineAt: Date | null; version: number } & Period
      >(
        `select id, basis, status, deadline_at as "deadlineAt", version, period_from as "from", period_to as "to" from rfq where id = $1 and buyer_org_id = $2`,
        [idOf(rfqId), actor.orgId],
      );
      const asked = await tx.query<AskedRow>(
        `select id, line_no as "lineNo", description, spec, base_unit as "baseUnit", asked_qty as "askedQty"
         from rfq_line where rfq_id = $1 order by line_no`,
        [rfq.id],
      );
      const quotes = await this.quotesOf(tx, rfq.id);
      const rules = await this.legal.vatRules(tx);
      const cells = quotes.flatMap((quote) => quote.lines.map((row) => ({ quote, line: lineView(row) })));
      const factsOf = await this.facts.of(
        tx,
        actor,
        cells.map(({ line }) => line),
        rfq,
      );
      const lines = asked.map((line) =>
        compared(
          line,
          rfq.basis,
          cells.filter((cell) => cell.line.rfqLineId === line.id),
          (seller, vatClass) => vatOf(rules, actor, seller, vatClass, tx.today),
          factsOf,
        ),
      );
      return {
        rfqId: rfq.id,
        version: rfq.version,
        status: rfqStateAt({ state: rfq.status, deadlineAt: rfq.deadlineAt }, tx.now),
        basis: rfq.basis,
        columns: quotes.map((quote) => columnOf(quote, lines, tx.today)),
        lines,
      };
    });
  }

  private quotesOf(tx: Tx, rfqId: string): Promise<QuoteRow[]> {
    return tx.query<QuoteRow>(
      `select q.id, ${organizationRefSql('s')} as seller, q.status, q.revision, r.valid_until as "validUntil", r.basis, r.note,
         q.sent_at as "sentAt", q.version, ${quoteLinesSql('r')} as lines
       from quote q join quote_revision r on r.quote_id = q.id and r.n = q.revision join organization s on s.id = q.seller_org_id
       where q.rfq_id = $1 and q.status <> 'WITHDRAWN' order by q.first_sent_at, q.id`,
      [rfqId],
    );
  }
}

interface Offered {
  readonly quote: QuoteRow;
  readonly line: QuoteLineView;
}

function compared(
  asked: AskedRow,
  basis: BasisName,
  offered: readonly Offered[],
  vat: (seller: QuoteRow['seller'], vatClass: string | null) => string | null,
  factsOf: (line: QuoteLineView) => OfferFacts,
): ComparisonLineView {
  const result = compareLine(
    quantity(asked.askedQty),
    { baseUnit: asked.baseUnit, place: basis },
    offered.map(({ quote, line }) => ({
      id: line.id,
      price: line.unitPrice,
      perQty: Quantity.of(1),
      baseUnit: line.baseUnit,
      place: quote.basis,
      freightPerUnit: line.freightPerUnit,
      offered: quantity(line.offeredQty),
      alternative: line.alternative,
    })),
  );
  const cells = offered.map(({ quote, line }, index): ComparisonCellView => {
    const { price, shareBp, lowest, aboveLowestBp, rank } = result.cells[index]!;
    return {
      quoteId: quote.id,
      line,
      normalizedPrice: price.ok ? roundedPrice(price.value) : null,
      notComparable: price.ok ? null : price.refusal.code,
      shareBp,
      lowest,
      aboveLowestBp,
      rank,
      vatCode: vat(quote.seller, line.vatClass),
      ...factsOf(line),
    };
  });
  return {
    rfqLineId: asked.id,
    lineNo: asked.lineNo,
    description: asked.description,
    spec: asked.spec,
    baseUnit: asked.baseUnit,
    askedQty: asked.askedQty,
    lowest: result.lowest && roundedPrice(result.lowest),
    median: result.median && roundedPrice(result.median),
    cells,
  };
}

/** What the cooperative's offer comes to at the compared prices, for as much as is asked; null where one price is missing. */
function columnOf(quote: QuoteRow, lines: readonly ComparisonLineView[], today: string): ComparisonColumnView {
  const own = lines.flatMap((line) =>
    line.cells.filter((cell) => cell.quoteId === quote.id && !cell.line.alternative).map((cell) => ({ cell, line })),
  );
  const priced = own.every(({ cell }) => cell.normalizedPrice !== null);
  const total = own.reduce(
    (sum, { cell, line }) =>
      sum + lineAmount(Quantity.min(quantity(cell.line.offeredQty), quantity(line.askedQty)), cell.normalizedPrice ?? 0n),
    0n,
  );
  const { id, seller, revision, validUntil, basis, note, sentAt, version } = quote;
  return {
    quoteId: id,
    seller,
    status: quoteStateAt({ state: quote.status, validUntil }, today),
    revision,
    validUntil,
    basis,
    note,
    sentAt,
    version,
    joint: own.some(({ cell }) => cell.line.shares.length > 0),
    answeredLines: own.length,
    total: priced && own.length > 0 ? total : null,
  };
}

function vatOf(
  rules: readonly VatRule[],
  actor: Actor,
  seller: QuoteRow['seller'],
  vatClass: string | null,
  date: string,
): string | null {
  if (!vatClass) return null;
  const answer = vatFor({
    vatClass: vatClass as VatClass,
    sellerKind: seller.kind as OrganizationKind,
    sellerIsProducer: PRODUCERS.includes(seller.kind),
    buyerKind: actor.orgKind as OrganizationKind,
    date,
    rules,
  });
  return answer.ok ? answer.value.code : null;
}

import { accept, refuse, type Refusal, type Result } from '@lienket/domain';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { explain, type RowsRefusal } from '../../../platform/graphql/refusal.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { RequestDesk, totalOf } from '../approvals/request-desk.js';
import { BasketPlacer, type BasketsCommand } from '../basket-placer.js';
import type { SheetLine } from '../templates/sheet.js';
import type { StandingReason } from './standing-order-day.entity.js';
import { standingMessages, type StandingRefusal } from './standing-order.messages.js';
import { STANDING_NOTICES } from './standing-order.notices.js';
import { type DayRow, type LockedStanding, type StandingTerms, writeDay } from './standing-rows.js';

/** As many lines as a notice and a page can say. */
const REASONS_MAX = 20;

/** Places one day of a standing order as its person would: by the one placement, with its prices, calendars, contracts and limits. */
@Injectable()
export class StandingPlacer {
  constructor(
    private readonly baskets: BasketPlacer,
    private readonly desk: RequestDesk,
  ) {}

  /** Writes the orders (or the request) and the day; a refusal must undo the transaction. */
  async place(
    tx: Tx,
    actor: Actor,
    standing: LockedStanding,
    terms: StandingTerms,
    day: string,
    { held, decidedBy }: { held: DayRow | null; decidedBy: string | null },
  ): Promise<Result<string, Refusal>> {
    const command = commandOf(terms, day);
    const prepared = await this.baskets.prepare(tx, actor, command);
    if (!prepared.ok) return prepared;
    const total = totalOf(prepared.value);
    if (terms.maxTotal !== null && total > terms.maxTotal) {
      return refuse<StandingRefusal>({ code: 'STANDING_ABOVE_CEILING', total, ceiling: terms.maxTotal });
    }
    const waiting = await this.desk.ask(tx, actor, { kind: 'BASKETS', command, orders: prepared.value });
    const saved = waiting ? accept(waiting) : await this.baskets.save(tx, command, prepared.value);
    if (!saved.ok) return saved;
    const state = waiting ? 'ASKED' : 'PLACED';
    await writeDay(tx, standing, day, held, { state, resultId: saved.value, decidedBy });
    // Who placed it himself needs no notice of it.
    if (!decidedBy) {
      const facts = { standingOrderId: standing.id, name: standing.name, day };
      const notice = waiting ? STANDING_NOTICES.asked : STANDING_NOTICES.placed;
      await sendNotice(tx, notice, { orgId: standing.buyerOrgId, facts, key: `${standing.id}:${day}` });
    }
    return saved;
  }
}

/** One basket for each seller, in the order of the sheet; the rows of a refusal count through them so. */
function linesBySeller({ lines }: Pick<StandingTerms, 'lines'>): SheetLine[][] {
  const bySeller = new Map<string, SheetLine[]>();
  for (const line of lines) bySeller.set(line.sellerOrgId, [...(bySeller.get(line.sellerOrgId) ?? []), line]);
  return [...bySeller.values()];
}

const commandOf = (terms: StandingTerms, day: string): BasketsCommand => ({
  buyerPoNo: terms.buyerPoNo,
  note: terms.note,
  requestedOn: day,
  deliveryLocationId: terms.deliveryLocationId,
  baskets: linesBySeller(terms).map((lines) => ({
    sellerOrgId: lines[0]!.sellerOrgId,
    contractId: terms.contractId,
    lines: lines.map((line) => ({
      ...{ productId: line.productId, contractLineId: line.contractLineId, gradeId: line.gradeId, packId: line.packId },
      ...{ qty: line.qty, deliveryLocationId: line.deliveryLocationId, requestedOn: null },
      ...{ windowFrom: line.windowFrom, windowTo: line.windowTo, costCenter: line.costCenter },
    })),
  })),
});

/** A refusal in both languages, each line's under the name of its goods. */
export function reasonsOf(refusal: Refusal, terms: Pick<StandingTerms, 'lines'>): StandingReason[] {
  const said = (cause: Refusal, about: string | null): StandingReason => ({
    about,
    vi: explain(standingMessages, cause, 'vi').message,
    en: explain(standingMessages, cause, 'en').message,
  });
  if (refusal.code !== 'ROWS_REFUSED') return [said(refusal, null)];
  const lines = linesBySeller(terms).flat();
  return (refusal as RowsRefusal).rows.slice(0, REASONS_MAX).map(({ row, refusal: cause }) => {
    const line = lines[row];
    return said(cause, line ? `${line.description} (${line.seller})` : null);
  });
}

/** All reasons in one sentence, for a notice or an answer. */
export const sentenceOf = (reasons: readonly StandingReason[], locale: 'vi' | 'en'): string =>
  [...new Set(reasons.map(({ about, ...text }) => (about ? `${about}: ${text[locale]}` : text[locale])))].join(' ');

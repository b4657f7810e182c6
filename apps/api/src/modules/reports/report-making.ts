import {
  type LocalDate,
  type ReportCorrection,
  reportCorrections,
  type ReportFacts,
  reportFacts,
  reportNumber,
} from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { LegalBook } from '../registry/index.js';
import { reportInput } from './report-source.js';

/** What a snapshot holds. */
export interface ReportContent {
  readonly facts: ReportFacts;
  readonly previous: { readonly number: string; readonly asOf: LocalDate } | null;
  readonly corrections: readonly ReportCorrection[];
}

export interface PreviousReport {
  readonly id: string;
  readonly asOf: LocalDate;
  readonly numberNo: number;
  readonly content: ReportContent;
}

/** The last issued report of the same scope; the caller holds the scope's lock where it decides by it. */
export async function lastIssued(tx: Tx, eventId: string | null): Promise<PreviousReport | null> {
  const [row] = await tx.query<PreviousReport>(
    `select r.id, r.as_of as "asOf", r.number_no as "numberNo", s.content from progress_report r join report_snapshot s on s.report_id = r.id
     where r.event_id is not distinct from $1 and r.status = 'ISSUED' order by r.as_of desc limit 1`,
    [eventId],
  );
  return row ?? null;
}

/** The report of a period, and what today's facts say otherwise about the cut-off of the one before. */
export async function makeReport(
  tx: Tx,
  legal: LegalBook,
  { eventId, orgId, periodFrom, asOf }: { eventId: string | null; orgId: string; periodFrom: LocalDate; asOf: LocalDate },
  previous: PreviousReport | null,
): Promise<{ content: ReportContent; isDemo: boolean }> {
  const input = await reportInput(tx, eventId, orgId);
  // A threshold that nobody has set tells nothing rather than everything.
  const limit = async (code: string) => (await legal.number(tx, code, asOf)) ?? Number.MAX_SAFE_INTEGER;
  const options = {
    minCases: await limit('RATE_MIN_CASES'),
    minParties: await limit('PRICE_AGGREGATE_MIN_PARTIES'),
  };
  const facts = reportFacts(input, { periodFrom, asOf, ...options });
  const frozen = previous?.content.facts;
  const again = frozen && reportFacts(input, { periodFrom: frozen.periodFrom, asOf: frozen.asOf, ...options });
  return {
    isDemo: [...input.agreements, ...input.credits].some((one) => one.isDemo),
    content: {
      facts,
      previous: previous && { number: reportNumber(previous.numberNo), asOf: previous.asOf },
      corrections: frozen && again ? reportCorrections(frozen, again) : [],
    },
  };
}

import { compareDates, type LocalDate } from '../shared/calendar-date.js';
import { accept, refuse, type Result } from '../shared/result.js';
import type { Transitions } from '../shared/state-machine.js';

export const REPORT_STATES = ['DRAFT', 'ISSUED', 'WITHDRAWN'] as const;
export type ReportState = (typeof REPORT_STATES)[number];
export type ReportAction = 'issue' | 'withdraw';

/** A report is drawn up frozen; a second person issues it as it is, or it is withdrawn and drawn up anew. */
export const REPORT_TRANSITIONS: Transitions<ReportState, ReportAction> = {
  DRAFT: { issue: 'ISSUED', withdraw: 'WITHDRAWN' },
  ISSUED: {},
  WITHDRAWN: {},
};

export type ReportPeriodRefusal =
  | { readonly code: 'REPORT_DAY_NOT_OVER' }
  | { readonly code: 'REPORT_PERIOD_REVERSED' }
  | { readonly code: 'REPORT_ALREADY_ISSUED'; readonly asOf: LocalDate };

/** A cut-off day must be over, else facts of that day could still come; and lie after the cut-off of the last issued report. */
export function reportPeriod(
  { periodFrom, asOf }: { readonly periodFrom: LocalDate; readonly asOf: LocalDate },
  today: LocalDate,
  lastIssuedAsOf: LocalDate | null,
): Result<null, ReportPeriodRefusal> {
  if (compareDates(asOf, today) >= 0) return refuse({ code: 'REPORT_DAY_NOT_OVER' });
  if (compareDates(periodFrom, asOf) > 0) return refuse({ code: 'REPORT_PERIOD_REVERSED' });
  if (lastIssuedAsOf !== null && compareDates(asOf, lastIssuedAsOf) <= 0)
    return refuse({ code: 'REPORT_ALREADY_ISSUED', asOf: lastIssuedAsOf });
  return accept(null);
}

/** "12/BC-LMHTX": number within the year, kind of paper and agency, as Nghị định 30/2020 writes it. */
export const reportNumber = (sequence: number): string => `${String(sequence).padStart(2, '0')}/BC-LMHTX`;

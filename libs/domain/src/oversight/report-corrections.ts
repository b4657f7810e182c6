import type { ReportAgreement, ReportFacts } from './report-types.js';

export const REPORT_MEASURES = ['PRESENT', 'RUNG', 'COMMITTED', 'ORDERED', 'SHIPPED', 'ACCEPTED'] as const;
export type ReportMeasure = (typeof REPORT_MEASURES)[number];

/** One number that the former report told otherwise than its cut-off is known today. */
export interface ReportCorrection {
  readonly registerNo: string;
  /** 0 for the agreement itself. */
  readonly lineNo: number;
  readonly measure: ReportMeasure;
  readonly unit: string | null;
  readonly before: string | null;
  readonly now: string | null;
}

/** "Điều chỉnh kỳ trước": what the frozen report said against the same cut-off computed now. Issued reports are never edited. */
export function reportCorrections(frozen: ReportFacts, now: ReportFacts): ReportCorrection[] {
  const [before, after] = [byId(frozen), byId(now)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .flatMap((id) => differences(before.get(id), after.get(id)))
    .sort((a, b) => (a.registerNo === b.registerNo ? a.lineNo - b.lineNo : a.registerNo < b.registerNo ? -1 : 1));
}

const byId = ({ annex }: ReportFacts): Map<string, ReportAgreement> => new Map(annex.map((row) => [row.id, row]));

function differences(before: ReportAgreement | undefined, now: ReportAgreement | undefined): ReportCorrection[] {
  const { registerNo } = (now ?? before)!;
  const found: ReportCorrection[] = [];
  const compare = (lineNo: number, measure: ReportMeasure, unit: string | null, a: string | null, b: string | null) => {
    if (a !== b) found.push({ registerNo, lineNo, measure, unit, before: a, now: b });
  };
  if (!before || !now) compare(0, 'PRESENT', null, before ? '1' : null, now ? '1' : null);
  else compare(0, 'RUNG', null, before.rung, now.rung);
  const numbers = new Set([...(before?.lines ?? []), ...(now?.lines ?? [])].map(({ lineNo }) => lineNo));
  for (const lineNo of [...numbers].sort((a, b) => a - b)) {
    const [a, b] = [before, now].map((row) => row?.lines.find((line) => line.lineNo === lineNo));
    const unit = (b ?? a)!.baseUnit;
    compare(lineNo, 'COMMITTED', unit, a?.committed ?? null, b?.committed ?? null);
    compare(lineNo, 'ORDERED', unit, a?.ordered ?? null, b?.ordered ?? null);
    compare(lineNo, 'SHIPPED', unit, a?.shipped ?? null, b?.shipped ?? null);
    compare(lineNo, 'ACCEPTED', unit, a?.accepted ?? null, b?.accepted ?? null);
  }
  return found;
}

/** Text of a value that does not depend on the order of its keys: the same content has the same hash, wherever it was kept. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`)
    .join(',')}}`;
}

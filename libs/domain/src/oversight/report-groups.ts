import { Quantity, quantity } from '../shared/quantity.js';
import type { ReportFacts, ReportPlace, ReportVolume, SummedLine } from './report-types.js';

/** Basis points rounded down; null under `minCases`: a rate of few cases would say too much and mean too little (product.md 4.6). */
export const rateOf = (part: bigint, whole: bigint, cases: number, minCases: number): number | null =>
  cases < minCases || whole <= 0n ? null : Number((part * 10_000n) / whole);

export function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

const text = (amount: bigint): string => Quantity.fromThousandths(amount).toString();

/** Sums of lines that share a unit: kilograms and boxes are never added together. */
function volumeOf(unit: string, lines: readonly SummedLine[], minCases: number): ReportVolume {
  const total = (of: (line: SummedLine) => string | null) =>
    lines.reduce((sum, line) => sum + quantity(of(line) ?? '0').thousandths, 0n);
  const committed = total((line) => line.committed);
  const kept = (grades: readonly ('acceptedA' | 'acceptedB' | 'acceptedC')[]) =>
    lines.reduce((sum, line) => {
      if (line.committed === null) return sum;
      const promised = quantity(line.committed).thousandths;
      const accepted = grades.reduce((all, grade) => all + quantity(line[grade]).thousandths, 0n);
      return sum + (accepted < promised ? accepted : promised);
    }, 0n);
  const rate = (...grades: readonly ('acceptedA' | 'acceptedB' | 'acceptedC')[]) =>
    rateOf(kept(grades), committed, measured, minCases);
  const measured = new Set(lines.filter((line) => line.committed !== null).map(({ agreement }) => agreement.id)).size;
  return {
    unit,
    agreements: new Set(lines.map(({ agreement }) => agreement.id)).size,
    committed: text(committed),
    ordered: text(total((line) => line.ordered)),
    shipped: text(total((line) => line.shipped)),
    accepted: text(total((line) => line.accepted)),
    acceptedInPeriod: text(total((line) => line.acceptedInPeriod)),
    acceptedA: text(total((line) => line.acceptedA)),
    acceptedB: text(total((line) => line.acceptedB)),
    acceptedC: text(total((line) => line.acceptedC)),
    rateBpA: rate('acceptedA'),
    rateBpAB: rate('acceptedA', 'acceptedB'),
    rateBp: rate('acceptedA', 'acceptedB', 'acceptedC'),
  };
}

function split(lines: readonly SummedLine[], of: (line: SummedLine) => string | null): [string | null, string, SummedLine[]][] {
  const parts = grouped(lines, (line) => JSON.stringify([of(line), line.baseUnit]));
  return [...parts]
    .map(([key, rows]): [string | null, string, SummedLine[]] => {
      const [code, unit] = JSON.parse(key) as [string | null, string];
      return [code, unit, rows];
    })
    .sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
}

/** Realisation by product group and unit; goods of no known group last. */
export const groupRows = (lines: readonly SummedLine[], minCases: number): ReportFacts['groups'] =>
  split(lines, ({ group }) => group).map(([group, unit, rows]) => ({ group, ...volumeOf(unit, rows, minCases) }));

/** Realisation by area and unit; where the place is not known, last. */
export const areaRows = (
  lines: readonly SummedLine[],
  of: (line: SummedLine) => ReportPlace | null,
  minCases: number,
): ReportFacts['districts'] =>
  split(lines, (line) => of(line)?.code ?? null).map(([code, unit, rows]) => ({
    code,
    name: of(rows[0]!)?.name ?? null,
    ...volumeOf(unit, rows, minCases),
  }));

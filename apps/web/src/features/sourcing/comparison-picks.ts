import { fillLine, quantity, type AwardPick } from '@lienket/domain';
import type { Comparison } from './compare-screen';

type Line = Comparison['lines'][number];
type Cell = Line['cells'][number];

const byPrice = (a: Cell, b: Cell): number => {
  const [left, right] = [BigInt(a.normalizedPrice ?? 0), BigInt(b.normalizedPrice ?? 0)];
  return left < right ? -1 : left > right ? 1 : a.line.id < b.line.id ? -1 : 1;
};

/** Fills every line from the lowest comparable price on, in whole packs, from quotes that stand. */
export function cheapestPicks(comparison: Comparison): AwardPick[] {
  const standing = new Set(comparison.columns.filter(({ status }) => status === 'SENT').map(({ quoteId }) => quoteId));
  return comparison.lines.flatMap((line) => {
    const cells = line.cells
      .filter((cell) => cell.normalizedPrice != null && !cell.line.alternative && standing.has(cell.quoteId))
      .sort(byPrice);
    return fillLine(
      quantity(line.askedQty),
      cells.map(({ line: offer }) => ({
        id: offer.id,
        askedLineId: line.rfqLineId,
        offered: quantity(offer.offeredQty),
        packSize: quantity(offer.packSize),
        moq: offer.moqQty ? quantity(offer.moqQty) : null,
        unitPrice: BigInt(offer.unitPrice),
        freightPerUnit: null,
      })),
    );
  });
}

/** The table as cells for a spreadsheet: numbers stay numbers there. */
export function comparisonText(comparison: Comparison, words: { goods: string; unit: string }): string {
  const clean = (text: string) => text.replace(/[\t\r\n]+/g, ' ').replace(/^[=+\-@]/, "'$&");
  const head = [words.goods, words.unit, ...comparison.columns.map(({ seller }) => clean(seller.shortName))];
  const rows = comparison.lines.map((line) => [
    clean(line.description),
    clean(line.baseUnit),
    ...comparison.columns.map(({ quoteId }) => {
      const cell = line.cells.find((one) => one.quoteId === quoteId && !one.line.alternative);
      return cell?.normalizedPrice == null ? '' : String(cell.normalizedPrice);
    }),
  ]);
  return [head, ...rows].map((row) => row.join('\t')).join('\n');
}

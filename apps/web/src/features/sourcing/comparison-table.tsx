import type { Quantity } from '@lienket/domain';
import { Button, StatusMark } from '@lienket/ui';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import type { Comparison, Picks } from './compare-screen';
import { ComparisonCell } from './comparison-cell';
import { quoteTone } from './rfq-tone';
import s from './sourcing.module.css';

export interface ComparisonProps {
  comparison: Comparison;
  picks: Picks;
  onPick?: (lineId: string, text: string) => void;
  onRead: (quoteId: string) => void;
  pickedOf: (line: Comparison['lines'][number]) => Quantity;
}

/** Lines down, cooperatives across. */
export function ComparisonTable({ comparison, picks, onPick, onRead }: ComparisonProps) {
  const t = useText(sourcing);
  const f = useFormats();
  return (
    <div className={s.scroll} role="region" aria-label={t('compare.table')}>
      <table className={s.compare}>
        <caption className="visually-hidden">{t('compare.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('compare.line')}</th>
            {comparison.columns.map((column) => (
              <th key={column.quoteId} scope="col">
                <Button className={s.flush} size="small" variant="quiet" onClick={() => onRead(column.quoteId)}>
                  {column.seller.shortName}
                </Button>
                <StatusMark tone={quoteTone[column.status]}>{t(`quoteStatus.${column.status}`)}</StatusMark>
                <span className={s.under}>
                  {t('quote.revision', { n: column.revision })} · {t('compare.valid', { date: f.date(column.validUntil) })}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {comparison.lines.map((line) => (
            <tr key={line.rfqLineId}>
              <th scope="row">
                {line.description}
                <span className={s.under}>
                  {[line.spec, t('compare.asked', { qty: f.quantity(line.askedQty, line.baseUnit) })].filter(Boolean).join(' · ')}
                </span>
                {line.lowest != null && line.median != null && (
                  <span className={s.under}>
                    {t('compare.range', { lowest: f.vnd(line.lowest), median: f.vnd(line.median) })}
                  </span>
                )}
              </th>
              {comparison.columns.map((column) => {
                const cells = line.cells.filter((cell) => cell.quoteId === column.quoteId);
                return (
                  <td key={column.quoteId}>
                    {cells.length === 0 && <span className={s.under}>{t('compare.none')}</span>}
                    {cells.map((cell) => (
                      <ComparisonCell key={cell.line.id} cell={cell} column={column} picks={picks} onPick={onPick} />
                    ))}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('compare.total')}</th>
            {comparison.columns.map((column) => (
              <td key={column.quoteId}>
                {column.total != null && <b>{f.vnd(column.total)}</b>}
                <span className={s.under}>{t('compare.answered', { count: column.answeredLines })}</span>
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

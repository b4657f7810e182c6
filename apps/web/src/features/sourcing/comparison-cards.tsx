import { Button, StatusMark } from '@lienket/ui';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { ComparisonCell } from './comparison-cell';
import type { ComparisonProps } from './comparison-table';
import { quoteTone } from './rfq-tone';
import s from './sourcing.module.css';

/** The same on a phone: for each line its offers, the cheapest first. */
export function ComparisonCards({ comparison, picks, onPick, onRead }: ComparisonProps) {
  const t = useText(sourcing);
  const f = useFormats();
  const columns = new Map(comparison.columns.map((column) => [column.quoteId, column]));
  return (
    <ol className={s.list}>
      {comparison.lines.map((line) => (
        <li key={line.rfqLineId} className={s.item}>
          <div>
            <h2>{line.description}</h2>
            <p className={s.under}>
              {[
                t('compare.asked', { qty: f.quantity(line.askedQty, line.baseUnit) }),
                line.lowest != null &&
                  line.median != null &&
                  t('compare.range', { lowest: f.vnd(line.lowest), median: f.vnd(line.median) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
          <ul className={s.list}>
            {[...line.cells]
              .sort((a, b) => (a.rank ?? 999) - (b.rank ?? 999))
              .map((cell) => {
                const column = columns.get(cell.quoteId);
                return (
                  column && (
                    <li key={cell.line.id} className={s.item}>
                      <div>
                        <Button className={s.flush} size="small" variant="quiet" onClick={() => onRead(column.quoteId)}>
                          {column.seller.shortName}
                        </Button>{' '}
                        <StatusMark tone={quoteTone[column.status]}>{t(`quoteStatus.${column.status}`)}</StatusMark>
                      </div>
                      <ComparisonCell cell={cell} column={column} picks={picks} onPick={onPick} />
                    </li>
                  )
                );
              })}
          </ul>
        </li>
      ))}
    </ol>
  );
}

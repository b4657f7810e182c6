import { Field, NumberInput, StatusMark, type Tone } from '@lienket/ui';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import type { Comparison, Picks } from './compare-screen';
import s from './sourcing.module.css';

interface ComparisonCellProps {
  cell: Comparison['lines'][number]['cells'][number];
  column: Comparison['columns'][number];
  picks: Picks;
  onPick?: (lineId: string, text: string) => void;
}

const supplyTone: Record<Comparison['lines'][number]['cells'][number]['supply'], Tone> = {
  COVERED: 'success',
  PART: 'warning',
  NONE: 'danger',
  UNKNOWN: 'neutral',
};

/** One offer: the price that compares, how it came about, and how much one takes. */
export function ComparisonCell({ cell, column, picks, onPick }: ComparisonCellProps) {
  const t = useText(sourcing);
  const f = useFormats();
  const { line } = cell;
  const facts = [
    t('compare.share', { percent: f.percentBp(cell.shareBp) }),
    t('compare.lead', { days: line.leadDays }),
    cell.vatCode ? t('compare.vat', { code: cell.vatCode }) : t('compare.vatUnknown'),
    line.moqQty && t('quote.moq', { qty: f.quantity(line.moqQty, line.baseUnit) }),
    line.packName,
  ].filter(Boolean);
  const quoted = t('compare.quoted', { price: f.vnd(line.unitPrice), basis: t(`rfqBasis.${column.basis}`).toLowerCase() });
  return (
    <div className={line.alternative ? s.alternative : undefined}>
      {line.alternative && (
        <span className={s.under}>
          {t('quote.alternative')}: {line.description}
        </span>
      )}
      {cell.normalizedPrice != null ? (
        <p className={cell.lowest ? `${s.price} ${s.best}` : s.price}>
          {f.vnd(cell.normalizedPrice)}
          {cell.lowest && <span className={s.under}>{t('compare.lowest')}</span>}
          {!cell.lowest && !line.alternative && (cell.aboveLowestBp ?? 0) > 0 && (
            <span className={s.under}>{t('compare.above', { percent: f.percentBp(cell.aboveLowestBp ?? 0) })}</span>
          )}
        </p>
      ) : (
        cell.notComparable && <p className={s.under}>{t(`compare.not.${cell.notComparable}`, { unit: line.baseUnit })}</p>
      )}
      {(cell.normalizedPrice == null || String(cell.normalizedPrice) !== String(line.unitPrice)) && (
        <span className={s.under}>
          {quoted}
          {line.freightPerUnit != null && ` ${t('quote.freight', { price: f.vnd(line.freightPerUnit) })}`}
        </span>
      )}
      <span className={s.under}>{facts.join(' · ')}</span>
      <span className={s.marks}>
        <StatusMark tone={supplyTone[cell.supply]}>{t(`compare.supply.${cell.supply}`)}</StatusMark>
        {cell.readiness && (
          <StatusMark tone={cell.readiness.missing.length > 0 ? 'warning' : 'success'}>
            {t('compare.ready', { met: cell.readiness.met, required: cell.readiness.required })}
          </StatusMark>
        )}
      </span>
      {cell.readiness && cell.readiness.missing.length > 0 && (
        <span className={s.under}>{t('compare.missing', { names: cell.readiness.missing.join(', ') })}</span>
      )}
      {line.shares.length > 0 && (
        <span className={s.under}>
          {t('quote.joint', {
            members: line.shares.map(({ member, qty }) => `${member.shortName} ${f.quantity(qty, line.baseUnit)}`).join(', '),
          })}
        </span>
      )}
      {line.note && <span className={s.under}>{line.note}</span>}
      {onPick && column.status === 'SENT' && (
        <Field id={`pick-${line.id}`} label={t('compare.pick', { name: column.seller.shortName })} labelHidden>
          <NumberInput
            value={picks[line.id] ?? ''}
            unit={line.baseUnit}
            placeholder={f.quantity(line.offeredQty)}
            onChange={(event) => onPick(line.id, event.target.value)}
          />
        </Field>
      )}
    </div>
  );
}

import { quantity } from '@lienket/domain';
import { Button, Figure, Figures, Link, Section, StatusMark } from '@lienket/ui';
import type { SupplyRowFragment } from '../../gql/graphql';
import { SupplyView } from '../../shared/catalog/supply-strip';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { supply } from '../../shared/messages/vi/supply';
import { showYearDay } from './year-day';
import s from './supply.module.css';

interface SupplyRowsProps {
  products: readonly SupplyRowFragment[];
  onAct: (kind: 'harvest' | 'forecast', productId: string) => void;
}

/** Products with something recorded as strips; the rest as a short list to begin with. */
export function SupplyRows({ products, onAct }: SupplyRowsProps) {
  const t = useText(supply);
  const coming = (row: SupplyRowFragment) => row.weeks.some(({ plan }) => plan != null && quantity(plan).isPositive);
  const tracked = products.filter((row) => row.known && coming(row));
  const resting = products.filter((row) => row.known && !coming(row));
  const others = products.filter(({ known }) => !known);
  return (
    <>
      {tracked.length > 0 && (
        <Section title={t('supply.products')}>
          <ol className={s.rows}>
            {tracked.map((row, index) => (
              <SupplyRow key={row.product.id} row={row} withLegend={index === 0} onAct={onAct} />
            ))}
          </ol>
        </Section>
      )}
      {resting.length > 0 && (
        <details className={s.others} open={tracked.length === 0}>
          <summary>{t('supply.resting', { count: resting.length })}</summary>
          <ul className={s.plain}>
            {resting.map(({ product, windows }) => (
              <li key={product.id} className={s.other}>
                <span>
                  <Link href={`/supply/products/${product.id}`}>{product.nameVi}</Link>
                  {windows.map(({ from, to }) => (
                    <span key={from} className={s.soft}>
                      {' '}
                      {t('supply.harvestOf', { from: showYearDay(from), to: showYearDay(to) })}
                    </span>
                  ))}
                </span>
                <Button size="small" onClick={() => onAct('forecast', product.id)}>
                  {t('supply.forecast')}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {others.length > 0 && (
        <details className={s.others} open={tracked.length + resting.length === 0}>
          <summary>{t('supply.untracked', { count: others.length })}</summary>
          <p className={s.soft}>{t('supply.untrackedHint')}</p>
          <ul className={s.plain}>
            {others.map(({ product }) => (
              <li key={product.id} className={s.other}>
                <Link href={`/supply/products/${product.id}`}>{product.nameVi}</Link>
                <Button size="small" onClick={() => onAct('forecast', product.id)}>
                  {t('supply.forecast')}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

type SupplyRowProps = { row: SupplyRowFragment; withLegend: boolean } & Pick<SupplyRowsProps, 'onAct'>;

function SupplyRow({ row, withLegend, onAct }: SupplyRowProps) {
  const t = useText(supply);
  const f = useFormats();
  const { product, onHand, reserved, shortfall, weeks } = row;
  const now = weeks[0]!;
  const number = (amount: string | null | undefined) => f.quantity(amount ?? '0');
  return (
    <li className={s.row}>
      <div className={s.rowHead}>
        <h3>
          <Link href={`/supply/products/${product.id}`}>{product.nameVi}</Link>
        </h3>
        {shortfall && quantity(shortfall).isPositive && (
          <StatusMark tone="danger">{t('supply.shortfall', { qty: f.quantity(shortfall, product.baseUnit) })}</StatusMark>
        )}
      </div>
      <Figures>
        <Figure label={t('supply.firmNow')} value={number(now.firm)} unit={product.baseUnit} />
        <Figure label={t('supply.planNow')} value={number(now.plan)} unit={product.baseUnit} />
        <Figure label={t('supply.uncommittedNow')} value={number(now.uncommitted)} unit={product.baseUnit} />
        {row.stockKept && (
          <Figure
            label={t('supply.onHand')}
            value={number(onHand)}
            unit={product.baseUnit}
            detail={`${t('supply.reserved')} ${number(reserved)}`}
          />
        )}
      </Figures>
      <SupplyView supply={row} withLegend={withLegend} withTable={false} />
      <div className={s.rowActs}>
        <Button size="small" onClick={() => onAct('harvest', product.id)}>
          {t('supply.harvest')}
        </Button>
        <Button size="small" variant="quiet" onClick={() => onAct('forecast', product.id)}>
          {t('supply.forecast')}
        </Button>
        <Link href={`/supply/products/${product.id}`}>{t('supply.open')}</Link>
      </div>
    </li>
  );
}

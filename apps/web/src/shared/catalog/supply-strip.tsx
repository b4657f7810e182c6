import { useQuery } from '@apollo/client/react';
import { Notice, Skeleton, Table, WeekStrip, type WeekColumn } from '@lienket/ui';
import { quantity } from '@lienket/domain';
import type { SupplyStripPartsFragment } from '../../gql/graphql';
import { useFormats, type Formats } from '../i18n/formats';
import { useText } from '../i18n/use-text';
import { supply as words } from '../messages/vi/supply';
import { SupplyStripDocument } from './supply-strip.operations';
import s from './supply-strip.module.css';

type Supply = SupplyStripPartsFragment;
type Week = Supply['weeks'][number];
type Band = NonNullable<Week['firmBand']>;

interface SupplyStripProps {
  productId: string;
  weeks?: number;
}

/** How much there is and will be of a product, as exactly as its reader may know; for product pages. */
export function SupplyStrip({ productId, weeks = 12 }: SupplyStripProps) {
  const t = useText(words);
  const { data, loading } = useQuery(SupplyStripDocument, { variables: { productId, weeks } });
  if (loading && !data) return <Skeleton kind="block" count={1} label={t('state.loading')} />;
  return data?.productSupply ? <SupplyView supply={data.productSupply} /> : null;
}

interface SupplyViewProps {
  supply: Supply;
  size?: 'compact' | 'full';
  /** Once is enough in a list. */
  withLegend?: boolean;
  withTable?: boolean;
}

/** The strip with its words and its table, of supply that is already fetched. */
export function SupplyView({ supply, size = 'full', withLegend = true, withTable = true }: SupplyViewProps) {
  const t = useText(words);
  const f = useFormats();
  const { baseUnit: unit, nameVi } = supply.product;
  const exact = supply.precision === 'EXACT' && supply.known;
  const banded = supply.precision === 'BANDS' && supply.known;
  const bandText = (band: Band) => bandWords(band, unit, t, f);
  const sentence = (week: Week): string => {
    const at = { week: weekNo(week), date: f.date(week.week) };
    const season = t(week.inSeason ? 'supply.weekInSeason' : 'supply.weekOutSeason');
    if (exact) {
      const qty = (amount: string | null | undefined) => f.quantity(amount ?? '0', unit);
      const { firm, plan, uncommitted, committed } = week;
      return t('supply.weekExact', {
        ...at,
        firm: qty(firm),
        plan: qty(plan),
        uncommitted: qty(uncommitted),
        committed: qty(committed),
        season,
      });
    }
    if (banded && week.firmBand && week.uncommittedBand)
      return t('supply.weekBand', { ...at, firm: bandText(week.firmBand), uncommitted: bandText(week.uncommittedBand), season });
    return t('supply.weekSeason', { ...at, season: t(week.inSeason ? 'supply.isSeason' : 'supply.isNotSeason') });
  };
  const columns = weekColumns(supply, sentence);
  const [now] = supply.weeks;
  return (
    <div className={s.supply}>
      <WeekStrip
        size={size}
        label={t('supply.stripLabel', { product: nameVi, count: supply.weeks.length, date: f.date(now?.week) })}
        weeks={columns}
        legend={
          size === 'full' && withLegend
            ? {
                marked: t('supply.season'),
                ...(exact && { inner: t('supply.firm'), outer: t('supply.plan'), line: t('supply.uncommitted') }),
                ...(banded && { inner: t('supply.firm'), line: t('supply.uncommitted') }),
              }
            : undefined
        }
      />
      {banded && now?.firmBand && now.uncommittedBand && (
        <p className={s.words}>
          {t('supply.bandNow', { firm: bandText(now.firmBand), uncommitted: bandText(now.uncommittedBand) })}{' '}
          <span className={s.soft}>{t('supply.bandNote')}</span>
        </p>
      )}
      {size === 'full' && !supply.known && supply.precision !== 'SEASON' && <Notice tone="info">{t('supply.unknown')}</Notice>}
      {exact && withTable && size === 'full' && <WeekTable supply={supply} />}
    </div>
  );
}

function WeekTable({ supply }: { supply: Supply }) {
  const t = useText(words);
  const f = useFormats();
  const unit = supply.product.baseUnit;
  const column = (key: 'firm' | 'plan' | 'uncommitted' | 'committed') => ({
    key,
    header: t(`supply.${key}`),
    numeric: true,
    cell: (week: Week) => f.quantity(week[key] ?? '0', unit),
  });
  return (
    <details className={s.details}>
      <summary>{t('supply.asTable')}</summary>
      <p className={s.soft}>{t('supply.notAdded')}</p>
      <Table
        caption={t('supply.stripLabel', {
          product: supply.product.nameVi,
          count: supply.weeks.length,
          date: f.date(supply.weeks[0]?.week),
        })}
        captionHidden
        density="compact"
        stickyHeader={false}
        rows={supply.weeks}
        rowKey={(week) => week.week}
        columns={[
          {
            key: 'week',
            header: t('supply.forecastWeek'),
            primary: true,
            cell: (week) => t('supply.weekFrom', { week: weekNo(week), date: f.date(week.week) }),
          },
          column('firm'),
          column('plan'),
          column('uncommitted'),
          column('committed'),
        ]}
      />
    </details>
  );
}

/** "48" of "2026-W48". */
export const weekNo = (week: Pick<Week, 'isoWeek'>): string => week.isoWeek.slice(-2);

function bandWords({ from, below }: Band, unit: string, t: ReturnType<typeof useText<keyof typeof words>>, f: Formats): string {
  if (below == null) return t('supply.bandOver', { from: f.quantity(from, unit) });
  if (below === '0') return t('supply.bandNone');
  if (from === '0') return t('supply.bandUnder', { below: f.quantity(below, unit) });
  return t('supply.bandBetween', { from: f.quantity(from), below: f.quantity(below, unit) });
}

/** Heights against the largest plan; a share of a drawing, the only place where quantities become floats. */
function weekColumns(supply: Supply, sentence: (week: Week) => string): WeekColumn[] {
  const amount = (text: string | null | undefined) => (text == null ? 0 : Number(quantity(text).thousandths));
  const top = Math.max(1, ...supply.weeks.map((week) => amount(week.plan)));
  // Bands grow about threefold a step: equal steps of height tell little from much without telling how much.
  const bands = (band: Week['firmBand']) => (band ? BANDS.indexOf(band.from) + (band.below === '0' ? 0 : 1) : 0) / BANDS.length;
  return supply.weeks.map((week, index) => ({
    key: week.week,
    name: weekNo(week),
    sentence: sentence(week),
    marked: week.inSeason,
    now: index === 0,
    ...(week.plan != null && {
      outer: amount(week.plan) / top,
      inner: amount(week.firm) / top,
      // Nothing planned has nothing left of it: no line over empty weeks.
      ...(amount(week.plan) > 0 && { line: amount(week.uncommitted) / top }),
    }),
    ...(week.plan == null && week.firmBand && { inner: bands(week.firmBand), line: bands(week.uncommittedBand) }),
  }));
}

const BANDS = ['0', '50', '200', '500', '1000', '5000', '20000', '100000'];

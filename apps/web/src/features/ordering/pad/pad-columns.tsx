import type { GridColumn } from '@lienket/ui';
import type { Formats } from '../../../shared/i18n/formats';
import type { Text } from '../../../shared/i18n/use-text';
import type { ordering } from '../../../shared/messages/vi/ordering';
import type { RowCheck } from './pad-check';
import type { PadCatalogue, PadItem } from './pad-items';
import type { PadPlaces } from './pad-delivery';
import type { PadColumn, PadRow } from './pad-rows';
import { variantText } from './variant-text';
import s from './pad.module.css';

interface ColumnWords {
  t: Text<keyof typeof ordering>;
  format: Formats;
  catalogue: PadCatalogue;
  withContract: boolean;
  places: PadPlaces;
  /** The parts of a delivery that stand in the rows. */
  shown: readonly PadColumn[];
  /** By row id. */
  checkOf: (row: PadRow) => RowCheck | undefined;
}

/** The sheet's columns: two to fill in, the others answer. */
export function padColumns({ t, format, catalogue, withContract, places, shown, checkOf }: ColumnWords): GridColumn<PadRow>[] {
  const amount = (item: PadItem, qty: { toDecimalString(): string }) => format.quantity(qty.toDecimalString(), item.unit);
  const variantOf = (item: PadItem) => variantText(item, t, format);
  const packOf = (item: PadItem) =>
    item.moq ? t('pad.packMoq', { pack: variantOf(item), moq: amount(item, item.moq) }) : variantOf(item);
  const optionsOf = (item: PadItem) =>
    catalogue.variantsOf(item).map((variant) => ({
      value: variant.key,
      label: variantOf(variant),
      detail: [variant.moq && t('pad.moq', { moq: amount(variant, variant.moq) }), priceOf(variant)].filter(Boolean).join(' · '),
    }));
  const priceOf = (item: PadItem) => {
    const price = item.contract?.unitPrice ?? item.tiers[0]?.unitPrice;
    return price === undefined ? '' : t('pad.perUnit', { price: format.vnd(price), unit: item.unit });
  };
  const options = catalogue.items.map((item) => ({
    value: item.key,
    label: catalogue.ofMany ? `${item.name}, ${item.seller.shortName}` : item.name,
    detail: [packOf(item), priceOf(item)].filter(Boolean).join(' · '),
  }));
  const optionOf = new Map(options.map((option) => [option.value, option]));
  const itemOf = (row: PadRow) => catalogue.byKey.get(row.product.trim());
  const priced = (row: PadRow) => {
    const check = checkOf(row);
    return check?.kind === 'OK' ? check : null;
  };
  const hasChoice = catalogue.items.some((item) => catalogue.variantsOf(item).length > 1);
  const columns: GridColumn<PadRow>[] = [
    {
      key: 'product',
      header: t('pad.product'),
      kind: 'combobox',
      placeholder: t('pad.productPlaceholder'),
      options,
      selected: (row) =>
        optionOf.get(itemOf(row)?.group ?? '') ?? (row.product ? { value: row.product, label: row.product } : null),
      pick: (row, option) => ({
        product: option && option.value === itemOf(row)?.group ? row.product : (option?.value ?? ''),
        variant: '',
      }),
      toText: (row) => {
        const item = itemOf(row);
        return item && catalogue.ofMany ? `${item.name}, ${item.seller.shortName}` : (item?.name ?? row.product);
      },
      render: (row) => {
        const item = itemOf(row);
        return item ? (
          <>
            <span className={s.name}>{item.name}</span>
            {catalogue.ofMany && <span className={s.under}>{item.seller.shortName}</span>}
            {!hasChoice && <span className={s.under}>{packOf(item)}</span>}
          </>
        ) : (
          row.product
        );
      },
    },
    {
      key: 'qty',
      header: t('pad.qty'),
      kind: 'number',
      width: 116,
      render: (row) => {
        const check = checkOf(row);
        const item = itemOf(row);
        if (!item || !check || !('qty' in check)) return row.qty;
        const read = format.quantity(check.qty.toDecimalString());
        const packs =
          check.kind === 'OK' &&
          t(item.catchWeight ? 'pad.packWeighed' : 'pad.packCount', { count: format.quantity(check.priced.packs.toString()) });
        // "20 thùng" stays as it was typed, with what it comes to below.
        return /^[\d.,\s]+$/.test(row.qty) ? (
          <>
            <span className={s.typed}>{read}</span> <span className={s.unit}>{item.unit}</span>
            {packs && <span className={s.under}>{packs}</span>}
          </>
        ) : (
          <>
            <span className={s.typed}>{row.qty}</span>
            <span className={s.under}>
              {[t('pad.qtyRead', { qty: amount(item, check.qty) }), packs].filter(Boolean).join(' · ')}
            </span>
          </>
        );
      },
    },
    {
      key: 'price',
      header: t('pad.price'),
      kind: 'readonly',
      align: 'end',
      width: 172,
      render: (row) => {
        const line = priced(row);
        if (!line) {
          const waiting = checkOf(row);
          return waiting && 'item' in waiting ? <span className={s.unit}>{priceOf(waiting.item)}</span> : null;
        }
        const { item, qty, priced: found } = line;
        const reached = item.tiers.filter(({ minQtyBase }) => minQtyBase.compare(qty) <= 0).at(-1);
        const tier = item.contract
          ? t('pad.byContract')
          : [
              reached?.minQtyBase.isPositive && t('pad.tierFrom', { qty: amount(item, reached.minQtyBase) }),
              found.nextTier &&
                t('pad.tierNext', {
                  missing: amount(item, found.nextTier.missing),
                  price: format.vnd(found.nextTier.tier.unitPrice),
                }),
            ]
              .filter(Boolean)
              .join('; ');
        return (
          <>
            <span className={s.figure}>{t('pad.perUnit', { price: format.vnd(found.unitPrice), unit: item.unit })}</span>
            {tier && <span className={s.under}>{tier}</span>}
          </>
        );
      },
    },
    {
      key: 'amount',
      header: t('pad.amount'),
      kind: 'readonly',
      align: 'end',
      width: 124,
      render: (row) => {
        const line = priced(row);
        return line && <b className={s.figure}>{format.vnd(line.priced.amount)}</b>;
      },
    },
  ];
  if (hasChoice) {
    columns.splice(1, 0, {
      key: 'variant',
      header: t('pad.variant'),
      kind: 'combobox',
      width: 176,
      editable: (row) => {
        const item = itemOf(row);
        return item !== undefined && catalogue.variantsOf(item).length > 1;
      },
      optionsOf: (row) => {
        const item = itemOf(row);
        return item ? optionsOf(item) : [];
      },
      selected: (row) => {
        const item = itemOf(row);
        if (row.variant) return { value: row.variant, label: row.variant };
        return item ? (optionsOf(item).find(({ value }) => value === item.key) ?? null) : null;
      },
      pick: (row, option) => ({ product: option?.value ?? itemOf(row)?.group ?? row.product, variant: '' }),
      toText: (row) => {
        const item = itemOf(row);
        return row.variant || (item ? variantOf(item) : '');
      },
      render: (row) => {
        const item = itemOf(row);
        if (row.variant || !item) return row.variant ?? '';
        return (
          <>
            <span className={s.name}>{variantOf(item)}</span>
            {item.moq && <span className={s.under}>{t('pad.moq', { moq: amount(item, item.moq) })}</span>}
          </>
        );
      },
    });
  }
  columns.splice(hasChoice ? 2 : 1, 0, ...deliveryColumns({ t, format, places, shown }));
  if (withContract) {
    columns.push({
      key: 'remaining',
      header: t('pad.remaining'),
      kind: 'readonly',
      align: 'end',
      width: 128,
      render: (row) => {
        const item = itemOf(row);
        return item?.contract ? amount(item, item.contract.remaining) : null;
      },
    });
  }
  return columns;
}

/** Place, day, hours and cost center, for orders that part by row. */
function deliveryColumns({
  t,
  format,
  places,
  shown,
}: Pick<ColumnWords, 't' | 'format' | 'places' | 'shown'>): GridColumn<PadRow>[] {
  const options = places.all.map(({ id, code, name, address }) => ({
    value: id,
    label: code ? `${code} · ${name}` : name,
    detail: address,
  }));
  const optionOf = new Map(options.map((option) => [option.value, option]));
  const all: Record<PadColumn, GridColumn<PadRow>> = {
    place: {
      key: 'place',
      header: t('pad.place'),
      kind: 'combobox',
      width: 148,
      placeholder: t('pad.asOrder'),
      options,
      selected: (row) => (row.place ? (optionOf.get(row.place) ?? { value: row.place, label: row.place }) : null),
      pick: (_row, option) => ({ place: option?.value ?? '' }),
      toText: (row) => {
        const place = places.byId.get(row.place ?? '');
        return place?.code ?? place?.name ?? row.place ?? '';
      },
      render: (row) => {
        const place = places.byId.get(row.place ?? '');
        if (!place) return row.place || <span className={s.unit}>{t('pad.asOrder')}</span>;
        return (
          <>
            <span className={s.name}>{place.code ?? place.name}</span>
            {place.code && <span className={s.under}>{place.name}</span>}
          </>
        );
      },
    },
    on: {
      key: 'on',
      header: t('pad.on'),
      kind: 'date',
      width: 104,
      render: (row) => (row.on ? format.date(row.on) || row.on : <span className={s.unit}>{t('pad.asOrder')}</span>),
    },
    hours: { key: 'hours', header: t('pad.hours'), kind: 'text', width: 104, placeholder: '06:00-09:00' },
    cost: { key: 'cost', header: t('pad.cost'), kind: 'text', width: 104 },
  };
  return shown.map((column) => all[column]);
}

import type { GridColumn } from '@lienket/ui';
import type { Formats } from '../../../shared/i18n/formats';
import type { Text } from '../../../shared/i18n/use-text';
import type { ordering } from '../../../shared/messages/vi/ordering';
import { packLabel } from '../../../shared/catalog/pack-label';
import type { RowCheck } from './pad-check';
import type { PadCatalogue, PadItem } from './pad-items';
import type { PadRow } from './pad-rows';
import s from './pad.module.css';

interface ColumnWords {
  t: Text<keyof typeof ordering>;
  format: Formats;
  catalogue: PadCatalogue;
  withContract: boolean;
  /** By row id. */
  checkOf: (row: PadRow) => RowCheck | undefined;
}

/** The sheet's columns: two to fill in, the others answer. */
export function padColumns({ t, format, catalogue, withContract, checkOf }: ColumnWords): GridColumn<PadRow>[] {
  const amount = (item: PadItem, qty: { toDecimalString(): string }) => format.quantity(qty.toDecimalString(), item.unit);
  const packOf = (item: PadItem) => {
    const pack = packLabel(format, item.packName, item.packSize.toDecimalString(), item.unit);
    return item.moq ? t('pad.packMoq', { pack, moq: amount(item, item.moq) }) : pack;
  };
  const priceOf = (item: PadItem) => {
    const price = item.contract?.unitPrice ?? item.tiers[0]?.unitPrice;
    return price === undefined ? '' : t('pad.perUnit', { price: format.vnd(price), unit: item.unit });
  };
  const options = catalogue.items.map((item) => ({
    value: item.key,
    label: item.name,
    detail: [packOf(item), priceOf(item)].filter(Boolean).join(' · '),
  }));
  const optionOf = new Map(options.map((option) => [option.value, option]));
  const itemOf = (row: PadRow) => catalogue.byKey.get(row.product.trim());
  const priced = (row: PadRow) => {
    const check = checkOf(row);
    return check?.kind === 'OK' ? check : null;
  };
  const columns: GridColumn<PadRow>[] = [
    {
      key: 'product',
      header: t('pad.product'),
      kind: 'combobox',
      placeholder: t('pad.productPlaceholder'),
      options,
      selected: (row) => optionOf.get(row.product.trim()) ?? (row.product ? { value: row.product, label: row.product } : null),
      pick: (_row, option) => ({ product: option?.value ?? '' }),
      toText: (row) => itemOf(row)?.name ?? row.product,
      render: (row) => {
        const item = itemOf(row);
        return item ? (
          <>
            <span className={s.name}>{item.name}</span>
            <span className={s.under}>{packOf(item)}</span>
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
      width: 128,
      render: (row) => {
        const check = checkOf(row);
        const item = itemOf(row);
        if (!item || !check || !('qty' in check)) return row.qty;
        const read = format.quantity(check.qty.toDecimalString());
        // "20 thùng" stays as it was typed, with what it comes to below.
        return /^[\d.,\s]+$/.test(row.qty) ? (
          <>
            <span className={s.typed}>{read}</span> <span className={s.unit}>{item.unit}</span>
          </>
        ) : (
          <>
            <span className={s.typed}>{row.qty}</span>
            <span className={s.under}>{t('pad.qtyRead', { qty: amount(item, check.qty) })}</span>
          </>
        );
      },
    },
    {
      key: 'packs',
      header: t('pad.packs'),
      kind: 'readonly',
      align: 'end',
      width: 92,
      render: (row) => {
        const line = priced(row);
        return line && t('pad.packCount', { count: format.quantity(line.priced.packs.toString()) });
      },
    },
    {
      key: 'price',
      header: t('pad.price'),
      kind: 'readonly',
      align: 'end',
      width: 196,
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
      width: 148,
      render: (row) => {
        const line = priced(row);
        return line && <b className={s.figure}>{format.vnd(line.priced.amount)}</b>;
      },
    },
  ];
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

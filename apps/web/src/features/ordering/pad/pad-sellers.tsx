import { Button, Combobox, Field } from '@lienket/ui';
import { X } from 'lucide-react';
import { useText } from '../../../shared/i18n/use-text';
import { ordering } from '../../../shared/messages/vi/ordering';
import type { Pads } from './pad-calendars';
import { useComboboxLabels } from './use-pad-labels';
import { useSellerOptions } from './use-seller-options';
import s from './pad.module.css';

/** As many sellers as one group of orders may have. */
export const SELLERS_MAX = 20;

interface PadSellersProps {
  pads: Pads;
  onAdd: (sellerId: string) => void;
  onRemove: (sellerId: string) => void;
}

/** Whose goods are in the sheet, and the way to one more: each becomes an order of its own. */
export function PadSellers({ pads, onAdd, onRemove }: PadSellersProps) {
  const t = useText(ordering);
  const labels = useComboboxLabels();
  const loadSellers = useSellerOptions();
  const held = new Set(pads.map(({ seller }) => seller.id));
  return (
    <div className={s.sellers}>
      {pads.length > 1 && (
        <>
          <p className={s.small}>{t('pad.sellersNote')}</p>
          <ul className={s.sellerList}>
            {pads.map(({ seller }, index) => (
              <li key={seller.id}>
                <b>{seller.shortName}</b>
                {index > 0 && (
                  <Button variant="quiet" size="small" icon={<X />} onClick={() => onRemove(seller.id)}>
                    {t('pad.sellerRemove', { seller: seller.shortName })}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {pads.length < SELLERS_MAX && (
        <Field label={t('pad.sellerAdd')} hint={pads.length === 1 ? t('pad.sellerAddHint') : undefined}>
          <Combobox
            value={null}
            placeholder={t('pad.sellerPlaceholder')}
            loadOptions={async (search, signal) => (await loadSellers(search, signal)).filter(({ value }) => !held.has(value))}
            labels={labels}
            onValueChange={(option) => option && onAdd(option.value)}
          />
        </Field>
      )}
    </div>
  );
}

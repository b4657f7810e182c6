import { Button, Field, FieldRow, IconButton, NumberInput } from '@lienket/ui';
import { Plus, X } from 'lucide-react';
import { useText } from '../../shared/i18n/use-text';
import { products } from '../../shared/messages/vi/products';
import type { ProductValues } from './product-form-values';
import s from './product-form.module.css';

interface PriceTiersProps {
  tiers: ProductValues['tiers'];
  unit: string;
  onChange: (tiers: ProductValues['tiers']) => void;
  errorOf: (field: string) => string | undefined;
}

/** One price is the rule; further ones begin at an amount. */
export function PriceTiers({ tiers, unit, onChange, errorOf }: PriceTiersProps) {
  const t = useText(products);
  const change = (row: number, part: Partial<ProductValues['tiers'][number]>) =>
    onChange(tiers.map((tier, index) => (index === row ? { ...tier, ...part } : tier)));
  return (
    <div className={s.tiers}>
      {tiers.map((tier, row) => (
        <div key={row} className={s.tier}>
          <FieldRow>
            {row > 0 && (
              <Field label={t('form.tierFrom')} id={`tier-${row}-from`} required error={errorOf(`tier-${row}-from`)}>
                <NumberInput unit={unit} value={tier.from} onChange={(event) => change(row, { from: event.target.value })} />
              </Field>
            )}
            <Field
              label={t('form.price', { unit })}
              id={`tier-${row}-price`}
              required
              hint={row === 0 ? t('form.priceHint') : undefined}
              error={errorOf(`tier-${row}-price`)}
            >
              <NumberInput unit="₫" value={tier.price} onChange={(event) => change(row, { price: event.target.value })} />
            </Field>
          </FieldRow>
          {row > 0 && (
            <IconButton
              label={t('form.tierRemove', { row: row + 1 })}
              icon={<X />}
              onClick={() => onChange(tiers.filter((_, index) => index !== row))}
            />
          )}
        </div>
      ))}
      {tiers.length < 5 && (
        <Button variant="quiet" icon={<Plus />} onClick={() => onChange([...tiers, { from: '', price: '' }])}>
          {t('form.tierAdd')}
        </Button>
      )}
    </div>
  );
}

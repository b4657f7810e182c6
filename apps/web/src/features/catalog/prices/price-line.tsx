import { Button, StatusMark, type Tone } from '@lienket/ui';
import type { ListPricePartsFragment, PriceState } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { catalog } from '../../../shared/messages/vi/catalog';
import { pricing } from '../../../shared/messages/vi/pricing';
import { NetTake } from './net-take';
import s from './prices.module.css';

const both = { ...catalog, ...pricing };
const tones: Record<PriceState, Tone> = { UPCOMING: 'info', STANDING: 'success', ENDED: 'neutral' };

interface PriceLineProps {
  price: ListPricePartsFragment;
  onChange: () => void;
  onEnd: () => void;
}

/** One price with its steps, its days and, where the buyer's terms are noted, what stays. */
export function PriceLine({ price, onChange, onEnd }: PriceLineProps) {
  const t = useText(both);
  const f = useFormats();
  const { product, tiers, validFrom, validTo, gradeName } = price;
  const name = gradeName ? `${product.nameVi}, ${gradeName}` : product.nameVi;
  return (
    <li className={s.line}>
      <div className={s.words}>
        <p className={s.name}>{name}</p>
        <p className={s.tiers}>
          {tiers
            .map(({ minQty, unitPrice }) =>
              Number(minQty) === 0
                ? `${f.vnd(unitPrice)} ${t('unit.per', { unit: product.baseUnit })}`
                : t('pricing.tier', { from: f.quantity(minQty, product.baseUnit), price: f.vnd(unitPrice) }),
            )
            .join(' · ')}
        </p>
        <p className={s.soft}>
          {[
            t(`priceBasis.${price.basis}`),
            validTo
              ? t('pricing.period', { from: f.date(validFrom), to: f.date(validTo) })
              : t('pricing.open', { from: f.date(validFrom) }),
          ].join(' · ')}
        </p>
        <StatusMark tone={tones[price.state]}>{t(`pricing.state.${price.state}`)}</StatusMark>
        {tiers[0]?.netTake && <NetTake take={tiers[0].netTake} unit={product.baseUnit} />}
      </div>
      {price.state !== 'ENDED' && (
        <div className={s.actions}>
          <Button size="small" onClick={onChange}>
            {t('pricing.change')}
          </Button>
          <Button size="small" variant="quiet" onClick={onEnd}>
            {t('pricing.end')}
          </Button>
        </div>
      )}
    </li>
  );
}

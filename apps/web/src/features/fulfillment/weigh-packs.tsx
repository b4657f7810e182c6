import { quantity, quantityInputText, weighPacks } from '@lienket/domain';
import { Button, Cluster, Field, TextArea } from '@lienket/ui';
import type { ShipmentPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { fulfillment } from '../../shared/messages/vi/fulfillment';
import { readWeights } from './receipt-count';
import s from './receive.module.css';

interface WeighPacksProps {
  line: ShipmentPartsFragment['lines'][number];
  index: number;
  value: string;
  onValue: (text: string) => void;
  onUse: (weight: string) => void;
}

/** Goods ordered by the pack and billed by the scale: gross weights pack by pack, and what they come to without packing. */
export function WeighPacks({ line, index, value, onValue, onUse }: WeighPacksProps) {
  const t = useText(fulfillment);
  const f = useFormats();
  const { locale } = useLanguage();
  const gross = readWeights(value, locale);
  const pack = { nominal: quantity(line.packSize), tare: quantity(line.tareWeight), toleranceBp: line.toleranceBp };
  const weighed = gross && gross.length > 0 ? weighPacks(pack, gross) : null;
  const error =
    gross === null
      ? t('number.invalid')
      : weighed && !weighed.ok
        ? t('receive.belowTare', { n: weighed.refusal.index + 1, tare: f.quantity(line.tareWeight, line.baseUnit) })
        : undefined;
  return (
    <>
      <Field
        id={`weigh-${index}`}
        label={t('receive.weigh', { product: line.description })}
        optionalText={t('state.optional')}
        hint={t('receive.weighHint', { tare: f.quantity(line.tareWeight, line.baseUnit) })}
        error={error}
      >
        <TextArea rows={2} inputMode="decimal" value={value} onChange={(event) => onValue(event.target.value)} />
      </Field>
      {weighed?.ok && (
        <Cluster>
          <span className={s.small}>
            {t(weighed.value.withinTolerance ? 'receive.weighed' : 'receive.weighedFar', {
              packs: weighed.value.packs,
              qty: f.quantity(weighed.value.billed.toDecimalString(), line.baseUnit),
              variance: f.percentBp(weighed.value.varianceBp),
            })}
          </span>
          <Button size="small" onClick={() => onUse(quantityInputText(weighed.value.billed, locale))}>
            {t('receive.useWeight')}
          </Button>
        </Cluster>
      )}
    </>
  );
}

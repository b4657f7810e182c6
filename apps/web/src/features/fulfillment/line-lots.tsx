import { Button, Field, FieldRow, NumberInput } from '@lienket/ui';
import { quantity } from '@lienket/domain';
import type { DispatchLotsQuery } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { supply } from '../../shared/messages/vi/supply';
import { waivers } from '../../shared/messages/vi/waivers';
import s from './fulfillment.module.css';

const words = { ...supply, ...waivers };

type LotsOfLine = DispatchLotsQuery['dispatchLots'][number];

interface LineLotsProps {
  lots: LotsOfLine;
  unit: string;
  /** Quantities by lot as typed; undefined while what expires first is taken. */
  chosen: Record<string, string> | undefined;
  onChoose: (chosen: Record<string, string> | undefined) => void;
  /** Asks the buyer to take a lot with too little life left. */
  onAsk: (lotCode: string) => void;
}

/** Where the goods of a line come from: what expires first, unless the seller chooses otherwise. */
export function LineLots({ lots, unit, chosen, onChoose, onAsk }: LineLotsProps) {
  const t = useText(words);
  const f = useFormats();
  const all = [...lots.picks, ...lots.others];
  const begin = () => onChoose(Object.fromEntries(lots.picks.map(({ lotCode, qty }) => [lotCode, f.quantity(qty)])));
  return (
    <div>
      <p>{t('supply.dispatchFrom')}</p>
      {chosen ? (
        <FieldRow>
          {all.map(({ lotCode, available, expiresOn }) => (
            <Field
              key={lotCode}
              id={`lot-${lots.orderLineId}-${lotCode}`}
              label={lotCode}
              hint={t('supply.dispatchLotHint', {
                qty: f.quantity(available, unit),
                expires: expiresOn ? f.date(expiresOn) : t('supply.noExpiry'),
              })}
            >
              <NumberInput
                unit={unit}
                value={chosen[lotCode] ?? ''}
                onChange={(event) => onChoose({ ...chosen, [lotCode]: event.target.value })}
              />
            </Field>
          ))}
        </FieldRow>
      ) : (
        <ul className={s.small}>
          {lots.picks.map(({ lotCode, qty, expiresOn, lifeWaived }) => (
            <li key={lotCode}>
              {t('supply.dispatchPick', {
                code: lotCode,
                qty: f.quantity(qty, unit),
                expires: expiresOn ? f.date(expiresOn) : t('supply.noExpiry'),
              })}
              {lifeWaived && <> · {t('waiver.status.GRANTED')}</>}
            </li>
          ))}
        </ul>
      )}
      {lots.leftOut.length > 0 && (
        <ul className={s.small}>
          {lots.leftOut.map(({ lotCode, reason, waivable, waiver }) => (
            <li key={lotCode}>
              {t('supply.dispatchLeftOut', { list: `${lotCode} (${reason})` })}
              {waivable && waiver && <> · {t(`waiver.status.${waiver}`)}</>}
              {waivable && waiver !== 'ASKED' && (
                <Button size="small" variant="quiet" onClick={() => onAsk(lotCode)}>
                  {t('waiver.ask')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {quantity(lots.short).isPositive && <p role="status">{t('supply.dispatchShort', { qty: f.quantity(lots.short, unit) })}</p>}
      <Button className={s.flush} size="small" variant="quiet" onClick={() => (chosen ? onChoose(undefined) : begin())}>
        {t(chosen ? 'supply.dispatchEarliest' : 'supply.dispatchChoose')}
      </Button>
    </div>
  );
}

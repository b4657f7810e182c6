import { quantity, quantityInputText, type Quantity } from '@lienket/domain';
import { Button, FieldError, NumberInput, RadioGroup, SeasonStrip, StatusMark, toast } from '@lienket/ui';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { amending } from '../../shared/messages/vi/amending';
import { useSeason } from '../../shared/screen/use-season';
import { scheduled, scheduleOf, type ContractDraft, type ContractLineDraft } from './contract-draft';
import s from './contract-schedule.module.css';
import { pasteSchedule } from './schedule-paste';
import { splitEvenly, type Split } from './schedule-periods';

interface Props {
  id: string;
  line: ContractLineDraft;
  draft: ContractDraft;
  packSize: Quantity | null;
  error: string | undefined;
  onChange: (part: Partial<ContractLineDraft>) => void;
}

const SPLITS = ['NONE', 'MONTH', 'WEEK'] as const satisfies readonly Split[];

/** When the goods come: months or weeks of the season, with the sum kept against the maximum while one types. */
export function ContractSchedule({ id, line, draft, packSize, error, onChange }: Props) {
  const t = useText(agreements);
  const f = useFormats();
  const { locale } = useLanguage();
  const numbers = useTypedNumbers();
  const k = useText(amending);
  const season = useSeason();
  const periods = scheduleOf(line, draft);
  const sum = scheduled(line, draft, numbers);
  const read = (text: string) => {
    const typed = numbers.quantity(text);
    return typed.ok ? quantity(typed.wire) : null;
  };
  const max = read(line.maxQty);
  const target = read(line.targetQty);
  const over = max !== null && sum.compare(max) > 0;
  const spread = () => {
    if (!target || !packSize) return;
    const shares = splitEvenly(target, packSize, periods.length);
    onChange({
      schedule: Object.fromEntries(
        periods.map(({ from }, index) => [from, shares[index]!.isPositive ? quantityInputText(shares[index]!, locale) : '']),
      ),
    });
  };
  return (
    <fieldset id={id} className={s.schedule} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="visually-hidden">{t('contract.schedule')}</legend>
      <SeasonStrip
        size="compact"
        {...season(line.seasonMonths)}
        deliveries={periods.filter(({ typed }) => typed.trim()).map(({ from }) => ({ on: from }))}
      />
      <RadioGroup
        legend={t('contract.schedule')}
        inline
        value={line.split}
        onValueChange={(split) => onChange({ split: split as Split })}
        options={SPLITS.map((value) => ({ value, label: t(`contractForm.split.${value}`) }))}
      />
      {line.split !== 'NONE' && periods.length === 0 && <p className={s.soft}>{t('contractForm.noPeriods')}</p>}
      {periods.length > 0 && (
        <>
          <p className={s.soft}>{k('contract.pasteHint')}</p>
          <div className={s.periods}>
            {periods.map(({ from, to, typed }, row) => (
              <label key={from} className={s.period}>
                <span>{t('contractForm.periodOf', { from: f.date(from), to: f.date(to) })}</span>
                <NumberInput
                  unit={line.baseUnit}
                  value={typed}
                  aria-invalid={typed.trim() && read(typed) === null ? true : undefined}
                  onPaste={(event) => {
                    const pasted = pasteSchedule(event.clipboardData.getData('text/plain'), periods, row);
                    if (!pasted) return;
                    event.preventDefault();
                    onChange({ schedule: { ...line.schedule, ...pasted.schedule } });
                    toast.success(k('contract.pasted', { filled: pasted.filled, skipped: pasted.skipped }));
                  }}
                  onChange={(event) => onChange({ schedule: { ...line.schedule, [from]: event.target.value } })}
                />
              </label>
            ))}
          </div>
          <p className={s.sum} role="status">
            <StatusMark tone={over ? 'danger' : 'success'}>
              {t('contractForm.sum', {
                sum: f.quantity(sum.toDecimalString(), line.baseUnit),
                max: max ? f.quantity(max.toDecimalString(), line.baseUnit) : '…',
              })}
            </StatusMark>
            <Button size="small" onClick={spread} disabled={!target || !packSize}>
              {t('contractForm.spread')}
            </Button>
          </p>
        </>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  );
}

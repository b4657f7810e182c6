import { quantityInputText, quantity } from '@lienket/domain';
import { Button, Field, FieldRow, NumberInput, Stack, TextInput, toast } from '@lienket/ui';
import { Plus, X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import type { SupplyRowFragment } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { supply } from '../../shared/messages/vi/supply';
import { HarvestCalendarSaveDocument } from './supply.operations';
import { readYearDay, showYearDay } from './year-day';
import s from './supply.module.css';

interface Typed {
  from: string;
  to: string;
  qty: string;
}

/** The harvests of every year; one row each, saved together. */
export function CalendarForm({ row, onSaved }: { row: SupplyRowFragment; onSaved: () => void }) {
  const t = useText(supply);
  const { locale } = useLanguage();
  const typed = useTypedNumbers();
  const [windows, setWindows] = useState<Typed[]>(() =>
    row.windows.map(({ from, to, weeklyQty }) => ({
      from: showYearDay(from),
      to: showYearDay(to),
      qty: weeklyQty ? quantityInputText(quantity(weeklyQty), locale) : '',
    })),
  );
  const change = (index: number, patch: Partial<Typed>) =>
    setWindows((all) => all.map((window, at) => (at === index ? { ...window, ...patch } : window)));
  const form = useMutationForm(HarvestCalendarSaveDocument, {
    form: `supply-calendar-${row.product.id}`,
    pick: (data) => data.harvestCalendarSave,
    stale: ['supplyBoard', 'productSupply', 'product', 'myProducts'],
    onDone: ({ product }) => {
      toast.success(t('supply.calendarSaved', { product: product.nameVi }));
      onSaved();
    },
  });
  const save = (event: FormEvent) => {
    event.preventDefault();
    const read = windows.map(({ from, to, qty }) => ({
      from: readYearDay(from),
      to: readYearDay(to),
      qty: qty.trim() ? typed.quantity(qty) : null,
    }));
    const problems = read.flatMap(({ from, to, qty }, index) => [
      [`${index}.from`, from ? null : t('supply.windowBad')] as const,
      [`${index}.to`, to ? null : t('supply.windowBad')] as const,
      [`${index}.weeklyQty`, qty && !qty.ok ? qty.message : null] as const,
    ]);
    if (!form.check(Object.fromEntries(problems))) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        productId: row.product.id,
        windows: read.map(({ from, to, qty }) => ({ from: from!, to: to!, weeklyQty: qty?.ok ? qty.wire : null })),
      },
    }));
  };
  return (
    <form noValidate onSubmit={save}>
      <Stack>
        <p className={s.soft}>{windows.length ? t('supply.calendarHint') : t('supply.calendarNone')}</p>
        <FormErrors form={form} fieldId={(field) => `window-${field}`} />
        {windows.map((window, index) => (
          <fieldset key={index} className={s.window}>
            <legend>{t('supply.window', { number: index + 1 })}</legend>
            <FieldRow>
              <Field
                id={`window-${index}.from`}
                label={t('supply.windowFrom')}
                hint={t('supply.windowDayHint')}
                required
                error={form.errorOf(`${index}.from`)}
              >
                <TextInput
                  value={window.from}
                  inputMode="numeric"
                  maxLength={5}
                  onChange={(event) => change(index, { from: event.target.value })}
                />
              </Field>
              <Field
                id={`window-${index}.to`}
                label={t('supply.windowTo')}
                hint={t('supply.windowDayHint')}
                required
                error={form.errorOf(`${index}.to`)}
              >
                <TextInput
                  value={window.to}
                  inputMode="numeric"
                  maxLength={5}
                  onChange={(event) => change(index, { to: event.target.value })}
                />
              </Field>
              <Field
                id={`window-${index}.weeklyQty`}
                label={t('supply.windowQty')}
                optionalText={t('state.optional')}
                error={form.errorOf(`${index}.weeklyQty`)}
              >
                <NumberInput
                  unit={row.product.baseUnit}
                  value={window.qty}
                  onChange={(event) => change(index, { qty: event.target.value })}
                />
              </Field>
            </FieldRow>
            <Button
              size="small"
              variant="quiet"
              icon={<X />}
              onClick={() => setWindows((all) => all.filter((_, at) => at !== index))}
            >
              {t('supply.windowRemove', { number: index + 1 })}
            </Button>
          </fieldset>
        ))}
        <div className={s.rowActs}>
          {windows.length < 6 && (
            <Button icon={<Plus />} onClick={() => setWindows((all) => [...all, { from: '', to: '', qty: '' }])}>
              {t('supply.windowAdd')}
            </Button>
          )}
          <Button type="submit" variant="primary" loading={form.busy}>
            {t('supply.save')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

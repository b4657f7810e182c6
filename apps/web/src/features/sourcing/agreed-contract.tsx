import { addDays } from '@lienket/domain';
import { Button, Cluster, DateField, Field, FieldRow, NumberInput, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AwardLinePartsFragment, ContractFromAwardInput } from '../../gql/graphql';
import { useContractUsual } from '../../shared/agreements/contract-usual';
import { FormErrors } from '../../shared/forms/form-parts';
import { basisPointsOf, percentText } from '../../shared/forms/percent';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { ContractFromAwardDocument } from './sourcing.operations';

interface AgreedContractProps {
  lines: readonly AwardLinePartsFragment[];
  /** Until when the request wanted the goods. */
  periodTo?: string | null;
  common: Pick<ContractFromAwardInput, 'awardLineIds' | 'products'>;
  /** Lines that still need a product of the seller, as problems by field. */
  asked: Record<string, string>;
  stale: readonly string[];
  onProblems: (problems: Record<string, string>) => void;
}

/** The terms of a contract from what was agreed, filled in with what is usual; what nobody touched the server takes as usual. */
export function AgreedContract({ lines, periodTo, common, asked, stale, onProblems }: AgreedContractProps) {
  const t = useText(sourcing);
  const f = useFormats();
  const { locale } = useLanguage();
  const numbers = useTypedNumbers();
  const navigate = useNavigate();
  const dateLabels = useDateLabels();
  const today = f.today();
  const usual = useContractUsual().data?.contractUsual;
  const [typed, setTyped] = useState<{ validTo?: string; tolerance?: string; term?: string }>({});
  const asWanted = periodTo && periodTo > today ? periodTo : null;
  const validTo = typed.validTo ?? asWanted ?? (usual ? addDays(today, usual.days) : '');
  const tolerance = typed.tolerance ?? (usual ? percentText(usual.toleranceBp, locale) : '');
  const term = typed.term ?? (usual ? String(usual.paymentTermDays) : '');
  const form = useMutationForm(ContractFromAwardDocument, {
    form: `contract-from-${lines[0]?.id}`,
    pick: (data) => data.contractFromAward,
    stale,
    onDone: ({ id, number }) => {
      toast.success(t('agreed.contractDone', { number }));
      void navigate(`/contracts/${id}`);
    },
  });
  const propose = () => {
    onProblems(asked);
    const percent = numbers.quantity(tolerance);
    const fields = {
      ...asked,
      validTo: validTo ? null : t('form.required'),
      toleranceBp: typed.tolerance === undefined || percent.ok ? null : percent.message,
      paymentTermDays: typed.term === undefined || /^\d{1,4}$/.test(term.trim()) ? null : t('number.invalid'),
    };
    if (!form.check(fields)) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        ...common,
        validFrom: today,
        validTo,
        toleranceBp: typed.tolerance === undefined ? null : basisPointsOf(tolerance, numbers),
        paymentTermDays: typed.term === undefined ? null : Number(term),
      },
    }));
  };
  return (
    <details>
      <summary>{t('agreed.contract')}</summary>
      <Stack>
        <FormErrors form={form} />
        <Field
          id="validTo"
          label={t('agreed.validTo')}
          hint={t('agreed.scheduleHint', { count: lines.length })}
          error={form.errorOf('validTo')}
          required
        >
          <DateField
            value={validTo}
            onValueChange={(day) => setTyped((all) => ({ ...all, validTo: day }))}
            min={today}
            locale={locale}
            labels={dateLabels}
          />
        </Field>
        <FieldRow>
          <Field
            id="toleranceBp"
            label={t('agreed.tolerance')}
            hint={t('agreed.toleranceHint')}
            error={form.errorOf('toleranceBp')}
          >
            <NumberInput
              unit="%"
              value={tolerance}
              onChange={(event) => setTyped((all) => ({ ...all, tolerance: event.target.value }))}
            />
          </Field>
          <Field
            id="paymentTermDays"
            label={t('agreed.term')}
            hint={t('agreed.termHint')}
            error={form.errorOf('paymentTermDays')}
          >
            <NumberInput
              unit={t('agreed.days')}
              inputMode="numeric"
              value={term}
              onChange={(event) => setTyped((all) => ({ ...all, term: event.target.value }))}
            />
          </Field>
        </FieldRow>
        <Cluster>
          <Button loading={form.busy} onClick={propose}>
            {t('agreed.contract')}
          </Button>
        </Cluster>
      </Stack>
    </details>
  );
}

import { Button, Field, FieldRow, NumberInput, Section, Select, Stack, StatusMark, toast } from '@lienket/ui';
import { useState } from 'react';
import type { OrganizationPartsFragment, RfqPageFragment } from '../../gql/graphql';
import { OrganizationCombobox } from '../../shared/agreements/organization-combobox';
import { FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { shareTone } from './rfq-tone';
import { PoolShareAskDocument } from './sourcing.operations';
import s from './sourcing.module.css';

/** A line too large for one: others are asked for a share, and each promises its own. */
export function PoolPart({ rfq, onChanged }: { rfq: RfqPageFragment; onChanged: () => void }) {
  const t = useText(sourcing);
  const f = useFormats();
  const numbers = useTypedNumbers();
  const [lineId, setLineId] = useState(rfq.lines[0]?.id ?? '');
  const [member, setMember] = useState<OrganizationPartsFragment | null>(null);
  const [qty, setQty] = useState('');
  const form = useMutationForm(PoolShareAskDocument, {
    form: `pool-ask-${rfq.id}`,
    pick: (data) => data.poolShareAsk,
    stale: ['rfq'],
    onDone: () => {
      toast.success(t('quoteForm.poolAsked', { name: member?.shortName ?? '' }));
      setMember(null);
      setQty('');
      onChanged();
    },
  });
  const shares = rfq.myQuote?.shares ?? [];
  const ask = () => {
    const typed = numbers.quantity(qty);
    if (!form.check({ memberOrgId: member ? null : t('form.required'), qty: typed.ok ? null : typed.message })) return;
    void form.submit((clientKey) => ({
      input: { clientKey, rfqId: rfq.id, rfqLineId: lineId, memberOrgId: member?.id ?? '', qty: typed.ok ? typed.wire : '0' },
    }));
  };
  if (rfq.status !== 'OPEN') return null;
  return (
    <Section title={t('quoteForm.pool')} meta={t('quoteForm.poolHint')}>
      <Stack>
        {shares.length > 0 && (
          <ul>
            {shares.map((share) => (
              <li key={share.id}>
                {t('quoteForm.poolLine', {
                  name: share.member.shortName,
                  qty: f.quantity(share.qty ?? share.askedQty, share.baseUnit),
                })}{' '}
                <StatusMark tone={shareTone[share.status]}>{t(`shareStatus.${share.status}`)}</StatusMark>
                {share.floorPrice != null && <span className={s.under}>{`≥ ${f.vnd(share.floorPrice)}`}</span>}
              </li>
            ))}
          </ul>
        )}
        <details>
          <summary>{t('quoteForm.poolAsk')}</summary>
          <Stack>
            <FormErrors form={form} />
            <Field id="pool-line" label={t('quoteForm.choice')}>
              <Select
                value={lineId}
                onChange={(event) => setLineId(event.target.value)}
                options={rfq.lines.map((line) => ({ value: line.id, label: line.description }))}
              />
            </Field>
            <FieldRow>
              <Field id="memberOrgId" label={t('quoteForm.poolMember')} error={form.errorOf('memberOrgId')} required>
                <OrganizationCombobox value={member} onChange={setMember} />
              </Field>
              <Field id="qty" label={t('quoteForm.poolQty')} error={form.errorOf('qty')} required>
                <NumberInput
                  value={qty}
                  unit={rfq.lines.find(({ id }) => id === lineId)?.baseUnit}
                  onChange={(event) => setQty(event.target.value)}
                />
              </Field>
            </FieldRow>
            <Button loading={form.busy} onClick={ask}>
              {t('quoteForm.poolAsk')}
            </Button>
          </Stack>
        </details>
      </Stack>
    </Section>
  );
}

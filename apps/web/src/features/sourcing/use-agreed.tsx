import { addDays } from '@lienket/domain';
import { useQuery } from '@apollo/client/react';
import { Button, Cluster, DateField, Field, FieldRow, Select, Stack, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AwardLinePartsFragment, OrganizationPartsFragment } from '../../gql/graphql';
import { ProductCombobox } from '../../shared/agreements/product-combobox';
import { FormErrors } from '../../shared/forms/form-parts';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { AgreedPlacesDocument, ContractFromAwardDocument, OrderFromAwardDocument } from './sourcing.operations';

interface UseAgreedProps {
  seller: OrganizationPartsFragment;
  lines: readonly AwardLinePartsFragment[];
  /** In which the request wanted the goods. */
  period: { from?: string | null; to?: string | null };
}

const USUAL_TERM_DAYS = 30;
const USUAL_TOLERANCE_BP = 500;
const CONTRACT_DAYS = 180;

/** One confirmation: the day and the place for an order, or the term of a contract. */
export function UseAgreed({ seller, lines, period }: UseAgreedProps) {
  const t = useText(sourcing);
  const f = useFormats();
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const dateLabels = useDateLabels();
  const today = f.today();
  const lead = Math.max(...lines.map(({ leadDays }) => leadDays));
  const soonest = addDays(today, lead);
  const [requestedOn, setRequestedOn] = useState(period.from && period.from > soonest ? period.from : soonest);
  const [place, setPlace] = useState('');
  const [poNo, setPoNo] = useState('');
  const [validTo, setValidTo] = useState(period.to && period.to > today ? period.to : addDays(today, CONTRACT_DAYS));
  const [chosen, setChosen] = useState<Record<string, { id: string; nameVi: string }>>({});
  const places = useQuery(AgreedPlacesDocument).data?.myOrganization.locations ?? [];
  const deliveryLocationId = place || places[0]?.id || '';
  const stale = ['rfq', 'orders', 'contracts', 'workItems', 'myAwardLines'];
  const order = useMutationForm(OrderFromAwardDocument, {
    form: `order-from-${lines[0]?.id}`,
    pick: (data) => data.orderFromAward,
    stale,
    onDone: (answer) => {
      if (answer.__typename === 'Order') {
        toast.success(t('agreed.orderDone', { number: answer.number }));
        void navigate(`/orders/${answer.id}`);
      } else if (answer.__typename === 'OrderRequest') {
        toast.success(t('agreed.orderWaits'));
        void navigate(`/orders/requests/${answer.id}`);
      }
    },
  });
  const contract = useMutationForm(ContractFromAwardDocument, {
    form: `contract-from-${lines[0]?.id}`,
    pick: (data) => data.contractFromAward,
    stale,
    onDone: ({ id, number }) => {
      toast.success(t('agreed.contractDone', { number }));
      void navigate(`/contracts/${id}`);
    },
  });
  const products = Object.entries(chosen).map(([awardLineId, { id }]) => ({ awardLineId, productId: id }));
  const common = { awardLineIds: lines.map(({ id }) => id), products };
  const missing = lines.filter((line) => !line.product && !chosen[line.id]);
  const asked = Object.fromEntries(missing.map((line) => [`product-${line.id}`, t('form.required')]));
  const placeOrder = () => {
    const fields = { ...asked, requestedOn: requestedOn ? null : t('form.required') };
    if (!order.check({ ...fields, deliveryLocationId: deliveryLocationId ? null : t('rfqForm.placeChoose') })) return;
    void order.submit((clientKey) => ({
      input: { clientKey, ...common, requestedOn, deliveryLocationId, buyerPoNo: poNo.trim() || null },
    }));
  };
  const propose = () => {
    if (!contract.check({ ...asked, validTo: validTo ? null : t('form.required') })) return;
    void contract.submit((clientKey) => ({
      input: {
        clientKey,
        ...common,
        validFrom: today,
        validTo,
        toleranceBp: USUAL_TOLERANCE_BP,
        paymentTermDays: USUAL_TERM_DAYS,
      },
    }));
  };
  return (
    <Stack>
      <FormErrors form={order} />
      <FormErrors form={contract} />
      {lines
        .filter((line) => !line.product)
        .map((line) => (
          <Field
            key={line.id}
            id={`product-${line.id}`}
            label={t('agreed.whichProduct', { goods: line.description })}
            hint={t('agreed.whichHint')}
            error={order.errorOf(`product-${line.id}`) ?? contract.errorOf(`product-${line.id}`)}
            required
          >
            <ProductCombobox
              sellers={[seller]}
              value={chosen[line.id] ?? null}
              onChange={(product) =>
                setChosen((all) => {
                  const { [line.id]: _gone, ...rest } = all;
                  return product ? { ...rest, [line.id]: product } : rest;
                })
              }
            />
          </Field>
        ))}
      <FieldRow>
        <Field id="requestedOn" label={t('agreed.requestedOn')} error={order.errorOf('requestedOn')} required>
          <DateField value={requestedOn} onValueChange={setRequestedOn} min={today} locale={locale} labels={dateLabels} />
        </Field>
        <Field id="deliveryLocationId" label={t('rfqForm.place')} error={order.errorOf('deliveryLocationId')} required>
          <Select
            value={deliveryLocationId}
            onChange={(event) => setPlace(event.target.value)}
            placeholder={t('rfqForm.placeChoose')}
            options={places.map(({ id, name, address }) => ({ value: id, label: `${name}, ${address}` }))}
          />
        </Field>
        <Field id="buyerPoNo" label={t('agreed.poNo')} optionalText={t('state.optional')} error={order.errorOf('buyerPoNo')}>
          <TextInput value={poNo} maxLength={200} onChange={(event) => setPoNo(event.target.value)} />
        </Field>
      </FieldRow>
      <Cluster>
        <Button variant="primary" loading={order.busy} onClick={placeOrder}>
          {t('agreed.order')}
        </Button>
      </Cluster>
      <details>
        <summary>{t('agreed.contract')}</summary>
        <Stack>
          <Field
            id="validTo"
            label={t('agreed.validTo')}
            hint={t('agreed.scheduleHint', { count: lines.length })}
            error={contract.errorOf('validTo')}
            required
          >
            <DateField value={validTo} onValueChange={setValidTo} min={today} locale={locale} labels={dateLabels} />
          </Field>
          <Cluster>
            <Button loading={contract.busy} onClick={propose}>
              {t('agreed.contract')}
            </Button>
          </Cluster>
        </Stack>
      </details>
    </Stack>
  );
}

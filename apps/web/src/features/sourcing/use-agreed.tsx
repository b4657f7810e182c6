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
import { AgreedContract } from './agreed-contract';
import { AgreedPlacesDocument, OrderFromAwardDocument } from './sourcing.operations';

interface UseAgreedProps {
  seller: OrganizationPartsFragment;
  lines: readonly AwardLinePartsFragment[];
  /** In which the request wanted the goods. */
  period: { from?: string | null; to?: string | null };
}

/** One confirmation: the day and the place for an order, or the terms of a contract. */
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
  const [unnamed, setUnnamed] = useState<Record<string, string>>({});
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
  return (
    <Stack>
      <FormErrors form={order} />
      {lines
        .filter((line) => !line.product)
        .map((line) => (
          <Field
            key={line.id}
            id={`product-${line.id}`}
            label={t('agreed.whichProduct', { goods: line.description })}
            hint={t('agreed.whichHint')}
            error={order.errorOf(`product-${line.id}`) ?? (chosen[line.id] ? undefined : unnamed[`product-${line.id}`])}
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
      <AgreedContract lines={lines} periodTo={period.to} common={common} asked={asked} stale={stale} onProblems={setUnnamed} />
    </Stack>
  );
}

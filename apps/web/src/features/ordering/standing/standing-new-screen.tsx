import { useQuery } from '@apollo/client/react';
import { Button, EmptyState, Field, LinkButton, PageHeader, Stack, TextInput, toast } from '@lienket/ui';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { StandingSourceQuery } from '../../../gql/graphql';
import { FormErrors } from '../../../shared/forms/form-parts';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { standing } from '../../../shared/messages/vi/standing';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { PageTitle } from '../../../shared/screen/page-title';
import { newRule, RuleFields, type RuleValues, useRuleCheck } from './rule-fields';
import { StandingOrderCreateDocument, StandingSourceDocument } from './standing.operations';

/** `template` or `order` of the address says what is copied. */
export default function StandingNewScreen() {
  const t = useText(standing);
  const [params] = useSearchParams();
  const [templateId, orderId] = [params.get('template'), params.get('order')];
  const query = useQuery(StandingSourceDocument, {
    variables: {
      templateId: templateId ?? '',
      orderId: orderId ?? '',
      ofTemplate: !!templateId,
      ofOrder: !templateId && !!orderId,
    },
  });
  return (
    <>
      <PageTitle>{t('standing.newTitle')}</PageTitle>
      <PageHeader
        back={{ href: '/orders/standing', label: t('standing.back') }}
        title={t('standing.newTitle')}
        meta={t('standing.newLead')}
      />
      <AsyncScreen
        query={query}
        skeleton="block"
        empty={(data) =>
          !data.orderTemplate &&
          !data.order && (
            <EmptyState
              title={t('standing.sourceMissing')}
              action={<LinkButton href="/orders/templates">{t('standing.fromTemplate')}</LinkButton>}
            />
          )
        }
      >
        {(data) => <StandingForm source={data} />}
      </AsyncScreen>
    </>
  );
}

function StandingForm({ source: { orderTemplate, order, myOrganization } }: { source: StandingSourceQuery }) {
  const t = useText(standing);
  const f = useFormats();
  const navigate = useNavigate();
  const checkRule = useRuleCheck();
  const places = myOrganization.locations;
  const open = places.filter(({ deactivatedAt }) => !deactivatedAt);
  const [ordered] = order?.lines.map(({ locationId }) => locationId) ?? [];
  const [name, setName] = useState(orderTemplate?.name ?? '');
  const [values, setValues] = useState<RuleValues>({
    ...newRule(f.today()),
    deliveryLocationId: orderTemplate?.deliveryLocationId ?? ordered ?? (open.length === 1 ? open[0]!.id : ''),
  });
  const form = useMutationForm(StandingOrderCreateDocument, {
    form: `standing-new-${orderTemplate?.id ?? order?.id ?? ''}`,
    pick: (data) => data.standingOrderCreate,
    stale: ['standingOrders', 'orders', 'workItems'],
    onDone: (made) => {
      toast.success(t('standing.created', { name: made.name }));
      void navigate(`/orders/standing/${made.id}`);
    },
  });
  const send = () => {
    const { problems, input } = checkRule(values);
    if (!form.check({ name: name.trim() ? null : t('standing.nameMissing'), ...problems })) return;
    void form.submit((clientKey) => ({
      input: { clientKey, templateId: orderTemplate?.id ?? null, orderId: order?.id ?? null, name, ...input },
    }));
  };
  return (
    <Stack>
      <FormErrors form={form} />
      <p>
        {t('standing.source')}{' '}
        <b>
          {orderTemplate
            ? t('standing.sourceTemplate', { name: orderTemplate.name })
            : t('standing.sourceOrder', { number: `${order?.number}, ${order?.seller.shortName}` })}
        </b>
      </p>
      <Field id="name" label={t('standing.name')} required error={form.errorOf('name')}>
        <TextInput value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
      </Field>
      <RuleFields
        values={values}
        onChange={(change) => setValues((before) => ({ ...before, ...change }))}
        errorOf={form.errorOf}
        earliest={f.today()}
        fromLabel={t('standing.from')}
        places={places}
      />
      <div>
        <Button variant="primary" loading={form.busy} onClick={send}>
          {t('standing.create')}
        </Button>
      </div>
    </Stack>
  );
}

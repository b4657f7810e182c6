import { useQuery } from '@apollo/client/react';
import { formatQuantity, quantity } from '@lienket/domain';
import { Button, Field, LinkButton, NumberInput, PageHeader, Section, Select, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { StandingChangeQuery } from '../../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../../shared/forms/form-parts';
import { useTypedNumbers } from '../../../shared/forms/typed-numbers';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { standing } from '../../../shared/messages/vi/standing';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { PageTitle } from '../../../shared/screen/page-title';
import { RuleFields, type RuleValues, useRuleCheck } from './rule-fields';
import s from './standing.module.css';
import { StandingChangeDocument, StandingOrderChangeDocument } from './standing.operations';

/** Another schedule or other quantities from a day on; what was placed and the days before stay. */
export default function StandingChangeScreen() {
  const t = useText(standing);
  const { id = '' } = useParams();
  const query = useQuery(StandingChangeDocument, { variables: { id }, fetchPolicy: 'network-only' });
  const sheet = query.data?.standingOrderSheet;
  return (
    <>
      <PageTitle>{t('standing.change')}</PageTitle>
      <PageHeader
        back={{ href: `/orders/standing/${id}`, label: sheet?.name ?? t('standing.back') }}
        title={t('standing.change')}
        meta={t('standing.changeLead')}
      />
      <AsyncScreen query={query} skeleton="block" missing={(data) => !data.standingOrderSheet}>
        {(data) => (
          <ChangeForm key={data.standingOrderSheet!.version} id={id} source={data} reload={() => void query.refetch()} />
        )}
      </AsyncScreen>
    </>
  );
}

interface ChangeFormProps {
  id: string;
  source: StandingChangeQuery;
  reload: () => void;
}

function ChangeForm({ id, source: { standingOrderSheet, orderTemplates, myOrganization }, reload }: ChangeFormProps) {
  const t = useText(standing);
  const f = useFormats();
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const numbers = useTypedNumbers();
  const checkRule = useRuleCheck();
  const sheet = standingOrderSheet!;
  const [values, setValues] = useState<RuleValues>({
    weekdays: sheet.weekdays,
    validFrom: sheet.validFrom > sheet.earliest ? sheet.validFrom : sheet.earliest,
    validTo: sheet.validTo > sheet.earliest ? sheet.validTo : sheet.earliest,
    leadDays: String(sheet.leadDays),
    maxTotal: sheet.maxTotal == null ? '' : formatQuantity(quantity(String(sheet.maxTotal)), '', locale),
    deliveryLocationId: sheet.deliveryLocationId,
    buyerPoNo: sheet.buyerPoNo ?? '',
  });
  const [templateId, setTemplateId] = useState('');
  const [typed, setTyped] = useState(() =>
    sheet.lines.map(({ qty, standing: state }) => (state === 'GONE' ? '' : formatQuantity(quantity(qty), '', locale))),
  );
  const form = useMutationForm(StandingOrderChangeDocument, {
    form: `standing-change-${id}`,
    pick: (data) => data.standingOrderChange,
    stale: ['standingOrders', 'standingOrderDays', 'standingOrderSheet', 'workItems'],
    onDone: () => {
      toast.success(t('standing.changed', { date: f.date(values.validFrom) }));
      void navigate(`/orders/standing/${id}`);
    },
  });
  const send = () => {
    const { problems, input } = checkRule(values);
    const read = typed.map((text) => (text.trim() ? numbers.quantity(text) : null));
    const lineProblems = read.map((one, index) => [`qty-${index}`, one && !one.ok ? one.message : null] as const);
    const lines = read.flatMap((one, position) => (one?.ok && Number(one.wire) !== 0 ? [{ position, qty: one.wire }] : []));
    const none = !templateId && lines.length === 0 ? t('standing.noLines') : null;
    if (!form.check({ ...problems, ...(templateId ? {} : Object.fromEntries(lineProblems)), lines: none })) return;
    void form.submit((clientKey) => ({
      input: {
        ...{ clientKey, id, version: sheet.version, ruleNumber: sheet.number, ...input },
        ...(templateId ? { templateId } : { lines }),
      },
    }));
  };
  const templates = orderTemplates.edges.map(({ node }) => ({ value: node.id, label: node.name }));
  return (
    <Stack>
      <FormErrors form={form} />
      <RuleFields
        values={values}
        onChange={(change) => setValues((before) => ({ ...before, ...change }))}
        errorOf={form.errorOf}
        earliest={sheet.earliest}
        fromLabel={t('standing.changeFrom')}
        fromHint={t('standing.changeFromHint', { date: f.date(sheet.earliest) })}
        places={myOrganization.locations}
      />
      <Section title={t('standing.lines')}>
        <Stack>
          <Field id="templateId" label={t('standing.goods')} error={form.errorOf('lines')}>
            <Select
              value={templateId}
              onChange={(event) => setTemplateId(event.target.value)}
              options={[
                { value: '', label: t('standing.goodsKept') },
                ...templates.map(({ value, label }) => ({ value, label: t('standing.goodsOf', { name: label }) })),
              ]}
            />
          </Field>
          {!templateId && (
            <>
              <p className={s.hint}>{t('standing.qtyHint')}</p>
              <ul className={s.lines}>
                {sheet.lines.map((line, index) => (
                  <li key={index} className={s.line}>
                    <Field
                      id={`qty-${index}`}
                      label={`${line.description}, ${line.packName}`}
                      hint={[line.seller, line.placeName, line.standing === 'GONE' && t('standing.goodsGone')]
                        .filter(Boolean)
                        .join(' · ')}
                      error={form.errorOf(`qty-${index}`)}
                    >
                      <NumberInput
                        unit={line.unit}
                        value={typed[index]}
                        onChange={(event) => setTyped((before) => before.with(index, event.target.value))}
                      />
                    </Field>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Stack>
      </Section>
      <div className={s.send}>
        <LinkButton variant="quiet" href={`/orders/standing/${id}`}>
          {t('action.cancel')}
        </LinkButton>
        <Button variant="primary" loading={form.busy} onClick={send}>
          {t('standing.changeSave')}
        </Button>
      </div>
      <ConflictDialog form={form} onReload={reload} />
    </Stack>
  );
}

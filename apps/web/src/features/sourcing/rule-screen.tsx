import { useQuery } from '@apollo/client/react';
import { Button, Checkbox, Cluster, Field, NumberInput, PageHeader, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import type { SourcingRuleQuery } from '../../gql/graphql';
import { FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { PageTitle } from '../../shared/screen/page-title';
import { useMe, useSession } from '../../shared/session/session';
import { SourcingRuleDocument, SourcingRuleSetDocument } from './sourcing.operations';

/** What an organization asks of its own people: who sends a quote, and above which amount a choice is approved. */
export default function RuleScreen() {
  const t = useText(sourcing);
  const { workplace } = useMe();
  const query = useQuery(SourcingRuleDocument);
  return (
    <>
      <PageTitle>{t('rule.title')}</PageTitle>
      <PageHeader
        back={{ href: '/rfqs', label: t(workplace === 'SELLER' ? 'rfqs.titleSeller' : 'rfqs.title') }}
        title={t('rule.title')}
        meta={t('rule.lead')}
      />
      <AsyncScreen query={query} skeleton="text">
        {({ sourcingRule }) => <RuleForm rule={sourcingRule} />}
      </AsyncScreen>
    </>
  );
}

function RuleForm({ rule }: { rule: SourcingRuleQuery['sourcingRule'] }) {
  const t = useText(sourcing);
  const { organization, workplace } = useMe();
  const { may } = useSession();
  const read = useTypedNumbers();
  const canSet = may('sourcing.rule', { ownerOrgId: organization.id });
  const [directorSends, setDirectorSends] = useState(rule.directorSends);
  const [limit, setLimit] = useState(rule.awardLimit == null ? '' : String(rule.awardLimit));
  const form = useMutationForm(SourcingRuleSetDocument, {
    form: 'sourcing-rule',
    pick: (data) => data.sourcingRuleSet,
    stale: ['sourcingRule', 'rfqComparison'],
    onDone: () => toast.success(t('rule.saved')),
  });
  const save = () => {
    const typed = limit.trim() ? read.money(limit) : null;
    if (!form.check({ awardLimit: typed && !typed.ok ? typed.message : null })) return;
    const awardLimit = typed?.ok ? typed.wire : null;
    void form.submit((clientKey) => ({ input: { clientKey, directorSends, awardLimit } }));
  };
  return (
    <Stack>
      <FormErrors form={form} />
      {workplace === 'SELLER' ? (
        <Checkbox
          label={t('rule.directorSends')}
          hint={t('rule.directorSendsHint')}
          checked={directorSends}
          disabled={!canSet}
          onChange={(event) => setDirectorSends(event.target.checked)}
        />
      ) : (
        <Field
          id="awardLimit"
          label={t('rule.limit')}
          hint={t('rule.limitHint')}
          optionalText={t('state.optional')}
          error={form.errorOf('awardLimit')}
        >
          <NumberInput value={limit} unit="đ" disabled={!canSet} onChange={(event) => setLimit(event.target.value)} />
        </Field>
      )}
      {canSet ? (
        <Cluster>
          <Button variant="primary" loading={form.busy} onClick={save}>
            {t('rule.save')}
          </Button>
        </Cluster>
      ) : (
        <p>{t('rule.readOnly')}</p>
      )}
    </Stack>
  );
}

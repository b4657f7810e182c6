import { useQuery } from '@apollo/client/react';
import { Button, Cluster, Dialog, DialogClose, RadioGroup, Section, Stack, StatusMark, toast } from '@lienket/ui';
import { useState } from 'react';
import type { PaymentTermsQuery, Side, TermBase } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { credits } from '../../shared/messages/vi/credits';
import { PaymentTermAnswerDocument, PaymentTermProposeDocument, PaymentTermsDocument } from './credit.operations';
import s from './billing.module.css';

const BASES = ['RECEIPT', 'INVOICE', 'MONTH_END'] as const satisfies TermBase[];
type Term = PaymentTermsQuery['paymentTerms'][number];

/** What the days of a term are counted from between these two, and the proposal to change it. */
export function TermSection({ side, counterpartyOrgId }: { side: Side; counterpartyOrgId: string }) {
  const t = useText(credits);
  const f = useFormats();
  const query = useQuery(PaymentTermsDocument, { variables: { side, counterpartyOrgId } });
  const [proposing, setProposing] = useState(false);
  const terms = query.data?.paymentTerms ?? [];
  const open = terms.find(({ state }) => state === 'PROPOSED');
  const inForce = terms.find(({ state, validFrom }) => state === 'AGREED' && validFrom <= f.today());
  const reload = () => void query.refetch();
  return (
    <Section title={t('terms.title')} actions={!open && <Button onClick={() => setProposing(true)}>{t('terms.propose')}</Button>}>
      <p>
        {t(`terms.base.${inForce?.base ?? 'RECEIPT'}`)}{' '}
        <span className={s.small}>{inForce ? t('terms.since', { date: f.date(inForce.validFrom) }) : t('terms.byRule')}</span>
      </p>
      {open && <Proposal term={open} reload={reload} />}
      {proposing && (
        <Propose side={side} counterpartyOrgId={counterpartyOrgId} reload={reload} onClose={() => setProposing(false)} />
      )}
    </Section>
  );
}

function Proposal({ term, reload }: { term: Term; reload: () => void }) {
  const t = useText(credits);
  const f = useFormats();
  const form = useMutationForm(PaymentTermAnswerDocument, {
    form: `term-answer-${term.id}`,
    pick: (data) => data.paymentTermAnswer,
    stale: ['paymentTerms', 'workItems'],
    onDone: reload,
  });
  const send = (agree: boolean) =>
    void form.submit((clientKey) => ({ input: { clientKey, id: term.id, version: term.version, agree } }));
  return (
    <Stack gap="small">
      <FormErrors form={form} />
      <ConflictDialog form={form} onReload={reload} />
      <p>
        <StatusMark tone="warning">{t(term.isOwn ? 'terms.waits' : 'terms.yourTurn')}</StatusMark>{' '}
        {t('terms.proposed', { base: t(`terms.base.${term.base}`), date: f.date(term.validFrom) })}
      </p>
      {!term.isOwn && (
        <Cluster>
          <Button variant="primary" loading={form.busy} onClick={() => send(true)}>
            {t('terms.agree')}
          </Button>
          <Button loading={form.busy} onClick={() => send(false)}>
            {t('terms.decline')}
          </Button>
        </Cluster>
      )}
    </Stack>
  );
}

interface ProposeProps {
  side: Side;
  counterpartyOrgId: string;
  reload: () => void;
  onClose: () => void;
}

function Propose({ side, counterpartyOrgId, reload, onClose }: ProposeProps) {
  const t = useText(credits);
  const f = useFormats();
  const [base, setBase] = useState<TermBase>('INVOICE');
  const form = useMutationForm(PaymentTermProposeDocument, {
    form: `term-propose-${counterpartyOrgId}`,
    pick: (data) => data.paymentTermPropose,
    stale: ['paymentTerms'],
    onDone: () => {
      toast.success(t('terms.sent'));
      reload();
      onClose();
    },
  });
  return (
    <Dialog
      open
      onOpenChange={(shown) => !shown && onClose()}
      size="small"
      title={t('terms.propose')}
      description={t('terms.proposeHint')}
      closeLabel={t('action.close')}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t('action.cancel')}</Button>
          </DialogClose>
          <Button
            variant="primary"
            loading={form.busy}
            onClick={() =>
              void form.submit((clientKey) => ({ input: { clientKey, counterpartyOrgId, side, base, validFrom: f.today() } }))
            }
          >
            {t('terms.send')}
          </Button>
        </>
      }
    >
      <Stack>
        <FormErrors form={form} />
        <RadioGroup
          legend={t('terms.title')}
          name="term-base"
          value={base}
          onValueChange={(value) => setBase(value as TermBase)}
          options={BASES.map((value) => ({ value, label: t(`terms.base.${value}`), hint: t(`terms.hint.${value}`) }))}
        />
      </Stack>
    </Dialog>
  );
}

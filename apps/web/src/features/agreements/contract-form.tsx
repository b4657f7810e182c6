import { Button, DateField, Field, FieldError, FieldRow, NumberInput, Section, Select, TextArea, toast } from '@lienket/ui';
import { useNavigate } from 'react-router';
import { graphql } from '../../gql';
import type { MouPageFragment, PriceClause } from '../../gql/graphql';
import { sideOf } from '../../shared/agreements/agreement-words';
import { DraftNote, FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useDateLabels } from '../../shared/forms/use-date-labels';
import { useDraft } from '../../shared/forms/use-draft';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useLanguage } from '../../shared/i18n/language';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { useMe } from '../../shared/session/session';
import { basisPointsOf } from '../../shared/forms/percent';
import { contractLineInputs, problemsOf, type ContractDraft, type ContractLineDraft } from './contract-draft';
import { ContractTermsFields } from './contract-terms-fields';
import { ContractLineFields } from './contract-line-fields';
import { AFTER_MOU } from './mou-mutations';
import s from './mou-form.module.css';

const ProposeDocument = graphql(`
  mutation ContractPropose($input: ContractProposeInput!) {
    contractPropose(input: $input) {
      ...ContractPage
      ...RefusalParts
    }
  }
`);

const CLAUSES = ['FIXED', 'LIST', 'INDEXED', 'AT_CALL_OFF'] as const satisfies readonly PriceClause[];

export function ContractForm({ mou, initial }: { mou: MouPageFragment; initial: ContractDraft }) {
  const t = useText(agreements);
  const { locale } = useLanguage();
  const dateLabels = useDateLabels();
  const numbers = useTypedNumbers();
  const me = useMe();
  const navigate = useNavigate();
  const name = `contract-new-${mou.id}`;
  const { values, set, drop, savedAt } = useDraft(name, initial);
  const form = useMutationForm(ProposeDocument, {
    form: name,
    pick: (data) => data.contractPropose,
    stale: [...AFTER_MOU, 'contracts', 'mou'],
    onDone: (contract) => {
      drop();
      toast.success(t('contractForm.proposed', { number: contract.number }));
      void navigate(`/contracts/${contract.id}`);
    },
  });
  const seller = mou.parties.find(({ organization }) => organization.id === values.sellerOrgId)?.organization;
  const change = (at: number, part: Partial<ContractLineDraft>) =>
    set((current) => ({ lines: current.lines.map((line, index) => (index === at ? { ...line, ...part } : line)) }));
  const orgs = (role: 'SELLER' | 'BUYER') =>
    sideOf(mou.parties, role).map(({ organization }) => ({ value: organization.id, label: organization.name }));

  const send = () => {
    if (!form.check(problemsOf(values, numbers, (problem) => t(`contractForm.problem.${problem}`)))) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        mouId: mou.id,
        sellerOrgId: values.sellerOrgId,
        buyerOrgId: values.buyerOrgId,
        validFrom: values.validFrom,
        validTo: values.validTo,
        priceClause: values.priceClause,
        priceClauseNote: values.priceClauseNote.trim() || null,
        toleranceBp: basisPointsOf(values.tolerancePct, numbers),
        paymentTermDays: Number(values.paymentTermDays),
        paymentBase: values.paymentBase,
        returnPolicy: values.returnPolicy.trim() || null,
        minRemainingLifePct: values.minRemainingLifePct.trim() ? Number(values.minRemainingLifePct) : null,
        noticeDays: Number(values.noticeDays),
        placeIds: values.buyerOrgId === me.organization.id ? values.placeIds : [],
        lines: contractLineInputs(values, numbers),
      },
    }));
  };

  // Refusals count the lines that are sent; lines left out have no number.
  let sent = -1;
  return (
    <form
      className={s.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <FormErrors form={form} />
      <p>{t('contractForm.lead')}</p>
      <Section title={t('contractForm.sides')} id="sides">
        <div className={s.fields}>
          <FieldRow>
            <Field id="sellerOrgId" label={t('partyRole.SELLER')} required error={form.errorOf('sellerOrgId')}>
              <Select
                value={values.sellerOrgId}
                options={orgs('SELLER')}
                onChange={(event) => set({ sellerOrgId: event.target.value })}
              />
            </Field>
            <Field id="buyerOrgId" label={t('partyRole.BUYER')} required error={form.errorOf('buyerOrgId')}>
              <Select
                value={values.buyerOrgId}
                options={orgs('BUYER')}
                onChange={(event) => set({ buyerOrgId: event.target.value })}
              />
            </Field>
          </FieldRow>
          <FieldRow>
            <Field id="validFrom" label={t('mouForm.validFrom')} required error={form.errorOf('validFrom')}>
              <DateField
                value={values.validFrom}
                onValueChange={(validFrom) => set({ validFrom })}
                locale={locale}
                labels={dateLabels}
              />
            </Field>
            <Field id="validTo" label={t('mouForm.validTo')} required error={form.errorOf('validTo')}>
              <DateField
                value={values.validTo}
                onValueChange={(validTo) => set({ validTo })}
                locale={locale}
                labels={dateLabels}
              />
            </Field>
          </FieldRow>
        </div>
      </Section>
      <Section title={t('contractForm.price')} id="price">
        <div className={s.fields}>
          <Field id="priceClause" label={t('contract.priceClause')} error={form.errorOf('priceClause')}>
            <Select
              value={values.priceClause}
              options={CLAUSES.map((code) => ({ value: code, label: t(`priceClause.${code}`) }))}
              onChange={(event) => set({ priceClause: event.target.value as PriceClause })}
            />
          </Field>
          <Field
            id="priceClauseNote"
            label={t('contractForm.priceNote')}
            hint={t('contractForm.priceNoteHint')}
            optionalText={t('state.optional')}
            error={form.errorOf('priceClauseNote')}
          >
            <TextArea
              rows={2}
              maxLength={2000}
              value={values.priceClauseNote}
              onChange={(event) => set({ priceClauseNote: event.target.value })}
            />
          </Field>
          <div className={s.numbers}>
            <Field
              id="toleranceBp"
              label={t('contract.tolerance')}
              hint={t('contractForm.toleranceHint')}
              error={form.errorOf('toleranceBp')}
            >
              <NumberInput unit="%" value={values.tolerancePct} onChange={(event) => set({ tolerancePct: event.target.value })} />
            </Field>
            <Field
              id="paymentTermDays"
              label={t('contract.paymentTerm')}
              hint={t('contractForm.paymentHint')}
              error={form.errorOf('paymentTermDays')}
            >
              <NumberInput
                unit={t('contractForm.days')}
                inputMode="numeric"
                value={values.paymentTermDays}
                onChange={(event) => set({ paymentTermDays: event.target.value })}
              />
            </Field>
          </div>
        </div>
      </Section>
      <ContractTermsFields
        values={values}
        isBuyer={values.buyerOrgId === me.organization.id}
        errorOf={(field) => form.errorOf(field)}
        set={set}
      />
      <Section title={t('contractForm.lines')} id="lines">
        <div className={s.rows}>
          {values.lines.map((line, at) => {
            if (line.included) sent += 1;
            return (
              <ContractLineFields
                key={line.mouLineId}
                line={line}
                row={line.included ? sent : null}
                draft={values}
                seller={seller}
                form={form}
                onChange={(part) => change(at, part)}
              />
            );
          })}
          {form.errorOf('lines') && <FieldError>{form.errorOf('lines')}</FieldError>}
          {form.errorOf('mouId') && <FieldError>{form.errorOf('mouId')}</FieldError>}
        </div>
      </Section>
      <div className={s.save}>
        <Button type="submit" variant="primary" loading={form.busy}>
          {t('contractForm.send')}
        </Button>
        <DraftNote savedAt={savedAt} onDrop={() => drop()} />
      </div>
    </form>
  );
}

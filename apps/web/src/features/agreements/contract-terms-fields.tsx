import { useQuery } from '@apollo/client/react';
import { Checkbox, Field, NumberInput, Section, Select, TextArea } from '@lienket/ui';
import { graphql } from '../../gql';
import type { PaymentBase } from '../../gql/graphql';
import { useText } from '../../shared/i18n/use-text';
import { amending } from '../../shared/messages/vi/amending';
import { agreements } from '../../shared/messages/vi/agreements';
import type { ContractDraft } from './contract-draft';
import s from './mou-form.module.css';

const PlacesDocument = graphql(`
  query ContractPlaces {
    myOrganization {
      id
      locations {
        id
        name
        address
      }
    }
  }
`);

const BASES = ['INVOICE', 'RECEIPT', 'MONTH_END'] as const satisfies readonly PaymentBase[];

interface Props {
  values: ContractDraft;
  /** The buyer is the one who writes: only it knows its places. */
  isBuyer: boolean;
  errorOf: (field: string) => string | undefined;
  set: (part: Partial<ContractDraft>) => void;
}

/** How goods come, go back, are paid, and how one side ends the contract. */
export function ContractTermsFields({ values, isBuyer, errorOf, set }: Props) {
  const t = useText(agreements);
  const k = useText(amending);
  const places = useQuery(PlacesDocument, { skip: !isBuyer, fetchPolicy: 'cache-first' }).data?.myOrganization.locations ?? [];
  return (
    <Section title={k('contract.depth')} id="depth">
      <div className={s.fields}>
        <Field id="paymentBase" label={k('contract.paymentBase')} error={errorOf('paymentBase')}>
          <Select
            value={values.paymentBase}
            options={BASES.map((value) => ({ value, label: k(`paymentBase.${value}`) }))}
            onChange={(event) => set({ paymentBase: event.target.value as PaymentBase })}
          />
        </Field>
        <div className={s.numbers}>
          <Field
            id="minRemainingLifePct"
            label={k('contract.remainingLife')}
            optionalText={t('state.optional')}
            error={errorOf('minRemainingLifePct')}
          >
            <NumberInput
              unit="%"
              inputMode="numeric"
              value={values.minRemainingLifePct}
              onChange={(event) => set({ minRemainingLifePct: event.target.value })}
            />
          </Field>
          <Field id="noticeDays" label={k('contract.notice')} error={errorOf('noticeDays')}>
            <NumberInput
              unit={t('contractForm.days')}
              inputMode="numeric"
              value={values.noticeDays}
              onChange={(event) => set({ noticeDays: event.target.value })}
            />
          </Field>
        </div>
        <Field id="returnPolicy" label={k('contract.returns')} optionalText={t('state.optional')} error={errorOf('returnPolicy')}>
          <TextArea
            rows={2}
            maxLength={2000}
            value={values.returnPolicy}
            onChange={(event) => set({ returnPolicy: event.target.value })}
          />
        </Field>
        {places.length > 0 && (
          <fieldset id="placeIds" tabIndex={-1}>
            <legend>{k('contract.places')}</legend>
            {places.map(({ id, name, address }) => (
              <Checkbox
                key={id}
                label={`${name}, ${address}`}
                checked={values.placeIds.includes(id)}
                onChange={(event) =>
                  set({ placeIds: event.target.checked ? [...values.placeIds, id] : values.placeIds.filter((one) => one !== id) })
                }
              />
            ))}
            {errorOf('placeIds') && <p role="alert">{errorOf('placeIds')}</p>}
          </fieldset>
        )}
      </div>
    </Section>
  );
}

import { graphql } from '../../gql';
import type { ContractPageFragment, MouPageFragment, OutsidePartsFragment } from '../../gql/graphql';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { AFTER_MOU } from './mou-mutations';

export type Outside = OutsidePartsFragment['deliveries'][number];

/** The document whose page tells of its deliveries outside the system. */
export type OutsideOf = { readonly mou: MouPageFragment } | { readonly contract: ContractPageFragment };

const OutsideAnswerDocument = graphql(`
  mutation OutsideAnswer($input: OutsideAnswerInput!) {
    outsideAnswer(input: $input) {
      ...MouPage
      ...RefusalParts
    }
  }
`);

const ContractOutsideAnswerDocument = graphql(`
  mutation ContractOutsideAnswer($input: OutsideAnswerInput!) {
    contractOutsideAnswer(input: $input) {
      ...ContractPage
      ...RefusalParts
    }
  }
`);

const AFTER = [...AFTER_MOU, 'mou', 'contract', 'contracts'];

/** The answer to a delivery; what comes back is the page that it was given on. */
export function useOutsideAnswer(of: OutsideOf, form: string, onDone: () => void) {
  const onMou = useMutationForm(OutsideAnswerDocument, { form, pick: (data) => data.outsideAnswer, stale: AFTER, onDone });
  const onContract = useMutationForm(ContractOutsideAnswerDocument, {
    form: `${form}-contract`,
    pick: (data) => data.contractOutsideAnswer,
    stale: AFTER,
    onDone,
  });
  return 'mou' in of ? onMou : onContract;
}

const RecordDocument = graphql(`
  mutation OutsideRecord($input: OutsideRecordInput!) {
    outsideRecord(input: $input) {
      ...MouPage
      ...RefusalParts
    }
  }
`);

const ContractRecordDocument = graphql(`
  mutation ContractOutsideRecord($input: ContractOutsideRecordInput!) {
    contractOutsideRecord(input: $input) {
      ...ContractPage
      ...RefusalParts
    }
  }
`);

interface Recorded {
  readonly lineId: string;
  readonly counterpartyOrgId: string | null;
  readonly qty: string;
  readonly deliveredOn: string;
  readonly note: string | null;
  readonly fileId: string | null;
}

/** Records a delivery on a line of either document. */
export function useOutsideRecord(of: OutsideOf, form: string, onDone: () => void) {
  const onMou = useMutationForm(RecordDocument, { form, pick: (data) => data.outsideRecord, stale: AFTER, onDone });
  const onContract = useMutationForm(ContractRecordDocument, {
    form: `${form}-contract`,
    pick: (data) => data.contractOutsideRecord,
    stale: AFTER,
    onDone,
  });
  const send = ({ lineId, counterpartyOrgId, ...facts }: Recorded) =>
    'mou' in of
      ? onMou.submit((clientKey) => ({ input: { clientKey, mouLineId: lineId, counterpartyOrgId, ...facts } }))
      : onContract.submit((clientKey) => ({ input: { clientKey, contractLineId: lineId, ...facts } }));
  return { form: 'mou' in of ? onMou : onContract, send };
}

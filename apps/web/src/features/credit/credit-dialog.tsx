import { toast } from '@lienket/ui';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import type { ReactNode } from 'react';
import type { CreditAgreementPartsFragment } from '../../gql/graphql';
import { ActionDialog } from '../../shared/forms/action-dialog';
import { type MutationForm, useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { lending } from '../../shared/messages/vi/lending';
import { AFTER_CREDIT } from './credit.operations';

export interface CreditDialogProps {
  credit: CreditAgreementPartsFragment;
  onClose: () => void;
  onReload: () => void;
}

/** The form of one step: its key belongs to the agreement and its version, so that a repeat is harmless. */
export function useCreditForm<Data, Variables extends OperationVariables, Answer extends { __typename: string }>(
  mutation: TypedDocumentNode<Data, Variables>,
  name: string,
  pick: (data: Data) => Answer,
  { credit, onClose }: CreditDialogProps,
) {
  const t = useText(lending);
  return useMutationForm(mutation, {
    form: `${name}-${credit.id}`,
    pick,
    stale: AFTER_CREDIT,
    onDone: () => {
      toast.success(t('lending.saved'));
      onClose();
    },
  });
}

interface Props {
  form: MutationForm & { busy: boolean };
  title: string;
  onConfirm: () => void;
  onClose: () => void;
  /** Somebody saved first: fetch the new version. */
  onReload: () => void;
  children: ReactNode;
}

/** One step on a credit agreement. */
export const CreditDialog = ({ form, title, onConfirm, onClose, onReload, children }: Props) => (
  <ActionDialog {...{ form, title, onConfirm, onClose, onReload }} confirmLabel={title}>
    {children}
  </ActionDialog>
);

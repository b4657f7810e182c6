import { toast } from '@lienket/ui';
import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { petitions } from '../../shared/messages/vi/petitions';
import type { PetitionDialogProps } from './petition-dialogs';
import { AFTER_PETITION } from './petitions.operations';

/** The form of one step: its key belongs to the petition and its version, so that a repeat is harmless. */
export function usePetitionForm<Data, Variables extends OperationVariables, Answer extends { __typename: string }>(
  mutation: TypedDocumentNode<Data, Variables>,
  name: string,
  pick: (data: Data) => Answer,
  { petition, onClose }: PetitionDialogProps,
) {
  const t = useText(petitions);
  return useMutationForm(mutation, {
    form: `${name}-${petition.id}`,
    pick,
    stale: AFTER_PETITION,
    onDone: () => {
      toast.success(t('petitionAct.done'));
      onClose();
    },
  });
}

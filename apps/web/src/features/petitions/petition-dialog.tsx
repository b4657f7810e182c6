import type { ReactNode } from 'react';
import { ActionDialog } from '../../shared/forms/action-dialog';
import type { MutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { petitions } from '../../shared/messages/vi/petitions';
import type { PetitionActName } from './petition-dialogs';

interface Props {
  form: MutationForm & { busy: boolean };
  act: PetitionActName;
  onConfirm: () => void;
  onClose: () => void;
  /** Somebody saved first: fetch the new version. */
  onReload: () => void;
  children: ReactNode;
}

/** One step on a petition. */
export function PetitionDialog({ act, ...props }: Props) {
  const t = useText(petitions);
  const name = t(`petitionAct.${act}`);
  return <ActionDialog {...props} title={name} confirmLabel={name} />;
}

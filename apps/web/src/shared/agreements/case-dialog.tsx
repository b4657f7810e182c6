import type { ReactNode } from 'react';
import { ActionDialog } from '../forms/action-dialog';
import type { MutationForm } from '../forms/use-mutation-form';

interface Props {
  title: string;
  form: MutationForm & { busy: boolean };
  submit: string;
  onSend: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** The frame of the small forms of a case. */
export const CaseDialog = ({ title, form, submit, onSend, onClose, children }: Props) => (
  <ActionDialog form={form} title={title} confirmLabel={submit} onConfirm={onSend} onClose={onClose}>
    {children}
  </ActionDialog>
);

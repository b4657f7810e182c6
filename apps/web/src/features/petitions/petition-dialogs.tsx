import type { ComponentType } from 'react';
import type { PetitionPartsFragment } from '../../gql/graphql';
import { DraftDialog, IssueDialog, ReportAnswerDialog } from './answer-dialogs';
import { FeedbackDialog, ReopenDialog } from './feedback-dialogs';
import { AssignDialog, ClassifyDialog, MergeDialog, TransferDialog } from './routing-dialogs';

export interface PetitionDialogProps {
  petition: PetitionPartsFragment;
  onClose: () => void;
  onReload: () => void;
}

export type PetitionActName =
  | 'petitionClassify'
  | 'petitionAssign'
  | 'petitionMerge'
  | 'petitionTransfer'
  | 'petitionAnswerInReport'
  | 'petitionDraft'
  | 'petitionIssue'
  | 'petitionFeedback'
  | 'petitionReopen';

/** The dialog of each action the server may offer. */
export const PETITION_DIALOGS: Record<PetitionActName, ComponentType<PetitionDialogProps>> = {
  petitionClassify: ClassifyDialog,
  petitionAssign: AssignDialog,
  petitionMerge: MergeDialog,
  petitionTransfer: TransferDialog,
  petitionAnswerInReport: ReportAnswerDialog,
  petitionDraft: DraftDialog,
  petitionIssue: IssueDialog,
  petitionFeedback: FeedbackDialog,
  petitionReopen: ReopenDialog,
};

import { Button, ConfirmDialog, Tooltip, toast } from '@lienket/ui';
import { useState } from 'react';
import type { ProductForEditFragment } from '../../gql/graphql';
import { ConflictDialog } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { products } from '../../shared/messages/vi/products';
import {
  ProductArchiveDocument,
  productLists,
  ProductPauseDocument,
  ProductResumeDocument,
  ProductSubmitDocument,
} from './product-operations';

interface ProductActionsProps {
  product: ProductForEditFragment;
  /** What is typed but not saved would not go along. */
  unsaved: boolean;
  onReload: () => void;
}

/** What the server says may be done with the product now; what is blocked says why. */
export function ProductActions({ product, unsaved, onReload }: ProductActionsProps) {
  const t = useText(products);
  const [asking, setAsking] = useState(false);
  const options = <Data, Answer extends { __typename: string }>(
    action: 'submit' | 'pause' | 'resume' | 'archive',
    pick: (data: Data) => Answer,
  ) => ({
    form: `product-${action}-${product.id}`,
    pick,
    stale: productLists,
    onDone: () => {
      setAsking(false);
      toast.success(t(`done.${action}`, { name: product.nameVi }));
    },
  });
  const forms = {
    submit: useMutationForm(
      ProductSubmitDocument,
      options('submit', (data: { productSubmit: { __typename: string } }) => data.productSubmit),
    ),
    pause: useMutationForm(
      ProductPauseDocument,
      options('pause', (data: { productPause: { __typename: string } }) => data.productPause),
    ),
    resume: useMutationForm(
      ProductResumeDocument,
      options('resume', (data: { productResume: { __typename: string } }) => data.productResume),
    ),
    archive: useMutationForm(
      ProductArchiveDocument,
      options('archive', (data: { productArchive: { __typename: string } }) => data.productArchive),
    ),
  };
  const run = (action: keyof typeof forms) =>
    void forms[action].submit((clientKey) => ({ input: { clientKey, id: product.id, version: product.version } }));
  const button = (action: keyof typeof forms, onPress: () => void = () => run(action)) => {
    const available = product.availableActions.find((candidate) => candidate.action === action);
    // A step that does not fit the state is left out; a draft that lacks something says what.
    if (!available || (!available.allowed && !(action === 'submit' && product.status === 'DRAFT'))) return null;
    const reason = unsaved && action === 'submit' ? t('actions.saveFirst') : available.allowed ? null : available.reason;
    const control = (
      <Button
        key={action}
        variant={action === 'submit' && !unsaved ? 'primary' : 'secondary'}
        loading={forms[action].busy}
        aria-disabled={reason ? true : undefined}
        onClick={() => (reason ? toast.warning(reason) : onPress())}
      >
        {t(`actions.${action}`)}
      </Button>
    );
    return reason ? (
      <Tooltip key={action} text={reason}>
        {control}
      </Tooltip>
    ) : (
      control
    );
  };
  const failure = Object.values(forms).flatMap((form) => Object.values(form.failure.fields))[0];
  const conflicting = Object.values(forms).find((form) => form.failure.conflict);
  return (
    <>
      {button('submit')}
      {button('pause')}
      {button('resume')}
      {button('archive', () => setAsking(true))}
      {failure && <p role="alert">{failure}</p>}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('actions.archiveTitle', { name: product.nameVi })}
        confirmLabel={t('actions.archive')}
        cancelLabel={t('action.cancel')}
        loading={forms.archive.busy}
        onConfirm={() => run('archive')}
      >
        <p>{t('actions.archiveDetail')}</p>
      </ConfirmDialog>
      {conflicting && <ConflictDialog form={conflicting} onReload={onReload} />}
    </>
  );
}

import { Button, Notice, toast } from '@lienket/ui';
import type { ProductForEditFragment } from '../../gql/graphql';
import { ConflictDialog } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { changes } from '../../shared/messages/vi/changes';
import { productLists, ProductChangeWithdrawDocument } from './product-operations';

interface ChangeBannerProps {
  product: ProductForEditFragment;
  onWithdrawn: (product: ProductForEditFragment) => void;
  onReload: () => void;
}

/** What of a product on show still waits for the Alliance, or was declined last and why. */
export function ChangeBanner({ product, onWithdrawn, onReload }: ChangeBannerProps) {
  const t = useText(changes);
  const f = useFormats();
  const { change } = product;
  const form = useMutationForm(ProductChangeWithdrawDocument, {
    form: `product-change-withdraw-${change?.id ?? ''}`,
    pick: (data) => data.productChangeWithdraw,
    stale: productLists,
    onDone: (saved) => {
      toast.success(t('changes.withdrawn'));
      onWithdrawn(saved);
    },
  });
  if (!change) return null;
  const fields = change.fields.map((field) => t(`changes.field.${field}` as 'changes.field.nameVi')).join(', ');
  if (change.status === 'DECLINED') {
    return (
      <Notice tone="warning" title={t('changes.declinedTitle', { fields })}>
        {t('changes.declined', { reason: change.reason ?? '' })}
      </Notice>
    );
  }
  return (
    <>
      <Notice
        title={t('changes.waitsTitle', { fields })}
        action={
          <Button
            size="small"
            loading={form.busy}
            onClick={() => void form.submit((clientKey) => ({ input: { clientKey, id: change.id, version: change.version } }))}
          >
            {t('changes.withdraw')}
          </Button>
        }
      >
        {t('changes.waits', { day: f.date(change.requestedAt) })}
      </Notice>
      <ConflictDialog form={form} onReload={onReload} />
    </>
  );
}

import { Button, Notice, toast } from '@lienket/ui';
import type { SupplyPoolPartsFragment } from '../../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../../shared/forms/form-parts';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useText } from '../../../shared/i18n/use-text';
import { pools } from '../../../shared/messages/vi/pools';
import { AFTER_POOL, PoolAgreeDocument } from './pool.operations';

/** The buyer's consent to who delivers. */
export function PoolAgree({ pool, onReload }: { pool: SupplyPoolPartsFragment; onReload: () => void }) {
  const t = useText(pools);
  const count = pool.shares.filter(({ status, agreedAt }) => status === 'COMMITTED' && !agreedAt).length;
  const form = useMutationForm(PoolAgreeDocument, {
    form: `pool-agree-${pool.id}-${pool.version}`,
    pick: (data) => data.supplyPoolAgree,
    stale: AFTER_POOL,
    onDone: () => toast.success(t('pool.saved')),
  });
  return (
    <>
      <Notice tone="warning">{t('pool.agreeWhat', { count })}</Notice>
      <FormErrors form={form} />
      <p>
        <Button
          variant="primary"
          loading={form.busy}
          onClick={() => void form.submit((clientKey) => ({ input: { clientKey, id: pool.id, version: pool.version } }))}
        >
          {t('pool.agree')}
        </Button>
      </p>
      <ConflictDialog form={form} onReload={onReload} />
    </>
  );
}

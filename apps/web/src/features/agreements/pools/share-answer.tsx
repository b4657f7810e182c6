import { useQuery } from '@apollo/client/react';
import { Button, Field, Select, TextArea, toast } from '@lienket/ui';
import { useState } from 'react';
import type { SupplyPoolPartsFragment } from '../../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../../shared/forms/form-parts';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { pools } from '../../../shared/messages/vi/pools';
import s from '../../../shared/pools/pools.module.css';
import { AFTER_POOL, PoolGoodsDocument, ShareAnswerDocument } from './pool.operations';

interface Props {
  pool: SupplyPoolPartsFragment;
  share: SupplyPoolPartsFragment['shares'][number];
  onReload: () => void;
}

/** The member's director reads the terms and says yes with its own goods, or no with a reason. */
export function ShareAnswer({ pool, share, onReload }: Props) {
  const t = useText(pools);
  const f = useFormats();
  const [productId, setProductId] = useState('');
  const [declining, setDeclining] = useState(false);
  const [reason, setReason] = useState('');
  const goods = useQuery(PoolGoodsDocument).data?.myProducts.edges.map(({ node }) => node);
  const fitting = (goods ?? []).filter(({ baseUnit }) => baseUnit === pool.baseUnit);
  const form = useMutationForm(ShareAnswerDocument, {
    form: `share-answer-${share.id}-${share.version}`,
    pick: (data) => data.supplyShareAnswer,
    stale: AFTER_POOL,
    onDone: () => toast.success(t('pool.saved')),
  });
  const qty = (amount: string) => f.quantity(amount, pool.baseUnit);
  const answer = (accept: boolean) =>
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        id: share.id,
        version: share.version,
        accept,
        productId: accept ? productId || null : null,
        reason: accept ? null : reason.trim() || null,
      },
    }));
  return (
    <div className={s.answer}>
      <p>
        {t('share.from', { from: share.offeredBy.shortName, target: qty(share.targetQty), max: qty(share.maxQty) })}{' '}
        {share.weeklyMax && t('share.weekly', { qty: qty(share.weeklyMax) })}{' '}
        {t('share.answerBy', { date: f.date(share.answerBy) })}
      </p>
      {share.note && <p>{share.note}</p>}
      <FormErrors form={form} />
      {declining ? (
        <Field id="reason" label={t('share.declineWhy')} required error={form.errorOf('reason')}>
          <TextArea value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
        </Field>
      ) : (
        <Field
          id="productId"
          label={t('share.goods')}
          hint={goods && fitting.length === 0 ? t('share.noGoods', { unit: pool.baseUnit }) : undefined}
          required
          error={form.errorOf('productId')}
        >
          <Select
            value={productId}
            onChange={(event) => setProductId(event.target.value)}
            placeholder={t('share.chooseGoods')}
            options={fitting.map(({ id, nameVi }) => ({ value: id, label: nameVi }))}
          />
        </Field>
      )}
      <p className={s.buttons}>
        {!declining && (
          <Button variant="primary" loading={form.busy} onClick={() => answer(true)}>
            {t('share.accept')}
          </Button>
        )}
        <Button loading={declining && form.busy} onClick={() => (declining ? answer(false) : setDeclining(true))}>
          {t('share.decline')}
        </Button>
        {declining && (
          <Button variant="quiet" onClick={() => setDeclining(false)}>
            {t('action.cancel')}
          </Button>
        )}
      </p>
      <ConflictDialog form={form} onReload={onReload} />
    </div>
  );
}

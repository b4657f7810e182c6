import { useQuery } from '@apollo/client/react';
import { quantity } from '@lienket/domain';
import {
  Button,
  Cluster,
  ConfirmDialog,
  Field,
  FieldRow,
  LinkButton,
  Notice,
  NumberInput,
  Section,
  Select,
  Stack,
  TextArea,
  toast,
} from '@lienket/ui';
import { useState, type FormEvent } from 'react';
import type { DemandPartsFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { demand } from '../../shared/messages/vi/demand';
import { useSession } from '../../shared/session/session';
import { DemandAnswerDocument, DemandWithdrawDocument, OwnProductsDocument } from './demand.operations';
import s from './demand.module.css';

/** The cooperative's side of a post. */
export function AnswerForm({ post }: { post: DemandPartsFragment }) {
  const t = useText(demand);
  const { me } = useSession();
  const answering = post.availableActions.find(({ action }) => action === 'demandAnswer');
  if (!me)
    return (
      <Section title={t('demandAnswer.title')}>
        <LinkButton variant="primary" href={`/sign-in?next=${encodeURIComponent(`/demand/${post.id}`)}`}>
          {t('demandAnswer.signIn')}
        </LinkButton>
      </Section>
    );
  if (!answering) return null;
  return (
    <Section title={t(post.ownAnswer && !post.ownAnswer.withdrawnAt ? 'demandAnswer.again' : 'demandAnswer.title')}>
      {answering.allowed ? <Form post={post} /> : <Notice tone="info">{answering.reason}</Notice>}
    </Section>
  );
}

function Form({ post }: { post: DemandPartsFragment }) {
  const t = useText(demand);
  const f = useFormats();
  const typed = useTypedNumbers();
  const products = useQuery(OwnProductsDocument);
  const own = post.ownAnswer;
  const standing = own && !own.withdrawnAt ? own : null;
  const [values, setValues] = useState({
    qty: standing ? f.quantity(standing.weeklyQty) : '',
    productId: standing?.product?.id ?? '',
    note: standing?.note ?? '',
  });
  const set = (patch: Partial<typeof values>) => setValues((before) => ({ ...before, ...patch }));
  const form = useMutationForm(DemandAnswerDocument, {
    form: `demand-answer-${post.id}`,
    pick: (data) => data.demandAnswer,
    stale: ['demandPosts'],
    onDone: () => toast.success(t('demandAnswer.sent')),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const weekly = typed.quantity(values.qty);
    if (
      !form.check({
        weeklyQty: weekly.ok && !quantity(weekly.wire).isZero ? null : weekly.ok ? t('form.required') : weekly.message,
      })
    )
      return;
    if (!weekly.ok) return;
    void form.submit((clientKey) => ({
      input: { clientKey, postId: post.id, weeklyQty: weekly.wire, productId: values.productId || null, note: values.note },
    }));
  };
  return (
    <form className={s.form} noValidate onSubmit={send}>
      <Stack>
        {standing && (
          <Notice tone="success">
            {t('demandAnswer.yours', {
              qty: f.quantity(standing.weeklyQty, post.baseUnit),
              at: f.dateTime(standing.answeredAt),
            })}
          </Notice>
        )}
        <FormErrors form={form} />
        <FieldRow>
          <Field id="weeklyQty" label={t('demandAnswer.qty')} error={form.errorOf('weeklyQty')} required>
            <NumberInput unit={post.baseUnit} value={values.qty} onChange={(event) => set({ qty: event.target.value })} />
          </Field>
          <Field
            id="productId"
            label={t('demandAnswer.product')}
            optionalText={t('state.optional')}
            error={form.errorOf('productId')}
          >
            <Select
              value={values.productId}
              placeholder={t('demandAnswer.noProduct')}
              options={(products.data?.myProducts.edges ?? []).map(({ node }) => ({ value: node.id, label: node.nameVi }))}
              onChange={(event) => set({ productId: event.target.value })}
            />
          </Field>
        </FieldRow>
        <Field
          id="note"
          label={t('demandAnswer.note')}
          hint={t('demandAnswer.noteHint')}
          optionalText={t('state.optional')}
          error={form.errorOf('note')}
        >
          <TextArea maxLength={2000} value={values.note} onChange={(event) => set({ note: event.target.value })} />
        </Field>
        <Cluster>
          <Button type="submit" variant="primary" loading={form.busy}>
            {t('demandAnswer.send')}
          </Button>
          {standing && <Withdraw post={post} version={standing.version} />}
        </Cluster>
      </Stack>
      <ConflictDialog form={form} onReload={() => form.clear()} />
    </form>
  );
}

function Withdraw({ post, version }: { post: DemandPartsFragment; version: number }) {
  const t = useText(demand);
  const [open, setOpen] = useState(false);
  const form = useMutationForm(DemandWithdrawDocument, {
    form: `demand-withdraw-${post.id}`,
    pick: (data) => data.demandWithdraw,
    stale: ['demandPosts'],
    onDone: () => {
      setOpen(false);
      toast.success(t('demandAnswer.gone'));
    },
  });
  return (
    <>
      <Button variant="quiet" onClick={() => setOpen(true)}>
        {t('demandAnswer.withdraw')}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t('demandAnswer.withdraw')}
        description={t('demandAnswer.withdrawDetail')}
        confirmLabel={t('demandAnswer.withdraw')}
        cancelLabel={t('action.cancel')}
        loading={form.busy}
        onConfirm={() => void form.submit((clientKey) => ({ input: { clientKey, id: post.id, version } }))}
      >
        <FormErrors form={form} />
      </ConfirmDialog>
    </>
  );
}

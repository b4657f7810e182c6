import { Button, Cluster, Dialog, DialogClose, Field, Section, Stack, StatusMark, TextArea, toast, type Tone } from '@lienket/ui';
import { useState } from 'react';
import type { OrderChangeStatus, OrderPartsFragment } from '../../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../../shared/forms/form-parts';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { orderChanges } from '../../../shared/messages/vi/order-changes';
import { useMe, useSession } from '../../../shared/session/session';
import { OrderChangeDecideDocument } from './changes.operations';
import s from './changes.module.css';

type Change = OrderPartsFragment['changes'][number];

const tones: Record<OrderChangeStatus, Tone> = {
  PROPOSED: 'warning',
  ACCEPTED: 'success',
  DECLINED: 'danger',
  WITHDRAWN: 'neutral',
};

/** Proposals to change what was confirmed: the open one with its answers, then what became of the others. */
export function OrderChanges({ order, reload }: { order: OrderPartsFragment; reload: () => void }) {
  const t = useText(orderChanges);
  if (order.changes.length === 0) return null;
  return (
    <Section
      title={t('orderChange.title')}
      meta={order.revision > 1 ? t('orderChange.revision', { number: order.revision }) : undefined}
    >
      <Stack>
        {order.changes.map((change) => (
          <ChangeCard key={change.id} change={change} order={order} reload={reload} />
        ))}
      </Stack>
    </Section>
  );
}

function ChangeCard({ change, order, reload }: { change: Change; order: OrderPartsFragment; reload: () => void }) {
  const t = useText(orderChanges);
  const f = useFormats();
  const me = useMe();
  const { may } = useSession();
  const [declining, setDeclining] = useState(false);
  const [note, setNote] = useState('');
  const form = useMutationForm(OrderChangeDecideDocument, {
    form: `order-change-${change.id}`,
    pick: (data) => data.orderChangeDecide,
    stale: ['orders', 'workItems'],
    onDone: () => {
      setDeclining(false);
      toast.success(t('orderChange.decided'));
    },
  });
  const decide = (decision: 'ACCEPT' | 'DECLINE' | 'WITHDRAW') =>
    void form.submit((clientKey) => ({
      input: { clientKey, id: order.id, version: order.version, changeId: change.id, decision, note: note.trim() || null },
    }));
  const lines = new Map(order.lines.map((line) => [line.id, line]));
  const mine = change.proposedByOrgId === me.organization.id;
  const party = [order.buyer.id, order.seller.id].includes(me.organization.id);
  const open =
    change.status === 'PROPOSED' && party && may('order.change', { buyerOrgId: order.buyer.id, sellerOrgId: order.seller.id });
  return (
    <article className={s.change}>
      <p className={s.head}>
        <StatusMark tone={tones[change.status]}>{t(`orderChange.status.${change.status}`)}</StatusMark>
        <b>{t(change.kind === 'CANCEL' ? 'orderChange.cancelBy' : 'orderChange.changeBy', { name: change.proposedByName })}</b>
        <span className={s.when}>{f.dateTime(change.proposedAt)}</span>
        {change.revision != null && <span className={s.when}>{t('orderChange.revision', { number: change.revision })}</span>}
      </p>
      <p>{t('orderChange.because', { reason: change.reason })}</p>
      {change.lines.length > 0 && (
        <ul className={s.lines}>
          {change.lines.map((wish) => {
            const line = lines.get(wish.orderLineId);
            const parts = [
              wish.qtyAfter !== wish.qtyBefore &&
                t('orderChange.qty', { before: f.quantity(wish.qtyBefore), after: f.quantity(wish.qtyAfter, line?.baseUnit) }),
              wish.dateAfter !== wish.dateBefore &&
                t('orderChange.date', { before: f.date(wish.dateBefore), after: f.date(wish.dateAfter) }),
            ].filter(Boolean);
            return (
              <li key={wish.orderLineId}>
                {line?.description}: {parts.join('; ')}
              </li>
            );
          })}
        </ul>
      )}
      {change.decisionNote && <p>{t('orderChange.answer', { note: change.decisionNote })}</p>}
      <FormErrors form={form} />
      <ConflictDialog form={form} onReload={reload} />
      {open && (
        <Cluster>
          {mine ? (
            <Button loading={form.busy} onClick={() => decide('WITHDRAW')}>
              {t('orderChange.withdraw')}
            </Button>
          ) : (
            <>
              <Button variant="primary" loading={form.busy} onClick={() => decide('ACCEPT')}>
                {t('orderChange.accept')}
              </Button>
              <Button onClick={() => setDeclining(true)}>{t('orderChange.decline')}</Button>
            </>
          )}
        </Cluster>
      )}
      <Dialog
        open={declining}
        onOpenChange={setDeclining}
        size="small"
        title={t('orderChange.declineTitle')}
        closeLabel={t('action.close')}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{t('action.cancel')}</Button>
            </DialogClose>
            <Button
              variant="primary"
              loading={form.busy}
              onClick={() => form.check({ reason: note.trim() ? null : t('form.required') }) && decide('DECLINE')}
            >
              {t('orderChange.decline')}
            </Button>
          </>
        }
      >
        <Field id="reason" label={t('orderChange.declineReason')} required error={form.errorOf('reason')}>
          <TextArea value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </Dialog>
    </article>
  );
}

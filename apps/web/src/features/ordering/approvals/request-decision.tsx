import { Button, Cluster, Field, Section, Stack, TextArea, toast } from '@lienket/ui';
import { useState } from 'react';
import type { OrderRequestPartsFragment } from '../../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../../shared/forms/form-parts';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useText } from '../../../shared/i18n/use-text';
import { approvals } from '../../../shared/messages/vi/approvals';
import s from '../ordering.module.css';
import { OrderRequestApproveDocument, OrderRequestRefuseDocument, OrderRequestWithdrawDocument } from './approvals.operations';

const STALE = ['orderRequests', 'orders', 'orderGroups', 'workItems', 'purchaseLimits'];

/** Approve, refuse with a reason, or take back; nothing where the request is decided. */
export function RequestDecision({ request, reload }: { request: OrderRequestPartsFragment; reload: () => void }) {
  const t = useText(approvals);
  const [reason, setReason] = useState('');
  const { id, version, state, availableActions } = request;
  const approve = useMutationForm(OrderRequestApproveDocument, {
    form: `request-approve-${id}`,
    pick: (data) => data.orderRequestApprove,
    stale: STALE,
    onDone: () => toast.success(t('requests.approved')),
  });
  const refuse = useMutationForm(OrderRequestRefuseDocument, {
    form: `request-refuse-${id}`,
    pick: (data) => data.orderRequestRefuse,
    stale: STALE,
    onDone: () => toast.success(t('requests.refused')),
  });
  const withdraw = useMutationForm(OrderRequestWithdrawDocument, {
    form: `request-withdraw-${id}`,
    pick: (data) => data.orderRequestWithdraw,
    stale: STALE,
    onDone: () => toast.success(t('requests.withdrawn')),
  });
  if (state !== 'WAITING') return null;
  const offered = (action: string) => availableActions.find((one) => one.action === action);
  const [mayDecide, mayWithdraw] = [offered('orderRequestApprove'), offered('orderRequestWithdraw')];
  const form = [refuse, approve, withdraw].find(
    ({ failure }) => Object.keys(failure.fields).length > 0 || failure.conflict !== null,
  );
  const input = (clientKey: string) => ({ input: { clientKey, id, version, reason: reason.trim() || null } });
  return (
    <Section title={t('requests.decision')}>
      <Stack>
        {form && <FormErrors form={form} />}
        {mayDecide?.allowed ? (
          <>
            <Field id="reason" label={t('requests.reason')} hint={t('requests.reasonHint')} error={refuse.errorOf('reason')}>
              <TextArea rows={2} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />
            </Field>
            <Cluster>
              <Button variant="primary" loading={approve.busy} onClick={() => void approve.submit(input)}>
                {t('requests.approve')}
              </Button>
              <Button variant="danger" loading={refuse.busy} onClick={() => void refuse.submit(input)}>
                {t('requests.refuse')}
              </Button>
            </Cluster>
          </>
        ) : (
          <p className={s.blocked}>{mayDecide?.reason}</p>
        )}
        {mayWithdraw?.allowed && (
          <Cluster>
            <Button loading={withdraw.busy} onClick={() => void withdraw.submit(input)}>
              {t('requests.withdraw')}
            </Button>
          </Cluster>
        )}
      </Stack>
      {[approve, refuse, withdraw].map((one, index) => (
        <ConflictDialog key={index} form={one} onReload={reload} />
      ))}
    </Section>
  );
}

import { Button, Cluster, LinkButton, toast } from '@lienket/ui';
import { useState } from 'react';
import type { OrderPartsFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useText } from '../../shared/i18n/use-text';
import { ordering } from '../../shared/messages/vi/ordering';
import { useMe, useSession } from '../../shared/session/session';
import { OrderAcceptCounterDocument } from './ordering.operations';
import { ProposeDialog } from './changes/propose-dialog';
import { ReasonDialog, type ReasonedAction } from './reason-dialog';
import s from './ordering.module.css';

/** Actions of the contract that have a button here, under the names of their sentences. */
const known = {
  orderAcknowledge: 'acknowledge',
  orderAcceptCounter: 'acceptCounter',
  shipmentDispatch: 'dispatch',
  orderCancel: 'cancel',
  orderShortClose: 'shortClose',
  orderChangePropose: 'propose',
} as const;
type Action = (typeof known)[keyof typeof known];
const steps: readonly Action[] = ['acknowledge', 'acceptCounter', 'dispatch'];
const names = Object.entries(known);

/** What the order allows, the single next thing first; what is blocked says why. */
export function OrderActions({ order, reload }: { order: OrderPartsFragment; reload: () => void }) {
  const t = useText(ordering);
  const me = useMe();
  const { may } = useSession();
  const [asking, setAsking] = useState<ReasonedAction | null>(null);
  const [proposing, setProposing] = useState(false);
  const counter = useMutationForm(OrderAcceptCounterDocument, {
    form: `order-counter-${order.id}`,
    pick: (data) => data.orderAcceptCounter,
    stale: ['orders', 'workItems'],
    onDone: () => toast.success(t('order.accepted.counter')),
  });
  const parties = { buyerOrgId: order.buyer.id, sellerOrgId: order.seller.id };
  const offered = names.flatMap(([action, name]) => {
    const found = order.availableActions.find((available) => available.action === action);
    return found ? [{ name, allowed: found.allowed, reason: found.reason }] : [];
  });
  const allowed = offered.filter((action) => action.allowed).map(({ name }) => name);
  const blocked = offered.filter((action) => !action.allowed && action.reason);
  const elsewhere = [
    ...order.shipments
      .filter(({ status }) => status === 'DISPATCHED' && may('receipt.post', parties))
      .map(({ id, number }) => ({ href: `/shipments/${id}/receive`, label: t('order.do.receive', { number }) })),
    ...order.paymentRequests
      .filter(({ status }) => (status === 'DUE' || status === 'PART_PAID') && may('payment.declare', parties))
      .map(({ id, number }) => ({ href: `/payments/${id}`, label: t('order.do.pay', { number }) })),
    ...order.paymentRequests
      .filter(({ status }) => status === 'DECLARED' && may('payment.confirm', parties))
      .map(({ id, number }) => ({ href: `/payments/${id}`, label: t('order.do.confirmMoney', { number }) })),
  ];
  const next = steps.find((name) => allowed.includes(name));
  const looks = (name: Action) => ({ variant: name === next ? ('primary' as const) : ('secondary' as const) });
  const mayOrder = me.organization.id === order.buyer.id && may('order.place', parties);
  if (!allowed.length && !blocked.length && !elsewhere.length && !mayOrder) return null;
  return (
    <div className={s.actions} role="group" aria-label={t('order.actions')}>
      <FormErrors form={counter} />
      <ConflictDialog form={counter} onReload={reload} />
      <Cluster>
        {allowed.map((name) => {
          if (name === 'acknowledge' || name === 'dispatch') {
            return (
              <LinkButton key={name} {...looks(name)} href={`/orders/${order.id}/${name}`}>
                {t(`order.do.${name}`)}
              </LinkButton>
            );
          }
          const accept = name === 'acceptCounter';
          return (
            <Button
              key={name}
              {...looks(name)}
              loading={accept && counter.busy}
              onClick={
                accept
                  ? () => void counter.submit((clientKey) => ({ input: { clientKey, id: order.id, version: order.version } }))
                  : () => (name === 'propose' ? setProposing(true) : setAsking(name))
              }
            >
              {t(`order.do.${name}`)}
            </Button>
          );
        })}
        {elsewhere.map(({ href, label }, index) => (
          <LinkButton key={label} href={href} variant={!next && index === 0 ? 'primary' : 'secondary'}>
            {label}
          </LinkButton>
        ))}
        {mayOrder && (
          <LinkButton
            variant="quiet"
            href={`/orders/new?seller=${order.seller.id}${order.contract ? `&contract=${order.contract.id}` : ''}&again=${order.id}`}
          >
            {t('order.again')}
          </LinkButton>
        )}
        {mayOrder && (
          <LinkButton variant="quiet" href={`/orders/standing/new?order=${order.id}`}>
            {t('order.standing')}
          </LinkButton>
        )}
      </Cluster>
      {blocked.length > 0 && (
        <details className={s.blocked}>
          <summary>{t('order.blockedTitle', { count: blocked.length })}</summary>
          <ul>
            {blocked.map(({ name, reason }) => (
              <li key={name}>{t('order.blocked', { action: t(`order.do.${name}`), reason })}</li>
            ))}
          </ul>
        </details>
      )}
      {proposing && <ProposeDialog order={order} onClose={() => setProposing(false)} reload={reload} />}
      <ReasonDialog order={order} action={asking} onClose={() => setAsking(null)} reload={reload} />
    </div>
  );
}

import { quantity } from '@lienket/domain';
import { useQuery } from '@apollo/client/react';
import { LinkButton, Notice } from '@lienket/ui';
import { useEffect, useState } from 'react';
import type { ShipmentPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { fulfillment } from '../../shared/messages/vi/fulfillment';
import { BecameDueDocument } from './fulfillment.operations';

const ASK_EVERY_MS = 1500;
const GIVE_UP_MS = 15_000;

interface BecameDueProps {
  shipment: ShipmentPartsFragment;
  receipt: NonNullable<ShipmentPartsFragment['receipt']>;
}

/** What a receipt turned into money. The request is made by a job moments later, so a fresh receipt asks a few times. */
export function BecameDue({ shipment, receipt }: BecameDueProps) {
  const t = useText(fulfillment);
  const f = useFormats();
  const anything = receipt.lines.some(({ acceptedQty }) => quantity(acceptedQty).isPositive);
  const [tired, setTired] = useState(false);
  const { data, startPolling, stopPolling } = useQuery(BecameDueDocument, {
    variables: { orderId: shipment.orderId },
    skip: !anything,
  });
  const request = data?.order?.paymentRequests
    .filter(({ issuedAt }) => issuedAt >= receipt.receivedAt)
    .sort((a, b) => a.issuedAt.localeCompare(b.issuedAt))[0];
  const found = request !== undefined;
  useEffect(() => {
    if (!anything || found) return;
    startPolling(ASK_EVERY_MS);
    const timer = setTimeout(() => {
      stopPolling();
      setTired(true);
    }, GIVE_UP_MS);
    return () => {
      stopPolling();
      clearTimeout(timer);
    };
  }, [anything, found, startPolling, stopPolling]);

  if (!anything) return <Notice>{t('shipment.noDue')}</Notice>;
  if (!request) return <Notice live>{t(tired ? 'shipment.dueLater' : 'shipment.waitingDue')}</Notice>;
  return (
    <Notice
      tone="success"
      live
      title={t('shipment.becameDue')}
      action={
        <LinkButton size="small" href={`/payments/${request.id}`}>
          {t('shipment.dueOpen', { number: request.number })}
        </LinkButton>
      }
    >
      {t('shipment.dueIs', { total: f.vnd(request.total), date: f.date(request.dueOn) })}
    </Notice>
  );
}

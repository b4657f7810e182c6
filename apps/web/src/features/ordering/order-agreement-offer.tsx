import { useQuery } from '@apollo/client/react';
import { Button, ConfirmDialog, Notice, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import type { AgreementOffersQuery, OrderPartsFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { ordering } from '../../shared/messages/vi/ordering';
import { useMe, useSession } from '../../shared/session/session';
import s from './ordering.module.css';
import { AgreementOffersDocument, OrderLinkDocument } from './ordering.operations';

type Offer = AgreementOffersQuery['agreementOffers'][number];

const OPEN: readonly OrderPartsFragment['status'][] = ['PLACED', 'COUNTERED', 'CONFIRMED'];

/** A spot order that a running agreement could take: offered to its buyer, never linked in silence. */
export function OrderAgreementOffer({ order, reload }: { order: OrderPartsFragment; reload: () => void }) {
  const t = useText(ordering);
  const me = useMe();
  const { may } = useSession();
  const mayLink = me.organization.id === order.buyer.id && may('order.place', { buyerOrgId: order.buyer.id });
  const { data } = useQuery(AgreementOffersDocument, {
    variables: { orderId: order.id },
    skip: !mayLink || !OPEN.includes(order.status),
    fetchPolicy: 'cache-and-network',
  });
  const [chosen, setChosen] = useState<Offer | null>(null);
  const form = useMutationForm(OrderLinkDocument, {
    form: `order-link-${order.id}`,
    pick: (answer) => answer.orderLink,
    stale: ['agreementOffers', 'orders', 'contract', 'contracts', 'mou', 'agreementBoard', 'orderPad', 'workItems'],
    onDone: () => toast.success(t('link.done')),
  });
  const offers = data?.agreementOffers ?? [];
  if (!mayLink || offers.length === 0) return null;
  return (
    <>
      <FormErrors form={form} />
      <Notice tone="info">
        <Stack>
          <b>{t('link.title')}</b>
          {offers.map((offer) => (
            <OfferRow key={offer.id} offer={offer} busy={form.busy} onChoose={() => setChosen(offer)} />
          ))}
        </Stack>
      </Notice>
      <ConfirmDialog
        open={chosen !== null}
        onOpenChange={(open) => !open && setChosen(null)}
        title={t('link.askTitle', { number: chosen?.number })}
        danger
        description={t(chosen?.kind === 'MOU' ? 'link.askMou' : 'link.askContract')}
        confirmLabel={t('link.do')}
        cancelLabel={t('action.cancel')}
        onConfirm={() => {
          const { kind, id } = chosen!;
          setChosen(null);
          const target = kind === 'CONTRACT' ? { contractId: id } : { mouId: id };
          void form.submit((clientKey) => ({ input: { clientKey, id: order.id, version: order.version, ...target } }));
        }}
      />
      <ConflictDialog form={form} onReload={reload} />
    </>
  );
}

function OfferRow({ offer, busy, onChoose }: { offer: Offer; busy: boolean; onChoose: () => void }) {
  const t = useText(ordering);
  const f = useFormats();
  const names = [...new Set(offer.lines.map(({ description }) => description))].join(', ');
  return (
    <div>
      <p>
        {t(offer.kind === 'CONTRACT' ? 'link.contract' : 'link.mou', {
          number: offer.kind === 'CONTRACT' ? offer.number : [offer.number, offer.title].filter(Boolean).join(' · '),
          names,
        })}{' '}
        {offer.lines.map(
          (line) =>
            line.remaining != null && (
              <span key={line.lineId}>
                {t('link.remaining', { name: line.description, qty: f.quantity(line.remaining, line.unit) })}{' '}
              </span>
            ),
        )}
        {offer.validTo && t('link.until', { date: f.date(offer.validTo) })}{' '}
        {offer.others > 0 && t('link.others', { count: offer.others })}
      </p>
      <p className={s.blocked}>{t('link.forGood')}</p>
      <Button size="small" loading={busy} onClick={onChoose}>
        {t('link.choose', { number: offer.number })}
      </Button>
    </div>
  );
}

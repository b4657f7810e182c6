import { useMutation } from '@apollo/client/react';
import { Badge, Button, Cluster, LinkButton, StatusMark, type Tone } from '@lienket/ui';
import { CreditCard } from 'lucide-react';
import { useEffect } from 'react';
import type { CardPaymentState, PaymentRequestPartsFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { billing } from '../../shared/messages/vi/billing';
import { CardPaymentCancelDocument, CardPaymentStartDocument } from './billing.operations';
import { CardRefund } from './card-refund';
import s from './billing.module.css';

const tones: Record<CardPaymentState, Tone> = {
  PREPARING: 'info',
  WAITING: 'warning',
  PROCESSING: 'info',
  FAILED: 'danger',
  EXPIRED: 'neutral',
  PAID: 'success',
  PART_REFUNDED: 'warning',
  REFUNDED: 'neutral',
};

/** Card states that change without anybody here doing anything. */
const MOVING: readonly CardPaymentState[] = ['PREPARING', 'WAITING', 'PROCESSING'];
const LOOK_AGAIN_MS = 2000;

interface CardPaymentProps {
  request: PaymentRequestPartsFragment;
  reload: () => void;
}

/** Paying by card, told by what the card service says: coming back from its page proves nothing. */
export function CardPayment({ request, reload }: CardPaymentProps) {
  const t = useText(billing);
  const f = useFormats();
  const card = request.cardPayment;
  const offered = (name: string) => request.availableActions.find(({ action }) => action === name);
  const pay = offered('paymentByCard');
  const cancel = offered('cardPaymentCancel');
  const start = useMutationForm(CardPaymentStartDocument, {
    form: `card-${request.id}`,
    pick: (data) => data.cardPaymentStart,
    stale: ['paymentRequests'],
    onDone: () => undefined,
  });
  const [leave, leaving] = useMutation(CardPaymentCancelDocument);
  const isMoving = card ? MOVING.includes(card.state) : false;
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(reload, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isMoving, reload]);
  if (!pay && !card) return null;
  const input = (clientKey: string) => ({ input: { clientKey, paymentRequestId: request.id, version: request.version } });
  return (
    <div className={s.card} aria-live="polite">
      <p>
        {t('payment.card')} {card && <StatusMark tone={tones[card.state]}>{t(`payment.card.${card.state}`)}</StatusMark>}
        {!card && pay && !pay.allowed && <Badge>{t('payment.cardClosed')}</Badge>}
      </p>
      {card && (
        <p className={s.small}>
          {[
            f.vnd(card.amount),
            t('payment.cardStarted', { date: f.dateTime(card.startedAt) }),
            BigInt(card.refunded) > 0n && t('payment.cardRefunded', { amount: f.vnd(card.refunded) }),
            card.disputed && t('payment.cardDisputed'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      <FormErrors form={start} />
      <ConflictDialog form={start} onReload={reload} />
      {pay && !pay.allowed && !card && pay.reason && <p className={s.small}>{pay.reason}</p>}
      {pay && (
        <Cluster>
          {card?.url && (
            <LinkButton href={card.url} variant="primary" rel="external">
              {t('payment.cardGo')}
            </LinkButton>
          )}
          {pay.allowed && (
            <Button icon={<CreditCard />} loading={start.busy} onClick={() => void start.submit(input)}>
              {t(card ? 'payment.cardAgain' : 'payment.cardStart')}
            </Button>
          )}
          {cancel?.allowed && (
            <Button
              variant="quiet"
              loading={leaving.loading}
              onClick={() => void leave({ variables: input(crypto.randomUUID()) }).then(reload)}
            >
              {t('payment.cardCancel')}
            </Button>
          )}
        </Cluster>
      )}
      {pay?.allowed && <p className={s.small}>{t('payment.cardHint')}</p>}
      <CardRefund request={request} reload={reload} />
    </div>
  );
}

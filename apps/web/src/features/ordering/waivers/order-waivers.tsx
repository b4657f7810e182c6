import { daysBetween } from '@lienket/domain';
import { useQuery } from '@apollo/client/react';
import { Button, Cluster, Section, Stack, StatusMark, toast, type Tone } from '@lienket/ui';
import { useState } from 'react';
import type { LifeWaiverPartsFragment, LifeWaiverStatus, OrderPartsFragment } from '../../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../../shared/forms/form-parts';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { waivers } from '../../../shared/messages/vi/waivers';
import s from '../changes/changes.module.css';
import { OfferDialog } from './offer-dialog';
import { type Decision, WaiverDialog } from './waiver-dialog';
import { LifeWaiversDocument, LifeWaiverWithdrawDocument, OrderLineLifeDocument } from './waivers.operations';

const tones: Record<LifeWaiverStatus, Tone> = {
  ASKED: 'warning',
  GRANTED: 'success',
  REFUSED: 'danger',
  WITHDRAWN: 'neutral',
  ENDED: 'neutral',
};

/**
 * Lots with too little life left: what the seller asked, what the buyer said, and what the buyer allows unasked. Silent where there is
 * nothing to say and nothing to allow.
 */
export function OrderWaivers({ order }: { order: OrderPartsFragment }) {
  const t = useText(waivers);
  const [offering, setOffering] = useState(false);
  const query = useQuery(LifeWaiversDocument, { variables: { orderId: order.id }, fetchPolicy: 'cache-and-network' });
  const mayOffer = order.availableActions.some(({ action, allowed }) => action === 'lifeWaiverOffer' && allowed);
  const asked = useQuery(OrderLineLifeDocument, { variables: { orderId: order.id }, skip: !mayOffer }).data?.orderLineLife ?? [];
  const found = query.data?.lifeWaivers ?? [];
  const lines = asked.flatMap(({ orderLineId, minDays }) => {
    const line = order.lines.find(({ id }) => id === orderLineId);
    return line && minDays > 0 ? [{ id: line.id, description: line.description, minDays }] : [];
  });
  const isOffered = mayOffer && lines.length > 0;
  if (found.length === 0 && !isOffered) return null;
  return (
    <Section
      id="waivers"
      title={t('waiver.title')}
      meta={found.length === 0 && t('waiver.lead')}
      actions={
        isOffered && (
          <Button size="small" onClick={() => setOffering(true)}>
            {t('waiver.offer')}
          </Button>
        )
      }
    >
      <Stack>
        {offering && (
          <OfferDialog
            orderId={order.id}
            lines={lines}
            requestedOn={order.requestedOn}
            reload={() => void query.refetch()}
            onClose={() => setOffering(false)}
          />
        )}
        {found.map((waiver) => (
          <WaiverCard key={waiver.id} waiver={waiver} reload={() => void query.refetch()} />
        ))}
      </Stack>
    </Section>
  );
}

function WaiverCard({ waiver, reload }: { waiver: LifeWaiverPartsFragment; reload: () => void }) {
  const t = useText(waivers);
  const f = useFormats();
  const [deciding, setDeciding] = useState<Decision | null>(null);
  const withdraw = useMutationForm(LifeWaiverWithdrawDocument, {
    form: `waiver-withdraw-${waiver.id}`,
    pick: (data) => data.lifeWaiverWithdraw,
    stale: ['workItems', 'dispatchLots'],
    onDone: () => toast.success(t('waiver.done')),
  });
  const offered = (action: string) => waiver.availableActions.find((one) => one.action === action);
  const reasons = waiver.availableActions.flatMap(({ reason }) => (reason ? [reason] : []));
  const said = { name: waiver.decidedByName ?? '', reason: waiver.reason ?? '', until: f.date(waiver.validUntil) };
  return (
    <article className={s.change}>
      <p className={s.head}>
        <StatusMark tone={tones[waiver.status]}>{t(`waiver.status.${waiver.status}`)}</StatusMark>
        <b>
          {waiver.lotCode === null
            ? t('waiver.anyLot', { goods: waiver.goods })
            : t('waiver.lot', { code: waiver.lotCode, goods: waiver.goods })}
        </b>
      </p>
      {waiver.arrivesOn && waiver.expiresOn && (
        <p>
          {t('waiver.facts', {
            arrives: f.date(waiver.arrivesOn),
            left: daysBetween(waiver.arrivesOn, waiver.expiresOn),
            min: waiver.minDays,
            expires: f.date(waiver.expiresOn),
          })}{' '}
          {waiver.orderLineId === null && t('waiver.scopeOrder')}
        </p>
      )}
      {waiver.leastDays !== null && <p>{t('waiver.offerFacts', { least: waiver.leastDays ?? 0, min: waiver.minDays })}</p>}
      {waiver.origin === 'ASKED' && (
        <p>{t('waiver.asked', { name: waiver.askedByName ?? '', at: f.dateTime(waiver.askedAt), note: waiver.note ?? '' })}</p>
      )}
      {waiver.status === 'GRANTED' && (
        <p>
          {waiver.origin === 'ASKED'
            ? t('waiver.granted', said)
            : t('waiver.offered', { ...said, at: f.dateTime(waiver.decidedAt) })}
        </p>
      )}
      {waiver.status === 'REFUSED' && <p>{t('waiver.refused', said)}</p>}
      {waiver.status === 'ENDED' && <p>{t('waiver.ended', said)}</p>}
      <FormErrors form={withdraw} />
      <ConflictDialog form={withdraw} onReload={reload} />
      {reasons.length > 0 && <p className={s.when}>{reasons[0]}</p>}
      <Cluster>
        {offered('lifeWaiverGrant')?.allowed && (
          <Button variant="primary" onClick={() => setDeciding('grant')}>
            {t('waiver.grant')}
          </Button>
        )}
        {offered('lifeWaiverRefuse')?.allowed && <Button onClick={() => setDeciding('refuse')}>{t('waiver.refuse')}</Button>}
        {offered('lifeWaiverEnd')?.allowed && <Button onClick={() => setDeciding('end')}>{t('waiver.end')}</Button>}
        {offered('lifeWaiverWithdraw')?.allowed && (
          <Button
            loading={withdraw.busy}
            onClick={() =>
              void withdraw.submit((clientKey) => ({ input: { clientKey, id: waiver.id, version: waiver.version } }))
            }
          >
            {t('waiver.withdraw')}
          </Button>
        )}
      </Cluster>
      {deciding && <WaiverDialog waiver={waiver} decision={deciding} reload={reload} onClose={() => setDeciding(null)} />}
    </article>
  );
}

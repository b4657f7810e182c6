import { useQuery } from '@apollo/client/react';
import { quantity } from '@lienket/domain';
import { DemoMark, LinkButton, Notice, PageHeader, Section, Stack, StatusMark, Timeline } from '@lienket/ui';
import { useParams } from 'react-router';
import type { ClaimPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { claims } from '../../shared/messages/vi/claims';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { ThreadSection } from '../../shared/threads/thread-section';
import { ClaimActions } from './claim-actions';
import { ClaimDocument } from './claims.operations';
import { claimTones } from './claim-tones';
import { DefectReasonsDocument } from './fulfillment.operations';
import { Pictures } from './pictures';
import s from './fulfillment.module.css';

export default function ClaimScreen() {
  const t = useText(claims);
  const { id = '' } = useParams();
  const query = useQuery(ClaimDocument, { variables: { id } });
  return (
    <>
      <PageTitle>{t('claim.title', { number: query.data?.claim?.number ?? '' })}</PageTitle>
      <AsyncScreen query={query} missing={(data) => !data.claim}>
        {(data) => <ClaimPage claim={data.claim!} reload={() => void query.refetch()} />}
      </AsyncScreen>
    </>
  );
}

/** One dispute on one page: whose move it is, what is claimed, what was offered, what was said. */
function ClaimPage({ claim, reload }: { claim: ClaimPartsFragment; reload: () => void }) {
  const t = useText(claims);
  const f = useFormats();
  useDemoMark(claim.seller.isDemo);
  const { mover } = claim;
  return (
    <>
      <PageHeader
        back={{ href: '/claims', label: t('claims.title') }}
        mark={claim.seller.isDemo && <DemoMark text={t('demo')} />}
        title={t('claim.title', { number: claim.number })}
        meta={
          <>
            <StatusMark tone={claimTones[claim.status]}>{t(`claim.status.${claim.status}`)}</StatusMark>
            {claim.answerOverdue && <StatusMark tone="danger">{t('claim.overdue')}</StatusMark>}
            {claim.receiptAuto && <StatusMark tone="warning">{t('claim.auto')}</StatusMark>}
            <span>{t('claim.between', { buyer: claim.buyer.shortName, seller: claim.seller.shortName })}</span>
          </>
        }
        actions={<LinkButton href={`/shipments/${claim.shipmentId}`}>{claim.receiptNumber}</LinkButton>}
      />
      {mover && (
        <Notice tone={claim.answerOverdue ? 'warning' : 'info'} title={t(`claim.turn.${mover}`)}>
          {t(`claim.turnIn.${mover}`, { date: f.dateTime(mover === 'SELLER' ? claim.answerDueAt : claim.escalateAt) })}
        </Notice>
      )}
      <ClaimActions claim={claim} reload={reload} />
      <ClaimLines claim={claim} />
      <Section title={t('claim.offers')}>
        {claim.offers.length === 0 ? <p className={s.small}>{t('claim.noOffers')}</p> : <Offers claim={claim} />}
      </Section>
      {claim.creditNotes.length > 0 && (
        <Section title={t('claim.credit')}>
          <ul className={s.lines}>
            {claim.creditNotes.map((note) => (
              <li key={note.id} className={s.line}>
                <p className={s.lineName}>
                  <span>
                    {note.number} <b>{f.vnd(note.total)}</b>
                  </span>
                  <LinkButton href={`/payments/${note.paymentRequestId}`}>{note.requestNumber}</LinkButton>
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <ThreadSection documentType="CLAIM" documentId={claim.id} between={[claim.seller.id, claim.buyer.id]} />
      <Section title={t('claim.diary')}>
        <Timeline
          label={t('claim.diary')}
          entries={claim.events.map((event) => ({
            id: event.id,
            at: f.dateTime(event.at),
            dateTime: event.at,
            who:
              [event.byName, event.orgName].filter(Boolean).join(', ') ||
              (event.kind === 'RESOLVE' ? undefined : t('claim.byClock')),
            what: t(`claim.event.${event.kind as 'OPEN'}`),
            detail: event.note,
          }))}
        />
      </Section>
    </>
  );
}

function ClaimLines({ claim }: { claim: ClaimPartsFragment }) {
  const t = useText(claims);
  const f = useFormats();
  const reasons = useQuery(DefectReasonsDocument).data?.defectReasons ?? [];
  return (
    <Section title={t('claim.lines')}>
      {claim.note && <p>{claim.note}</p>}
      <ol className={s.lines}>
        {claim.lines.map((line) => (
          <li key={line.id} className={s.line}>
            <p className={s.lineName}>
              <b>{line.description}</b>
              <b>{f.quantity(line.claimedQty, line.baseUnit)}</b>
            </p>
            <p className={s.small}>
              {[
                line.lotCode,
                reasons.find(({ code }) => code === line.reason)?.name ?? line.reason,
                `${t('claim.wanted')}: ${t(`claim.outcome.${line.wanted}`)}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {line.note && <p>{line.note}</p>}
            <Pictures photos={line.photos} alt={(n) => t('claim.photoAlt', { n, product: line.description })} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Offers({ claim }: { claim: ClaimPartsFragment }) {
  const t = useText(claims);
  const f = useFormats();
  return (
    <Stack>
      {claim.offers.map((offer, index) => (
        <div key={offer.id} className={s.line}>
          <p className={s.lineName}>
            <b>{t(`claim.offer.${offer.side}`)}</b>
            <span className={s.small}>
              {[offer.byName, f.dateTime(offer.at), index === 0 && t('claim.offer.last')].filter(Boolean).join(' · ')}
            </span>
          </p>
          <ul>
            {offer.lines.map((line) => {
              const of = claim.lines.find(({ id }) => id === line.claimLineId);
              return (
                <li key={line.claimLineId}>
                  {[
                    of?.description,
                    t(`claim.outcome.${line.outcome}`),
                    of && quantity(line.qty).isPositive && f.quantity(line.qty, of.baseUnit),
                    line.cutBp !== null && line.cutBp !== undefined && t('claim.cut', { percent: String(line.cutBp / 100) }),
                    line.netAmount && t('claim.amount', { amount: f.vnd(line.netAmount) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </li>
              );
            })}
          </ul>
          {offer.note && <p>{offer.note}</p>}
          <p className={s.marks}>
            {offer.heldBySeller && <StatusMark tone="success">{t('claim.held.seller')}</StatusMark>}
            {offer.heldByBuyer && <StatusMark tone="success">{t('claim.held.buyer')}</StatusMark>}
          </p>
        </div>
      ))}
    </Stack>
  );
}

import { LinkButton, Notice, Section, StatusMark } from '@lienket/ui';
import type { ShipmentPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { claims } from '../../shared/messages/vi/claims';
import { fulfillment } from '../../shared/messages/vi/fulfillment';
import { BecameDue } from './became-due';
import { claimTones, receiptTones } from './claim-tones';
import { Pictures } from './pictures';
import { ReceiptActs } from './receipt-acts';
import s from './fulfillment.module.css';

/** Nothing of it was taken, and nothing was missing: the truck was sent back. */
const isTurnedAway = ({ lines }: NonNullable<ShipmentPartsFragment['receipt']>) =>
  lines.length > 0 && lines.every(({ acceptedQty, missingQty }) => Number(acceptedQty) === 0 && Number(missingQty) === 0);

/** The receipt that holds, what is said against it, and those that were taken back. */
export function ReceiptSection({ shipment }: { shipment: ShipmentPartsFragment }) {
  const t = useText(claims);
  const own = useText(fulfillment);
  const f = useFormats();
  const { receipt, voidedReceipts } = shipment;
  const mayClaim = shipment.availableActions.find(({ action }) => action === 'claimOpen')?.allowed;
  return (
    <>
      {receipt && (
        <Section
          title={own('shipment.receipt', { number: receipt.number })}
          meta={
            receipt.source === 'AUTO'
              ? f.dateTime(receipt.receivedAt)
              : own('shipment.receiptBy', { name: receipt.receivedByName, date: f.dateTime(receipt.receivedAt) })
          }
          actions={
            mayClaim && (
              <LinkButton size="small" href={`/shipments/${shipment.id}/claim`}>
                {t('shipment.do.claim')}
              </LinkButton>
            )
          }
        >
          <p className={s.marks}>
            {receipt.source === 'AUTO' && <StatusMark tone="warning">{t('receipt.auto')}</StatusMark>}
            {isTurnedAway(receipt) && <StatusMark tone="danger">{own('shipment.turnedAway')}</StatusMark>}
            <StatusMark tone={receiptTones[receipt.state]}>{t(`receipt.state.${receipt.state}`)}</StatusMark>
            <span className={s.small}>
              {[
                receipt.state === 'POSTED' && t('receipt.disputeUntil', { date: f.dateTime(receipt.disputeUntil) }),
                receipt.countedAt && t('receipt.countedAt', { date: f.dateTime(receipt.countedAt) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </p>
          {receipt.source === 'AUTO' && <Notice tone="warning">{t('receipt.autoWhy')}</Notice>}
          {isTurnedAway(receipt) && <Notice tone="danger">{own('shipment.turnedAwayDetail')}</Notice>}
          {receipt.dispute && receipt.state === 'DISPUTED' && (
            <Notice
              tone="warning"
              title={t('receipt.dispute.says', {
                name: receipt.dispute.openedByName,
                date: f.dateTime(receipt.dispute.openedAt),
              })}
            >
              {receipt.dispute.reason}
              {receipt.dispute.answer && (
                <p>
                  <b>{t('receipt.dispute.answered', { date: f.dateTime(receipt.dispute.answeredAt!) })}</b>{' '}
                  {receipt.dispute.answer}
                </p>
              )}
            </Notice>
          )}
          {receipt.note && <p>{receipt.note}</p>}
          {receipt.lines.map(
            ({ id, shipmentLineId, inspection }) =>
              inspection && (
                <p key={id} className={s.small}>
                  {own('receive.inspected', {
                    product: shipment.lines.find((line) => line.id === shipmentLineId)?.description ?? '',
                    of: inspection.samples,
                    out: inspection.outOfGrade,
                    allowed: f.percentBp(inspection.allowedBp),
                  })}
                </p>
              ),
          )}
          <Pictures
            photos={receipt.lines.flatMap(({ photos }) => photos)}
            alt={(n) => t('claim.photoAlt', { n, product: receipt.number })}
          />
          <ReceiptActs shipment={shipment} />
          <BecameDue shipment={shipment} receipt={receipt} />
        </Section>
      )}
      {voidedReceipts.length > 0 && (
        <Section title={t('receipt.voided')}>
          <ul className={s.small}>
            {voidedReceipts.map((voided) => (
              <li key={voided.id}>
                {t('receipt.voidedLine', {
                  number: voided.number,
                  name: voided.voidedByName,
                  date: f.dateTime(voided.voidedAt),
                  reason: voided.voidReason,
                })}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {shipment.claims.length > 0 && (
        <Section title={t('shipment.claims')}>
          <ul className={s.lines}>
            {shipment.claims.map((claim) => (
              <li key={claim.id} className={s.lineName}>
                <LinkButton variant="quiet" size="small" href={`/claims/${claim.id}`}>
                  {t('shipment.claimOf', { number: claim.number })}
                </LinkButton>
                <StatusMark tone={claim.answerOverdue ? 'danger' : claimTones[claim.status]}>
                  {t(claim.answerOverdue ? 'claim.overdue' : `claim.status.${claim.status}`)}
                </StatusMark>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

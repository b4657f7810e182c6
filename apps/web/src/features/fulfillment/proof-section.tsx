import { Section } from '@lienket/ui';
import type { ShipmentPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { claims } from '../../shared/messages/vi/claims';
import { Pictures } from './pictures';
import s from './fulfillment.module.css';

/** Who took the goods over, by hand. */
export function ProofSection({ shipment: { proof, number } }: { shipment: ShipmentPartsFragment }) {
  const t = useText(claims);
  const f = useFormats();
  if (!proof) return null;
  return (
    <Section
      title={t('proof.facts')}
      meta={t('proof.by', { receiver: proof.receiverName, name: proof.recordedByName, date: f.dateTime(proof.recordedAt) })}
    >
      {proof.signedAt && <p className={s.small}>{t('proof.signedAt', { date: f.dateTime(proof.signedAt) })}</p>}
      <img className={s.signed} src={proof.signatureUrl} alt={t('proof.signatureAlt', { receiver: proof.receiverName })} />
      {proof.note && <p>{proof.note}</p>}
      <Pictures photos={proof.photos} alt={(n) => t('claim.photoAlt', { n, product: number })} />
    </Section>
  );
}

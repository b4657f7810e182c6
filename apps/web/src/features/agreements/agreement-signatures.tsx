import { StatusMark } from '@lienket/ui';
import type { OrganizationPartsFragment, SignaturePartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { signing } from '../../shared/messages/vi/signing';
import { PdfSignatureNotes } from './pdf-signature-notes';
import s from './agreement.module.css';

interface SigningParty {
  organization: OrganizationPartsFragment;
  mustSign?: boolean;
  signature?: SignaturePartsFragment | null;
}

/** Who confirmed, how and when. The wording is the one the law allows: never "signed digitally". */
export function AgreementSignatures({ parties }: { parties: readonly SigningParty[] }) {
  const t = useText(agreements);
  return (
    <ul className={s.signatures}>
      {parties.map((party) => (
        <li key={party.organization.id}>
          <p className={s.lineHead}>
            <b>{party.organization.name}</b>
            {party.signature?.complete ? (
              <StatusMark tone="success">{t('signature.done')}</StatusMark>
            ) : party.signature ? (
              <StatusMark tone="warning">{t('signature.waitsCountersign')}</StatusMark>
            ) : party.mustSign === false ? (
              <StatusMark tone="neutral">{t('signature.notNeeded')}</StatusMark>
            ) : (
              <StatusMark tone="warning">{t('signature.waits')}</StatusMark>
            )}
          </p>
          {party.signature && <SignatureFacts signature={party.signature} />}
        </li>
      ))}
    </ul>
  );
}

function SignatureFacts({ signature }: { signature: SignaturePartsFragment }) {
  const t = useText(agreements);
  const f = useFormats();
  const l = useText(signing);
  const paper = signature.method === 'PAPER_ATTESTED';
  return (
    <div className={s.soft}>
      <p>
        {paper
          ? t('signature.PAPER_ATTESTED')
          : `method.${signature.method}` in signing
            ? l(`method.${signature.method}` as keyof typeof signing)
            : t('signature.IN_APP')}
      </p>
      <p>
        {paper
          ? t('signature.paperBy', {
              date: f.date(signature.signedOn),
              attested: signature.attestedByName ?? '…',
              countersigned: signature.countersignedByName ?? t('signature.notYet'),
            })
          : t('signature.by', { name: signature.signedByName ?? '…', at: f.dateTime(signature.recordedAt) })}
      </p>
      <p>
        {t('agreement.hash')} <code className={s.hash}>{signature.documentSha256}</code>
      </p>
      {signature.inspection && <PdfSignatureNotes signature={signature} />}
    </div>
  );
}

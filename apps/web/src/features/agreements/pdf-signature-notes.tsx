import { DescriptionList, StatusMark } from '@lienket/ui';
import type { SignaturePartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { signing } from '../../shared/messages/vi/signing';
import s from './signing.module.css';

/** What the signatures of an uploaded file say of themselves, described and not vouched for. */
export function PdfSignatureNotes({ signature }: { signature: SignaturePartsFragment }) {
  const t = useText(signing);
  const f = useFormats();
  const unknown = t('pdf.unknown');
  return (
    <div className={s.list}>
      <p>
        {t('pdf.found')}
        {signature.fileUrl && (
          <>
            {' · '}
            <a href={signature.fileUrl}>{t('pdf.open')}</a>
          </>
        )}
      </p>
      {(signature.inspection ?? []).map((note, index) => (
        <div key={index}>
          <DescriptionList
            items={[
              { term: t('pdf.signer'), detail: note.signerName ?? unknown },
              { term: t('pdf.issuer'), detail: note.issuerName ?? unknown },
              { term: t('pdf.signedAt'), detail: note.signedAt ? f.dateTime(note.signedAt) : unknown },
              {
                term: t('pdf.validity'),
                detail:
                  note.certificateFrom && note.certificateTo
                    ? t('pdf.validityOf', {
                        from: f.date(note.certificateFrom.slice(0, 10)),
                        to: f.date(note.certificateTo.slice(0, 10)),
                      })
                    : unknown,
              },
            ]}
          />
          <p className={s.marks}>
            <StatusMark tone={note.startsWithOurs ? 'success' : 'danger'}>
              {t(note.startsWithOurs ? 'pdf.ours' : 'pdf.notOurs')}
            </StatusMark>
            <StatusMark tone={note.intact ? 'success' : 'danger'}>{t(note.intact ? 'pdf.intact' : 'pdf.broken')}</StatusMark>
            <StatusMark tone={note.coversWholeFile ? 'success' : 'warning'}>
              {t(note.coversWholeFile ? 'pdf.whole' : 'pdf.notWhole')}
            </StatusMark>
            {note.certificateValidThen != null && (
              <StatusMark tone={note.certificateValidThen ? 'success' : 'warning'}>
                {t(note.certificateValidThen ? 'pdf.thenValid' : 'pdf.thenNot')}
              </StatusMark>
            )}
          </p>
        </div>
      ))}
      <p>{t('pdf.notVouched')}</p>
    </div>
  );
}

import type { MouPageFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { signing } from '../../shared/messages/vi/signing';
import { DocumentCheck } from './document-check';
import s from './agreement.module.css';

/** The scan of the paper, with the fingerprint every signature refers to. */
export function AgreementDocument({ mou }: { mou: MouPageFragment }) {
  const t = useText(agreements);
  const l = useText(signing);
  const f = useFormats();
  return (
    <>
      {mou.documentUrl ? (
        <p>
          <a href={mou.documentUrl} target="_blank" rel="noopener">
            {mou.documentName ?? t('agreement.openDocument')}
          </a>
        </p>
      ) : (
        <p>{t('agreement.noDocument')}</p>
      )}
      {mou.documentSha256 && (
        <p className={s.soft}>
          {t('agreement.hash')} <code className={s.hash}>{mou.documentSha256}</code>
        </p>
      )}
      {mou.documentUrl && <DocumentCheck mouId={mou.id} />}
      <p data-print="hide">
        <a href={`/documents/agreements/${mou.id}.pdf`} target="_blank" rel="noopener">
          {l('paper.pdf')}
        </a>
        {' · '}
        <a href={`/documents/agreements/${mou.id}.docx`}>{l('paper.docx')}</a>
      </p>
      <p className={s.soft}>
        {mou.recordedBy
          ? t('agreement.recordedBy', { name: mou.recordedBy, at: f.dateTime(mou.recordedAt) })
          : t('agreement.recordedAt', { at: f.dateTime(mou.recordedAt) })}
      </p>
    </>
  );
}

import { EmptyState, StatusMark, Table, type Tone } from '@lienket/ui';
import { graphql } from '../../gql';
import type { CertificateRowFragment, CertificateState } from '../../gql/graphql';
import s from './certificate-table.module.css';
import { useCertificateName } from './certificate-name';
import { useFormats } from '../i18n/formats';
import { useText } from '../i18n/use-text';
import { certificates as words } from '../messages/vi/certificates';
import { papers } from '../messages/vi/papers';

const both = { ...words, ...papers };

export const CertificateRowParts = graphql(`
  fragment CertificateRow on Certificate {
    id
    kind
    kindName
    stars
    number
    issuer
    issuedOn
    expiresOn
    state
    fileUrl
    productId
    isDemo
  }
`);

export const certificateTones: Record<CertificateState, Tone> = {
  DECLARED: 'neutral',
  VALID: 'success',
  EXPIRING_SOON: 'warning',
  EXPIRED: 'danger',
  REVOKED: 'danger',
  RETURNED: 'warning',
  SUPERSEDED: 'neutral',
  WITHDRAWN: 'neutral',
};

/** What was recognized, by whom, and whether it still holds today. */
export function CertificateTable({ certificates }: { certificates: readonly CertificateRowFragment[] }) {
  const t = useText(both);
  const f = useFormats();
  const nameOf = useCertificateName();
  const titleOf = (row: CertificateRowFragment) =>
    row.state === 'EXPIRED' && row.kind === 'OCOP' && row.stars && row.expiresOn
      ? t('papers.onceOcop', { stars: row.stars, month: f.monthYear(row.expiresOn) })
      : nameOf(row);
  if (certificates.length === 0) return <EmptyState title={t('certificates.none')} />;
  return (
    <Table
      caption={t('certificates.title')}
      captionHidden
      rows={certificates}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'kind',
          header: t('certificates.kind'),
          primary: true,
          cell: (row) => (
            <>
              {row.fileUrl ? <a href={row.fileUrl}>{titleOf(row)}</a> : titleOf(row)}
              <span className={s.source}>{[row.number, row.issuer].filter(Boolean).join(' · ')}</span>
            </>
          ),
        },
        { key: 'issuedOn', header: t('certificates.issuedOn'), cell: (row) => f.date(row.issuedOn) },
        {
          key: 'expiresOn',
          header: t('certificates.expiresOn'),
          cell: (row) => (row.expiresOn ? f.date(row.expiresOn) : t('certificates.noEnd')),
        },
        {
          key: 'state',
          header: t('certificates.state'),
          cell: (row) => <StatusMark tone={certificateTones[row.state]}>{t(`certificateState.${row.state}`)}</StatusMark>,
        },
      ]}
    />
  );
}

import { Button, Cluster, ConfirmDialog, DemoMark, EmptyState, Table, toast } from '@lienket/ui';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql';
import type { CertificateRowFragment } from '../../gql/graphql';
import { useCertificateName } from '../../shared/catalog/certificate-name';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { oversight } from '../../shared/messages/vi/oversight';
import { papers } from '../../shared/messages/vi/papers';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { JudgeCertificate, type JudgedPaper } from './judge-certificate';
import s from './review.module.css';

const CertificatesDocument = graphql(`
  query CertificatesToVerify {
    certificatesToVerify(first: 50) {
      ...CertificateRow
      holderName
      productName
      score
    }
  }
`);

const VerifyDocument = graphql(`
  mutation CertificateVerify($clientKey: String!, $id: ID!) {
    certificateVerify(clientKey: $clientKey, id: $id) {
      ...CertificateRow
      ...RefusalParts
    }
  }
`);

const both = { ...oversight, ...papers };

/** Papers that cooperatives declared and nobody has compared yet: nothing of them shows in the catalogue. */
export function CertificatesToVerify() {
  const t = useText(both);
  const f = useFormats();
  const nameOf = useCertificateName();
  const query = useQuery(CertificatesDocument);
  const [chosen, setChosen] = useState<CertificateRowFragment | null>(null);
  const [returning, setReturning] = useState<JudgedPaper | null>(null);
  return (
    <AsyncScreen
      query={query}
      count={3}
      empty={(data) => (data.certificatesToVerify.length === 0 ? <EmptyState title={t('review.noCertificates')} /> : null)}
    >
      {(data) => (
        <>
          <Table
            caption={t('review.certificates')}
            captionHidden
            rows={data.certificatesToVerify}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'kind',
                header: t('review.kind'),
                primary: true,
                cell: (row) => (
                  <>
                    {nameOf(row)} {row.isDemo && <DemoMark text={t('demo')} />}
                  </>
                ),
              },
              {
                key: 'holder',
                header: t('review.holder'),
                cell: (row) => (row.productName ? `${row.holderName}: ${row.productName}` : row.holderName),
              },
              {
                key: 'number',
                header: t('review.number'),
                cell: (row) =>
                  [row.number, row.score && t('papers.points', { score: row.score })].filter(Boolean).join(' · ') || '—',
              },
              { key: 'issuer', header: t('review.issuer'), cell: (row) => row.issuer ?? '—' },
              { key: 'issuedOn', header: t('review.issuedOn'), cell: (row) => f.date(row.issuedOn) },
              { key: 'expiresOn', header: t('review.expiresOn'), cell: (row) => f.date(row.expiresOn) || t('review.noEnd') },
              {
                key: 'file',
                header: t('review.file'),
                cell: (row) =>
                  row.fileUrl ? (
                    <a href={row.fileUrl} target="_blank" rel="noopener">
                      {t('review.openFile')}
                    </a>
                  ) : (
                    <span className={s.soft}>{t('review.noFile')}</span>
                  ),
              },
              {
                key: 'verify',
                header: t('review.verify'),
                headerHidden: true,
                cell: (row) => (
                  <Cluster>
                    <Button size="small" onClick={() => setChosen(row)}>
                      {t('review.verify')}
                    </Button>
                    <Button size="small" variant="quiet" onClick={() => setReturning(row)}>
                      {t('papers.return')}
                    </Button>
                  </Cluster>
                ),
              },
            ]}
          />
          {returning && (
            <JudgeCertificate
              paper={returning}
              act="return"
              onClose={() => setReturning(null)}
              onDone={() => void query.refetch()}
            />
          )}
          {chosen && <VerifyDialog certificate={chosen} name={nameOf(chosen)} onClose={() => setChosen(null)} />}
        </>
      )}
    </AsyncScreen>
  );
}

function VerifyDialog({
  certificate,
  name,
  onClose,
}: {
  certificate: CertificateRowFragment;
  name: string;
  onClose: () => void;
}) {
  const t = useText(oversight);
  const f = useFormats();
  const form = useMutationForm(VerifyDocument, {
    form: `certificate-verify-${certificate.id}`,
    pick: (data) => data.certificateVerify,
    stale: ['certificatesToVerify', 'workItems'],
    onDone: () => {
      toast.success(t('review.verified', { name }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('review.verifyTitle', { name })}
      confirmLabel={t('review.verify')}
      cancelLabel={t('action.cancel')}
      loading={form.busy}
      onConfirm={() => void form.submit((clientKey) => ({ clientKey, id: certificate.id }))}
    >
      <FormErrors form={form} />
      <p>
        {t('review.verifyWhat', {
          number: certificate.number ?? '—',
          issuer: certificate.issuer ?? '—',
          date: f.date(certificate.issuedOn),
        })}
      </p>
      {!certificate.fileUrl && <p>{t('review.verifyNoFile')}</p>}
    </ConfirmDialog>
  );
}

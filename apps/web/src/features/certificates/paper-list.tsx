import { Button, DemoMark, StatusMark, Table } from '@lienket/ui';
import type { PaperFragment } from '../../gql/graphql';
import { useCertificateName } from '../../shared/catalog/certificate-name';
import { certificateTones } from '../../shared/catalog/certificate-table';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { papers as words } from '../../shared/messages/vi/papers';
import s from './certificates.module.css';

interface PaperListProps {
  caption: string;
  papers: readonly PaperFragment[];
  onCorrect: (paper: PaperFragment) => void;
  onRenew: (paper: PaperFragment) => void;
  onWithdraw: (paper: PaperFragment) => void;
}

/** Papers of one state: what it is, for what, how long it still holds, and what can be done. */
export function PaperList({ caption, papers, onCorrect, onRenew, onWithdraw }: PaperListProps) {
  const t = useText(words);
  const f = useFormats();
  const nameOf = useCertificateName();
  const can = (paper: PaperFragment, action: string) =>
    paper.availableActions.some((one) => one.action === action && one.allowed);
  return (
    <Table
      caption={caption}
      captionHidden
      rows={papers}
      rowKey={(row) => row.id}
      rowTone={(row) => (row.state === 'EXPIRING_SOON' || row.state === 'RETURNED' ? 'warning' : undefined)}
      columns={[
        {
          key: 'name',
          header: t('papers.name'),
          primary: true,
          cell: (row) => (
            <>
              <span id={row.id}>
                {row.state === 'EXPIRED' && row.kind === 'OCOP' && row.stars && row.expiresOn
                  ? t('papers.onceOcop', { stars: row.stars, month: f.monthYear(row.expiresOn) })
                  : nameOf(row)}
              </span>{' '}
              {row.isDemo && <DemoMark text={t('demo')} />}
              <span className={s.source}>
                {[row.number, row.issuer, t('papers.issued', { date: f.date(row.issuedOn) })].filter(Boolean).join(' · ')}
              </span>
            </>
          ),
        },
        { key: 'for', header: t('papers.for'), cell: (row) => row.productName ?? t('papers.wholeOrganization') },
        {
          key: 'state',
          header: t('papers.until'),
          cell: (row) => (
            <div>
              <StatusMark tone={certificateTones[row.state]}>{t(`certificateState.${row.state}`)}</StatusMark>
              <span className={s.source}>{untilOf(row)}</span>
            </div>
          ),
        },
        {
          key: 'actions',
          header: t('papers.actions'),
          headerHidden: true,
          cell: (row) => (
            <div className={s.buttons}>
              {row.fileUrl && (
                <a href={row.fileUrl} target="_blank" rel="noopener">
                  {t('papers.scan')}
                </a>
              )}
              {row.revokeFileUrl && (
                <a href={row.revokeFileUrl} target="_blank" rel="noopener">
                  {t('papers.revokeScan')}
                </a>
              )}
              {can(row, 'correct') && (
                <Button size="small" onClick={() => onCorrect(row)}>
                  {t('papers.correct')}
                </Button>
              )}
              {can(row, 'withdraw') && (
                <Button size="small" variant="quiet" onClick={() => onWithdraw(row)}>
                  {t('papers.withdraw')}
                </Button>
              )}
              {(row.state === 'EXPIRING_SOON' || row.state === 'EXPIRED') && (
                <Button size="small" onClick={() => onRenew(row)}>
                  {t('papers.renew')}
                </Button>
              )}
            </div>
          ),
        },
      ]}
    />
  );

  function untilOf(row: PaperFragment): string {
    if (row.state === 'RETURNED') return t('papers.returned', { reason: row.returnReason ?? '' });
    if (row.state === 'REVOKED') return t('papers.revokedOn', { date: f.date(row.revokedOn), reason: row.revokeReason ?? '' });
    if (row.state === 'SUPERSEDED') return t('papers.ended', { date: f.date(row.expiresOn) || t('papers.noEnd') });
    if (!row.expiresOn || row.daysLeft == null) return t('papers.noEnd');
    if (row.daysLeft < 0) return t('papers.ended', { date: f.date(row.expiresOn) });
    return t('papers.left', { days: row.daysLeft, date: f.date(row.expiresOn) });
  }
}

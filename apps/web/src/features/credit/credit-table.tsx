import { StatusMark, Table } from '@lienket/ui';
import type { CreditRowFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { lending } from '../../shared/messages/vi/lending';
import { creditTone, promisedText, securedText } from './credit-words';
import s from './credit.module.css';

export function CreditTable({ rows }: { rows: readonly CreditRowFragment[] }) {
  const t = useText(lending);
  const f = useFormats();
  return (
    <Table
      caption={t('lending.title')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/credits/${row.id}`}
      columns={[
        {
          key: 'parties',
          header: t('lending.parties'),
          primary: true,
          cell: (row) => (
            <span>
              <span>
                {row.bank.shortName} – {row.borrower.shortName}
              </span>
              <span className={s.under}>
                {[row.number, row.registerNo && t('lending.registerShort', { number: row.registerNo })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
          ),
        },
        {
          key: 'amount',
          header: t('lending.amount'),
          width: 190,
          cell: (row) => (
            <span>
              {promisedText(row, t, f)}
              <span className={s.under}>{securedText(row.isSecured, t)}</span>
            </span>
          ),
        },
        {
          key: 'state',
          header: t('lending.state'),
          width: 200,
          cell: (row) => (
            <span>
              <StatusMark tone={creditTone[row.status]}>{t(`creditStatus.${row.status}`)}</StatusMark>
              {row.status === 'GRANTED' && <span className={s.under}>{t(`creditStage.${row.stage}`)}</span>}
            </span>
          ),
        },
        {
          key: 'next',
          header: t('lending.next'),
          width: 190,
          cell: (row) => (
            <span>
              {t(`creditMover.${row.mover}`)}
              {row.daysLate > 0 && (
                <span className={s.under}>
                  <StatusMark tone="danger">{t('lending.daysLate', { days: row.daysLate })}</StatusMark>
                </span>
              )}
            </span>
          ),
        },
      ]}
    />
  );
}

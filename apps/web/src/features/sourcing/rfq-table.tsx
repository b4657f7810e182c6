import { StatusMark, Table, type TableColumn } from '@lienket/ui';
import type { RfqRowFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { rfqTone } from './rfq-tone';
import s from './sourcing.module.css';

/** One line a request, for those who compare. */
export function RfqTable({ rfqs, withBuyer }: { rfqs: readonly RfqRowFragment[]; withBuyer: boolean }) {
  const t = useText(sourcing);
  const f = useFormats();
  const columns: TableColumn<RfqRowFragment>[] = [
    {
      key: 'title',
      header: t('rfqs.name'),
      primary: true,
      cell: (rfq) => (
        <span>
          {rfq.title}
          <span className={s.under}>
            {[rfq.number || t('rfqs.draftName'), t('rfqs.linesOf', { count: rfq.lineCount }), rfq.firstLine]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      ),
    },
    ...(withBuyer ? [{ key: 'buyer', header: t('rfqs.buyer'), cell: (rfq: RfqRowFragment) => rfq.buyer.shortName }] : []),
    {
      key: 'status',
      header: t('rfqs.status'),
      width: 176,
      cell: (rfq) => <StatusMark tone={rfqTone[rfq.status]}>{t(`rfqStatus.${rfq.status}`)}</StatusMark>,
    },
    {
      key: 'answers',
      header: t('rfqs.answers'),
      width: 176,
      cell: (rfq) =>
        rfq.status === 'DRAFT' ? null : (
          <span>
            {t('rfqs.answersOf', { quoted: rfq.quotedCount ?? 0, invited: rfq.invitedCount ?? 0 })}
            <span className={s.under}>
              {[
                rfq.declinedCount ? t('rfqs.declinedOf', { count: rfq.declinedCount }) : '',
                rfq.unread ? t('rfqs.unread', { count: rfq.unread }) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
        ),
    },
    {
      key: 'deadline',
      header: t('rfqs.deadline'),
      width: 168,
      cell: (rfq) =>
        rfq.deadlineAt && (
          <span>
            {f.dateTime(rfq.deadlineAt)}
            {rfq.status === 'OPEN' && <span className={s.under}>{f.due(rfq.deadlineAt)}</span>}
          </span>
        ),
    },
  ];
  return (
    <Table
      caption={t('rfqs.title')}
      captionHidden
      density="compact"
      columns={columns}
      rows={rfqs}
      rowKey={(rfq) => rfq.id}
      rowHref={(rfq) => `/rfqs/${rfq.id}`}
    />
  );
}

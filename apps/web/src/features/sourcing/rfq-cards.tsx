import { Link, StatusMark } from '@lienket/ui';
import type { RfqRowFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { quoteTone, rfqTone } from './rfq-tone';
import s from './sourcing.module.css';

/** One request per card, as a cooperative reads it on a phone. */
export function RfqCards({ rfqs }: { rfqs: readonly RfqRowFragment[] }) {
  const t = useText(sourcing);
  const f = useFormats();
  return (
    <ul className={s.cards}>
      {rfqs.map((rfq) => {
        const open = rfq.status === 'OPEN';
        const waiting = open && !rfq.ownDeclined && (rfq.ownQuoteStatus ?? 'DRAFT') === 'DRAFT';
        return (
          <li key={rfq.id} className={s.card} data-mine={waiting || undefined}>
            <p className={s.cardWho}>
              <Link className={s.cardLink} href={`/rfqs/${rfq.id}`}>
                {rfq.buyer.shortName}
              </Link>
              {rfq.ownQuoteStatus ? (
                <StatusMark tone={quoteTone[rfq.ownQuoteStatus]}>{t(`quoteStatus.${rfq.ownQuoteStatus}`)}</StatusMark>
              ) : (
                <StatusMark tone={rfq.ownDeclined ? 'neutral' : rfqTone[rfq.status]}>
                  {rfq.ownDeclined ? t('rfqs.declined') : open ? t('rfqs.notAnswered') : t(`rfqStatus.${rfq.status}`)}
                </StatusMark>
              )}
            </p>
            <p className={s.cardTitle}>{rfq.title}</p>
            <p className={s.under}>
              {rfq.number} · {t('rfqs.linesOf', { count: rfq.lineCount })} · {rfq.firstLine}
            </p>
            {rfq.deadlineAt && (
              <p className={s.under}>
                {t('rfqs.deadline')} {f.dateTime(rfq.deadlineAt)}
                {open && `, ${f.due(rfq.deadlineAt)}`}
              </p>
            )}
            {rfq.unread > 0 && <p className={s.late}>{t('rfqs.unread', { count: rfq.unread })}</p>}
          </li>
        );
      })}
    </ul>
  );
}

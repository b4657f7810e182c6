import type { QuotePageFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import s from './sourcing.module.css';

interface CounterWordsProps {
  counter: QuotePageFragment['counters'][number];
  lines: QuotePageFragment['revisions'][number]['lines'];
}

/** What the buyer would rather have, line by line. */
export function CounterWords({ counter, lines }: CounterWordsProps) {
  const t = useText(sourcing);
  const f = useFormats();
  return (
    <div className={s.wish}>
      <b>{t('quote.counterBy', { date: f.dateTime(counter.at) })}</b>
      {counter.comment && <p>{counter.comment}</p>}
      <ul>
        {counter.lines.map((wish) => {
          const line = lines.find(({ id }) => id === wish.quoteLineId);
          const words = [
            wish.unitPrice != null && t('quote.wishPrice', { price: f.vnd(wish.unitPrice) }),
            wish.qty && t('quote.wishQty', { qty: f.quantity(wish.qty, line?.baseUnit) }),
            wish.wantedOn && t('quote.wishDate', { date: f.date(wish.wantedOn) }),
            wish.comment,
          ].filter(Boolean);
          return <li key={wish.id}>{t('quote.counterLine', { goods: line?.description ?? '', wish: words.join(', ') })}</li>;
        })}
      </ul>
    </div>
  );
}

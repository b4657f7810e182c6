import { Stack, Table } from '@lienket/ui';
import type { QuotePageFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import { CounterWords } from './counter-words';
import s from './sourcing.module.css';

type Revision = QuotePageFragment['revisions'][number];
type Change = Revision['changes'][number];
const money: readonly Change['kind'][] = ['PRICE', 'FREIGHT'];
const amounts: readonly Change['kind'][] = ['QUANTITY', 'MOQ'];

/** Every revision and every counter-offer, the newest first: nothing is ever rewritten. */
export function QuoteHistory({ quote }: { quote: QuotePageFragment }) {
  const t = useText(sourcing);
  const f = useFormats();
  return (
    <ol className={s.list}>
      {quote.revisions.map((revision) => (
        <li key={revision.id} className={s.item}>
          {quote.counters
            .filter(({ n }) => n === revision.n)
            .map((counter) => (
              <CounterWords key={counter.id} counter={counter} lines={revision.lines} />
            ))}
          <h3>
            {t('quote.revision', { n: revision.n })}
            <span className={s.under}>
              {t('quote.sentBy', { name: revision.sentByName ?? '', date: f.dateTime(revision.sentAt) })} ·{' '}
              {t(`rfqBasis.${revision.basis}`)}
            </span>
          </h3>
          <Changes changes={revision.changes} />
          <Table
            caption={t('quote.revision', { n: revision.n })}
            captionHidden
            density="compact"
            rows={revision.lines}
            rowKey={(line) => line.id}
            columns={[
              {
                key: 'goods',
                header: t('quote.goods'),
                primary: true,
                cell: (line) => (
                  <span>
                    {line.description}
                    <span className={s.under}>
                      {[
                        line.alternative ? t('quote.alternative') : '',
                        line.packName,
                        line.shares.length
                          ? t('quote.joint', { members: line.shares.map(({ member }) => member.shortName).join(', ') })
                          : '',
                        line.note,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </span>
                ),
              },
              {
                key: 'price',
                header: t('quote.price'),
                numeric: true,
                cell: (line) => (
                  <span>
                    {f.vnd(line.unitPrice)}/{line.baseUnit}
                    {line.freightPerUnit != null && (
                      <span className={s.under}>{t('quote.freight', { price: f.vnd(line.freightPerUnit) })}</span>
                    )}
                  </span>
                ),
              },
              {
                key: 'qty',
                header: t('quote.qty'),
                numeric: true,
                cell: (line) => (
                  <span>
                    {f.quantity(line.offeredQty, line.baseUnit)}
                    {line.moqQty && (
                      <span className={s.under}>{t('quote.moq', { qty: f.quantity(line.moqQty, line.baseUnit) })}</span>
                    )}
                  </span>
                ),
              },
              {
                key: 'lead',
                header: t('quote.lead'),
                numeric: true,
                cell: (line) => t('quote.leadDays', { days: line.leadDays }),
              },
            ]}
          />
          {revision.note && <p>{revision.note}</p>}
        </li>
      ))}
    </ol>
  );
}

function Changes({ changes }: { changes: readonly Change[] }) {
  const t = useText(sourcing);
  const f = useFormats();
  const show = (kind: Change['kind'], value: string | null | undefined) => {
    if (!value) return '…';
    if (kind === 'PLACE') return t(`rfqBasis.${value as 'EXW'}`);
    if (kind === 'VALID_UNTIL') return f.date(value);
    if (money.includes(kind)) return f.vnd(value);
    return amounts.includes(kind) ? f.quantity(value) : value;
  };
  if (changes.length === 0) return null;
  return (
    <Stack gap="small">
      <b>{t('quote.changes')}</b>
      <ul>
        {changes.map((change, index) => {
          const what = t(`quoteChange.${change.kind}`, { goods: change.description ?? '' });
          const moved = change.kind !== 'LINE_ADDED' && change.kind !== 'LINE_REMOVED';
          return (
            <li key={index}>
              {moved
                ? t('quote.changed', { what, before: show(change.kind, change.before), after: show(change.kind, change.after) })
                : `${what}: ${change.description}`}
            </li>
          );
        })}
      </ul>
    </Stack>
  );
}

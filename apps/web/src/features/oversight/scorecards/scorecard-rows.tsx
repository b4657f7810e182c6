import { useQuery } from '@apollo/client/react';
import { Button, Link, StatusMark, Table } from '@lienket/ui';
import { useState } from 'react';
import type { ScorecardRowsQuery, ScorecardSide } from '../../../gql/graphql';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { ScorecardRowsDocument } from './scorecard-operations';
import { type Figure, useScoreWords } from './use-score-words';

type Row = ScorecardRowsQuery['scorecardRows']['rows'][number];
interface Props {
  orgId: string;
  side: ScorecardSide;
  months: number;
  figure: Figure;
}

/** Figures in which what counts is what went wrong. */
const FAULTS = ['CANCELLED'];

/** Which orders, contract lines or bills count, what missed first. */
export function ScorecardRows({ orgId, side, months, figure }: Props) {
  const { t, f, fraction } = useScoreWords();
  const [first, setFirst] = useState(20);
  const { code, unit } = figure;
  const query = useQuery(ScorecardRowsDocument, { variables: { orgId, side, months, code, unit: unit ?? null, first } });
  const href = ({ orderId, contractId }: Row) =>
    orderId ? `/orders/${orderId}` : contractId ? `/contracts/${contractId}` : null;
  const hit = ({ numerator }: Row) => (numerator !== '0') !== FAULTS.includes(code);
  return (
    <AsyncScreen query={query}>
      {({ scorecardRows: { rows, total } }) => (
        <>
          <Table
            caption={t(`score.${code}`)}
            captionHidden
            rows={rows}
            rowKey={({ ref }) => ref}
            columns={[
              {
                key: 'number',
                header: t('score.document'),
                primary: true,
                cell: (row) => {
                  const to = href(row);
                  return to ? <Link href={to}>{row.number}</Link> : row.number;
                },
              },
              { key: 'goods', header: t('score.goods'), cell: ({ goods }) => goods ?? '–' },
              {
                key: 'partner',
                header: t('score.partner'),
                cell: ({ partner }) => (partner ? <Link href={`/c/${partner.slug}`}>{partner.name}</Link> : '–'),
              },
              { key: 'due', header: t('score.due'), cell: ({ dueOn }) => (dueOn ? f.date(dueOn) : '–') },
              {
                key: 'counts',
                header: t('score.counts'),
                numeric: Boolean(unit),
                cell: (row) =>
                  unit ? (
                    fraction({ ...row, unit })
                  ) : (
                    <StatusMark tone={hit(row) ? 'success' : 'warning'}>
                      {t(
                        row.numerator !== '0'
                          ? (`score.hit.${code}` as 'score.hit.ON_TIME')
                          : (`score.miss.${code}` as 'score.miss.ON_TIME'),
                      )}
                    </StatusMark>
                  ),
              },
            ]}
          />
          {rows.length < total && rows.length < 100 && (
            <Button onClick={() => setFirst(100)}>{t('score.moreRows', { n: f.count(total) })}</Button>
          )}
          {rows.length >= 100 && total > rows.length && <p>{t('score.firstRows', { n: f.count(total) })}</p>}
        </>
      )}
    </AsyncScreen>
  );
}

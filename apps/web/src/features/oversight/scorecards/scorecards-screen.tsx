import { useQuery } from '@apollo/client/react';
import { SCORE_CODES, type ScoreCode } from '@lienket/domain';
import { Button, EmptyState, Field, FieldRow, PageHeader, Select, Stack, Table, TextInput } from '@lienket/ui';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ScorecardPartsFragment } from '../../../gql/graphql';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { ExportButton } from '../../../shared/screen/export-button';
import { PageTitle } from '../../../shared/screen/page-title';
import { useDebounced } from '../../../shared/screen/use-debounced';
import { ScorecardsDocument } from './scorecard-operations';
import { monthsOf, PERIODS, sideOf, useScoreWords } from './use-score-words';
import s from './scorecard.module.css';

const COLUMNS = {
  SELLER: ['OTIF_PROMISED', 'OTIF_REQUESTED', 'FILL', 'REJECTED', 'ANSWERED_IN_TIME'],
  BUYER: ['CALL_OFF_PACE', 'CANCELLED', 'REJECTED', 'PAID_ON_TIME'],
} as const satisfies Record<string, readonly ScoreCode[]>;

/** All who sell, or all who buy, side by side for the Alliance: the weakest first where one figure is chosen. */
export default function ScorecardsScreen() {
  const { t, f, rate, fraction } = useScoreWords();
  const [params, setParams] = useSearchParams();
  const [first, setFirst] = useState(20);
  const side = sideOf(params.get('side'));
  const months = monthsOf(params.get('months'));
  const search = params.get('q') ?? '';
  const columns: readonly ScoreCode[] = COLUMNS[side];
  const sort = columns.find((code) => code === params.get('sort')) ?? null;
  const query = useQuery(ScorecardsDocument, {
    variables: { side, months, sort, first, search: useDebounced(search) || null },
  });
  const put = (key: string, value: string) =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current);
        if (value) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { replace: true },
    );
  const cellOf = (card: ScorecardPartsFragment, code: ScoreCode) => {
    const figures = card.figures.filter((figure) => figure.code === code && figure.cases > 0);
    if (figures.length === 0) return '–';
    return figures.map((figure) => (
      <span key={figure.unit ?? ''} className={s.cell}>
        <span className={figure.rateBp == null ? s.few : s.rate}>{rate(figure)}</span>
        <span className={s.why}>{fraction(figure)}</span>
      </span>
    ));
  };
  return (
    <>
      <PageTitle>{t('score.list')}</PageTitle>
      <PageHeader
        title={t('score.list')}
        meta={t('score.listLead')}
        actions={<ExportButton list="scorecards" filter={{ side, months, search, sort }} />}
      />
      <FieldRow>
        <Field id="side" label={t('score.side')}>
          <Select
            value={side}
            options={(['SELLER', 'BUYER'] as const).map((value) => ({ value, label: t(`score.side.${value}`) }))}
            onChange={({ target }) => put('side', target.value)}
          />
        </Field>
        <Field id="months" label={t('score.months')}>
          <Select
            value={String(months)}
            options={PERIODS.map((value) => ({ value: String(value), label: t('score.lastMonths', { n: String(value) }) }))}
            onChange={({ target }) => put('months', target.value)}
          />
        </Field>
        <Field id="sort" label={t('score.sort')}>
          <Select
            value={sort ?? ''}
            options={[
              { value: '', label: t('score.byName') },
              ...SCORE_CODES.filter((code) => columns.includes(code)).map((value) => ({ value, label: t(`score.${value}`) })),
            ]}
            onChange={({ target }) => put('sort', target.value)}
          />
        </Field>
        <Field id="q" label={t('score.search')}>
          <TextInput type="search" value={search} maxLength={100} onChange={({ target }) => put('q', target.value)} />
        </Field>
      </FieldRow>
      <AsyncScreen query={query} empty={({ scorecards }) => scorecards.total === 0 && <EmptyState title={t('score.none')} />}>
        {({ scorecards: { cards, total } }) => (
          <Stack gap="small">
            <Table
              caption={t('score.list')}
              captionHidden
              rows={cards}
              rowKey={({ organization }) => organization.id}
              rowHref={({ organization }) => `/scorecards/${organization.id}?side=${side}&months=${months}`}
              columns={[
                { key: 'name', header: t('score.organization'), primary: true, cell: ({ organization }) => organization.name },
                ...columns.map((code) => ({
                  key: code,
                  header: t(`score.short.${code}` as 'score.short.FILL'),
                  numeric: true,
                  cell: (card: ScorecardPartsFragment) => cellOf(card, code),
                })),
              ]}
            />
            {cards.length < total && cards.length < 100 && (
              <Button onClick={() => setFirst(100)}>{t('score.more', { n: f.count(total) })}</Button>
            )}
            {cards.length >= 100 && total > cards.length && (
              <p className={s.why}>{t('score.firstCards', { n: f.count(total) })}</p>
            )}
            {cards[0] && <p className={s.why}>{t('score.note', { n: f.count(cards[0].minCases) })}</p>}
          </Stack>
        )}
      </AsyncScreen>
    </>
  );
}

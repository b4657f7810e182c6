import { useQuery } from '@apollo/client/react';
import {
  Button,
  DemoMark,
  EmptyState,
  Field,
  FieldRow,
  Link,
  Notice,
  PageHeader,
  Section,
  Select,
  Stack,
  Table,
} from '@lienket/ui';
import { useParams, useSearchParams } from 'react-router';
import type { ScorecardPartsFragment } from '../../../gql/graphql';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { useDemoMark } from '../../../shared/screen/demo-flag';
import { PageTitle } from '../../../shared/screen/page-title';
import { useMe } from '../../../shared/session/session';
import { ScorecardDocument } from './scorecard-operations';
import { ScorecardRows } from './scorecard-rows';
import { keyOf, monthsOf, PERIODS, sideOf, useScoreWords } from './use-score-words';
import s from './scorecard.module.css';

/** How an organization keeps its word; one's own under the address "mine". */
export default function ScorecardScreen() {
  const { id = '' } = useParams();
  const me = useMe();
  const [params, setParams] = useSearchParams();
  const orgId = id === 'mine' ? me.organization.id : id;
  const own = orgId === me.organization.id;
  const first = own && me.workplace === 'BUYER' ? 'BUYER' : 'SELLER';
  const side = sideOf(params.get('side') ?? first);
  const months = monthsOf(params.get('months'));
  const query = useQuery(ScorecardDocument, { variables: { orgId, side, months } });
  // Another side or period of the same card: the old figures stand until the new ones are here, and the choice keeps its focus.
  const before = query.previousData;
  const stands = !query.error && before?.scorecard.organization.id === orgId;
  const data = query.data ?? (stands ? before : undefined);
  const put = (values: Record<string, string | null>) =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current);
        for (const [key, value] of Object.entries(values)) {
          if (value) next.set(key, value);
          else next.delete(key);
        }
        return next;
      },
      { replace: true },
    );
  return (
    <AsyncScreen query={{ ...query, data }}>
      {({ scorecard }) => <Card card={scorecard} own={own} months={months} shown={params.get('figure')} put={put} />}
    </AsyncScreen>
  );
}

interface CardProps {
  card: ScorecardPartsFragment;
  own: boolean;
  months: number;
  shown: string | null;
  put: (values: Record<string, string | null>) => void;
}

function Card({ card, own, months, shown, put }: CardProps) {
  const { t, f, rate, fraction, name, why, median } = useScoreWords();
  useDemoMark(card.organization.isDemo);
  const title = own ? t('score.own') : t('score.of', { name: card.organization.name });
  const open = card.figures.find((figure) => keyOf(figure) === shown);
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        mark={card.organization.isDemo && <DemoMark text={t('demo')} />}
        meta={t('score.period', { from: f.date(card.from), to: f.date(card.to) })}
        {...(own ? {} : { back: { href: `/c/${card.organization.slug}`, label: card.organization.shortName } })}
      />
      <FieldRow>
        <Field id="side" label={t('score.side')}>
          <Select
            value={card.side}
            options={(['SELLER', 'BUYER'] as const).map((value) => ({ value, label: t(`score.side.${value}`) }))}
            onChange={({ target }) => put({ side: target.value, figure: null })}
          />
        </Field>
        <Field id="months" label={t('score.months')}>
          <Select
            value={String(months)}
            options={PERIODS.map((value) => ({ value: String(value), label: t('score.lastMonths', { n: String(value) }) }))}
            onChange={({ target }) => put({ months: target.value })}
          />
        </Field>
      </FieldRow>
      <Stack>
        <Notice>{t(card.isSharedTrade ? 'score.sharedNote' : 'score.note', { n: f.count(card.minCases) })}</Notice>
        {card.figures.every(({ cases }) => cases === 0) ? (
          <EmptyState title={t('score.none')} />
        ) : (
          <Table
            caption={title}
            captionHidden
            rows={card.figures}
            rowKey={keyOf}
            columns={[
              {
                key: 'name',
                header: t('score.figure'),
                primary: true,
                cell: (figure) => (
                  <>
                    {name(figure)}
                    <span className={s.why}>{why(figure, card)}</span>
                  </>
                ),
              },
              {
                key: 'rate',
                header: t('score.rate'),
                numeric: true,
                cell: (figure) => (
                  <>
                    <span className={figure.rateBp == null ? s.few : s.rate}>{rate(figure)}</span>
                    {median(figure) && <span className={s.why}>{median(figure)}</span>}
                  </>
                ),
              },
              { key: 'fraction', header: t('score.fraction'), numeric: true, cell: (figure) => fraction(figure) },
              {
                key: 'rows',
                header: t('score.rows'),
                cell: (figure) =>
                  figure.cases === 0 ? (
                    '–'
                  ) : (
                    <Button
                      aria-expanded={keyOf(figure) === shown}
                      aria-controls="score-rows"
                      onClick={() => put({ figure: keyOf(figure) === shown ? null : keyOf(figure) })}
                    >
                      {t('score.showRows', { n: f.count(figure.cases) })}
                    </Button>
                  ),
              },
            ]}
          />
        )}
        <div id="score-rows">
          {open && (
            <Section title={name(open)} meta={why(open, card)}>
              <ScorecardRows orgId={card.organization.id} side={card.side} months={months} figure={open} />
            </Section>
          )}
        </div>
        <p className={s.why}>
          {t('score.who')} {own && <Link href="/agreements">{t('score.agreements')}</Link>}
        </p>
      </Stack>
    </>
  );
}

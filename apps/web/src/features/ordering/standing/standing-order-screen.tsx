import { useQuery } from '@apollo/client/react';
import { DemoMark, DescriptionList, Notice, PageHeader, Section, Stack } from '@lienket/ui';
import { useParams } from 'react-router';
import type { StandingOrderPartsFragment } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { standing } from '../../../shared/messages/vi/standing';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { useDemoMark } from '../../../shared/screen/demo-flag';
import { PageTitle } from '../../../shared/screen/page-title';
import { SheetTable } from '../templates/sheet-table';
import { DaysAhead } from './days-ahead';
import { PastDays } from './past-days';
import { RulesTable } from './rules-table';
import { StageMark } from './stage-mark';
import { StandingMoves } from './standing-moves';
import { StandingOrderDocument } from './standing.operations';
import { useWeekdays } from './use-weekdays';

/** One standing order: when it delivers, which days come, and what became of the others. */
export default function StandingOrderScreen() {
  const t = useText(standing);
  const { id = '' } = useParams();
  const query = useQuery(StandingOrderDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return (
    <>
      <PageTitle>{query.data?.standingOrder?.name ?? t('standing.title')}</PageTitle>
      <AsyncScreen query={query} missing={(data) => !data.standingOrder}>
        {(data) => <StandingPage order={data.standingOrder!} reload={() => void query.refetch()} />}
      </AsyncScreen>
    </>
  );
}

function StandingPage({ order, reload }: { order: StandingOrderPartsFragment; reload: () => void }) {
  const t = useText(standing);
  const f = useFormats();
  const weekdays = useWeekdays();
  useDemoMark(order.isDemo);
  const isOpen = order.stage !== 'OVER' && order.stage !== 'ENDED';
  // Only a change that is still to come; a standing order that has not begun yet says so by its stage.
  const coming =
    order.rules.length > 1 && isOpen ? order.rules.find(({ holds, number }) => holds === 'COMING' && number > 1) : null;
  const facts = [
    { term: t('standing.days'), detail: weekdays.list(order.weekdays) },
    {
      term: t('standing.leadDays'),
      detail: order.leadDays === 0 ? t('standing.lead.0') : t('standing.leadOf', { count: order.leadDays }),
    },
    { term: t('standing.sellers'), detail: order.sellers },
    ...(order.contract ? [{ term: t('standing.contract'), detail: order.contract.number }] : []),
    { term: t('standing.place'), detail: order.deliveryPlace },
    { term: t('standing.total'), detail: f.vnd(order.total) },
    { term: t('standing.ceiling'), detail: order.maxTotal == null ? t('standing.noCeiling') : f.vnd(order.maxTotal) },
    ...(order.buyerPoNo ? [{ term: t('standing.poNo'), detail: order.buyerPoNo }] : []),
    ...(order.note ? [{ term: t('standing.note'), detail: order.note }] : []),
    { term: t('standing.responsible'), detail: `${order.responsibleName}. ${t('standing.responsibleHint')}` },
  ];
  return (
    <>
      <PageHeader
        back={{ href: '/orders/standing', label: t('standing.back') }}
        mark={order.isDemo && <DemoMark text={t('demo')} />}
        title={order.name}
        meta={
          <>
            <StageMark stage={order.stage} />
            <span>{t('standing.season', { from: f.date(order.validFrom), to: f.date(order.validTo) })}</span>
          </>
        }
        actions={<StandingMoves order={order} reload={reload} />}
      />
      {order.gone > 0 && isOpen && <Notice tone="warning">{t('standing.goneNote', { count: order.gone })}</Notice>}
      {coming && (
        <Notice tone="info">
          {t('standing.coming', {
            date: f.date(coming.validFrom),
            days: weekdays.list(coming.weekdays),
            count: coming.lineCount,
          })}
        </Notice>
      )}
      {isOpen && <DaysAhead order={order} />}
      <RulesTable rules={order.rules} />
      <PastDays order={order} />
      <Section title={t('standing.lines')} meta={t('standing.count', { count: order.lineCount })}>
        <Stack>
          <DescriptionList items={facts} />
          <SheetTable lines={order.lines} total={order.total} />
        </Stack>
      </Section>
    </>
  );
}

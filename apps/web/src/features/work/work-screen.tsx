import { useQuery } from '@apollo/client/react';
import { DEADLINE_GROUPS, groupByDeadline, instantMs } from '@lienket/domain';
import { LinkButton, PageHeader, WorkList, type WorkGroup } from '@lienket/ui';
import { graphql } from '../../gql';
import type { Workplace, WorkItemsQuery } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { work } from '../../shared/messages/vi/work';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { ExportButton } from '../../shared/screen/export-button';
import { PageTitle } from '../../shared/screen/page-title';
import { useMe } from '../../shared/session/session';
import { workRoute } from './work-route';

const WorkItemsDocument = graphql(`
  query WorkItems {
    workItems {
      id
      kind
      entityId
      title
      counterparty
      amount
      quantity
      dueAt
      since
    }
  }
`);

type Item = WorkItemsQuery['workItems'][number];

const next: Record<Workplace, string> = { SELLER: '/products', BUYER: '/catalog', OFFICER: '/board', OTHER: '/agreements' };
const soon = 2 * 86_400_000;

export default function WorkScreen() {
  const t = useText(work);
  const { workplace } = useMe();
  const query = useQuery(WorkItemsDocument, { fetchPolicy: 'cache-and-network' });
  const count = query.data?.workItems.length;
  return (
    <>
      <PageTitle>{t('work.title')}</PageTitle>
      <PageHeader
        title={t('work.title')}
        meta={count ? t('work.count', { count }) : undefined}
        actions={count ? <ExportButton list="work" /> : undefined}
      />
      <AsyncScreen query={query}>{({ workItems }) => <Items items={workItems} workplace={workplace} />}</AsyncScreen>
    </>
  );
}

function Items({ items, workplace }: { items: readonly Item[]; workplace: Workplace }) {
  const t = useText(work);
  const lineOf = useLine();
  const dated = items.map((item) => ({ ...item, dueAt: item.dueAt ?? null }));
  const grouped = groupByDeadline(dated, new Date());
  const groups: WorkGroup[] = DEADLINE_GROUPS.map((group) => ({
    id: group,
    heading: t(`work.group.${group}`),
    items: grouped[group].map(lineOf),
  }));
  return (
    <WorkList
      groups={groups}
      empty={{
        title: t('work.empty'),
        detail: t(`work.empty${workplace}`),
        action: <LinkButton href={next[workplace]}>{t(`work.next${workplace}`)}</LinkButton>,
      }}
    />
  );
}

/** One sentence, what it is about, until when, and one button. */
function useLine() {
  const t = useText(work);
  const f = useFormats();
  return (item: Item): WorkGroup['items'][number] => {
    const { kind, title, counterparty, amount, quantity, dueAt } = item;
    const left = dueAt ? instantMs(dueAt) - Date.now() : null;
    const isCertificate = kind.startsWith('CERTIFICATE_');
    // A certificate counts stars, everything else lines of goods.
    const counted = isCertificate ? 'work.stars' : 'work.lines';
    const details = [
      counterparty && kind !== 'PRODUCT_REVIEW' && (isCertificate ? counterparty : t('work.with', { counterparty })),
      amount != null && f.vnd(amount),
      quantity != null && quantity > 0 && t(counted, { count: quantity }),
      !dueAt && t('work.since', { day: f.date(item.since) }),
    ];
    return {
      id: item.id,
      sentence: t(`work.${kind}`, { title, counterparty: counterparty ?? '' }),
      detail: details.filter(Boolean).join(' · ') || undefined,
      due: dueAt ? t('work.due', { day: f.dateTime(dueAt), left: f.due(dueAt) }) : undefined,
      dueTone: left === null ? 'neutral' : left < 0 ? 'danger' : left < soon ? 'warning' : 'neutral',
      action: { label: t(`work.do.${kind}`), href: workRoute(item) },
    };
  };
}

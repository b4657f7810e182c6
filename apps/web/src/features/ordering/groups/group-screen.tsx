import { useQuery } from '@apollo/client/react';
import { DemoMark, DescriptionList, LinkButton, PageHeader, Section } from '@lienket/ui';
import { useParams } from 'react-router';
import type { OrderGroupQuery } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { groups } from '../../../shared/messages/vi/groups';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { useDemoMark } from '../../../shared/screen/demo-flag';
import { PageTitle } from '../../../shared/screen/page-title';
import { OrderTable } from '../order-table';
import { OpenDuesDocument } from '../ordering.operations';
import { GroupState } from './group-state';
import { OrderGroupDocument } from './groups.operations';

type Group = NonNullable<OrderGroupQuery['orderGroup']>;

/** What was placed at once with several sellers: the sums, and each order with whoever moves next. */
export default function GroupScreen() {
  const t = useText(groups);
  const { id = '' } = useParams();
  const query = useQuery(OrderGroupDocument, { variables: { id } });
  const group = query.data?.orderGroup;
  return (
    <>
      <PageTitle>{group ? t('groups.titleOf', { number: group.number }) : t('groups.title')}</PageTitle>
      <AsyncScreen query={query} missing={(data) => !data.orderGroup}>
        {(data) => <GroupPage group={data.orderGroup!} />}
      </AsyncScreen>
    </>
  );
}

/** All of it in the sheet again, at today's prices; a seller stands once, however many of the orders are his. */
function againHref({ orders }: Group): string {
  const [first = '', ...others] = new Set(orders.map(({ seller }) => seller.id));
  const also = others.length ? `&also=${others.join(',')}` : '';
  return `/orders/new?seller=${first}${also}&again=${orders.map(({ id }) => id).join(',')}`;
}

function GroupPage({ group }: { group: Group }) {
  const t = useText(groups);
  const f = useFormats();
  useDemoMark(group.isDemo);
  const dues = useQuery(OpenDuesDocument, { variables: { side: 'BUYER' } }).data?.paymentRequests.edges ?? [];
  const orders = group.orders.map((order) => ({
    ...order,
    paymentRequests: dues.map(({ node }) => node).filter(({ orderNumber }) => orderNumber === order.number),
  }));
  const facts = [
    { term: t('groups.ordered'), detail: f.vnd(group.orderedTotal) },
    { term: t('groups.confirmed'), detail: f.vnd(group.confirmedTotal) },
    { term: t('groups.accepted'), detail: f.vnd(group.acceptedTotal) },
    { term: t('groups.requestedOn'), detail: f.date(group.requestedOn) },
    { term: t('groups.poNo'), detail: group.buyerPoNo ?? t('groups.noPo') },
    ...(group.note ? [{ term: t('groups.note'), detail: group.note }] : []),
  ];
  return (
    <>
      <PageHeader
        back={{ href: '/orders/groups', label: t('groups.back') }}
        mark={group.isDemo && <DemoMark text={t('demo')} />}
        title={t('groups.titleOf', { number: group.number })}
        meta={
          <>
            <GroupState group={group} />
            <span>{t('groups.placedBy', { name: group.placedByName, date: f.dateTime(group.placedAt) })}</span>
          </>
        }
        actions={<LinkButton href={againHref(group)}>{t('groups.again')}</LinkButton>}
      />
      <Section
        title={t('groups.orders')}
        meta={`${t('groups.count', { count: group.orderCount })} · ${t('groups.lines', { count: group.lineCount })}`}
      >
        <DescriptionList items={facts} />
        <OrderTable orders={orders} side="BUYER" />
      </Section>
    </>
  );
}

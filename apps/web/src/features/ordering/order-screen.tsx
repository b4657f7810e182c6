import { useQuery } from '@apollo/client/react';
import { DemoMark, DescriptionList, PageHeader, Section, Split, StatusMark } from '@lienket/ui';
import { Link } from '@lienket/ui';
import { useParams } from 'react-router';
import type { OrderPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { ordering } from '../../shared/messages/vi/ordering';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { Stamps } from '../../shared/assistance/stamps';
import { ThreadSection } from '../../shared/threads/thread-section';
import { OrderChanges } from './changes/order-changes';
import { CounterOffer } from './counter-offer';
import { OrderAgreementOffer } from './order-agreement-offer';
import { OrderActions } from './order-actions';
import { OrderDiary } from './order-diary';
import { OrderLines, OrderTotals } from './order-lines';
import { moveOf } from './order-move';
import { OrderPool } from './order-pool';
import { OrderPayments, OrderShipments } from './order-parts';
import { orderTone } from './order-tone';
import { OrderDocument } from './ordering.operations';
import { OrderWaivers } from './waivers/order-waivers';
import { useMoveSentence } from './use-move-sentence';
import s from './ordering.module.css';

export default function OrderScreen() {
  const t = useText(ordering);
  const { id = '' } = useParams();
  const query = useQuery(OrderDocument, { variables: { id } });
  return (
    <>
      <PageTitle>{query.data?.order ? t('order.title', { number: query.data.order.number }) : t('orders.title')}</PageTitle>
      <AsyncScreen query={query} missing={(data) => !data.order}>
        {(data) => <OrderPage order={data.order!} reload={() => void query.refetch()} />}
      </AsyncScreen>
    </>
  );
}

function OrderPage({ order, reload }: { order: OrderPartsFragment; reload: () => void }) {
  const t = useText(ordering);
  const f = useFormats();
  const say = useMoveSentence();
  useDemoMark(order.isDemo);
  const move = moveOf(order, f.today());
  const words = say(order, move);
  return (
    <>
      <PageHeader
        back={{ href: '/orders', label: t('order.back') }}
        mark={order.isDemo && <DemoMark text={t('demo')} />}
        title={t('order.title', { number: order.number })}
        meta={
          <>
            <StatusMark tone={orderTone[order.status]}>{t(`orderStatus.${order.status}`)}</StatusMark>
            <span>{t('order.between', { buyer: order.buyer.shortName, seller: order.seller.shortName })}</span>
            <span>{t('order.placedBy', { name: order.placedByName, date: f.dateTime(order.placedAt) })}</span>
          </>
        }
      />
      <p className={words.mine ? `${s.turn} ${s.mine}` : s.turn}>
        <b>{move ? t('move.turn', { move: words.move }) : words.move}</b>
        {words.due && <span className={move?.overdue ? s.late : s.under}>{words.due}</span>}
      </p>
      <Stamps stamps={order.stamps} />
      {order.status === 'COUNTERED' && <CounterOffer order={order} />}
      <OrderActions order={order} reload={reload} />
      <OrderAgreementOffer order={order} reload={reload} />
      <OrderChanges order={order} reload={reload} />
      <OrderWaivers order={order} />
      <Section title={t('order.lines')} meta={t('order.vatNote')}>
        <OrderTotals order={order} />
        <OrderLines order={order} />
      </Section>
      <OrderPool order={order} />
      <Split
        main={
          <>
            <OrderShipments order={order} />
            <OrderPayments order={order} />
            <ThreadSection documentType="ORDER" documentId={order.id} between={[order.seller.id, order.buyer.id]} />
          </>
        }
        side={
          <>
            <Section title={t('order.facts')}>
              <OrderFacts order={order} />
            </Section>
            <Section title={t('order.diary')}>
              <OrderDiary entries={order.diary} />
            </Section>
          </>
        }
      />
    </>
  );
}

function OrderFacts({ order }: { order: OrderPartsFragment }) {
  const t = useText(ordering);
  const f = useFormats();
  const { contract, mou, group } = order;
  const items = [
    { term: t('order.requestedOn'), detail: f.date(order.requestedOn) },
    { term: t('order.place'), detail: order.deliveryPlace },
    order.buyerPoNo && { term: t('order.poNo'), detail: order.buyerPoNo },
    group && { term: t('order.group'), detail: <Link href={`/orders/groups/${group.id}`}>{group.number}</Link> },
    contract && { term: t('order.contract'), detail: <Link href={`/contracts/${contract.id}`}>{contract.number}</Link> },
    mou && { term: t('order.mou'), detail: <Link href={`/agreements/${mou.id}`}>{`${mou.registerNo} · ${mou.title}`}</Link> },
    {
      term: t('order.term'),
      detail: t(order.paymentBase ? `order.termFrom.${order.paymentBase}` : 'order.termDays', { days: order.paymentTermDays }),
    },
    order.note && { term: t('order.note'), detail: order.note },
    order.cutoffAt &&
      ['PLACED', 'COUNTERED', 'CONFIRMED'].includes(order.status) && {
        term: t('order.cutoffAt'),
        detail: f.dateTime(order.cutoffAt),
      },
    order.closeReason && { term: t('order.closeReason'), detail: order.closeReason },
  ].filter((item) => Boolean(item));
  return <DescriptionList items={items as { term: string; detail: string }[]} />;
}

import { useQuery } from '@apollo/client/react';
import { DemoMark, Figure, Figures, LinkButton, Notice, PageHeader, Section, Split, StatusMark } from '@lienket/ui';
import { Link } from '@lienket/ui';
import { FileDown } from 'lucide-react';
import { useParams } from 'react-router';
import type { PaymentRequestPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { billing } from '../../shared/messages/vi/billing';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { useMe } from '../../shared/session/session';
import { ThreadSection } from '../../shared/threads/thread-section';
import { declaredAmount, stillOpen } from './amounts';
import { BankTransfer } from './bank-transfer';
import { PaymentRequestDocument } from './billing.operations';
import { CardPayment } from './card-payment';
import { DeclareForm } from './declare-form';
import { PaymentLines } from './payment-lines';
import { RequestDocuments } from './request-documents';
import { statusTone } from './payment-table';
import { Transfers } from './transfers';
import s from './billing.module.css';

export default function PaymentScreen() {
  const t = useText(billing);
  const { id = '' } = useParams();
  const query = useQuery(PaymentRequestDocument, { variables: { id } });
  return (
    <>
      <PageTitle>{t('payment.title', { number: query.data?.paymentRequest?.number ?? '' })}</PageTitle>
      <AsyncScreen query={query} missing={(data) => !data.paymentRequest}>
        {(data) => <PaymentPage request={data.paymentRequest!} reload={() => void query.refetch()} />}
      </AsyncScreen>
    </>
  );
}

function PaymentPage({ request, reload }: { request: PaymentRequestPartsFragment; reload: () => void }) {
  const t = useText(billing);
  const f = useFormats();
  const me = useMe();
  useDemoMark(request.seller.isDemo);
  const open = stillOpen(request);
  const declared = declaredAmount(request.payments);
  const name = (side: { id: string; shortName: string }) => (side.id === me.organization.id ? t('payment.you') : side.shortName);
  const turn =
    request.status === 'PAID'
      ? t('payment.turn.none')
      : declared > 0n
        ? t('payment.turn.seller', { who: name(request.seller) })
        : t('payment.turn.buyer', { who: name(request.buyer) });
  const declare = request.availableActions.find(({ action }) => action === 'paymentDeclare');
  const payer = request.buyer.id === me.organization.id;
  const how = (
    <Section title={t('payment.how')}>
      <BankTransfer request={request} />
    </Section>
  );
  const transfers = (
    <Section title={t('payment.transfers')}>
      <Transfers request={request} reload={reload} />
    </Section>
  );
  return (
    <>
      <PageHeader
        back={{ href: '/payments', label: t('payment.back') }}
        mark={request.seller.isDemo && <DemoMark text={t('demo')} />}
        title={t('payment.title', { number: request.number })}
        meta={
          <>
            <StatusMark tone={request.overdue ? 'danger' : statusTone[request.status]}>
              {t(`payment.status.${request.status}`)}
            </StatusMark>
            <span>{t('payment.between', { buyer: request.buyer.shortName, seller: request.seller.shortName })}</span>
            <Link href={`/orders/${request.orderId}`}>{t('payment.order', { number: request.orderNumber })}</Link>
            <span>{t('payment.issued', { date: f.date(request.issuedAt) })}</span>
          </>
        }
        actions={
          <LinkButton href={request.documentUrl} icon={<FileDown />} target="_blank" rel="noreferrer">
            {t('payment.pdf')}
          </LinkButton>
        }
      />
      <Notice tone={request.status === 'PAID' ? 'success' : request.overdue ? 'danger' : 'warning'} title={turn}>
        {t(`payment.truth.${request.status}`, {
          declared: f.vnd(declared),
          seller: name(request.seller),
          paid: f.vnd(request.paidAmount),
          open: f.vnd(open),
        })}
      </Notice>
      <div className={s.figures}>
        <Figures>
          <Figure
            size="large"
            label={t('payment.total')}
            value={f.vnd(request.owed)}
            detail={[
              t('payment.dueOn', { date: f.date(request.dueOn), due: f.due(request.dueOn) }),
              BigInt(request.notedAmount) !== 0n &&
                t('payment.noted', { total: f.vnd(request.total), noted: f.vnd(request.notedAmount) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
          <Figure size="large" label={t('payment.open')} value={f.vnd(open)} />
          <Figure label={t('payment.paid')} value={f.vnd(request.paidAmount)} />
        </Figures>
      </div>
      <p className={s.words}>{t('payment.inWords', { words: request.totalInWords })}</p>
      <Split
        main={
          <>
            {/* A payer first pays, then says so; whoever collects first looks at what was said. */}
            {payer && open > 0n && how}
            {declare?.allowed && (
              <Section title={t('payment.declare')}>
                <DeclareForm key={request.version} request={request} reload={reload} />
              </Section>
            )}
            {declare && !declare.allowed && request.status !== 'PAID' && <p className={s.small}>{declare.reason}</p>}
            {!payer && transfers}
            <RequestDocuments request={request} reload={reload} />
            <ThreadSection
              documentType="PAYMENT_REQUEST"
              documentId={request.id}
              between={[request.seller.id, request.buyer.id]}
            />
            {(!payer || open === 0n) && <Goods request={request} />}
          </>
        }
        side={
          <>
            {payer && transfers}
            {!payer && open > 0n && how}
            {(open > 0n || request.cardPayment) && <CardPayment request={request} reload={reload} />}
          </>
        }
      />
      {payer && open > 0n && <Goods request={request} />}
    </>
  );
}

function Goods({ request }: { request: PaymentRequestPartsFragment }) {
  const t = useText(billing);
  return (
    <Section title={t('payment.lines')}>
      <PaymentLines request={request} />
      <p className={s.small}>{t('payment.notInvoice')}</p>
    </Section>
  );
}

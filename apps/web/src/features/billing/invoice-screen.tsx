import { useQuery } from '@apollo/client/react';
import {
  Button,
  Cluster,
  DemoMark,
  DescriptionList,
  Figure,
  Figures,
  Link,
  LinkButton,
  Notice,
  PageHeader,
  Section,
  StatusMark,
} from '@lienket/ui';
import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { InvoicePartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { invoices } from '../../shared/messages/vi/invoices';
import { AsyncScreen } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { ThreadSection } from '../../shared/threads/thread-section';
import { DecideDialog } from './invoice-decide';
import { DifferenceTable, InvoiceLineTable } from './invoice-tables';
import { InvoiceDocument } from './invoice.operations';
import { invoiceTone } from './invoices-screen';
import s from './billing.module.css';

export default function InvoiceScreen() {
  const t = useText(invoices);
  const { id = '' } = useParams();
  const query = useQuery(InvoiceDocument, { variables: { id } });
  const found = query.data?.invoice;
  return (
    <>
      <PageTitle>{found ? t('invoices.name', { symbol: found.symbol, number: found.number }) : t('invoices.title')}</PageTitle>
      <AsyncScreen query={query} missing={(data) => !data.invoice}>
        {(data) => <InvoicePage invoice={data.invoice!} reload={() => void query.refetch()} />}
      </AsyncScreen>
    </>
  );
}

function InvoicePage({ invoice, reload }: { invoice: InvoicePartsFragment; reload: () => void }) {
  const t = useText(invoices);
  const f = useFormats();
  const [asking, setAsking] = useState<'approve' | 'return' | null>(null);
  useDemoMark(invoice.seller.isDemo);
  const may = (name: string) => invoice.availableActions.find(({ action }) => action === name);
  const [approve, replace] = [may('invoiceApprove'), may('invoiceReplace')];
  const name = t('invoices.name', { symbol: invoice.symbol, number: invoice.number });
  return (
    <>
      <PageHeader
        back={{ href: '/invoices', label: t('invoices.title') }}
        mark={invoice.seller.isDemo && <DemoMark text={t('demo')} />}
        title={t('invoice.title', { name })}
        meta={
          <>
            <StatusMark tone={invoiceTone[invoice.state]}>{t(`invoice.state.${invoice.state}`)}</StatusMark>
            <span>{t('invoice.between', { seller: invoice.seller.shortName, buyer: invoice.buyer.shortName })}</span>
            <Link href={`/payments/${invoice.paymentRequestId}`}>{t('invoice.request', { number: invoice.requestNumber })}</Link>
            <Link href={`/orders/${invoice.orderId}`}>{t('invoice.order', { number: invoice.orderNumber })}</Link>
          </>
        }
        actions={
          <>
            {invoice.xmlUrl && (
              <LinkButton href={invoice.xmlUrl} icon={<FileDown />} target="_blank" rel="noreferrer">
                {t('invoice.xml')}
              </LinkButton>
            )}
            {replace?.allowed && (
              <LinkButton href={`/invoices/new?request=${invoice.paymentRequestId}&replaces=${invoice.id}`}>
                {t('invoice.replace')}
              </LinkButton>
            )}
          </>
        }
      />
      <Notice
        tone={
          invoice.state === 'EXCEPTION'
            ? 'warning'
            : invoice.state === 'RETURNED'
              ? 'danger'
              : invoice.state === 'REPLACED'
                ? 'info'
                : 'success'
        }
        title={t(`invoice.truth.${invoice.state}`)}
      >
        {invoice.decisionReason
          ? t('invoice.reasonGiven', { reason: invoice.decisionReason })
          : t(`invoice.next.${invoice.state}`)}
        {invoice.replacedById && <Link href={`/invoices/${invoice.replacedById}`}>{t('invoice.replacedBy')}</Link>}
      </Notice>
      <div className={s.figures}>
        <Figures>
          <Figure
            size="large"
            label={t('invoice.total')}
            value={f.vnd(invoice.total)}
            detail={t('invoice.parts', { net: f.vnd(invoice.netAmount), vat: f.vnd(invoice.vatAmount) })}
          />
          <Figure
            label={t('invoice.owed')}
            value={f.vnd(invoice.requestOwed)}
            detail={t('invoice.dueOn', { date: f.date(invoice.dueOn) })}
          />
          <Figure label={t('invoice.paid')} value={f.vnd(invoice.requestPaid)} />
        </Figures>
      </div>
      <Section title={t('invoice.match')} meta={invoice.differences.length > 0 ? f.count(invoice.differences.length) : undefined}>
        {invoice.differences.length === 0 ? <p>{t('invoice.noDifference')}</p> : <DifferenceTable invoice={invoice} />}
        {approve && (
          <Cluster>
            <Button variant="primary" disabled={!approve.allowed} onClick={() => setAsking('approve')}>
              {t('invoice.approve')}
            </Button>
            <Button disabled={!approve.allowed} onClick={() => setAsking('return')}>
              {t('invoice.return')}
            </Button>
            {!approve.allowed && <span className={s.small}>{approve.reason}</span>}
          </Cluster>
        )}
      </Section>
      <Section title={t('invoice.lines')}>
        <InvoiceLineTable invoice={invoice} />
      </Section>
      <ThreadSection documentType="INVOICE" documentId={invoice.id} between={[invoice.seller.id, invoice.buyer.id]} />
      <Section title={t('invoice.record')}>
        <DescriptionList
          columns={2}
          items={[
            { term: t('invoice.symbol'), detail: invoice.symbol },
            { term: t('invoice.number'), detail: invoice.number },
            { term: t('invoice.issuedOn'), detail: f.date(invoice.issuedOn) },
            { term: t('invoice.lookup'), detail: invoice.lookupCode ?? t('invoice.unknown') },
            { term: t('invoice.authority'), detail: invoice.authorityCode ?? t('invoice.unknown') },
            {
              term: t('invoice.receipt'),
              detail: t('invoice.receiptOf', { number: invoice.receiptNumber, date: f.date(invoice.receivedOn) }),
            },
            { term: t('invoice.recordedAt'), detail: f.dateTime(invoice.recordedAt) },
          ]}
        />
        <p className={s.small}>{t('invoice.notOurs')}</p>
      </Section>
      {asking && (
        <DecideDialog key={asking} decision={asking} invoice={invoice} reload={reload} onClose={() => setAsking(null)} />
      )}
    </>
  );
}

import { useMutation } from '@apollo/client/react';
import {
  Cluster,
  ErrorState,
  Figure,
  Figures,
  Notice,
  PageHeader,
  PrintButton,
  Section,
  Skeleton,
  Stack,
  Table,
} from '@lienket/ui';
import { useCallback, useEffect, useRef } from 'react';
import { useParams } from 'react-router';
import type { EvidencePackPartsFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { evidence } from '../../shared/messages/vi/evidence';
import { FailureState } from '../../shared/screen/async-screen';
import { useDemoMark } from '../../shared/screen/demo-flag';
import { PageTitle } from '../../shared/screen/page-title';
import { EvidenceOpenDocument } from './evidence.operations';
import s from './credit.module.css';

/** The figures. To open them is an act that is written down, so the screen asks once, by a mutation. */
export default function EvidenceScreen() {
  const t = useText(evidence);
  const { id = '', consentId = '' } = useParams();
  const [open, { data, error, loading }] = useMutation(EvidenceOpenDocument);
  const asked = useRef(false);
  const ask = useCallback(
    () => open({ variables: { input: { clientKey: crypto.randomUUID(), consentId } } }).catch(() => undefined),
    [open, consentId],
  );
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void ask();
  }, [ask]);
  const answer = data?.evidenceOpen;
  const pack = answer?.__typename === 'EvidencePack' ? answer : null;
  useDemoMark(pack?.isDemo === true);
  const back = { href: `/credits/${id}`, label: t('evidence.back') };
  return (
    <>
      <PageTitle>{t('evidence.title')}</PageTitle>
      {pack ? (
        <Pack pack={pack} back={back} />
      ) : (
        <>
          <PageHeader title={t('evidence.title')} back={back} />
          {error ? (
            <FailureState error={error} onRetry={() => void ask()} retrying={loading} />
          ) : answer ? (
            <ErrorState title={t('evidence.gone')} detail={t('evidence.goneDetail')} />
          ) : (
            <Skeleton kind="rows" count={6} label={t('evidence.opening')} />
          )}
        </>
      )}
    </>
  );
}

function Pack({ pack, back }: { pack: EvidencePackPartsFragment; back: { href: string; label: string } }) {
  const t = useText(evidence);
  const f = useFormats();
  const { deliveries, payments, openOrders, periodFrom } = pack.content;
  const days = (value: number | null | undefined) =>
    value === null || value === undefined ? t('evidence.noDays') : t('evidence.days', { days: f.count(value) });
  const month = (value: string) => f.monthYear(`${value}-01`);
  const qtys = (list: readonly { unit: string; qty: string }[]) => list.map(({ unit, qty }) => f.quantity(qty, unit)).join('; ');
  return (
    <>
      <PageHeader
        title={t('evidence.of', { borrower: pack.borrower })}
        back={back}
        meta={t('evidence.packMeta', {
          from: f.date(periodFrom),
          cutOff: f.dateTime(pack.cutOff),
          until: f.date(pack.expiresOn),
        })}
        actions={
          <Cluster>
            <a href={`/evidence-files/${pack.id}.pdf`}>{t('evidence.pdf')}</a>
            <a href={`/evidence-files/${pack.id}.json`}>{t('evidence.json')}</a>
          </Cluster>
        }
      />
      <Notice tone="info">{t('evidence.noScore')}</Notice>
      {deliveries && (
        <Section title={t('evidenceScope.DELIVERIES')}>
          <Stack>
            <Figures>
              <Figure
                label={t('evidence.deliveredValue')}
                value={f.vnd(deliveries.value)}
                detail={t('evidence.ofBuyers', { lines: f.count(deliveries.lines), buyers: f.count(deliveries.buyers) })}
              />
            </Figures>
            {deliveries.months.length > 0 && (
              <Table
                caption={t('evidence.byMonth')}
                rows={deliveries.months}
                rowKey={(row) => row.month}
                columns={[
                  { key: 'month', header: t('evidence.month'), width: 120, primary: true, cell: (row) => month(row.month) },
                  { key: 'qty', header: t('evidence.accepted'), cell: (row) => qtys(row.quantities) },
                  { key: 'value', header: t('evidence.value'), width: 180, numeric: true, cell: (row) => f.vnd(row.value) },
                ]}
              />
            )}
            {deliveries.goods.length > 0 && (
              <Table
                caption={t('evidence.byGoods')}
                rows={deliveries.goods}
                rowKey={(row) => `${row.name} ${row.unit}`}
                columns={[
                  { key: 'goods', header: t('evidence.goods'), primary: true, cell: (row) => row.name },
                  {
                    key: 'accepted',
                    header: t('evidence.accepted'),
                    width: 150,
                    numeric: true,
                    cell: (row) => f.quantity(row.accepted, row.unit),
                  },
                  {
                    key: 'rejected',
                    header: t('evidence.rejected'),
                    width: 150,
                    numeric: true,
                    cell: (row) => f.quantity(row.rejected, row.unit),
                  },
                  { key: 'value', header: t('evidence.value'), width: 180, numeric: true, cell: (row) => f.vnd(row.value) },
                ]}
              />
            )}
          </Stack>
        </Section>
      )}
      {payments && (
        <Section title={t('evidenceScope.PAYMENTS')}>
          <Figures>
            <Figure
              label={t('evidence.invoiced')}
              value={f.vnd(payments.invoiced)}
              detail={t('evidence.requests', { count: f.count(payments.requests) })}
            />
            <Figure label={t('evidence.paid')} value={f.vnd(payments.paid)} />
            <Figure
              label={t('evidence.left')}
              value={f.vnd(payments.open)}
              detail={t('evidence.overdue', { amount: f.vnd(payments.overdue) })}
            />
            <Figure
              label={t('evidence.realDays')}
              value={days(payments.medianRealDays)}
              unknown={payments.settled === 0}
              detail={t('evidence.promisedDays', { days: days(payments.medianPromisedDays), settled: f.count(payments.settled) })}
            />
            <Figure
              label={t('evidence.onTime')}
              value={t('evidence.onTimeOf', { count: f.count(payments.onTime), due: f.count(payments.due) })}
            />
          </Figures>
        </Section>
      )}
      {openOrders && (
        <Section title={t('evidenceScope.OPEN_ORDERS')}>
          <Stack>
            <Figures>
              <Figure
                label={t('evidence.openValue')}
                value={f.vnd(openOrders.value)}
                detail={t('evidence.openOf', { orders: f.count(openOrders.orders), buyers: f.count(openOrders.buyers) })}
              />
            </Figures>
            {openOrders.months.length > 0 && (
              <Table
                caption={t('evidence.byPromise')}
                rows={openOrders.months}
                rowKey={(row) => row.month}
                columns={[
                  { key: 'month', header: t('evidence.month'), width: 120, primary: true, cell: (row) => month(row.month) },
                  { key: 'qty', header: t('evidence.toDeliver'), cell: (row) => qtys(row.quantities) },
                  { key: 'value', header: t('evidence.value'), width: 180, numeric: true, cell: (row) => f.vnd(row.value) },
                ]}
              />
            )}
          </Stack>
        </Section>
      )}
      <p className={s.under}>
        {t('evidence.hash')} <code className={s.hash}>{pack.sha256}</code>
      </p>
      <PrintButton label={t('action.print')} variant="quiet" data-print="hide" />
    </>
  );
}

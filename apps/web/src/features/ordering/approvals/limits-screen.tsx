import { useQuery } from '@apollo/client/react';
import { Button, ConfirmDialog, EmptyState, PageHeader, StatusMark, Table, type TableColumn, toast } from '@lienket/ui';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { PurchaseLimitsQuery } from '../../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../../shared/forms/form-parts';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { approvals } from '../../../shared/messages/vi/approvals';
import { AsyncScreen } from '../../../shared/screen/async-screen';
import { PageTitle } from '../../../shared/screen/page-title';
import { useMe, useSession } from '../../../shared/session/session';
import s from '../ordering.module.css';
import { PurchaseLimitEndDocument, PurchaseLimitsDocument } from './approvals.operations';
import { LimitDialog } from './limit-dialog';

type Limit = PurchaseLimitsQuery['purchaseLimits'][number];

/** What the buyer's people may order without asking; everybody sees the rules, managers set them. */
export default function LimitsScreen() {
  const t = useText(approvals);
  const query = useQuery(PurchaseLimitsDocument);
  const { organization } = useMe();
  const { may } = useSession();
  const [adding, setAdding] = useState(false);
  const mayEdit = may('order.limit', { buyerOrgId: organization.id });
  const add = mayEdit && (
    <Button variant="primary" icon={<Plus />} onClick={() => setAdding(true)}>
      {t('limits.add')}
    </Button>
  );
  return (
    <>
      <PageTitle>{t('limits.title')}</PageTitle>
      <PageHeader
        back={{ href: '/orders/requests', label: t('requests.back') }}
        title={t('limits.title')}
        meta={t('limits.lead')}
        actions={add}
      />
      <AsyncScreen query={query} empty={(data) => data.purchaseLimits.length === 0 && <EmptyState title={t('limits.none')} />}>
        {(data) => <LimitTable rows={data.purchaseLimits} mayEdit={mayEdit} reload={() => void query.refetch()} />}
      </AsyncScreen>
      {adding && <LimitDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function LimitTable({ rows, mayEdit, reload }: { rows: readonly Limit[]; mayEdit: boolean; reload: () => void }) {
  const t = useText(approvals);
  const f = useFormats();
  const [ending, setEnding] = useState<Limit | null>(null);
  const form = useMutationForm(PurchaseLimitEndDocument, {
    form: `limit-end-${ending?.id ?? ''}`,
    pick: (data) => data.purchaseLimitEnd,
    stale: ['purchaseLimits'],
    onDone: () => toast.success(t('limits.ended')),
  });
  const today = f.today();
  const stateOf = (row: Limit) => (row.inForce ? 'now' : row.validFrom > today ? 'later' : 'over');
  const tones = { now: 'success', later: 'info', over: 'neutral' } as const;
  const columns: TableColumn<Limit>[] = [
    {
      key: 'who',
      header: t('limits.who'),
      primary: true,
      cell: (row) =>
        row.personName ?? (row.role === 'BUYER' || row.role === 'BUYER_MANAGER' ? t(`limits.role.${row.role}`) : t('limits.all')),
    },
    { key: 'order', header: t('limits.perOrder'), numeric: true, cell: (row) => row.perOrder != null && f.vnd(row.perOrder) },
    {
      key: 'period',
      header: t('limits.perPeriod'),
      numeric: true,
      cell: (row) =>
        row.perPeriod != null &&
        row.period && (
          <span>
            {t(`limits.of.${row.period}`, { amount: f.vnd(row.perPeriod) })}
            {row.spent != null && row.periodTo && (
              <span className={s.under}>{t('limits.spent', { amount: f.vnd(row.spent), date: f.date(row.periodTo) })}</span>
            )}
          </span>
        ),
    },
    {
      key: 'valid',
      header: t('limits.valid'),
      cell: (row) =>
        row.validTo
          ? t('limits.fromTo', { from: f.date(row.validFrom), to: f.date(row.validTo) })
          : t('limits.from', { from: f.date(row.validFrom) }),
    },
    {
      key: 'state',
      header: t('limits.state'),
      cell: (row) => <StatusMark tone={tones[stateOf(row)]}>{t(`limits.${stateOf(row)}`)}</StatusMark>,
    },
    ...(mayEdit
      ? [
          {
            key: 'end',
            header: '',
            cell: (row: Limit) =>
              stateOf(row) !== 'over' && (
                <Button size="small" onClick={() => setEnding(row)}>
                  {t('limits.end')}
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <>
      <FormErrors form={form} />
      <Table caption={t('limits.title')} captionHidden density="compact" columns={columns} rows={rows} rowKey={(row) => row.id} />
      <ConfirmDialog
        open={ending !== null}
        onOpenChange={(open) => !open && setEnding(null)}
        title={t('limits.endTitle')}
        description={t('limits.endDetail')}
        confirmLabel={t('limits.end')}
        cancelLabel={t('action.cancel')}
        danger
        onConfirm={() => {
          const limit = ending!;
          setEnding(null);
          void form.submit((clientKey) => ({ input: { clientKey, id: limit.id, version: limit.version } }));
        }}
      />
      <ConflictDialog form={form} onReload={reload} />
    </>
  );
}

import { Button, Cluster, Link, StatusMark, Table, toast, type Tone } from '@lienket/ui';
import { useState } from 'react';
import type { AssistedActPartsFragment, AssistedActState } from '../../gql/graphql';
import { operationKey } from '../../shared/assistance/operation-key';
import { FormErrors } from '../../shared/forms/form-parts';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { assistance } from '../../shared/messages/vi/assistance';
import { useMe } from '../../shared/session/session';
import { ActDialog } from './act-dialog';
import { ASSISTANCE_LISTS, AssistedActsConfirmDocument } from './assistance.operations';
import s from './assistance.module.css';

type Row = AssistedActPartsFragment;
const TONES: Record<AssistedActState, Tone> = { WAITING: 'warning', CONFIRMED: 'success', DENIED: 'danger', SETTLED: 'neutral' };

export function ActTable({ rows, named }: { rows: readonly Row[]; named: boolean }) {
  const t = useText(assistance);
  const f = useFormats();
  const me = useMe();
  const [open, setOpen] = useState<Row | null>(null);
  const acts = rows.some(({ mayAnswer, maySettle }) => mayAnswer || maySettle);
  return (
    <>
      <Table
        caption={t('acts.title')}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'act',
            header: t('acts.act'),
            primary: true,
            cell: (row) => (
              <span>
                {t(operationKey(row.operation))}
                {row.title && ': '}
                {row.title && (row.link && me.workplace === 'SELLER' ? <Link href={row.link}>{row.title}</Link> : row.title)}
                <span className={s.under}>
                  {[named && row.organization.name, f.dateTime(row.at)].filter(Boolean).join(' · ')}
                </span>
              </span>
            ),
          },
          { key: 'officer', header: t('acts.by'), width: 180, cell: ({ officer }) => officer },
          { key: 'state', header: t('acts.state'), width: 260, cell: (row) => <Word row={row} /> },
          ...(acts
            ? [
                {
                  key: 'do',
                  header: t('assistance.actions'),
                  width: 250,
                  cell: (row: Row) => (
                    <Cluster>
                      {row.mayAnswer && <Confirm row={row} />}
                      {row.mayAnswer && (
                        <Button aria-label={`${t('acts.deny')}: ${nameOf(row, t)}`} onClick={() => setOpen(row)}>
                          {t('acts.deny')}
                        </Button>
                      )}
                      {row.maySettle && <Button onClick={() => setOpen(row)}>{t('acts.settle')}</Button>}
                    </Cluster>
                  ),
                },
              ]
            : []),
        ]}
      />
      {open && <ActDialog act={open} onClose={() => setOpen(null)} />}
    </>
  );
}

/** The act in a few words, for whoever hears its buttons without their row. */
const nameOf = (row: Row, t: ReturnType<typeof useText<keyof typeof assistance>>) =>
  [t(operationKey(row.operation)), row.title].filter(Boolean).join(' ');

function Word({ row }: { row: Row }) {
  const t = useText(assistance);
  const f = useFormats();
  const said = [
    row.answeredBy && t('acts.answered', { name: row.answeredBy, at: f.dateTime(row.answeredAt!) }),
    row.reason,
    row.settledBy && t('acts.answered', { name: row.settledBy, at: f.dateTime(row.settledAt!) }),
    row.settledNote,
  ].filter(Boolean);
  return (
    <span>
      <StatusMark tone={TONES[row.state]}>{t(`actState.${row.state}`)}</StatusMark>
      {said.map((words) => (
        <span key={words} className={s.under}>
          {words}
        </span>
      ))}
    </span>
  );
}

function Confirm({ row }: { row: Row }) {
  const t = useText(assistance);
  const form = useMutationForm(AssistedActsConfirmDocument, {
    form: `act-confirm-${row.id}`,
    pick: (data) => data.assistedActsConfirm,
    stale: ASSISTANCE_LISTS,
    onDone: () => toast.success(t('acts.confirmed', { count: 1 })),
  });
  const send = () => void form.submit((clientKey) => ({ input: { clientKey, ids: [row.id] } }));
  return (
    <>
      <FormErrors form={form} />
      <Button variant="primary" loading={form.busy} aria-label={`${t('acts.confirm')}: ${nameOf(row, t)}`} onClick={send}>
        {t('acts.confirm')}
      </Button>
    </>
  );
}

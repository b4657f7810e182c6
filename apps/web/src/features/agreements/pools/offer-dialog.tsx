import { Field, FieldRow, NumberInput, Select, TextArea, toast } from '@lienket/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { OrganizationPartsFragment, SupplyPoolPartsFragment } from '../../../gql/graphql';
import { OrganizationCombobox } from '../../../shared/agreements/organization-combobox';
import { useTypedNumbers } from '../../../shared/forms/typed-numbers';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useText } from '../../../shared/i18n/use-text';
import { pools } from '../../../shared/messages/vi/pools';
import { ActionDialog } from '../../../shared/forms/action-dialog';
import { AFTER_POOL, PoolOfferDocument } from './pool.operations';

export interface OfferLine {
  readonly id: string;
  readonly kind: 'CONTRACT' | 'MOU';
  readonly label: string;
  readonly unit: string;
}

interface Props {
  /** To make a pool: the lines there are. */
  lines?: readonly OfferLine[];
  /** To invite into one. */
  pool?: SupplyPoolPartsFragment;
  onClose: () => void;
  onReload: () => void;
}

const PRIORITIES = Array.from({ length: 9 }, (_, index) => String(index + 1));

/** Invites one cooperative to a share; the first invitation of a line makes its pool. */
export function OfferDialog({ lines = [], pool, onClose, onReload }: Props) {
  const t = useText(pools);
  const go = useNavigate();
  const numbers = useTypedNumbers();
  const [lineId, setLineId] = useState(lines[0]?.id ?? '');
  const [member, setMember] = useState<OrganizationPartsFragment | null>(null);
  const [priority, setPriority] = useState('1');
  const [amounts, setAmounts] = useState({ target: '', max: '', week: '' });
  const [note, setNote] = useState('');
  const line = lines.find(({ id }) => id === lineId);
  const unit = pool?.baseUnit ?? line?.unit;
  const form = useMutationForm(PoolOfferDocument, {
    form: `pool-offer-${pool?.id ?? 'new'}`,
    pick: (data) => data.supplyPoolOffer,
    stale: AFTER_POOL,
    onDone: (saved) => {
      toast.success(t('pool.saved'));
      onClose();
      if (!pool) void go(`/pools/${saved.id}`);
    },
  });
  const send = () => {
    const [target, max] = [numbers.quantity(amounts.target), numbers.quantity(amounts.max || amounts.target)];
    const week = amounts.week.trim() ? numbers.quantity(amounts.week) : null;
    const fine = form.check({
      '0.memberOrgId': member ? null : t('form.required'),
      '0.targetQty': target.ok ? null : target.message,
      '0.maxQty': max.ok ? null : max.message,
      '0.weeklyMax': week === null || week.ok ? null : week.message,
    });
    if (!fine) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        ...(pool
          ? { poolId: pool.id, version: pool.version }
          : line?.kind === 'MOU'
            ? { mouLineId: lineId }
            : { contractLineId: lineId }),
        shares: [
          {
            memberOrgId: member?.id ?? '',
            priority: Number(priority),
            targetQty: target.ok ? target.wire : '0',
            maxQty: max.ok ? max.wire : '0',
            weeklyMax: week?.ok ? week.wire : null,
            note: note.trim() || null,
          },
        ],
      },
    }));
  };
  const amount = (key: keyof typeof amounts) => (
    <NumberInput unit={unit} value={amounts[key]} onChange={(event) => setAmounts({ ...amounts, [key]: event.target.value })} />
  );
  const errorOf = (field: string) => form.errorOf(`0.${field}`) ?? form.errorOf(field);
  return (
    <ActionDialog
      form={form}
      title={t(pool ? 'pool.invite' : 'pool.make')}
      confirmLabel={t('share.offer')}
      onConfirm={send}
      onClose={onClose}
      onReload={onReload}
    >
      <p>{t('share.ofAlliance')}</p>
      {lines.length > 1 && (
        <Field id="lineId" label={t('share.lineOf')}>
          <Select
            value={lineId}
            onChange={(event) => setLineId(event.target.value)}
            options={lines.map(({ id, label }) => ({ value: id, label }))}
          />
        </Field>
      )}
      <Field id="0.memberOrgId" label={t('share.member')} required error={errorOf('memberOrgId')}>
        <OrganizationCombobox value={member} onChange={setMember} />
      </Field>
      <FieldRow>
        <Field id="0.targetQty" label={t('share.target')} required error={errorOf('targetQty')}>
          {amount('target')}
        </Field>
        <Field id="0.maxQty" label={t('share.max')} optionalText={t('state.optional')} error={errorOf('maxQty')}>
          {amount('max')}
        </Field>
      </FieldRow>
      <FieldRow>
        <Field id="0.weeklyMax" label={t('share.week')} hint={t('share.weekHint')} error={errorOf('weeklyMax')}>
          {amount('week')}
        </Field>
        <Field id="0.priority" label={t('share.priority')} hint={t('share.priorityHint')} error={errorOf('priority')}>
          <Select
            value={priority}
            onChange={(event) => setPriority(event.target.value)}
            options={PRIORITIES.map((value) => ({ value, label: value }))}
          />
        </Field>
      </FieldRow>
      <Field id="0.note" label={t('share.note')} optionalText={t('state.optional')} error={errorOf('note')}>
        <TextArea value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </ActionDialog>
  );
}

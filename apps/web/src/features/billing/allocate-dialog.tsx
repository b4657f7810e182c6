import { useQuery } from '@apollo/client/react';
import { Button, Dialog, DialogClose, Field, NumberInput, Select, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import type { BankLinePartsFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { billing } from '../../shared/messages/vi/billing';
import { stillOpen, sumOf } from './amounts';
import { BankLineAllocateDocument } from './bank.operations';
import { PaymentRequestsDocument } from './billing.operations';
import { TradeAccountsDocument } from './statement.operations';
import s from './billing.module.css';

interface AllocateDialogProps {
  line: BankLinePartsFragment;
  reload: () => void;
  onClose: () => void;
}

const MOST_SHOWN = 50;

/** One arrival over the requests it pays; what is proposed is filled in, the rest is typed. */
export function AllocateDialog({ line, reload, onClose }: AllocateDialogProps) {
  const t = useText(billing);
  const f = useFormats();
  const typed = useTypedNumbers();
  const left = BigInt(line.amount) - BigInt(line.allocated);
  const proposed = line.suggested.length === 1 ? line.suggested[0]!.id : null;
  const [amounts, setAmounts] = useState<Readonly<Record<string, string>>>(() =>
    proposed ? { [proposed]: f.vnd(left).replace(/\s₫$/, '') } : {},
  );
  const [keepFor, setKeepFor] = useState('');
  const { data } = useQuery(PaymentRequestsDocument, {
    variables: { filter: { side: 'SELLER', status: ['DUE', 'DECLARED', 'PART_PAID'] }, first: MOST_SHOWN },
  });
  const requests = (data?.paymentRequests.edges ?? []).map(({ node }) => node);
  const accounts = useQuery(TradeAccountsDocument, { variables: { side: 'SELLER' } });
  const buyers = accounts.data?.tradeAccounts ?? [];
  const form = useMutationForm(BankLineAllocateDocument, {
    form: `bank-allocate-${line.id}`,
    pick: (answer) => answer.bankLineAllocate,
    stale: ['buyerCredits', 'bankLines', 'paymentRequests', 'orders', 'workItems', 'tradeAccounts'],
    onDone: () => {
      toast.success(t('bank.allocated'));
      onClose();
    },
  });
  const read = Object.entries(amounts).flatMap(([id, text]) => (text.trim() ? [{ id, read: typed.money(text) }] : []));
  const taken = sumOf(read.flatMap(({ read: one }) => (one.ok ? [BigInt(one.wire)] : [])));
  const send = () => {
    const wrong = read.find(({ read: one }) => !one.ok);
    const problem =
      wrong && !wrong.read.ok
        ? wrong.read.message
        : taken <= 0n && !keepFor
          ? t('bank.err.none')
          : taken > left
            ? t('bank.err.above', { left: f.vnd(left) })
            : null;
    if (!form.check({ allocations: problem })) return;
    const allocations = read.flatMap(({ id, read: one }) => (one.ok ? [{ paymentRequestId: id, amount: one.wire }] : []));
    void form.submit((clientKey) => ({
      input: { clientKey, lineId: line.id, version: line.version, allocations, keepForOrgId: keepFor || null },
    }));
  };
  return (
    <>
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        title={t('bank.allocateTitle', { amount: f.vnd(left) })}
        description={line.memo}
        closeLabel={t('action.close')}
        footer={
          <>
            <DialogClose>
              <Button variant="quiet">{t('action.cancel')}</Button>
            </DialogClose>
            <Button variant="primary" loading={form.busy} onClick={send}>
              {t('bank.allocateSend', { amount: f.vnd(taken) })}
            </Button>
          </>
        }
      >
        <Stack>
          <FormErrors form={form} />
          {requests.length === 0 && <p>{t('bank.noOpen')}</p>}
          {requests.map((request) => (
            <Field
              key={request.id}
              id={request.id === requests[0]?.id ? 'allocations' : `allocation-${request.id}`}
              label={t('bank.requestOf', { number: request.number, buyer: request.buyer.shortName })}
              hint={t('bank.openOf', { open: f.vnd(stillOpen(request)), order: request.orderNumber })}
              error={request.id === requests[0]?.id ? form.errorOf('allocations') : undefined}
            >
              <NumberInput
                inputMode="text"
                unit="₫"
                value={amounts[request.id] ?? ''}
                onChange={(event) => setAmounts({ ...amounts, [request.id]: event.target.value })}
              />
            </Field>
          ))}
          <p className={s.small}>{t('bank.rest', { rest: f.vnd(left - taken) })}</p>
          {left > taken && buyers.length > 0 && (
            <Field id="keepFor" label={t('bank.keepFor')} hint={t('bank.keepForHint')} optionalText={t('state.optional')}>
              <Select
                value={keepFor}
                placeholder={t('bank.keepNobody')}
                onChange={(event) => setKeepFor(event.target.value)}
                options={buyers.map(({ counterparty }) => ({ value: counterparty.id, label: counterparty.shortName }))}
              />
            </Field>
          )}
        </Stack>
      </Dialog>
      <ConflictDialog form={form} onReload={reload} />
    </>
  );
}

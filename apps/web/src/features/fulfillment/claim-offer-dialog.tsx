import { Button, Dialog, DialogClose, Field, FieldRow, NumberInput, Select, Stack, TextArea, toast } from '@lienket/ui';
import { CLAIM_OUTCOMES, type ClaimOutcome } from '@lienket/domain';
import { useState } from 'react';
import type { ClaimPartsFragment } from '../../gql/graphql';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { claims } from '../../shared/messages/vi/claims';
import { ClaimOfferDocument } from './claims.operations';

interface Typed {
  outcome: ClaimOutcome;
  qty: string;
  cut: string;
}

interface ClaimOfferDialogProps {
  mediates: boolean;
  claim: ClaimPartsFragment;
  reload: () => void;
  onClose: () => void;
}

/** How each claimed line could end: the seller's answer, or the mediator's proposal in shares instead of money. */
export function ClaimOfferDialog({ mediates, claim, reload, onClose }: ClaimOfferDialogProps) {
  const t = useText(claims);
  const f = useFormats();
  const typed = useTypedNumbers();
  const [lines, setLines] = useState<Record<string, Typed>>(() =>
    Object.fromEntries(
      claim.lines.map((line) => [line.id, { outcome: line.wanted, qty: f.quantity(line.claimedQty), cut: '20' }]),
    ),
  );
  const [note, setNote] = useState('');
  const form = useMutationForm(ClaimOfferDocument, {
    form: `claim-offer-${claim.id}-${claim.version}`,
    pick: (data) => data.claimOffer,
    stale: ['claims', 'workItems'],
    onDone: () => {
      toast.success(t('claim.done'));
      onClose();
    },
  });
  const send = () => {
    const read = claim.lines.map(({ id }) => {
      const value = lines[id]!;
      const dismissed = value.outcome === 'DISMISSED';
      const qty = dismissed ? ({ ok: true, wire: '0' } as const) : typed.quantity(value.qty);
      const cut = value.outcome === 'PRICE_CUT' ? typed.quantity(value.cut) : null;
      const cutBp = cut?.ok ? Math.round(Number(cut.wire) * 100) : null;
      const cutBad = value.outcome === 'PRICE_CUT' && (cutBp === null || cutBp <= 0 || cutBp > 10_000);
      return { id, outcome: value.outcome, qty, cutBp, cutBad };
    });
    const needsNote = mediates || read.every(({ outcome }) => outcome === 'DISMISSED');
    const sound = form.check({
      ...Object.fromEntries(read.map(({ id, qty }) => [`qty-${id}`, qty.ok ? null : qty.message])),
      ...Object.fromEntries(read.map(({ id, cutBad }) => [`cutBp-${id}`, cutBad ? t('claim.cutInvalid') : null])),
      note: needsNote && !note.trim() ? t('form.required') : null,
    });
    if (!sound) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        id: claim.id,
        version: claim.version,
        note: note.trim() || null,
        lines: read.map(({ id, outcome, qty, cutBp }) => ({ claimLineId: id, outcome, qty: qty.ok ? qty.wire : '0', cutBp })),
      },
    }));
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={t(mediates ? 'claim.do.propose' : 'claim.do.offer')}
      closeLabel={t('action.close')}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t('action.cancel')}</Button>
          </DialogClose>
          <Button variant="primary" loading={form.busy} onClick={send}>
            {t('claim.answerSend')}
          </Button>
        </>
      }
    >
      <Stack>
        <FormErrors
          form={form}
          fieldId={(field) => {
            const row = /^(\d+)\.(\w+)/.exec(field);
            return row ? `${row[2]}-${claim.lines[Number(row[1])]?.id}` : field;
          }}
        />
        <ConflictDialog form={form} onReload={reload} />
        {claim.lines.map((line, index) => {
          const value = lines[line.id]!;
          const set = (change: Partial<Typed>) => setLines((all) => ({ ...all, [line.id]: { ...all[line.id]!, ...change } }));
          const refused = (field: string) => form.rowErrors(index).find((row) => row.field === field)?.message;
          return (
            <Stack key={line.id} gap="small">
              <Field id={`outcome-${line.id}`} label={t('claim.answerOf', { product: line.description })}>
                <Select
                  options={CLAIM_OUTCOMES.map((outcome) => ({ value: outcome, label: t(`claim.outcome.${outcome}`) }))}
                  value={value.outcome}
                  onChange={(event) => set({ outcome: event.target.value as ClaimOutcome })}
                />
              </Field>
              {value.outcome !== 'DISMISSED' && (
                <FieldRow>
                  <Field
                    id={`qty-${line.id}`}
                    label={t('claim.answerQty')}
                    hint={t('claim.max', { qty: f.quantity(line.claimedQty, line.baseUnit) })}
                    error={form.errorOf(`qty-${line.id}`) ?? refused('qty')}
                  >
                    <NumberInput unit={line.baseUnit} value={value.qty} onChange={(event) => set({ qty: event.target.value })} />
                  </Field>
                  {value.outcome === 'PRICE_CUT' && (
                    <Field
                      id={`cutBp-${line.id}`}
                      label={t('claim.answerCut')}
                      error={form.errorOf(`cutBp-${line.id}`) ?? refused('cutBp')}
                    >
                      <NumberInput unit="%" value={value.cut} onChange={(event) => set({ cut: event.target.value })} />
                    </Field>
                  )}
                </FieldRow>
              )}
            </Stack>
          );
        })}
        <Field id="note" label={t('claim.answerNote')} error={form.errorOf('note')}>
          <TextArea rows={3} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </Stack>
    </Dialog>
  );
}

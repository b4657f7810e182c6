import { lineAmount, quantity } from '@lienket/domain';
import { Button, Checkbox, Dialog, DialogClose, Stack, toast } from '@lienket/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ConflictDialog, FormErrors } from '../../shared/forms/form-parts';
import { useTypedNumbers } from '../../shared/forms/typed-numbers';
import { useMutationForm } from '../../shared/forms/use-mutation-form';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { sourcing } from '../../shared/messages/vi/sourcing';
import type { Comparison, Picks } from './compare-screen';
import { RfqAwardDocument } from './sourcing.operations';
import s from './sourcing.module.css';

interface AwardReviewProps {
  rfqId: string;
  comparison: Comparison;
  picks: Picks;
  onClose: () => void;
  reload: () => void;
}

/** What is about to be chosen, once more in words and sums; then it is done. */
export function AwardReview({ rfqId, comparison, picks, onClose, reload }: AwardReviewProps) {
  const t = useText(sourcing);
  const f = useFormats();
  const navigate = useNavigate();
  const numbers = useTypedNumbers();
  const [allowOver, setAllowOver] = useState(false);
  const form = useMutationForm(RfqAwardDocument, {
    form: `award-${rfqId}-${comparison.version}`,
    pick: (data) => data.rfqAward,
    stale: ['rfqs', 'rfqComparison', 'workItems'],
    onDone: (rfq) => {
      const done = rfq.status === 'AWARDED';
      toast.success(t(done ? 'compare.done' : 'compare.proposed'));
      void navigate(done ? `/rfqs/${rfqId}/agreed` : `/rfqs/${rfqId}`);
    },
  });
  const cells = comparison.lines.flatMap((line) => line.cells);
  const chosen = cells.flatMap((cell) => {
    const text = picks[cell.line.id]?.trim();
    const typed = text ? numbers.quantity(text) : null;
    return typed ? [{ cell, typed }] : [];
  });
  const sum = chosen.reduce(
    (total, { cell, typed }) =>
      typed.ok ? total + lineAmount(quantity(typed.wire), BigInt(cell.normalizedPrice ?? cell.line.unitPrice)) : total,
    0n,
  );
  const nameOf = (quoteId: string) => comparison.columns.find((column) => column.quoteId === quoteId)?.seller.shortName ?? '';
  const over = comparison.lines.some((line) => {
    const picked = chosen
      .filter(({ cell, typed }) => cell.line.rfqLineId === line.rfqLineId && typed.ok)
      .reduce((all, { typed }) => (typed.ok ? all.add(quantity(typed.wire)) : all), quantity('0'));
    return picked.compare(quantity(line.askedQty)) > 0;
  });
  const send = () => {
    const problems = Object.fromEntries(
      chosen.flatMap(({ cell, typed }, row) => (typed.ok ? [] : [[`${row}.qty`, `${cell.line.description}: ${typed.message}`]])),
    );
    if (!form.check({ ...problems, picks: chosen.length ? null : t('compare.err.none') })) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        rfqId,
        version: comparison.version,
        allowOver,
        picks: chosen.map(({ cell, typed }) => ({ quoteLineId: cell.line.id, qty: typed.ok ? typed.wire : '0' })),
      },
    }));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('compare.reviewTitle')}
      closeLabel={t('action.close')}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t('action.close')}</Button>
          </DialogClose>
          <Button variant="primary" loading={form.busy} onClick={send}>
            {t('compare.confirm')}
          </Button>
        </>
      }
    >
      <Stack>
        <FormErrors form={form} />
        <ConflictDialog form={form} onReload={reload} />
        <p>{t('compare.reviewHint')}</p>
        <ul className={s.list}>
          {chosen.map(({ cell, typed }) => (
            <li key={cell.line.id} className={s.item}>
              <div>
                <b>{nameOf(cell.quoteId)}</b>
                <span className={s.under}>
                  {t('compare.reviewLine', {
                    goods: cell.line.description,
                    qty: typed.ok ? f.quantity(typed.wire, cell.line.baseUnit) : '…',
                    price: f.vnd(cell.normalizedPrice ?? cell.line.unitPrice),
                  })}
                </span>
              </div>
            </li>
          ))}
        </ul>
        {chosen.length === 0 && <p>{t('compare.err.none')}</p>}
        <p>
          {t('compare.sum')}: <b>{f.vnd(sum)}</b>
        </p>
        {over && (
          <Checkbox label={t('compare.over')} checked={allowOver} onChange={(event) => setAllowOver(event.target.checked)} />
        )}
      </Stack>
    </Dialog>
  );
}

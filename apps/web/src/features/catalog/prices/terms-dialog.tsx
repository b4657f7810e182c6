import { netTake, quantity, termsAreSound } from '@lienket/domain';
import { Button, DateField, Dialog, DialogClose, Field, FieldRow, NumberInput, Stack, TextArea, toast } from '@lienket/ui';
import { useState } from 'react';
import type { CommercialTermsPartsFragment } from '../../../gql/graphql';
import { OrganizationCombobox } from '../../../shared/agreements/organization-combobox';
import { FormErrors } from '../../../shared/forms/form-parts';
import { useTypedNumbers } from '../../../shared/forms/typed-numbers';
import { useDateLabels } from '../../../shared/forms/use-date-labels';
import { useMutationForm } from '../../../shared/forms/use-mutation-form';
import { useFormats } from '../../../shared/i18n/formats';
import { useLanguage } from '../../../shared/i18n/language';
import { useText } from '../../../shared/i18n/use-text';
import { pricing } from '../../../shared/messages/vi/pricing';
import { NetTake } from './net-take';
import { CommercialTermsSetDocument } from './price-operations';

const SHARES = ['front', 'rebate', 'dc', 'promo'] as const;
type Share = (typeof SHARES)[number];

interface TermsDialogProps {
  terms: CommercialTermsPartsFragment | null;
  onClose: () => void;
}

/** What one buyer keeps, and at once what stays of a price. */
export function TermsDialog({ terms, onClose }: TermsDialogProps) {
  const t = useText(pricing);
  const f = useFormats();
  const { locale } = useLanguage();
  const read = useTypedNumbers();
  const dateLabels = useDateLabels();
  const shown = (bp: number | undefined) => (bp ? String(bp / 100).replace('.', locale === 'vi' ? ',' : '.') : '');
  const [buyer, setBuyer] = useState(terms?.buyer ?? null);
  const [shares, setShares] = useState<Record<Share, string>>({
    front: shown(terms?.frontBp),
    rebate: shown(terms?.rebateBp),
    dc: shown(terms?.dcBp),
    promo: shown(terms?.promoBp),
  });
  const [fee, setFee] = useState(terms && BigInt(terms.feePerUnit) > 0n ? String(terms.feePerUnit) : '');
  const [note, setNote] = useState(terms?.note ?? '');
  const [validFrom, setValidFrom] = useState(f.today());
  const [price, setPrice] = useState('50.000');
  const form = useMutationForm(CommercialTermsSetDocument, {
    form: `commercial-terms-${terms?.id ?? 'new'}`,
    pick: (data) => data.commercialTermsSet,
    stale: ['commercialTerms', 'listPrices'],
    onDone: (saved) => {
      toast.success(t('pricing.termsSaved', { name: saved.buyer.shortName }));
      onClose();
    },
  });
  /** "2,5" per cent → 250; null when it is none. */
  const points = (text: string): number | null => {
    if (!text.trim()) return 0;
    const typed = read.quantity(text);
    if (!typed.ok) return null;
    const { thousandths } = quantity(typed.wire);
    return thousandths < 100_000n && thousandths % 10n === 0n ? Number(thousandths / 10n) : null;
  };
  const dong = (text: string): bigint | null => {
    if (!text.trim()) return 0n;
    const typed = read.money(text);
    return typed.ok ? BigInt(typed.wire) : null;
  };
  const [frontBp, rebateBp, dcBp, promoBp] = SHARES.map((share) => points(shares[share]));
  const [feePerUnit, listPrice] = [dong(fee), dong(price)];
  const known =
    frontBp != null && rebateBp != null && dcBp != null && promoBp != null && feePerUnit != null
      ? { frontBp, rebateBp, dcBp, promoBp, feePerUnit }
      : null;
  const save = () => {
    const sound = form.check({
      buyerOrgId: buyer ? null : t('pricing.buyerMissing'),
      validFrom: validFrom ? null : t('pricing.dayMissing'),
      ...Object.fromEntries(SHARES.map((share) => [`${share}Bp`, points(shares[share]) === null ? t('pricing.percent') : null])),
      feePerUnit: feePerUnit === null ? t('money.invalid') : null,
    });
    if (!sound || !known || !buyer) return;
    void form.submit((clientKey) => ({
      input: {
        clientKey,
        buyerOrgId: buyer.id,
        validFrom,
        ...known,
        feePerUnit: known.feePerUnit.toString(),
        note: note.trim() || null,
      },
    }));
  };
  const percent = (share: Share) => (
    <Field label={t(`pricing.${share}`)} id={`${share}Bp`} error={form.errorOf(`${share}Bp`)}>
      <NumberInput unit="%" value={shares[share]} onChange={(event) => setShares({ ...shares, [share]: event.target.value })} />
    </Field>
  );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('pricing.termsTitle')}
      description={t('pricing.termsLead')}
      closeLabel={t('action.close')}
      footer={
        <>
          <DialogClose>
            <Button variant="quiet">{t('action.cancel')}</Button>
          </DialogClose>
          <Button variant="primary" loading={form.busy} onClick={save}>
            {t('pricing.termsSave')}
          </Button>
        </>
      }
    >
      <Stack>
        <FormErrors form={form} />
        <Field label={t('pricing.buyer')} id="buyerOrgId" required error={form.errorOf('buyerOrgId')}>
          <OrganizationCombobox value={buyer} onChange={setBuyer} />
        </Field>
        <FieldRow>
          {percent('front')}
          {percent('rebate')}
        </FieldRow>
        <FieldRow>
          {percent('dc')}
          {percent('promo')}
        </FieldRow>
        <FieldRow>
          <Field label={t('pricing.fee')} id="feePerUnit" error={form.errorOf('feePerUnit')}>
            <NumberInput unit="₫" value={fee} onChange={(event) => setFee(event.target.value)} />
          </Field>
          <Field label={t('pricing.from')} id="validFrom" required error={form.errorOf('validFrom')}>
            <DateField value={validFrom} onValueChange={setValidFrom} locale={locale} labels={dateLabels} />
          </Field>
        </FieldRow>
        <Field label={t('pricing.note')} id="note" optionalText={t('state.optional')} error={form.errorOf('note')}>
          <TextArea rows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
        <Field label={t('pricing.try')} id="try-price">
          <NumberInput unit="₫" value={price} onChange={(event) => setPrice(event.target.value)} />
        </Field>
        {known && listPrice != null && termsAreSound(known) && (
          <NetTake take={netTake(listPrice, known)} unit={t('pricing.unit')} />
        )}
      </Stack>
    </Dialog>
  );
}

import { quantity } from '@lienket/domain';
import { Field, FieldRow, NumberInput, TextArea } from '@lienket/ui';
import { basisPointsOf } from '../../shared/forms/percent';
import type { Typed } from '../../shared/forms/typed-numbers';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { agreements } from '../../shared/messages/vi/agreements';
import { amending } from '../../shared/messages/vi/amending';

export type AmendableTerms =
  | { readonly kind: 'MOU'; readonly qualityTerms: string | null }
  | { readonly kind: 'CONTRACT'; readonly toleranceBp: number; readonly paymentTermDays: number };

/** As typed; empty is left as it is. */
export interface TermsDraft {
  readonly qualityTerms?: string;
  readonly tolerancePct?: string;
  readonly paymentTermDays?: string;
}

interface Read {
  readonly input: { qualityTerms?: string; toleranceBp?: number; paymentTermDays?: number };
  readonly errors: Record<string, string>;
}

/** What was typed, as the server takes it: hundredths of a percent and whole days. */
export function amendedTerms(draft: TermsDraft, numbers: { quantity: (text: string) => Typed }, unread: string): Read {
  const found: Read = { input: {}, errors: {} };
  if (draft.qualityTerms?.trim()) found.input.qualityTerms = draft.qualityTerms.trim();
  const tolerance = draft.tolerancePct?.trim();
  if (tolerance) {
    const typed = numbers.quantity(tolerance);
    if (!typed.ok) found.errors['toleranceBp'] = typed.message;
    else if (quantity(typed.wire).thousandths % 10n !== 0n) found.errors['toleranceBp'] = unread;
    else found.input.toleranceBp = basisPointsOf(tolerance, numbers);
  }
  const days = draft.paymentTermDays?.trim();
  if (days && /^\d{1,4}$/.test(days)) found.input.paymentTermDays = Number(days);
  else if (days) found.errors['paymentTermDays'] = unread;
  return found;
}

interface Props {
  terms: AmendableTerms;
  draft: TermsDraft;
  errorOf: (field: string) => string | undefined;
  onChange: (draft: TermsDraft) => void;
}

/** Terms beside the goods: quality of a memorandum; tolerance and days of payment of a contract. */
export function AmendTerms({ terms, draft, errorOf, onChange }: Props) {
  const t = useText(amending);
  const a = useText(agreements);
  const f = useFormats();
  const optional = a('state.optional');
  const set = (part: TermsDraft) => onChange({ ...draft, ...part });
  if (terms.kind === 'MOU') {
    return (
      <Field
        id="qualityTerms"
        label={t('life.newQuality')}
        hint={terms.qualityTerms ? t('life.now', { qty: terms.qualityTerms }) : undefined}
        optionalText={optional}
        error={errorOf('qualityTerms')}
      >
        <TextArea
          value={draft.qualityTerms ?? ''}
          maxLength={2000}
          onChange={(event) => set({ qualityTerms: event.target.value })}
        />
      </Field>
    );
  }
  return (
    <FieldRow>
      <Field
        id="toleranceBp"
        label={t('life.newTolerance')}
        hint={t('life.now', { qty: f.percentBp(terms.toleranceBp) })}
        optionalText={optional}
        error={errorOf('toleranceBp')}
      >
        <NumberInput unit="%" value={draft.tolerancePct ?? ''} onChange={(event) => set({ tolerancePct: event.target.value })} />
      </Field>
      <Field
        id="paymentTermDays"
        label={t('life.newDays')}
        hint={t('life.now', { qty: a('contract.paymentTermOf', { days: terms.paymentTermDays }) })}
        optionalText={optional}
        error={errorOf('paymentTermDays')}
      >
        <NumberInput
          unit={a('contractForm.days')}
          inputMode="numeric"
          value={draft.paymentTermDays ?? ''}
          onChange={(event) => set({ paymentTermDays: event.target.value })}
        />
      </Field>
    </FieldRow>
  );
}

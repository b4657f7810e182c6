import { Field, FieldRow, NumberInput } from '@lienket/ui';
import type { AmendedLineInput } from '../../gql/graphql';
import type { Typed } from '../../shared/forms/typed-numbers';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { amending } from '../../shared/messages/vi/amending';
import { agreements } from '../../shared/messages/vi/agreements';
import type { LivingDocument } from './agreement-life';

export interface AmendedDraft {
  minQty?: string;
  targetQty?: string;
  maxQty?: string;
  unitPrice?: string;
}

interface Numbers {
  quantity: (text: string) => Typed;
  money: (text: string) => Typed;
}

const FIELDS = ['minQty', 'targetQty', 'maxQty', 'unitPrice'] as const;

/** Only what was typed is sent; rows count the lines that are sent, as the server's refusals do. */
export function amendedInputs(document: LivingDocument, drafts: Record<string, AmendedDraft>, numbers: Numbers) {
  const inputs: AmendedLineInput[] = [];
  const errors: Record<string, string> = {};
  for (const { id } of document.lines) {
    const draft = drafts[id] ?? {};
    const typed = FIELDS.filter((field) => draft[field]?.trim());
    if (typed.length === 0) continue;
    const input: AmendedLineInput = { lineId: id };
    for (const field of typed) {
      const read = field === 'unitPrice' ? numbers.money(draft[field]!) : numbers.quantity(draft[field]!);
      if (read.ok) input[field] = read.wire;
      else errors[`${inputs.length}.${field}`] = read.message;
    }
    inputs.push(input);
  }
  return { inputs, errors };
}

interface Props {
  document: LivingDocument;
  drafts: Record<string, AmendedDraft>;
  errorOf: (field: string) => string | undefined;
  onChange: (drafts: Record<string, AmendedDraft>) => void;
}

/** A line each: what holds now, what was accepted, and the new number. */
export function AmendLines({ document, drafts, errorOf, onChange }: Props) {
  const t = useText(amending);
  const a = useText(agreements);
  const f = useFormats();
  const sent = document.lines.filter(({ id }) => FIELDS.some((field) => drafts[id]?.[field]?.trim())).map(({ id }) => id);
  const isContract = document.type === 'CONTRACT';
  return (
    <>
      {document.lines.map((line) => {
        const draft = drafts[line.id] ?? {};
        const row = sent.indexOf(line.id);
        const set = (part: AmendedDraft) => onChange({ ...drafts, [line.id]: { ...draft, ...part } });
        const field = (name: keyof AmendedDraft, label: string, unit: string, hint?: string) => (
          <Field
            key={name}
            id={row < 0 ? `${line.id}.${name}` : `${row}.${name}`}
            label={label}
            hint={hint}
            error={row < 0 ? undefined : errorOf(`${row}.${name}`)}
          >
            <NumberInput value={draft[name] ?? ''} unit={unit} onChange={(event) => set({ [name]: event.target.value })} />
          </Field>
        );
        const now = line.target === null ? a('real.NOT_QUANTIFIED') : f.quantity(line.target, line.baseUnit);
        const hint = `${t('life.now', { qty: now })}, ${t('life.accepted', { qty: f.quantity(line.accepted, line.baseUnit) })}`;
        return (
          <div key={line.id} role="group" aria-label={line.description}>
            <h3>{line.description}</h3>
            <FieldRow>
              {isContract && field('minQty', t('life.newMin'), line.baseUnit)}
              {field('targetQty', t('life.newQty'), line.baseUnit, hint)}
              {isContract && field('maxQty', t('life.newMax'), line.baseUnit)}
              {isContract &&
                line.unitPrice != null &&
                field('unitPrice', t('life.newPrice'), `₫ / ${line.baseUnit}`, f.vnd(line.unitPrice))}
            </FieldRow>
          </div>
        );
      })}
    </>
  );
}

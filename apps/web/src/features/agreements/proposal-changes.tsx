import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { amending } from '../../shared/messages/vi/amending';
import { agreements } from '../../shared/messages/vi/agreements';
import type { Proposal } from './agreement-life';

/** Each change as "before → after". */
export function ProposalChanges({ proposal }: { proposal: Proposal }) {
  const t = useText(amending);
  const a = useText(agreements);
  const f = useFormats();
  if (proposal.lines.length + proposal.terms.length === 0) return null;
  const qty = (value: string | null | undefined, unit: string) =>
    value == null ? a('real.NOT_QUANTIFIED') : f.quantity(value, unit);
  const term = (field: string, value: string | null | undefined) =>
    value == null ? '…' : field === 'validTo' ? f.date(value) : field === 'toleranceBp' ? f.percentBp(Number(value)) : value;
  return (
    <ul>
      {proposal.lines.flatMap(({ lineId, description, baseUnit, before, after }) =>
        (['min', 'target', 'max'] as const)
          .filter((bound) => before[bound] !== after[bound])
          .map((bound) => (
            <li key={lineId + bound}>
              {t('life.change', {
                goods: bound === 'target' ? description : `${description}, ${a(`contract.${bound}`)}`,
                before: qty(before[bound], baseUnit),
                after: qty(after[bound], baseUnit),
              })}
            </li>
          ))
          .concat(
            after.unitPrice != null && before.unitPrice !== after.unitPrice
              ? [
                  <li key={`${lineId}price`}>
                    {t('life.change', {
                      goods: `${description}, ${a('contract.unitPrice')}`,
                      before: f.vnd(before.unitPrice ?? 0),
                      after: f.vnd(after.unitPrice),
                    })}
                  </li>,
                ]
              : [],
          ),
      )}
      {proposal.terms.map(({ field, before, after }) =>
        `life.term.${field}` in amending ? (
          <li key={field}>
            {t(`life.term.${field}` as keyof typeof amending, { before: term(field, before), after: term(field, after) })}
          </li>
        ) : null,
      )}
    </ul>
  );
}

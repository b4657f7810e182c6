import { Notice } from '@lienket/ui';
import type { ContractPageFragment } from '../../gql/graphql';
import { useFormats } from '../../shared/i18n/formats';
import { useText } from '../../shared/i18n/use-text';
import { supply as words } from '../../shared/messages/vi/supply';

/** "Vượt sản lượng": both sides read where the contract asks for more than the seller's plan brings. */
export function ContractSupply({ contract }: { contract: ContractPageFragment }) {
  const t = useText(words);
  const f = useFormats();
  const over = contract.supply.filter(({ exceeds }) => exceeds);
  if (over.length === 0) return null;
  return (
    <Notice tone="warning">
      {over.map(({ contractLineId, asked, covered, percentOfPlan, firstShortWeek }) => {
        const line = contract.lines.find(({ id }) => id === contractLineId);
        const unit = line?.baseUnit ?? '';
        const facts = { goods: line?.description ?? '', asked: f.quantity(asked, unit), covered: f.quantity(covered, unit) };
        return (
          <p key={contractLineId}>
            {percentOfPlan == null
              ? t('supply.overNone', facts)
              : t('supply.over', { ...facts, percent: percentOfPlan, date: f.date(firstShortWeek) })}
          </p>
        );
      })}
      {contract.status === 'NEGOTIATING' && <p>{t('supply.overHint')}</p>}
    </Notice>
  );
}

import type { ScorecardPartsFragment } from '../../../gql/graphql';
import { useFormats } from '../../../shared/i18n/formats';
import { useText } from '../../../shared/i18n/use-text';
import { scorecards } from '../../../shared/messages/vi/scorecards';

type Card = Pick<ScorecardPartsFragment, 'minCases' | 'fullBp'>;
export type Figure = ScorecardPartsFragment['figures'][number];

export const PERIODS = [3, 6, 12] as const;
export const monthsOf = (text: string | null): number => PERIODS.find((months) => String(months) === text) ?? 12;
export const sideOf = (text: string | null): 'SELLER' | 'BUYER' => (text === 'BUYER' ? 'BUYER' : 'SELLER');
export const keyOf = ({ code, unit }: Pick<Figure, 'code' | 'unit'>): string => `${code}|${unit ?? ''}`;

/** A figure in words: its rate or that there is too little, what it is divided by, and what counts. */
export function useScoreWords() {
  const t = useText(scorecards);
  const f = useFormats();
  const amount = (value: string, unit: string | null | undefined) => (unit ? f.quantity(value) : f.count(Number(value)));
  return {
    t,
    f,
    rate: ({ rateBp }: Figure): string => (rateBp == null ? t('score.few') : f.percentBp(rateBp)),
    fraction: ({ numerator, denominator, unit }: Pick<Figure, 'numerator' | 'denominator' | 'unit'>): string =>
      `${amount(numerator, unit)} / ${amount(denominator, unit)}${unit ? ` ${unit}` : ''}`,
    name: ({ code, unit }: Pick<Figure, 'code' | 'unit'>): string => `${t(`score.${code}`)}${unit ? ` (${unit})` : ''}`,
    why: ({ code }: Pick<Figure, 'code'>, { fullBp }: Card): string => t(`score.why.${code}`, { full: f.percentBp(fullBp) }),
    median: ({ code, median, promisedMedian }: Figure): string | null => {
      if (median == null) return null;
      return code === 'PAID_ON_TIME'
        ? t('score.days', { real: f.count(median), promised: f.count(promisedMedian ?? 0) })
        : t('score.hours', { hours: f.count(median) });
    },
  };
}

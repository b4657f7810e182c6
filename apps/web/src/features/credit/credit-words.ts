import type { Tone } from '@lienket/ui';
import type { CreditStatus } from '../../gql/graphql';
import type { Formats } from '../../shared/i18n/formats';
import type { Text } from '../../shared/i18n/use-text';
import type { lending } from '../../shared/messages/vi/lending';

export const creditTone: Record<CreditStatus, Tone> = {
  RECORDED: 'warning',
  SIGNED: 'neutral',
  FILED: 'info',
  APPRAISING: 'info',
  APPROVED: 'info',
  GRANTED: 'success',
  CLOSED: 'success',
  LAPSED: 'neutral',
  REFUSED: 'danger',
  WITHDRAWN: 'neutral',
};

interface Promised {
  amount?: string | number | null;
  isAmountHidden: boolean;
  isQuantified: boolean;
}

/** The promised amount in words: unknown is a word of its own, never nought; hidden says whose it is. */
export function promisedText(
  { amount, isAmountHidden, isQuantified }: Promised,
  t: Text<keyof typeof lending>,
  f: Formats,
): string {
  if (!isQuantified) return t('lending.notQuantified');
  if (isAmountHidden || amount === null || amount === undefined) return t('lending.hidden');
  return f.vnd(amount);
}

export const securedText = (isSecured: boolean | null | undefined, t: Text<keyof typeof lending>): string =>
  t(isSecured === true ? 'lending.secured' : isSecured === false ? 'lending.unsecured' : 'lending.unknown');

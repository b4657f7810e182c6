import type { consent as vi } from '../vi/consent';

export const consent: Record<keyof typeof vi, string> = {
  'consent.title': 'Who sees the prices',
  'consent.closed': 'Only the parties see the prices. The Alliance sees quantities and progress, no prices.',
  'consent.open':
    'The parties let the Alliance see the prices of this memorandum and its contracts. When one takes its word back, that ends at once.',
  'consent.given': 'Consented',
  'consent.notGiven': 'Not consented',
  'consent.until': 'given {from}, until the end of {to}',
  'consent.expiresOn': 'Until the end of',
  'consent.give': 'Let the Alliance see the prices',
  'consent.revoke': 'Take the consent back',
  'consent.opened': 'The Alliance may read the prices of this agreement until {to}, once the other side agrees too.',
  'consent.revoked': 'Taken back: the Alliance no longer reads the prices of this agreement.',
  'consent.plain': 'Prices open only when every seller and buyer consents. Not consenting changes nothing in trade or support.',
};

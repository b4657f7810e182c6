import type { closures as vi } from '../vi/closures';

export const closures = {
  'closures.title': 'Days off',
  'closures.lead':
    'While the whole cooperative is closed, the products stay in the catalogue with a note; no deliveries on these days.',
  'closures.back': 'My products',
  'closures.first': 'First day',
  'closures.last': 'Last day',
  'closures.message': 'Message to buyers',
  'closures.messageHint': 'Such as: closed for the New Year',
  'closures.add': 'Add days off',
  'closures.added': 'Days off are added.',
  'closures.cancel': 'Cancel',
  'closures.cancelled': 'Days off are cancelled.',
  'closures.none': 'No days off ahead.',
  'closures.period': '{from} to {to}',
  'closures.dayMissing': 'Choose a day.',
  'closures.messageMissing': 'Tell buyers why.',
  'closures.notice': '{name} is closed from {from} to {to}',
} satisfies Record<keyof typeof vi, string>;

import type { ocop as vi } from '../vi/ocop';

export const ocop = {
  'ocop.title': 'OCOP self-assessment',
  'ocop.lead': 'An estimate before you apply. Only the council gives points.',
  'ocop.open': 'OCOP self-assessment',
  'ocop.back': 'Certificates',
  'ocop.product': 'Product',
  'ocop.choose': 'Choose a product',
  'ocop.chooseFirst': 'Choose the product to score.',
  'ocop.part': '{code}. {name}',
  'ocop.partPoints': '{got}/{points} points',
  'ocop.points': '{name} (at most {points})',
  'ocop.total': 'Total',
  'ocop.band': '{stars, plural, =0 {Below three stars} other {Worth # stars}}',
  'ocop.next': '{lacking} points more make {stars} stars',
  'ocop.gaps': 'Most points left in: {names}',
  'ocop.top': 'The highest band is reached',
  'ocop.notValid': 'Points are from 0 to {points}.',
  'ocop.save': 'Save',
  'ocop.saved': 'The self-assessment is saved.',
  'ocop.source': 'Source: {source}',
  'claims.warning': 'Ordinary food may not be praised as a medicine. Take out: {words}.',
} satisfies Record<keyof typeof vi, string>;

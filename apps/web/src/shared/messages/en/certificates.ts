import type { certificates as vi } from '../vi/certificates';

export const certificates = {
  'certificates.title': 'Certificates',
  'certificates.none': 'No certificate has been declared yet.',
  'certificates.kind': 'Kind',
  'certificates.number': 'Number',
  'certificates.issuer': 'Issued by',
  'certificates.issuedOn': 'Issued on',
  'certificates.expiresOn': 'Valid until',
  'certificates.noEnd': 'No end stated',
  'certificates.state': 'State',
  'certificateKind.OCOP': 'OCOP',
  'certificateKind.OCOP_STARS': 'OCOP, {stars} stars',
  'certificateKind.VIETGAP': 'VietGAP',
  'certificateKind.GLOBALGAP': 'GlobalG.A.P.',
  'certificateKind.ORGANIC': 'Organic',
  'certificateKind.FOOD_SAFETY': 'Food safety conditions met',
  'certificateKind.HACCP': 'HACCP',
  'certificateKind.ISO_22000': 'ISO 22000',
  'certificateKind.GI_USE_RIGHT': 'Right to a geographical indication',
  'certificateKind.COLLECTIVE_MARK': 'Collective mark',
} satisfies Record<keyof typeof vi, string>;

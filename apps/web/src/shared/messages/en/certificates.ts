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
  'certificateKind.OCOP_STARS': 'OCOP, {stars} stars',
} satisfies Record<keyof typeof vi, string>;

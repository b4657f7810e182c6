import type { PaperFragment } from '../../gql/graphql';

/** What is read off a paper, as typed. */
export interface CertificateValues {
  kind: string;
  productId: string;
  stars: string;
  score: string;
  criteriaVersion: string;
  number: string;
  decidedOn: string;
  issuer: string;
  issuerLevel: string;
  legalBasis: string;
  issuedOn: string;
  expiresOn: string;
  file: { id: string; url: string; isPdf: boolean; name: string } | null;
}

export const emptyPaper = (kind = 'OCOP', productId = ''): CertificateValues => ({
  kind,
  productId,
  stars: '3',
  score: '',
  criteriaVersion: '',
  number: '',
  decidedOn: '',
  issuer: '',
  issuerLevel: '',
  legalBasis: '',
  issuedOn: '',
  expiresOn: '',
  file: null,
});

/** What was declared, to be corrected. */
export const valuesOf = (paper: PaperFragment): CertificateValues => ({
  kind: paper.kind,
  productId: paper.productId ?? '',
  stars: paper.stars ? String(paper.stars) : '3',
  score: paper.score ?? '',
  criteriaVersion: paper.criteriaVersion ?? '',
  number: paper.number ?? '',
  decidedOn: paper.decidedOn ?? '',
  issuer: paper.issuer ?? '',
  issuerLevel: paper.issuerLevel ?? '',
  legalBasis: paper.legalBasis ?? '',
  issuedOn: paper.issuedOn,
  expiresOn: paper.expiresOn ?? '',
  file: paper.fileUrl ? { id: paper.fileUrl.split('/').at(-1)!, url: paper.fileUrl, isPdf: true, name: paper.kindName } : null,
});

/** As the API takes it; what does not belong to the kind stays out. */
export function inputOf(values: CertificateValues, isTermFixed: boolean) {
  const isOcop = values.kind === 'OCOP';
  const line = (text: string) => text.trim() || null;
  return {
    kind: values.kind,
    productId: values.productId || null,
    stars: isOcop ? Number(values.stars) : null,
    score: isOcop ? line(values.score) : null,
    criteriaVersion: isOcop ? line(values.criteriaVersion) : null,
    decidedOn: values.decidedOn || null,
    issuerLevel: isOcop ? values.issuerLevel || null : null,
    legalBasis: values.kind === 'SELF_DECLARATION' ? line(values.legalBasis) : null,
    number: line(values.number),
    issuer: line(values.issuer),
    issuedOn: values.issuedOn,
    expiresOn: isTermFixed ? null : values.expiresOn || null,
    fileId: values.file?.id ?? null,
  };
}

/** Headers of papers as a file: they go out and come in under the same names. */
export const CERTIFICATE_HEADERS = {
  number: { vi: 'Số giấy hoặc quyết định', en: 'Number' },
  kind: { vi: 'Loại giấy', en: 'Kind' },
  sellerSku: { vi: 'Mã hàng', en: 'Product code' },
  slug: { vi: 'Mã trên Liên Kết', en: 'Liên Kết code' },
  issuedOn: { vi: 'Ngày cấp', en: 'Issued on' },
  expiresOn: { vi: 'Ngày hết hạn', en: 'Expires on' },
  issuer: { vi: 'Cơ quan cấp', en: 'Issuer' },
  stars: { vi: 'Sao OCOP', en: 'OCOP stars' },
  score: { vi: 'Điểm OCOP', en: 'OCOP score' },
  decidedOn: { vi: 'Ngày quyết định', en: 'Decided on' },
  issuerLevel: { vi: 'Cấp công nhận', en: 'Recognized by' },
  legalBasis: { vi: 'Căn cứ pháp lý', en: 'Legal basis' },
} as const;

export const ISSUER_LEVELS = {
  DISTRICT: { vi: 'Cấp huyện', en: 'District' },
  PROVINCE: { vi: 'Cấp tỉnh', en: 'Province' },
  CENTRAL: { vi: 'Trung ương', en: 'Central' },
} as const;

export const certificates = {
  'certificates.title': 'Giấy chứng nhận',
  'certificates.none': 'Chưa có giấy chứng nhận nào được khai.',
  'certificates.kind': 'Loại',
  'certificates.number': 'Số',
  'certificates.issuer': 'Nơi cấp',
  'certificates.issuedOn': 'Ngày cấp',
  'certificates.expiresOn': 'Hiệu lực đến',
  'certificates.noEnd': 'Không ghi hạn',
  'certificates.state': 'Tình trạng',
  'certificateKind.OCOP_STARS': 'OCOP {stars} sao',
} as const;

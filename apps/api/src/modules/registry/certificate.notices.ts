import { formatDateVi } from '@lienket/domain';
import { declareNotice } from '../../platform/notices/index.js';

type CertificateFacts = {
  readonly certificateId: string;
  /** "OCOP 4 sao · Mật ong", in both languages. */
  readonly titleVi: string;
  readonly titleEn: string;
};

const HOLDER = ['SELLER_STAFF', 'SELLER_DIRECTOR'] as const;
const link = ({ certificateId }: CertificateFacts): string => `/certificates#${certificateId}`;

export const certificateExpiring = declareNotice<CertificateFacts & { readonly days: number; readonly expiresOn: string }>({
  kind: 'certificate.expiring',
  group: 'CERTIFICATES',
  to: HOLDER,
  vi: ({ titleVi, days, expiresOn }) =>
    days === 0
      ? `${titleVi} hết hạn hôm nay, ngày ${formatDateVi(expiresOn)}.`
      : `${titleVi} còn ${days} ngày là hết hạn (ngày ${formatDateVi(expiresOn)}). Hãy làm hồ sơ đánh giá lại và khai giấy mới khi có.`,
  en: ({ titleEn, days, expiresOn }) =>
    days === 0
      ? `${titleEn} expires today, ${formatDateVi(expiresOn)}.`
      : `${titleEn} expires in ${days} days (${formatDateVi(expiresOn)}). Prepare the renewal and declare the new paper once you have it.`,
  link,
});

export const certificateVerified = declareNotice<CertificateFacts>({
  kind: 'certificate.verified',
  group: 'CERTIFICATES',
  to: HOLDER,
  vi: ({ titleVi }) => `Liên minh đã xác minh ${titleVi}.`,
  en: ({ titleEn }) => `The Alliance verified ${titleEn}.`,
  link,
});

export const certificateReturned = declareNotice<CertificateFacts & { readonly reason: string }>({
  kind: 'certificate.returned',
  group: 'CERTIFICATES',
  to: HOLDER,
  vi: ({ titleVi, reason }) => ({ title: `${titleVi} được trả lại để sửa`, text: reason }),
  en: ({ titleEn, reason }) => ({ title: `${titleEn} was returned for correction`, text: reason }),
  link,
});

export const certificateRevoked = declareNotice<CertificateFacts & { readonly reason: string }>({
  kind: 'certificate.revoked',
  group: 'CERTIFICATES',
  to: HOLDER,
  vi: ({ titleVi, reason }) => ({ title: `${titleVi} đã bị thu hồi`, text: reason }),
  en: ({ titleEn, reason }) => ({ title: `${titleEn} was revoked`, text: reason }),
  link,
});

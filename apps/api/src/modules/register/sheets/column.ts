import type { ImportColumn, Words } from '../../imports/index.js';

type Kind = ImportColumn['kind'];

/** A column of a register's sheet: key, Vietnamese and English header, what to write, an example. */
export const column = (
  key: string,
  [vi, en]: readonly [string, string],
  [helpVi, helpEn]: readonly [string, string],
  example: string,
  more: {
    readonly required?: boolean;
    readonly kind?: Kind;
    readonly synonyms?: readonly string[];
    readonly choices?: Readonly<Record<string, Words>>;
  } = {},
): ImportColumn => ({
  key,
  label: { vi, en },
  help: { vi: helpVi, en: helpEn },
  example,
  kind: more.kind ?? 'TEXT',
  ...(more.required ? { required: true } : {}),
  ...(more.synonyms ? { synonyms: more.synonyms } : {}),
  ...(more.choices ? { choices: more.choices } : {}),
});

export const SCAN_PAGE = column(
  'scanPage',
  ['Trang bản quét', 'Scan page'],
  ['Trang của bản quét có nội dung này, nếu có', 'The page of the scan that says so, if there is one'],
  '3',
);

export const KIND_CHOICES = {
  COOPERATIVE: { vi: 'Hợp tác xã', en: 'Cooperative' },
  COOPERATIVE_UNION: { vi: 'Liên hiệp HTX', en: 'Cooperative union' },
  COOPERATIVE_GROUP: { vi: 'Tổ hợp tác', en: 'Cooperative group' },
  HOUSEHOLD_BUSINESS: { vi: 'Hộ kinh doanh', en: 'Household business' },
  ENTERPRISE: { vi: 'Doanh nghiệp', en: 'Enterprise' },
  RETAILER: { vi: 'Nhà bán lẻ', en: 'Retailer' },
  BANK: { vi: 'Ngân hàng', en: 'Bank' },
  DEPARTMENT: { vi: 'Sở, ngành', en: 'Department' },
  PROMOTION_AGENCY: { vi: 'Đơn vị xúc tiến', en: 'Promotion agency' },
  ASSOCIATION: { vi: 'Hiệp hội', en: 'Association' },
  MEDIA: { vi: 'Cơ quan báo chí', en: 'Media' },
} as const satisfies Readonly<Record<string, Words>>;
export type RegisterKind = keyof typeof KIND_CHOICES;

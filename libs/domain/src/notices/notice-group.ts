/** How a person wants to hear of something: every way but OFF also shows it in the app. */
export const NOTICE_WAYS = ['APP', 'EMAIL', 'DIGEST', 'OFF'] as const;

export type NoticeWay = (typeof NOTICE_WAYS)[number];

export interface NoticeGroupRule {
  readonly vi: string;
  readonly en: string;
  /** What holds until the person chooses. */
  readonly usual: NoticeWay;
  /** Safety of money or account: it always comes at once, by the app and by e-mail. */
  readonly mandatory: boolean;
}

const group = (vi: string, en: string, usual: NoticeWay = 'EMAIL', mandatory = false): NoticeGroupRule => ({
  vi,
  en,
  usual,
  mandatory,
});

/** One row of the settings for each group of notices. */
export const NOTICE_GROUPS = {
  ORDERS: group('Đơn đặt hàng', 'Orders'),
  DELIVERY: group('Giao nhận hàng', 'Deliveries and receipts'),
  PAYMENTS: group('Thanh toán', 'Payments'),
  AGREEMENTS: group('Thoả thuận và hợp đồng', 'Agreements and contracts'),
  PETITIONS: group('Kiến nghị và nhiệm vụ', 'Petitions and duties'),
  SOURCING: group('Nhu cầu mua và báo giá', 'Demand and quotations'),
  CERTIFICATES: group('Chứng nhận và giấy tờ', 'Certificates and documents'),
  PRODUCTS: group('Sản phẩm và kênh bán', 'Products and channels', 'DIGEST'),
  MESSAGES: group('Lời nhắn trên giấy tờ', 'Messages on documents', 'DIGEST'),
  WATCHES: group('Tìm kiếm đã lưu', 'Saved searches', 'DIGEST'),
  ORGANIZATION: group('Hồ sơ đơn vị', 'Organization profile'),
  SECURITY: group('An toàn tài khoản', 'Account safety', 'EMAIL', true),
} as const satisfies Readonly<Record<string, NoticeGroupRule>>;

export type NoticeGroup = keyof typeof NOTICE_GROUPS;

export const NOTICE_GROUP_NAMES = Object.keys(NOTICE_GROUPS) as NoticeGroup[];

/** What holds for a group, given what the person chose; a mandatory group cannot be chosen away. */
export function noticeWay(group: NoticeGroup, chosen: NoticeWay | null | undefined): NoticeWay {
  const { usual, mandatory } = NOTICE_GROUPS[group];
  return mandatory ? usual : (chosen ?? usual);
}

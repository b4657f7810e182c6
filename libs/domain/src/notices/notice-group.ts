/** How a person wants to hear of something: every way but OFF also shows it in the app. */
export const NOTICE_WAYS = ['APP', 'EMAIL', 'DIGEST', 'OFF'] as const;

export type NoticeWay = (typeof NOTICE_WAYS)[number];

export interface NoticeGroupRule {
  /** What holds until the person chooses. */
  readonly usual: NoticeWay;
  /** Safety of money or account: it always comes at once, by the app and by e-mail. */
  readonly mandatory: boolean;
}

const choice = (usual: NoticeWay): NoticeGroupRule => ({ usual, mandatory: false });

/** One row of the settings for each group of notices. */
export const NOTICE_GROUPS = {
  ORDERS: choice('EMAIL'),
  DELIVERY: choice('EMAIL'),
  PAYMENTS: choice('EMAIL'),
  AGREEMENTS: choice('EMAIL'),
  SOURCING: choice('EMAIL'),
  CERTIFICATES: choice('EMAIL'),
  PRODUCTS: choice('DIGEST'),
  WATCHES: choice('DIGEST'),
  ORGANIZATION: choice('EMAIL'),
  SECURITY: { usual: 'EMAIL', mandatory: true },
} as const satisfies Readonly<Record<string, NoticeGroupRule>>;

export type NoticeGroup = keyof typeof NOTICE_GROUPS;

export const NOTICE_GROUP_NAMES = Object.keys(NOTICE_GROUPS) as NoticeGroup[];

/** What holds for a group, given what the person chose; a mandatory group cannot be chosen away. */
export function noticeWay(group: NoticeGroup, chosen: NoticeWay | null | undefined): NoticeWay {
  const { usual, mandatory } = NOTICE_GROUPS[group];
  return mandatory ? usual : (chosen ?? usual);
}

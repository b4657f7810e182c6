import { declareNotice } from '../../platform/notices/index.js';

const HEADS = [
  'SELLER_DIRECTOR',
  'BUYER_MANAGER',
  'BANK_OFFICER',
  'DEPARTMENT_OFFICER',
  'DEPARTMENT_LEADER',
  'PROMOTER',
] as const;
const EVERYBODY = [...HEADS, 'SELLER_STAFF', 'BUYER', 'BUYER_RECEIVER'] as const;
const OFFICERS = ['ALLIANCE_OFFICER', 'ALLIANCE_LEADER'] as const;
const ownPage = () => '/organization';

export const organizationSubmitted = declareNotice<{ orgId: string; name: string }>({
  kind: 'organization.submitted',
  group: 'ORGANIZATION',
  to: OFFICERS,
  vi: ({ name }) => `${name} gửi hồ sơ đăng ký, chờ đối chiếu giấy tờ.`,
  en: ({ name }) => `${name} sent its registration; its papers wait to be compared.`,
  link: ({ orgId }) => `/organizations/${orgId}`,
});

export const organizationVerified = declareNotice<{ name: string }>({
  kind: 'organization.verified',
  group: 'ORGANIZATION',
  to: HEADS,
  vi: ({ name }) => `Hồ sơ của ${name} đã được đối chiếu giấy tờ. Từ nay sản phẩm được đăng và đơn hàng được nhận.`,
  en: ({ name }) => `The papers of ${name} have been compared. Products may be published and orders taken from now on.`,
  link: ownPage,
});

export const organizationReturned = declareNotice<{ name: string; reason: string }>({
  kind: 'organization.returned',
  group: 'ORGANIZATION',
  to: HEADS,
  vi: ({ name, reason }) => ({ title: `Hồ sơ của ${name} được trả lại để bổ sung.`, text: reason }),
  en: ({ name, reason }) => ({ title: `The registration of ${name} came back to be completed.`, text: reason }),
  link: ownPage,
});

export const organizationSuspended = declareNotice<{ name: string; reason: string }>({
  kind: 'organization.suspended',
  group: 'SECURITY',
  to: HEADS,
  vi: ({ name, reason }) => ({ title: `${name} bị tạm dừng trên Liên Kết, không nhận đơn hàng mới.`, text: reason }),
  en: ({ name, reason }) => ({ title: `${name} is suspended on Liên Kết and takes no new orders.`, text: reason }),
  link: ownPage,
});

export const organizationRestored = declareNotice<{ name: string }>({
  kind: 'organization.restored',
  group: 'ORGANIZATION',
  to: HEADS,
  vi: ({ name }) => `${name} hoạt động trở lại trên Liên Kết.`,
  en: ({ name }) => `${name} is active on Liên Kết again.`,
  link: ownPage,
});

export const organizationClosed = declareNotice<{ name: string; reason: string }>({
  kind: 'organization.closed',
  group: 'SECURITY',
  to: HEADS,
  vi: ({ name, reason }) => ({ title: `Hồ sơ của ${name} đã đóng.`, text: reason }),
  en: ({ name, reason }) => ({ title: `The registration of ${name} is closed.`, text: reason }),
  link: ownPage,
});

export const organizationMerged = declareNotice<{ name: string; survivor: string }>({
  kind: 'organization.merged',
  group: 'ORGANIZATION',
  to: EVERYBODY,
  vi: ({ name, survivor }) => ({
    title: `${name} được nhập vào ${survivor} vì là một đơn vị đăng ký hai lần.`,
    text: `Bạn có chỗ ở cả hai: làm việc mới ở ${survivor}, chứng từ cũ vẫn xem ở ${name}.`,
  }),
  en: ({ name, survivor }) => ({
    title: `${name} was merged into ${survivor}: one body had been registered twice.`,
    text: `You have a seat in both: new work at ${survivor}, older documents stay at ${name}.`,
  }),
  link: ownPage,
});

export const bankChangeRequested = declareNotice<{ by: string; account: string; until: string }>({
  kind: 'bank-account.requested',
  group: 'SECURITY',
  to: EVERYBODY,
  urgent: true,
  vi: ({ by, account, until }) => ({
    title: `${by} xin đổi tài khoản nhận tiền sang ${account}.`,
    text: `Tài khoản cũ còn dùng cho đến khi người thứ hai xác nhận và sau ${until}. Nếu không phải đơn vị bạn yêu cầu, hãy huỷ ngay ở Hồ sơ tổ chức.`,
  }),
  en: ({ by, account, until }) => ({
    title: `${by} asked to be paid to ${account}.`,
    text: `The old account stays in force until a second person confirms and until ${until}. If your organization did not ask for this, cancel it now under Organization.`,
  }),
  link: ownPage,
});

export const bankChangeWaits = declareNotice<{ name: string; account: string }>({
  kind: 'bank-account.waits',
  group: 'ORGANIZATION',
  to: OFFICERS,
  vi: ({ name, account }) => `${name} xin đổi tài khoản nhận tiền sang ${account}. Hãy gọi lại số đã biết trước khi xác nhận.`,
  en: ({ name, account }) => `${name} asks to be paid to ${account}. Call back the number you know before you confirm.`,
  link: () => '/review/organizations',
});

export const bankChangeConfirmed = declareNotice<{ by: string; account: string; until: string }>({
  kind: 'bank-account.confirmed',
  group: 'SECURITY',
  to: EVERYBODY,
  vi: ({ by, account, until }) => `${by} đã xác nhận tài khoản ${account}; tài khoản này có hiệu lực từ ${until}.`,
  en: ({ by, account, until }) => `${by} confirmed account ${account}; it is in force from ${until}.`,
  link: ownPage,
});

export const bankChangeApplied = declareNotice<{ account: string }>({
  kind: 'bank-account.applied',
  group: 'SECURITY',
  to: EVERYBODY,
  vi: ({ account }) => `Từ nay tiền hàng được chuyển vào tài khoản ${account}.`,
  en: ({ account }) => `From now on payments go to account ${account}.`,
  link: ownPage,
});

export const bankChangeCancelled = declareNotice<{ by: string; account: string }>({
  kind: 'bank-account.cancelled',
  group: 'SECURITY',
  to: EVERYBODY,
  vi: ({ by, account }) => `${by} đã huỷ việc đổi sang tài khoản ${account}. Tài khoản cũ vẫn dùng.`,
  en: ({ by, account }) => `${by} cancelled the change to account ${account}. The old account stays.`,
  link: ownPage,
});

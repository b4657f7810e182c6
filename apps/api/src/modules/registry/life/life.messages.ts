import type { OrganizationState, ProfileField, SecondPersonRefusal } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';

export type LifeRefusal =
  | SecondPersonRefusal
  | { readonly code: 'STEP_NOT_POSSIBLE'; readonly status: OrganizationState }
  | { readonly code: 'REASON_MISSING' }
  | { readonly code: 'REASON_TOO_LONG'; readonly max: number }
  | { readonly code: 'PROFILE_INCOMPLETE'; readonly missing: readonly ProfileField[] }
  | { readonly code: 'TAX_CODE_TAKEN'; readonly name: string };

const STATE_WORDS: Readonly<Record<OrganizationState, readonly [vi: string, en: string]>> = {
  DRAFT: ['hồ sơ nháp', 'a draft'],
  PENDING: ['đang chờ đối chiếu', 'waiting to be compared'],
  ACTIVE: ['đang hoạt động', 'active'],
  SUSPENDED: ['đang tạm dừng', 'suspended'],
  CLOSED: ['đã đóng', 'closed'],
  MERGED: ['đã nhập vào đơn vị khác', 'merged into another'],
};

export const FIELD_WORDS: Readonly<Record<ProfileField, readonly [vi: string, en: string]>> = {
  taxCode: ['mã số thuế', 'tax code'],
  registrationNo: ['số giấy đăng ký', 'registration number'],
  registeredOn: ['ngày đăng ký', 'day of registration'],
  legalRepresentative: ['người đại diện theo pháp luật', 'legal representative'],
  memberCount: ['số thành viên', 'number of members'],
  charterCapital: ['vốn điều lệ', 'charter capital'],
  phone: ['điện thoại', 'phone'],
  email: ['e-mail', 'e-mail'],
  communeCode: ['xã, phường', 'commune'],
  address: ['địa chỉ', 'address'],
  story: ['giới thiệu', 'introduction'],
  bankAccountNo: ['tài khoản nhận tiền', 'bank account'],
};

const wordsOf = (missing: readonly ProfileField[], language: 0 | 1) =>
  missing.map((field) => FIELD_WORDS[field][language]).join(', ');

export const lifeMessages: Messages<LifeRefusal> = {
  SECOND_PERSON_NEEDED: {
    vi: () => 'Người đã gửi hồ sơ không tự xác nhận được. Hãy nhờ một cán bộ khác.',
    en: () => 'Whoever sent it cannot confirm it. Ask another officer.',
  },
  STEP_NOT_POSSIBLE: {
    vi: ({ status }) => `Không làm được bước này: đơn vị ${STATE_WORDS[status][0]}. Hãy tải lại trang.`,
    en: ({ status }) => `This step is not possible: the organization is ${STATE_WORDS[status][1]}. Reload the page.`,
  },
  REASON_MISSING: {
    vi: () => 'Hãy ghi lý do để đơn vị biết phải làm gì.',
    en: () => 'Write the reason, so that the organization knows what to do.',
    field: 'reason',
  },
  REASON_TOO_LONG: {
    vi: ({ max }) => `Lý do dài quá ${max} ký tự. Hãy viết ngắn lại.`,
    en: ({ max }) => `The reason is longer than ${max} characters. Shorten it.`,
    field: 'reason',
  },
  PROFILE_INCOMPLETE: {
    vi: ({ missing }) => `Còn thiếu ${wordsOf(missing, 0)}. Hãy điền và lưu rồi gửi.`,
    en: ({ missing }) => `Still missing: ${wordsOf(missing, 1)}. Fill them in, save, then send.`,
  },
  TAX_CODE_TAKEN: {
    vi: ({ name }) => `Mã số thuế này đã thuộc ${name}. Nếu là một đơn vị, hãy đề nghị nhập hai hồ sơ.`,
    en: ({ name }) => `This tax code already belongs to ${name}. If both are one body, propose to merge them.`,
  },
};

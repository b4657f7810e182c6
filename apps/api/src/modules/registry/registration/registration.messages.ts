import type { EmailRefusal, PasswordRefusal, PhoneRefusal } from '@lienket/domain';
import type { Messages } from '../../../platform/graphql/refusal.js';
import { type OrganizationRefusal, organizationMessages } from '../registry.messages.js';

export type RegistrationRefusal =
  | EmailRefusal
  | PasswordRefusal
  | PhoneRefusal
  | { readonly code: 'KIND_NOT_REGISTRABLE' }
  | { readonly code: 'TAX_CODE_MISSING' }
  | { readonly code: 'COMMUNE_MISSING' }
  | { readonly code: 'FULL_NAME_MISSING' }
  | { readonly code: 'CONTACT_MISSING' }
  | { readonly code: 'CONSENT_MISSING' }
  | { readonly code: 'TOO_MANY_REGISTRATIONS'; readonly minutes: number };

export const registrationMessages: Messages<RegistrationRefusal | OrganizationRefusal> = {
  ...organizationMessages,
  KIND_NOT_REGISTRABLE: {
    vi: () => 'Loại hình này do Liên minh lập hồ sơ. Hãy gọi Liên minh Hợp tác xã.',
    en: () => 'Organizations of this kind are registered by the Alliance. Call the Cooperative Alliance.',
    field: 'kind',
  },
  TAX_CODE_MISSING: {
    vi: () => 'Hãy nhập mã số thuế như trên giấy đăng ký.',
    en: () => 'Enter the tax code as on the certificate of registration.',
    field: 'taxCode',
  },
  COMMUNE_MISSING: {
    vi: () => 'Hãy chọn xã, phường nơi đơn vị đặt trụ sở.',
    en: () => 'Choose the commune of the seat.',
    field: 'communeCode',
  },
  FULL_NAME_MISSING: {
    vi: () => 'Hãy nhập họ tên người đăng ký, tối đa 200 ký tự.',
    en: () => 'Enter your full name, at most 200 characters.',
    field: 'fullName',
  },
  CONTACT_MISSING: {
    vi: () => 'Hãy nhập số điện thoại hoặc e-mail để đăng nhập sau này.',
    en: () => 'Enter a phone number or an e-mail to sign in with later.',
    field: 'phone',
  },
  CONSENT_MISSING: {
    vi: () => 'Cần bạn đồng ý thì hồ sơ mới được lưu và gửi Liên minh đối chiếu.',
    en: () => 'Your consent is needed before the registration is kept and shown to the Alliance.',
    field: 'consent',
  },
  PASSWORD_TOO_SHORT: {
    vi: () => 'Mật khẩu cần ít nhất 12 ký tự. Một câu dễ nhớ cũng được, ví dụ bốn từ không liên quan.',
    en: () => 'A password needs at least 12 characters. A sentence you remember is fine, such as four unrelated words.',
    field: 'password',
  },
  PASSWORD_TOO_LONG: {
    vi: () => 'Mật khẩu dài quá 256 ký tự.',
    en: () => 'The password is longer than 256 characters.',
    field: 'password',
  },
  PASSWORD_EASY: {
    vi: () => 'Mật khẩu này dễ đoán: tránh tên mình, tên đơn vị, "matkhau", dãy số liền nhau.',
    en: () => 'This password is easy to guess: avoid your name, the organization, "password", digits in a row.',
    field: 'password',
  },
  TOO_MANY_REGISTRATIONS: {
    vi: ({ minutes }) => `Có quá nhiều lượt đăng ký từ mạng này. Hãy thử lại sau ${minutes} phút.`,
    en: ({ minutes }) => `Too many registrations from this network. Try again in ${minutes} minutes.`,
  },
};

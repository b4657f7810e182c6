import type { EmailRefusal, PhoneRefusal } from '@lienket/domain';
import type { Messages } from '../../platform/graphql/refusal.js';

export type OrganizationRefusal =
  | PhoneRefusal
  | EmailRefusal
  | { readonly code: 'NAME_MISSING' }
  | { readonly code: 'SHORT_NAME_MISSING' }
  | { readonly code: 'TAX_CODE_NOT_VALID' }
  | { readonly code: 'HOUSEHOLD_CODE_NOT_VALID' }
  | { readonly code: 'REGISTRATION_NO_TOO_LONG' }
  | { readonly code: 'REGISTERED_IN_FUTURE' }
  | { readonly code: 'CAPITAL_NOT_VALID' }
  | { readonly code: 'WEBSITE_NOT_VALID' }
  | { readonly code: 'IDENTITY_COMPARED' }
  | { readonly code: 'PROFILE_ENDED' }
  | { readonly code: 'ADDRESS_TOO_LONG' }
  | { readonly code: 'STORY_TOO_LONG' }
  | { readonly code: 'REPRESENTATIVE_TOO_LONG' }
  | { readonly code: 'MEMBER_COUNT_NOT_VALID' }
  | { readonly code: 'COMMUNE_UNKNOWN' };

export const organizationMessages: Messages<OrganizationRefusal> = {
  PHONE_NOT_VALID: {
    vi: ({ text }) =>
      `"${text}" chưa phải số điện thoại. Hãy nhập số di động 10 chữ số hoặc số bàn có mã vùng, ví dụ 0205 3812 345.`,
    en: ({ text }) =>
      `"${text}" is not a phone number. Enter a 10-digit mobile number or a landline with area code, such as 0205 3812 345.`,
    field: 'phone',
  },
  EMAIL_NOT_VALID: {
    vi: ({ text }) => `"${text}" chưa phải địa chỉ e-mail. Ví dụ: htx.chilang@gmail.com.`,
    en: ({ text }) => `"${text}" is not an e-mail address. Example: htx.chilang@gmail.com.`,
    field: 'email',
  },
  NAME_MISSING: {
    vi: () => 'Hãy nhập tên đầy đủ như trên giấy đăng ký, tối đa 200 ký tự.',
    en: () => 'Enter the full name as on the certificate of registration, at most 200 characters.',
    field: 'name',
  },
  SHORT_NAME_MISSING: {
    vi: () => 'Hãy nhập tên gọi tắt, tối đa 200 ký tự.',
    en: () => 'Enter the short name, at most 200 characters.',
    field: 'shortName',
  },
  TAX_CODE_NOT_VALID: {
    vi: () =>
      'Mã số thuế của tổ chức có 10 chữ số (chi nhánh thêm -001); chữ số cuối là số kiểm tra. Hãy xem lại trên giấy đăng ký.',
    en: () =>
      "An organization's tax code has 10 digits (a branch adds -001), the last is a check digit. Compare it with the certificate.",
    field: 'taxCode',
  },
  HOUSEHOLD_CODE_NOT_VALID: {
    vi: () => 'Mã số thuế hộ kinh doanh có 12 chữ số (số định danh của chủ hộ), hoặc 10 chữ số nếu cấp trước 1/7/2025.',
    en: () => "A household's tax code has 12 digits (the owner's personal number), or 10 digits if issued before 1/7/2025.",
    field: 'taxCode',
  },
  REGISTRATION_NO_TOO_LONG: {
    vi: () => 'Số giấy đăng ký dài quá 50 ký tự.',
    en: () => 'The registration number is longer than 50 characters.',
    field: 'registrationNo',
  },
  REGISTERED_IN_FUTURE: {
    vi: () => 'Ngày đăng ký không thể sau hôm nay.',
    en: () => 'The day of registration cannot be after today.',
    field: 'registeredOn',
  },
  CAPITAL_NOT_VALID: {
    vi: () => 'Vốn điều lệ là số đồng từ 0 đến 1 triệu tỷ.',
    en: () => 'The charter capital is an amount in đồng from 0 to 10^15.',
    field: 'charterCapital',
  },
  WEBSITE_NOT_VALID: {
    vi: () => 'Địa chỉ trang web chưa đúng. Ví dụ: htxchilang.vn.',
    en: () => 'This is not a web address. Example: htxchilang.vn.',
    field: 'website',
  },
  IDENTITY_COMPARED: {
    vi: () => 'Thông tin này đã đối chiếu với giấy tờ. Hãy gửi giấy mới cho Liên minh để sửa.',
    en: () => 'This has been compared with the papers. Send the new paper to the Alliance to change it.',
  },
  PROFILE_ENDED: {
    vi: () => 'Hồ sơ này đã đóng hoặc đã nhập vào đơn vị khác nên không sửa được nữa.',
    en: () => 'This registration is closed or merged into another and cannot be changed any more.',
  },
  ADDRESS_TOO_LONG: {
    vi: () => 'Địa chỉ dài quá 300 ký tự. Hãy viết ngắn lại: thôn, xã, tỉnh.',
    en: () => 'The address is longer than 300 characters. Shorten it: hamlet, commune, province.',
    field: 'address',
  },
  STORY_TOO_LONG: {
    vi: () => 'Bài giới thiệu dài quá 2.000 ký tự. Hãy rút gọn.',
    en: () => 'The introduction is longer than 2,000 characters. Shorten it.',
    field: 'story',
  },
  REPRESENTATIVE_TOO_LONG: {
    vi: () => 'Tên người đại diện dài quá 200 ký tự.',
    en: () => 'The name of the representative is longer than 200 characters.',
    field: 'legalRepresentative',
  },
  MEMBER_COUNT_NOT_VALID: {
    vi: () => 'Số thành viên là số nguyên từ 0 đến 1.000.000.',
    en: () => 'The number of members is a whole number from 0 to 1,000,000.',
    field: 'memberCount',
  },
  COMMUNE_UNKNOWN: {
    vi: () => 'Không có xã, phường này trong danh mục. Hãy chọn lại từ danh sách.',
    en: () => 'This commune is not in the register. Choose it from the list.',
    field: 'communeCode',
  },
};

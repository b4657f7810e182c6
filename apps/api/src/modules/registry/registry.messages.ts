import { type PhoneRefusal } from '@lienket/domain';
import type { Messages } from '../../platform/graphql/refusal.js';

export type OrganizationRefusal =
  | PhoneRefusal
  | { readonly code: 'ADDRESS_TOO_LONG' }
  | { readonly code: 'STORY_TOO_LONG' }
  | { readonly code: 'REPRESENTATIVE_TOO_LONG' }
  | { readonly code: 'MEMBER_COUNT_NOT_VALID' }
  | { readonly code: 'LOCATION_KIND_UNKNOWN' }
  | { readonly code: 'LOCATION_NAME_MISSING' }
  | { readonly code: 'LOCATION_ADDRESS_MISSING' }
  | { readonly code: 'LOCATION_CODE_TOO_LONG' }
  | { readonly code: 'COMMUNE_UNKNOWN' };

export const organizationMessages: Messages<OrganizationRefusal> = {
  PHONE_NOT_VALID: {
    vi: ({ text }) =>
      `"${text}" chưa phải số điện thoại. Hãy nhập số di động 10 chữ số hoặc số bàn có mã vùng, ví dụ 0205 3812 345.`,
    en: ({ text }) =>
      `"${text}" is not a phone number. Enter a 10-digit mobile number or a landline with area code, such as 0205 3812 345.`,
    field: 'phone',
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
  LOCATION_KIND_UNKNOWN: {
    vi: () => 'Hãy chọn loại địa điểm: vườn, kho, kho tổng, cửa hàng hoặc văn phòng.',
    en: () => 'Choose the kind of place: farm, warehouse, distribution centre, store or office.',
    field: 'kind',
  },
  LOCATION_NAME_MISSING: {
    vi: () => 'Hãy nhập tên địa điểm, tối đa 200 ký tự.',
    en: () => 'Enter the name of the place, at most 200 characters.',
    field: 'name',
  },
  LOCATION_ADDRESS_MISSING: {
    vi: () => 'Hãy nhập địa chỉ để xe giao hàng tìm được, tối đa 300 ký tự.',
    en: () => 'Enter the address a driver can find, at most 300 characters.',
    field: 'address',
  },
  LOCATION_CODE_TOO_LONG: {
    vi: () => 'Mã địa điểm dài quá 50 ký tự.',
    en: () => 'The code of the place is longer than 50 characters.',
    field: 'code',
  },
  COMMUNE_UNKNOWN: {
    vi: () => 'Không có xã, phường này trong danh mục. Hãy chọn lại từ danh sách.',
    en: () => 'This commune is not in the register. Choose it from the list.',
    field: 'communeCode',
  },
};

import type { Messages } from '../../../platform/graphql/refusal.js';

export type LocationRefusal =
  | { readonly code: 'LOCATION_KIND_UNKNOWN' }
  | { readonly code: 'LOCATION_NAME_MISSING' }
  | { readonly code: 'LOCATION_ADDRESS_MISSING' }
  | { readonly code: 'LOCATION_CODE_TOO_LONG' }
  | { readonly code: 'BANNER_TOO_LONG' }
  | { readonly code: 'BANNER_ONLY_FOR_STORES' }
  | { readonly code: 'HOURS_TOO_LONG' }
  | { readonly code: 'CONTACT_NAME_TOO_LONG' }
  | { readonly code: 'CONTACT_PHONE_NOT_VALID'; readonly text: string }
  | { readonly code: 'COMMUNE_UNKNOWN' };

export const locationMessages: Messages<LocationRefusal> = {
  LOCATION_KIND_UNKNOWN: {
    vi: () => 'Hãy chọn loại địa điểm: vùng trồng, kho, nhà đóng gói, tổng kho, cửa hàng hoặc văn phòng.',
    en: () => 'Choose the kind of place: farm, warehouse, packing house, distribution centre, store or office.',
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
  BANNER_TOO_LONG: {
    vi: () => 'Tên chuỗi dài quá 100 ký tự.',
    en: () => 'The banner is longer than 100 characters.',
    field: 'bannerName',
  },
  BANNER_ONLY_FOR_STORES: {
    vi: () => 'Chỉ cửa hàng mới có tên chuỗi. Hãy để trống hoặc chọn loại Cửa hàng.',
    en: () => 'Only a store carries a banner. Leave it empty or choose the kind Store.',
    field: 'bannerName',
  },
  HOURS_TOO_LONG: {
    vi: () => 'Giờ mở cửa, nhận hàng dài quá 200 ký tự.',
    en: () => 'The opening or receiving hours are longer than 200 characters.',
    field: 'openingHours',
  },
  CONTACT_NAME_TOO_LONG: {
    vi: () => 'Tên người liên hệ dài quá 200 ký tự.',
    en: () => 'The name of the contact is longer than 200 characters.',
    field: 'contactName',
  },
  CONTACT_PHONE_NOT_VALID: {
    vi: ({ text }) => `"${text}" chưa phải số điện thoại, ví dụ 0912 345 678 hoặc 0205 3812 345.`,
    en: ({ text }) => `"${text}" is not a phone number, such as 0912 345 678 or 0205 3812 345.`,
    field: 'contactPhone',
  },
  COMMUNE_UNKNOWN: {
    vi: () => 'Không có xã, phường này trong danh mục. Hãy chọn lại từ danh sách.',
    en: () => 'This commune is not in the register. Choose it from the list.',
    field: 'communeCode',
  },
};

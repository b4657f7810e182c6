import { formatDateVi, type PhoneRefusal } from '@lienket/domain';
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

export type CertificateRefusal =
  | { readonly code: 'CERTIFICATE_KIND_UNKNOWN' }
  | { readonly code: 'STARS_NOT_VALID' }
  | { readonly code: 'STARS_ONLY_FOR_OCOP' }
  | { readonly code: 'OCOP_NEEDS_PRODUCT' }
  | { readonly code: 'ISSUED_IN_FUTURE' }
  | { readonly code: 'OCOP_NOT_YET' }
  | { readonly code: 'EXPIRES_BEFORE_ISSUE'; readonly issuedOn: string }
  | { readonly code: 'CERTIFICATE_NUMBER_TOO_LONG' }
  | { readonly code: 'ISSUER_TOO_LONG' }
  | { readonly code: 'CERTIFICATE_NOT_WAITING' };

export const certificateMessages: Messages<CertificateRefusal> = {
  CERTIFICATE_KIND_UNKNOWN: {
    vi: () => 'Hãy chọn loại giấy chứng nhận trong danh sách.',
    en: () => 'Choose the kind of certificate from the list.',
    field: 'kind',
  },
  STARS_NOT_VALID: {
    vi: () => 'Hạng OCOP là 3, 4 hoặc 5 sao, đúng như trên quyết định.',
    en: () => 'An OCOP rank is 3, 4 or 5 stars, exactly as in the decision.',
    field: 'stars',
  },
  STARS_ONLY_FOR_OCOP: {
    vi: () => 'Chỉ chứng nhận OCOP mới có sao. Hãy để trống ô số sao.',
    en: () => 'Only OCOP certificates carry stars. Leave the stars empty.',
    field: 'stars',
  },
  OCOP_NEEDS_PRODUCT: {
    vi: () => 'Chứng nhận OCOP là của từng sản phẩm. Hãy chọn sản phẩm ghi trên giấy.',
    en: () => 'An OCOP certificate belongs to one product. Choose the product named on it.',
    field: 'productId',
  },
  ISSUED_IN_FUTURE: {
    vi: () => 'Ngày cấp không thể sau hôm nay. Hãy xem lại ngày trên quyết định.',
    en: () => 'The day of issue cannot be after today. Check the date on the decision.',
    field: 'issuedOn',
  },
  OCOP_NOT_YET: {
    vi: () => 'Chương trình OCOP chưa có vào ngày này (bắt đầu từ 7/5/2018). Hãy xem lại ngày cấp trên giấy.',
    en: () => 'The OCOP programme did not exist on this day (it began on 7/5/2018). Check the day of issue on the paper.',
    field: 'issuedOn',
  },
  EXPIRES_BEFORE_ISSUE: {
    vi: ({ issuedOn }) => `Ngày hết hạn phải sau ngày cấp ${formatDateVi(issuedOn)}.`,
    en: ({ issuedOn }) => `The last day must be after the day of issue ${formatDateVi(issuedOn)}.`,
    field: 'expiresOn',
  },
  CERTIFICATE_NUMBER_TOO_LONG: {
    vi: () => 'Số chứng nhận dài quá 100 ký tự.',
    en: () => 'The certificate number is longer than 100 characters.',
    field: 'number',
  },
  ISSUER_TOO_LONG: {
    vi: () => 'Tên cơ quan cấp dài quá 200 ký tự.',
    en: () => 'The name of the issuer is longer than 200 characters.',
    field: 'issuer',
  },
  CERTIFICATE_NOT_WAITING: {
    vi: () => 'Giấy này không còn chờ xác minh. Hãy tải lại danh sách.',
    en: () => 'This certificate is no longer waiting to be verified. Reload the list.',
  },
};

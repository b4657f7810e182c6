import { CERTIFICATE_HEADERS, ISSUER_LEVELS } from '../../registry/index.js';
import type { ImportColumn } from '../import-kind.js';

const H = CERTIFICATE_HEADERS;

/** The headers that the list of papers goes out with, so that it can come in again. */
export const CERTIFICATE_COLUMNS: readonly ImportColumn[] = [
  {
    key: 'number',
    label: H.number,
    synonyms: ['Số giấy', 'Số chứng nhận', 'Số quyết định', 'Certificate number', 'No.'],
    required: true,
    kind: 'TEXT',
    help: {
      vi: 'Số in trên giấy. Cùng số, cùng loại, cùng sản phẩm là cùng một giấy: lần nhập sau sẽ cập nhật khi giấy chưa được xác minh.',
      en: 'As printed. The same number, kind and product is the same paper: a later file corrects it until it is verified.',
    },
    example: 'Ví dụ 1234/QĐ-UBND',
  },
  {
    key: 'kind',
    label: H.kind,
    synonyms: ['Loại', 'Loại chứng nhận', 'Chứng nhận', 'Certificate'],
    kind: 'TEXT',
    help: { vi: 'Chọn trong danh sách.', en: 'Choose from the list.' },
    example: 'OCOP',
  },
  {
    key: 'sellerSku',
    label: H.sellerSku,
    synonyms: ['SKU', 'Mã SP', 'Mã sản phẩm', 'Product code', 'Code'],
    kind: 'TEXT',
    help: {
      vi: 'Sản phẩm ghi trên giấy; để trống khi giấy là của cả đơn vị.',
      en: 'The product on the paper; empty when it is of the whole organization.',
    },
    example: 'NA01',
  },
  {
    key: 'slug',
    label: H.slug,
    synonyms: ['slug'],
    kind: 'TEXT',
    help: { vi: 'Thay cho mã hàng khi sản phẩm chưa có mã.', en: 'Instead of the code, for products without one.' },
    example: '',
  },
  {
    key: 'issuedOn',
    label: H.issuedOn,
    synonyms: ['Ngày hiệu lực', 'Cấp ngày', 'Issue date'],
    kind: 'DATE',
    help: { vi: 'Không sau hôm nay.', en: 'Not after today.' },
    example: '15/10/2025',
  },
  {
    key: 'expiresOn',
    label: H.expiresOn,
    synonyms: ['Hết hạn', 'Hiệu lực đến', 'Valid until'],
    kind: 'DATE',
    help: {
      vi: 'Ngày in trên giấy. Loại có thời hạn theo quy định (OCOP 36 tháng) thì tự tính.',
      en: 'As printed. Kinds with a legal term (OCOP 36 months) are counted.',
    },
    example: '',
  },
  {
    key: 'issuer',
    label: H.issuer,
    synonyms: ['Nơi cấp', 'Tổ chức chứng nhận'],
    kind: 'TEXT',
    help: { vi: 'Tối đa 200 ký tự.', en: 'At most 200 characters.' },
    example: 'UBND tỉnh Lạng Sơn',
  },
  {
    key: 'stars',
    label: H.stars,
    synonyms: ['Số sao', 'Hạng sao', 'Stars'],
    kind: 'INTEGER',
    help: { vi: 'Chỉ cho OCOP: 3, 4 hoặc 5.', en: 'Only for OCOP: 3, 4 or 5.' },
    example: '4',
  },
  {
    key: 'score',
    label: H.score,
    synonyms: ['Điểm', 'Số điểm', 'Score'],
    kind: 'TEXT',
    help: { vi: 'Chỉ cho OCOP: 0 đến 100, ví dụ 82,5.', en: 'Only for OCOP: 0 to 100, such as 82.5.' },
    example: '82,5',
  },
  {
    key: 'decidedOn',
    label: H.decidedOn,
    synonyms: ['Ngày ra quyết định'],
    kind: 'DATE',
    help: { vi: 'Không sau ngày cấp.', en: 'Not after the day of issue.' },
    example: '',
  },
  {
    key: 'issuerLevel',
    label: H.issuerLevel,
    synonyms: ['Cấp', 'Level'],
    kind: 'TEXT',
    choices: ISSUER_LEVELS,
    help: {
      vi: 'Chỉ cho OCOP; để trống khi chỉ có một cấp có thể.',
      en: 'Only for OCOP; empty where only one level is possible.',
    },
    example: '',
  },
  {
    key: 'legalBasis',
    label: H.legalBasis,
    synonyms: ['Căn cứ'],
    kind: 'TEXT',
    help: { vi: 'Cho bản tự công bố; tối đa 200 ký tự.', en: 'For self-declarations; at most 200 characters.' },
    example: '',
  },
];

import { LOT_HEADERS, LOT_ORIGINS, PRODUCT_HEADERS } from '../../catalog/index.js';
import type { ImportColumn } from '../import-kind.js';

const H = PRODUCT_HEADERS;

/** The headers that the list of lots goes out with, so that it can come in again. */
export const LOT_COLUMNS: readonly ImportColumn[] = [
  {
    key: 'lotCode',
    label: LOT_HEADERS.lotCode,
    synonyms: ['Lô', 'Số lô', 'Lot', 'Lot number'],
    required: true,
    kind: 'TEXT',
    help: {
      vi: 'Mã ghi trên sọt, không trùng trong đơn vị: chữ không dấu, số, gạch ngang, gạch chéo. Lô đã có thì cập nhật.',
      en: 'The code on the crates, one of a kind in your organization: plain letters, digits, hyphens, slashes. A known lot is updated.',
    },
    example: 'Ví dụ NA-261120-1',
  },
  {
    key: 'sellerSku',
    label: H.sellerSku,
    synonyms: ['SKU', 'Mã SP', 'Mã sản phẩm', 'Product code', 'Code'],
    kind: 'TEXT',
    help: {
      vi: 'Mã của sản phẩm. Sản phẩm phải đang giữ hàng theo lô (bật ở trang Nguồn hàng).',
      en: 'The code of the product. It must be kept by lots (turned on under Supply).',
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
    key: 'qty',
    label: LOT_HEADERS.qty,
    synonyms: ['Sản lượng', 'Khối lượng', 'Số lượng thu hoạch', 'Qty'],
    kind: 'DECIMAL',
    help: {
      vi: 'Số lượng đã vào lô, theo đơn vị bán. Lần nhập sau ghi số khác thì sổ kho thêm một dòng điều chỉnh.',
      en: 'What came into the lot, in the unit of sale. Another number later adds a correction to its book.',
    },
    example: '350',
  },
  {
    key: 'harvestedOn',
    label: LOT_HEADERS.harvestedOn,
    synonyms: ['Ngày sản xuất', 'NSX', 'Ngày thu', 'Harvest date'],
    kind: 'DATE',
    help: { vi: 'Ngày thu hoạch hoặc sản xuất, không sau hôm nay.', en: 'The day of harvest or making, not after today.' },
    example: '20/11/2026',
  },
  {
    key: 'origin',
    label: LOT_HEADERS.origin,
    synonyms: ['Nguồn', 'Origin'],
    kind: 'TEXT',
    choices: LOT_ORIGINS,
    help: { vi: 'Để trống là thu hoạch.', en: 'Empty means a harvest.' },
    example: 'Thu hoạch',
  },
  {
    key: 'goodFrom',
    label: LOT_HEADERS.goodFrom,
    synonyms: ['Ngày bắt đầu bán', 'Good from'],
    kind: 'DATE',
    help: { vi: 'Khi hàng cần ủ hoặc chờ trước khi bán.', en: 'For goods that must rest before they are sold.' },
    example: '',
  },
  {
    key: 'expiresOn',
    label: LOT_HEADERS.expiresOn,
    synonyms: ['HSD', 'Ngày hết hạn', 'Hết hạn', 'Best before'],
    kind: 'DATE',
    help: {
      vi: 'Để trống thì tính từ số ngày bảo quản của sản phẩm.',
      en: 'Empty counts from the shelf life of the product.',
    },
    example: '',
  },
  {
    key: 'grade',
    label: LOT_HEADERS.grade,
    synonyms: ['Loại', 'Phẩm cấp'],
    kind: 'TEXT',
    help: { vi: 'Tên hạng như ở trang Quy cách.', en: 'The grade as named on the packs page.' },
    example: '',
  },
  {
    key: 'place',
    label: LOT_HEADERS.place,
    synonyms: ['Kho', 'Địa điểm', 'Warehouse'],
    kind: 'TEXT',
    help: { vi: 'Tên địa điểm như ở trang Đơn vị.', en: 'The place as named on the organization page.' },
    example: '',
  },
  {
    key: 'note',
    label: LOT_HEADERS.note,
    kind: 'TEXT',
    help: { vi: 'Tối đa 2.000 ký tự.', en: 'At most 2,000 characters.' },
    example: '',
  },
];

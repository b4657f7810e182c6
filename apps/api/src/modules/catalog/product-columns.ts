import { GROUP_LABELS } from './catalog-words.js';

/** How a product's fields are called at the head of a column, in files that go out and in files that come in. */
export const PRODUCT_HEADERS = {
  sellerSku: { vi: 'Mã hàng', en: 'Own code' },
  slug: { vi: 'Mã trên Liên Kết', en: 'Liên Kết code' },
  nameVi: { vi: 'Tên sản phẩm', en: 'Product name' },
  nameEn: { vi: 'Tên tiếng Anh', en: 'English name' },
  group: { vi: 'Nhóm sản phẩm', en: 'Product group' },
  description: { vi: 'Mô tả', en: 'Description' },
  baseUnit: { vi: 'Đơn vị bán', en: 'Unit' },
  netContent: { vi: 'Quy cách', en: 'Net content' },
  harvestMonths: { vi: 'Tháng mùa vụ', en: 'Season months' },
  shelfLifeDays: { vi: 'Hạn dùng (ngày)', en: 'Shelf life (days)' },
  storage: { vi: 'Bảo quản', en: 'Storage' },
  vatClass: { vi: 'Loại thuế GTGT', en: 'VAT class' },
  priceVisibility: { vi: 'Ai thấy giá', en: 'Who sees prices' },
  packName: { vi: 'Tên kiện', en: 'Case name' },
  packSize: { vi: 'Số đơn vị trong kiện', en: 'Units in a case' },
  moqPacks: { vi: 'Số kiện tối thiểu', en: 'Smallest order (cases)' },
  gtin: { vi: 'Mã vạch (GTIN)', en: 'Barcode (GTIN)' },
  price: { vi: 'Giá bán (đ/đơn vị)', en: 'Price (đ/unit)' },
  basis: { vi: 'Giá giao tại', en: 'Price basis' },
  subgroup: { vi: 'Phân nhóm', en: 'Subgroup' },
  origin: { vi: 'Xuất xứ', en: 'Origin' },
  story: { vi: 'Câu chuyện sản phẩm', en: 'Story' },
  storageTempMin: { vi: 'Bảo quản từ (°C)', en: 'Storage from (°C)' },
  storageTempMax: { vi: 'Bảo quản đến (°C)', en: 'Storage up to (°C)' },
  minRemainingDays: { vi: 'Hạn còn lại ít nhất (ngày)', en: 'Life left at receipt (days)' },
  hsCode: { vi: 'Mã HS', en: 'HS code' },
  traceabilityUrl: { vi: 'Liên kết truy xuất', en: 'Traceability link' },
  minQty: { vi: 'Từ số lượng', en: 'From quantity' },
} as const;

type Words = Readonly<Record<string, { readonly vi: string; readonly en: string }>>;

/** What a cell says for a value that comes from a list. */
export const PRODUCT_CHOICES = {
  group: GROUP_LABELS,
  storage: {
    AMBIENT: { vi: 'Nhiệt độ thường', en: 'Ambient' },
    CHILLED: { vi: 'Mát', en: 'Chilled' },
    FROZEN: { vi: 'Đông lạnh', en: 'Frozen' },
  },
  vatClass: {
    RAW_AGRI: { vi: 'Nông sản chưa chế biến', en: 'Unprocessed farm produce' },
    PROCESSED: { vi: 'Hàng đã chế biến', en: 'Processed goods' },
    EXCISE: { vi: 'Hàng chịu thuế tiêu thụ đặc biệt', en: 'Excise goods' },
    SERVICE: { vi: 'Dịch vụ', en: 'Service' },
  },
  priceVisibility: {
    PUBLIC: { vi: 'Mọi người', en: 'Everybody' },
    BUYERS: { vi: 'Chỉ bên mua', en: 'Buyers only' },
  },
  basis: {
    EXW: { vi: 'Tại vườn hoặc xưởng', en: 'Farm gate' },
    DC: { vi: 'Kho tổng bên mua', en: 'Distribution centre' },
    STORE: { vi: 'Cửa hàng bên mua', en: 'Store' },
  },
} as const satisfies Readonly<Record<string, Words>>;

/** "7, 8, 9"; empty for goods of the whole year. */
export const monthsText = (months: readonly number[]): string => [...months].sort((a, b) => a - b).join(', ');

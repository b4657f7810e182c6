import { Injectable } from '@nestjs/common';
import { foldVietnamese } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import {
  type KnownProduct,
  PRODUCT_CHOICES,
  PRODUCT_HEADERS,
  PRODUCT_IMAGE,
  ProductBatch,
  productMessages,
} from '../../catalog/index.js';
import { YES_NO } from '../cell-values.js';
import { problemOf } from '../cell.messages.js';
import type { Checked, CheckedRow, ImportColumn, ImportKind, KindRow, PlannedChange } from '../import-kind.js';
import { type ImportRowRefusal, importRowMessages } from '../row.messages.js';
import { NEEDED_FOR_NEW, type ProductPlan, ProductRowReader } from './product-rows.js';

const H = PRODUCT_HEADERS;

const COLUMNS: readonly ImportColumn[] = [
  {
    key: 'sellerSku',
    label: H.sellerSku,
    synonyms: ['SKU', 'Mã SP', 'Mã sản phẩm', 'Mã hàng hoá', 'Product code', 'Code'],
    kind: 'TEXT',
    help: {
      vi: 'Mã của riêng bạn cho sản phẩm, không trùng nhau. Lần nhập sau, dòng cùng mã sẽ cập nhật sản phẩm đó.',
      en: 'Your own code, different for each product. The next time a row with the same code updates that product.',
    },
    example: 'Ví dụ NA01',
  },
  {
    key: 'slug',
    label: H.slug,
    synonyms: ['slug', 'Đường dẫn'],
    kind: 'TEXT',
    help: {
      vi: 'Chỉ cần khi sản phẩm đã có trên Liên Kết mà chưa có mã hàng; lấy từ tệp xuất ra.',
      en: 'Only for products already on Liên Kết without a code of yours; it stands in the exported file.',
    },
    example: '',
  },
  {
    key: 'nameVi',
    label: H.nameVi,
    synonyms: ['Tên', 'Tên hàng', 'Tên hàng hoá', 'Name', 'Product'],
    kind: 'TEXT',
    help: { vi: 'Tên khách hàng vẫn gọi, tối đa 200 ký tự.', en: 'The name customers use, at most 200 characters.' },
    example: 'Na dai Chi Lăng loại 1',
  },
  {
    key: 'group',
    label: H.group,
    synonyms: ['Nhóm', 'Nhóm hàng', 'Ngành hàng', 'Group', 'Category'],
    kind: 'TEXT',
    choices: PRODUCT_CHOICES.group,
    help: { vi: 'Chọn trong danh sách.', en: 'Choose from the list.' },
    example: 'Thực phẩm',
  },
  {
    key: 'baseUnit',
    label: H.baseUnit,
    synonyms: ['ĐVT', 'Đơn vị', 'Đơn vị tính', 'Base unit'],
    kind: 'TEXT',
    help: { vi: 'kg, hộp, chai… Không đổi được về sau.', en: 'kg, box, bottle… It cannot change later.' },
    example: 'kg',
  },
  {
    key: 'packName',
    label: H.packName,
    synonyms: ['Kiện', 'Kiện hàng', 'Tên thùng', 'Pack', 'Pack name'],
    kind: 'TEXT',
    help: { vi: 'Kiện mà bên mua đặt, tối đa 100 ký tự.', en: 'The case buyers order, at most 100 characters.' },
    example: 'Thùng xốp 10 kg',
  },
  {
    key: 'packSize',
    label: H.packSize,
    synonyms: ['Số lượng trong kiện', 'Quy đổi', 'Pack size', 'Case size'],
    kind: 'DECIMAL',
    help: { vi: 'Một kiện có bao nhiêu đơn vị bán.', en: 'How many units one case holds.' },
    example: '10',
  },
  {
    key: 'moqPacks',
    label: H.moqPacks,
    synonyms: ['MOQ', 'Đặt tối thiểu', 'Số kiện đặt tối thiểu', 'Minimum order'],
    kind: 'INTEGER',
    help: { vi: 'Số kiện ít nhất của một đơn; để trống là 1.', en: 'The fewest cases of an order; empty means 1.' },
    example: '5',
  },
  {
    key: 'price',
    label: H.price,
    synonyms: ['Giá', 'Giá bán', 'Đơn giá', 'Price', 'Unit price'],
    kind: 'INTEGER',
    help: {
      vi: 'Giá một đơn vị bán, chưa thuế GTGT. Nhiều bậc giá thì dùng tệp "Bảng giá".',
      en: 'The price of one unit without VAT. For several tiers use the "Prices" file.',
    },
    example: '40000',
  },
  {
    key: 'basis',
    label: H.basis,
    synonyms: ['Nơi giao', 'Basis'],
    kind: 'TEXT',
    choices: PRODUCT_CHOICES.basis,
    help: {
      vi: 'Giá trên là giá giao tại đâu; để trống là tại vườn.',
      en: 'Where the price delivers to; empty means farm gate.',
    },
    example: 'Tại vườn hoặc xưởng',
  },
  {
    key: 'priceVisibility',
    label: H.priceVisibility,
    synonyms: ['Hiển thị giá', 'Price visibility'],
    kind: 'TEXT',
    choices: PRODUCT_CHOICES.priceVisibility,
    help: { vi: 'Để trống là chỉ bên mua thấy giá.', en: 'Empty means buyers only.' },
    example: 'Chỉ bên mua',
  },
  {
    key: 'harvestMonths',
    label: H.harvestMonths,
    synonyms: ['Mùa vụ', 'Tháng thu hoạch', 'Season', 'Harvest months'],
    kind: 'TEXT',
    help: {
      vi: '"7, 8, 9" hoặc "T7-T9"; gõ "quanh năm" nếu có cả năm.',
      en: '"7, 8, 9" or "T7-T9"; "all year" for the whole year.',
    },
    example: 'T7, T8, T9',
  },
  {
    key: 'storage',
    label: H.storage,
    synonyms: ['Cách bảo quản', 'Điều kiện bảo quản'],
    kind: 'TEXT',
    choices: PRODUCT_CHOICES.storage,
    help: { vi: 'Chọn trong danh sách.', en: 'Choose from the list.' },
    example: 'Mát',
  },
  {
    key: 'shelfLifeDays',
    label: H.shelfLifeDays,
    synonyms: ['HSD', 'Hạn sử dụng', 'Hạn dùng', 'Shelf life'],
    kind: 'INTEGER',
    help: { vi: 'Số ngày kể từ ngày thu hoạch hoặc sản xuất.', en: 'Days from harvest or production.' },
    example: '5',
  },
  {
    key: 'vatClass',
    label: H.vatClass,
    synonyms: ['Thuế', 'Thuế GTGT', 'VAT', 'Thuế suất'],
    kind: 'TEXT',
    choices: PRODUCT_CHOICES.vatClass,
    help: { vi: 'Chọn trong danh sách.', en: 'Choose from the list.' },
    example: 'Nông sản chưa chế biến',
  },
  {
    key: 'netContent',
    label: H.netContent,
    synonyms: ['Khối lượng tịnh', 'Net weight'],
    kind: 'TEXT',
    help: { vi: 'Ghi trên nhãn, ví dụ 500 g.', en: 'As printed on the label, such as 500 g.' },
    example: '',
  },
  {
    key: 'gtin',
    label: H.gtin,
    synonyms: ['Mã vạch', 'Barcode', 'EAN', 'GTIN'],
    kind: 'TEXT',
    help: { vi: '8, 12, 13 hoặc 14 chữ số của kiện.', en: '8, 12, 13 or 14 digits of the case.' },
    example: '',
  },
  {
    key: 'nameEn',
    label: H.nameEn,
    synonyms: ['Name (English)'],
    kind: 'TEXT',
    help: { vi: 'Không bắt buộc.', en: 'Optional.' },
    example: 'Custard apple, grade 1',
  },
  {
    key: 'description',
    label: H.description,
    synonyms: ['Giới thiệu', 'Ghi chú sản phẩm'],
    kind: 'TEXT',
    help: { vi: 'Tối đa 2.000 ký tự.', en: 'At most 2,000 characters.' },
    example: 'Trái chín tự nhiên, thu hoạch buổi sáng.',
  },
  {
    key: 'subgroup',
    label: H.subgroup,
    synonyms: ['Phân nhóm', 'Subgroup'],
    kind: 'TEXT',
    help: { vi: 'Không bắt buộc, tối đa 100 ký tự.', en: 'Optional, at most 100 characters.' },
    example: '',
  },
  {
    key: 'origin',
    label: H.origin,
    synonyms: ['Nơi trồng', 'Nguồn gốc', 'Origin'],
    kind: 'TEXT',
    help: { vi: 'Nơi trồng hoặc làm ra, tối đa 200 ký tự.', en: 'Where it is grown or made, at most 200 characters.' },
    example: 'Xã Chi Lăng, tỉnh Lạng Sơn',
  },
  {
    key: 'story',
    label: H.story,
    synonyms: ['Câu chuyện', 'Story'],
    kind: 'TEXT',
    help: { vi: 'Tối đa 4.000 ký tự.', en: 'At most 4,000 characters.' },
    example: '',
  },
  {
    key: 'storageTempMin',
    label: H.storageTempMin,
    synonyms: ['Nhiệt độ từ'],
    kind: 'INTEGER',
    help: { vi: 'Nhiệt độ bảo quản thấp nhất, độ C.', en: 'Lowest storage temperature, °C.' },
    example: '',
  },
  {
    key: 'storageTempMax',
    label: H.storageTempMax,
    synonyms: ['Nhiệt độ đến'],
    kind: 'INTEGER',
    help: { vi: 'Nhiệt độ bảo quản cao nhất, độ C.', en: 'Highest storage temperature, °C.' },
    example: '',
  },
  {
    key: 'minRemainingDays',
    label: H.minRemainingDays,
    synonyms: ['Hạn dùng còn lại tối thiểu'],
    kind: 'INTEGER',
    help: { vi: 'Số ngày phải còn khi bên mua nhận hàng.', en: 'Days that must be left when the buyer receives the goods.' },
    example: '',
  },
  {
    key: 'hsCode',
    label: H.hsCode,
    synonyms: ['HS', 'Mã HS'],
    kind: 'TEXT',
    help: { vi: '6 đến 8 chữ số.', en: '6 to 8 digits.' },
    example: '',
  },
  {
    key: 'traceabilityUrl',
    label: H.traceabilityUrl,
    synonyms: ['Truy xuất nguồn gốc', 'Link truy xuất'],
    kind: 'TEXT',
    help: { vi: 'Địa chỉ bắt đầu bằng https://', en: 'An address that starts with https://' },
    example: '',
  },
  {
    key: 'submit',
    label: { vi: 'Gửi duyệt', en: 'Send for review' },
    synonyms: ['Gửi Liên minh duyệt', 'Submit'],
    kind: 'TEXT',
    choices: YES_NO,
    help: {
      vi: '"có" để gửi Liên minh duyệt ngay sau khi nhập; sản phẩm phải có giá.',
      en: '"yes" sends the product to the Alliance right after the import; it needs a price.',
    },
    example: 'không',
  },
];

/** Products by the seller's own code: new codes make drafts, known ones update. */
@Injectable()
export class ProductsKind implements ImportKind<ProductPlan> {
  readonly name = 'PRODUCTS';
  readonly label = { vi: 'Sản phẩm', en: 'Products' };
  readonly action = 'product.edit';
  readonly columns = COLUMNS;
  readonly keyColumns = ['sellerSku', 'slug'];
  readonly neededForNew = NEEDED_FOR_NEW;
  readonly image = PRODUCT_IMAGE;

  constructor(private readonly products: ProductBatch) {}

  async check(tx: Tx, actor: Actor, rows: readonly KindRow[], lock: boolean): Promise<Checked<ProductPlan>> {
    const find = await findProducts(this.products, tx, actor, rows, lock);
    const first = new Map<string, number>();
    const changes: PlannedChange<ProductPlan>[] = [];
    const checked = rows.map((row): CheckedRow => {
      const sku = keyText(row, 'sellerSku');
      const slug = keyText(row, 'slug');
      const refuseRow = (column: string, refusal: ImportRowRefusal): CheckedRow => ({
        row: row.row,
        outcome: 'ERROR',
        problems: [problemOf(importRowMessages, column, row.cell(column)?.text ?? '', refusal)],
      });
      if (!sku && !slug) return refuseRow('sellerSku', { code: 'KEY_MISSING' });
      const known = find.of(row);
      if (!known && slug) return refuseRow('slug', { code: 'PRODUCT_UNKNOWN' });
      const owner = sku ? find.bySku(sku) : null;
      if (known && owner && owner.id !== known.id) {
        return {
          row: row.row,
          outcome: 'ERROR',
          problems: [problemOf(productMessages, 'sellerSku', sku, { code: 'SKU_TAKEN' })],
        };
      }
      const key = known?.id ?? sku.toLowerCase();
      const before = first.get(key);
      if (before !== undefined) return refuseRow(sku ? 'sellerSku' : 'slug', { code: 'KEY_TWICE', row: before });
      first.set(key, row.row);
      const { outcome, problems, change } = new ProductRowReader(row, known).read();
      if (change) changes.push(change);
      return { row: row.row, outcome, problems };
    });
    return { rows: checked, changes };
  }

  async save(tx: Tx, actor: Actor, changes: readonly PlannedChange<ProductPlan>[]): Promise<void> {
    await this.products.create(
      tx,
      actor.orgId,
      changes.flatMap(({ plan }) => ('create' in plan ? [plan.create] : [])),
    );
    await this.products.change(
      tx,
      actor.orgId,
      changes.flatMap(({ plan }) => ('change' in plan ? [plan.change] : [])),
    );
  }

  putBack(tx: Tx, targetIds: readonly string[]): Promise<void> {
    return this.products.putBack(tx, targetIds);
  }
}

export const keyText = (row: KindRow, column: string): string =>
  row.cell(column)?.text.normalize('NFC').replace(/\s+/g, ' ').trim() ?? '';

export const isExample = (text: string): boolean => foldVietnamese(text).startsWith('vi du');

/** The reader's own products that these rows name: by address when a row gives one, else by code. */
export async function findProducts(products: ProductBatch, tx: Tx, actor: Actor, rows: readonly KindRow[], lock: boolean) {
  const known = await products.find(tx, actor.orgId, {
    skus: rows.map((row) => keyText(row, 'sellerSku')).filter(Boolean),
    slugs: rows.map((row) => keyText(row, 'slug')).filter(Boolean),
    lock,
  });
  const skus = new Map(known.map((product) => [product.columns.sellerSku?.toLowerCase(), product]));
  const slugs = new Map(known.map((product) => [product.slug, product]));
  const bySku = (sku: string): KnownProduct | null => skus.get(sku.toLowerCase()) ?? null;
  return {
    bySku,
    of: (row: KindRow): KnownProduct | null => {
      const slug = keyText(row, 'slug');
      return slug ? (slugs.get(slug) ?? null) : bySku(keyText(row, 'sellerSku'));
    },
  };
}

import { Injectable } from '@nestjs/common';
import { quantity, type Refusal, type Result } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { Messages } from '../../../platform/graphql/refusal.js';
import type { Cell } from '../../../platform/spreadsheets/index.js';
import {
  type KnownProduct,
  PRODUCT_CHOICES,
  PRODUCT_HEADERS,
  PRODUCT_IMAGE,
  ProductBatch,
  productMessages,
  type ProductPatch,
  tiersOf,
} from '../../catalog/index.js';
import { type CellRefusal, readChoice, readMoney, readQuantity } from '../cell-values.js';
import { cellMessages, problemOf } from '../cell.messages.js';
import type { Checked, CheckedRow, ImportColumn, ImportKind, KindRow, PlannedChange, Problem } from '../import-kind.js';
import { type ImportRowRefusal, importRowMessages } from '../row.messages.js';
import { findProducts, keyText } from './products.js';

const H = PRODUCT_HEADERS;

const COLUMNS: readonly ImportColumn[] = [
  {
    key: 'sellerSku',
    label: H.sellerSku,
    synonyms: ['SKU', 'Mã SP', 'Mã sản phẩm', 'Product code', 'Code'],
    kind: 'TEXT',
    help: {
      vi: 'Mã của sản phẩm đã có. Mỗi bậc giá một dòng; các dòng cùng mã là giá của một sản phẩm và thay toàn bộ giá cũ.',
      en: 'The code of a product you have. One row for each tier; the rows of one code replace all its prices.',
    },
    example: 'Ví dụ NA01',
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
    key: 'minQty',
    label: H.minQty,
    synonyms: ['Số lượng từ', 'Từ', 'Minimum quantity', 'From'],
    kind: 'DECIMAL',
    help: {
      vi: 'Từ bao nhiêu đơn vị bán thì áp dụng giá này; để trống là 0.',
      en: 'From how many units this price holds; empty means 0.',
    },
    example: '0',
  },
  {
    key: 'price',
    label: H.price,
    synonyms: ['Giá', 'Giá bán', 'Đơn giá', 'Price', 'Unit price'],
    required: true,
    kind: 'INTEGER',
    help: { vi: 'Giá một đơn vị bán, chưa thuế GTGT.', en: 'The price of one unit without VAT.' },
    example: '40000',
  },
  {
    key: 'basis',
    label: H.basis,
    synonyms: ['Nơi giao', 'Basis'],
    kind: 'TEXT',
    choices: PRODUCT_CHOICES.basis,
    help: {
      vi: 'Giá giao tại đâu; để trống thì giữ như hiện nay.',
      en: 'Where the price delivers to; empty keeps the present one.',
    },
    example: 'Tại vườn hoặc xưởng',
  },
];

interface Read {
  readonly row: KindRow;
  readonly minQty: string;
  readonly unitPrice: bigint;
  readonly basis: keyof typeof PRODUCT_CHOICES.basis | null;
  readonly problems: Problem[];
}

/** List prices by the seller's own code: the rows of one product are its tiers. */
@Injectable()
export class PricesKind implements ImportKind<ProductPatch> {
  readonly name = 'PRICES';
  readonly label = { vi: 'Bảng giá', en: 'Prices' };
  readonly action = 'product.edit';
  readonly columns = COLUMNS;
  readonly keyColumns = ['sellerSku', 'slug'];
  readonly image = PRODUCT_IMAGE;

  constructor(private readonly products: ProductBatch) {}

  async check(tx: Tx, actor: Actor, rows: readonly KindRow[], lock: boolean): Promise<Checked<ProductPatch>> {
    const find = await findProducts(this.products, tx, actor, rows, lock);
    const checked: CheckedRow[] = [];
    const changes: PlannedChange<ProductPatch>[] = [];
    const groups = new Map<string, { product: KnownProduct; rows: KindRow[] }>();
    for (const row of rows) {
      const product = find.of(row);
      if (product) {
        const group = groups.get(product.id) ?? { product, rows: [] };
        groups.set(product.id, { product, rows: [...group.rows, row] });
        continue;
      }
      const named = keyText(row, 'sellerSku') || keyText(row, 'slug');
      const refusal: ImportRowRefusal = { code: named ? 'PRODUCT_UNKNOWN' : 'KEY_MISSING' };
      checked.push({ row: row.row, outcome: 'ERROR', problems: [problemOf(importRowMessages, 'sellerSku', named, refusal)] });
    }
    for (const group of groups.values()) {
      const { rows: found, patch } = pricesOf(group.product, group.rows.map(read));
      checked.push(...found);
      if (patch) changes.push({ targetId: patch.id, isNew: false, firstRow: group.rows[0]!.row, plan: patch });
    }
    return { rows: checked, changes };
  }

  save(tx: Tx, actor: Actor, changes: readonly PlannedChange<ProductPatch>[]): Promise<void> {
    return this.products.change(
      tx,
      actor.orgId,
      changes.map(({ plan }) => plan),
    );
  }

  putBack(tx: Tx, targetIds: readonly string[]): Promise<void> {
    return this.products.putBack(tx, targetIds);
  }
}

function read(row: KindRow): Read {
  const problems: Problem[] = [];
  const value = <T>(column: string, reader: (cell: Cell) => Result<T, CellRefusal>): T | null => {
    const cell = row.cell(column);
    if (!cell) return null;
    const got = reader(cell);
    if (got.ok) return got.value;
    problems.push(problemOf(cellMessages, column, cell.text, got.refusal));
    return null;
  };
  const unitPrice = value('price', readMoney);
  if (!row.cell('price')) problems.push(problemOf(cellMessages, 'price', '', { code: 'CELL_MISSING' }));
  return {
    row,
    minQty: value('minQty', readQuantity)?.toDecimalString() ?? '0',
    unitPrice: unitPrice ?? 0n,
    basis: value('basis', (cell) => readChoice(cell, PRODUCT_CHOICES.basis)),
    problems,
  };
}

/** The tiers of one product in the order of their quantities; one wrong row holds back the others of its product. */
function pricesOf(product: KnownProduct, reads: readonly Read[]): { rows: CheckedRow[]; patch: ProductPatch | null } {
  const sorted = [...reads].sort((a, b) => quantity(a.minQty).compare(quantity(b.minQty)));
  const complain = <R extends Refusal>(
    index: number,
    column: string,
    refusal: Refusal | ImportRowRefusal,
    messages: Messages<R>,
  ) => sorted[index]!.problems.push(problemOf(messages, column, sorted[index]!.row.cell(column)?.text ?? '', refusal));
  if (product.status === 'ARCHIVED') complain(0, 'sellerSku', { code: 'PRODUCT_ARCHIVED' }, productMessages);
  const bases = new Set(reads.flatMap(({ basis }) => (basis ? [basis] : [])));
  if (bases.size > 1) complain(0, 'basis', { code: 'BASES_DIFFER' }, importRowMessages);
  const tiers = sorted.map(({ minQty, unitPrice }) => ({ minQty, unitPrice }));
  const sound = reads.every(({ problems }) => problems.length === 0) ? tiersOf(tiers) : null;
  if (sound && !sound.ok) {
    const told = 'rows' in sound.refusal ? (sound.refusal['rows'] as { row: number; field: string; refusal: Refusal }[]) : [];
    for (const { row, field, refusal } of told) complain(row, field === 'minQty' ? 'minQty' : 'price', refusal, productMessages);
    if (told.length === 0) complain(0, 'price', sound.refusal, productMessages);
  }
  const wrong = sorted.find(({ problems }) => problems.length > 0);
  if (wrong) {
    const row = wrong.row.row;
    for (const [index, { problems }] of sorted.entries()) {
      if (problems.length === 0) complain(index, 'sellerSku', { code: 'GROUP_HAS_ERRORS', row }, importRowMessages);
    }
    return {
      rows: sorted.map(({ row: { row: number }, problems }) => ({ row: number, outcome: 'ERROR', problems })),
      patch: null,
    };
  }
  const basis = [...bases][0] ?? product.prices?.basis ?? 'EXW';
  const text = (list: readonly { minQty: string; unitPrice: bigint }[]) =>
    list.map(({ minQty, unitPrice }) => `${quantity(minQty).toDecimalString()}:${unitPrice}`).join();
  const isSame = product.prices?.basis === basis && text(product.prices.tiers) === text(tiers);
  return {
    rows: sorted.map(({ row }) => ({ row: row.row, outcome: isSame ? 'SKIP' : 'UPDATE', problems: [] })),
    patch: isSame ? null : { id: product.id, prices: { tiers, basis } },
  };
}

import { quantity, type Refusal, type Result, splitEdit } from '@lienket/domain';
import type { Cell } from '../../../platform/spreadsheets/index.js';
import type { Messages } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import {
  baseUnitOf,
  type BatchColumns,
  type BatchPrices,
  columnsOf,
  factsAgree,
  type KnownProduct,
  type NewProduct,
  packOf,
  PRODUCT_CHOICES,
  type ProductColumns,
  type ProductPatch,
  productMessages,
  tiersOf,
} from '../../catalog/index.js';
import {
  type CellRefusal,
  isClear,
  readChoice,
  readDegrees,
  readInteger,
  readMoney,
  readMonths,
  readQuantity,
  readText,
  YES_NO,
} from '../cell-values.js';
import { cellMessages, problemOf } from '../cell.messages.js';
import type { KindRow, PlannedChange, Problem, RowOutcome } from '../import-kind.js';
import { importRowMessages } from '../row.messages.js';

export const NEEDED_FOR_NEW = ['nameVi', 'group', 'baseUnit', 'storage', 'vatClass', 'packName', 'packSize'] as const;

export type ProductPlan = { readonly create: NewProduct } | { readonly change: ProductPatch };

export interface RowReading {
  readonly outcome: RowOutcome;
  readonly problems: readonly Problem[];
  readonly change: PlannedChange<ProductPlan> | null;
}

/** Reads one row of the product file against the product it names; the rules are those of the form. */
export class ProductRowReader {
  private readonly problems: Problem[] = [];

  constructor(
    private readonly row: KindRow,
    private readonly known: KnownProduct | null,
  ) {}

  read(): RowReading {
    if (this.known?.status === 'ARCHIVED') this.complain('sellerSku', { code: 'PRODUCT_ARCHIVED' }, productMessages);
    const parts: Parts = {
      columns: this.columns(),
      baseUnit: this.ruled('baseUnit', readText, (unit) => baseUnitOf(unit)),
      pack: this.pack(),
      prices: this.prices(),
      submit: this.value('submit', (cell) => readChoice(cell, YES_NO)) === 'YES',
    };
    return this.known ? this.changed(this.known, parts) : this.created(parts);
  }

  private created({ columns, baseUnit, pack, prices, submit }: Parts): RowReading {
    for (const column of NEEDED_FOR_NEW) {
      if (!this.row.cell(column)) this.complain(column, { code: 'CELL_MISSING' }, cellMessages);
    }
    if (submit && !prices) this.complain('price', { code: 'PRICE_MISSING' }, productMessages);
    this.agree(columns);
    if (this.problems.length > 0) return this.refused();
    const create: NewProduct = {
      id: newId(),
      baseUnit: baseUnit!,
      columns: { ...EMPTY, ...columns } as BatchColumns,
      pack: { name: pack.name!, sizeBase: pack.sizeBase!, moqPacks: pack.moqPacks ?? 1, gtin: pack.gtin ?? null },
      prices,
      submit,
    };
    return this.outcome('CREATE', { targetId: create.id, isNew: true, firstRow: this.row.row, plan: { create } });
  }

  private changed(known: KnownProduct, { columns, baseUnit, pack, prices, submit }: Parts): RowReading {
    this.fixed('baseUnit', baseUnit, known.baseUnit);
    this.agree({ ...known.columns, ...columns });
    const isSameCode = columns.sellerSku?.toLowerCase() === known.columns.sellerSku?.toLowerCase();
    const { live, claims } = splitEdit(
      known.status,
      known.claims,
      { ...columns, ...(isSameCode ? { sellerSku: known.columns.sellerSku } : {}) } as Record<string, unknown>,
      known.open?.wanted,
    );
    const merged = { ...known.columns, ...live } as BatchColumns;
    const packed = known.pack && { ...known.pack, ...pack };
    const submits = submit && known.status === 'DRAFT';
    if (submits && !prices && !known.hasPrice) this.complain('price', { code: 'PRICE_MISSING' }, productMessages);
    if (this.problems.length > 0) return this.refused();
    const change: ProductPatch = {
      id: known.id,
      ...(same(merged, known.columns) ? {} : { columns: merged }),
      ...(same(claims, known.open?.wanted ?? null) ? {} : { claims: { openId: known.open?.id ?? null, wanted: claims } }),
      ...(packed && !same(packed, known.pack) ? { pack: packed } : {}),
      ...(prices ? { prices } : {}),
      ...(submits ? { submit: true } : {}),
    };
    if (Object.keys(change).length === 1) return { outcome: 'SKIP', problems: [], change: null };
    return this.outcome('UPDATE', { targetId: known.id, isNew: false, firstRow: this.row.row, plan: { change } });
  }

  private refused(): RowReading {
    return { outcome: 'ERROR', problems: this.problems, change: null };
  }

  private outcome(outcome: RowOutcome, change: PlannedChange<ProductPlan>): RowReading {
    return { outcome, problems: [], change };
  }

  /** Each cell by itself, so that every wrong one is told, not only the first. */
  private columns(): Partial<BatchColumns> {
    const found: Partial<BatchColumns> = {};
    const take = (part: Partial<ProductColumns> | undefined) => Object.assign(found, part);
    for (const field of TEXTS) {
      if (CLEARABLE.has(field) && this.cleared(field)) take({ [field]: field === 'description' ? '' : null });
      else take(this.ruled(field, readText, (value) => columnsOf({ [field]: value })));
    }
    for (const field of NUMBERS) {
      if (this.cleared(field)) take({ [field]: null });
      else
        take(
          this.ruled(field, field.startsWith('storageTemp') ? readDegrees : readInteger, (value) =>
            columnsOf({ [field]: value }),
          ),
        );
    }
    take(this.ruled('harvestMonths', readMonths, (harvestMonths) => columnsOf({ harvestMonths })));
    const group = this.choice('group', PRODUCT_CHOICES.group);
    const vatClass = this.choice('vatClass', PRODUCT_CHOICES.vatClass);
    const storage = this.choice('storage', PRODUCT_CHOICES.storage);
    const priceVisibility = this.choice('priceVisibility', PRODUCT_CHOICES.priceVisibility);
    return {
      ...found,
      ...(group ? { productGroup: group } : {}),
      ...(vatClass ? { vatClass } : {}),
      ...(storage ? { storage } : {}),
      ...(priceVisibility ? { priceVisibility } : {}),
    };
  }

  /** Numbers that only make sense together. */
  private agree(columns: Partial<BatchColumns>): void {
    const agreed = factsAgree(columns);
    if (agreed.ok) return;
    const column = agreed.refusal.code === 'TEMPERATURE_NOT_VALID' ? 'storageTempMin' : 'minRemainingDays';
    this.complain(column, agreed.refusal, productMessages);
  }

  /** The parts of a pack that the row names, each checked by the rule for a whole one. */
  private pack(): Partial<{ name: string; sizeBase: string; moqPacks: number; gtin: string | null }> {
    const sample = { name: 'Thùng', sizeBase: '1', moqPacks: 1, gtin: null };
    const part = <T>(column: string, read: (cell: Cell) => Result<T, CellRefusal>, put: (value: T) => object) =>
      this.ruled(column, read, (value) => packOf({ ...sample, ...put(value) }));
    const name = part('packName', readText, (value) => ({ name: value }))?.name;
    const sizeBase = part('packSize', readQuantity, (value) => ({ sizeBase: value.toDecimalString() }))?.sizeBase;
    const moqPacks = part('moqPacks', readInteger, (value) => ({ moqPacks: value }))?.moqPacks;
    const gtin = this.cleared('gtin') ? null : part('gtin', readText, (value) => ({ gtin: value }))?.gtin;
    return {
      ...(name !== undefined ? { name } : {}),
      ...(sizeBase !== undefined ? { sizeBase: sizeBase } : {}),
      ...(moqPacks !== undefined ? { moqPacks } : {}),
      ...(gtin !== undefined ? { gtin } : {}),
    };
  }

  /** One price for any quantity; a product with several tiers keeps them unless this names its first price. */
  private prices(): BatchPrices | null {
    const price = this.ruled('price', readMoney, (unitPrice) => tiersOf([{ minQty: '0', unitPrice }]))?.[0]?.unitPrice;
    const basis = this.choice('basis', PRODUCT_CHOICES.basis);
    const present = this.known?.prices ?? null;
    const [first, ...more] = present?.tiers ?? [];
    if (price === undefined) return basis && present && basis !== present.basis ? { tiers: present.tiers, basis } : null;
    const newBasis = basis ?? present?.basis ?? 'EXW';
    if (first?.unitPrice === price && newBasis === present?.basis) return null;
    if (more.length > 0 && first?.unitPrice !== price) {
      this.complain('price', { code: 'PRODUCT_HAS_TIERS' }, importRowMessages);
      return null;
    }
    return { tiers: [{ minQty: first?.minQty ?? '0', unitPrice: price }, ...more], basis: newBasis };
  }

  private choice<K extends string>(column: string, choices: Readonly<Record<K, { vi: string; en: string }>>): K | undefined {
    return this.value(column, (cell) => readChoice(cell, choices));
  }

  private cleared(column: string): boolean {
    return isClear(this.row.cell(column));
  }

  private value<T>(column: string, read: (cell: Cell) => Result<T, CellRefusal>): T | undefined {
    const cell = this.row.cell(column);
    if (!cell) return undefined;
    const got = read(cell);
    if (got.ok) return got.value;
    this.complain(column, got.refusal, cellMessages);
    return undefined;
  }

  /** The cell's value after the rule of the form. */
  private ruled<T, V>(
    column: string,
    read: (cell: Cell) => Result<T, CellRefusal>,
    rule: (value: T) => Result<V, Refusal>,
  ): V | undefined {
    const value = this.value(column, read);
    if (value === undefined) return undefined;
    const ruled = rule(value);
    if (ruled.ok) return ruled.value;
    const [first] = 'rows' in ruled.refusal ? (ruled.refusal['rows'] as { refusal: Refusal }[]) : [];
    this.complain(column, first?.refusal ?? ruled.refusal, productMessages);
    return undefined;
  }

  /** The form does not let these change after the first save either. */
  private fixed(column: string, typed: string | undefined, present: string): void {
    if (typed !== undefined && typed !== present) this.complain(column, { code: 'CANNOT_CHANGE_LATER' }, importRowMessages);
  }

  private complain<R extends Refusal>(column: string, refusal: Refusal, messages: Messages<R>): void {
    this.problems.push(problemOf(messages, column, this.row.cell(column)?.text ?? '', refusal));
  }
}

interface Parts {
  readonly columns: Partial<BatchColumns>;
  readonly baseUnit: string | undefined;
  readonly pack: Partial<{ name: string; sizeBase: string; moqPacks: number; gtin: string | null }>;
  readonly prices: BatchPrices | null;
  readonly submit: boolean;
}

const TEXTS = [
  'sellerSku',
  'nameVi',
  'nameEn',
  'description',
  'netContent',
  'subgroup',
  'origin',
  'story',
  'traceabilityUrl',
  'hsCode',
] as const;
const NUMBERS = ['shelfLifeDays', 'minRemainingDays', 'storageTempMin', 'storageTempMax'] as const;
const CLEARABLE = new Set<string>(TEXTS.filter((field) => field !== 'sellerSku' && field !== 'nameVi'));

const EMPTY: Omit<BatchColumns, 'nameVi' | 'storage' | 'productGroup' | 'vatClass'> = {
  sellerSku: null,
  nameEn: null,
  description: '',
  netContent: null,
  harvestMonths: [],
  shelfLifeDays: null,
  priceVisibility: 'BUYERS',
  subgroup: null,
  storageTempMin: null,
  storageTempMax: null,
  minRemainingDays: null,
  origin: null,
  story: null,
  traceabilityUrl: null,
  hsCode: null,
};

const comparable = (value: unknown): string =>
  JSON.stringify(value, (key, inner) => {
    if (key === 'sizeBase') return quantity(inner as string).toDecimalString();
    if (key === 'harvestMonths') return [...(inner as number[])].sort((a, b) => a - b);
    return inner;
  });
const sorted = (row: object): object => Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
const same = (a: object | null, b: object | null): boolean => comparable(a && sorted(a)) === comparable(b && sorted(b));

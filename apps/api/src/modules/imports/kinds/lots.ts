import { Injectable } from '@nestjs/common';
import { foldVietnamese, moveStock, type Quantity } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import {
  type KnownLot,
  LOT_CODE,
  LOT_IMAGE,
  LOT_ORIGINS,
  LotBatch,
  lotDates,
  type LotPatch,
  type LotProduct,
  type NewLot,
  supplyMessages,
} from '../../catalog/index.js';
import { readChoice, readDate, readQuantity } from '../cell-values.js';
import type { Checked, CheckedRow, ImportKind, KindRow, PlannedChange, TakenBack } from '../import-kind.js';
import { LOT_COLUMNS } from './lot-columns.js';
import { correctedQuantity } from './lot-quantity.js';
import { keyText } from './products.js';
import { RowCells } from './row-cells.js';

export type LotPlan = { readonly create: NewLot } | { readonly change: LotPatch };

interface World {
  readonly today: string;
  readonly productOf: (row: KindRow) => LotProduct | null;
  readonly lots: ReadonlyMap<string, KnownLot>;
  readonly places: readonly { readonly id: string; readonly name: string }[];
}

const FIELD_COLUMNS = { harvestedOn: 'harvestedOn', expiresOn: 'expiresOn', qty: 'qty', code: 'lotCode', note: 'note' };
const NOTE_MAX = 2000;

/** Lots by their code: new codes come into stock, known ones are corrected; the book keeps every step. */
@Injectable()
export class LotsKind implements ImportKind<LotPlan> {
  readonly name = 'LOTS';
  readonly label = { vi: 'Lô hàng, tồn kho', en: 'Lots and stock' };
  readonly action = 'supply.record';
  readonly columns = LOT_COLUMNS;
  readonly keyColumns = ['lotCode'];
  readonly neededForNew = ['sellerSku', 'qty', 'harvestedOn'];
  readonly image = LOT_IMAGE;

  constructor(private readonly batch: LotBatch) {}

  async check(tx: Tx, actor: Actor, rows: readonly KindRow[], lock: boolean): Promise<Checked<LotPlan>> {
    const world = await this.world(tx, actor, rows, lock);
    const seen = new Map<string, number>();
    const changes: PlannedChange<LotPlan>[] = [];
    const checked = rows.map((row): CheckedRow => {
      const cells = new RowCells(row);
      const code = lotCodeOf(row);
      if (!code) cells.refuse('lotCode', { code: 'LOT_CODE_MISSING' });
      else if (!LOT_CODE.test(code)) cells.complain('lotCode', supplyMessages, { code: 'LOT_CODE_NOT_VALID' });
      else if (seen.has(code)) cells.refuse('lotCode', { code: 'KEY_TWICE', row: seen.get(code)! });
      if (!cells.isSound) return { row: row.row, outcome: 'ERROR', problems: cells.problems };
      seen.set(code, row.row);
      const known = world.lots.get(code);
      const plan = known ? changed(cells, known, world) : created(cells, code, world);
      if (!cells.isSound) return { row: row.row, outcome: 'ERROR', problems: cells.problems };
      if (!plan) return { row: row.row, outcome: 'SKIP', problems: [] };
      const isNew = 'create' in plan;
      changes.push({ targetId: isNew ? plan.create.id : plan.change.id, isNew, firstRow: row.row, plan });
      return { row: row.row, outcome: isNew ? 'CREATE' : 'UPDATE', problems: [] };
    });
    return { rows: checked, changes };
  }

  async save(tx: Tx, actor: Actor, changes: readonly PlannedChange<LotPlan>[]): Promise<void> {
    const plans = changes.map(({ plan }) => plan);
    await this.batch.create(
      tx,
      actor.orgId,
      plans.flatMap((plan) => ('create' in plan ? [plan.create] : [])),
    );
    await this.batch.change(
      tx,
      actor.orgId,
      plans.flatMap((plan) => ('change' in plan ? [plan.change] : [])),
    );
  }

  takeBack(tx: Tx, actor: Actor, undone: readonly TakenBack[]): Promise<void> {
    return this.batch.takeBack(
      tx,
      actor.orgId,
      undone.map(({ targetId, addedIds, before }) => ({ id: targetId, entryIds: addedIds, before })),
    );
  }

  /** The opposite rows are all there is to do. */
  putBack(): Promise<void> {
    return Promise.resolve();
  }

  private async world(tx: Tx, actor: Actor, rows: readonly KindRow[], lock: boolean): Promise<World> {
    const skus = rows.map((row) => keyText(row, 'sellerSku')).filter(Boolean);
    const slugs = rows.map((row) => keyText(row, 'slug')).filter(Boolean);
    const products = await this.batch.products(tx, actor.orgId, skus, slugs);
    const bySku = new Map(products.map((product) => [product.sellerSku?.toLowerCase(), product]));
    const bySlug = new Map(products.map((product) => [product.slug, product]));
    const lots = await this.batch.find(tx, actor.orgId, rows.map(lotCodeOf), lock);
    return {
      today: tx.today,
      productOf: (row) => {
        const slug = keyText(row, 'slug');
        return (slug ? bySlug.get(slug) : bySku.get(keyText(row, 'sellerSku').toLowerCase())) ?? null;
      },
      lots: new Map(lots.map((lot) => [lot.code, lot])),
      places: await this.batch.places(tx, actor.orgId),
    };
  }
}

const lotCodeOf = (row: KindRow): string => keyText(row, 'lotCode').toUpperCase();
const named = (row: KindRow): string => keyText(row, 'slug') || keyText(row, 'sellerSku');

function created(cells: RowCells, code: string, world: World): LotPlan | null {
  const product = productFor(cells, world);
  const qty = cells.value('qty', readQuantity);
  const harvestedOn = cells.value('harvestedOn', readDate);
  const [goodFrom, expiresOn] = [cells.value('goodFrom', readDate), cells.value('expiresOn', readDate)];
  const origin = cells.value('origin', (cell) => readChoice(cell, LOT_ORIGINS)) ?? 'HARVEST';
  const note = noteOf(cells) ?? null;
  cells.need(named(cells.row) ? ['qty', 'harvestedOn'] : ['sellerSku', 'qty', 'harvestedOn']);
  const gradeId = product ? oneNamed(cells, 'grade', product.grades) : null;
  const locationId = oneNamed(cells, 'place', world.places);
  if (!product || !qty || !harvestedOn || !cells.isSound) return null;
  const move = cells.ruled(moveStock({ onHand: qty.sub(qty), reserved: qty.sub(qty) }, origin, qty), supplyMessages, 'qty');
  const dates = cells.ruled(
    lotDates({ harvestedOn, goodFrom: goodFrom ?? null, expiresOn: expiresOn ?? null }, product.shelfLifeDays, world.today),
    supplyMessages,
    'harvestedOn',
    FIELD_COLUMNS,
  );
  if (!move || !dates) return null;
  return { create: { id: newId(), productId: product.id, code, origin, move, ...dates, note, gradeId, locationId } };
}

function changed(cells: RowCells, known: KnownLot, world: World): LotPlan | null {
  if (named(cells.row)) {
    const product = productFor(cells, world);
    if (product && product.id !== known.productId) cells.refuse(keyColumnOf(cells.row), { code: 'LOT_FIXED' });
  }
  const same = <T>(column: string, typed: T | null | undefined, has: T) => {
    if (typed !== undefined && typed !== null && typed !== has) cells.refuse(column, { code: 'LOT_FIXED' });
  };
  same('harvestedOn', cells.value('harvestedOn', readDate), known.harvestedOn);
  same(
    'origin',
    cells.value('origin', (cell) => readChoice(cell, LOT_ORIGINS)),
    known.origin,
  );
  const goodFrom = kept(cells.value('goodFrom', readDate), known.goodFrom);
  const expiresOn = kept(cells.value('expiresOn', readDate), known.expiresOn);
  const note = kept(noteOf(cells), known.note);
  const qty: Quantity | null | undefined = cells.value('qty', readQuantity);
  const move = qty ? correctedQuantity(cells, known, qty) : null;
  const areDatesSame = goodFrom === known.goodFrom && expiresOn === known.expiresOn;
  if (!areDatesSame) {
    const input = { harvestedOn: known.harvestedOn, goodFrom, expiresOn };
    cells.ruled(lotDates(input, null, world.today), supplyMessages, 'expiresOn', FIELD_COLUMNS);
  }
  if (!cells.isSound || (areDatesSame && note === known.note && !move)) return null;
  return { change: { id: known.id, goodFrom, expiresOn, note, move } };
}

const kept = <T>(typed: T | null | undefined, has: T | null): T | null => (typed === undefined ? has : typed);
const keyColumnOf = (row: KindRow): 'slug' | 'sellerSku' => (keyText(row, 'slug') ? 'slug' : 'sellerSku');

function productFor(cells: RowCells, world: World): LotProduct | null {
  const product = world.productOf(cells.row);
  const column = keyColumnOf(cells.row);
  if (!product) {
    if (named(cells.row)) cells.refuse(column, { code: 'PRODUCT_UNKNOWN' });
    return null;
  }
  if (product.status === 'ARCHIVED') cells.complain(column, supplyMessages, { code: 'PRODUCT_ARCHIVED' });
  else if (!product.stockKept) cells.complain(column, supplyMessages, { code: 'STOCK_NOT_KEPT' });
  return product;
}

function noteOf(cells: RowCells): string | null | undefined {
  const note = cells.text('note');
  if (note && note.length > NOTE_MAX) cells.complain('note', supplyMessages, { code: 'NOTE_TOO_LONG', max: NOTE_MAX });
  return note;
}

/** A grade of the product or a place of the organization, by its name. */
function oneNamed(
  cells: RowCells,
  column: 'grade' | 'place',
  choices: readonly { readonly id: string; readonly name: string }[],
): string | null {
  const typed = cells.text(column);
  if (!typed) return null;
  const found = choices.find(({ name }) => foldVietnamese(name) === foldVietnamese(typed));
  if (found) return found.id;
  const names = choices.map(({ name }) => name);
  cells.refuse(column, column === 'grade' ? { code: 'GRADE_UNKNOWN', grades: names } : { code: 'PLACE_UNKNOWN', places: names });
  return null;
}

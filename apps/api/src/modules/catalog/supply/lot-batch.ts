import { Injectable } from '@nestjs/common';
import { Quantity, quantity, reverseStock, type StockKind, type StockMove } from '@lienket/domain';
import type { ImageSpec } from '../../../platform/database/row-images.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { LotBalance } from './lot-balance.entity.js';
import { traceCode } from './lot-sheet.js';
import { lockLots, plainMove, writeStock } from './stock-rows.js';
import type { ProductStatus } from '../catalog.view.js';

/** A product that lots may name. */
export interface LotProduct {
  readonly id: string;
  readonly sellerSku: string | null;
  readonly slug: string;
  readonly status: ProductStatus;
  readonly stockKept: boolean;
  readonly shelfLifeDays: number | null;
  readonly grades: readonly { readonly id: string; readonly name: string }[];
}

export interface KnownLot {
  readonly id: string;
  readonly code: string;
  readonly productId: string;
  readonly origin: 'HARVEST' | 'RECEIVE';
  readonly harvestedOn: string;
  readonly goodFrom: string | null;
  readonly expiresOn: string | null;
  readonly note: string | null;
  readonly onHand: Quantity;
  readonly reserved: Quantity;
  /** What came in, as the files and the first record say, base unit: first row, corrections by file, and their reversals. */
  readonly booked: Quantity;
}

export interface NewLot {
  readonly id: string;
  readonly productId: string;
  readonly code: string;
  readonly origin: 'HARVEST' | 'RECEIVE';
  readonly move: StockMove;
  readonly harvestedOn: string;
  readonly goodFrom: string | null;
  readonly expiresOn: string | null;
  readonly note: string | null;
  readonly gradeId: string | null;
  readonly locationId: string | null;
}

export interface LotPatch {
  readonly id: string;
  readonly goodFrom: string | null;
  readonly expiresOn: string | null;
  readonly note: string | null;
  /** The row that corrects what came in; null when the quantity stays. */
  readonly move: StockMove | null;
}

/** Base unit; `l` is the lot. */
export const BOOKED_SQL = `(select coalesce(sum(e.on_hand_delta), 0) from stock_entry e left join stock_entry o on o.id = e.reverses_id
    where e.lot_id = l.id and coalesce(o.source_type, e.source_type) <> 'RECEIPT' and (coalesce(o.kind, e.kind) in ('HARVEST', 'RECEIVE')
      or coalesce(o.kind, e.kind) = 'ADJUST' and coalesce(o.source_type, e.source_type) = 'IMPORT'))`;

/** A lot and its book. The book is insert-only: taking back means rows of the opposite sign. */
export const LOT_IMAGE: ImageSpec = {
  table: 'stock_lot',
  children: [{ table: 'stock_entry', parent: 'lot_id' }],
  counters: ['version'],
};

/** Lots by the hundred, each step in one statement; the rules are those of a single lot, asked before. */
@Injectable()
export class LotBatch {
  /** The organization's own products by code, in any case of letters, or address. */
  products(tx: Tx, orgId: string, skus: readonly string[], slugs: readonly string[]): Promise<LotProduct[]> {
    return tx.query(
      `select p.id, p.seller_sku as "sellerSku", p.slug, p.status, p.stock_kept as "stockKept", p.shelf_life_days as "shelfLifeDays",
         coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name)) from grade g where g.product_id = p.id), '[]') as grades
       from product p where p.org_id = $1 and (lower(p.seller_sku) = any($2) or p.slug = any($3))`,
      [orgId, skus.map((sku) => sku.toLowerCase()), slugs],
    );
  }

  places(tx: Tx, orgId: string): Promise<{ id: string; name: string }[]> {
    return tx.query('select id, name from location where org_id = $1 and deactivated_at is null', [orgId]);
  }

  /** The organization's lots under these codes; with `lock` their balances are held until the commit. */
  async find(tx: Tx, orgId: string, codes: readonly string[], lock: boolean): Promise<KnownLot[]> {
    if (lock) await lockLots(tx, 'b.org_id = $1 and l.code = any($2)', [orgId, codes]);
    const rows = await tx.query<
      Record<'onHand' | 'reserved' | 'booked', string> & Omit<KnownLot, 'onHand' | 'reserved' | 'booked'>
    >(
      `select l.id, l.code, l.product_id as "productId", l.origin, l.harvested_on as "harvestedOn", l.good_from as "goodFrom",
         l.expires_on as "expiresOn", l.note, b.on_hand as "onHand", b.reserved,
         ${BOOKED_SQL} as booked
       from stock_lot l join lot_balance b on b.lot_id = l.id where l.org_id = $1 and l.code = any($2)`,
      [orgId, codes],
    );
    return rows.map((row) => ({
      ...row,
      onHand: quantity(row.onHand),
      reserved: quantity(row.reserved),
      booked: quantity(row.booked),
    }));
  }

  async create(tx: Tx, orgId: string, lots: readonly NewLot[]): Promise<void> {
    if (lots.length === 0) return;
    await tx.query(
      `insert into stock_lot (id, org_id, product_id, grade_id, location_id, code, trace_code, origin, harvested_on, good_from, expires_on, initial_qty, note, is_demo)
       select r.id, $1, r.product_id, r.grade_id, r.location_id, r.code, r.trace_code, r.origin, r.harvested_on, r.good_from, r.expires_on, r.qty, r.note, p.is_demo
       from jsonb_to_recordset($2::jsonb) as r(id uuid, product_id uuid, grade_id uuid, location_id uuid, code text, trace_code text, origin text,
         harvested_on date, good_from date, expires_on date, qty numeric, note text) join product p on p.id = r.product_id`,
      [
        orgId,
        JSON.stringify(
          lots.map((lot) => ({
            ...{ id: lot.id, product_id: lot.productId, grade_id: lot.gradeId, location_id: lot.locationId, code: lot.code },
            ...{ trace_code: traceCode(), origin: lot.origin, harvested_on: lot.harvestedOn, good_from: lot.goodFrom },
            ...{ expires_on: lot.expiresOn, qty: lot.move.onHand.toDecimalString(), note: lot.note },
          })),
        ),
      ],
    );
    await tx.insert(
      LotBalance,
      lots.map(({ id, productId }) => ({ lotId: id, orgId, productId })),
    );
    await writeStock(
      tx,
      lots.map(({ id, move }) => ({ lot: { id, orgId }, move, source: { type: 'IMPORT', id } })),
    );
    await tx.auditMany(
      'supply.harvest',
      'stock_lot',
      lots.map(({ id, code, move, origin }) => ({
        entityId: id,
        data: { code, qty: move.onHand.toDecimalString(), origin, byImport: true },
      })),
    );
  }

  async change(tx: Tx, orgId: string, patches: readonly LotPatch[]): Promise<void> {
    if (patches.length === 0) return;
    await this.write(
      tx,
      patches.map(({ id, goodFrom, expiresOn, note }) => ({ id, good_from: goodFrom, expires_on: expiresOn, note })),
    );
    await writeStock(
      tx,
      patches.flatMap(({ id, move }) => (move ? [{ lot: { id, orgId }, move, source: { type: 'IMPORT' as const, id } }] : [])),
    );
    await tx.auditMany(
      'supply.lot-change',
      'stock_lot',
      patches.map(({ id, goodFrom, expiresOn, note, move }) => ({
        entityId: id,
        data: { goodFrom, expiresOn, note, added: move?.onHand.toDecimalString() ?? null, byImport: true },
      })),
    );
  }

  /** Undoes the named rows of the book by their opposites, and gives the lots back their days and notes. */
  async takeBack(
    tx: Tx,
    orgId: string,
    lots: readonly {
      readonly id: string;
      readonly entryIds: readonly string[];
      readonly before: Record<string, unknown> | null;
    }[],
  ): Promise<void> {
    const balances = new Map((await lockLots(tx, 'b.lot_id = any($1)', [lots.map(({ id }) => id)])).map((lot) => [lot.id, lot]));
    const entries = await tx.query<{ id: string; lotId: string; kind: StockKind; onHand: string; reserved: string }>(
      `select id, lot_id as "lotId", kind, on_hand_delta as "onHand", reserved_delta as reserved from stock_entry
       where id = any($1) and org_id = $2 order by id desc`,
      [lots.flatMap(({ entryIds }) => entryIds), orgId],
    );
    const rows = entries.map((entry) => {
      const lot = balances.get(entry.lotId)!;
      const moved = reverseStock(lot, plainMove(entry.kind, quantity(entry.onHand), quantity(entry.reserved)), false);
      // Nothing was written since, so what came in still lies there whole.
      if (!moved.ok) throw new Error(`The lot ${entry.lotId} cannot give back what its import brought`);
      balances.set(lot.id, { ...lot, onHand: lot.onHand.add(moved.value.onHand) });
      return { lot, move: moved.value, source: { type: 'IMPORT' as const, id: lot.id }, reversesId: entry.id };
    });
    await writeStock(tx, rows);
    await this.write(
      tx,
      lots.flatMap(({ id, before }) =>
        before ? [{ id, good_from: before['good_from'], expires_on: before['expires_on'], note: before['note'] }] : [],
      ),
    );
    await tx.auditMany(
      'supply.import-undone',
      'stock_lot',
      lots.map(({ id }) => ({ entityId: id, data: {} })),
    );
  }

  private write(tx: Tx, rows: readonly Record<string, unknown>[]): Promise<unknown> {
    return tx.query(
      `update stock_lot l set good_from = r.good_from, expires_on = r.expires_on, note = r.note, version = l.version + 1
       from jsonb_to_recordset($1::jsonb) as r(id uuid, good_from date, expires_on date, note text) where l.id = r.id`,
      [JSON.stringify(rows)],
    );
  }
}

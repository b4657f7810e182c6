import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { CatalogQueries } from '../catalog.queries.js';
import type { CatalogItemView } from '../catalog.view.js';

interface ListRow {
  readonly id: string;
  readonly name: string;
  readonly changedAt: Date;
  readonly items: { productId: string; productName: string; note: string | null; addedAt: string }[];
}

export interface ShortlistView extends Omit<ListRow, 'items'> {
  readonly items: {
    productId: string;
    productName: string;
    note: string | null;
    addedAt: Date;
    product: CatalogItemView | null;
  }[];
}

const SELECT = `select s.id, s.name, s.changed_at as "changedAt",
    coalesce((select json_agg(json_build_object('productId', i.product_id, 'productName', p.name_vi, 'note', i.note, 'addedAt', i.added_at) order by i.added_at, i.product_id)
      from shortlist_item i join product p on p.id = i.product_id where i.shortlist_id = s.id), '[]') as items
  from shortlist s`;

@Injectable()
export class ShortlistQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly catalog: CatalogQueries,
  ) {}

  async all(actor: Actor): Promise<ShortlistView[]> {
    const rows = await this.uow.read(actor, (tx) =>
      this.rows(tx, `${SELECT} where s.org_id = $1 order by s.changed_at desc, s.id`, [actor.orgId]),
    );
    return this.withProducts(rows);
  }

  async byId(actor: Actor, id: string): Promise<ShortlistView> {
    const rows = await this.uow.read(actor, (tx) =>
      this.rows(tx, `${SELECT} where s.id = $1 and s.org_id = $2`, [id, actor.orgId]),
    );
    const [list] = await this.withProducts(rows);
    if (!list) throw new NotFoundError();
    return list;
  }

  private rows(tx: Tx, text: string, values: unknown[]): Promise<ListRow[]> {
    return tx.query<ListRow>(text, values);
  }

  /** What is on sale, in one statement for all lists; the projection knows nothing else. */
  private async withProducts(rows: readonly ListRow[]): Promise<ShortlistView[]> {
    const items = await this.catalog.byIds([...new Set(rows.flatMap((row) => row.items.map(({ productId }) => productId)))]);
    const known = new Map(items.map((item) => [item.id, item]));
    return rows.map((row) => ({
      ...row,
      items: row.items.map((item) => ({ ...item, addedAt: new Date(item.addedAt), product: known.get(item.productId) ?? null })),
    }));
  }
}

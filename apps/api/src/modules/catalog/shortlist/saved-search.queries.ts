import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { Clock } from '../../../platform/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { CatalogQueries } from '../catalog.queries.js';
import type { CatalogFilterView } from '../catalog.view.js';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly alert: boolean;
  readonly createdAt: Date;
  readonly filter: CatalogFilterView;
  readonly seenAt: Date;
}

export interface SavedSearchView extends Omit<Row, 'filter' | 'seenAt'> {
  readonly newCount: number;
}

const SELECT = `select s.id, s.name, s.address, s.alert, s.created_at as "createdAt", s.filter, s.seen_at as "seenAt" from saved_search s where s.org_id = $1`;

@Injectable()
export class SavedSearchQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly catalog: CatalogQueries,
    private readonly clock: Clock,
  ) {}

  async all(actor: Actor): Promise<SavedSearchView[]> {
    const rows = await this.uow.read(actor, (tx) => tx.query<Row>(`${SELECT} order by s.created_at desc, s.id`, [actor.orgId]));
    return Promise.all(rows.map((row) => this.counted(row)));
  }

  async byId(actor: Actor, id: string): Promise<SavedSearchView> {
    const [row] = await this.uow.read(actor, (tx) => tx.query<Row>(`${SELECT} and s.id = $2`, [actor.orgId, id]));
    if (!row) throw new NotFoundError();
    return this.counted(row);
  }

  private async counted({ filter, seenAt, ...row }: Row): Promise<SavedSearchView> {
    const { count } = await this.catalog.publishedSince(filter, seenAt, this.clock.now());
    return { ...row, newCount: count };
  }
}

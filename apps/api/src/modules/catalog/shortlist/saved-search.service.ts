import { Injectable } from '@nestjs/common';
import { accept, type Refusal, type Result, refuse } from '@lienket/domain';
import { SYSTEM, type Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { DailyAt, JobHandler } from '../../../platform/jobs/job-handler.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { CatalogQueries } from '../catalog.queries.js';
import type { CatalogFilterView } from '../catalog.view.js';
import { SavedSearch } from './saved-search.entity.js';
import { newInSavedSearch } from './saved-search.notices.js';
import { MOST_SEARCHES, type ShortlistRefusal } from './shortlist.messages.js';
import { nameOf } from './shortlist.service.js';

type Answer = Promise<Result<string, Refusal>>;
const no = (code: ShortlistRefusal['code']) => refuse<ShortlistRefusal>({ code } as ShortlistRefusal);

export interface SavedSearchCreate {
  readonly clientKey: string;
  readonly name: string;
  readonly address: string;
  readonly filter: CatalogFilterView;
  readonly alert: boolean;
}

@Injectable()
export class SavedSearchService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly catalog: CatalogQueries,
  ) {}

  create(actor: Actor, input: SavedSearchCreate): Answer {
    return this.uow.mutate(actor, { operation: 'savedSearchCreate', clientKey: input.clientKey, input }, async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('saved-search:' || $1, 0))`, [actor.orgId]);
      const name = nameOf(input.name);
      if (!name.ok) return name;
      if (input.address.length > 1000 || JSON.stringify(input.filter).length > 2000) return no('SEARCH_ADDRESS_TOO_LONG');
      const [held] = await tx.query<{ count: number }>('select count(*)::int as count from saved_search where org_id = $1', [
        actor.orgId,
      ]);
      if (held!.count >= MOST_SEARCHES) return no('TOO_MANY_SEARCHES');
      const id = newId();
      await tx.insert(SavedSearch, {
        id,
        orgId: actor.orgId,
        name: name.value,
        filter: { ...input.filter },
        address: input.address,
        alert: input.alert,
        seenAt: tx.now,
        alertedAt: tx.now,
        createdBy: actor.userId,
      });
      return accept(id);
    });
  }

  update(
    actor: Actor,
    input: {
      readonly clientKey: string;
      readonly id: string;
      readonly name?: string | null;
      readonly alert?: boolean | null;
      readonly seen?: boolean | null;
    },
  ): Answer {
    return this.uow.mutate(actor, { operation: 'savedSearchUpdate', clientKey: input.clientKey, input }, async (tx) => {
      await tx.one('select id from saved_search where id = $1 and org_id = $2 for update', [input.id, actor.orgId]);
      const name = input.name == null ? null : nameOf(input.name);
      if (name && !name.ok) return name;
      await tx.query(
        `update saved_search set name = coalesce($2, name), alert = coalesce($3, alert), seen_at = case when $4 then $5 else seen_at end,
           alerted_at = case when $3 and not alert then $5 else alerted_at end where id = $1`,
        [input.id, name?.value ?? null, input.alert ?? null, input.seen === true, tx.now],
      );
      return accept(input.id);
    });
  }

  remove(actor: Actor, input: { readonly clientKey: string; readonly id: string }): Answer {
    return this.uow.mutate(actor, { operation: 'savedSearchRemove', clientKey: input.clientKey, input }, async (tx) => {
      await tx.one('select id from saved_search where id = $1 and org_id = $2 for update', [input.id, actor.orgId]);
      await tx.query('delete from saved_search where id = $1', [input.id]);
      return accept(input.id);
    });
  }

  /** Once a day: what was published since the last alert is told once, in the transaction that moves the mark. */
  @JobHandler('catalog.saved-search-alerts')
  @DailyAt('07:00')
  async alert(): Promise<void> {
    const due = await this.uow.run(SYSTEM, (tx) =>
      tx.query<{ id: string }>('select id from saved_search where alert order by alerted_at, id'),
    );
    for (const { id } of due) await this.alertOne(id);
  }

  private alertOne(id: string): Promise<void> {
    return this.uow.run(SYSTEM, async (tx) => {
      const [search] = await tx.query<{
        org_id: string;
        name: string;
        filter: CatalogFilterView;
        address: string;
        alerted_at: Date;
      }>('select org_id, name, filter, address, alerted_at from saved_search where id = $1 and alert for update', [id]);
      if (!search) return;
      const found = await this.catalog.publishedSince(search.filter, search.alerted_at, tx.now);
      if (found.count === 0) return;
      await tx.query('update saved_search set alerted_at = $2 where id = $1', [id, tx.now]);
      await sendNotice(tx, newInSavedSearch, {
        orgId: search.org_id,
        key: `${id}:${search.alerted_at.toISOString()}`,
        facts: { name: search.name, count: found.count, products: found.names, address: search.address, searchId: id },
      });
    });
  }
}

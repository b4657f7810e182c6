import { Injectable } from '@nestjs/common';
import { accept, type Refusal, type Result, refuse } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { newId } from '../../../platform/ids.js';
import { tidyLine, tidyText } from '../../../platform/text.js';
import { Shortlist } from './shortlist.entity.js';
import { MOST_ITEMS, MOST_LISTS, type ShortlistRefusal } from './shortlist.messages.js';

type Answer = Promise<Result<string, Refusal>>;
interface Keyed {
  readonly clientKey: string;
}

const FIRST_LIST = 'Danh sách chọn';
const no = (code: ShortlistRefusal['code']) => refuse<ShortlistRefusal>({ code } as ShortlistRefusal);

export function nameOf(text: string): Result<string, ShortlistRefusal> {
  const name = tidyLine(text);
  if (!name) return no('LIST_NAME_MISSING');
  return name.length > 100 ? no('LIST_NAME_TOO_LONG') : accept(name);
}

/** Lists of the acting organization: its people share them, nobody else knows of them. */
@Injectable()
export class ShortlistService {
  constructor(private readonly uow: UnitOfWork) {}

  create(actor: Actor, input: Keyed & { readonly name: string }): Answer {
    return this.uow.mutate(actor, { operation: 'shortlistCreate', clientKey: input.clientKey, input }, async (tx) => {
      await this.lockOrganization(tx, actor);
      const name = nameOf(input.name);
      return name.ok ? this.open(tx, actor, name.value) : name;
    });
  }

  rename(actor: Actor, input: Keyed & { readonly id: string; readonly name: string }): Answer {
    return this.uow.mutate(actor, { operation: 'shortlistRename', clientKey: input.clientKey, input }, async (tx) => {
      await this.lockOrganization(tx, actor);
      await this.lock(tx, actor, input.id);
      const name = nameOf(input.name);
      if (!name.ok) return name;
      if (await this.named(tx, actor, name.value, input.id)) return no('LIST_NAME_TAKEN');
      await tx.query('update shortlist set name = $2, version = version + 1, changed_at = $3 where id = $1', [
        input.id,
        name.value,
        tx.now,
      ]);
      return accept(input.id);
    });
  }

  remove(actor: Actor, input: Keyed & { readonly id: string }): Answer {
    return this.uow.mutate(actor, { operation: 'shortlistRemove', clientKey: input.clientKey, input }, async (tx) => {
      await this.lock(tx, actor, input.id);
      await tx.query('delete from shortlist where id = $1', [input.id]);
      await tx.audit('shortlist.remove', 'shortlist', input.id);
      return accept(input.id);
    });
  }

  /** Products that are in the list already stay as they are: adding twice is adding once. */
  add(actor: Actor, input: Keyed & { readonly shortlistId?: string | null; readonly productIds: readonly string[] }): Answer {
    return this.uow.mutate(actor, { operation: 'shortlistAdd', clientKey: input.clientKey, input }, async (tx) => {
      if (!input.shortlistId) await this.lockOrganization(tx, actor);
      const list = input.shortlistId ? accept(input.shortlistId) : await this.firstList(tx, actor);
      if (!list.ok) return list;
      await this.lock(tx, actor, list.value);
      const ids = [...new Set(input.productIds)];
      if (ids.length > MOST_ITEMS) return no('LIST_FULL');
      const [known] = await tx.query<{ count: number }>(
        'select count(*)::int as count from catalog_entry where product_id = any($1)',
        [ids],
      );
      if (known!.count !== ids.length) throw new NotFoundError();
      await tx.query(
        `insert into shortlist_item (shortlist_id, product_id, org_id, added_by, added_at)
         select $1, id, $2, $3, $4 from unnest($5::uuid[]) id on conflict do nothing`,
        [list.value, actor.orgId, actor.userId, tx.now, ids],
      );
      const [held] = await tx.query<{ count: number }>(
        'select count(*)::int as count from shortlist_item where shortlist_id = $1',
        [list.value],
      );
      if (held!.count > MOST_ITEMS) return no('LIST_FULL');
      await this.touch(tx, list.value);
      return accept(list.value);
    });
  }

  takeOut(actor: Actor, input: Keyed & { readonly shortlistId: string; readonly productId: string }): Answer {
    return this.uow.mutate(actor, { operation: 'shortlistTakeOut', clientKey: input.clientKey, input }, async (tx) => {
      await this.lock(tx, actor, input.shortlistId);
      const taken = await tx.change(
        'delete from shortlist_item where shortlist_id = $1 and product_id = $2 returning product_id',
        [input.shortlistId, input.productId],
      );
      if (taken.length > 0) await this.touch(tx, input.shortlistId);
      return accept(input.shortlistId);
    });
  }

  note(
    actor: Actor,
    input: Keyed & { readonly shortlistId: string; readonly productId: string; readonly note?: string | null },
  ): Answer {
    return this.uow.mutate(actor, { operation: 'shortlistNote', clientKey: input.clientKey, input }, async (tx) => {
      await this.lock(tx, actor, input.shortlistId);
      await tx.one('select product_id from shortlist_item where shortlist_id = $1 and product_id = $2', [
        input.shortlistId,
        input.productId,
      ]);
      const note = tidyText(input.note);
      if ((note?.length ?? 0) > 500) return no('LIST_NOTE_TOO_LONG');
      await tx.query('update shortlist_item set note = $3 where shortlist_id = $1 and product_id = $2', [
        input.shortlistId,
        input.productId,
        note,
      ]);
      await this.touch(tx, input.shortlistId);
      return accept(input.shortlistId);
    });
  }

  private async firstList(tx: Tx, actor: Actor): Promise<Result<string, Refusal>> {
    const existing = await this.named(tx, actor, FIRST_LIST);
    return existing ? accept(existing) : this.open(tx, actor, FIRST_LIST);
  }

  private async open(tx: Tx, actor: Actor, name: string): Promise<Result<string, Refusal>> {
    if (await this.named(tx, actor, name)) return no('LIST_NAME_TAKEN');
    const [held] = await tx.query<{ count: number }>('select count(*)::int as count from shortlist where org_id = $1', [
      actor.orgId,
    ]);
    if (held!.count >= MOST_LISTS) return no('TOO_MANY_LISTS');
    const id = newId();
    await tx.insert(Shortlist, { id, orgId: actor.orgId, name, createdBy: actor.userId, changedAt: tx.now });
    await tx.audit('shortlist.create', 'shortlist', id, { name });
    return accept(id);
  }

  private async named(tx: Tx, actor: Actor, name: string, except: string | null = null): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      'select id from shortlist where org_id = $1 and lower(name) = lower($2) and id is distinct from $3::uuid',
      [actor.orgId, name, except],
    );
    return row?.id ?? null;
  }

  private lock(tx: Tx, actor: Actor, id: string): Promise<{ id: string }> {
    return tx.one('select id from shortlist where id = $1 and org_id = $2 for update', [id, actor.orgId]);
  }

  /** Two people who open a list of the same name at once do it one after the other. */
  private async lockOrganization(tx: Tx, actor: Actor): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('shortlist:' || $1, 0))`, [actor.orgId]);
  }

  private async touch(tx: Tx, id: string): Promise<void> {
    await tx.query('update shortlist set version = version + 1, changed_at = $2 where id = $1', [id, tx.now]);
  }
}

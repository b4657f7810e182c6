import { Injectable } from '@nestjs/common';
import { accept, IMPORT_UNDO_HOURS, type Refusal, type Result, refuse } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { imageSql, restoreImages, standsOn } from '../../platform/database/row-images.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { BatchRow } from './import-batches.js';
import { lockImportsOf } from './import-committing.js';
import type { ImportRefusal } from './import.messages.js';
import type { ImportKind, TakenBack } from './import-kind.js';
import type { KeptReason } from './kept.messages.js';

interface Change {
  readonly id: string;
  readonly targetId: string;
  readonly isUnchanged: boolean;
}

export const undoUntil = (committedAt: Date): Date => new Date(committedAt.getTime() + IMPORT_UNDO_HOURS * 3_600_000);

/** Takes an import back, thing by thing: what was changed since, or carries something else, stays and says so. */
@Injectable()
export class ImportUndoing {
  async undo(tx: Tx, actor: Actor, batch: BatchRow, kind: ImportKind): Promise<Result<null, Refusal>> {
    const no = (refusal: ImportRefusal) => refuse(refusal);
    if (!batch.committedAt || undoUntil(batch.committedAt) < tx.now) return no({ code: 'UNDO_TOO_LATE' });
    await lockImportsOf(tx, actor.orgId);
    const changes = await this.lockChanges(tx, batch.id, kind);
    // Where no row has to go, nothing that refers to one is in the way.
    const stoodOn = kind.takeBack ? new Set<string>() : await this.stoodOn(tx, batch.id, kind);
    const reasonOf = ({ targetId, isUnchanged }: Change): KeptReason['code'] | null =>
      !isUnchanged ? 'CHANGED_SINCE' : stoodOn.has(targetId) ? 'STOOD_ON' : null;
    const kept = changes.flatMap((change) => (reasonOf(change) ? [{ id: change.id, reason: reasonOf(change) }] : []));
    const back = changes.filter((change) => !reasonOf(change));
    if (back.length === 0) return no({ code: 'UNDO_NOTHING_LEFT' });
    const ids = back.map(({ id }) => id);
    if (kind.takeBack) await kind.takeBack(tx, actor, await this.takenBack(tx, ids, kind));
    else await restoreImages(tx, kind.image, 'select target_id as id, before from import_change where id = any($1)', [ids]);
    await kind.putBack(
      tx,
      back.map(({ targetId }) => targetId),
    );
    await tx.query('update import_change set undone_at = $2 where id = any($1)', [ids, tx.now]);
    await tx.query(
      `update import_change c set kept_reason = r.reason from jsonb_to_recordset($1::jsonb) as r(id uuid, reason text) where c.id = r.id`,
      [JSON.stringify(kept)],
    );
    await tx.audit('import.revert', 'import', batch.id, { undone: back.length, kept: kept.length });
    return accept(null);
  }

  private async lockChanges(tx: Tx, batchId: string, { image }: ImportKind): Promise<Change[]> {
    await tx.query(
      `select t.id from ${image.table} t where t.id in (select target_id from import_change where batch_id = $1) order by t.id for update`,
      [batchId],
    );
    return tx.query(
      `select c.id, c.target_id as "targetId", t.id is not null and ${imageSql(image, 't')} = c.after as "isUnchanged"
       from import_change c left join ${image.table} t on t.id = c.target_id where c.batch_id = $1 order by c.id`,
      [batchId],
    );
  }

  private takenBack(tx: Tx, changeIds: readonly string[], { image }: ImportKind): Promise<TakenBack[]> {
    const added = image.children.map(
      ({ table }) => `select (r ->> 'id')::uuid as id from jsonb_array_elements(c.after -> '${table}') r
        where not exists (select 1 from jsonb_array_elements(coalesce(c.before -> '${table}', '[]')) was where was ->> 'id' = r ->> 'id')`,
    );
    return tx.query(
      `select c.target_id as "targetId", c.before -> '${image.table}' -> 0 as before, array(${added.join(' union all ')}) as "addedIds"
       from import_change c where c.id = any($1) order by c.target_id`,
      [changeIds],
    );
  }

  /** Things of which a row would have to go that something else refers to. */
  private async stoodOn(tx: Tx, batchId: string, { image }: ImportKind): Promise<Set<string>> {
    const own = [image.table, ...image.children.map(({ table }) => table)];
    const targets = new Set<string>();
    for (const table of own) {
      const going = await tx.query<{ target: string; id: string }>(
        `select c.target_id as target, (gone ->> 'id')::uuid as id from import_change c, jsonb_array_elements(c.after -> '${table}') gone
         where c.batch_id = $1 and not exists (
           select 1 from jsonb_array_elements(coalesce(c.before -> '${table}', '[]')) kept where kept ->> 'id' = gone ->> 'id')`,
        [batchId],
      );
      const used = await standsOn(
        tx,
        table,
        going.map(({ id }) => id),
        own,
      );
      for (const { target, id } of going) if (used.has(id)) targets.add(target);
    }
    return targets;
  }
}

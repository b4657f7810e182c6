import { Injectable } from '@nestjs/common';
import { accept, IMPORT_UNDO_HOURS, refuse, type Result } from '@lienket/domain';
import { imageSql, restoreImages, standsOn } from '../../platform/database/row-images.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { type BatchRow, lockRegister } from './register-batches.js';
import { RegisterParts } from './register-parts.js';
import type { SheetPart } from './register-sheet.js';
import type { RegisterRefusal } from './register.messages.js';

export const revertUntil = (committedAt: Date): Date => new Date(committedAt.getTime() + IMPORT_UNDO_HOURS * 3_600_000);

interface Change {
  readonly targetId: string;
  readonly isNew: boolean;
  readonly isUnchanged: boolean;
  readonly name: string;
}

const MOST_NAMES = 5;
/** What names a thing of each table, in its image. */
const NAMES: Readonly<Record<string, string>> = {
  mou: 'register_no',
  credit_agreement: 'register_no',
  petition: 'register_no',
  organization: 'name',
  booth: 'position',
  event_delegate: 'full_name',
};

/** Takes a whole register back within a day, or nothing of it: once somebody builds on a part, the rest must not go from under it. */
@Injectable()
export class RegisterReverting {
  constructor(private readonly parts: RegisterParts) {}

  async revert(tx: Tx, batch: BatchRow): Promise<Result<null, RegisterRefusal>> {
    if (!batch.committedAt || revertUntil(batch.committedAt) < tx.now) return refuse({ code: 'REVERT_TOO_LATE' });
    await lockRegister(tx, batch.event.id);
    const parts = [...this.parts.all].reverse().filter(({ image }) => image);
    const changed = new Map<SheetPart, Change[]>();
    for (const part of parts) changed.set(part, await this.lock(tx, batch.id, part));
    const touched = [...changed.values()].flat().filter(({ isUnchanged }) => !isUnchanged);
    if (touched.length) return refuse({ code: 'REVERT_CHANGED_SINCE', names: namesOf(touched), count: touched.length });
    for (const part of parts) {
      const image = part.image!;
      const made = changed.get(part)!.filter(({ isNew }) => isNew);
      const kept = changed.get(part)!.filter(({ isNew }) => !isNew);
      const ids = made.map(({ targetId }) => targetId);
      await part.beforeRevert?.(tx, ids);
      const own = [image.table, ...image.children.map(({ table }) => table)];
      const stoodOn = await standsOn(tx, image.table, ids, own);
      const blocked = made.filter(({ targetId }) => stoodOn.has(targetId));
      if (blocked.length) return refuse({ code: 'REVERT_STOOD_ON', names: namesOf(blocked), count: blocked.length });
      await restoreImages(
        tx,
        image,
        `select target_id as id, before from register_change where batch_id = $1 and table_name = '${image.table}'`,
        [batch.id],
      );
      await part.afterRevert?.(
        tx,
        kept.map(({ targetId }) => targetId),
      );
    }
    return accept(null);
  }

  private async lock(tx: Tx, batchId: string, { image }: SheetPart): Promise<Change[]> {
    const { table } = image!;
    await tx.query(
      `select id from ${table} where id in (select target_id from register_change where batch_id = $1 and table_name = $2) order by id for update`,
      [batchId, table],
    );
    return tx.query(
      `select c.target_id as "targetId", c.before is null as "isNew", coalesce(${imageSql(image!, 't')} = c.after, false) as "isUnchanged",
         coalesce(c.after -> '${table}' -> 0 ->> '${NAMES[table] ?? 'id'}', '') as name
       from register_change c left join ${table} t on t.id = c.target_id where c.batch_id = $1 and c.table_name = $2 order by c.target_id`,
      [batchId, table],
    );
  }
}

const namesOf = (changes: readonly Change[]): string =>
  changes
    .slice(0, MOST_NAMES)
    .map(({ name }) => name)
    .join(', ');

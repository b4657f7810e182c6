import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { prepared } from '../../../platform/database/prepared.js';
import { SqlPool } from '../../../platform/database/sql-pool.js';
import { NotFoundError } from '../../../platform/errors.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

export interface ClosureView {
  readonly id: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly message: string;
}

const COLUMNS = 'id, first_day as "firstDay", last_day as "lastDay", message';

/** Days on which a whole cooperative delivers nothing; public, so they are read without a transaction of their own. */
@Injectable()
export class ClosureBook {
  constructor(
    private readonly pool: SqlPool,
    private readonly clock: Clock,
  ) {}

  /** Running and coming ones, the soonest first; inside a transaction on its own connection, never on a second one. */
  ahead(orgId: string, within?: Pick<Tx, 'query'>): Promise<ClosureView[]> {
    const sql = prepared(
      `select ${COLUMNS} from holiday_closure where org_id = $1 and cancelled_at is null and last_day >= $2 order by first_day`,
    );
    const values = [orgId, this.clock.today()];
    return within ? within.query<ClosureView>(sql, values) : this.pool.rows<ClosureView>('holiday-closures-ahead', sql, values);
  }

  async byId(orgId: string, id: string): Promise<ClosureView> {
    const sql = `select ${COLUMNS} from holiday_closure where id = $1 and org_id = $2`;
    const [row] = await this.pool.rows<ClosureView>('holiday-closure', sql, [id, orgId]);
    if (!row) throw new NotFoundError();
    return row;
  }

  /** The closure that covers this day. */
  async on(tx: Pick<Tx, 'query'>, orgId: string, day: string): Promise<ClosureView | null> {
    const [row] = await tx.query<ClosureView>(
      `select ${COLUMNS} from holiday_closure where org_id = $1 and cancelled_at is null and $2 between first_day and last_day`,
      [orgId, day],
    );
    return row ?? null;
  }
}

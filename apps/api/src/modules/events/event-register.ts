import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work.js';

export interface RegisteredDelegate {
  readonly id: string;
  readonly code: string;
  readonly fullName: string;
  readonly title: string | null;
  readonly orgId: string | null;
  readonly orgName: string | null;
  readonly role: string;
  readonly phone: string | null;
  readonly attended: boolean | null;
}

export interface RegisteredBooth {
  readonly id: string;
  readonly position: number;
  readonly title: string | null;
  readonly ownerOrgId: string | null;
  readonly ownerUnitCode: string | null;
  readonly goods: string | null;
}

const DELEGATE = `id, code, full_name as "fullName", title, org_id as "orgId", org_name as "orgName", role, phone, attended`;
const BOOTH = `id, position, title, owner_org_id as "ownerOrgId", owner_unit_code as "ownerUnitCode", goods`;

/** A conference's people and booths as its register brings them in. */
@Injectable()
export class EventRegister {
  delegates(tx: Tx, eventId: string, codes: readonly string[], lock: boolean): Promise<RegisteredDelegate[]> {
    return tx.query(
      `select ${DELEGATE} from event_delegate where event_id = $1 and code = any($2) order by id ${lock ? 'for update' : ''}`,
      [eventId, codes],
    );
  }

  booths(tx: Tx, eventId: string, lock: boolean): Promise<RegisteredBooth[]> {
    return tx.query(`select ${BOOTH} from booth where event_id = $1 order by id ${lock ? 'for update' : ''}`, [eventId]);
  }

  async saveDelegates(tx: Tx, eventId: string, rows: readonly RegisteredDelegate[]): Promise<void> {
    await tx.query(
      `insert into event_delegate (id, event_id, code, full_name, title, org_id, org_name, role, phone, attended)
       select v.id, $1, v.code, v."fullName", v.title, v."orgId", v."orgName", v.role, v.phone, v.attended
       from jsonb_to_recordset($2::jsonb) as v(id uuid, code text, "fullName" text, title text, "orgId" uuid, "orgName" text, role text, phone text, attended boolean)
       on conflict (id) do update set full_name = excluded.full_name, title = excluded.title, org_id = excluded.org_id, org_name = excluded.org_name,
         role = excluded.role, phone = excluded.phone, attended = excluded.attended`,
      [eventId, JSON.stringify(rows)],
    );
  }

  async saveBooths(tx: Tx, eventId: string, rows: readonly RegisteredBooth[]): Promise<void> {
    await tx.query(
      `insert into booth (id, event_id, position, title, owner_org_id, owner_unit_code, goods)
       select v.id, $1, v.position, v.title, v."ownerOrgId", v."ownerUnitCode", v.goods
       from jsonb_to_recordset($2::jsonb) as v(id uuid, position int, title text, "ownerOrgId" uuid, "ownerUnitCode" text, goods text)
       on conflict (id) do update set title = excluded.title, owner_org_id = excluded.owner_org_id, owner_unit_code = excluded.owner_unit_code, goods = excluded.goods`,
      [eventId, JSON.stringify(rows)],
    );
  }
}

import { accept, refuse, type Result } from '@lienket/domain';
import { isUuid } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { prepared } from '../../platform/database/prepared.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { Place } from './delivery-lines.js';
import type { OrderRefusal } from './order.messages.js';
import type { OrderPlaceCommand } from './order.view.js';
import { NAME_MAX, NOTE_MAX, tooLong } from './text-field.js';

export const LINES_MAX = 1000;
/** In one group of orders, and on the pads it is filled in on. */
export const SELLERS_MAX = 20;

export interface Sides {
  sellerStatus: string;
  sellerKind: string;
  buyerStatus: string;
  buyerKind: string;
  isDemo: boolean;
  place: Place | null;
}

/** The two sides and the place of delivery in one statement; another organization's place is nowhere, and so is a seller nobody verified yet. */
export function sidesOf(tx: Tx, buyerOrgId: string, sellerOrgId: string, locationId: string): Promise<Sides> {
  return tx.one<Sides>(
    prepared(`select s.status as "sellerStatus", s.kind as "sellerKind", b.status as "buyerStatus", b.kind as "buyerKind",
       (s.is_demo or b.is_demo) as "isDemo", case when l.id is not null then json_build_object('id', l.id, 'code', l.code, 'name', l.name, 'address', l.address) end as place
     from organization s cross join organization b left join location l on l.id = $3 and l.org_id = b.id and l.deactivated_at is null
     where s.id = $1 and b.id = $2 and s.status not in ('DRAFT', 'PENDING')`),
    [sellerOrgId, buyerOrgId, isUuid(locationId) ? locationId : null],
  );
}

export function checkForm(
  today: string,
  actor: Actor,
  input: Pick<OrderPlaceCommand, 'sellerOrgId' | 'requestedOn'> & {
    lineCount: number;
    note: string | null;
    buyerPoNo: string | null;
  },
): Result<null, OrderRefusal> {
  if (input.sellerOrgId.toLowerCase() === actor.orgId) return refuse({ code: 'SELLER_IS_BUYER' });
  if (input.lineCount === 0) return refuse({ code: 'LINES_MISSING' });
  if (input.lineCount > LINES_MAX) return refuse({ code: 'LINES_TOO_MANY', max: LINES_MAX });
  if (tooLong(input.note, NOTE_MAX)) return refuse({ code: 'NOTE_TOO_LONG', max: NOTE_MAX });
  if (tooLong(input.buyerPoNo, NAME_MAX)) return refuse({ code: 'PO_NUMBER_TOO_LONG', max: NAME_MAX });
  if (input.requestedOn < today) return refuse({ code: 'DELIVERY_DATE_PAST', today });
  return accept(null);
}

export function checkSides(sides: Sides): Result<null, OrderRefusal> {
  if (sides.sellerStatus !== 'ACTIVE') return refuse({ code: 'SELLER_NOT_ACTIVE' });
  if (sides.buyerStatus !== 'ACTIVE') return refuse({ code: 'BUYER_NOT_ACTIVE' });
  if (sides.place === null) return refuse({ code: 'LOCATION_NOT_YOURS' });
  return accept(null);
}

/** Short names by id. */
export async function sellerNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; name: string }>(
    'select id, short_name as name from organization where id = any($1)',
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

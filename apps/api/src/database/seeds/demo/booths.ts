import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { DEMO_EVENT } from './stories.js';

const BOOTHS = 18;

/** Who stood where at the demo conference: fictional cooperatives only. The real one's booths stay unnamed until its register names them. */
export async function loadDemoBooths(tx: Tx): Promise<void> {
  const [event] = await tx.query<{ id: string }>('select id from event where code = $1', [DEMO_EVENT]);
  if (!event) return;
  const owners = await tx.query<{ id: string }>(
    `select o.id from organization o where o.is_demo and o.status = 'ACTIVE'
       and exists (select 1 from product p where p.org_id = o.id and p.status = 'PUBLISHED') order by o.slug limit $1`,
    [BOOTHS],
  );
  await tx.query('update event set booth_count = $2 where id = $1', [event.id, BOOTHS]);
  await tx.query(
    `insert into booth (id, event_id, position, owner_org_id)
     select r.id, $1, r.position, r.owner from jsonb_to_recordset($2::jsonb) as r(id uuid, position int, owner uuid)
     on conflict (event_id, position) do nothing`,
    [
      event.id,
      JSON.stringify(
        Array.from({ length: BOOTHS }, (_, index) => ({ id: newId(), position: index + 1, owner: owners[index]?.id ?? null })),
      ),
    ],
  );
}

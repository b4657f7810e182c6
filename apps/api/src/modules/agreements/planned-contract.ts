import type { Tx } from '../../platform/database/unit-of-work.js';
import type { PlannedContract } from '../catalog/index.js';

/** A contract as it asks for goods over time, for the book of availability. */
export function plannedContract(tx: Tx, id: string): Promise<PlannedContract> {
  return tx.one<PlannedContract>(
    `select c.id, c.seller_org_id as "sellerOrgId", c.buyer_org_id as "buyerOrgId", c.valid_from as "validFrom", c.valid_to as "validTo",
       coalesce((select json_agg(json_build_object('lineId', l.id, 'productId', l.product_id, 'targetQty', l.target_qty::text,
         'schedule', coalesce((select json_agg(json_build_object('from', s.period_from, 'to', s.period_to, 'qty', s.qty::text) order by s.period_from)
           from contract_schedule s where s.contract_line_id = l.id), '[]')) order by l.line_no)
         from contract_line l where l.contract_id = c.id), '[]') as lines
     from contract c where c.id = $1`,
    [id],
  );
}

import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { BasisName } from '../rfq/rfq.view.js';

/** What a request for quotation takes over from a post. */
export interface DemandForRfq {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly productId: string | null;
  readonly productName: string | null;
  readonly productGroup: string | null;
  readonly spec: string | null;
  readonly baseUnit: string;
  readonly weeklyQty: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly basis: BasisName;
  readonly deliveryLocationId: string | null;
  readonly certificateKinds: string[];
  readonly note: string | null;
  /** Cooperatives that said they can supply. */
  readonly answeredOrgIds: string[];
}

/** Posts for documents that follow from them. */
@Injectable()
export class DemandBook {
  /** The buyer's own post; NOT_FOUND for another's. */
  forRfq(tx: Tx, demandId: string, buyerOrgId: string): Promise<DemandForRfq> {
    return tx.one<DemandForRfq>(
      `select d.id, d.number, d.title, d.product_id as "productId", d.product_name as "productName", d.product_group as "productGroup",
         d.spec, d.base_unit as "baseUnit", d.weekly_qty::text as "weeklyQty", d.period_from as "periodFrom", d.period_to as "periodTo",
         d.basis, d.delivery_location_id as "deliveryLocationId", d.certificate_kinds as "certificateKinds", d.note,
         array(select a.seller_org_id::text from demand_answer a where a.post_id = d.id and a.withdrawn_at is null order by a.answered_at)
           as "answeredOrgIds"
       from demand_post d where d.id = $1 and d.buyer_org_id = $2`,
      [demandId, buyerOrgId],
    );
  }
}

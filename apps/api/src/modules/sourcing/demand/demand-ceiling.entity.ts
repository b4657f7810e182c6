import { Check, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Dong, Ref } from '../../../platform/database/columns.js';

/** The most a buyer would pay for a base unit: nobody else's eyes, not the Alliance's, no filter and no sort. */
@Entity('demand_ceiling')
@Check('demand_ceiling_positive', 'price > 0')
export class DemandCeiling {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey('DemandPost')
  postId: string;
  @Ref('Organization') buyerOrgId: string;
  @Dong() price: bigint;
}

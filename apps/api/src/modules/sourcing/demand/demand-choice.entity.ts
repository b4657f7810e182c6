import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Ref } from '../../../platform/database/columns.js';

/** Who may see a post that is only for chosen cooperatives. */
@Entity('demand_choice')
export class DemandChoice {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey('DemandPost')
  postId: string;
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey('Organization')
  sellerOrgId: string;
  @Ref('Organization') buyerOrgId: string;
}

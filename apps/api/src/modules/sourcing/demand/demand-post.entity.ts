import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Flag, Id, Instant, Qty, Ref, Text, Version } from '../../../platform/database/columns.js';

/** A buyer's "cần mua". Its ceiling price stands in a table of its own, behind the buyer's wall. */
@Entity('demand_post')
@Index('demand_post_number', ['number'], { unique: true })
@Index('demand_post_buyer', ['buyerOrgId', 'id'])
@Index('demand_post_open', ['id'], { where: `status = 'OPEN'` })
@Check('demand_post_status_known', `status in ('DRAFT','OPEN','CLOSED')`)
@Check('demand_post_visibility_known', `visibility in ('PUBLIC','SELLERS','CHOSEN')`)
@Check('demand_post_basis_known', `basis in ('EXW','DC','STORE')`)
@Check('demand_post_names_goods', 'product_name is not null or product_group is not null')
@Check('demand_post_weekly_positive', 'weekly_qty > 0')
@Check('demand_post_period_in_order', 'period_from <= period_to')
@Check(
  'demand_post_open_has_dates',
  `status <> 'OPEN' or (number is not null and published_at is not null and open_until is not null)`,
)
export class DemandPost {
  @Id() id: string;
  @Text({ nullable: true }) number: string | null;
  @Ref('Organization') buyerOrgId: string;
  @Text() title: string;
  @Ref('Product', { nullable: true }) productId: string | null;
  /** In the buyer's words: "Na dai". */
  @Text({ nullable: true }) productName: string | null;
  @Text({ nullable: true }) productGroup: string | null;
  @Text({ nullable: true }) spec: string | null;
  @Text() baseUnit: string;
  @Qty() weeklyQty: string;
  @BusinessDate() periodFrom: string;
  @BusinessDate() periodTo: string;
  @Text() basis: string;
  @Ref('Location', { nullable: true }) deliveryLocationId: string | null;
  /** Name and address as they stood when it was saved. */
  @Text({ nullable: true }) deliveryPlace: string | null;
  @Column({ type: 'text', array: true, default: () => `'{}'` }) certificateKinds: string[];
  @Text() visibility: string;
  @Text({ default: 'DRAFT' }) status: string;
  /** Last day for answers. */
  @BusinessDate({ nullable: true }) openUntil: string | null;
  @Text({ nullable: true }) note: string | null;
  @Text({ nullable: true }) closeReason: string | null;
  @Instant({ nullable: true }) publishedAt: Date | null;
  @Instant({ nullable: true }) closedAt: Date | null;
  @Ref('User') createdBy: string;
  @Flag() isDemo: boolean;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}

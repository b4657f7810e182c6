import { Check, Column, Entity, Index } from 'typeorm';
import { Flag, Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';
import type { SheetLine } from './sheet.js';

/** A sheet of the order pad under a name, kept by a buyer's people together. Only theirs: no seller learns what is ordered often. */
@Entity('order_template')
@Index('order_template_name', ['buyerOrgId', 'nameKey'], { unique: true })
@Index('order_template_buyer', ['buyerOrgId', 'id'])
@Check('order_template_has_lines', `jsonb_array_length(lines) between 1 and 1000`)
export class OrderTemplate {
  @Id() id: string;
  @Ref('Organization') buyerOrgId: string;
  @Text() name: string;
  /** The name without accents, case and spare spaces: what must differ from the others'. */
  @Text() nameKey: string;
  /** Lines are call-offs of this contract; null: by the price lists. */
  @Ref('Contract', { nullable: true }) contractId: string | null;
  @Ref('Location', { nullable: true }) deliveryLocationId: string | null;
  @Text({ nullable: true }) note: string | null;
  @Text() sellers: string;
  @Column({ type: 'jsonb' }) lines: SheetLine[];
  @Ref('User') savedBy: string;
  @Instant() savedAt: Date;
  @Flag() isDemo: boolean;
  @Version() version: number;
}

import { Check, Column, Entity, Index } from 'typeorm';
import { Dong, Flag, Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** The buyer's decision on a request; above the organization's limit it waits for a manager. */
@Entity('award')
@Index('award_once', ['rfqId'], { unique: true, where: `status <> 'RETURNED'` })
@Check('award_status_known', `status in ('PROPOSED','DONE','RETURNED')`)
@Check('award_return_reason', `status <> 'RETURNED' or return_reason is not null`)
export class Award {
  @Id() id: string;
  @Ref('Rfq') rfqId: string;
  @Ref('Organization') buyerOrgId: string;
  @Text() status: string;
  @Dong() total: bigint;
  @Text({ nullable: true }) note: string | null;
  /** The picks as proposed; checked again when approved. */
  @Column({ type: 'jsonb' }) picks: unknown;
  @Flag() allowOver: boolean;
  @Ref('User') proposedBy: string;
  @Instant() proposedAt: Date;
  @Ref('User', { nullable: true }) decidedBy: string | null;
  @Instant({ nullable: true }) decidedAt: Date | null;
  @Text({ nullable: true }) returnReason: string | null;
  @Version() version: number;
}

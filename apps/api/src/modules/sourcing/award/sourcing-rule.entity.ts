import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Dong, Flag } from '../../../platform/database/columns.js';

/** What an organization asks of its own people when they quote and award; no row means no rule. */
@Entity('sourcing_rule')
export class SourcingRule {
  @ForeignKey('Organization') @PrimaryColumn({ type: 'uuid' }) orgId: string;
  @Flag() directorSends: boolean;
  @Dong({ nullable: true }) awardLimit: bigint | null;
}

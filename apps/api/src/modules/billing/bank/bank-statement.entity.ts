import { Column, Entity, Index } from 'typeorm';
import { CreatedAt, Id, Ref, Text } from '../../../platform/database/columns.js';

/** One uploaded statement of the seller's bank account. */
@Entity('bank_statement')
@Index('bank_statement_org', ['orgId', 'id'])
export class BankStatement {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  @Text() fileName: string;
  @Text() sha256: string;
  /** Arrivals in the file, and those of them that no earlier file had. */
  @Column({ type: 'int' }) credits: number;
  @Column({ type: 'int' }) fresh: number;
  /** Null when a bank's own message brought it. */
  @Ref('User', { nullable: true }) uploadedBy: string | null;
  @CreatedAt() createdAt: Date;
}

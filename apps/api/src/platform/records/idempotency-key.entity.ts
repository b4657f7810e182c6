import { Column, Entity, PrimaryColumn } from 'typeorm';
import { CreatedAt, Text } from '../database/columns.js';

/** Written in the transaction of the effect: the same key answers with the same result, another body with the same key is refused. */
@Entity('idempotency_key')
export class IdempotencyKey {
  @PrimaryColumn({ type: 'uuid' }) userId: string;
  @PrimaryColumn({ type: 'text' }) key: string;
  @Text() operation: string;
  @Text() requestHash: string;
  @Column({ type: 'uuid', nullable: true }) resultId: string | null;
  @CreatedAt() createdAt: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Counters of rate-limiter-flexible, shared by all API processes. */
@Entity('rate_limit')
export class RateLimit {
  @PrimaryColumn({ type: 'varchar', length: 255 }) key: string;
  @Column({ type: 'int', default: 0 }) points: number;
  @Column({ type: 'bigint', nullable: true }) expire: string | null;
}

import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** An address that a product or an organization had once: a trigger on their tables keeps it, and the page leads on. */
@Entity('retired_slug')
export class RetiredSlug {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'PK_retired_slug' }) kind: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'PK_retired_slug' }) slug: string;
  @Column({ type: 'uuid' }) targetId: string;
  @CreateDateColumn({ type: 'timestamptz' }) retiredAt: Date;
}

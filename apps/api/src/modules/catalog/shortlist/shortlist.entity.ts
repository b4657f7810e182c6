import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { CreatedAt, Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** Products that an organization keeps in view under a name. */
@Entity('shortlist')
@Index('shortlist_name', { synchronize: false })
export class Shortlist {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  @Text() name: string;
  @Ref('User') createdBy: string;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
  @Instant() changedAt: Date;
}

@Entity('shortlist_item')
@Index('shortlist_item_product', ['productId'])
export class ShortlistItem {
  @ForeignKey('Shortlist', { onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'PK_shortlist_item' })
  shortlistId: string;
  @ForeignKey('Product')
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'PK_shortlist_item' })
  productId: string;
  @Ref('Organization') orgId: string;
  @Text({ nullable: true }) note: string | null;
  @Ref('User') addedBy: string;
  @Column({ type: 'timestamptz' }) addedAt: Date;
}

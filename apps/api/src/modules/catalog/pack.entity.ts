import { Check, Column, Entity, Index } from 'typeorm';
import { Id, Qty, Ref, Text } from '../../platform/database/columns.js';

@Entity('pack')
@Index('pack_product', ['productId'])
@Check('pack_size_positive', 'size_base > 0')
@Check('pack_moq_positive', 'moq_packs > 0')
export class Pack {
  @Id() id: string;
  @Ref('Product') productId: string;
  /** Shown to people: "Thùng xốp 10 kg". */
  @Text() name: string;
  @Qty() sizeBase: string;
  @Column({ type: 'int', default: 1 }) moqPacks: number;
  @Text({ nullable: true }) gtin: string | null;
}

import { Check, Column, Entity, Index } from 'typeorm';
import { Flag, Id, Qty, Ref, Text } from '../../platform/database/columns.js';

const Kilograms = (): PropertyDecorator => Column({ type: 'numeric', precision: 12, scale: 3, nullable: true });

@Entity('pack')
@Index('pack_product', ['productId', 'position'])
@Index('pack_gtin', ['gtin'], { where: 'gtin is not null' })
@Check('pack_size_positive', 'size_base > 0')
@Check('pack_moq_positive', 'moq_packs > 0')
@Check('pack_level_known', `level in ('INNER','CASE','PALLET')`)
@Check('pack_weights_sane', 'net_weight > 0 and tare_weight >= 0')
@Check('pack_tolerance_sane', 'weight_tolerance_bp between 0 and 5000')
export class Pack {
  @Id() id: string;
  @Ref('Product') productId: string;
  /** Null: for every grade of the product. */
  @Ref('Grade', { nullable: true }) gradeId: string | null;
  /** Shown to people: "Thùng xốp 10 kg". */
  @Text() name: string;
  /** INNER hộp, CASE thùng, PALLET. */
  @Text({ default: 'CASE' }) level: string;
  /** What it is made up of: the box inside the case, the case on the pallet. */
  @Ref('Pack', { nullable: true }) innerPackId: string | null;
  @Qty() sizeBase: string;
  @Column({ type: 'int', default: 1 }) moqPacks: number;
  @Text({ nullable: true }) gtin: string | null;
  /** Kilograms of goods, and of the empty packing. */
  @Kilograms() netWeight: string | null;
  @Kilograms() tareWeight: string | null;
  /** Ordered by the pack, billed by what the scale shows; `sizeBase` is then the nominal weight. */
  @Flag() catchWeight: boolean;
  @Column({ type: 'int', nullable: true }) weightToleranceBp: number | null;
  /** The first is the one that orders count in. */
  @Column({ type: 'int', default: 0 }) position: number;
}

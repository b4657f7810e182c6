import { Column, Entity, Index } from 'typeorm';
import { Id, Ref, Text } from '../../platform/database/columns.js';

/** A picture of a product, in the order shown; the main one is also `product.photo_file_id`. */
@Entity('product_photo')
@Index('product_photo_once', ['productId', 'fileId'], { unique: true })
export class ProductPhoto {
  @Id() id: string;
  @Ref('Product') productId: string;
  @Ref('StoredFile') fileId: string;
  /** Null: made from the name of the product. */
  @Text({ nullable: true }) altVi: string | null;
  @Text({ nullable: true }) altEn: string | null;
  @Column({ type: 'int' }) position: number;
}

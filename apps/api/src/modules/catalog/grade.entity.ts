import { Check, Column, Entity, Index } from 'typeorm';
import type { GradeSpec } from '@lienket/domain';
import { Id, Ref, Text } from '../../platform/database/columns.js';

/** A quality of one product (loại 1, loại 2) with what it promises as data; a product without rows is sold in one quality. */
@Entity('grade')
@Index('grade_product', ['productId', 'code'], { unique: true })
@Check('grade_spec_is_a_list', `jsonb_typeof(spec) = 'array'`)
export class Grade {
  @Id() id: string;
  @Ref('Product') productId: string;
  /** Short and stable, for documents and spreadsheets: "L1". */
  @Text() code: string;
  @Text() name: string;
  @Column({ type: 'jsonb', default: [] }) spec: GradeSpec[];
  @Column({ type: 'int', default: 0 }) position: number;
}

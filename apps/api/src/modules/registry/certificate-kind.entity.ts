import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { Flag, Text } from '../../platform/database/columns.js';

/** A kind of paper with its names: reference data, so that a new one needs no release. Terms stand in `legal_parameter`. */
@Entity('certificate_kind')
@Check('certificate_kind_scope_known', `scope in ('ORGANIZATION','PRODUCT','EITHER')`)
export class CertificateKind {
  @PrimaryColumn({ type: 'text' }) code: string;
  @Text() nameVi: string;
  @Text() nameEn: string;
  @Text() scope: string;
  /** A newer one takes the place of the older; false where several stand side by side, as trademarks do. */
  @Flag() replacesOlder: boolean;
  /** What a visitor is shown while it holds; false for papers that buyers ask for and the public does not. */
  @Flag() isPublic: boolean;
  /** Buyers who ask for it may open the scan; false where the paper carries personal data. */
  @Flag() buyersSeeScan: boolean;
  @Column({ type: 'int' }) position: number;
}

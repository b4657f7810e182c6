import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Ref, Text } from '../../platform/database/columns.js';

/** What a petition may be about, in the notice's words; public reference data. */
@Entity('petition_field')
export class PetitionField {
  @PrimaryColumn({ type: 'text' }) code: string;
  @Text() nameVi: string;
  @Text() nameEn: string;
  /** The body that usually answers, as named in 2024: a suggestion, its successor is asked today. */
  @Ref('Organization', { nullable: true }) usualOrgId: string | null;
  @Column({ type: 'int' }) position: number;
}

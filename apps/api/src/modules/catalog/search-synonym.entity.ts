import { Entity, PrimaryColumn } from 'typeorm';

/** Terms of one concept mean the same to a person who searches: "hồi", "hoa hồi", "đại hồi", "star anise". */
@Entity('search_synonym')
export class SearchSynonym {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'PK_search_synonym' }) concept: string;
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'PK_search_synonym' }) term: string;
}

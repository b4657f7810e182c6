import { Entity, Index, PrimaryColumn } from 'typeorm';

/** Every folded word the catalogue has held; a trigger on catalog_entry adds new ones. Mistyped words are compared with these. */
@Entity('search_word')
@Index('search_word_trigrams', { synchronize: false })
@Index('search_word_lengths', { synchronize: false })
export class SearchWord {
  @PrimaryColumn({ type: 'text', collation: 'C', primaryKeyConstraintName: 'PK_search_word' }) word: string;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Gap-free numbers: the row is locked by the transaction that takes the next one. */
@Entity('document_sequence')
export class DocumentSequence {
  @PrimaryColumn({ type: 'text' }) kind: string;
  @PrimaryColumn({ type: 'int' }) year: number;
  @Column({ type: 'int' }) last: number;
}

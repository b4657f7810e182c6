import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A paper the petitioner adds. */
@Entity('petition_file')
@Index('petition_file_file', ['fileId'])
export class PetitionFile {
  @ForeignKey('Petition') @PrimaryColumn({ type: 'uuid' }) petitionId: string;
  @ForeignKey('StoredFile') @PrimaryColumn({ type: 'uuid' }) fileId: string;
  @Column({ type: 'int' }) position: number;
}

import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Papers that go with a request: a specification, a picture of the packing. */
@Entity('rfq_file')
@Index('rfq_file_file', ['fileId'])
export class RfqFile {
  @ForeignKey('Rfq') @PrimaryColumn({ type: 'uuid' }) rfqId: string;
  @ForeignKey('StoredFile') @PrimaryColumn({ type: 'uuid' }) fileId: string;
  @Column({ type: 'int' }) position: number;
}

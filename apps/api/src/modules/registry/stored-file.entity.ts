import { Check, Column, Entity, Index } from 'typeorm';
import { CreatedAt, Id, Ref, Text } from '../../platform/database/columns.js';

/** What a file is and who may read it; the bytes lie in the file store under `id`. */
@Entity('stored_file')
@Index('stored_file_org', ['orgId'])
@Check('stored_file_visibility_known', `visibility in ('PUBLIC','PARTIES','SIDES')`)
export class StoredFile {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  @Text() name: string;
  @Text() mime: string;
  @Column({ type: 'int' }) byteLength: number;
  @Text() sha256: string;
  @Column({ type: 'int', nullable: true }) width: number | null;
  @Column({ type: 'int', nullable: true }) height: number | null;
  /** PUBLIC: product photos once listed. PARTIES: who may read the document that carries it, and the Alliance. SIDES: not the Alliance. */
  @Text() visibility: string;
  @Ref('User') createdBy: string;
  @CreatedAt() createdAt: Date;
}

import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { Id, Instant, Ref, Text } from '../../platform/database/columns.js';

/** The talk that belongs to one document, read by the organizations that stand in it and by nobody else. */
@Entity('thread')
@Index('thread_document', ['documentType', 'documentId'], { unique: true })
@Check(
  'thread_document_known',
  `document_type in ('RFQ','ORDER','SHIPMENT','CLAIM','PAYMENT_REQUEST','INVOICE','MOU','CONTRACT','PETITION')`,
)
@Check('thread_of_two_or_more', 'cardinality(org_ids) >= 2')
export class Thread {
  @Id() id: string;
  @Text() documentType: string;
  @Column({ type: 'uuid' }) documentId: string;
  /** Who stands in the document now. */
  @Column({ type: 'uuid', array: true }) orgIds: string[];
  /** The document's name and address in the app, as last seen. */
  @Text() title: string;
  @Text() link: string;
  /** Of the last message: written with each, read by nothing yet. */
  @Instant() lastAt: Date;
}

/** What was said stays as it was. */
@Entity('thread_message')
@Index('thread_message_newest', ['threadId', 'id'])
export class ThreadMessage {
  @Id() id: string;
  @Ref('Thread') threadId: string;
  @Ref('Organization') fromOrgId: string;
  @Ref('User') authorId: string;
  @Text() body: string;
  @Instant() at: Date;
}

@Entity('thread_file')
@Index('thread_file_of_file', ['fileId'])
export class ThreadFile {
  @PrimaryColumn({ type: 'uuid' }) messageId: string;
  @PrimaryColumn({ type: 'int' }) position: number;
  @Ref('StoredFile') fileId: string;
}

/** Up to when an organization has read a thread: whoever of its people opened it last. */
@Entity('thread_read')
export class ThreadRead {
  @PrimaryColumn({ type: 'uuid' }) threadId: string;
  @PrimaryColumn({ type: 'uuid' }) orgId: string;
  @Instant() readAt: Date;
  @Ref('User', { nullable: true }) readBy: string | null;
}

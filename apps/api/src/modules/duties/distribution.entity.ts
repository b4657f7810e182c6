import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Ref, Text, Version } from '../../platform/database/columns.js';

/** One row of a notice's "Nơi nhận": a named body or a group, and the sender the notice delegates. Public words. */
@Entity('notice_recipient')
@Index('notice_recipient_position', ['eventId', 'position'], { unique: true })
export class NoticeRecipient {
  @Id() id: string;
  @Ref('Event') eventId: string;
  @Column({ type: 'int' }) position: number;
  @Text() nameVi: string;
  @Text() nameEn: string;
  @Ref('Organization', { nullable: true }) orgId: string | null;
  /** "(giao … sao gửi)"; null: the issuing office sends. */
  @Ref('Organization', { nullable: true }) senderOrgId: string | null;
  @Text({ nullable: true }) senderQuote: string | null;
}

/** That the notice was sent to an organization, and that it was read there. */
@Entity('notice_receipt')
@Index('notice_receipt_once', ['recipientId', 'orgId'], { unique: true })
@Index('notice_receipt_org', ['orgId'])
@Check('notice_receipt_method_known', `method in ('PAPER','EMAIL','SYSTEM')`)
@Check('notice_receipt_read', '(read_on is null) = (read_by is null) and (read_on is null or read_on >= sent_on)')
export class NoticeReceipt {
  @Id() id: string;
  @Ref('NoticeRecipient') recipientId: string;
  @Ref('Organization') orgId: string;
  @Text() method: string;
  @BusinessDate() sentOn: string;
  @Ref('Organization') sentByOrgId: string;
  @Ref('User') sentBy: string;
  @BusinessDate({ nullable: true }) readOn: string | null;
  @Ref('User', { nullable: true }) readBy: string | null;
  /** How the reading is known, where somebody else wrote it down. */
  @Text({ nullable: true }) readNote: string | null;
  @Version() version: number;
}

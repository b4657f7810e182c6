import { Entity, Index } from 'typeorm';
import { BusinessDate, CreatedAt, Id, Ref, Text } from '../../platform/database/columns.js';

/** A commendation of an organization; its badge shows only with number, day and file of the decision. */
@Entity('commendation')
@Index('commendation_org', ['orgId'])
@Index('commendation_event', ['eventId'])
export class Commendation {
  @Id() id: string;
  @Ref('Event', { nullable: true }) eventId: string | null;
  @Ref('Organization') orgId: string;
  @Text() title: string;
  @Text({ nullable: true }) issuer: string | null;
  @Text({ nullable: true }) decisionNo: string | null;
  @BusinessDate({ nullable: true }) decisionOn: string | null;
  @Ref('StoredFile', { nullable: true }) decisionFileId: string | null;
  @Ref('User') createdBy: string;
  @CreatedAt() createdAt: Date;
}

import { Check, Entity, Index } from 'typeorm';
import { CreatedAt, Flag, Id, Instant, Text, Version } from '../../platform/database/columns.js';

@Entity('app_user')
@Index('app_user_email', ['email'], { unique: true })
@Index('app_user_phone', ['phone'], { unique: true })
@Check('app_user_reachable', 'email is not null or phone is not null')
export class User {
  @Id() id: string;
  @Text({ nullable: true }) email: string | null;
  /** E.164, for example +84912345678. */
  @Text({ nullable: true }) phone: string | null;
  @Text() fullName: string;
  /** argon2id, parameters inside the string. */
  @Text() passwordHash: string;
  @Text({ default: 'vi' }) locale: string;
  @Flag() isDemo: boolean;
  @Instant({ nullable: true }) disabledAt: Date | null;
  @Version() version: number;
  @CreatedAt() createdAt: Date;
}

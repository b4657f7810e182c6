import { Column, Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, Ref, Text, Version } from '../../../platform/database/columns.js';

/** What a cooperative gives its own product, row by row; the sum and the band are worked out on read. */
@Entity('ocop_self_assessment')
@Index('ocop_self_assessment_once', ['productId', 'criteriaCode'], { unique: true })
@Index('ocop_self_assessment_org', ['orgId'])
export class OcopSelfAssessment {
  @Id() id: string;
  @Ref('Organization') orgId: string;
  @Ref('Product') productId: string;
  @ForeignKey('OcopCriteria') @Text() criteriaCode: string;
  /** {"A1": 800}: hundredths by row. */
  @Column({ type: 'jsonb' }) points: Record<string, number>;
  @Ref('User') savedBy: string;
  @Instant() savedAt: Date;
  @Version() version: number;
}

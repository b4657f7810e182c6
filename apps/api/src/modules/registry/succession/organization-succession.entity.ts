import { Check, Entity, Index } from 'typeorm';
import { BusinessDate, Id, Ref, Text } from '../../../platform/database/columns.js';

/** Who took over whose duties, from which day, and where it is written; one body may come out of several. */
@Entity('organization_succession')
@Index('organization_succession_pair', ['predecessorId', 'successorId'], { unique: true })
@Index('organization_succession_successor', ['successorId'])
@Check('organization_succession_of_two', 'predecessor_id <> successor_id')
export class OrganizationSuccession {
  @Id() id: string;
  @Ref('Organization') predecessorId: string;
  @Ref('Organization') successorId: string;
  @BusinessDate() since: string;
  @Text() source: string;
}

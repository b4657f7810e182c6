import { Column, Entity, Index } from 'typeorm';
import { Id, Ref, Text } from '../../platform/database/columns.js';

/** Where the buyer takes the goods: the place as it was when the contract was proposed. */
@Entity('contract_place')
@Index('contract_place_once', ['contractId', 'locationId'], { unique: true })
export class ContractPlace {
  @Id() id: string;
  @Ref('Contract') contractId: string;
  @Ref('Location') locationId: string;
  @Text() name: string;
  @Text() address: string;
  @Column({ type: 'int' }) position: number;
}

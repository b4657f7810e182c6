import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, Dong, Id, Qty, Ref, Text } from '../../platform/database/columns.js';

/** Snapshot of what was ordered; the catalogue is never read again for it. Five quantities, all in the base unit. */
@Entity('order_line')
@Index('order_line_number', ['orderId', 'lineNo'], { unique: true })
@Index('order_line_contract_line', ['contractLineId'])
@Check('order_line_ordered_positive', 'ordered_qty > 0')
@Check(
  'order_line_quantities_in_order',
  'confirmed_qty between 0 and ordered_qty and accepted_qty >= 0 and rejected_qty >= 0 and missing_qty >= 0',
)
@Check('order_line_answer_known', `answer in ('NONE','ALL','LESS','OTHER_DATE','REFUSED')`)
@Check('order_line_refusal_has_reason', `answer not in ('LESS','REFUSED') or answer_reason is not null`)
export class OrderLine {
  @Id() id: string;
  @Ref('PurchaseOrder') orderId: string;
  @Column({ type: 'int' }) lineNo: number;
  @Ref('Product') productId: string;
  @Ref('ContractLine', { nullable: true }) contractLineId: string | null;
  /** The memorandum's line this one counts for, copied from the contract line. */
  @Ref('MouLine', { nullable: true }) mouLineId: string | null;
  @Text() description: string;
  @Text() baseUnit: string;
  @Text() packName: string;
  @Qty() packSizeBase: string;
  @Qty() orderedQty: string;
  @Dong() unitPrice: bigint;
  @Dong() amount: bigint;
  /** KCT, KKKNT, 0, 5, 8 or 10, by the rule in force on the day of the order. */
  @Text() vatCode: string;
  @Text({ default: 'NONE' }) answer: string;
  @Text({ nullable: true }) answerReason: string | null;
  @Qty({ default: '0' }) confirmedQty: string;
  @BusinessDate({ nullable: true }) promisedOn: string | null;
  @Qty({ default: '0' }) dispatchedQty: string;
  @Qty({ default: '0' }) acceptedQty: string;
  @Qty({ default: '0' }) rejectedQty: string;
  @Qty({ default: '0' }) missingQty: string;
}

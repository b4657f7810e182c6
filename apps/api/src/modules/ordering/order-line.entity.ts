import type { GradeSpec } from '@lienket/domain';
import { Check, Column, Entity, Index } from 'typeorm';
import { BusinessDate, Dong, Flag, Id, Qty, Ref, Text } from '../../platform/database/columns.js';

/**
 * One delivery line: a product in one grade and pack, for one place, on one day. A snapshot: the catalogue is never read again for it.
 * Five quantities, all in the base unit. Of goods by the scale (`catchWeight`) `packSizeBase` is the nominal weight of one pack:
 * shipments count packs and weigh, and what was accepted by weight is what is billed.
 */
@Entity('order_line')
@Index('order_line_number', ['orderId', 'lineNo'], { unique: true })
@Index('order_line_contract_line', ['contractLineId'])
@Index('order_line_mou_line', ['mouLineId'], { where: 'mou_line_id is not null' })
@Index('order_line_location', ['locationId', 'requestedOn'])
@Check('order_line_window_rising', '(window_from is null and window_to is null) or window_from < window_to')
@Check('order_line_pack_level_known', `pack_level in ('INNER','CASE','PALLET')`)
@Check('order_line_tolerance_sane', 'weight_tolerance_bp between 0 and 5000 and tare_weight >= 0')
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
  /** Grade and pack by number, not by reference: a seller may drop either from the catalogue, the order keeps what it copied. */
  @Column({ type: 'uuid', nullable: true }) gradeId: string | null;
  @Text({ nullable: true }) gradeCode: string | null;
  @Text({ nullable: true }) gradeName: string | null;
  /** What the grade promised on the day of the order: goods are judged by this. */
  @Column({ type: 'jsonb', default: [] }) gradeSpec: GradeSpec[];
  /** Null on orders of before packs were chosen. */
  @Column({ type: 'uuid', nullable: true }) packId: string | null;
  @Text() packName: string;
  @Text({ default: 'CASE' }) packLevel: string;
  @Text({ nullable: true }) packGtin: string | null;
  @Qty() packSizeBase: string;
  /** Ordered by the pack, billed by what the scale shows. */
  @Flag() catchWeight: boolean;
  /** How far the weight may be from the nominal one, either way. */
  @Column({ type: 'int', nullable: true }) weightToleranceBp: number | null;
  /** Kilograms of one empty pack. */
  @Column({ type: 'numeric', precision: 12, scale: 3, nullable: true }) tareWeight: string | null;
  @Ref('Location') locationId: string;
  /** The buyer's own code of the place, and its name and address, as they stood when the order was placed. */
  @Text({ nullable: true }) placeCode: string | null;
  @Text() placeName: string;
  /** Asked for, promised and arrived are three days, each said by whom it concerns. */
  @BusinessDate() requestedOn: string;
  /** "06:00": hours in which the place receives. */
  @Text({ nullable: true }) windowFrom: string | null;
  @Text({ nullable: true }) windowTo: string | null;
  @Text({ nullable: true }) costCenter: string | null;
  @Qty() orderedQty: string;
  @Dong() unitPrice: bigint;
  @Dong() amount: bigint;
  /** KCT, KKKNT, 0, 5, 8 or 10, by the rule in force on the day of the order. */
  @Text() vatCode: string;
  @Text({ default: 'NONE' }) answer: string;
  @Text({ nullable: true }) answerReason: string | null;
  @Qty({ default: '0' }) confirmedQty: string;
  @BusinessDate({ nullable: true }) promisedOn: string | null;
  /** The day of the last receipt that counted goods of this line. */
  @BusinessDate({ nullable: true }) arrivedOn: string | null;
  @Qty({ default: '0' }) dispatchedQty: string;
  @Qty({ default: '0' }) acceptedQty: string;
  @Qty({ default: '0' }) rejectedQty: string;
  @Qty({ default: '0' }) missingQty: string;
}

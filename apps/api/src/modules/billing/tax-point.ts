import { type OrganizationKind, type VatClass, type VatCode, vatFor, type VatRule } from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { LegalBook } from '../registry/index.js';

interface SoldLine {
  readonly id: string;
  readonly vatCode: VatCode;
  readonly vatClass: string;
  readonly sellerKind: string;
  readonly buyerKind: string;
  readonly orderedOn: string;
}

/** Those who sell what their own members or fields grew; the others trade. */
const PRODUCERS = ['COOPERATIVE', 'COOPERATIVE_GROUP', 'HOUSEHOLD_BUSINESS'];

/**
 * VAT codes by order line on the day the goods were handed over, which is when the tax arises (Decree 123/2020, article 9): an order
 * of December received in January takes January's rate. Where the order's own code is not what the table says of the
 * day of the order (another class by now, or a person's choice), the order's code stands.
 */
export async function vatCodesOn(
  tx: Tx,
  legal: LegalBook,
  orderLineIds: readonly string[],
  day: string,
): Promise<Map<string, VatCode>> {
  const lines = await tx.query<SoldLine>(
    `select l.id, l.vat_code as "vatCode", p.vat_class as "vatClass", se.kind as "sellerKind", bu.kind as "buyerKind",
       (o.placed_at at time zone 'Asia/Ho_Chi_Minh')::date as "orderedOn"
     from order_line l join purchase_order o on o.id = l.order_id join product p on p.id = l.product_id
     join organization se on se.id = o.seller_org_id join organization bu on bu.id = o.buyer_org_id where l.id = any($1)`,
    [orderLineIds],
  );
  const vatRules = await legal.vatRules(tx);
  return new Map(lines.map((line) => [line.id, codeOf(line, day, vatRules)]));
}

function codeOf(line: SoldLine, day: string, rules: readonly VatRule[]): VatCode {
  const on = (date: string): VatCode | null => {
    const answer = vatFor({
      vatClass: line.vatClass as VatClass,
      sellerKind: line.sellerKind as OrganizationKind,
      sellerIsProducer: PRODUCERS.includes(line.sellerKind),
      buyerKind: line.buyerKind as OrganizationKind,
      date,
      rules,
    });
    return answer.ok ? answer.value.code : null;
  };
  return on(line.orderedOn) === line.vatCode ? (on(day) ?? line.vatCode) : line.vatCode;
}

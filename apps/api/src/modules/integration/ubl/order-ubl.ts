import { create } from 'xmlbuilder2';
import { vatAmount, VAT_CODES } from '@lienket/domain';
import { addressOf, amountOf, issued, namespaces, partyOf, quantityOf, taxCategory, type Tree } from './ubl-parts.js';
import type { UblOrder, UblOrderLine } from './ubl.queries.js';

/** An order as a UBL 2.1 Order (OASIS, ISO/IEC 19845): prices and the note are the parties' own, so only they get it. */
export function orderUbl(order: UblOrder): string {
  const net = order.lines.reduce((sum, { amount }) => sum + amount, 0n);
  const vat = VAT_CODES.reduce((sum, code) => {
    const base = order.lines.reduce((part, line) => (line.vatCode === code ? part + line.amount : part), 0n);
    return sum + vatAmount(base, code);
  }, 0n);
  const tree: Tree = {
    Order: {
      ...namespaces('Order'),
      'cbc:ID': order.number,
      'cbc:UUID': order.id,
      ...issued(order.placedAt),
      ...(order.note && { 'cbc:Note': order.note }),
      'cbc:DocumentCurrencyCode': 'VND',
      ...(order.buyerPoNo && { 'cbc:CustomerReference': order.buyerPoNo }),
      'cbc:LineCountNumeric': String(order.lines.length),
      ...(order.contractNumber && { 'cac:Contract': { 'cbc:ID': order.contractNumber } }),
      'cac:BuyerCustomerParty': partyOf(order.buyer),
      'cac:SellerSupplierParty': partyOf(order.seller),
      'cac:Delivery': {
        'cac:DeliveryAddress': addressOf(order.deliveryAddress),
        'cac:RequestedDeliveryPeriod': { 'cbc:StartDate': order.requestedOn, 'cbc:EndDate': order.requestedOn },
      },
      'cac:PaymentTerms': { 'cbc:Note': `${order.paymentTermDays} ngày (days)` },
      'cac:TaxTotal': { 'cbc:TaxAmount': amountOf(vat) },
      'cac:AnticipatedMonetaryTotal': {
        'cbc:LineExtensionAmount': amountOf(net),
        'cbc:TaxExclusiveAmount': amountOf(net),
        'cbc:TaxInclusiveAmount': amountOf(net + vat),
        'cbc:PayableAmount': amountOf(net + vat),
      },
      'cac:OrderLine': order.lines.map(lineOf),
    },
  };
  return create({ version: '1.0', encoding: 'UTF-8' }, tree).end({ prettyPrint: true });
}

const lineOf = (line: UblOrderLine): Tree => ({
  'cac:LineItem': {
    'cbc:ID': String(line.lineNo),
    'cbc:Quantity': quantityOf(line.qty, line.baseUnit),
    'cbc:LineExtensionAmount': amountOf(line.amount),
    'cac:Price': { 'cbc:PriceAmount': amountOf(line.unitPrice), 'cbc:BaseQuantity': quantityOf('1', line.baseUnit) },
    'cac:Item': {
      'cbc:Description': line.packName,
      'cbc:Name': line.description,
      'cac:SellersItemIdentification': { 'cbc:ID': line.productId },
      'cac:ClassifiedTaxCategory': taxCategory(line.vatCode),
    },
  },
});

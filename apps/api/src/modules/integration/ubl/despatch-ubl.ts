import { create } from 'xmlbuilder2';
import { addressOf, issued, namespaces, partyOf, quantityOf, type Tree } from './ubl-parts.js';
import type { UblDespatch, UblDespatchLine } from './ubl.queries.js';

/** A shipment as a UBL 2.1 DespatchAdvice: what is on the lorry, in which lots, and when it should arrive. No prices. */
export function despatchUbl(despatch: UblDespatch): string {
  const tree: Tree = {
    DespatchAdvice: {
      ...namespaces('DespatchAdvice'),
      'cbc:ID': despatch.number,
      'cbc:UUID': despatch.id,
      ...issued(despatch.dispatchedAt),
      'cbc:DespatchAdviceTypeCode': 'delivery',
      ...(despatch.note && { 'cbc:Note': despatch.note }),
      'cbc:LineCountNumeric': String(despatch.lines.length),
      'cac:OrderReference': orderReference(despatch),
      'cac:DespatchSupplierParty': partyOf(despatch.seller),
      'cac:DeliveryCustomerParty': partyOf(despatch.buyer),
      'cac:Shipment': {
        'cbc:ID': despatch.number,
        'cac:ShipmentStage': {
          'cbc:TransportModeCode': '3',
          ...(despatch.vehicle && { 'cac:TransportMeans': { 'cac:RoadTransport': { 'cbc:LicensePlateID': despatch.vehicle } } }),
          ...(despatch.driverName && { 'cac:DriverPerson': { 'cbc:FirstName': despatch.driverName } }),
        },
        'cac:Delivery': {
          'cac:DeliveryAddress': addressOf(despatch.deliveryAddress),
          'cac:EstimatedDeliveryPeriod': { 'cbc:EndDate': despatch.expectedOn },
        },
      },
      'cac:DespatchLine': despatch.lines.map((line) => lineOf(line, despatch)),
    },
  };
  return create({ version: '1.0', encoding: 'UTF-8' }, tree).end({ prettyPrint: true });
}

const orderReference = ({ orderNumber, buyerPoNo }: UblDespatch): Tree => ({
  'cbc:ID': orderNumber,
  ...(buyerPoNo && { 'cbc:CustomerReference': buyerPoNo }),
});

const lineOf = (line: UblDespatchLine, despatch: UblDespatch): Tree => ({
  'cbc:ID': String(line.lineNo),
  'cbc:DeliveredQuantity': quantityOf(line.qty, line.baseUnit),
  'cac:OrderLineReference': { 'cbc:LineID': String(line.orderLineNo), 'cac:OrderReference': { 'cbc:ID': despatch.orderNumber } },
  'cac:Item': {
    'cbc:Name': line.description,
    'cac:SellersItemIdentification': { 'cbc:ID': line.productId },
    ...(line.lotCode && { 'cac:ItemInstance': { 'cac:LotIdentification': { 'cbc:LotNumberID': line.lotCode } } }),
  },
});

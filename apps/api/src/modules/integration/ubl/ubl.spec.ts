import { create } from 'xmlbuilder2';
import { despatchUbl } from './despatch-ubl.js';
import { orderUbl } from './order-ubl.js';
import type { UblDespatch, UblOrder } from './ubl.queries.js';

/** Children in the order of UBL 2.1's schemas (UBL-Order-2.1.xsd, UBL-DespatchAdvice-2.1.xsd, UBL-CommonAggregateComponents-2.1.xsd), as far as used. */
const ORDER_OF: Readonly<Record<string, readonly string[]>> = {
  Order:
    'UBLVersionID CustomizationID ProfileID ID SalesOrderID CopyIndicator UUID IssueDate IssueTime OrderTypeCode Note RequestedInvoiceCurrencyCode DocumentCurrencyCode PricingCurrencyCode TaxCurrencyCode CustomerReference AccountingCostCode AccountingCost LineCountNumeric ValidityPeriod QuotationDocumentReference OrderDocumentReference OriginatorDocumentReference CatalogueReference AdditionalDocumentReference Contract ProjectReference Signature BuyerCustomerParty SellerSupplierParty OriginatorCustomerParty FreightForwarderParty AccountingCustomerParty AccountingSupplierParty Delivery DeliveryTerms PaymentMeans PaymentTerms TransactionConditions AllowanceCharge TaxExchangeRate PricingExchangeRate PaymentExchangeRate DestinationCountry TaxTotal AnticipatedMonetaryTotal OrderLine'.split(
      ' ',
    ),
  DespatchAdvice:
    'UBLVersionID CustomizationID ProfileID ID CopyIndicator UUID IssueDate IssueTime DocumentStatusCode DespatchAdviceTypeCode Note LineCountNumeric OrderReference AdditionalDocumentReference Signature DespatchSupplierParty DeliveryCustomerParty BuyerCustomerParty SellerSupplierParty OriginatorCustomerParty Shipment DespatchLine'.split(
      ' ',
    ),
  Party:
    'MarkCareIndicator WebsiteURI EndpointID PartyIdentification PartyName Language PostalAddress PhysicalLocation PartyTaxScheme PartyLegalEntity Contact Person'.split(
      ' ',
    ),
  PostalAddress: ['ID', 'StreetName', 'CityName', 'PostalZone', 'CountrySubentity', 'AddressLine', 'Country'],
  DeliveryAddress: ['ID', 'StreetName', 'CityName', 'PostalZone', 'CountrySubentity', 'AddressLine', 'Country'],
  PartyTaxScheme: ['RegistrationName', 'CompanyID', 'TaxLevelCode', 'ExemptionReason', 'TaxScheme'],
  Delivery:
    'ID Quantity ActualDeliveryDate LatestDeliveryDate TrackingID DeliveryAddress DeliveryLocation RequestedDeliveryPeriod PromisedDeliveryPeriod EstimatedDeliveryPeriod DeliveryParty Despatch'.split(
      ' ',
    ),
  AnticipatedMonetaryTotal: [
    'LineExtensionAmount',
    'TaxExclusiveAmount',
    'TaxInclusiveAmount',
    'AllowanceTotalAmount',
    'ChargeTotalAmount',
    'PrepaidAmount',
    'PayableAmount',
  ],
  LineItem: [
    'ID',
    'UUID',
    'Note',
    'LineStatusCode',
    'Quantity',
    'LineExtensionAmount',
    'TotalTaxAmount',
    'Delivery',
    'Price',
    'Item',
  ],
  Price: ['PriceAmount', 'BaseQuantity'],
  Item: [
    'Description',
    'PackQuantity',
    'PackSizeNumeric',
    'Name',
    'BuyersItemIdentification',
    'SellersItemIdentification',
    'StandardItemIdentification',
    'ClassifiedTaxCategory',
    'ItemInstance',
  ],
  ClassifiedTaxCategory: ['ID', 'Name', 'Percent', 'TaxScheme'],
  OrderReference: ['ID', 'SalesOrderID', 'UUID', 'IssueDate', 'IssueTime', 'CustomerReference'],
  Shipment: ['ID', 'HandlingCode', 'Information', 'Consignment', 'GoodsItem', 'ShipmentStage', 'Delivery'],
  ShipmentStage: ['ID', 'TransportModeCode', 'CarrierParty', 'TransportMeans', 'DriverPerson'],
  DespatchLine: [
    'ID',
    'UUID',
    'Note',
    'LineStatusCode',
    'DeliveredQuantity',
    'OutstandingQuantity',
    'OrderLineReference',
    'DocumentReference',
    'Item',
    'Shipment',
  ],
  OrderLineReference: ['LineID', 'SalesOrderLineID', 'UUID', 'LineStatusCode', 'OrderReference'],
};

const buyer = { id: 'b', name: 'Siêu thị <Mẫu> & bạn', taxCode: '4990000026', address: '1 phố Mẫu' };
const seller = { id: 's', name: 'HTX Mẫu', taxCode: null, address: null };
const order: UblOrder = {
  id: '01900000-0000-7000-8000-000000000001',
  number: 'DH-2026-000001',
  buyerPoNo: 'PO 7',
  contractNumber: 'HD-1',
  placedAt: new Date('2026-06-01T20:00:00Z'),
  requestedOn: '2026-06-04',
  deliveryAddress: 'Kho Hà Nội',
  note: 'Giao sớm ]]> & nhẹ tay',
  paymentTermDays: 15,
  buyer,
  seller,
  lines: [
    {
      id: 'l',
      lineNo: 1,
      description: 'Na dai',
      baseUnit: 'kg',
      packName: 'Thùng 10 kg',
      productId: 'p',
      qty: '100.500',
      unitPrice: 42_000n,
      amount: 4_221_000n,
      vatCode: '8',
    },
    {
      id: 'm',
      lineNo: 2,
      description: 'Hồng',
      baseUnit: 'hộp',
      packName: 'Hộp',
      productId: 'q',
      qty: '7.000',
      unitPrice: 10_000n,
      amount: 70_000n,
      vatCode: 'KCT',
    },
  ],
};
const despatch: UblDespatch = {
  id: '01900000-0000-7000-8000-000000000002',
  number: 'PGH-2026-000001',
  orderNumber: order.number,
  buyerPoNo: 'PO 7',
  dispatchedAt: new Date('2026-06-03T01:00:00Z'),
  expectedOn: '2026-06-04',
  vehicle: '12C-00000',
  driverName: 'Người Lái Mẫu',
  deliveryAddress: 'Kho Hà Nội',
  note: null,
  buyer,
  seller,
  lines: [{ lineNo: 1, orderLineNo: 1, description: 'Na dai', baseUnit: 'kg', productId: 'p', qty: '100.500', lotCode: 'LO-1' }],
};

const local = (name: string) => name.replace(/^c[ab]c:/, '');

/** Every element that stands out of the standard's order, or is not known there. */
function misplaced(name: string, tree: unknown): string[] {
  if (Array.isArray(tree)) return tree.flatMap((one) => misplaced(name, one));
  if (typeof tree !== 'object' || tree === null) return [];
  const children = Object.entries(tree).filter(([key]) => !key.startsWith('@') && key !== '#');
  const known = ORDER_OF[local(name)];
  const wrong: string[] = [];
  if (known) {
    const places = children.map(([key]) => known.indexOf(local(key)));
    places.forEach((place, index) => {
      if (place < 0) wrong.push(`${name}/${children[index]![0]} is unknown`);
      else if (index > 0 && place < places[index - 1]!) wrong.push(`${name}/${children[index]![0]} is late`);
    });
  }
  return [...wrong, ...children.flatMap(([key, child]) => misplaced(key, child))];
}

describe('UBL 2.1', () => {
  it.each([
    ['Order', orderUbl(order)],
    ['DespatchAdvice', despatchUbl(despatch)],
  ])('%s keeps the order of the standard, and every text comes back whole', (root, xml) => {
    const tree = create(xml).end({ format: 'object' }) as unknown as Record<string, Record<string, unknown>>;
    expect(Object.keys(tree)).toEqual([root]);
    expect(misplaced(root, tree[root])).toEqual([]);
    expect(xml).toContain(`urn:oasis:names:specification:ubl:schema:xsd:${root}-2`);
    expect(xml).toContain('Siêu thị &lt;Mẫu&gt; &amp; bạn');
  });

  it('an order says its sums, units and tax in the standard’s codes', () => {
    const xml = orderUbl(order);
    expect(xml).toContain('<cbc:Quantity unitCode="KGM">100.5</cbc:Quantity>');
    expect(xml).toContain('<cbc:Quantity unitCode="BX">7</cbc:Quantity>');
    expect(xml).toContain('<cbc:IssueDate>2026-06-02</cbc:IssueDate>');
    expect(xml).toContain('<cbc:TaxAmount currencyID="VND">337680</cbc:TaxAmount>');
    expect(xml).toContain('<cbc:PayableAmount currencyID="VND">4628680</cbc:PayableAmount>');
    expect(xml).toMatch(/<cac:ClassifiedTaxCategory>\s*<cbc:ID>E<\/cbc:ID>\s*<cbc:Percent>0</);
  });

  it('a despatch carries lots, vehicle and the order’s lines, and no price', () => {
    const xml = despatchUbl(despatch);
    expect(xml).toContain('<cbc:LotNumberID>LO-1</cbc:LotNumberID>');
    expect(xml).toContain('<cbc:LicensePlateID>12C-00000</cbc:LicensePlateID>');
    expect(xml).not.toContain('42000');
    expect(xml).not.toContain('currencyID');
  });
});

import type { Client } from './client.js';
import type { GivenProduct, Org, Person } from './given.js';
import type { TestApi } from './start-api.js';

/** One seller, one buyer, and everything that passed between them. */
export interface Trade {
  readonly seller: Org;
  readonly buyer: Org;
  readonly director: Person;
  readonly manager: Person;
  readonly receiver: Person;
  readonly product: GivenProduct;
  readonly locationId: string;
  readonly mouId: string;
  readonly mouLineId: string;
  readonly contractId: string;
  readonly contractLineId: string;
  readonly orderId: string;
  readonly orderLineId: string;
  readonly shipmentId: string;
  readonly shipmentLineId: string;
  readonly paymentRequestId: string;
  readonly paymentId: string;
}

const FAILURE = '... on DomainError { code message }';

/** Runs a mutation and insists on its success. */
export async function done<T>(
  client: Client,
  name: string,
  inputType: string,
  input: Record<string, unknown>,
  selection: string,
): Promise<T> {
  const result = await client.mutate<Record<string, T & { code?: string }>>(
    `mutation($input: ${inputType}!) { ${name}(input: $input) { __typename ${FAILURE} ${selection} } }`,
    input,
  );
  if (result[name]!.code) throw new Error(`${name}: ${JSON.stringify(result[name])}`);
  return result[name]!;
}

export interface TradeOptions {
  readonly title?: string;
  readonly target?: string;
  readonly ordered?: string;
  readonly rejected?: string;
  /** Đồng per kilogram in the memorandum and in the contract. */
  readonly referencePrice?: number;
  readonly unitPrice?: number;
}

/** Walks the whole road once: memorandum, contract, order, acknowledgement, shipment, receipt with rejects, payment declared. */
export async function aTrade(api: TestApi, options: TradeOptions = {}): Promise<Trade> {
  const { title = 'Biên bản ghi nhớ tiêu thụ na', target = '1000', ordered = '100', rejected = '10' } = options;
  const { referencePrice = 40_000, unitPrice = 42_000 } = options;
  const seller = await api.given.cooperative({ name: `HTX ${title}` });
  const buyer = await api.given.retailer({ name: `Siêu thị ${title}` });
  const director = await api.given.member(seller, 'SELLER_DIRECTOR');
  const manager = await api.given.member(buyer, 'BUYER_MANAGER', 'BUYER');
  const receiver = await api.given.member(buyer, 'BUYER_RECEIVER');
  const product = await api.given.product(seller, { nameVi: `Na ${title}` });
  const locationId = await api.given.location(buyer);
  const [sells, buys, receives] = [await api.as(director), await api.as(manager), await api.as(receiver)];

  const mou = await done<{ id: string; version: number; lines: { id: string }[] }>(
    sells,
    'mouCreate',
    'MouCreateInput',
    {
      title,
      pricePrinciple: 'PER_ORDER',
      validFrom: '2026-01-01',
      validTo: '2027-12-31',
      parties: [
        { orgId: seller.id, role: 'SELLER', mustSign: true },
        { orgId: buyer.id, role: 'BUYER', mustSign: true },
      ],
      lines: [
        {
          productId: product.id,
          description: `Na ${title}`,
          baseUnit: 'kg',
          targetQty: target,
          seasonMonths: [7, 8, 9],
          referencePrice,
        },
      ],
    },
    '... on Mou { id version lines { id } }',
  );
  let version = mou.version;
  for (const [client, action] of [
    [sells, 'mouCirculate'],
    [sells, 'mouSign'],
    [buys, 'mouSign'],
  ] as const) {
    ({ version } = await done<{ version: number }>(
      client,
      action,
      'MouActionInput',
      { id: mou.id, version },
      '... on Mou { version }',
    ));
  }
  const contract = await done<{ id: string; version: number; lines: { id: string }[] }>(
    sells,
    'contractPropose',
    'ContractProposeInput',
    {
      mouId: mou.id,
      sellerOrgId: seller.id,
      buyerOrgId: buyer.id,
      validFrom: '2026-01-01',
      validTo: '2027-12-31',
      priceClause: 'FIXED',
      toleranceBp: 0,
      paymentTermDays: 15,
      lines: [
        {
          mouLineId: mou.lines[0]!.id,
          productId: product.id,
          packId: product.packId,
          minQty: '0',
          targetQty: target,
          maxQty: target,
          unitPrice,
          schedule: [],
        },
      ],
    },
    '... on Contract { id version lines { id } }',
  );
  let contractVersion = contract.version;
  for (const client of [sells, buys]) {
    ({ version: contractVersion } = await done<{ version: number }>(
      client,
      'contractSign',
      'ContractActionInput',
      { id: contract.id, version: contractVersion },
      '... on Contract { version }',
    ));
  }
  const requestedOn = new Date(api.clock.now().getTime() + 3 * 86_400_000).toISOString().slice(0, 10);
  const order = await done<{ id: string; version: number; lines: { id: string }[] }>(
    buys,
    'orderPlace',
    'OrderPlaceInput',
    {
      sellerOrgId: seller.id,
      contractId: contract.id,
      requestedOn,
      deliveryLocationId: locationId,
      lines: [{ productId: product.id, contractLineId: contract.lines[0]!.id, qty: ordered }],
    },
    '... on Order { id version lines { id } }',
  );
  const acknowledged = await done<{ version: number }>(
    sells,
    'orderAcknowledge',
    'OrderAcknowledgeInput',
    { id: order.id, version: order.version, lines: [{ lineId: order.lines[0]!.id, kind: 'ALL' }] },
    '... on Order { version }',
  );
  const shipment = await done<{ id: string; version: number; lines: { id: string }[] }>(
    sells,
    'shipmentDispatch',
    'ShipmentDispatchInput',
    {
      orderId: order.id,
      orderVersion: acknowledged.version,
      expectedOn: requestedOn,
      vehicle: '12C-00000',
      lines: [{ orderLineId: order.lines[0]!.id, qty: ordered }],
    },
    '... on Shipment { id version lines { id } }',
  );
  await done(
    receives,
    'receiptPost',
    'ReceiptPostInput',
    {
      shipmentId: shipment.id,
      shipmentVersion: shipment.version,
      lines: [
        {
          shipmentLineId: shipment.lines[0]!.id,
          accepted: String(Number(ordered) - Number(rejected)),
          rejected,
          missing: '0',
          rejectReason: Number(rejected) ? 'BRUISED' : null,
        },
      ],
    },
    '... on Shipment { id }',
  );
  await api.drainJobs();
  const due = await buys.query<{ order: { paymentRequests: { id: string; version: number; total: number }[] } }>(
    'query($id: ID!) { order(id: $id) { paymentRequests { id version total } } }',
    { id: order.id },
  );
  const request = due.order.paymentRequests[0]!;
  const declared = await done<{ payments: { id: string }[] }>(
    buys,
    'paymentDeclare',
    'PaymentDeclareInput',
    {
      paymentRequestId: request.id,
      version: request.version,
      amount: request.total,
      paidOn: new Date(api.clock.now().getTime() + 7 * 3_600_000).toISOString().slice(0, 10),
    },
    '... on PaymentRequest { payments { id } }',
  );
  return {
    seller,
    buyer,
    director,
    manager,
    receiver,
    product,
    locationId,
    mouId: mou.id,
    mouLineId: mou.lines[0]!.id,
    contractId: contract.id,
    contractLineId: contract.lines[0]!.id,
    orderId: order.id,
    orderLineId: order.lines[0]!.id,
    shipmentId: shipment.id,
    shipmentLineId: shipment.lines[0]!.id,
    paymentRequestId: request.id,
    paymentId: declared.payments[0]!.id,
  };
}

import type { Client } from './client.js';
import { type Deal, inDays, orderAct, placeInput, shipmentAct } from './deal.js';
import type { TestApi } from './start-api.js';

export interface Bill {
  readonly id: string;
  readonly orderId: string;
  readonly version: number;
  readonly total: number;
  readonly paidAmount: number;
  readonly status: string;
  readonly payments: { id: string; status: string; method: string; amount: number; refunded: number }[];
  readonly cardPayment: { state: string; url: string | null; amount: number; refunded: number; disputed: boolean } | null;
  readonly code?: string;
  readonly message?: string;
}

const BILL = `id orderId version total paidAmount status payments { id status method amount refunded }
  cardPayment { state url amount refunded disputed }`;

/** Goods of the deal ordered, delivered and accepted whole; the jobs that follow still wait. Answers with the order's id. */
export async function accepted(api: TestApi, deal: Deal, qty = '100'): Promise<string> {
  const order = await orderAct(deal.buys, 'orderPlace', placeInput(api, deal, qty));
  const lines = [{ lineId: order.lines[0]!.id, kind: 'ALL' }];
  const confirmed = await orderAct(deal.sells, 'orderAcknowledge', { id: order.id, version: order.version, lines });
  const shipment = await shipmentAct(deal.sells, 'shipmentDispatch', {
    orderId: order.id,
    orderVersion: confirmed.version,
    expectedOn: inDays(api, 1),
    lines: [{ orderLineId: order.lines[0]!.id, qty }],
  });
  await shipmentAct(deal.receives, 'receiptPost', {
    shipmentId: shipment.id,
    shipmentVersion: shipment.version,
    lines: [{ shipmentLineId: shipment.lines[0]!.id, accepted: qty, rejected: '0', missing: '0' }],
  });
  return order.id;
}

/** Goods of the deal ordered, delivered and accepted whole (42.000 đ a kilogram): the request that follows. */
export async function aBill(api: TestApi, deal: Deal, qty = '100'): Promise<Bill> {
  const id = await accepted(api, deal, qty);
  await api.drainJobs();
  const { order: found } = await deal.buys.query<{ order: { paymentRequests: Bill[] } }>(
    `query($id: ID!) { order(id: $id) { paymentRequests { ${BILL} } } }`,
    { id },
  );
  return found.paymentRequests[0]!;
}

export const billNow = async (client: Client, id: string): Promise<Bill> =>
  (await client.query<{ paymentRequest: Bill }>(`query($id: ID!) { paymentRequest(id: $id) { ${BILL} } }`, { id }))
    .paymentRequest;

const INPUTS = {
  paymentDeclare: 'PaymentDeclareInput',
  paymentConfirm: 'PaymentAnswerInput',
  paymentDeny: 'PaymentAnswerInput',
  cardPaymentStart: 'CardPaymentStartInput',
  cardPaymentCancel: 'CardPaymentCancelInput',
  cardRefund: 'CardRefundInput',
} as const;

/** The request as it stands after the step, or the refusal. */
export async function billAct(client: Client, name: keyof typeof INPUTS, input: Record<string, unknown>): Promise<Bill> {
  const data = await client.mutate<Record<string, Bill>>(
    `mutation($input: ${INPUTS[name]}!) { ${name}(input: $input) { ... on DomainError { code message } ... on PaymentRequest { ${BILL} } } }`,
    input,
  );
  return data[name]!;
}

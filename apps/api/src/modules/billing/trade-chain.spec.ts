import jsQR from 'jsqr';
import { parseVietQr } from '@lienket/domain';
import QRCode from 'qrcode';
import {
  aDeal,
  type Deal,
  inDays,
  ledgerOf,
  orderAct,
  placeInput,
  shipmentAct,
  type ShipmentAnswer,
} from '../../testing/deal.js';
import type { Client } from '../../testing/client.js';
import { startApi, type TestApi } from '../../testing/start-api.js';

interface Request {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly version: number;
  readonly reference: string;
  readonly netAmount: number;
  readonly vatAmount: number;
  readonly total: number;
  readonly paidAmount: number;
  readonly dueOn: string;
  readonly overdue: boolean;
  readonly totalInWords: string;
  readonly vietQr: string | null;
  readonly vietQrSvgUrl: string | null;
  readonly documentUrl: string;
  readonly bankAccountNo: string;
  readonly lines: { amount: number; acceptedQty: string; vatAmount: number }[];
  readonly payments: { id: string; status: string; amount: number; denyReason: string | null }[];
  readonly availableActions: { action: string; allowed: boolean; reason: string | null }[];
}

const REQUEST = `id number status version reference netAmount vatAmount total paidAmount dueOn overdue totalInWords vietQr vietQrSvgUrl documentUrl
  bankAccountNo lines { amount acceptedQty vatAmount } payments { id status amount denyReason } availableActions { action allowed reason }`;

describe('from the order to the money', () => {
  let api: TestApi;
  let deal: Deal;
  beforeAll(async () => {
    api = await startApi();
  });
  beforeEach(async () => {
    deal = await aDeal(api);
  });
  afterAll(() => api.stop());

  const today = () => inDays(api, 0);
  async function confirmed(qty: string) {
    const order = await orderAct(deal.buys, 'orderPlace', placeInput(api, deal, qty));
    const lines = [{ lineId: order.lines[0]!.id, kind: 'ALL' }];
    return orderAct(deal.sells, 'orderAcknowledge', { id: order.id, version: order.version, lines });
  }
  const dispatch = (order: { id: string; lines: readonly { id: string }[] }, orderVersion: number, qty: string) =>
    shipmentAct(deal.sells, 'shipmentDispatch', {
      orderId: order.id,
      orderVersion,
      expectedOn: inDays(api, 1),
      vehicle: '12C-123.45',
      driverName: 'Hoàng Văn Thụ',
      lines: [{ orderLineId: order.lines[0]!.id, qty, lotCode: 'NA-01' }],
    });
  const receive = (
    shipment: ShipmentAnswer,
    accepted: string,
    rejected = '0',
    missing = '0',
    patch: Record<string, unknown> = {},
  ) =>
    shipmentAct(deal.receives, 'receiptPost', {
      shipmentId: shipment.id,
      shipmentVersion: shipment.version,
      lines: [
        {
          shipmentLineId: shipment.lines[0]!.id,
          accepted,
          rejected,
          missing,
          rejectReason: rejected === '0' ? null : 'BRUISED',
          ...patch,
        },
      ],
    });
  const requestsOf = async (orderId: string, client = deal.buys) =>
    (
      await client.query<{ order: { paymentRequests: Request[] } }>(
        `query($id: ID!) { order(id: $id) { paymentRequests { ${REQUEST} } } }`,
        {
          id: orderId,
        },
      )
    ).order.paymentRequests;
  const pay = async (client: Client, name: string, input: Record<string, unknown>) => {
    const type = name === 'paymentDeclare' ? 'PaymentDeclareInput' : 'PaymentAnswerInput';
    const data = await client.mutate<Record<string, Request & { __typename: string; code?: string; field?: string }>>(
      `mutation($input: ${type}!) { ${name}(input: $input) { __typename ... on DomainError { code field } ... on PaymentRequest { ${REQUEST} } } }`,
      input,
    );
    return data[name]!;
  };
  const declare = (request: Pick<Request, 'id' | 'version'>, amount: number, patch: Record<string, unknown> = {}) =>
    pay(deal.buys, 'paymentDeclare', {
      paymentRequestId: request.id,
      version: request.version,
      amount,
      paidOn: today(),
      ...patch,
    });
  const orderNow = async (id: string) =>
    (
      await deal.buys.query<{
        order: { status: string; version: number; acceptedTotal: number; lines: Record<string, string>[] };
      }>(
        'query($id: ID!) { order(id: $id) { status version acceptedTotal lines { confirmedQty dispatchedQty acceptedQty rejectedQty missingQty } } }',
        { id },
      )
    ).order;

  it('walks the whole road, with the ledger right at each step', async () => {
    const order = await orderAct(deal.buys, 'orderPlace', placeInput(api, deal, '200'));
    expect(await ledgerOf(api, deal)).toEqual({ calledOff: 200, dispatched: 0, accepted: 0, rejected: 0 });

    const countered = await orderAct(deal.sells, 'orderAcknowledge', {
      id: order.id,
      version: order.version,
      lines: [{ lineId: order.lines[0]!.id, kind: 'LESS', qty: '150', reason: 'Sương muối' }],
    });
    expect(await ledgerOf(api, deal)).toEqual({ calledOff: 150, dispatched: 0, accepted: 0, rejected: 0 });
    const agreed = await orderAct(deal.buys, 'orderAcceptCounter', { id: order.id, version: countered.version });
    expect(agreed.status).toBe('CONFIRMED');

    const first = await dispatch(order, agreed.version, '100');
    expect(first).toMatchObject({ status: 'DISPATCHED', number: expect.stringMatching(/^PGH-\d{4}-\d{6}$/) });
    expect((await orderNow(order.id)).status).toBe('IN_DELIVERY');
    const tooMuch = await dispatch(order, agreed.version + 1, '60');
    expect(tooMuch.rows).toMatchObject([{ row: 0, field: 'qty', code: 'OVER_DISPATCH', suggestion: '50' }]);
    const second = await dispatch(order, agreed.version + 1, '50');
    expect(await ledgerOf(api, deal)).toEqual({ calledOff: 150, dispatched: 150, accepted: 0, rejected: 0 });

    const got = await receive(first, '90', '8', '2');
    expect(got).toMatchObject({
      status: 'RECEIVED',
      receipt: { number: expect.stringMatching(/^PNK-/), lines: [{ acceptedQty: '90', rejectReason: 'BRUISED' }] },
    });
    expect(await ledgerOf(api, deal)).toEqual({ calledOff: 150, dispatched: 150, accepted: 90, rejected: 8 });
    expect(await orderNow(order.id)).toMatchObject({ status: 'RECEIVED_PART', acceptedTotal: 3_780_000 });
    await receive(second, '50');
    expect(await orderNow(order.id)).toMatchObject({
      status: 'RECEIVED',
      acceptedTotal: 5_880_000,
      lines: [{ confirmedQty: '150', dispatchedQty: '150', acceptedQty: '140', rejectedQty: '8', missingQty: '2' }],
    });

    await api.drainJobs();
    const [due, other] = await requestsOf(order.id);
    expect(due).toMatchObject({
      status: 'DUE',
      netAmount: 3_780_000,
      vatAmount: 0,
      total: 3_780_000,
      dueOn: inDays(api, 15),
      overdue: false,
    });
    expect(due!.totalInWords).toBe('Ba triệu bảy trăm tám mươi nghìn đồng chẵn');
    expect(other!.total).toBe(2_100_000);

    const declared = await declare(due!, 3_780_000);
    expect(declared).toMatchObject({ status: 'DECLARED', paidAmount: 0 });
    const paid = await pay(deal.sells, 'paymentConfirm', { paymentId: declared.payments[0]!.id, version: declared.version });
    expect(paid).toMatchObject({ status: 'PAID', paidAmount: 3_780_000, vietQr: null, vietQrSvgUrl: null });
    expect((await orderNow(order.id)).status).toBe('RECEIVED');
    const rest = await declare(other!, 2_100_000);
    await pay(deal.sells, 'paymentConfirm', { paymentId: rest.payments[0]!.id, version: rest.version });
    expect((await orderNow(order.id)).status).toBe('CLOSED');
    const ladder = await api.sql<{ rung: string; any_accepted: boolean }>(
      'select rung, any_accepted from mou_progress where mou_id = $1',
      [deal.mouId],
    );
    expect(ladder).toEqual([expect.objectContaining({ any_accepted: true })]);
  });

  it.each([
    ['unbalanced counts', ['90', '5', '0', {}], 'RECEIPT_DOES_NOT_BALANCE', 'accepted'],
    ['a reject without a reason', ['90', '10', '0', { rejectReason: null }], 'REJECT_REASON_MISSING', 'rejectReason'],
  ] as const)('refuses a receipt with %s', async (_what, [accepted, rejected, missing, patch], code, field) => {
    const order = await confirmed('100');
    const refused = await receive(await dispatch(order, order.version, '100'), accepted, rejected, missing, patch);
    expect(refused.rows).toEqual([expect.objectContaining({ row: 0, code, field })]);
    expect((await ledgerOf(api, deal)).accepted).toBe(0);
  });

  it('accepts what the scale says within two per cent, and not beyond', async () => {
    const order = await confirmed('100');
    const shipment = await dispatch(order, order.version, '100');
    expect((await receive(shipment, '97.999')).rows).toMatchObject([{ code: 'RECEIPT_DOES_NOT_BALANCE' }]);
    expect(await receive(shipment, '98')).toMatchObject({ status: 'RECEIVED' });
    expect((await orderNow(order.id)).status).toBe('RECEIVED');
  });

  it('gives back what the tolerance forgives when the order is complete', async () => {
    const order = await confirmed('100');
    await receive(await dispatch(order, order.version, '99'), '99');
    expect((await orderNow(order.id)).status).toBe('RECEIVED');
    expect(await ledgerOf(api, deal)).toEqual({ calledOff: 99, dispatched: 99, accepted: 99, rejected: 0 });
  });

  it('waits for the rest while more than the tolerance is missing', async () => {
    const order = await confirmed('100');
    await receive(await dispatch(order, order.version, '90'), '90');
    expect((await orderNow(order.id)).status).toBe('RECEIVED_PART');
    await receive(await dispatch(order, (await orderNow(order.id)).version, '10'), '10');
    expect((await orderNow(order.id)).status).toBe('RECEIVED');
    expect((await ledgerOf(api, deal)).calledOff).toBe(100);
  });

  it('posts one receipt when two receivers count the same shipment at once, and bills it once however often the job runs', async () => {
    const order = await confirmed('100');
    const shipment = await dispatch(order, order.version, '100');
    const colleague = await api.as(await api.given.member(deal.buyer, 'BUYER_RECEIVER'));
    const line = { shipmentLineId: shipment.lines[0]!.id, accepted: '100', rejected: '0', missing: '0' };
    const post = (client: Client) =>
      shipmentAct(client, 'receiptPost', { shipmentId: shipment.id, shipmentVersion: shipment.version, lines: [line] });
    const answers = await Promise.all([deal.receives, colleague, deal.receives, colleague].map(post));
    expect(answers.map(({ code }) => code ?? 'POSTED').toSorted()).toEqual([
      'ALREADY_RECEIVED',
      'ALREADY_RECEIVED',
      'ALREADY_RECEIVED',
      'POSTED',
    ]);
    const receipts = await api.sql<{ id: string }>('select id from goods_receipt where shipment_id = $1', [shipment.id]);
    expect(receipts).toHaveLength(1);
    expect((await ledgerOf(api, deal)).accepted).toBe(100);
    for (let i = 0; i < 3; i += 1) {
      await api.sql(`select graphile_worker.add_job('billing.receipt-posted', json_build_object('receiptId', $1::text))`, [
        receipts[0]!.id,
      ]);
    }
    await api.drainJobs();
    expect(await requestsOf(order.id)).toHaveLength(1);
  });

  it('asks for nothing when nothing was accepted', async () => {
    const order = await confirmed('100');
    await receive(await dispatch(order, order.version, '100'), '0', '100');
    await api.drainJobs();
    expect(await requestsOf(order.id)).toEqual([]);
  });

  it('rounds VAT once for each code and spreads it over the lines exactly', async () => {
    deal = await aDeal(api, { vatClass: 'PROCESSED', unitPrice: 33_333n });
    api.clock.set(new Date('2026-11-23T02:00:00Z'));
    const order = await confirmed('70');
    await receive(await dispatch(order, order.version, '70'), '70');
    await api.drainJobs();
    api.clock.set(null);
    const [due] = await requestsOf(order.id);
    expect(due).toMatchObject({ netAmount: 2_333_310, vatAmount: 186_665, total: 2_519_975, lines: [{ vatAmount: 186_665 }] });
  });

  describe('a payment', () => {
    let request: Request;
    beforeEach(async () => {
      const order = await confirmed('100');
      await receive(await dispatch(order, order.version, '100'), '100');
      await api.drainJobs();
      [request] = (await requestsOf(order.id)) as [Request];
    });

    it.each([
      ['nothing', 0, {}, 'AMOUNT_NOT_POSITIVE'],
      ['more than is open', 4_200_001, {}, 'AMOUNT_ABOVE_OPEN'],
      ['a day to come', 1000, { paidOn: '2035-01-01' }, 'PAID_IN_FUTURE'],
      ['a day before the goods', 1000, { paidOn: '2020-01-01' }, 'PAID_BEFORE_REQUEST'],
    ])('is not declared with %s', async (_what, amount, patch, code) => {
      expect(await declare(request, amount, patch)).toMatchObject({ __typename: 'Refused', code });
    });

    it('in parts: each answered once, and never more than the total', async () => {
      const first = await declare(request, 1_200_000);
      const both = await declare(first, 3_000_000);
      expect(await declare(both, 1)).toMatchObject({ code: 'NOTHING_OPEN' });
      const [one, two] = both.payments;
      const part = await pay(deal.sells, 'paymentConfirm', { paymentId: one!.id, version: both.version });
      expect(part).toMatchObject({ status: 'DECLARED', paidAmount: 1_200_000 });
      expect(await pay(deal.sells, 'paymentConfirm', { paymentId: one!.id, version: part.version })).toMatchObject({
        code: 'ALREADY_ANSWERED',
      });
      expect(await pay(deal.sells, 'paymentDeny', { paymentId: two!.id, version: part.version })).toMatchObject({
        code: 'REASON_MISSING',
      });
      const denied = await pay(deal.sells, 'paymentDeny', {
        paymentId: two!.id,
        version: part.version,
        reason: 'Chưa thấy tiền về',
      });
      expect(denied).toMatchObject({
        status: 'PART_PAID',
        paidAmount: 1_200_000,
        payments: [{ status: 'SUCCEEDED' }, { status: 'DENIED' }],
      });
      const amount = parseVietQr(denied.vietQr!);
      expect(amount.ok && amount.value.amount).toBe(3_000_000n);
    });

    it('is counted once when twenty confirmations arrive at once', async () => {
      const declared = await declare(request, 4_200_000);
      const answers = await Promise.all(
        Array.from({ length: 20 }, () =>
          pay(deal.sells, 'paymentConfirm', { paymentId: declared.payments[0]!.id, version: declared.version }),
        ),
      );
      expect(answers.filter(({ __typename }) => __typename === 'PaymentRequest')).toHaveLength(1);
      const [row] = await api.sql<{ paid_amount: string; status: string }>(
        'select paid_amount, status from payment_request where id = $1',
        [request.id],
      );
      expect(row).toEqual({ paid_amount: '4200000', status: 'PAID' });
    });

    it('shows a VietQR that an independent decoder reads back to the fields', async () => {
      const response = await deal.buys.get(request.vietQrSvgUrl!);
      expect(response.headers['content-type']).toContain('image/svg+xml');
      const decoded = decodeSvg(response.body);
      expect(decoded).toBe(request.vietQr);
      const fields = parseVietQr(decoded!);
      expect(fields).toMatchObject({
        ok: true,
        value: { bin: '970436', account: request.bankAccountNo, amount: 4_200_000n, memo: request.reference, service: 'ACCOUNT' },
      });
    });

    it('by card is not open yet, and the buyer is told so', async () => {
      expect(request.availableActions).toContainEqual({
        action: 'paymentByCard',
        allowed: false,
        reason: expect.stringContaining('chưa mở'),
      });
      expect(request.availableActions).toContainEqual({ action: 'paymentDeclare', allowed: true, reason: null });
    });

    it('is overdue from the day after the term, by the calendar', async () => {
      const overdue = async (days: number) => {
        api.clock.set(new Date(Date.now() + days * 86_400_000));
        const [now] = await requestsOf(
          (await api.sql<{ order_id: string }>('select order_id from payment_request where id = $1', [request.id]))[0]!.order_id,
        );
        const { paymentRequests } = await deal.buys.query<{ paymentRequests: { edges: unknown[] } }>(
          '{ paymentRequests(filter: { overdue: true, side: BUYER }) { edges { node { id } } } }',
        );
        api.clock.set(null);
        return [now!.overdue, paymentRequests.edges.length];
      };
      // The session of a test lasts an hour by the database's clock, not by this one.
      expect(await overdue(15)).toEqual([false, 0]);
      expect(await overdue(16)).toEqual([true, 1]);
    });
  });

  it('draws the published NAPAS examples so that they are read back', async () => {
    for (const [payload, account] of [
      [
        '00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E',
        '0011012345678',
      ],
      ['00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN63044F52', '9704031101234567'],
      [
        '00020101021238600010A00000072701300006970403011697040311012345670208QRIBFTTC530370454061800005802VN62340107NPS68690819thanh toan don hang6304A203',
        '9704031101234567',
      ],
    ] as const) {
      const decoded = decodeSvg(await QRCode.toString(payload, { type: 'svg', errorCorrectionLevel: 'M', margin: 4 }));
      expect(decoded).toBe(payload);
      expect(parseVietQr(decoded!)).toMatchObject({ ok: true, value: { bin: '970403', account } });
    }
  });

  it('is open to the parties, without prices to the Alliance, and to nobody else', async () => {
    const order = await confirmed('100');
    const shipment = await dispatch(order, order.version, '100');
    await receive(shipment, '100');
    await api.drainJobs();
    const [request] = (await requestsOf(order.id)) as [Request];
    const stranger = await api.as(await api.given.member(await api.given.retailer(), 'BUYER_MANAGER', 'BUYER'));
    const rival = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
    const officer = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
    const ORDER =
      'query($id: ID!) { order(id: $id) { orderedTotal confirmedTotal acceptedTotal lines { unitPrice amount orderedQty } paymentRequests { id } shipments { id } } }';
    const outcome = async (client: Client, query: string, id: string) => {
      const { data, errors } = await client.send<Record<string, unknown>>(query, { id });
      return errors?.[0]?.extensions.code ?? Object.values(data!)[0];
    };
    const SHIPMENT = 'query($id: ID!) { shipment(id: $id) { id } }';
    const PAYMENT = 'query($id: ID!) { paymentRequest(id: $id) { total } }';
    const seen = {
      orderedTotal: 4_200_000,
      confirmedTotal: 4_200_000,
      acceptedTotal: 4_200_000,
      lines: [{ unitPrice: 42_000, amount: 4_200_000, orderedQty: '100' }],
      paymentRequests: [{ id: request.id }],
      shipments: [{ id: shipment.id }],
    };
    const masked = {
      orderedTotal: null,
      confirmedTotal: null,
      acceptedTotal: null,
      lines: [{ unitPrice: null, amount: null, orderedQty: '100' }],
      paymentRequests: [],
      shipments: [{ id: shipment.id }],
    };
    const table: [string, Client, unknown, unknown, unknown, number, number][] = [
      ['the seller', deal.sells, seen, { id: shipment.id }, { total: 4_200_000 }, 200, 200],
      ['the buyer', deal.buys, seen, { id: shipment.id }, { total: 4_200_000 }, 200, 200],
      ['the receiver', deal.receives, seen, { id: shipment.id }, { total: 4_200_000 }, 200, 200],
      ['the Alliance', officer, masked, { id: shipment.id }, 'NOT_FOUND', 200, 404],
      ['another buyer', stranger, 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 404, 404],
      ['another cooperative', rival, 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 404, 404],
      ['a visitor', api.visitor, 'UNAUTHENTICATED', 'UNAUTHENTICATED', 'UNAUTHENTICATED', 404, 404],
    ];
    for (const [who, client, ofOrder, ofShipment, ofPayment, note, bill] of table) {
      expect([who, await outcome(client, ORDER, order.id)]).toEqual([who, ofOrder]);
      expect([who, await outcome(client, SHIPMENT, shipment.id)]).toEqual([who, ofShipment]);
      expect([who, await outcome(client, PAYMENT, request.id)]).toEqual([who, ofPayment]);
      expect([who, (await client.get(`/documents/shipments/${shipment.id}.pdf`)).statusCode]).toEqual([who, note]);
      expect([who, (await client.get(request.documentUrl)).statusCode]).toEqual([who, bill]);
      expect([who, (await client.get(request.vietQrSvgUrl!)).statusCode]).toEqual([who, bill]);
    }
    const summary = await officer.query<{ orders: { edges: { node: object }[] } }>(
      '{ orders(first: 1) { edges { node { orderedTotal acceptedTotal } } } }',
    );
    expect(summary.orders.edges[0]!.node).toEqual({ orderedTotal: null, acceptedTotal: null });
  });
});

/** Draws the code's dark runs into pixels and reads them with jsQR, which shares no code with what drew them. */
function decodeSvg(svg: string): string | null {
  const scale = 4;
  const width = Number(/viewBox="0 0 (\d+)/.exec(svg)![1]) * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  const path = /stroke="#000000" d="([^"]+)"/.exec(svg)![1]!;
  let [x, y] = [0, 0];
  for (const [, command, a, b] of path.matchAll(/([Mmh])(-?[\d.]+)(?:[ ,](-?[\d.]+))?/g)) {
    if (command === 'M') [x, y] = [Number(a), Number(b)];
    else if (command === 'm') [x, y] = [x + Number(a), y + Number(b)];
    else {
      const end = x + Number(a);
      for (let row = Math.floor(y) * scale; row < (Math.floor(y) + 1) * scale; row += 1) {
        for (let column = x * scale; column < end * scale; column += 1)
          pixels.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
      }
      x = end;
    }
  }
  const decode = jsQR as unknown as typeof jsQR.default;
  return decode(pixels, width, width)?.data ?? null;
}

import type { DataSource } from 'typeorm';
import type { Actor } from '../../../platform/auth/actor.js';
import { newId } from '../../../platform/ids.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Aftermath, handOver, letSilencePass, receiptOf, tellClaim } from './arrival-story.js';
import { gatherCast, type Cast, type Goods, type Shop } from './cast.js';
import { tellOutside } from './outside-story.js';
import type { Answer, Storyteller } from './storyteller.js';

export const DEMO_EVENT = 'MAU-2026';

/** How far a story's agreement has come by today. */
interface Plot {
  readonly key: string;
  readonly title: string;
  readonly goods: Goods;
  readonly shop: Shop;
  /** Days before today on which it was recorded. */
  readonly age: number;
  /** Packs promised, or null where the memorandum names no quantity. */
  readonly packs: number | null;
  readonly until: 'RECORDED' | 'SCANNED' | 'SIGNING' | 'ATTESTED' | 'SIGNED' | 'PROPOSED' | 'CONTRACTED';
  readonly orders?: readonly OrderPlot[];
}

interface OrderPlot {
  /** Days before today on which it was placed. */
  readonly age: number;
  readonly packs: number;
  readonly until: 'PLACED' | 'COUNTERED' | 'CONFIRMED' | 'DISPATCHED' | 'RECEIVED' | 'DECLARED' | 'PAID';
  readonly rejectedPacks?: number;
  readonly after?: Aftermath;
}

/** Keeps a paper as the scan of a plot's memorandum; returns the file's id. */
export type KeepScan = (officer: Actor, title: string, lines: readonly string[], heading?: string) => Promise<string>;

const onPaper = (plot: Plot): boolean => plot.until === 'SCANNED' || plot.until === 'ATTESTED';

const qty = (packs: number, goods: Goods): string => String(Math.round(packs * goods.packSize * 1000) / 1000);

/** The demo conference is fictional, so that no trade is ever invented for the real one. */
async function demoEvent(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `insert into event (id, code, title, held_on, host, source_title) values ($1, $2, $3, $4, $5, $6) on conflict (code) do nothing`,
    [
      newId(),
      DEMO_EVENT,
      'Hội nghị kết nối mẫu (dữ liệu mẫu)',
      '2026-04-15',
      'Ban tổ chức mẫu',
      'Dữ liệu mẫu để dùng thử, không phải hội nghị có thật',
    ],
  );
}

export async function tellStories(
  app: NestFastifyApplication,
  teller: Storyteller,
  dataSource: DataSource,
  scan: KeepScan,
): Promise<void> {
  await demoEvent(dataSource);
  const cast = await gatherCast(dataSource);
  for (const plot of plots(cast)) await tell(app, teller, cast, plot, scan);
}

function plots(cast: Cast): Plot[] {
  const [first, second = first] = cast.shops as [Shop, Shop | undefined];
  const seasonal = cast.goods.filter((good) => good.months.length < 12);
  const steady = cast.goods.filter((good) => good.months.length === 12);
  const pick = (list: readonly Goods[], index: number): Goods =>
    list[index % Math.max(1, list.length)] ?? cast.goods[index % cast.goods.length]!;
  const month = Number(new Date().toISOString().slice(5, 7));
  const outOfSeason = seasonal.filter((good) => !good.months.includes(month) && !good.months.includes((month % 12) + 1));
  const inSeason = seasonal.filter((good) => good.months.includes(month));
  const plot = (
    key: string,
    goods: Goods,
    shop: Shop,
    age: number,
    packs: number | null,
    until: Plot['until'],
    orders?: OrderPlot[],
  ): Plot => ({
    key,
    goods,
    shop,
    age,
    packs,
    until,
    title: `Ghi nhớ tiêu thụ ${goods.name}`,
    ...(orders ? { orders } : {}),
  });
  return [
    plot('recorded', pick(steady, 0), first, 200, null, 'RECORDED'),
    plot('signing', pick(steady, 1), second, 20, 400, 'SIGNING'),
    plot('scanned', pick(steady, 9), second, 12, null, 'SCANNED'),
    plot('attested', pick(seasonal, 1), first, 30, 300, 'ATTESTED'),
    plot('unquantified', pick(steady, 2), second, 150, null, 'SIGNED'),
    plot('waits-season', pick(outOfSeason, 0), first, 18, 600, 'SIGNED'),
    plot('proposed', pick(steady, 3), second, 45, 240, 'PROPOSED'),
    plot('contracted', pick(inSeason, 0), first, 50, 500, 'CONTRACTED'),
    plot('first-call', pick(inSeason, 1), second, 70, 400, 'CONTRACTED', [
      { age: 3, packs: 60, until: 'CONFIRMED' },
      { age: 0, packs: 40, until: 'PLACED' },
    ]),
    plot('first-accepted', pick(steady, 4), first, 90, 500, 'CONTRACTED', [
      { age: 30, packs: 60, until: 'DECLARED', rejectedPacks: 3 },
      { age: 1, packs: 80, until: 'DISPATCHED' },
    ]),
    plot('quarter', pick(steady, 5), second, 120, 400, 'CONTRACTED', [
      { age: 60, packs: 80, until: 'PAID' },
      { age: 25, packs: 60, until: 'RECEIVED', rejectedPacks: 6, after: 'CLAIM_SETTLED' },
      { age: 2, packs: 50, until: 'COUNTERED' },
    ]),
    plot('half', pick(steady, 6), first, 160, 300, 'CONTRACTED', [
      { age: 100, packs: 80, until: 'PAID' },
      { age: 55, packs: 90, until: 'PAID', rejectedPacks: 4 },
      { age: 4, packs: 40, until: 'PLACED' },
      { age: 5, packs: 30, until: 'RECEIVED', rejectedPacks: 2, after: 'CLAIM_OPEN' },
      { age: 20, packs: 20, until: 'RECEIVED', after: 'SILENCE' },
      { age: 3, packs: 15, until: 'DISPATCHED', after: 'HANDED_OVER' },
    ]),
    plot('three-quarters', pick(steady, 7), second, 190, 240, 'CONTRACTED', [
      { age: 140, packs: 70, until: 'PAID' },
      { age: 90, packs: 70, until: 'PAID' },
      { age: 40, packs: 50, until: 'RECEIVED', after: 'CLAIM_SILENT' },
    ]),
    plot('fulfilled', pick(steady, 8), first, 210, 150, 'CONTRACTED', [
      { age: 150, packs: 80, until: 'PAID' },
      { age: 80, packs: 70, until: 'PAID' },
    ]),
  ];
}

async function tell(app: NestFastifyApplication, teller: Storyteller, cast: Cast, plot: Plot, scan: KeepScan): Promise<void> {
  const { goods, shop, key } = plot;
  const director = cast.directors.get(goods.sellerOrgId)!;
  const step = (name: string) => `demo:${key}:${name}`;
  teller.on(-plot.age);
  const documentFileId = onPaper(plot)
    ? await scan(cast.officer, plot.title, [
        `Mặt hàng: ${goods.name}.`,
        plot.packs === null ? 'Số lượng: theo từng đơn hàng.' : `Số lượng: ${qty(plot.packs, goods)} ${goods.unit}.`,
      ])
    : null;
  let mou = await teller.act(
    cast.officer,
    step('record'),
    'mouCreate',
    'MouCreateInput',
    'Mou',
    {
      eventCode: DEMO_EVENT,
      title: plot.title,
      documentFileId,
      pricePrinciple: 'PER_ORDER',
      validFrom: teller.date(-plot.age),
      validTo: teller.date(365 - plot.age),
      qualityTerms: 'Theo tiêu chuẩn cơ sở của hợp tác xã; giao hàng kèm phiếu giao.',
      parties: [
        { orgId: goods.sellerOrgId, role: 'SELLER', mustSign: true },
        { orgId: shop.orgId, role: 'BUYER', mustSign: true },
      ],
      lines: [
        {
          productId: goods.productId,
          description: goods.name,
          baseUnit: goods.unit,
          seasonMonths: goods.months,
          targetQty: plot.packs === null ? null : qty(plot.packs, goods),
          referencePrice: goods.price,
        },
      ],
    },
    'lines { id }',
  );
  if (plot.until === 'RECORDED' || plot.until === 'SCANNED') return;
  const act = async (actor: Actor, name: string, days: number, extra: Record<string, unknown> = {}): Promise<void> => {
    teller.on(-plot.age + days);
    mou = {
      ...mou,
      ...(await teller.act(
        actor,
        step(`${name}-${String(extra['orgId'] ?? actor.orgId)}`),
        name,
        name === 'mouAttest' ? 'MouAttestInput' : 'MouActionInput',
        'Mou',
        { id: mou.id, version: mou.version, ...extra },
        '',
      )),
    };
  };
  if (plot.until === 'ATTESTED') {
    for (const orgId of [goods.sellerOrgId, shop.orgId])
      await act(cast.officer, 'mouAttest', 2, { orgId, signedOn: teller.date(-plot.age) });
    return;
  }
  await act(cast.officer, 'mouCirculate', 1);
  await act(shop.manager, 'mouSign', 2);
  if (plot.until === 'SIGNING') return;
  await act(director, 'mouSign', 3);
  if (plot.until === 'SIGNED') return;
  await tellContract(app, teller, plot, director, mou, step);
  if (key !== 'quarter') return;
  const mouLineId = (mou['lines'] as { id: string }[])[0]!.id;
  const deal = { director, manager: shop.manager, mouLineId, unit: goods.unit, qty: qty(20, goods) };
  await tellOutside(teller, deal, step, (lines) => scan(director, plot.title, lines, 'Phiếu giao hàng'));
}

async function tellContract(
  app: NestFastifyApplication,
  teller: Storyteller,
  plot: Plot,
  director: Actor,
  mou: Answer,
  step: (name: string) => string,
): Promise<void> {
  const { goods, shop } = plot;
  const packs = plot.packs ?? 100;
  teller.on(-plot.age + 12);
  const line = (mou['lines'] as { id: string }[])[0]!;
  let contract = await teller.act(
    shop.manager,
    step('contract'),
    'contractPropose',
    'ContractProposeInput',
    'Contract',
    {
      mouId: mou.id,
      sellerOrgId: goods.sellerOrgId,
      buyerOrgId: shop.orgId,
      validFrom: teller.date(-plot.age + 12),
      validTo: teller.date(365 - plot.age),
      priceClause: 'FIXED',
      toleranceBp: 500,
      paymentTermDays: 30,
      lines: [
        {
          mouLineId: line.id,
          productId: goods.productId,
          packId: goods.packId,
          minQty: qty(Math.floor(packs / 2), goods),
          targetQty: qty(packs, goods),
          maxQty: qty(Math.ceil(packs * 1.2), goods),
          unitPrice: Math.round((goods.price * 0.95) / 100) * 100,
          schedule: schedule(teller, plot, packs),
        },
      ],
    },
    'lines { id }',
  );
  const sign = async (actor: Actor): Promise<void> => {
    contract = {
      ...contract,
      ...(await teller.act(
        actor,
        step(`contract-sign-${actor.orgId}`),
        'contractSign',
        'ContractActionInput',
        'Contract',
        { id: contract.id, version: contract.version },
        '',
      )),
    };
  };
  await sign(shop.manager);
  if (plot.until === 'PROPOSED') return;
  teller.on(-plot.age + 15);
  await sign(director);
  for (const [index, order] of (plot.orders ?? []).entries()) {
    await tellOrder(app, teller, plot, order, director, contract, (name) => step(`order-${index}-${name}`));
  }
}

/** Four equal periods over the contract's year. */
function schedule(teller: Storyteller, plot: Plot, packs: number): { from: string; to: string; qty: string }[] {
  const share = Math.floor(packs / 4);
  if (share === 0) return [];
  const start = -plot.age + 12;
  return [0, 1, 2, 3].map((quarter) => ({
    from: teller.date(start + quarter * 60),
    to: teller.date(start + quarter * 60 + 59),
    qty: qty(share, plot.goods),
  }));
}

async function tellOrder(
  app: NestFastifyApplication,
  teller: Storyteller,
  plot: Plot,
  order: OrderPlot,
  director: Actor,
  contract: Answer,
  step: (name: string) => string,
): Promise<void> {
  const { goods, shop } = plot;
  const contractLine = (contract['lines'] as { id: string }[])[0]!;
  teller.on(-order.age, 8);
  const requestedOn = teller.date(-order.age + 4);
  let placed = await teller.act(
    shop.manager,
    step('place'),
    'orderPlace',
    'OrderPlaceInput',
    'Order',
    {
      sellerOrgId: goods.sellerOrgId,
      contractId: contract.id,
      requestedOn,
      deliveryLocationId: shop.locationId,
      buyerPoNo: `PO-${plot.key.toUpperCase()}-${order.age}`,
      lines: [{ productId: goods.productId, contractLineId: contractLine.id, qty: qty(order.packs, goods) }],
    },
    'lines { id }',
  );
  if (order.until === 'PLACED') return;
  teller.on(-order.age, 15);
  const line = (placed['lines'] as { id: string }[])[0]!;
  const answer =
    order.until === 'COUNTERED'
      ? {
          lineId: line.id,
          kind: 'LESS',
          qty: qty(Math.floor(order.packs / 2), goods),
          reason: 'Tuần này chỉ thu hái được một nửa',
        }
      : { lineId: line.id, kind: 'ALL' };
  placed = {
    ...placed,
    ...(await teller.act(
      director,
      step('ack'),
      'orderAcknowledge',
      'OrderAcknowledgeInput',
      'Order',
      { id: placed.id, version: placed.version, lines: [answer] },
      '',
    )),
  };
  if (order.until === 'COUNTERED' || order.until === 'CONFIRMED') return;
  teller.on(-order.age + (order.age > 3 ? 3 : 1), 6);
  const shipment = await teller.act(
    director,
    step('ship'),
    'shipmentDispatch',
    'ShipmentDispatchInput',
    'Shipment',
    {
      orderId: placed.id,
      orderVersion: placed.version,
      expectedOn: requestedOn,
      vehicle: '12C-000.00',
      driverName: 'Lái xe mẫu',
      lines: [
        { orderLineId: line.id, qty: qty(order.packs, goods), lotCode: `LO-${teller.date(-order.age).replaceAll('-', '')}` },
      ],
    },
    'lines { id }',
  );
  if (order.after === 'SILENCE' || order.after === 'HANDED_OVER') {
    teller.on(-order.age + (order.after === 'SILENCE' ? 4 : 3), 9);
    await handOver(teller, app, director, step, shipment.id);
    if (order.after === 'HANDED_OVER') return;
    teller.on(-order.age + 9);
    await letSilencePass(app, shipment.id);
    return teller.settle();
  }
  if (order.until === 'DISPATCHED') return;
  teller.on(-order.age + 4, 10);
  const rejected = order.rejectedPacks ?? 0;
  const received = await teller.act(
    shop.receiver,
    step('receive'),
    'receiptPost',
    'ReceiptPostInput',
    'Shipment',
    {
      shipmentId: shipment.id,
      shipmentVersion: shipment.version,
      lines: [
        {
          shipmentLineId: (shipment['lines'] as { id: string }[])[0]!.id,
          accepted: qty(order.packs - rejected, goods),
          rejected: qty(rejected, goods),
          missing: '0',
          ...(rejected ? { rejectReason: 'BRUISED', note: 'Dập do vận chuyển' } : {}),
        },
      ],
    },
    'receipt { id lines { id } }',
  );
  await teller.settle();
  if (order.after) {
    const claimed = { qty: qty(1, goods), until: order.after, day: -order.age + 4 };
    await tellClaim(teller, { director, manager: shop.manager }, step, receiptOf(received), claimed);
    await teller.settle();
  }
  if (order.until === 'RECEIVED') return;
  await tellPayment(teller, plot, order, director, placed.id, step);
}

async function tellPayment(
  teller: Storyteller,
  plot: Plot,
  order: OrderPlot,
  director: Actor,
  orderId: string,
  step: (name: string) => string,
): Promise<void> {
  const { manager } = plot.shop;
  teller.on(-order.age + 20, 11);
  const page = (await teller.read(manager, 'query($id: ID!) { order(id: $id) { paymentRequests { id version total } } }', {
    id: orderId,
  })) as unknown as {
    order: { paymentRequests: { id: string; version: number; total: number }[] };
  };
  const request = page.order.paymentRequests[0];
  if (!request) throw new Error(`Demo story ${plot.key}: nothing became due`);
  const declared = await teller.act(
    manager,
    step('pay'),
    'paymentDeclare',
    'PaymentDeclareInput',
    'PaymentRequest',
    {
      paymentRequestId: request.id,
      version: request.version,
      amount: request.total,
      paidOn: teller.date(-order.age + 20),
      bankReference: `FT${order.age}${plot.key.length}`,
    },
    'payments { id }',
  );
  if (order.until === 'DECLARED') return;
  teller.on(-order.age + 21, 9);
  const payment = (declared['payments'] as { id: string }[])[0]!;
  await teller.act(
    director,
    step('paid'),
    'paymentConfirm',
    'PaymentAnswerInput',
    'PaymentRequest',
    { paymentId: payment.id, version: declared.version },
    '',
  );
}

import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { SYSTEM } from '../../platform/auth/actor.js';
import { newId } from '../../platform/ids.js';
import type { Client } from '../../testing/client.js';
import { aDeal, type Deal, inDays, ledgerOf, orderAct, placeInput, shipmentAct } from '../../testing/deal.js';
import { startApi, type TestApi } from '../../testing/start-api.js';
import { auditStock } from '../catalog/index.js';
import { auditFulfillment } from './audit-fulfillment.js';

const REFUSAL = `... on DomainError { code message field } ... on RowsRefused { rows { row field code message } }`;
const SHIPMENT = `id status version arrivedAt autoReceiptAt receipt { id number source state lines { id acceptedQty rejectedQty deliveredQty claimableQty } }
  voidedReceipts { number voidReason } backGoods { sourceId sourceType openQty } claims { id status } availableActions { action allowed reason } lines { id qty lotCode }`;
const CLAIM = `id number status version mover answerOverdue lines { id claimedQty photos { id } }
  offers { id side heldBySeller heldByBuyer lines { claimLineId outcome qty cutBp netAmount } } events { kind byName } availableActions { action allowed }`;

interface ShipmentAnswer {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly autoReceiptAt: string | null;
  readonly receipt: {
    readonly id: string;
    readonly number: string;
    readonly source: string;
    readonly state: string;
    readonly lines: readonly {
      id: string;
      acceptedQty: string;
      rejectedQty: string;
      deliveredQty: string;
      claimableQty: string;
    }[];
  } | null;
  readonly voidedReceipts: readonly { number: string; voidReason: string }[];
  readonly backGoods: readonly { sourceId: string; sourceType: string; openQty: string }[];
  readonly claims: readonly { id: string; status: string }[];
  readonly availableActions: readonly { action: string; allowed: boolean; reason: string | null }[];
  readonly lines: readonly { id: string; qty: string; lotCode: string | null }[];
}

interface ClaimAnswer {
  readonly __typename: string;
  readonly code?: string;
  readonly rows?: readonly { row: number; field: string; code: string; message: string }[];
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly mover: string | null;
  readonly answerOverdue: boolean;
  readonly lines: readonly { id: string; claimedQty: string; photos: readonly { id: string }[] }[];
  readonly offers: readonly {
    id: string;
    side: string;
    heldBySeller: boolean;
    heldByBuyer: boolean;
    lines: readonly { outcome: string; netAmount: number | null }[];
  }[];
  readonly events: readonly { kind: string; byName: string | null }[];
}

describe('after the goods have arrived', () => {
  let api: TestApi;
  let officer: Client;
  beforeAll(async () => {
    api = await startApi();
    officer = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
  }, 120_000);
  afterAll(() => api.stop());
  beforeEach(() => api.clock.set(null));

  const act = async <T = ShipmentAnswer>(
    client: Client,
    name: string,
    type: string,
    input: object,
    selection = `... on Shipment { ${SHIPMENT} }`,
  ) =>
    (
      await client.mutate<Record<string, T>>(
        `mutation($input: ${type}!) { ${name}(input: $input) { __typename ${REFUSAL} ${selection} } }`,
        input as Record<string, unknown>,
      )
    )[name]!;
  const claimAct = (client: Client, name: string, type: string, input: object) =>
    act<ClaimAnswer>(client, name, type, input, `... on Claim { ${CLAIM} }`);
  const onReceipt = (client: Client, name: string, receiptId: string, reason?: string) =>
    act(client, name, 'ReceiptActionInput', { receiptId, reason: reason ?? null });
  const read = async (client: Client, id: string) =>
    (await client.query<{ shipment: ShipmentAnswer }>(`query($id: ID!) { shipment(id: $id) { ${SHIPMENT} } }`, { id })).shipment;
  const readClaim = async (client: Client, id: string) =>
    (await client.query<{ claim: ClaimAnswer }>(`query($id: ID!) { claim(id: $id) { ${CLAIM} } }`, { id })).claim;
  const later = (hours: number) => api.clock.set(new Date(Date.now() + hours * 3_600_000));
  const broken = () =>
    api.app
      .get(UnitOfWork)
      .run(SYSTEM, async (tx) =>
        [...(await auditStock(tx)), ...(await auditFulfillment(tx))].filter(({ violations }) => violations > 0),
      );
  /** A picture of a person's organization, without the cost of a real one. */
  const photoOf = async (orgId: string) => {
    const [row] = await api.sql<{ id: string }>(
      `insert into stored_file (id, org_id, name, mime, byte_length, sha256, visibility, created_by)
       values ($2, $1, 'anh.jpg', 'image/jpeg', 1, 'x', 'PARTIES', (select user_id from membership where org_id = $1 limit 1)) returning id`,
      [orgId, newId()],
    );
    return row!.id;
  };

  /** 100 kg on the road. */
  const onTheRoad = async (deal: Deal, qty = '100') => {
    const placed = await orderAct(deal.buys, 'orderPlace', placeInput(api, deal, qty));
    const lineId = placed.lines[0]!.id;
    const confirmed = await orderAct(deal.sells, 'orderAcknowledge', {
      id: placed.id,
      version: placed.version,
      lines: [{ lineId, kind: 'ALL' }],
    });
    return shipmentAct(deal.sells, 'shipmentDispatch', {
      orderId: placed.id,
      orderVersion: confirmed.version,
      expectedOn: inDays(api, 1),
      lines: [{ orderLineId: lineId, qty }],
    });
  };
  const count = (
    shipment: { id: string; version: number; lines: readonly { id: string }[] },
    accepted: string,
    rejected = '0',
    missing = '0',
  ) => ({
    shipmentId: shipment.id,
    shipmentVersion: shipment.version,
    lines: [
      {
        shipmentLineId: shipment.lines[0]!.id,
        accepted,
        rejected,
        missing,
        rejectReason: rejected === '0' ? null : 'BRUISED',
        photoIds: [],
      },
    ],
  });
  const received = async (deal: Deal, accepted = '100', rejected = '0') => {
    const sent = await onTheRoad(deal, String(Number(accepted) + Number(rejected)));
    const answer = await act(deal.receives, 'receiptPost', 'ReceiptPostInput', count(sent, accepted, rejected));
    return { ...answer, receipt: answer.receipt! };
  };
  const handOver = async (deal: Deal, shipmentId: string) =>
    act(deal.sells, 'deliveryProof', 'DeliveryProofInput', {
      shipmentId,
      receiverName: 'Bà Mận',
      signatureId: await photoOf(deal.seller.id),
      photoIds: [await photoOf(deal.seller.id)],
    });
  const claimOn = async (deal: Deal, receipt: { id: string; lines: readonly { id: string }[] }, qty: string, more: object = {}) =>
    claimAct(deal.buys, 'claimOpen', 'ClaimOpenInput', {
      receiptId: receipt.id,
      lines: [
        {
          receiptLineId: receipt.lines[0]!.id,
          qty,
          reason: 'ROTTEN',
          wanted: 'CREDIT_NOTE',
          photoIds: [await photoOf(deal.buyer.id)],
          ...more,
        },
      ],
    });
  const offerOf = (
    claim: ClaimAnswer,
    outcome: string,
    qty: string,
    cutBp: number | null = null,
    note: string | null = null,
  ) => ({
    id: claim.id,
    version: claim.version,
    note,
    lines: [{ claimLineId: claim.lines[0]!.id, outcome, qty, cutBp }],
  });
  const settlements = (claimId: string) =>
    api.sql<{ outcome: string; net_amount: string }>('select outcome, net_amount from claim_settlement where claim_id = $1', [
      claimId,
    ]);

  it('a count taken back lowers the ledger by rows of its own, shows it, and lets the goods be counted again', async () => {
    const deal = await aDeal(api);
    const { receipt, id } = await received(deal, '90', '10');
    expect(await ledgerOf(api, deal)).toMatchObject({ accepted: 90, rejected: 10 });
    await expect(onReceipt(deal.receives, 'receiptVoid', receipt.id, 'Nhầm')).rejects.toThrow(/FORBIDDEN/);
    expect(await onReceipt(deal.buys, 'receiptVoid', receipt.id)).toMatchObject({ code: 'REASON_MISSING' });
    const voided = await onReceipt(deal.buys, 'receiptVoid', receipt.id, 'Nhập nhầm số');
    expect(voided).toMatchObject({
      status: 'ARRIVED',
      receipt: null,
      voidedReceipts: [{ number: receipt.number, voidReason: 'Nhập nhầm số' }],
    });
    expect(await ledgerOf(api, deal)).toMatchObject({ accepted: 0, rejected: 0 });
    expect(await onReceipt(deal.buys, 'receiptVoid', receipt.id, 'Lần nữa')).toMatchObject({ code: 'RECEIPT_VOIDED' });
    const again = await act(deal.receives, 'receiptPost', 'ReceiptPostInput', count(await read(deal.receives, id), '95', '5'));
    expect(again).toMatchObject({
      status: 'RECEIVED',
      receipt: { lines: [{ acceptedQty: '95', rejectedQty: '5', deliveredQty: '100' }] },
    });
    expect(await ledgerOf(api, deal)).toMatchObject({ accepted: 95, rejected: 5 });
    expect(await broken()).toEqual([]);
  });

  it('samples are judged by the grade of the order, beside the count of the person, who decides', async () => {
    const deal = await aDeal(api);
    const sent = await onTheRoad(deal);
    const spec = [{ measure: 'WEIGHT', operator: 'AT_LEAST', value: '268.15', valueTo: null, unit: 'g', text: null }];
    await api.sql(
      `update order_line set grade_name = 'Loại 1', grade_spec = $2::jsonb where id = (select order_line_id from shipment_line where id = $1)`,
      [sent.lines[0]!.id, JSON.stringify(spec)],
    );
    const { shipment } = await deal.receives.query<{ shipment: { lines: object[] } }>(
      'query($id: ID!) { shipment(id: $id) { lines { gradeName gradeSpec { measure value } outOfGradeBp toleranceBp } } }',
      { id: sent.id },
    );
    expect(shipment.lines).toEqual([
      { gradeName: 'Loại 1', gradeSpec: [{ measure: 'WEIGHT', value: '268.15' }], outOfGradeBp: 1000, toleranceBp: 200 },
    ]);
    const sample = (value: string, measure = 'WEIGHT') => ({ values: [{ measure, value }] });
    const counted = (samples: object[], accepted: string, rejected: string) => {
      const input = count(sent, accepted, rejected);
      return { ...input, lines: [{ ...input.lines[0], samples }] };
    };
    const wrong = await act(deal.receives, 'receiptPost', 'ReceiptPostInput', counted([sample('12', 'BRIX')], '100', '0'));
    expect(wrong).toMatchObject({ code: 'ROWS_REFUSED' });
    const samples = [...Array.from({ length: 7 }, () => sample('300')), sample('250'), sample('250'), sample('250')];
    // Thirty are proposed; the person turns away ten, and with the tolerance of weighed goods counts 101 kg of 100.
    await act(deal.receives, 'receiptPost', 'ReceiptPostInput', counted(samples, '91', '10'));
    const { shipment: received } = await deal.sells.query<{ shipment: { receipt: { lines: object[] } } }>(
      `query($id: ID!) { shipment(id: $id) { receipt { lines { acceptedQty rejectedQty inspection {
        samples outOfGrade outOfGradeBp allowedBp keepsGrade proposedRejected followed measures { measured failed } } } } } }`,
      { id: sent.id },
    );
    expect(received.receipt.lines).toEqual([
      {
        acceptedQty: '91',
        rejectedQty: '10',
        inspection: {
          samples: 10,
          outOfGrade: 3,
          outOfGradeBp: 3000,
          allowedBp: 1000,
          keepsGrade: false,
          proposedRejected: '30',
          followed: false,
          measures: [{ measured: 10, failed: 3 }],
        },
      },
    ]);
  });

  it('opens an order again that ended because a receiver tapped everything away', async () => {
    const deal = await aDeal(api);
    const sent = await onTheRoad(deal);
    const { receipt } = await act(deal.receives, 'receiptPost', 'ReceiptPostInput', count(sent, '0', '100'));
    const voided = await onReceipt(deal.buys, 'receiptVoid', receipt!.id, 'Bấm nhầm');
    const posted = await act(deal.receives, 'receiptPost', 'ReceiptPostInput', count(voided, '100'));
    expect(posted).toMatchObject({ status: 'RECEIVED', receipt: { lines: [{ acceptedQty: '100' }] } });
    expect(await broken()).toEqual([]);
  });

  it('keeps a receipt that a claim, put-away goods or an invoice stand on', async () => {
    const deal = await aDeal(api);
    const { receipt } = await received(deal, '90', '10');
    const [back] = (
      await read(
        deal.sells,
        (await api.sql<{ shipment_id: string }>('select shipment_id from goods_receipt where id = $1', [receipt.id]))[0]!
          .shipment_id,
      )
    ).backGoods;
    await act(deal.sells, 'goodsSettle', 'GoodsSettleInput', {
      receiptId: receipt.id,
      goods: [{ sourceId: back!.sourceId, restock: '4', writeOff: '0' }],
    });
    expect(await onReceipt(deal.buys, 'receiptVoid', receipt.id, 'x')).toMatchObject({ code: 'RECEIPT_GOODS_SETTLED' });
    const claimed = await received(deal);
    await claimOn(deal, claimed.receipt, '5');
    expect(await onReceipt(deal.buys, 'receiptVoid', claimed.receipt.id, 'x')).toMatchObject({ code: 'RECEIPT_HAS_CLAIMS' });
    const billed = await received(deal);
    await api.sql('update goods_receipt set invoiced_at = now() where id = $1', [billed.receipt.id]);
    expect(await onReceipt(deal.buys, 'receiptVoid', billed.receipt.id, 'x')).toMatchObject({ code: 'RECEIPT_INVOICED' });
  });

  it('silence after a signed hand-over becomes one receipt in full, marked AUTO and proven apart', async () => {
    const deal = await aDeal(api);
    const sent = await onTheRoad(deal);
    later(24 * 30);
    await api.drainJobs();
    expect(await read(deal.buys, sent.id)).toMatchObject({ status: 'DISPATCHED', receipt: null });
    api.clock.set(null);
    const arrived = await handOver(deal, sent.id);
    expect(arrived).toMatchObject({ status: 'ARRIVED' });
    expect(await handOver(deal, sent.id)).toMatchObject({ code: 'ALREADY_ARRIVED' });
    const job = api.app.get((await import('./receipt/auto-receipt.job.js')).AutoReceiptJob);
    await job.onSilence({ shipmentId: sent.id });
    expect(await read(deal.buys, sent.id)).toMatchObject({ status: 'ARRIVED', receipt: null });
    later(24 * 30);
    await Promise.all(Array.from({ length: 6 }, () => job.onSilence({ shipmentId: sent.id })));
    await job.sweep();
    const page = await read(deal.buys, sent.id);
    expect(page).toMatchObject({
      status: 'RECEIVED',
      receipt: { source: 'AUTO', lines: [{ acceptedQty: '100', rejectedQty: '0' }] },
    });
    expect(await ledgerOf(api, deal)).toMatchObject({ accepted: 100 });
    const entries = await api.sql<{ kind: string; grade: string }>(
      `select kind, evidence_grade as grade from commitment_entry where source_type = 'RECEIPT' and contract_line_id = $1`,
      [deal.contractLineId],
    );
    expect(entries).toEqual([{ kind: 'ACCEPT', grade: 'B' }]);
    const late = await act(deal.receives, 'receiptPost', 'ReceiptPostInput', count(sent, '80', '20'));
    expect(late).toMatchObject({ code: 'ALREADY_RECEIVED', message: expect.stringMatching(/tự động/) });
    expect(await broken()).toEqual([]);
  });

  it('silence accepts nothing that had run out when it came, and everything that ran out later', async () => {
    const job = api.app.get((await import('./receipt/auto-receipt.job.js')).AutoReceiptJob);
    const silent = async (expiresOn: string) => {
      const deal = await aDeal(api);
      const sent = await onTheRoad(deal);
      await api.sql('update shipment_line set expires_on = $2 where shipment_id = $1', [sent.id, expiresOn]);
      await handOver(deal, sent.id);
      later(24 * 30);
      await job.onSilence({ shipmentId: sent.id });
      const page = await read(deal.buys, sent.id);
      api.clock.set(null);
      const { accepted, rejected } = await ledgerOf(api, deal);
      const due = await api.sql(
        'select 1 from goods_receipt_line l join goods_receipt r on r.id = l.receipt_id where r.shipment_id = $1 and l.reject_reason = $2',
        [sent.id, 'EXPIRED'],
      );
      return { source: page.receipt!.source, accepted, rejected, turnedAway: due.length };
    };
    expect(await silent(inDays(api, -1))).toEqual({ source: 'AUTO', accepted: 0, rejected: 100, turnedAway: 1 });
    // Its last day is the day of arrival, and the hour of the automatic receipt lies far behind it.
    expect(await silent(inDays(api, 0))).toEqual({ source: 'AUTO', accepted: 100, rejected: 0, turnedAway: 0 });
    expect(await broken()).toEqual([]);
  });

  it('twenty parallel counts of one shipment leave one receipt, and the others hear whose', async () => {
    const deal = await aDeal(api);
    const sent = await onTheRoad(deal);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        act(deal.receives, 'receiptPost', 'ReceiptPostInput', count(sent, String(100 - index), String(index))),
      ),
    );
    expect(answers.filter(({ __typename }) => __typename === 'Shipment')).toHaveLength(1);
    expect(new Set(answers.flatMap(({ code }) => code ?? []))).toEqual(new Set(['ALREADY_RECEIVED']));
    const [{ n }] = (await api.sql<{ n: number }>('select count(*)::int as n from goods_receipt where shipment_id = $1', [
      sent.id,
    ])) as [{ n: number }];
    expect(n).toBe(1);
    expect(await broken()).toEqual([]);
  });

  it('a count sent twice with its key is counted once, also by a phone whose page is old', async () => {
    const deal = await aDeal(api);
    const sent = await onTheRoad(deal);
    await handOver(deal, sent.id);
    const input = { clientKey: newId(), ...count(sent, '97', '3'), countedAt: new Date(Date.now() - 3_600_000).toISOString() };
    const [once, twice] = [
      await act(deal.receives, 'receiptPost', 'ReceiptPostInput', input),
      await act(deal.receives, 'receiptPost', 'ReceiptPostInput', input),
    ];
    expect(once).toMatchObject({ status: 'RECEIVED' });
    expect(twice.receipt).toEqual(once.receipt);
    expect(await ledgerOf(api, deal)).toMatchObject({ accepted: 97, rejected: 3 });
  });

  it('a seller disputes a count in its window, the buyer stands by it, the seller lets go', async () => {
    const deal = await aDeal(api);
    const { receipt } = await received(deal, '80', '20');
    expect(await onReceipt(deal.sells, 'receiptDispute', receipt.id)).toMatchObject({ code: 'REASON_MISSING' });
    expect(await onReceipt(deal.sells, 'receiptDispute', receipt.id, 'Cân lại ra 95')).toMatchObject({
      receipt: { state: 'DISPUTED' },
    });
    expect(await onReceipt(deal.sells, 'receiptDispute', receipt.id, 'Nữa')).toMatchObject({ code: 'RECEIPT_DISPUTED' });
    await onReceipt(deal.receives, 'receiptDisputeAnswer', receipt.id, 'Có ảnh cân');
    expect(await onReceipt(deal.sells, 'receiptDisputeWithdraw', receipt.id)).toMatchObject({ receipt: { state: 'POSTED' } });
    later(24 * 30);
    expect(await onReceipt(deal.sells, 'receiptDispute', receipt.id, 'Muộn')).toMatchObject({ code: 'DISPUTE_WINDOW_PASSED' });
  });

  it('a claim needs goods, a reason, a picture and its window, and together claims never exceed what was accepted', async () => {
    const deal = await aDeal(api);
    const { receipt } = await received(deal, '90', '10');
    expect(await claimOn(deal, receipt, '91')).toMatchObject({ rows: [{ field: 'qty', code: 'CLAIM_OVER_RECEIVED' }] });
    expect(await claimOn(deal, receipt, '5', { photoIds: [] })).toMatchObject({
      rows: [{ field: 'photoIds', code: 'CLAIM_PHOTO_MISSING' }],
    });
    expect(await claimOn(deal, receipt, '5', { reason: 'UGLY' })).toMatchObject({ rows: [{ field: 'reason' }] });
    const answers = await Promise.all(Array.from({ length: 12 }, () => claimOn(deal, receipt, '20')));
    expect(answers.filter(({ __typename }) => __typename === 'Claim')).toHaveLength(4);
    later(24 * 30);
    expect(await claimOn(deal, receipt, '1')).toMatchObject({ rows: [{ field: 'qty', code: 'CLAIM_WINDOW_PASSED' }] });
    api.clock.set(null);
    const one = answers.find(({ __typename }) => __typename === 'Claim')!;
    await claimAct(deal.buys, 'claimWithdraw', 'ClaimActionInput', { id: one.id, version: one.version });
    expect(await claimOn(deal, receipt, '30')).toMatchObject({ __typename: 'Claim', status: 'OPEN', mover: 'SELLER' });
    expect(await broken()).toEqual([]);
  });

  it('an answer the buyer agrees to settles the claim once and tells billing what to let off', async () => {
    const deal = await aDeal(api);
    const { receipt } = await received(deal);
    const claim = await claimOn(deal, receipt, '20');
    expect(await claimAct(deal.sells, 'claimOffer', 'ClaimOfferInput', offerOf(claim, 'CREDIT_NOTE', '21'))).toMatchObject({
      rows: [{ code: 'OFFER_OVER_CLAIMED' }],
    });
    expect(await claimAct(deal.sells, 'claimOffer', 'ClaimOfferInput', offerOf(claim, 'DISMISSED', '0'))).toMatchObject({
      code: 'CLAIM_NOTE_MISSING',
    });
    const answered = await claimAct(deal.sells, 'claimOffer', 'ClaimOfferInput', offerOf(claim, 'PRICE_CUT', '20', 2500));
    expect(answered).toMatchObject({
      status: 'ANSWERED',
      mover: 'BUYER',
      offers: [{ side: 'SELLER', lines: [{ netAmount: 210_000 }] }],
    });
    const agree = { id: claim.id, version: answered.version, offerId: answered.offers[0]!.id };
    const both = await Promise.all(Array.from({ length: 5 }, () => claimAct(deal.buys, 'claimAgree', 'ClaimActionInput', agree)));
    expect(both.filter(({ __typename }) => __typename === 'Claim')).toHaveLength(1);
    expect(await readClaim(deal.sells, claim.id)).toMatchObject({ status: 'RESOLVED', mover: null });
    expect(await settlements(claim.id)).toEqual([{ outcome: 'PRICE_CUT', net_amount: '210000' }]);
    expect(await broken()).toEqual([]);
  });

  it('the clock sends an unsettled claim to the Alliance, job or no job; it proposes without seeing a price, and both sides agree', async () => {
    const deal = await aDeal(api);
    const { receipt } = await received(deal);
    const claim = await claimOn(deal, receipt, '10');
    await expect(
      claimAct(officer, 'claimOffer', 'ClaimOfferInput', offerOf(claim, 'CREDIT_NOTE', '5', null, 'Chia đôi')),
    ).resolves.toMatchObject({
      code: 'CLAIM_NOT_OPEN',
    });
    later(24 * 30);
    expect(await readClaim(deal.buys, claim.id)).toMatchObject({ status: 'MEDIATION', mover: 'ALLIANCE' });
    const proposed = await claimAct(officer, 'claimOffer', 'ClaimOfferInput', offerOf(claim, 'RETURN', '5', null, 'Chia đôi'));
    expect(proposed).toMatchObject({
      status: 'MEDIATION',
      offers: [{ side: 'ALLIANCE', lines: [{ outcome: 'RETURN', netAmount: null }] }],
    });
    expect(proposed.events.map(({ kind }) => kind)).toEqual(['OPEN', 'PROPOSE', 'ESCALATE']);
    const offerId = proposed.offers[0]!.id;
    await expect(
      claimAct(officer, 'claimAgree', 'ClaimActionInput', { id: claim.id, version: proposed.version, offerId }),
    ).rejects.toThrow(/FORBIDDEN/);
    const sellers = await claimAct(deal.sells, 'claimAgree', 'ClaimActionInput', {
      id: claim.id,
      version: proposed.version,
      offerId,
    });
    expect(sellers).toMatchObject({ status: 'MEDIATION', offers: [{ heldBySeller: true, heldByBuyer: false }] });
    const job = api.app.get((await import('./claim/claim-clock.job.js')).ClaimClockJob);
    await job.onTime({ claimId: claim.id });
    const settled = await claimAct(deal.buys, 'claimAgree', 'ClaimActionInput', {
      id: claim.id,
      version: sellers.version,
      offerId,
    });
    expect(settled).toMatchObject({ status: 'RESOLVED' });
    expect(await settlements(claim.id)).toEqual([{ outcome: 'RETURN', net_amount: '210000' }]);
    const { backGoods } = await read(
      deal.sells,
      (await api.sql<{ shipment_id: string }>('select shipment_id from claim where id = $1', [claim.id]))[0]!.shipment_id,
    );
    expect(backGoods).toMatchObject([{ sourceType: 'RETURNED', openQty: '5' }]);
    expect(await broken()).toEqual([]);
  });

  it('goods of several lots are counted lot by lot, and what was turned away lies in its own lot again', async () => {
    const deal = await aDeal(api);
    const harvest = (code: string, days: number) =>
      act<{ id: string }>(
        deal.sells,
        'harvestRecord',
        'HarvestRecordInput',
        {
          productId: deal.product.id,
          qty: '60',
          harvestedOn: api.clock.today(),
          expiresOn: inDays(api, days),
          code,
          keepStock: true,
        },
        '... on StockLot { id }',
      );
    const [first, second] = [await harvest('LO-A', 20), await harvest('LO-B', 30)];
    const sent = await onTheRoad(deal);
    const page = await read(deal.sells, sent.id);
    expect(page.lines.map(({ qty, lotCode }) => [lotCode, qty])).toEqual([
      ['LO-A', '60'],
      ['LO-B', '40'],
    ]);
    const { receipt } = await act(deal.receives, 'receiptPost', 'ReceiptPostInput', {
      shipmentId: sent.id,
      shipmentVersion: sent.version,
      lines: [
        { shipmentLineId: page.lines[0]!.id, accepted: '50', rejected: '10', missing: '0', rejectReason: 'ROTTEN' },
        { shipmentLineId: page.lines[1]!.id, accepted: '40', rejected: '0', missing: '0' },
      ],
    });
    const { backGoods } = await read(deal.sells, sent.id);
    expect(backGoods).toMatchObject([{ openQty: '10' }]);
    const settle = (restock: string, writeOff: string, lossReason: string | null = null) =>
      act(deal.sells, 'goodsSettle', 'GoodsSettleInput', {
        receiptId: receipt!.id,
        goods: [{ sourceId: backGoods[0]!.sourceId, restock, writeOff, lossReason }],
      });
    expect(await settle('6', '5', 'ROTTEN')).toMatchObject({ __typename: 'RowsRefused' });
    expect(await settle('0', '4')).toMatchObject({ __typename: 'RowsRefused' });
    expect(await settle('6', '4', 'ROTTEN')).toMatchObject({ backGoods: [{ openQty: '0' }] });
    const rows = await api.sql<{ on_hand: string }>('select on_hand from lot_balance where lot_id = any($1) order by lot_id', [
      [first.id, second.id],
    ]);
    expect(rows.map(({ on_hand }) => Number(on_hand))).toEqual([6, 20]);
    expect(await broken()).toEqual([]);
  });

  it('lets a receiver turn a whole truck away: nothing is owed or claimed, the order ends, the goods go back to stock by the seller’s word', async () => {
    const deal = await aDeal(api);
    const sent = await received(deal, '0', '100');
    expect(sent).toMatchObject({
      status: 'RECEIVED',
      receipt: { lines: [{ acceptedQty: '0', rejectedQty: '100', claimableQty: '0' }] },
    });
    expect(await ledgerOf(api, deal)).toEqual({ calledOff: 100, dispatched: 100, accepted: 0, rejected: 100 });
    await api.drainJobs();
    const [order] = await api.sql<{ status: string; dues: number }>(
      `select o.status, (select count(*)::int from payment_request r where r.order_id = o.id) as dues from purchase_order o
       join shipment s on s.order_id = o.id where s.id = $1`,
      [sent.id],
    );
    expect(order).toEqual({ status: 'CLOSED', dues: 0 });
    expect((await claimOn(deal, sent.receipt, '10')).__typename).not.toBe('Claim');
    const seen = await read(deal.sells, sent.id);
    expect(seen.backGoods).toMatchObject([{ sourceType: 'REJECTED', openQty: '100' }]);
    expect((await onReceipt(deal.sells, 'receiptDispute', sent.receipt.id, 'Xe đến đúng giờ, hàng đạt')).receipt).toMatchObject({
      state: 'DISPUTED',
    });
    // The receiver finds he was wrong: the count is taken back, the goods are there to be counted again.
    expect(await onReceipt(deal.buys, 'receiptVoid', sent.receipt.id, 'Nhầm xe')).toMatchObject({
      status: 'ARRIVED',
      receipt: null,
    });
    expect(await broken()).toEqual([]);
  });
});

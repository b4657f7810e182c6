import { randomUUID } from 'node:crypto';
import {
  anAward,
  aQuote,
  aRequest,
  AWARDED,
  type AwardedRfq,
  quoteForm,
  quoteLineOf,
  refusalOf,
  type Request,
  versionOf,
} from '../../../testing/request.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';
import { done } from '../../../testing/trade.js';

describe('an award', () => {
  let api: TestApi;
  let request: Request;

  beforeAll(async () => {
    api = await startApi();
  });
  beforeEach(async () => {
    request = await aRequest(api);
  });
  afterAll(() => api.stop());

  it('is split among several and ends every other quote politely', async () => {
    const [a, b] = [await aQuote(request, request.sellers[0]!), await aQuote(request, request.sellers[1]!, { price: 41_000 })];
    const awarded = await anAward(request, [
      { quoteLineId: quoteLineOf(a), qty: '600' },
      { quoteLineId: quoteLineOf(b), qty: '400' },
    ]);
    expect(awarded.status).toBe('AWARDED');
    expect(awarded.awardLines.map(({ qty, unitPrice }) => [qty, unitPrice])).toEqual([
      ['600', 40_000],
      ['400', 41_000],
    ]);
    const volumes = await api.sql('select awarded_qty from rfq_line where id = $1', [request.lineId]);
    expect(volumes).toEqual([{ awarded_qty: '1000.000' }]);
  });

  it('shows each cooperative only its own agreed lines', async () => {
    const [a, b] = [await aQuote(request, request.sellers[0]!), await aQuote(request, request.sellers[1]!)];
    await anAward(request, [{ quoteLineId: quoteLineOf(a), qty: '600' }]);
    const page = 'query($id: ID!) { rfq(id: $id) { award { id } awardLines { qty } myQuote { status } } }';
    const seen = (index: number) => request.sellers[index]!.client.query(page, { id: request.id });
    expect(await seen(0)).toEqual({ rfq: { award: null, awardLines: [{ qty: '600' }], myQuote: { status: 'ACCEPTED' } } });
    expect(await seen(1)).toEqual({ rfq: { award: null, awardLines: [], myQuote: { status: 'REJECTED' } } });
    expect(b.status).toBe('SENT');
  });

  it('never exceeds what is offered, nor what is asked unless the buyer says so', async () => {
    const [a, b] = [await aQuote(request, request.sellers[0]!), await aQuote(request, request.sellers[1]!)];
    const award = async (picks: { quoteLineId: string; qty: string }[], allowOver = false) =>
      refusalOf(request.buys, 'rfqAward', 'RfqAwardInput', {
        rfqId: request.id,
        version: await versionOf(request),
        picks,
        allowOver,
      });
    const [la, lb] = [quoteLineOf(a), quoteLineOf(b)];
    expect(await award([{ quoteLineId: la, qty: '610' }])).toEqual(['PICK_EXCEEDS_OFFERED']);
    expect(await award([{ quoteLineId: la, qty: '605' }])).toEqual(['PICK_EXCEEDS_OFFERED']);
    expect(await award([{ quoteLineId: la, qty: '595' }])).toEqual(['PICK_NOT_WHOLE_PACKS']);
    const both = [
      { quoteLineId: la, qty: '600' },
      { quoteLineId: lb, qty: '600' },
    ];
    expect(await award(both)).toEqual(['PICKS_EXCEED_ASKED']);
    expect(await award(both, true)).toEqual([]);
  });

  it('happens exactly once when twenty people press at once', async () => {
    const quote = await aQuote(request, request.sellers[0]!);
    const input = {
      rfqId: request.id,
      version: await versionOf(request),
      picks: [{ quoteLineId: quoteLineOf(quote), qty: '600' }],
      allowOver: false,
    };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => refusalOf(request.buys, 'rfqAward', 'RfqAwardInput', input)),
    );
    expect(answers.filter((codes) => codes.length === 0)).toHaveLength(1);
    expect(answers.flat().filter((code) => code === 'VERSION_CONFLICT')).toHaveLength(19);
    expect(await api.sql('select 1 from award_line where rfq_id = $1', [request.id])).toHaveLength(1);
  });

  it('sent twice with one key is one award', async () => {
    const quote = await aQuote(request, request.sellers[0]!);
    const patch = { clientKey: randomUUID(), version: await versionOf(request) };
    const picks = [{ quoteLineId: quoteLineOf(quote), qty: '600' }];
    const [first, second] = [await anAward(request, picks, patch), await anAward(request, picks, patch)];
    expect(second).toEqual(first);
  });

  it('and a withdrawal at the same moment: one of the two wins, never both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const race = await aRequest(api, { sellers: 1, title: `Tranh chấp ${round}` });
      const [seller] = race.sellers;
      const quote = await aQuote(race, seller!);
      const [awarded, withdrawn] = await Promise.all([
        refusalOf(race.buys, 'rfqAward', 'RfqAwardInput', {
          rfqId: race.id,
          version: await versionOf(race),
          picks: [{ quoteLineId: quoteLineOf(quote), qty: '600' }],
          allowOver: false,
        }),
        refusalOf(seller!.client, 'quoteWithdraw', 'QuoteActionInput', {
          id: quote.id,
          version: quote.version,
          reason: 'Hết hàng',
        }),
      ]);
      expect([awarded.length === 0, withdrawn.length === 0].filter(Boolean)).toHaveLength(1);
      const [row] = await api.sql<{ status: string; lines: string }>(
        `select status, (select count(*) from award_line where rfq_id = quote.rfq_id) as lines from quote where id = $1`,
        [quote.id],
      );
      expect([row!.status, Number(row!.lines)]).toEqual(awarded.length === 0 ? ['ACCEPTED', 1] : ['WITHDRAWN', 0]);
    }
  });

  it('takes valid quotes only: not an expired one, not one under negotiation', async () => {
    const [a, b] = [await aQuote(request, request.sellers[0]!), await aQuote(request, request.sellers[1]!)];
    await api.sql(`update quote set valid_until = current_date - 2 where id = $1`, [a.id]);
    await done(
      request.buys,
      'quoteCounter',
      'QuoteCounterInput',
      { id: b.id, version: b.version, comment: 'Bớt?', lines: [] },
      '... on Quote { id }',
    );
    for (const quote of [a, b]) {
      const codes = await refusalOf(request.buys, 'rfqAward', 'RfqAwardInput', {
        rfqId: request.id,
        version: await versionOf(request),
        picks: [{ quoteLineId: quoteLineOf(quote), qty: '600' }],
        allowOver: false,
      });
      expect(codes).toEqual(['OFFER_NOT_VALID']);
    }
  });

  it('above the organization’s limit waits for a manager who did not propose it', async () => {
    await done(
      request.buys,
      'sourcingRuleSet',
      'SourcingRuleInput',
      { directorSends: false, awardLimit: 1_000_000 },
      '... on SourcingRule { awardLimit }',
    );
    const quote = await aQuote(request, request.sellers[0]!);
    const plain = await api.as(await api.given.member(request.buyer, 'BUYER'));
    const proposed = await anAward({ ...request, buys: plain }, [{ quoteLineId: quoteLineOf(quote), qty: '600' }]);
    expect([proposed.status, proposed.award!.status, proposed.awardLines]).toEqual(['CLOSED', 'PROPOSED', []]);
    const input = { id: proposed.award!.id, version: proposed.award!.version };
    const refused = await plain.send(`mutation($input: AwardActionInput!) { awardApprove(input: $input) { __typename } }`, {
      input: { clientKey: randomUUID(), ...input },
    });
    expect(refused.errors![0]!.extensions.code).toBe('FORBIDDEN');
    const approved = await done<AwardedRfq>(request.buys, 'awardApprove', 'AwardActionInput', input, AWARDED);
    expect([approved.status, approved.award!.status, approved.awardLines[0]!.qty]).toEqual(['AWARDED', 'DONE', '600']);
  });

  it('compares at one price: freight added, VAT apart, and the reason where there is none', async () => {
    const [a, b] = request.sellers;
    await aQuote(request, a!, { price: 39_000, offeredQty: '1200' });
    const form = { ...quoteForm(request, b!, { price: 37_000, freightPerUnit: 1_500 }), basis: 'EXW' };
    await done(b!.client, 'quoteSend', 'QuoteInput', form, '... on Quote { id }');
    const { rfqComparison } = await request.buys.query<{
      rfqComparison: {
        lines: { lowest: number; median: number; cells: Record<string, unknown>[] }[];
        columns: { total: number }[];
      };
    }>(
      `query($id: ID!) { rfqComparison(rfqId: $id) { columns { total } lines { lowest median cells { normalizedPrice notComparable shareBp lowest rank vatCode } } } }`,
      { id: request.id },
    );
    const [line] = rfqComparison.lines;
    expect(line!.cells).toEqual([
      { normalizedPrice: 39_000, notComparable: null, shareBp: 10_000, lowest: false, rank: 2, vatCode: expect.any(String) },
      { normalizedPrice: 38_500, notComparable: null, shareBp: 6_000, lowest: true, rank: 1, vatCode: expect.any(String) },
    ]);
    expect([line!.lowest, line!.median]).toEqual([38_500, 38_750]);
    expect(rfqComparison.columns.map(({ total }) => total)).toEqual([39_000_000, 23_100_000]);
    const spy = await a!.client.send(`query($id: ID!) { rfqComparison(rfqId: $id) { rfqId } }`, { id: request.id });
    expect(spy.errors![0]!.extensions.code).toBe('FORBIDDEN');
  });

  it('of a joint quote is divided among its members, each with its own share', async () => {
    const [lead] = request.sellers;
    const member = await api.given.cooperative({ name: 'HTX góp hàng' });
    const director = await api.as(await api.given.member(member, 'SELLER_DIRECTOR'));
    await done(
      lead!.client,
      'poolShareAsk',
      'PoolShareAskInput',
      { rfqId: request.id, rfqLineId: request.lineId, memberOrgId: member.id, qty: '300' },
      '... on Quote { id }',
    );
    const { myPoolShares } = await director.query<{ myPoolShares: { id: string; version: number; lead: { id: string } }[] }>(
      '{ myPoolShares { id version lead { id } } }',
    );
    expect(myPoolShares[0]!.lead.id).toBe(lead!.org.id);
    const share = { id: myPoolShares[0]!.id, version: myPoolShares[0]!.version, accept: true, qty: '200', floorPrice: 39_000 };
    await done(director, 'poolShareAnswer', 'PoolShareAnswerInput', share, '... on PoolShare { status }');
    expect(await refusalOf(lead!.client, 'quoteSend', 'QuoteInput', quoteForm(request, lead!, { price: 38_000 }))).toEqual([
      'POOL_PRICE_BELOW_FLOOR',
    ]);
    expect(await refusalOf(lead!.client, 'quoteSend', 'QuoteInput', quoteForm(request, lead!, { offeredQty: '150' }))).toEqual([
      'POOL_EXCEEDS_OFFER',
    ]);
    const quote = await aQuote(request, lead!);
    const { quote: shown } = await request.buys.query<{
      quote: { shares: unknown[]; revisions: { lines: { shares: { qty: string; member: { id: string } }[] }[] }[] };
    }>('query($id: ID!) { quote(id: $id) { shares { floorPrice } revisions { lines { shares { qty member { id } } } } } }', {
      id: quote.id,
    });
    expect(shown.shares).toEqual([]);
    expect(shown.revisions[0]!.lines[0]!.shares).toEqual([
      { qty: '400', member: { id: lead!.org.id } },
      { qty: '200', member: { id: member.id } },
    ]);
    const awarded = await anAward(request, [{ quoteLineId: quoteLineOf(quote), qty: '310' }]);
    expect(awarded.awardLines.map((line) => [line.seller.id, line.qty, line.lead?.id])).toEqual([
      [lead!.org.id, '210', lead!.org.id],
      [member.id, '100', lead!.org.id],
    ]);
    const { myAwardLines } = await director.query<{ myAwardLines: { qty: string }[] }>('{ myAwardLines { qty } }');
    expect(myAwardLines).toEqual([{ qty: '100' }]);
  });
});

describe('what was agreed', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  const orderForm = (request: Request, awardLineId: string) => ({
    awardLineIds: [awardLineId],
    products: [],
    requestedOn: new Date(Date.now() + 12 * 86_400_000).toISOString().slice(0, 10),
    deliveryLocationId: request.locationId,
  });

  it('becomes an order at the quoted price and freight, once, however many try', async () => {
    const request = await aRequest(api, { sellers: 1 });
    const form = { ...quoteForm(request, request.sellers[0]!, { price: 37_000, freightPerUnit: 1_500 }), basis: 'EXW' };
    const quote = await done<Awaited<ReturnType<typeof aQuote>>>(
      request.sellers[0]!.client,
      'quoteSend',
      'QuoteInput',
      form,
      '... on Quote { id revisions { lines { id } } }',
    );
    const [line] = (await anAward(request, [{ quoteLineId: quoteLineOf(quote), qty: '600' }])).awardLines;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        refusalOf(request.buys, 'orderFromAward', 'OrderFromAwardInput', orderForm(request, line!.id)),
      ),
    );
    expect(answers.filter((codes) => codes.length === 0)).toHaveLength(1);
    expect(answers.flat().filter((code) => code === 'AWARD_LINE_USED')).toHaveLength(19);
    const rows = await api.sql(
      `select l.ordered_qty, l.unit_price, l.amount from order_line l join purchase_order o on o.id = l.order_id where o.buyer_org_id = $1`,
      [request.buyer.id],
    );
    expect(rows).toEqual([{ ordered_qty: '600.000', unit_price: '38500', amount: '23100000' }]);
    await expect(api.sql(`update award_line set used_by_id = gen_random_uuid() where id = $1`, [line!.id])).rejects.toThrow(
      /used already/,
    );
  });

  it('in words asks which product it is', async () => {
    const request = await aRequest(api, { sellers: 1 });
    const [seller] = request.sellers;
    const quote = await aQuote(request, seller!, { productId: null });
    const [line] = (await anAward(request, [{ quoteLineId: quoteLineOf(quote), qty: '600' }])).awardLines;
    const input = orderForm(request, line!.id);
    expect(await refusalOf(request.buys, 'orderFromAward', 'OrderFromAwardInput', input)).toEqual(['AWARD_PRODUCT_MISSING']);
    const stranger = await api.given.product(await api.given.cooperative());
    const wrong = { ...input, products: [{ awardLineId: line!.id, productId: stranger.id }] };
    expect(await refusalOf(request.buys, 'orderFromAward', 'OrderFromAwardInput', wrong)).toEqual(['AWARD_PRODUCT_NOT_FITTING']);
    const right = { ...input, products: [{ awardLineId: line!.id, productId: seller!.product.id }] };
    expect(await refusalOf(request.buys, 'orderFromAward', 'OrderFromAwardInput', right)).toEqual([]);
  });

  it('becomes a contract for both to sign, and then no order any more', async () => {
    const request = await aRequest(api, { sellers: 1 });
    const [seller] = request.sellers;
    const quote = await aQuote(request, seller!);
    const [line] = (await anAward(request, [{ quoteLineId: quoteLineOf(quote), qty: '600' }])).awardLines;
    // What is usual is read from the parameter in force, not from the code.
    await api.sql(
      `insert into legal_parameter (id, code, variant, value, valid_from, source)
       values (gen_random_uuid(), 'CONTRACT_TOLERANCE_BP', '', '350', '2025-06-01', 'Quy ước mới')`,
    );
    const asked = { awardLineIds: [line!.id], products: [], validFrom: '2027-01-01', validTo: '2027-12-31' };
    const refused = (terms: object) =>
      refusalOf(seller!.client, 'contractFromAward', 'ContractFromAwardInput', { ...asked, ...terms });
    expect(await refused({ paymentTermDays: 181 })).toEqual(['PAYMENT_TERM_NOT_VALID']);
    expect(await refused({ toleranceBp: 5_001 })).toEqual(['TOLERANCE_NOT_VALID']);
    const contract = await done<{
      toleranceBp: number;
      paymentTermDays: number;
      status: string;
      priceClauseNote: string;
      lines: { maxQty: string; unitPrice: number; schedule: { from: string; to: string; qty: string }[] }[];
    }>(
      seller!.client,
      'contractFromAward',
      'ContractFromAwardInput',
      { ...asked, paymentTermDays: 45 },
      '... on Contract { status toleranceBp paymentTermDays priceClauseNote lines { maxQty unitPrice schedule { from to qty } } }',
    );
    expect(contract).toMatchObject({
      status: 'NEGOTIATING',
      toleranceBp: 350,
      paymentTermDays: 45,
      lines: [{ maxQty: '600', unitPrice: 40_000 }],
    });
    const { schedule } = contract.lines[0]!;
    expect(schedule.length).toBeGreaterThan(1);
    expect(schedule.reduce((sum, { qty }) => sum + Number(qty), 0)).toBe(600);
    expect(contract.priceClauseNote).toMatch(/^Theo báo giá được chọn của yêu cầu .+; giao tại /);
    const again = await refusalOf(request.buys, 'orderFromAward', 'OrderFromAwardInput', orderForm(request, line!.id));
    expect(again).toEqual(['AWARD_LINE_USED']);
  });

  it('is nothing to a third', async () => {
    const [ours, theirs] = [await aRequest(api, { sellers: 1 }), await aRequest(api, { sellers: 1, title: 'Bên kia' })];
    const quote = await aQuote(theirs, theirs.sellers[0]!);
    const [line] = (await anAward(theirs, [{ quoteLineId: quoteLineOf(quote), qty: '600' }])).awardLines;
    const answer = await ours.buys.send(
      `mutation($input: OrderFromAwardInput!) { orderFromAward(input: $input) { __typename } }`,
      {
        input: { clientKey: randomUUID(), ...orderForm(ours, line!.id) },
      },
    );
    expect(answer.errors![0]!.extensions.code).toBe('NOT_FOUND');
  });
});

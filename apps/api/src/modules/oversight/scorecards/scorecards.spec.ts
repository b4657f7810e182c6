import type { Client } from '../../../testing/client.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';
import { aTrade, type Trade } from '../../../testing/trade.js';
import { readSpreadsheet } from '../../../platform/spreadsheets/index.js';

interface Figure {
  code: string;
  unit: string | null;
  numerator: string;
  denominator: string;
  cases: number;
  rateBp: number | null;
}
const FIGURES =
  'organization { id } isSharedTrade minCases figures { code unit numerator denominator cases rateBp median promisedMedian }';
interface Card {
  organization: { id: string };
  isSharedTrade: boolean;
  minCases: number;
  figures: Figure[];
}
const DAY = 86_400_000;

describe('scorecards', () => {
  let api: TestApi;
  let trade: Trade;
  let other: Trade;
  let officer: Client;

  beforeAll(async () => {
    api = await startApi();
    trade = await aTrade(api, { title: 'Thẻ điểm' });
    other = await aTrade(api, { title: 'Bên ngoài' });
    officer = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
    api.clock.set(new Date(api.clock.now().getTime() + 100 * DAY));
  });
  afterAll(() => api.stop());

  const card = async (client: Client, orgId: string, side = 'SELLER'): Promise<Card> =>
    (
      await client.query<{ scorecard: Card }>(
        `query($orgId: ID!, $side: ScorecardSide!) { scorecard(orgId: $orgId, side: $side) { ${FIGURES} } }`,
        { orgId, side },
      )
    ).scorecard;
  const rows = async (client: Client, orgId: string, side: string, code: string, unit: string | null = null) =>
    (
      await client.query<{
        scorecardRows: { total: number; rows: { orderId: string | null; number: string; numerator: string }[] };
      }>(
        `query($orgId: ID!, $side: ScorecardSide!, $code: ScoreCode!, $unit: String) {
           scorecardRows(orgId: $orgId, side: $side, code: $code, unit: $unit) { total rows { orderId contractId number numerator denominator goods partner { name } dueOn } } }`,
        { orgId, side, code, unit },
      )
    ).scorecardRows;
  const of = ({ figures }: Card, code: string) => figures.find((figure) => figure.code === code)!;

  it('come from orders, receipts and payments, with what they are divided by, and say no rate of few', async () => {
    const director = await api.as(trade.director);
    const own = await card(director, trade.seller.id);
    expect(own.isSharedTrade).toBe(false);
    expect(own.minCases).toBe(5);
    const [line] = (await api.sql<{ ordered: string; accepted: string; rejected: string }>(
      'select trim_scale(ordered_qty)::text as ordered, trim_scale(accepted_qty)::text as accepted, trim_scale(rejected_qty)::text as rejected from order_line where id = $1',
      [trade.orderLineId],
    )) as [{ ordered: string; accepted: string; rejected: string }];
    expect(of(own, 'FILL')).toMatchObject({ numerator: line.accepted, denominator: line.ordered, cases: 1, rateBp: null });
    expect(of(own, 'REJECTED')).toMatchObject({ unit: 'kg', numerator: line.rejected, cases: 1 });
    expect(of(own, 'ANSWERED_IN_TIME')).toMatchObject({ numerator: '1', denominator: '1' });
    expect((await rows(director, trade.seller.id, 'SELLER', 'FILL', 'kg')).rows).toMatchObject([{ orderId: trade.orderId }]);
    const buyer = await card(await api.as(trade.manager), trade.buyer.id, 'BUYER');
    expect(of(buyer, 'CANCELLED')).toMatchObject({ numerator: '0', denominator: '1' });
    expect(of(buyer, 'PAID_ON_TIME').denominator).toBe('1');
    // The limits are dated data.
    await api.sql(`update legal_parameter set value = '1' where code = 'RATE_MIN_CASES'`);
    expect(of(await card(director, trade.seller.id), 'ANSWERED_IN_TIME').rateBp).toBe(10_000);
    await api.sql(`update legal_parameter set value = '5' where code = 'RATE_MIN_CASES'`);
  });

  it('lose what a receipt that is taken back had brought', async () => {
    const director = await api.as(trade.director);
    await api.sql(
      `update goods_receipt set status = 'VOIDED', voided_at = now(), voided_by = received_by, void_reason = 'Nhầm' where order_id = $1`,
      [trade.orderId],
    );
    const without = await card(director, trade.seller.id);
    expect(of(without, 'FILL').numerator).toBe('0');
    expect(without.figures.some(({ code }) => code === 'REJECTED')).toBe(false);
  });

  it('are for the organization, for a partner what they trade with each other, and for the Alliance; else there is none', async () => {
    const manager = await api.as(trade.manager);
    const partner = await card(manager, trade.seller.id);
    expect(partner).toMatchObject({ isSharedTrade: true });
    expect(of(partner, 'FILL').cases).toBe(1);
    for (const client of [await api.as(other.manager), api.visitor]) {
      for (const field of [
        'scorecard(orgId: $id, side: SELLER) { minCases }',
        'scorecardRows(orgId: $id, side: SELLER, code: FILL, unit: "kg") { total }',
      ]) {
        const answer = await client.send(`query($id: ID!) { ${field} }`, { id: trade.seller.id });
        expect(['NOT_FOUND', 'UNAUTHENTICATED']).toContain(answer.errors?.[0]?.extensions.code);
      }
    }
    const refused = await manager.send('{ scorecards(side: SELLER) { total } }');
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await manager.get('/exports/scorecards.csv')).statusCode).toBe(404);
  });

  it('stand side by side for the Alliance, and go out as a file with denominators and without money', async () => {
    const { scorecards } = await officer.query<{ scorecards: { total: number; cards: Card[] } }>(
      `{ scorecards(side: BUYER, sort: PAID_ON_TIME) { total cards { ${FIGURES} } } }`,
    );
    expect(scorecards.total).toBe(2);
    expect(scorecards.cards.map((one) => of(one, 'PAID_ON_TIME').denominator)).toEqual(['1', '1']);
    const file = await officer.get('/exports/scorecards.xlsx?side=BUYER');
    const words: string[] = [];
    for await (const batch of readSpreadsheet(file.rawPayload, { sheets: 'ALL' })) words.push(JSON.stringify(batch));
    expect(words.join()).toContain('Thanh toán đúng hạn');
    const [{ total }] = (await api.sql<{ total: string }>('select total::text from payment_request where id = $1', [
      trade.paymentRequestId,
    ])) as [{ total: string }];
    expect(words.join()).not.toContain(total);
  });
});

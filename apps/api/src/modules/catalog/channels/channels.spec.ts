import type { Client } from '../../../testing/client.js';
import type { GivenProduct, Org } from '../../../testing/given.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';
import { done } from '../../../testing/trade.js';

const FIELDS =
  '... on ChannelListing { id state url version stalledDays lastCheckedOn steps { code doneAt } sales { month qty note } calls { note } actions }';

interface Listing {
  id: string;
  state: string;
  url: string | null;
  version: number;
  stalledDays: number | null;
  lastCheckedOn: string | null;
  steps: { code: string; doneAt: string | null }[];
  sales: { month: string; qty: string | null; note: string | null }[];
  calls: { note: string }[];
  actions: string[];
}

describe('sales channels', () => {
  let api: TestApi;
  let org: Org;
  let product: GivenProduct;
  let sells: Client;
  let stranger: Client;
  let officer: Client;

  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  beforeEach(async () => {
    api.clock.set(new Date('2026-11-20T10:00:00+07:00'));
    org = await api.given.cooperative();
    product = await api.given.product(org);
    sells = await api.as(await api.given.member(org, 'SELLER_STAFF'));
    stranger = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
    officer = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
  });

  const add = (patch: Record<string, unknown> = {}) =>
    done<Listing>(sells, 'channelAdd', 'ChannelAddInput', { productId: product.id, platformCode: 'SHOPEE', ...patch }, FIELDS);
  const change = (listing: Listing, patch: Record<string, unknown>) =>
    done<Listing>(sells, 'channelChange', 'ChannelChangeInput', { id: listing.id, version: listing.version, ...patch }, FIELDS);
  const code = async (client: Client, name: string, type: string, input: Record<string, unknown>) => {
    const answer = (await client.send(
      `mutation($input: ${type}!) { ${name}(input: $input) { __typename ... on DomainError { code field } } }`,
      { input: { clientKey: crypto.randomUUID(), ...input } },
    )) as { data?: Record<string, { code?: string }>; errors?: { extensions: { code: string } }[] };
    return answer.data?.[name]?.code ?? answer.errors?.[0]?.extensions.code;
  };
  const links = async () =>
    (
      await api.visitor.query<{ product: { channels: { platform: string; url: string }[] } }>(
        'query($slug: String!) { product(slug: $slug) { channels { platform url } } }',
        { slug: product.slug },
      )
    ).product.channels;

  it('take a link of their own platform only, and show it to visitors while it sells', async () => {
    const listing = await add();
    expect([listing.state, listing.url, listing.actions]).toEqual(['PREPARING', null, ['submit', 'sell', 'remove']]);
    const at = { id: listing.id, version: listing.version };
    for (const url of ['http://shopee.vn/x', 'https://shopee.vn.example.com/x', 'javascript:alert(1)'])
      expect(await code(sells, 'channelChange', 'ChannelChangeInput', { ...at, url })).toMatch(/^URL_/);
    expect(await code(sells, 'channelChange', 'ChannelChangeInput', { ...at, action: 'sell' })).toBe('URL_MISSING');
    const selling = await change(listing, { url: 'https://shopee.vn/na-mau', action: 'sell' });
    expect(await links()).toEqual([{ platform: 'Shopee', url: 'https://shopee.vn/na-mau' }]);
    await change(selling, { action: 'pause' });
    expect(await links()).toEqual([]);
    expect(await code(sells, 'channelAdd', 'ChannelAddInput', { productId: product.id, platformCode: 'SHOPEE' })).toBe(
      'ALREADY_LISTED',
    );
  });

  it('are walked step by step; a tick twice is a tick once, and a step of another platform is none', async () => {
    const listing = await add();
    const tick = (stepCode: string, isDone = true) =>
      done<Listing>(sells, 'channelStepTick', 'ChannelStepInput', { listingId: listing.id, stepCode, done: isDone }, FIELDS);
    await tick('FILE');
    const twice = await tick('FILE');
    expect(twice.steps.filter(({ doneAt }) => doneAt).map((step) => step.code)).toEqual(['FILE']);
    expect((await tick('FILE', false)).steps.every(({ doneAt }) => !doneAt)).toBe(true);
    expect(
      await code(sells, 'channelStepTick', 'ChannelStepInput', { listingId: listing.id, stepCode: 'SITE', done: true }),
    ).toBe('STEP_UNKNOWN');
  });

  it("stall after two weeks, come first in the officer's list, and keep the note of the call", async () => {
    api.clock.set(new Date('2026-11-01T10:00:00+07:00'));
    const listing = await add();
    api.clock.set(new Date('2026-11-20T10:00:00+07:00'));
    const { channelFollowUps } = await officer.query<{ channelFollowUps: { edges: { node: Listing }[] } }>(
      '{ channelFollowUps(filter: { stalled: true }) { edges { node { id stalledDays } } } }',
    );
    expect(channelFollowUps.edges[0]!.node).toEqual({ id: listing.id, stalledDays: 19 });
    const called = await done<Listing>(
      officer,
      'channelCallNote',
      'ChannelCallInput',
      { listingId: listing.id, note: 'Hẹn tuần sau' },
      FIELDS,
    );
    expect(called.calls).toEqual([{ note: 'Hẹn tuần sau' }]);
    expect(await code(sells, 'channelCallNote', 'ChannelCallInput', { listingId: listing.id, note: 'x' })).toBe('FORBIDDEN');
  });

  it('keep what was sold each month and when the link was last opened, of days that have come', async () => {
    const { id: listingId } = await add();
    const sale = (input: Record<string, unknown>) =>
      done<Listing>(sells, 'channelSaleRecord', 'ChannelSaleInput', { listingId, month: '2026-11-15', ...input }, FIELDS);
    await sale({ qty: '120' });
    expect((await sale({ qty: '125.5', note: 'Sau hội chợ' })).sales).toEqual([
      { month: '2026-11-01', qty: '125.5', note: 'Sau hội chợ' },
    ]);
    const later = { listingId, month: '2026-12-01', qty: '1' };
    expect(await code(sells, 'channelSaleRecord', 'ChannelSaleInput', later)).toBe('MONTH_IN_FUTURE');
    const checked = { listingId, checkedOn: '2026-11-19', note: 'Còn hàng' };
    expect((await done<Listing>(officer, 'channelCheck', 'ChannelCheckInput', checked, FIELDS)).lastCheckedOn).toBe('2026-11-19');
    const tomorrow = { listingId, checkedOn: '2026-11-21' };
    expect(await code(sells, 'channelCheck', 'ChannelCheckInput', tomorrow)).toBe('CHECK_IN_FUTURE');
  });

  it("are nobody else's: not even one that sells can be touched by another cooperative", async () => {
    const listing = await change(await add(), { url: 'https://shopee.vn/na-mau', action: 'sell' });
    const own = { listingId: listing.id };
    expect(await code(stranger, 'channelChange', 'ChannelChangeInput', { id: listing.id, version: 2, action: 'pause' })).toBe(
      'NOT_FOUND',
    );
    expect(await code(stranger, 'channelStepTick', 'ChannelStepInput', { ...own, stepCode: 'FILE', done: true })).toBe(
      'NOT_FOUND',
    );
    expect(await code(stranger, 'channelSaleRecord', 'ChannelSaleInput', { ...own, month: '2026-11-01', qty: '1' })).toBe(
      'NOT_FOUND',
    );
    const { myChannels } = await stranger.query<{ myChannels: Listing[] }>('{ myChannels { id } }');
    expect(myChannels).toEqual([]);
  });
});

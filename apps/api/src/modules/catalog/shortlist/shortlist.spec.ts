import { randomUUID } from 'node:crypto';
import type { Client } from '../../../testing/client.js';
import type { GivenProduct, Org } from '../../../testing/given.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';
import { SavedSearchService } from './saved-search.service.js';

interface List {
  __typename: string;
  id: string;
  name: string;
  message?: string;
  code?: string;
  items: { productId: string; productName: string; note: string | null; product: { nameVi: string } | null }[];
}

const LIST = `__typename ... on Shortlist { id name items { productId productName note product { nameVi } } } ... on DomainError { code message }`;
const ADD = `mutation($input: ShortlistAddInput!) { shortlistAdd(input: $input) { ${LIST} } }`;
const OUT = `mutation($input: ShortlistItemInput!) { shortlistTakeOut(input: $input) { ${LIST} } }`;
const NOTE = `mutation($input: ShortlistItemInput!) { shortlistNote(input: $input) { ${LIST} } }`;
const CREATE = `mutation($input: ShortlistCreateInput!) { shortlistCreate(input: $input) { ${LIST} } }`;
const REMOVE = `mutation($input: ShortlistRemoveInput!) { shortlistRemove(input: $input) { __typename ... on Removed { id } } }`;
const ALL = `{ shortlists { id name items { productId note } } }`;
const SEARCH = `__typename ... on SavedSearch { id name alert newCount } ... on DomainError { code message }`;
const KEEP = `mutation($input: SavedSearchCreateInput!) { savedSearchCreate(input: $input) { ${SEARCH} } }`;
const UPDATE = `mutation($input: SavedSearchUpdateInput!) { savedSearchUpdate(input: $input) { ${SEARCH} } }`;
const SEARCHES = `{ savedSearches { id name newCount } }`;

describe('what an organization keeps in view', () => {
  let api: TestApi;
  let seller: Org;
  let buyer: Client;
  let colleague: Client;
  let stranger: Client;
  let na: GivenProduct;
  let hoi: GivenProduct;

  beforeAll(async () => {
    api = await startApi();
    seller = await api.given.cooperative();
    na = await api.given.product(seller, { nameVi: 'Na dai giữ' });
    hoi = await api.given.product(seller, { nameVi: 'Hoa hồi giữ' });
    const shop = await api.given.retailer();
    buyer = await api.as(await api.given.member(shop, 'BUYER'));
    colleague = await api.as(await api.given.member(shop, 'BUYER_MANAGER'));
    stranger = await api.as(await api.given.member(await api.given.retailer(), 'BUYER'));
  });
  afterAll(() => api.stop());

  const add = async (client: Client, input: Record<string, unknown>) =>
    (await client.mutate<{ shortlistAdd: List }>(ADD, input)).shortlistAdd;
  const lists = async (client: Client) => (await client.query<{ shortlists: List[] }>(ALL)).shortlists;

  it('opens the first list by itself, and adding twice is adding once', async () => {
    const first = await add(buyer, { productIds: [na.id, hoi.id] });
    expect(first).toMatchObject({ __typename: 'Shortlist', name: 'Danh sách chọn' });
    const again = await add(buyer, { productIds: [hoi.id] });
    expect(again.id).toBe(first.id);
    expect(again.items.map(({ productId }) => productId).sort()).toEqual([na.id, hoi.id].sort());
  });

  it('is shared by colleagues and unknown to others', async () => {
    const [list] = await lists(colleague);
    expect(list!.items).toHaveLength(2);
    expect(await lists(stranger)).toEqual([]);
    const answer = await stranger.send(ADD, { input: { clientKey: randomUUID(), shortlistId: list!.id, productIds: [na.id] } });
    expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('keeps a note for each product and lets it go again', async () => {
    const [list] = await lists(buyer);
    const input = { shortlistId: list!.id, productId: na.id };
    const noted = await buyer.mutate<{ shortlistNote: List }>(NOTE, { ...input, note: 'Hỏi giá tháng 8' });
    expect(noted.shortlistNote.items.find(({ productId }) => productId === na.id)!.note).toBe('Hỏi giá tháng 8');
    const out = await buyer.mutate<{ shortlistTakeOut: List }>(OUT, input);
    expect(out.shortlistTakeOut.items.map(({ productId }) => productId)).toEqual([hoi.id]);
  });

  it('says what is wrong with a name and how much a list holds', async () => {
    const create = async (name: string) => (await buyer.mutate<{ shortlistCreate: List }>(CREATE, { name })).shortlistCreate;
    expect(await create('  ')).toMatchObject({ __typename: 'Refused', code: 'LIST_NAME_MISSING' });
    expect(await create('Tết 2027')).toMatchObject({ __typename: 'Shortlist', name: 'Tết 2027' });
    expect(await create('tết 2027')).toMatchObject({ code: 'LIST_NAME_TAKEN' });
    const many = Array.from({ length: 201 }, () => randomUUID());
    expect(await add(buyer, { productIds: many })).toMatchObject({ code: 'LIST_FULL' });
  });

  it('takes up only what is on sale', async () => {
    const draft = await api.given.product(seller, { status: 'DRAFT' });
    const answer = await buyer.send(ADD, { input: { clientKey: randomUUID(), productIds: [draft.id] } });
    expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('still names a product that has left the catalogue', async () => {
    await api.sql(`delete from catalog_entry where product_id = $1`, [hoi.id]);
    await api.sql(`update product set status = 'PAUSED' where id = $1`, [hoi.id]);
    const list = (
      await buyer.query<{ shortlists: List[] }>(`{ shortlists { id items { productName product { nameVi } } } }`)
    ).shortlists.find(({ items }) => items.length > 0)!;
    expect(list.items).toEqual([{ productName: 'Hoa hồi giữ', product: null }]);
    await buyer.mutate(REMOVE, { id: list.id });
    expect((await lists(buyer)).map(({ name }) => name)).toEqual(['Tết 2027']);
  });

  describe('a saved search', () => {
    const keep = async (client: Client, input: Record<string, unknown>) =>
      (
        await client.mutate<{ savedSearchCreate: { id: string; newCount: number } }>(KEEP, {
          address: 'q=chanh',
          alert: true,
          ...input,
        })
      ).savedSearchCreate;
    const told = async () =>
      api.sql<{ facts: { count: number; products: string[] } }>(
        `select (payload->'facts') as facts from (select j.payload::jsonb as payload from graphile_worker._private_jobs j) jobs where payload->>'kind' = 'saved-search.new-products'`,
      );

    it('counts what was published since its people last looked', async () => {
      api.clock.set(new Date('2026-09-01T00:00:00Z'));
      const search = await keep(buyer, { name: 'Chanh rừng', filter: { search: 'chanh rung' } });
      expect(search.newCount).toBe(0);
      api.clock.set(new Date('2026-09-02T00:00:00Z'));
      await api.given.product(seller, { nameVi: 'Chanh rừng muối' });
      await api.given.product(seller, { nameVi: 'Khoai lang' });
      const { savedSearches } = await colleague.query<{ savedSearches: { id: string; newCount: number }[] }>(SEARCHES);
      expect(savedSearches).toEqual([{ id: search.id, name: 'Chanh rừng', newCount: 1 }]);
      api.clock.set(new Date('2026-09-03T00:00:00Z'));
      const seen = await buyer.mutate<{ savedSearchUpdate: { newCount: number } }>(UPDATE, { id: search.id, seen: true });
      expect(seen.savedSearchUpdate.newCount).toBe(0);
      expect((await stranger.query<{ savedSearches: unknown[] }>(SEARCHES)).savedSearches).toEqual([]);
    });

    it('tells of new products exactly once, however often and by how many workers the job runs', async () => {
      const service = api.app.get(SavedSearchService);
      await Promise.all([service.alert(), service.alert(), service.alert()]);
      const first = await told();
      expect(first).toHaveLength(1);
      expect(first[0]!.facts).toMatchObject({ count: 1, products: ['Chanh rừng muối'] });
      await service.alert();
      expect(await told()).toHaveLength(1);
      api.clock.set(new Date('2026-09-04T00:00:00Z'));
      await api.given.product(seller, { nameVi: 'Chanh rừng tươi' });
      await service.alert();
      expect((await told()).map(({ facts }) => facts.products).sort()).toEqual([['Chanh rừng muối'], ['Chanh rừng tươi']]);
    });
  });
});

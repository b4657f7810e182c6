import { SYSTEM } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import type { Client } from '../../../testing/client.js';
import { aDeal, type Deal } from '../../../testing/deal.js';
import type { Org } from '../../../testing/given.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';

interface Template {
  readonly __typename: string;
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly sellers: string;
  readonly total: number;
  readonly gone: number;
  readonly code?: string;
  readonly field?: string;
  readonly rows?: readonly { row: number; field: string; code: string }[];
  readonly contract: { id: string } | null;
  readonly lines: readonly {
    productId: string;
    contractLineId: string | null;
    qty: string;
    standing: string;
    unitPrice: number | null;
    amount: number | null;
    deliveryLocationId: string | null;
  }[];
}

const TEMPLATE = `id name version sellers total gone contract { id }
  lines { productId contractLineId qty standing unitPrice amount deliveryLocationId }`;
const PARTS = `__typename ... on OrderTemplate { ${TEMPLATE} }
  ... on Refused { code field } ... on VersionConflict { code } ... on RowsRefused { code rows { row field code } }`;

describe('templates of the order pad', () => {
  let api: TestApi;
  let deal: Deal;
  let other: { org: Org; productId: string; packId: string };
  let staff: Client;
  beforeAll(async () => {
    api = await startApi();
    deal = await aDeal(api, { max: '100000', tiers: [{ minQtyBase: '0', unitPrice: 50_000n }] });
    const second = await api.given.cooperative();
    const product = await api.given.product(second, { packSize: '10', tiers: [{ minQtyBase: '0', unitPrice: 10_000n }] });
    other = { org: second, productId: product.id, packId: product.packId };
    staff = await api.as(await api.given.member(deal.buyer, 'BUYER'));
  });
  afterAll(() => api.stop());

  const save = async (input: Record<string, unknown>, client: Client = deal.buys): Promise<Template> => {
    const { orderTemplateSave } = await client.mutate<{ orderTemplateSave: Template }>(
      `mutation($input: OrderTemplateSaveInput!) { orderTemplateSave(input: $input) { ${PARTS} } }`,
      input,
    );
    return orderTemplateSave;
  };
  const read = async (id: string, client: Client = deal.buys) => {
    const { orderTemplate } = await client.query<{ orderTemplate: Template }>(
      `query($id: ID!) { orderTemplate(id: $id) { __typename ${TEMPLATE} } }`,
      { id },
    );
    return orderTemplate;
  };
  const names = async (search: string | null, client: Client = deal.buys) => {
    const { orderTemplates } = await client.query<{
      orderTemplates: { totalCount: number; edges: { node: { name: string } }[] };
    }>('query($search: String) { orderTemplates(search: $search, first: 50) { totalCount edges { node { name } } } }', {
      search,
    });
    expect(orderTemplates.totalCount).toBe(orderTemplates.edges.length);
    return orderTemplates.edges.map(({ node }) => node.name);
  };
  const ours = (qty = '100') => ({ productId: deal.product.id, packId: deal.product.packId, qty });
  const theirs = (qty = '50') => ({ productId: other.productId, packId: other.packId, qty });

  it('keep goods of several sellers with their places, at the prices of the day they are opened', async () => {
    const saved = await save({
      name: '  Rau thứ Hai ',
      deliveryLocationId: deal.locationId,
      lines: [{ ...ours(), deliveryLocationId: deal.locationId, windowFrom: '6:00', windowTo: '9:00' }, theirs()],
    });
    expect(saved).toMatchObject({ name: 'Rau thứ Hai', total: 5_500_000, gone: 0, contract: null });
    expect(saved.lines.map(({ standing, unitPrice }) => [standing, unitPrice])).toEqual([
      ['SAME', 50_000],
      ['SAME', 10_000],
    ]);
    await api.sql(
      'update price_tier set unit_price = 60000 where list_price_id in (select id from list_price where product_id = $1)',
      [deal.product.id],
    );
    expect((await read(saved.id, staff)).total).toBe(6_500_000);
    await api.sql(
      'update price_tier set unit_price = 50000 where list_price_id in (select id from list_price where product_id = $1)',
      [deal.product.id],
    );
  });

  it('name what is gone, and leave the rest as it is', async () => {
    const product = await api.given.product(other.org, { packSize: '10' });
    const saved = await save({ name: 'Sẽ hết hàng', lines: [{ productId: product.id, qty: '100' }, theirs()] });
    await api.sql(`update product set status = 'ARCHIVED' where id = $1`, [product.id]);
    const opened = await read(saved.id);
    expect(opened.gone).toBe(1);
    expect(opened.lines.map(({ standing, amount }) => [standing, amount])).toEqual([
      ['GONE', null],
      ['SAME', 500_000],
    ]);
    // A sheet is taken anew only with goods that can be named today.
    const again = await save({
      id: saved.id,
      version: opened.version,
      name: opened.name,
      lines: [{ productId: product.id, qty: '1' }],
    });
    expect(again.rows).toEqual([{ row: 0, field: 'productId', code: 'PRODUCT_NOT_ORDERABLE' }]);
  });

  it('keep call-offs of one contract at the agreed price', async () => {
    const line = { ...ours(), contractLineId: deal.contractLineId };
    const saved = await save({ name: 'Theo hợp đồng', contractId: deal.contractId, lines: [line] });
    expect(saved).toMatchObject({ contract: { id: deal.contractId }, total: 4_200_000 });
    const strange = await save({ name: 'Dòng lạ', contractId: deal.contractId, lines: [{ ...line, contractLineId: newId() }] });
    expect(strange.rows).toEqual([{ row: 0, field: 'productId', code: 'CONTRACT_LINE_UNKNOWN' }]);
    // Goods of the same seller without a line of the contract stand at the price of the list, another seller's do not.
    const beside = await save({ name: 'Thêm hàng ngoài hợp đồng', contractId: deal.contractId, lines: [line, ours()] });
    expect(beside.lines).toHaveLength(2);
    const foreign = await save({
      name: 'Của bên khác',
      contractId: deal.contractId,
      lines: [line, { ...ours(), productId: (await aDeal(api)).product.id }],
    });
    expect(foreign.rows).toEqual([{ row: 1, field: 'productId', code: 'PRODUCT_NOT_ORDERABLE' }]);
    // An annex on its way holds no page up.
    await api.app.get(UnitOfWork).run(SYSTEM, async (tx) => {
      await tx.query('select 1 from contract where id = $1 for update', [deal.contractId]);
      expect((await read(beside.id)).lines).toHaveLength(2);
    });
  });

  it('are renamed without touching the sheet, by the version that was read, under a name that is free', async () => {
    const saved = await save({ name: 'Thứ Năm', lines: [ours()] });
    const renamed = await save({ id: saved.id, version: saved.version, name: 'Thứ Sáu' });
    expect([renamed.name, renamed.lines.length, renamed.version]).toEqual(['Thứ Sáu', 1, 2]);
    expect((await save({ id: saved.id, version: 1, name: 'Muộn' })).code).toBe('VERSION_CONFLICT');
    expect(await save({ name: 'thu  SAU', lines: [ours()] })).toMatchObject({ code: 'TEMPLATE_NAME_TAKEN', field: 'name' });
    expect((await save({ name: '  ', lines: [ours()] })).code).toBe('TEMPLATE_NAME_MISSING');
    expect((await save({ name: 'Trống', lines: [] })).code).toBe('LINES_MISSING');
    expect((await save({ name: 'Không', lines: [ours('0')] })).rows).toEqual([
      { row: 0, field: 'qty', code: 'QUANTITY_NOT_POSITIVE' },
    ]);
    const stranger = await api.given.location(await api.given.retailer());
    expect((await save({ name: 'Kho lạ', deliveryLocationId: stranger, lines: [ours()] })).code).toBe('LOCATION_NOT_YOURS');
  });

  it('take one name once, however many save it at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => save({ name: 'Cùng lúc', lines: [ours()] })));
    expect(answers.filter(({ __typename }) => __typename === 'OrderTemplate')).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'TEMPLATE_NAME_TAKEN')).toHaveLength(11);
  });

  it('are found by name, seller and goods, by the buyer’s own people only, until they are deleted', async () => {
    expect(await names('thu sau')).toEqual(['Thứ Sáu']);
    expect(await names(null, deal.sells)).toEqual([]);
    const [row] = await api.sql<{ id: string }>(`select id from order_template where name = 'Thứ Sáu'`);
    await expect(read(row!.id, deal.sells)).rejects.toThrow(/NOT_FOUND/);
    const remove = (client: Client) =>
      client.send<{ orderTemplateRemove: { id: string } }>(
        'mutation($input: OrderTemplateRemoveInput!) { orderTemplateRemove(input: $input) { ... on Removed { id } } }',
        { input: { clientKey: newId(), id: row!.id } },
      );
    expect((await remove(deal.sells)).data).toBeNull();
    expect((await remove(staff)).data?.orderTemplateRemove).toEqual({ id: row!.id });
    expect(await names('thu sau')).toEqual([]);
    expect((await remove(staff)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});

import sharp from 'sharp';
import type { Client } from '../../testing/client.js';
import type { Org } from '../../testing/given.js';
import { startApi, type TestApi } from '../../testing/start-api.js';

interface Change {
  id: string;
  status: string;
  version: number;
  fields: string[];
  reason: string | null;
  before: { nameVi: string | null; story: string | null };
  after: { nameVi: string | null; story: string | null };
}
interface Product {
  __typename: string;
  id: string;
  version: number;
  nameVi: string;
  story: string | null;
  code?: string;
  rows?: { row: number; field: string; code: string }[];
  harvestMonths: number[];
  photoUrl: string | null;
  photos: { fileId: string; altVi: string }[];
  grades: { id: string; code: string; spec: { measure: string; value: string | null }[] }[];
  packs: {
    id: string;
    name: string;
    level: string;
    innerPackId: string | null;
    gradeId: string | null;
    netWeight: string | null;
  }[];
  change: Change | null;
}

const PRODUCT = `id version nameVi story harvestMonths photoUrl photos { fileId altVi } grades { id code spec { measure value } }
  packs { id name level innerPackId gradeId netWeight }
  change { id status version fields reason before { nameVi story } after { nameVi story } }`;
const ANSWER = `__typename ... on DomainError { code } ... on RowsRefused { rows { row field code } } ... on Product { ${PRODUCT} }`;

describe('a product on show', () => {
  let api: TestApi;
  let farm: Org;
  let seller: Client;
  let officer: Client;
  let neighbour: Client;

  const act = async (client: Client, mutation: string, input: Record<string, unknown>): Promise<Product> => {
    const type = mutation.startsWith('productChange')
      ? 'ProductChangeActionInput'
      : `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const data = await client.mutate<Record<string, Product>>(
      `mutation($input: ${type}!) { ${mutation}(input: $input) { ${ANSWER} } }`,
      input,
    );
    return data[mutation]!;
  };
  const see = async (client: Client, id: string): Promise<Product> =>
    (await client.query<{ productById: Product }>(`query($id: ID!) { productById(id: $id) { ${PRODUCT} } }`, { id })).productById;
  const edit = async (id: string, patch: Record<string, unknown>) =>
    act(seller, 'productUpdate', { id, version: (await see(seller, id)).version, ...patch });
  const picture = async (): Promise<string> => {
    const boundary = 'ranh-gioi';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`;
    const png = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#2f6b4f' } })
      .png()
      .toBuffer();
    const payload = Buffer.concat([Buffer.from(head), png, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    return (await seller.post('/files', payload, { 'content-type': `multipart/form-data; boundary=${boundary}` })).json<{
      id: string;
    }>().id;
  };

  beforeAll(async () => {
    api = await startApi();
    farm = await api.given.cooperative({ name: 'HTX Có Hàng' });
    seller = await api.as(await api.given.member(farm, 'SELLER_DIRECTOR'));
    neighbour = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
    officer = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
  });
  afterAll(() => api.stop());

  it('keeps its claims until the Alliance has looked, while season and price change at once', async () => {
    const { id } = await api.given.product(farm, { nameVi: 'Na dai' });
    const edited = await edit(id, { nameVi: 'Na vua', harvestMonths: [7, 8] });
    expect(edited).toMatchObject({
      nameVi: 'Na dai',
      harvestMonths: [7, 8],
      change: { status: 'PENDING', fields: ['nameVi'], before: { nameVi: 'Na dai' }, after: { nameVi: 'Na vua' } },
    });
    expect((await see(api.visitor, id)).nameVi).toBe('Na dai');
    const { id: change, version } = edited.change!;
    const applied = await act(officer, 'productChangeApply', { id: change, version });
    expect([applied.nameVi, applied.change]).toEqual(['Na vua', null]);
    expect((await see(api.visitor, id)).nameVi).toBe('Na vua');
  });

  it('has one open request, which grows and shrinks with each edit', async () => {
    const { id } = await api.given.product(farm, { nameVi: 'Quýt' });
    const first = (await edit(id, { nameVi: 'Quýt vàng' })).change!;
    const second = (await edit(id, { story: 'Trồng trên núi đá vôi.' })).change!;
    expect([second.id, second.fields.toSorted(), second.version]).toEqual([first.id, ['nameVi', 'story'], 2]);
    const third = (await edit(id, { nameVi: 'Quýt' })).change!;
    expect(third.fields).toEqual(['story']);
    const gone = await edit(id, { story: null });
    expect(gone.change).toBeNull();
    expect(await api.sql('select status from product_change where product_id = $1', [id])).toEqual([{ status: 'WITHDRAWN' }]);
  });

  it('is not decided on a request that changed under the officer’s eyes', async () => {
    const { id } = await api.given.product(farm, { nameVi: 'Hồng' });
    const seen = (await edit(id, { nameVi: 'Hồng Bảo Lâm' })).change!;
    await edit(id, { nameVi: 'Hồng không hạt Bảo Lâm' });
    expect((await act(officer, 'productChangeApply', { id: seen.id, version: seen.version })).code).toBe('VERSION_CONFLICT');
    expect((await see(api.visitor, id)).nameVi).toBe('Hồng');
  });

  it('is declined only with a reason, which its cooperative reads and nobody else', async () => {
    const { id } = await api.given.product(farm, { nameVi: 'Mật ong' });
    const { id: change, version } = (await edit(id, { nameVi: 'Mật ong số một Việt Nam' })).change!;
    expect((await act(officer, 'productChangeDecline', { id: change, version })).code).toBe('REASON_MISSING');
    const input = { id: change, version, reason: 'Không dùng "số một" khi chưa có căn cứ.' };
    await act(officer, 'productChangeDecline', input);
    expect((await see(seller, id)).change).toMatchObject({ status: 'DECLINED', reason: input.reason });
    expect((await see(neighbour, id)).change).toBeNull();
    expect((await see(api.visitor, id)).change).toBeNull();
    expect((await act(officer, 'productChangeApply', { id: change, version: version + 1 })).code).toBe('CHANGE_NOT_OPEN');
  });

  it('is decided by the Alliance alone; to others the request does not exist', async () => {
    const { id } = await api.given.product(farm, { nameVi: 'Chanh leo' });
    const { id: change, version } = (await edit(id, { nameVi: 'Chanh leo tím' })).change!;
    const mutation = 'mutation($input: ProductChangeActionInput!) { productChangeWithdraw(input: $input) { __typename } }';
    const foreign = await neighbour.send(mutation, { input: { clientKey: 'abc', id: change, version } });
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const own = await seller.send(mutation.replace('Withdraw', 'Apply'), { input: { clientKey: 'abd', id: change, version } });
    expect(own.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('shows a new main photo only after the look, other photos at once, and drops nothing', async () => {
    const { id } = await api.given.product(farm, { nameVi: 'Có nhiều ảnh' });
    const [first, second] = [await picture(), await picture()];
    const asked = await act(seller, 'productPhotosSet', {
      id,
      version: 1,
      photos: [{ fileId: first }, { fileId: second, altVi: 'Vườn' }],
    });
    expect([asked.photoUrl, asked.change!.fields, asked.photos]).toEqual([
      null,
      ['photoUrl'],
      [{ fileId: second, altVi: 'Vườn' }],
    ]);
    expect((await api.visitor.get(`/files/${first}?size=320`)).statusCode).toBe(404);
    const shown = await act(officer, 'productChangeApply', { id: asked.change!.id, version: 1 });
    expect([shown.photoUrl, shown.photos.map(({ fileId }) => fileId)]).toEqual([`/files/${first}`, [first, second]]);
    const small = await api.visitor.get(`/files/${first}?size=320`);
    expect([small.statusCode, (await sharp(small.rawPayload).metadata()).width]).toEqual([200, 320]);
    expect((await api.visitor.get(`/files/${first}?size=321`)).statusCode).toBe(404);
  });

  it('has grades that keep their identity, and packs of several levels', async () => {
    const { id } = await api.given.product(farm, { nameVi: 'Na hai loại', status: 'DRAFT' });
    const spec = [{ measure: 'WEIGHT', operator: 'AT_LEAST', value: '268.15', unit: 'g' }];
    const grades = [
      { code: 'L1', name: 'Loại 1', spec },
      { code: 'l2', name: 'Loại 2', spec: [] },
    ];
    const graded = await act(seller, 'productGradesSet', { id, version: 1, grades });
    expect(graded.grades).toMatchObject([
      { code: 'L1', spec: [{ measure: 'WEIGHT', value: '268.15' }] },
      { code: 'L2', spec: [] },
    ]);
    const packs = [
      {
        name: 'Thùng 6 kg',
        level: 'CASE',
        sizeBase: '6',
        moqPacks: 5,
        gradeCode: 'L1',
        innerRow: 1,
        netWeight: '6',
        tareWeight: '0.4',
      },
      { name: 'Hộp 0,5 kg', level: 'INNER', sizeBase: '0.5', moqPacks: 1 },
    ];
    const packed = await act(seller, 'productPacksSet', { id, version: 2, packs });
    expect(packed.packs).toMatchObject([
      { name: 'Thùng 6 kg', innerPackId: packed.packs[1]!.id, gradeId: graded.grades[0]!.id, netWeight: '6' },
      { name: 'Hộp 0,5 kg', level: 'INNER', innerPackId: null },
    ]);
    const renamed = await act(seller, 'productGradesSet', { id, version: 3, grades: [{ ...grades[0], name: 'Hạng nhất' }] });
    expect(renamed.grades.map((grade) => grade.id)).toEqual([graded.grades[0]!.id]);
    expect((await act(seller, 'productGradesSet', { id, version: 4, grades: [] })).code).toBe('GRADE_IN_USE');
    const uneven = [{ ...packs[0], sizeBase: '6.2' }, packs[1]];
    expect((await act(seller, 'productPacksSet', { id, version: 4, packs: uneven })).rows).toEqual([
      { row: 0, field: 'sizeBase', code: 'INNER_PACK_NOT_WHOLE' },
    ]);
  });

  it('refuses numbers that contradict each other and links that are not https', async () => {
    const { id } = await api.given.product(farm, { nameVi: 'Có hạn dùng', status: 'DRAFT' });
    await edit(id, { shelfLifeDays: 10, minRemainingDays: 5, storageTempMin: 2 });
    expect((await edit(id, { shelfLifeDays: 4 })).code).toBe('REMAINING_LIFE_NOT_VALID');
    expect((await edit(id, { storageTempMax: 1 })).code).toBe('TEMPERATURE_NOT_VALID');
    expect((await edit(id, { traceabilityUrl: 'http://txng.vn/1' })).code).toBe('TRACEABILITY_NOT_HTTPS');
    expect((await edit(id, { traceabilityUrl: 'javascript:alert(1)' })).code).toBe('TRACEABILITY_NOT_HTTPS');
    expect((await edit(id, { hsCode: '0810.90.92' })).__typename).toBe('Product');
    expect((await edit(id, { hsCode: '0810' })).code).toBe('HS_CODE_NOT_VALID');
    expect((await edit(id, { originCommuneCode: '99999' })).code).toBe('ORIGIN_UNKNOWN');
  });
});

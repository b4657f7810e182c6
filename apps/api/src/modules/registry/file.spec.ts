import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { CONFIG, type Config } from '../../platform/config.js';
import type { Client } from '../../testing/client.js';
import type { Org } from '../../testing/given.js';
import { startApi, type TestApi } from '../../testing/start-api.js';

const picture = (width = 2000, height = 1000) => sharp({ create: { width, height, channels: 3, background: '#2f6b4f' } });

function upload(client: Client, bytes: Buffer, name = 'anh.jpg', mime = 'image/jpeg') {
  const boundary = 'ranh-gioi';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${mime}\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return client.post('/files', payload, { 'content-type': `multipart/form-data; boundary=${boundary}` });
}

describe('files', () => {
  let api: TestApi;
  let farm: Org;
  let seller: Client;
  let officer: Client;
  let neighbour: Client;

  const kept = (): string[] => {
    const root = join(api.app.get<Config>(CONFIG).dataDir, 'files');
    const walk = (folder: string): string[] =>
      readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? walk(join(folder, name)) : [name]));
    try {
      return walk(root).sort();
    } catch {
      return [];
    }
  };
  const rows = async () => (await api.sql('select id from stored_file')).length;

  beforeAll(async () => {
    api = await startApi();
    farm = await api.given.cooperative();
    seller = await api.as(await api.given.member(farm, 'SELLER_DIRECTOR'));
    neighbour = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
    officer = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
  });
  afterAll(() => api.stop());

  it('are redrawn as small upright pictures without the camera’s data', async () => {
    const original = await picture(1200, 2400)
      .withExif({ IFD0: { Make: 'Camera' }, IFD3: { GPSLatitude: '21/1 51/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const answer = await upload(seller, original);
    expect(answer.statusCode).toBe(201);
    const file = answer.json<{ id: string; url: string; sha256: string; width: number; height: number }>();
    expect([file.width, file.height]).toEqual([1600, 800]);
    const stored = await seller.get(file.url);
    expect(stored.headers['content-type']).toBe('image/webp');
    expect(createHash('sha256').update(stored.rawPayload).digest('hex')).toBe(file.sha256);
    const { exif, orientation, format } = await sharp(stored.rawPayload).metadata();
    expect({ exif, orientation, format }).toEqual({ exif: undefined, orientation: undefined, format: 'webp' });
    const thumb = await sharp((await seller.get(`${file.url}/thumb`)).rawPayload).metadata();
    expect([thumb.width, thumb.height]).toEqual([480, 240]);
  });

  it('of a paper keep their bytes and are saved, never opened in the page', async () => {
    const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(500)]);
    const file = (await upload(seller, pdf, '../../Biên bản ký.pdf', 'application/pdf')).json<{
      url: string;
      sha256: string;
      width: null;
    }>();
    expect(file).toMatchObject({ width: null, sha256: createHash('sha256').update(pdf).digest('hex') });
    const answer = await seller.get(file.url);
    expect(answer.rawPayload.equals(pdf)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('Biên bản ký.pdf')}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });

  it('of any other kind are refused and leave nothing behind', async () => {
    const before = [kept(), await rows()];
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const flood = await picture(6000, 5000).png({ compressionLevel: 9 }).toBuffer();
    const cut = (await picture().jpeg().toBuffer()).subarray(0, 300);
    const cases: [string, Buffer, string, number, string][] = [
      ['SVG', svg, 'image/svg+xml', 415, 'FILE_KIND_NOT_ALLOWED'],
      ['HTML called a picture', Buffer.from('<html>'), 'image/png', 415, 'FILE_KIND_NOT_ALLOWED'],
      ['GIF', Buffer.from('GIF89a'.padEnd(100, '0')), 'image/gif', 415, 'FILE_KIND_NOT_ALLOWED'],
      ['nothing', Buffer.alloc(0), 'image/png', 415, 'FILE_KIND_NOT_ALLOWED'],
      ['30 megapixels', flood, 'image/png', 422, 'PICTURE_NOT_READABLE'],
      ['half a picture', cut, 'image/jpeg', 422, 'PICTURE_NOT_READABLE'],
      [
        'magic bytes and noise',
        Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), randomBytes(400)]),
        'image/jpeg',
        422,
        'PICTURE_NOT_READABLE',
      ],
      [
        'over 10 MB',
        Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(10 * 1024 * 1024)]),
        'application/pdf',
        413,
        'FILE_TOO_LARGE',
      ],
    ];
    for (const [what, bytes, mime, status, code] of cases) {
      const answer = await upload(seller, bytes, 'tep', mime);
      const { message, ...rest } = answer.json<{ code: string; message: string; field: string }>();
      expect({ what, status: answer.statusCode, ...rest }).toEqual({ what, status, code, field: 'file' });
      expect(message).toMatch(/Hãy|Chỉ/);
    }
    expect([kept(), await rows()]).toEqual(before);
  });

  it('are taken only from people who signed in, and only as an upload', async () => {
    expect((await upload(api.visitor, await picture().png().toBuffer())).statusCode).toBe(401);
    const json = await seller.post('/files', Buffer.from('{}'), { 'content-type': 'application/json' });
    expect([json.statusCode, json.json<{ code: string }>().code]).toEqual([400, 'FILE_MISSING']);
  });

  it('are for their own organization and the Alliance; for others they do not exist', async () => {
    const { url } = (await upload(seller, await picture().png().toBuffer())).json<{ url: string }>();
    const status = async (client: Client, path = url) => (await client.get(path)).statusCode;
    expect([await status(seller), await status(officer)]).toEqual([200, 200]);
    expect([await status(neighbour), await status(api.visitor)]).toEqual([404, 404]);
    const missing = await neighbour.get(`/files/${randomUUID()}`);
    expect((await neighbour.get(url)).json()).toEqual(missing.json());
    expect([await status(seller, '/files/..%2f..%2fetc%2fpasswd'), await status(seller, '/files/x/thumb')]).toEqual([404, 404]);
  });

  it('that an agreement carries are open to its parties', async () => {
    const { id, url } = (await upload(seller, Buffer.from('%PDF-1.7 bien ban'), 'bb.pdf', 'application/pdf')).json<{
      id: string;
      url: string;
    }>();
    const shop = await api.given.retailer();
    const party = await api.as(await api.given.member(shop, 'BUYER'));
    expect((await party.get(url)).statusCode).toBe(404);
    await api.sql(
      `insert into mou (id, register_no, title, party_org_ids, document_file_id, created_by, created_by_org_id, recorded_at)
       values ($1, 'T-1', 'Ghi nhớ', $2, $3, (select created_by from stored_file where id = $3), $4, now())`,
      [randomUUID(), [farm.id, shop.id], id, farm.id],
    );
    expect((await party.get(url)).statusCode).toBe(200);
    expect((await neighbour.get(url)).statusCode).toBe(404);
  });

  it('become public with the product they show, and not before', async () => {
    const { id, url } = (await upload(seller, await picture().png().toBuffer())).json<{ id: string; url: string }>();
    const input = {
      nameVi: 'Có ảnh',
      group: 'FOOD',
      baseUnit: 'kg',
      harvestMonths: [],
      storage: 'AMBIENT',
      vatClass: 'RAW_AGRI',
      priceVisibility: 'BUYERS',
      basis: 'EXW',
      pack: { name: 'Thùng', sizeBase: '10', moqPacks: 1 },
      priceTiers: [{ minQty: '0', unitPrice: 10000 }],
      photoFileId: id,
      submit: true,
    };
    const mutation = 'mutation($input: ProductCreateInput!) { productCreate(input: $input) { ... on Product { id } } }';
    const foreign = await neighbour.send(mutation, { input: { clientKey: randomUUID(), ...input } });
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const { productCreate } = await seller.mutate<{ productCreate: { id: string } }>(mutation, input);
    expect((await api.visitor.get(url)).statusCode).toBe(404);
    await officer.mutate('mutation($input: ProductActionInput!) { productPublish(input: $input) { __typename } }', {
      id: productCreate.id,
      version: 1,
    });
    const shown = await api.visitor.get(`${url}/thumb`);
    expect([shown.statusCode, shown.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    const { catalog } = await api.visitor.query<{ catalog: { edges: { node: { photoUrl: string } }[] } }>(
      '{ catalog(filter: { search: "co anh" }) { edges { node { photoUrl } } } }',
    );
    expect(catalog.edges[0]!.node.photoUrl).toBe(`${url}/thumb`);
  });
});

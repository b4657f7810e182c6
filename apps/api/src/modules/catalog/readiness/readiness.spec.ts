import { randomUUID } from 'node:crypto';
import { addDays } from '@lienket/domain';
import sharp from 'sharp';
import { scopeOf, type Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Client } from '../../../testing/client.js';
import type { GivenProduct, Org, Person } from '../../../testing/given.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';
import { ReadinessBook } from './readiness-book.js';

const TODAY = '2026-08-15';

interface Item {
  code: string;
  state: string;
  evidence: string | null;
  because: string | null;
  nextMover: string | null;
  expiresOn: string | null;
  certificate: { id: string } | null;
  scanUrl: string | null;
  waiver: { id: string; reason: string; grantedByName: string } | null;
}
interface File {
  buyer: { id: string };
  met: number;
  required: number;
  items: Item[];
}

describe('retail-readiness', () => {
  let api: TestApi;
  let farm: Org;
  let product: GivenProduct;
  let seller: Client;
  let officer: Client;
  let chain: Org;
  let manager: Person;
  let managed: Client;
  let clerk: Client;
  let rival: Org;
  let rivals: Client;

  const at = (date: string) => api.clock.set(new Date(`${date}T03:00:00Z`));
  const act = async <T = Record<string, unknown>>(
    client: Client,
    mutation: string,
    type: string,
    input: Record<string, unknown>,
  ) =>
    (
      await client.mutate<Record<string, T & { __typename: string; code?: string }>>(
        `mutation($input: ${type}!) { ${mutation}(input: $input) { __typename ... on DomainError { code field } ${RESULTS[mutation]} } }`,
        input,
      )
    )[mutation]!;
  const RESULTS: Record<string, string> = {
    checklistSave:
      '... on RowsRefused { rows { row field code } } ... on BuyerChecklist { isTemplate version items { code evidence onlyGroups note } }',
    requirementWaive: '... on RequirementWaiver { id reason endsOn grantedByName }',
    requirementWaiverEnd: '... on RequirementWaiver { id }',
    certificateDeclare: '... on Certificate { id state }',
    certificateRevoke: '... on Certificate { id state }',
  };
  const ask = (code: string, evidence: string, extra = {}) => ({ code, evidence, onlyGroups: [], note: null, ...extra });
  const versions = new Map<Client, number>();
  const save = async (client: Client, items: object[]) => {
    const saved = await act<{ version: number }>(client, 'checklistSave', 'ChecklistSaveInput', {
      version: versions.get(client) ?? 0,
      items,
    });
    if (saved.version) versions.set(client, saved.version);
    return saved;
  };
  const files = async (client: Client, id = product.id): Promise<File[]> =>
    (
      await client.query<{ productReadiness: File[] }>(
        `query($id: ID!) { productReadiness(productId: $id) { buyer { id } met required
          items { code state evidence because nextMover expiresOn certificate { id } scanUrl waiver { id reason grantedByName } } } }`,
        { id },
      )
    ).productReadiness;
  const item = async (code: string, client = managed, id = product.id): Promise<Item> =>
    (await files(client, id))[0]!.items.find((one) => one.code === code)!;
  const declare = async (input: Record<string, unknown>) =>
    (await act<{ id: string }>(seller, 'certificateDeclare', 'CertificateDeclareInput', { issuedOn: '2026-01-01', ...input })).id;
  const verify = (id: string) =>
    officer.query(
      'mutation($key: String!, $id: ID!) { certificateVerify(clientKey: $key, id: $id) { __typename ... on DomainError { code } } }',
      { key: randomUUID(), id },
    );
  const actorOf = (org: Org, person: Person): Actor => ({
    userId: person.userId,
    sessionId: person.userId,
    orgId: org.id,
    orgKind: org.kind,
    roles: [],
    locale: 'vi',
  });

  beforeAll(async () => {
    api = await startApi();
    at(TODAY);
    farm = await api.given.cooperative({ name: 'HTX Sẵn sàng' });
    seller = await api.as(await api.given.member(farm, 'SELLER_DIRECTOR'));
    officer = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
    chain = await api.given.retailer({ name: 'Chuỗi Một' });
    manager = await api.given.member(chain, 'BUYER_MANAGER');
    managed = await api.as(manager);
    clerk = await api.as(await api.given.member(chain, 'BUYER'));
    rival = await api.given.retailer({ name: 'Chuỗi Hai' });
    rivals = await api.as(await api.given.member(rival, 'BUYER_MANAGER'));
    product = await api.given.product(farm, { vatClass: 'PROCESSED' });
  });
  beforeEach(() => at(TODAY));
  afterAll(() => api.stop());

  it('asks nothing until a buyer saves a list of its own, which starts from the usual one', async () => {
    expect(await files(managed)).toEqual([]);
    const { myChecklist } = await managed.query<{ myChecklist: { isTemplate: boolean; version: number; items: object[] } }>(
      '{ myChecklist { isTemplate version items { code evidence onlyGroups note } } }',
    );
    expect(myChecklist).toMatchObject({ isTemplate: true, version: 0 });
    expect(myChecklist.items.length).toBeGreaterThan(5);
    expect(await save(managed, myChecklist.items)).toMatchObject({ __typename: 'BuyerChecklist', isTemplate: false, version: 1 });
    const [file] = await files(managed);
    expect(file!.required).toBe(file!.items.length);
    expect(file!.buyer.id).toBe(chain.id);
  });

  it('refuses a line twice, a level that cannot be proven, and a list that somebody saved before', async () => {
    const lines = [ask('AT01', 'COMPUTED'), ask('AT01', 'VERIFIED'), ask('XX99', 'VERIFIED')];
    expect(await save(managed, lines)).toMatchObject({
      __typename: 'RowsRefused',
      rows: [
        { row: 0, field: 'evidence', code: 'EVIDENCE_NOT_POSSIBLE' },
        { row: 1, field: 'code', code: 'REQUIREMENT_TWICE' },
        { row: 2, field: 'code', code: 'REQUIREMENT_UNKNOWN' },
      ],
    });
    const stale = await act(managed, 'checklistSave', 'ChecklistSaveInput', { version: 0, items: [] });
    expect(stale).toMatchObject({ __typename: 'VersionConflict' });
  });

  it('is read from the data, from declared and from verified papers, and names whose move each gap is', async () => {
    await save(managed, [ask('TC01', 'COMPUTED'), ask('GS01', 'COMPUTED'), ask('CB01', 'ATTESTED'), ask('AT01', 'VERIFIED')]);
    expect(await item('TC01')).toMatchObject({ state: 'MET', evidence: 'COMPUTED' });
    expect(await item('GS01')).toMatchObject({ state: 'MISSING', because: 'NOTHING', nextMover: 'SELLER' });
    await api.sql(`update pack set gtin = '8936000000012' where id = $1`, [product.packId]);
    expect(await item('GS01')).toMatchObject({ state: 'MET' });
    await declare({ kind: 'SELF_DECLARATION', productId: product.id });
    expect(await item('CB01')).toMatchObject({ state: 'MET', evidence: 'ATTESTED' });
    const paper = await declare({ kind: 'HACCP', expiresOn: '2027-12-31' });
    expect(await item('AT01')).toMatchObject({ state: 'MISSING', because: 'WAITS_FOR_ALLIANCE', nextMover: 'ALLIANCE' });
    await verify(paper);
    expect(await item('AT01')).toMatchObject({ state: 'MET', evidence: 'VERIFIED', certificate: { id: paper } });
    expect((await files(managed))[0]).toMatchObject({ met: 4, required: 4 });
  });

  it('asks of a product only what applies to it, in the groups the buyer chose', async () => {
    const raw = await api.given.product(farm, { vatClass: 'RAW_AGRI' });
    await save(managed, [
      ask('CB01', 'ATTESTED'),
      ask('BG01', 'COMPUTED', { onlyGroups: ['BEVERAGE'] }),
      ask('TC01', 'COMPUTED'),
    ]);
    expect((await files(managed, raw.id))[0]!.items.map(({ code }) => code)).toEqual(['TC01']);
    expect((await files(managed))[0]!.items.map(({ code }) => code)).toEqual(['TC01', 'CB01']);
  });

  it('falls by itself when the paper ends, and at once when it is revoked; one upload serves every buyer', async () => {
    const goods = await api.given.product(farm, { productGroup: 'HANDICRAFT' });
    await save(managed, [ask('OC01', 'VERIFIED')]);
    await save(rivals, [ask('OC01', 'VERIFIED')]);
    const state = async () => [(await item('OC01', managed, goods.id)).state, (await item('OC01', rivals, goods.id)).state];
    const counted = async () => {
      const book = api.app.get(ReadinessBook, { strict: false });
      const counts = await api.app.get(UnitOfWork).read(actorOf(chain, manager), (tx) => book.of(tx, chain.id, [goods.id]));
      return counts.get(goods.id);
    };
    expect(await state()).toEqual(['MISSING', 'MISSING']);
    const first = await declare({ kind: 'OCOP', stars: 3, productId: goods.id, issuedOn: '2023-10-01' });
    await verify(first);
    expect(await state()).toEqual(['EXPIRING_SOON', 'EXPIRING_SOON']);
    expect(await counted()).toEqual({ met: 1, required: 1, missing: [] });
    at('2026-10-01');
    expect(await state()).toEqual(['EXPIRING_SOON', 'EXPIRING_SOON']);
    at('2026-10-02');
    expect(await item('OC01', managed, goods.id)).toMatchObject({ state: 'MISSING', because: 'EXPIRED', nextMover: 'SELLER' });
    expect(await counted()).toEqual({ met: 0, required: 1, missing: ['OC01'] });
    const second = await declare({ kind: 'OCOP', stars: 3, productId: goods.id, issuedOn: '2026-10-01' });
    await verify(second);
    expect(await state()).toEqual(['MET', 'MET']);
    await act(officer, 'certificateRevoke', 'CertificateActionInput', { id: second, reason: 'Thu hồi' });
    expect(await item('OC01', managed, goods.id)).toMatchObject({ state: 'MISSING', because: 'REVOKED' });
  });

  it('is waived by a manager alone, with name, reason and last day, for one product or for all of a seller', async () => {
    const goods = await api.given.product(farm, { productGroup: 'HANDICRAFT' });
    await save(managed, [ask('BH01', 'ATTESTED')]);
    const waive = (patch: object, client = managed) =>
      act<{ id: string }>(client, 'requirementWaive', 'RequirementWaiveInput', {
        productId: goods.id,
        forAllProducts: false,
        code: 'BH01',
        reason: 'Bán thử hai tháng',
        endsOn: addDays(TODAY, 60),
        ...patch,
      });
    await expect(waive({}, clerk)).rejects.toThrow('FORBIDDEN');
    expect(await waive({ reason: ' ' })).toMatchObject({ code: 'REASON_MISSING' });
    expect(await waive({ endsOn: addDays(TODAY, -1) })).toMatchObject({ code: 'WAIVER_END_IN_PAST' });
    expect(await waive({ endsOn: '2030-01-01' })).toMatchObject({ code: 'WAIVER_TOO_LONG' });
    expect(await waive({ code: 'PL02' })).toMatchObject({ code: 'WAIVER_NOT_ASKED' });
    const { id } = await waive({});
    expect(await item('BH01', managed, goods.id)).toMatchObject({ state: 'WAIVED', waiver: { id, reason: 'Bán thử hai tháng' } });
    expect(await item('BH01', seller, goods.id)).toBeDefined();
    expect((await files(seller, goods.id)).find(({ buyer }) => buyer.id === chain.id)!.items[0]!.waiver!.grantedByName).toMatch(
      /^Người/,
    );
    expect(await item('BH01', managed, product.id)).toMatchObject({ state: 'MISSING' });
    at(addDays(TODAY, 60));
    expect((await item('BH01', managed, goods.id)).state).toBe('WAIVED');
    at(addDays(TODAY, 61));
    expect((await item('BH01', managed, goods.id)).state).toBe('MISSING');
    at(TODAY);
    await act(managed, 'requirementWaiverEnd', 'RequirementWaiverEndInput', { id });
    expect((await item('BH01', managed, goods.id)).state).toBe('MISSING');
    await waive({ forAllProducts: true });
    expect((await item('BH01', managed, product.id)).state).toBe('WAIVED');
  });

  it('of one buyer is invisible to another, in every query and behind the wall of the database', async () => {
    await save(managed, [ask('TX01', 'COMPUTED', { note: 'Bí mật của chuỗi Một' })]);
    await save(rivals, [ask('TC01', 'COMPUTED')]);
    expect((await files(rivals)).map(({ buyer, items }) => [buyer.id, items.map(({ code }) => code)])).toEqual([
      [rival.id, ['TC01']],
    ]);
    const union = await api.given.member(await api.given.organization('COOPERATIVE_UNION'), 'BUYER_MANAGER');
    expect(await files(await api.as(union))).toEqual([]);
    const seen = (org: Org) =>
      api.app
        .get(UnitOfWork)
        .read(actorOf(org, manager), (tx) =>
          tx.query<{ code: string }>('select code from buyer_requirement where buyer_org_id = $1', [chain.id]),
        );
    expect(await seen(rival)).toEqual([]);
    expect(await seen(chain)).toEqual([{ code: 'TX01' }]);
    expect(await seen(farm)).toEqual([{ code: 'TX01' }]);
    expect(scopeOf(actorOf(rival, manager))).toBe('member');
    await expect(
      api.app
        .get(UnitOfWork)
        .run(actorOf(farm, manager), (tx) =>
          tx.query(
            `insert into buyer_requirement (buyer_org_id, code, evidence, only_groups) values ($1, 'PL02', 'ATTESTED', '{}')`,
            [chain.id],
          ),
        ),
    ).rejects.toThrow('row-level security');
  });

  it('shows the cooperative its file for each buyer and what it lacks over all of them, and a neighbour nothing', async () => {
    await save(managed, [ask('SH01', 'VERIFIED'), ask('KN01', 'ATTESTED')]);
    await save(rivals, [ask('KN01', 'ATTESTED')]);
    expect((await files(seller)).map(({ buyer }) => buyer.id).sort()).toEqual([chain.id, rival.id].sort());
    const { readinessGaps } = await seller.query<{
      readinessGaps: { code: string; nextMover: string; buyers: string[]; products: { id: string }[] }[];
    }>('{ readinessGaps { code nextMover buyers products { id } } }');
    expect(readinessGaps[0]).toMatchObject({
      code: 'KN01',
      nextMover: 'SELLER',
      buyers: expect.arrayContaining(['Chuỗi Một', 'Chuỗi Hai']),
    });
    expect(readinessGaps.find(({ code }) => code === 'SH01')!.buyers).toEqual(['Chuỗi Một']);
    const neighbour = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
    expect(await files(neighbour)).toEqual([]);
    const draft = await api.given.product(farm, { status: 'DRAFT' });
    expect(await files(managed, draft.id)).toEqual(await files(managed, randomUUID()));
  });

  it('lays products against lines for the buyer, of one cooperative or of all', async () => {
    await save(managed, [ask('TC01', 'COMPUTED'), ask('KN01', 'ATTESTED')]);
    const other = await api.given.cooperative();
    await api.given.product(other);
    const table = async (sellerOrgId: string | null) =>
      (
        await managed.query<{
          readinessTable: {
            columns: { code: string }[];
            rows: { seller: { id: string }; met: number; cells: { code: string }[] }[];
          };
        }>(
          'query($seller: ID) { readinessTable(sellerOrgId: $seller, first: 100) { columns { code } rows { seller { id } met required cells { code state nextMover } } } }',
          { seller: sellerOrgId },
        )
      ).readinessTable;
    const ofFarm = await table(farm.id);
    expect(ofFarm.columns.map(({ code }) => code)).toEqual(['TC01', 'KN01']);
    expect(new Set(ofFarm.rows.map(({ seller: { id } }) => id))).toEqual(new Set([farm.id]));
    expect((await table(null)).rows.length).toBeGreaterThan(ofFarm.rows.length);
  });

  it('lets a buyer open the scans its list asks for, and no scan with personal data', async () => {
    const picture = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#888' } })
      .jpeg()
      .toBuffer();
    const upload = async () => {
      const boundary = 'b0undary';
      const payload = Buffer.concat([
        Buffer.from(
          `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`,
        ),
        picture,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]);
      const answer = await seller.post('/files', payload, {
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'apollo-require-preflight': 'true',
      });
      return answer.json<{ id: string }>().id;
    };
    const [label, charter] = [await upload(), await upload()];
    await declare({ kind: 'LABEL', productId: product.id, fileId: label });
    await declare({ kind: 'CHARTER', fileId: charter });
    await save(managed, [ask('NH01', 'ATTESTED'), ask('PL02', 'ATTESTED')]);
    await save(rivals, [ask('TC01', 'COMPUTED')]);
    const status = async (client: Client, id: string) => (await client.get(`/files/${id}`)).statusCode;
    expect([await status(managed, label), await status(rivals, label), await status(api.visitor, label)]).toEqual([
      200, 404, 404,
    ]);
    expect([await status(managed, charter), await status(seller, charter)]).toEqual([404, 200]);
    expect((await item('NH01')).scanUrl).toBe(`/files/${label}`);
    expect((await item('PL02')).scanUrl).toBeNull();
  });
});

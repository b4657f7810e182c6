import { randomUUID } from 'node:crypto';
import { addMonths } from '@lienket/domain';
import { DataSource } from 'typeorm';
import { loadReference } from '../../database/seeds/reference/load-reference.js';
import type { Client } from '../../testing/client.js';
import type { Org } from '../../testing/given.js';
import { startApi, type TestApi } from '../../testing/start-api.js';

const TODAY = '2026-08-15';

describe('the register', () => {
  let api: TestApi;
  let farm: Org;
  let director: Client;
  let officer: Client;

  beforeAll(async () => {
    api = await startApi();
    api.clock.set(new Date(`${TODAY}T03:00:00Z`));
    farm = await api.given.cooperative({ name: 'HTX Đặc sản Thử' });
    director = await api.as(await api.given.member(farm, 'SELLER_DIRECTOR'));
    officer = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
  });
  afterAll(() => api.stop());

  const UPDATE = `mutation($input: OrganizationUpdateInput!) { organizationUpdate(input: $input) { __typename ... on DomainError { code field }
    ... on VersionConflict { currentVersion } ... on MyOrganization { phone story memberCount version } } }`;
  const update = async (input: Record<string, unknown>) =>
    (await director.mutate<{ organizationUpdate: Record<string, unknown> }>(UPDATE, input)).organizationUpdate;

  it('lets an organization change its own page, version by version', async () => {
    expect(await update({ version: 1, phone: '0205 3812 345', story: ' Vườn \n\n\n\n đồi ' })).toMatchObject({
      phone: '+842053812345',
      story: 'Vườn \n\n đồi',
      version: 2,
    });
    expect(await update({ version: 1, memberCount: 5 })).toMatchObject({ __typename: 'VersionConflict', currentVersion: 2 });
    expect(await update({ version: 2, phone: '12' })).toMatchObject({
      __typename: 'Refused',
      code: 'PHONE_NOT_VALID',
      field: 'phone',
    });
    expect(await update({ version: 2, phone: null, memberCount: 9 })).toMatchObject({ phone: null, memberCount: 9, version: 3 });
  });

  it('shows bank data to its own people only, and masks the tax code of a household', async () => {
    const home = await api.given.organization('HOUSEHOLD_BUSINESS', { slug: 'ho-thu', taxCode: '000990000999' });
    const page = await api.visitor.query<{ organizationPage: { taxCode: string } }>(
      '{ organizationPage(slug: "ho-thu") { taxCode } }',
    );
    expect(page.organizationPage.taxCode).toBe('•••••••••999');
    const bank = await api.visitor.send('{ organizationPage(slug: "ho-thu") { bankAccountNo } }');
    expect(bank.errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const own = await api.as(await api.given.member(home, 'SELLER_DIRECTOR'));
    const mine = await own.query<{ myOrganization: { id: string; taxCode: string; bankBin: string } }>(
      '{ myOrganization { id taxCode bankBin } }',
    );
    expect(mine.myOrganization).toEqual({ id: home.id, taxCode: '000990000999', bankBin: '970436' });
  });

  it('finds organizations without diacritics, of the kinds asked, and none that ended', async () => {
    const search = async (text: string, kinds: string[] | null = null) =>
      (
        await director.query<{ organizations: { name: string }[] }>(
          'query($s: String, $kinds: [OrganizationKind!]) { organizations(search: $s, kinds: $kinds) { name } }',
          { s: text, kinds },
        )
      ).organizations.map(({ name }) => name);
    expect(await search('dac san thu')).toEqual(['HTX Đặc sản Thử']);
    expect(await search('THỬ đặc')).toEqual(['HTX Đặc sản Thử']);
    expect(await search('dac san', ['RETAILER'])).toEqual([]);
    expect(await search('ke hoach va dau tu')).toEqual([]);
    expect(await search('vccu', ['COOPERATIVE_UNION'])).toEqual(['Liên hiệp Hợp tác xã tiêu dùng Việt Nam']);
    const visitor = await api.visitor.send('{ organizations { id } }');
    expect(visitor.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('adds places a driver can find', async () => {
    const add = async (input: Record<string, unknown>) =>
      (
        await director.mutate<{ locationAdd: Record<string, unknown> }>(
          'mutation($input: LocationAddInput!) { locationAdd(input: $input) { __typename ... on DomainError { code field } ... on Location { name } } }',
          { kind: 'WAREHOUSE', name: 'Kho lạnh', address: 'Thôn Mẫu', ...input },
        )
      ).locationAdd;
    expect(await add({ communeCode: '06463' })).toMatchObject({ __typename: 'Location', name: 'Kho lạnh' });
    expect(await add({ kind: 'MOON' })).toMatchObject({ code: 'LOCATION_KIND_UNKNOWN', field: 'kind' });
    expect(await add({ address: ' ' })).toMatchObject({ code: 'LOCATION_ADDRESS_MISSING', field: 'address' });
    expect(await add({ communeCode: '187' })).toMatchObject({ code: 'COMMUNE_UNKNOWN', field: 'communeCode' });
  });

  describe('of certificates', () => {
    interface Answer {
      __typename: string;
      id: string;
      code?: string;
      field?: string;
      state?: string;
      expiresOn?: string;
    }
    const FIELDS = '__typename ... on DomainError { code field } ... on Certificate { id state expiresOn stars }';
    const declare = async (input: Record<string, unknown>, client = director) =>
      (
        await client.mutate<{ certificateDeclare: Answer }>(
          `mutation($input: CertificateDeclareInput!) { certificateDeclare(input: $input) { ${FIELDS} } }`,
          input,
        )
      ).certificateDeclare;
    const verify = (client: Client, id: string, clientKey: string = randomUUID()) =>
      client.send<{ certificateVerify: Answer }>(
        `mutation($key: String!, $id: ID!) { certificateVerify(clientKey: $key, id: $id) { ${FIELDS} } }`,
        { key: clientKey, id },
      );
    const starsOf = async (slug: string) => {
      const { product, catalog } = await api.visitor.query<{
        product: { stars: number | null; certificates: { kind: string }[] };
        catalog: { edges: { node: { slug: string; stars: number | null } }[] };
      }>(
        'query($slug: String!) { product(slug: $slug) { stars certificates { kind } } catalog(first: 100) { edges { node { slug stars } } } }',
        {
          slug,
        },
      );
      return [product.stars, product.certificates.length, catalog.edges.find(({ node }) => node.slug === slug)!.node.stars];
    };

    it('shows a star only after the Alliance has seen the paper, for 36 months', async () => {
      const { id: productId, slug } = await api.given.product(farm);
      const issuedOn = addMonths(TODAY, -10);
      const declared = await declare({ productId, kind: 'OCOP', stars: 4, issuedOn, expiresOn: '2099-01-01', number: 'QĐ thử' });
      expect(declared).toMatchObject({ state: 'DECLARED', expiresOn: addMonths(issuedOn, 36) });
      expect(await starsOf(slug)).toEqual([null, 0, null]);
      const waiting = await officer.query<{ certificatesToVerify: { id: string }[] }>('{ certificatesToVerify { id } }');
      expect(waiting.certificatesToVerify.map(({ id }) => id)).toContain(declared.id);
      const key = randomUUID();
      expect((await verify(officer, declared.id, key)).data!.certificateVerify).toMatchObject({ state: 'VALID' });
      expect((await verify(officer, declared.id, key)).data!.certificateVerify).toMatchObject({ state: 'VALID' });
      expect((await verify(officer, declared.id)).data!.certificateVerify).toMatchObject({ code: 'CERTIFICATE_NOT_WAITING' });
      await api.drainJobs();
      expect(await starsOf(slug)).toEqual([4, 1, 4]);
      api.clock.set(new Date(`${addMonths(issuedOn, 36)}T17:00:00Z`));
      expect(await starsOf(slug)).toEqual([null, 0, null]);
      const own = await director.query<{ myOrganization: { certificates: { id: string; state: string }[] } }>(
        '{ myOrganization { certificates { id state } } }',
      );
      expect(own.myOrganization.certificates).toContainEqual({ id: declared.id, state: 'EXPIRED' });
      api.clock.set(new Date(`${TODAY}T03:00:00Z`));
    });

    it('refuses what no certificate can say', async () => {
      const { id: productId } = await api.given.product(farm);
      const ocop = { productId, kind: 'OCOP', stars: 3, issuedOn: '2026-01-01' };
      const cases: [Record<string, unknown>, string, string][] = [
        [{ ...ocop, kind: 'BEST_OF_ALL' }, 'CERTIFICATE_KIND_UNKNOWN', 'kind'],
        [{ ...ocop, stars: 2 }, 'STARS_NOT_VALID', 'stars'],
        [{ ...ocop, stars: null }, 'STARS_NOT_VALID', 'stars'],
        [{ ...ocop, kind: 'VIETGAP' }, 'STARS_ONLY_FOR_OCOP', 'stars'],
        [{ ...ocop, productId: null }, 'CERTIFICATE_NEEDS_PRODUCT', 'productId'],
        [{ ...ocop, issuedOn: '2026-08-16' }, 'ISSUED_IN_FUTURE', 'issuedOn'],
        [{ ...ocop, issuedOn: '2018-05-06' }, 'OCOP_NOT_YET', 'issuedOn'],
        [{ kind: 'VIETGAP', issuedOn: '2026-01-01', expiresOn: '2026-01-01' }, 'EXPIRES_BEFORE_ISSUE', 'expiresOn'],
      ];
      for (const [input, code, field] of cases)
        expect(await declare(input)).toMatchObject({ __typename: 'Refused', code, field });
    });

    it('is for the products of one’s own organization, and verified by the Alliance alone', async () => {
      const stranger = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
      const { id: productId } = await api.given.product(farm);
      await expect(declare({ productId, kind: 'OCOP', stars: 3, issuedOn: '2026-01-01' }, stranger)).rejects.toThrow('NOT_FOUND');
      const { id } = await declare({ kind: 'VIETGAP', issuedOn: '2026-01-01' });
      expect((await verify(director, id)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await verify(officer, randomUUID())).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    });
  });

  describe('at its start', () => {
    it('loads the same facts again without a change', async () => {
      const count = () =>
        api.sql(`select (select count(*) from administrative_unit) as units, (select count(*) from organization) as organizations,
          (select count(*) from event_fact) as facts, (select count(*) from booth) as booths, (select count(*) from legal_parameter) as parameters,
          (select md5(string_agg(id::text, '' order by id)) from organization) as ids`);
      const before = await count();
      await loadReference(api.app.get(DataSource));
      expect(await count()).toEqual(before);
    });

    it('knows 65 communes of today and 11 districts that ended, each commune with its former district', async () => {
      const { communes, districts } = await api.visitor.query<{
        communes: { formerDistrictCode: string; validTo: null }[];
        districts: { code: string; validTo: string }[];
      }>(`{ communes: administrativeUnits(level: "COMMUNE") { formerDistrictCode validTo }
            districts: administrativeUnits(level: "DISTRICT") { code validTo } }`);
      expect([communes.length, districts.length]).toEqual([65, 11]);
      expect(new Set(districts.map(({ validTo }) => validTo))).toEqual(new Set(['2025-06-30']));
      const codes = new Set(districts.map(({ code }) => code));
      expect(communes.every(({ formerDistrictCode, validTo }) => codes.has(formerDistrictCode) && validTo === null)).toBe(true);
    });

    it('names the successor of a merged department', async () => {
      const { organizationPage } = await api.visitor.query<{ organizationPage: Record<string, unknown> }>(
        '{ organizationPage(slug: "so-ke-hoach-va-dau-tu") { name successorName isDemo taxCode products { id } } }',
      );
      expect(organizationPage).toMatchObject({
        successorName: 'Sở Tài chính tỉnh Lạng Sơn',
        isDemo: false,
        taxCode: null,
        products: [],
      });
    });

    it('holds no trade, person, account or tax code of a real body', async () => {
      const rows = await api.sql(
        `select slug from organization where source_note is not null and
          (tax_code is not null or bank_account_no is not null or phone is not null or legal_representative is not null or is_demo)`,
      );
      expect(rows).toEqual([]);
      const names = await api.sql(`select 1 from organization where source_note is not null and name ~* 'Lua Vy|Lãng Thị Thơ'`);
      expect(names).toEqual([]);
    });
  });
});

import { randomUUID } from 'node:crypto';
import type { Client } from '../../../testing/client.js';
import type { Org } from '../../../testing/given.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';

interface Standing {
  __typename: string;
  id: string;
  status: string;
  statusReason: string | null;
  version: number;
  code?: string;
  field?: string;
  message?: string;
}

const FULL = {
  taxCode: '4990000019',
  registrationNo: '4990000019',
  legalRepresentative: 'Người Mẫu',
  phone: '+84912000001',
  communeCode: '06463',
};

describe('the life of an organization', () => {
  let api: TestApi;
  let officer: Client;
  let colleague: Client;
  let leader: Client;

  beforeAll(async () => {
    api = await startApi();
    const alliance = await api.given.alliance();
    officer = await api.as(await api.given.member(alliance, 'ALLIANCE_OFFICER'));
    colleague = await api.as(await api.given.member(alliance, 'ALLIANCE_OFFICER'));
    leader = await api.as(await api.given.member(alliance, 'ALLIANCE_LEADER'));
  });
  afterAll(() => api.stop());

  const versionOf = async (org: Org) =>
    (await api.sql<{ version: number }>('select version from organization where id = $1', [org.id]))[0]!.version;
  const step = async (client: Client, action: string, org: Org, more: Record<string, unknown> = {}): Promise<Standing> => {
    const type = action === 'Verify' ? 'OrganizationVerifyInput' : 'OrganizationStepInput';
    const extra = action === 'Verify' ? { method: 'PAPERS' } : {};
    const data = await client.mutate<Record<string, Standing>>(
      `mutation($input: ${type}!) { organization${action}(input: $input) { __typename ... on DomainError { code field message }
        ... on OrganizationStanding { id status statusReason version } } }`,
      { id: org.id, version: await versionOf(org), ...extra, ...more },
    );
    return data[`organization${action}`]!;
  };
  const director = async (org: Org) => api.as(await api.given.member(org, 'SELLER_DIRECTOR'));
  let codes = 0;
  const codeOf = () =>
    ['4990000026', '4990000033', '4990000040', '4990000058', '4990000065', '4990000072', '4990000097'][codes++]!;

  it('goes from draft through a return with a reason to active, each by the right side', async () => {
    const org = await api.given.cooperative({ status: 'DRAFT', ...FULL });
    const own = await director(org);
    expect(await step(own, 'Submit', org)).toMatchObject({ status: 'PENDING' });
    expect(await step(officer, 'Return', org)).toMatchObject({ code: 'REASON_MISSING', field: 'reason' });
    expect(await step(officer, 'Return', org, { reason: 'Ảnh giấy mờ' })).toMatchObject({
      status: 'DRAFT',
      statusReason: 'Ảnh giấy mờ',
    });
    expect(await step(own, 'Submit', org)).toMatchObject({ status: 'PENDING', statusReason: null });
    expect(await step(officer, 'Verify', org, { method: 'REGISTER_LOOKUP' })).toMatchObject({ status: 'ACTIVE' });
    const [row] = await api.sql<Record<string, unknown>>(
      'select verification_method, verified_at is not null as at, verified_by is not null as by from organization where id = $1',
      [org.id],
    );
    expect(row).toEqual({ verification_method: 'REGISTER_LOOKUP', at: true, by: true });
    const { organizationFile } = await officer.query<{
      organizationFile: { history: { action: string; reason: string | null }[] };
    }>('query($id: ID!) { organizationFile(id: $id) { history { action reason } } }', { id: org.id });
    expect(organizationFile.history.map(({ action }) => action)).toEqual([
      'organization.verify',
      'organization.submit',
      'organization.return',
      'organization.submit',
    ]);
    expect(organizationFile.history[2]!.reason).toBe('Ảnh giấy mờ');
    await api.drainJobs();
    const told = await api.sql<{ kind: string }>('select distinct kind from notification where org_id = $1 order by kind', [
      org.id,
    ]);
    expect(told.map(({ kind }) => kind)).toEqual(['organization.returned', 'organization.verified']);
  });

  it('waits until the papers can be compared at all, and names what is missing', async () => {
    const org = await api.given.cooperative({ status: 'DRAFT', taxCode: codeOf() });
    const refused = await step(await director(org), 'Submit', org);
    expect(refused).toMatchObject({ code: 'PROFILE_INCOMPLETE' });
    expect(refused.message).toContain('người đại diện');
  });

  it('may be sent by an officer for a cooperative, who then does not verify it herself', async () => {
    const org = await api.given.cooperative({ status: 'DRAFT', ...FULL, taxCode: codeOf() });
    expect(await step(officer, 'Submit', org)).toMatchObject({ status: 'PENDING' });
    expect(await step(officer, 'Verify', org)).toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
    expect(await step(colleague, 'Verify', org)).toMatchObject({ status: 'ACTIVE' });
    const [row] = await api.sql<{ behalf: boolean }>(
      `select (data ->> 'onBehalf')::boolean as behalf from audit_event where entity_id = $1 and action = 'organization.submit'`,
      [org.id],
    );
    expect(row).toEqual({ behalf: true });
  });

  it('is verified once when two officers press at the same moment', async () => {
    const org = await api.given.cooperative({ status: 'PENDING', ...FULL, taxCode: codeOf() });
    const version = await versionOf(org);
    const answers = await Promise.all([step(officer, 'Verify', org, { version }), step(colleague, 'Verify', org, { version })]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['OrganizationStanding', 'VersionConflict']);
    const rows = await api.sql(`select 1 from audit_event where entity_id = $1 and action = 'organization.verify'`, [org.id]);
    expect(rows).toHaveLength(1);
  });

  it('answers a repeated step from its key without a second effect', async () => {
    const org = await api.given.cooperative({ status: 'PENDING', ...FULL, taxCode: codeOf() });
    const version = await versionOf(org);
    const clientKey = randomUUID();
    const first = await step(officer, 'Verify', org, { clientKey, version });
    expect(await step(officer, 'Verify', org, { clientKey, version })).toEqual(first);
  });

  it('never gives two living organizations one tax code', async () => {
    const taxCode = codeOf();
    await api.given.cooperative({ taxCode, name: 'HTX Đã có mã' });
    const double = await api.given.cooperative({ status: 'PENDING', ...FULL, taxCode });
    const refused = await step(officer, 'Verify', double);
    expect(refused).toMatchObject({ code: 'TAX_CODE_TAKEN' });
    expect(refused.message).toContain('HTX Đã có mã');
  });

  it('does not take steps that its state does not know', async () => {
    const org = await api.given.cooperative();
    expect(await step(leader, 'Restore', org)).toMatchObject({ code: 'STEP_NOT_POSSIBLE' });
    expect(await step(officer, 'Verify', org)).toMatchObject({ code: 'STEP_NOT_POSSIBLE' });
  });

  it('takes a suspended seller out of the catalogue and refuses orders, and gives both back', async () => {
    const seller = await api.given.cooperative({ ...FULL, taxCode: null });
    const product = await api.given.product(seller);
    const shop = await api.given.retailer();
    const locationId = await api.given.location(shop);
    const buyer = await api.as(await api.given.member(shop, 'BUYER_MANAGER'));
    const inCatalog = async () => {
      const { catalog } = await api.visitor.query<{ catalog: { edges: { node: { slug: string } }[] } }>(
        '{ catalog(first: 100) { edges { node { slug } } } }',
      );
      return catalog.edges.some(({ node }) => node.slug === product.slug);
    };
    const order = async () =>
      (
        await buyer.mutate<{ orderPlace: { __typename: string; code?: string } }>(
          'mutation($input: OrderPlaceInput!) { orderPlace(input: $input) { __typename ... on DomainError { code } } }',
          {
            sellerOrgId: seller.id,
            deliveryLocationId: locationId,
            requestedOn: '2099-01-01',
            lines: [{ productId: product.id, qty: '10' }],
          },
        )
      ).orderPlace;
    const page = async () =>
      (await api.visitor.query<{ product: unknown }>('query($s: String!) { product(slug: $s) { id } }', { s: product.slug }))
        .product;
    expect(await inCatalog()).toBe(true);
    const forbidden = await officer.send(
      'mutation($input: OrganizationStepInput!) { organizationSuspend(input: $input) { __typename } }',
      {
        input: { clientKey: randomUUID(), id: seller.id, version: 1, reason: 'x' },
      },
    );
    expect(forbidden.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await step(leader, 'Suspend', seller, { reason: 'Giấy ATTP bị thu hồi' })).toMatchObject({ status: 'SUSPENDED' });
    await api.drainJobs();
    expect(await inCatalog()).toBe(false);
    expect(await page()).toBeNull();
    expect(await order()).toMatchObject({ code: 'SELLER_NOT_ACTIVE' });
    expect(await step(leader, 'Restore', seller)).toMatchObject({ status: 'ACTIVE' });
    await api.drainJobs();
    expect(await inCatalog()).toBe(true);
    expect((await order()).code).not.toBe('SELLER_NOT_ACTIVE');
  });

  it("is nobody's business outside: a stranger's id is no id, and the files are the Alliance's", async () => {
    const org = await api.given.cooperative({ status: 'DRAFT' });
    const stranger = await director(await api.given.cooperative());
    const submit = (id: string) =>
      stranger.send('mutation($input: OrganizationStepInput!) { organizationSubmit(input: $input) { __typename } }', {
        input: { clientKey: randomUUID(), id, version: 1 },
      });
    const [foreign, missing] = await Promise.all([submit(org.id), submit(randomUUID())]);
    expect(foreign.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(missing.errors).toEqual(foreign.errors);
    const file = await stranger.send('query($id: ID!) { organizationFile(id: $id) { id } }', { id: org.id });
    expect(file.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('keeps what was compared with the papers from its own people, and lets the Alliance put it right', async () => {
    const org = await api.given.cooperative({ status: 'PENDING', ...FULL, taxCode: codeOf() });
    await step(officer, 'Verify', org);
    const own = await director(org);
    const update = async (input: Record<string, unknown>) =>
      (
        await own.mutate<{ organizationUpdate: { code?: string; website?: string; version?: number } }>(
          'mutation($input: OrganizationUpdateInput!) { organizationUpdate(input: $input) { ... on DomainError { code } ... on MyOrganization { website version } } }',
          { version: await versionOf(org), ...input },
        )
      ).organizationUpdate;
    expect(await update({ name: 'Tên khác' })).toEqual({ code: 'IDENTITY_COMPARED' });
    expect(await update({ website: 'htxmau.vn', email: 'Lien.He@HtxMau.vn' })).toMatchObject({ website: 'https://htxmau.vn' });
    expect(await update({ website: 'javascript:alert(1)' })).toEqual({ code: 'WEBSITE_NOT_VALID' });
    expect(await update({ charterCapital: '-1' })).toEqual({ code: 'CAPITAL_NOT_VALID' });
    const correct = async (input: Record<string, unknown>) =>
      (
        await officer.mutate<{ organizationCorrect: Standing }>(
          'mutation($input: OrganizationCorrectInput!) { organizationCorrect(input: $input) { __typename ... on DomainError { code field } } }',
          { id: org.id, version: await versionOf(org), reason: 'Theo giấy đăng ký thay đổi lần 2', ...input },
        )
      ).organizationCorrect;
    expect(await correct({ taxCode: '4990000018' })).toMatchObject({ code: 'TAX_CODE_NOT_VALID', field: 'taxCode' });
    expect(await correct({ name: 'HTX Tên mới', reason: ' ' })).toMatchObject({ code: 'REASON_MISSING' });
    expect(await correct({ name: 'HTX Tên mới' })).toMatchObject({ __typename: 'OrganizationStanding' });
    const [row] = await api.sql('select name from organization where id = $1', [org.id]);
    expect(row).toEqual({ name: 'HTX Tên mới' });
  });
});

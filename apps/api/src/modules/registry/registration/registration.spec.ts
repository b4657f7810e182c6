import { randomUUID } from 'node:crypto';
import { startApi, type TestApi } from '../../../testing/start-api.js';

const PASSWORD = 'đồi na chín tháng tám';
const REGISTER = `mutation($input: OrganizationRegisterInput!) { organizationRegister(input: $input) { __typename
  ... on DomainError { code field } ... on RegistrationReceived { name organizationId } } }`;

type Received = { __typename: string; code?: string; field?: string; name?: string; organizationId?: string | null };

describe('registering an organization', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  const form = (more: Record<string, unknown> = {}) => ({
    kind: 'COOPERATIVE',
    name: 'Hợp tác xã Đăng ký mới',
    taxCode: '4990000107',
    communeCode: '06463',
    fullName: 'Hoàng Thị Mẫu',
    email: 'chi.mau@example.vn',
    password: PASSWORD,
    consent: true,
    ...more,
  });
  const register = async (more: Record<string, unknown> = {}, client = api.visitor) =>
    (await client.mutate<{ organizationRegister: Received }>(REGISTER, form(more))).organizationRegister;
  const signIn = async (login: string, password: string) => {
    const response = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json' },
      payload: {
        query:
          'mutation($input: SignInInput!) { signIn(input: $input) { __typename ... on Me { organization { name } roles } } }',
        variables: { input: { login, password } },
      },
    });
    return response.json().data.signIn;
  };

  it('gives a visitor a draft that she directs, and an account to sign in with', async () => {
    expect(await register()).toEqual({
      __typename: 'RegistrationReceived',
      name: 'Hợp tác xã Đăng ký mới',
      organizationId: null,
    });
    expect(await signIn('chi.mau@example.vn', PASSWORD)).toMatchObject({
      organization: { name: 'Hợp tác xã Đăng ký mới' },
      roles: ['SELLER_DIRECTOR'],
    });
    const [row] = await api.sql(
      `select o.status, o.legacy_district_code, o.email, e.data ->> 'consent' is not null as consented from organization o
       join audit_event e on e.entity_id = o.id and e.action = 'organization.register' where o.name = 'Hợp tác xã Đăng ký mới'`,
    );
    expect(row).toEqual({ status: 'DRAFT', legacy_district_code: '187', email: 'chi.mau@example.vn', consented: true });
    const page = await api.visitor.query<{ catalog: { totalCount: number } }>('{ catalog { totalCount } }');
    expect(page.catalog.totalCount).toBe(0);
  });

  it('answers alike for an address that is known, makes nothing, and tells only its owner', async () => {
    const before = await api.sql('select id from organization');
    expect(await register({ name: 'HTX Của kẻ lạ', password: 'một câu khác hẳn vậy' })).toEqual({
      __typename: 'RegistrationReceived',
      name: 'HTX Của kẻ lạ',
      organizationId: null,
    });
    expect(await api.sql('select id from organization')).toHaveLength(before.length);
    await api.drainJobs();
    expect(await signIn('chi.mau@example.vn', 'một câu khác hẳn vậy')).toEqual({ __typename: 'Refused' });
  });

  it('gives the owner of an account a second organization when she knows the password', async () => {
    await register({ name: 'HTX Thứ hai của chị', taxCode: '4990000114' });
    const seats = await api.sql(
      `select 1 from membership m join app_user u on u.id = m.user_id where u.email = 'chi.mau@example.vn'`,
    );
    expect(seats).toHaveLength(2);
  });

  it('takes a code that is already known: an officer sees the double, the visitor learns nothing', async () => {
    await api.given.organization('HOUSEHOLD_BUSINESS', { taxCode: '000990000123' });
    const answer = await register({
      kind: 'HOUSEHOLD_BUSINESS',
      taxCode: '000990000123',
      email: 'khac@example.vn',
      name: 'Hộ Mẫu',
    });
    expect(answer.__typename).toBe('RegistrationReceived');
  });

  it.each([
    [{ kind: 'ALLIANCE' }, 'KIND_NOT_REGISTRABLE', 'kind'],
    [{ name: ' ' }, 'NAME_MISSING', 'name'],
    [{ taxCode: '4990000108' }, 'TAX_CODE_NOT_VALID', 'taxCode'],
    [{ taxCode: '000990000123' }, 'TAX_CODE_NOT_VALID', 'taxCode'],
    [{ kind: 'HOUSEHOLD_BUSINESS', taxCode: '12345' }, 'HOUSEHOLD_CODE_NOT_VALID', 'taxCode'],
    [{ taxCode: null }, 'TAX_CODE_MISSING', 'taxCode'],
    [{ communeCode: '187' }, 'COMMUNE_UNKNOWN', 'communeCode'],
    [{ communeCode: '' }, 'COMMUNE_MISSING', 'communeCode'],
    [{ fullName: '' }, 'FULL_NAME_MISSING', 'fullName'],
    [{ email: null, phone: null }, 'CONTACT_MISSING', 'phone'],
    [{ email: 'chị mẫu' }, 'EMAIL_NOT_VALID', 'email'],
    [{ phone: '12' }, 'PHONE_NOT_VALID', 'phone'],
    [{ password: 'ngắn' }, 'PASSWORD_TOO_SHORT', 'password'],
    [{ password: 'Hoàng Thị Mẫu 1' }, 'PASSWORD_EASY', 'password'],
    [{ consent: false }, 'CONSENT_MISSING', 'consent'],
  ])('refuses %j beside its field', async (patch, code, field) => {
    expect(await register({ email: `moi-${randomUUID()}@example.vn`, ...patch })).toMatchObject({ code, field });
  });

  it('gives a signed-in person a draft at once, and an officer one without a seat in it', async () => {
    const person = await api.given.member(await api.given.retailer(), 'BUYER');
    const own = await register({ fullName: null, email: null, password: null, name: 'HTX Của người quen' }, await api.as(person));
    expect(own.organizationId).toEqual(expect.any(String));
    const seats = await api.sql('select roles from membership where user_id = $1 and org_id = $2', [
      person.userId,
      own.organizationId,
    ]);
    expect(seats).toEqual([{ roles: ['SELLER_DIRECTOR'] }]);
    const officer = await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER');
    const assisted = await register({ name: 'HTX Nhờ cán bộ' }, await api.as(officer));
    expect(await api.sql('select 1 from membership where org_id = $1', [assisted.organizationId])).toEqual([]);
  });

  it('makes an address that registers without end wait', async () => {
    const answers: (string | undefined)[] = [];
    for (let count = 0; count < 25 && answers.at(-1) !== 'TOO_MANY_REGISTRATIONS'; count += 1) {
      answers.push((await register({ communeCode: 'x', email: `lan-${count}@example.vn` })).code);
    }
    expect(answers.at(-1)).toBe('TOO_MANY_REGISTRATIONS');
  });
});

import { startApi, type TestApi } from '../../testing/start-api.js';
import { hashPassword } from './passwords.js';

const SIGN_IN = `mutation($input: SignInInput!) { signIn(input: $input) { __typename ... on Me { fullName workplace } ... on DomainError { code message field } } }`;

describe('sessions', () => {
  let api: TestApi;
  let login: { email: string; phone: string; userId: string; orgId: string };
  beforeAll(async () => {
    api = await startApi();
    const org = await api.given.cooperative();
    const person = await api.given.member(org, 'SELLER_DIRECTOR');
    login = { email: 'giam-doc@example.vn', phone: '+84912000111', userId: person.userId, orgId: org.id };
    await api.sql('update app_user set email = $2, phone = $3, password_hash = $4 where id = $1', [
      login.userId,
      login.email,
      login.phone,
      await hashPassword('mật khẩu đủ dài'),
    ]);
  });
  afterAll(() => api.stop());

  const signIn = async (name: string, password: string, headers: Record<string, string> = {}) => {
    const response = await api.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...headers },
      payload: { query: SIGN_IN, variables: { input: { login: name, password } } },
    });
    return { body: response.json(), cookie: String(response.headers['set-cookie'] ?? '') };
  };

  it('opens with an e-mail or a phone however it is typed, into an HttpOnly cookie', async () => {
    for (const name of ['giam-doc@example.vn', ' GIAM-DOC@example.vn ', '0912 000 111', '+84912000111']) {
      const { body, cookie } = await signIn(name, 'mật khẩu đủ dài');
      expect(body.data.signIn).toMatchObject({ __typename: 'Me', workplace: 'SELLER' });
      expect(cookie).toMatch(/HttpOnly/);
      expect(cookie).toMatch(/SameSite=Lax/);
    }
  });

  it('stores only the hash of the token', async () => {
    const { cookie } = await signIn(login.email, 'mật khẩu đủ dài');
    const token = /lk_session=([^;]+)/.exec(cookie)![1]!;
    const rows = await api.sql('select 1 from session where token_hash = $1', [token]);
    expect(rows).toEqual([]);
  });

  it('answers an unknown name and a wrong password alike', async () => {
    const unknown = await signIn('khong-co@example.vn', 'mật khẩu đủ dài');
    const wrong = await signIn(login.phone, 'sai');
    expect(wrong.body.data.signIn).toEqual(unknown.body.data.signIn);
    expect(wrong.body.data.signIn).toMatchObject({ __typename: 'Refused', code: 'LOGIN_UNKNOWN', field: 'login' });
    expect(wrong.cookie).toBe('');
  });

  it('makes the sixth wrong try wait', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) await signIn('thu-nhieu@example.vn', `sai ${attempt}`);
    const { body } = await signIn('thu-nhieu@example.vn', 'sai nữa');
    expect(body.data.signIn).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
  });

  it('ends at once everywhere, and when the membership ends', async () => {
    const org = await api.given.cooperative();
    const person = await api.given.member(org, 'SELLER_STAFF');
    const [phone, laptop] = [await api.as(person), await api.as(person)];
    await phone.query('mutation { signOutEverywhere }');
    expect(await laptop.query('{ me { userId } }')).toEqual({ me: null });
    const other = await api.given.member(org, 'SELLER_STAFF');
    const client = await api.as(other);
    await api.sql('update membership set ended_at = now() where user_id = $1', [other.userId]);
    expect(await client.query('{ me { userId } }')).toEqual({ me: null });
  });

  it('switches only to an organization of one’s own', async () => {
    const person = await api.given.member(await api.given.cooperative(), 'SELLER_STAFF');
    const stranger = await api.given.cooperative();
    const client = await api.as(person);
    const switchTo = (orgId: string) =>
      client.send(`mutation($id: ID!) { switchOrganization(orgId: $id) { __typename } }`, { id: orgId });
    const foreign = await switchTo(stranger.id);
    const missing = await switchTo('01900000-0000-7000-8000-000000000000');
    expect(foreign.errors![0]!.extensions.code).toBe('NOT_FOUND');
    expect(foreign).toEqual(missing);
  });

  it('refuses a write that comes from another site', async () => {
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }, { origin: 'null' }]) {
      const { body } = await signIn(login.email, 'mật khẩu đủ dài', { ...headers } as unknown as Record<string, string>);
      expect(body.code).toBe('FOREIGN_ORIGIN');
    }
  });
});

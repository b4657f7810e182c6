import { SqlPool } from '../database/sql-pool.js';
import { startApi, type TestApi } from '../../testing/start-api.js';

const PAGE = 'query Page($after: String) { catalog(first: 2, after: $after) { totalCount edges { cursor node { slug } } } }';
const ME = '{ me { userId } }';
const MINE = '{ myOrganization { id } }';

describe('a query that comes again and again', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
    const seller = await api.given.organization('COOPERATIVE');
    for (let count = 0; count < 3; count += 1) await api.given.product(seller);
  });
  afterAll(() => api.stop());

  const post = (payload: object | string, headers: Record<string, string> = {}) =>
    api.app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', ...headers }, payload });
  const six = async (payload: object) => {
    const answers = [];
    for (let time = 0; time < 6; time += 1) answers.push(await post(payload));
    return answers;
  };

  it('is answered with the same bytes and headers as the first time', async () => {
    const [first, ...later] = await six({ query: PAGE });
    expect(first!.json().data.catalog).toMatchObject({ totalCount: 3, edges: [{}, {}] });
    for (const answer of later) {
      expect(answer.body).toBe(first!.body);
      expect({ ...answer.headers, date: '' }).toEqual({ ...first!.headers, date: '' });
    }
  });

  it('speaks for the person of each request', async () => {
    const buyer = await api.given.member(await api.given.organization('RETAILER'));
    const member = await api.as(buyer);
    await six({ query: ME });
    for (let time = 0; time < 4; time += 1) {
      expect(await member.query<{ me: { userId: string } }>(ME)).toEqual({ me: { userId: buyer.userId } });
      expect(await api.visitor.query(ME)).toEqual({ me: null });
    }
  });

  it('refuses visitors as it did the first time, also after a member has asked', async () => {
    const member = await api.as(await api.given.member(await api.given.organization('RETAILER')));
    for (let time = 0; time < 5; time += 1) await member.query(MINE);
    const answers = await six({ query: MINE });
    for (const answer of answers) expect(answer.json().errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  it('words wrong variables and wrong cursors as it did the first time', async () => {
    await six({ query: PAGE });
    for (const [after, message] of [
      [5, /got invalid value 5/],
      ['x', /Trang này không còn/],
    ] as const) {
      const { errors } = (await post({ query: PAGE, variables: { after } })).json();
      expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  it('masks what went wrong inside', async () => {
    await six({ query: PAGE });
    const pool = api.app.get(SqlPool, { strict: false });
    const rows = pool.rows;
    pool.rows = () => Promise.reject(new Error('a secret of the database'));
    try {
      const answer = await post({ query: PAGE });
      expect(answer.body).not.toContain('secret');
      expect(answer.json().errors).toMatchObject([{ path: ['catalog'], extensions: { code: 'INTERNAL' } }]);
    } finally {
      pool.rows = rows;
    }
  });

  it('is still refused in a form that a foreign page could send', async () => {
    await six({ query: PAGE });
    const answer = await post(new URLSearchParams({ query: PAGE }).toString(), {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('CSRF');
  });

  it('gets the content type that its reader accepts', async () => {
    const accept = 'application/graphql-response+json';
    for (let time = 0; time < 5; time += 1) {
      expect((await post({ query: PAGE }, { accept })).headers['content-type']).toContain(accept);
      expect((await post({ query: PAGE })).headers['content-type']).toContain('application/json');
    }
  });

  it('travels packed when long and when its reader can unpack', async () => {
    const long = `{ catalog(first: 3) { edges { node { ${Array.from({ length: 25 }, (_, at) => `a${at}: id`).join(' ')} } } } }`;
    for (let time = 0; time < 5; time += 1) {
      expect((await post({ query: long }, { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip');
      expect((await post({ query: long })).headers['content-encoding']).toBeUndefined();
    }
  });
});

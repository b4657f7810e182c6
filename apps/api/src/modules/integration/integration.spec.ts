import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Client } from '../../testing/client.js';
import { aBill } from '../../testing/bill.js';
import { aDeal, type Deal, inDays, orderAct, placeInput } from '../../testing/deal.js';
import { startApi, type TestApi } from '../../testing/start-api.js';
import { endpointUrl, isPrivate } from './webhook/safe-address.js';

interface Heard {
  readonly body: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

describe('partner programs', () => {
  let api: TestApi;
  let deal: Deal;
  beforeAll(async () => {
    api = await startApi();
  });
  beforeEach(async () => {
    deal = await aDeal(api);
  });
  afterAll(() => api.stop());

  const act = async <T>(client: Client, name: string, type: string, result: string, fields: string, input: object) =>
    (
      await client.mutate<Record<string, T & { code?: string }>>(
        `mutation($input: ${type}!) { ${name}(input: $input) { ... on DomainError { code } ... on ${result} { ${fields} } } }`,
        input as Record<string, unknown>,
      )
    )[name]!;
  const aKey = (client: Client, scopes: string[], more: object = {}) =>
    act<{ id: string; key: string; prefix: string }>(
      client,
      'apiTokenCreate',
      'ApiTokenCreateInput',
      'ApiToken',
      'id key prefix',
      {
        name: 'ERP',
        scopes,
        ...more,
      },
    );
  const ask = async (key: string, query: string, variables: object = {}) => {
    const response = await api.visitor.post('/partner/graphql', Buffer.from(JSON.stringify({ query, variables })), {
      'content-type': 'application/json',
      authorization: `Bearer ${key}`,
    });
    return {
      status: response.statusCode,
      retryAfter: response.headers['retry-after'],
      body: response.json<{ data?: Record<string, unknown>; errors?: { message: string; extensions: { code: string } }[] }>(),
    };
  };
  const ORDERS = '{ orders { edges { node { id number } } } }';

  describe('with a key', () => {
    it('see their own organization and nothing else; the key is shown once and kept as a hash', async () => {
      const mine = await orderAct(deal.buys, 'orderPlace', placeInput(api, deal, '100'));
      const { id, key, prefix } = await aKey(deal.buys, ['orders:read']);
      const { status, body } = await ask(key, ORDERS);
      expect(status).toBe(200);
      expect(JSON.stringify(body.data)).toContain(mine.id);
      const stranger = await aDeal(api);
      const foreign = await orderAct(stranger.buys, 'orderPlace', placeInput(api, stranger, '100'));
      const query = 'query($id: ID!) { order(id: $id) { id } }';
      expect((await ask(key, query, { id: foreign.id })).body.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      const { apiTokens } = await deal.buys.query<{
        apiTokens: { key: string | null; prefix: string; lastUsedAt: string | null }[];
      }>('{ apiTokens { key prefix lastUsedAt } }');
      expect(apiTokens).toMatchObject([{ key: null, prefix }]);
      expect(apiTokens[0]!.lastUsedAt).not.toBeNull();
      const [stored] = await api.sql<{ row: string }>('select t::text as row from api_token t where id = $1', [id]);
      expect(stored!.row).not.toContain(key.slice(11));
    });

    it('do no more than its scopes say, however deep they ask', async () => {
      const bill = await aBill(api, deal);
      const reads = await aKey(deal.buys, ['orders:read']);
      const nested = `query($id: ID!) { order(id: $id) { id paymentRequests { total } } }`;
      const codeOf = async (key: string, query: string, variables: object = {}) =>
        (await ask(key, query, variables)).body.errors?.[0]?.extensions.code;
      expect(await codeOf(reads.key, nested, { id: bill.orderId })).toBe('FORBIDDEN');
      expect(await codeOf(reads.key, '{ paymentRequests { totalCount } }')).toBe('FORBIDDEN');
      expect(await codeOf(reads.key, '{ me { userId: __typename } }')).toBe('FORBIDDEN');
      expect(await codeOf(reads.key, '{ apiTokens { id } }')).toBe('FORBIDDEN');
      const place = `mutation($input: OrderPlaceInput!) { orderPlace(input: $input) { __typename ... on Order { id } } }`;
      const input = { clientKey: 'erp-1', ...placeInput(api, deal, '50') };
      expect(await codeOf(reads.key, place, { input })).toBe('FORBIDDEN');
      const writes = await aKey(deal.buys, ['orders:read', 'orders:write', 'invoices:read']);
      const placed = await ask(writes.key, place, { input });
      expect(placed.body.data).toMatchObject({ orderPlace: { __typename: 'Order' } });
      expect((await ask(writes.key, nested, { id: bill.orderId })).body.errors).toBeUndefined();
      expect((await ask(writes.key, `{ ${'a: orders { totalCount } '.repeat(40)} }`)).status).toBe(400);
    });

    it('are refused when it is wrong, revoked, expired, or used too often', async () => {
      expect((await ask('lk_'.padEnd(46, 'x'), ORDERS)).status).toBe(401);
      expect((await ask('nothing', ORDERS)).status).toBe(401);
      expect(await aKey(deal.buys, ['orders:read'], { expiresOn: api.clock.today() })).toMatchObject({
        code: 'TOKEN_EXPIRED_ALREADY',
      });
      expect(await aKey(deal.buys, [])).toMatchObject({ code: 'SCOPES_MISSING' });
      const short = await aKey(deal.buys, ['orders:read'], { expiresOn: inDays(api, 2) });
      expect((await ask(short.key, ORDERS)).status).toBe(200);
      api.clock.set(new Date(api.clock.now().getTime() + 4 * 86_400_000));
      expect((await ask(short.key, ORDERS)).status).toBe(401);
      api.clock.set(null);
      const gone = await aKey(deal.buys, ['orders:read']);
      await act(deal.buys, 'apiTokenRevoke', 'ApiTokenRevokeInput', 'ApiToken', 'id', { id: gone.id });
      expect((await ask(gone.key, ORDERS)).status).toBe(401);
      const busy = await aKey(deal.buys, ['orders:read']);
      const many = await Promise.all(Array.from({ length: 130 }, () => ask(busy.key, '{ __typename }')));
      expect(many.filter(({ status }) => status === 200)).toHaveLength(120);
      expect(Number(many.find(({ status }) => status === 429)!.retryAfter)).toBeGreaterThan(0);
    });

    it('fetch orders and shipments as UBL, with the right scope only', async () => {
      const bill = await aBill(api, deal);
      const [{ id: shipmentId }] = (await api.sql('select id from shipment where order_id = $1', [bill.orderId])) as [
        { id: string },
      ];
      const both = await aKey(deal.buys, ['orders:read', 'deliveries:read']);
      const few = await aKey(deal.buys, ['orders:read']);
      const get = (path: string, key: string) => api.visitor.get(path, { authorization: `Bearer ${key}` });
      expect((await get(`/ubl/orders/${bill.orderId}.xml`, few.key)).body).toContain('<Order ');
      expect((await get(`/ubl/shipments/${shipmentId}.xml`, both.key)).body).toContain('<DespatchAdvice ');
      expect((await get(`/ubl/shipments/${shipmentId}.xml`, few.key)).statusCode).toBe(404);
      const stranger = await aDeal(api);
      expect((await stranger.buys.get(`/ubl/orders/${bill.orderId}.xml`)).statusCode).toBe(404);
      expect((await deal.sells.get(`/ubl/orders/${bill.orderId}.xml`)).statusCode).toBe(200);
      expect((await api.visitor.get(`/ubl/orders/${bill.orderId}.xml`)).statusCode).toBe(404);
    });
  });

  describe('that listen', () => {
    let server: Server;
    let heard: Heard[];
    let status: number;
    let url: string;
    beforeEach(async () => {
      heard = [];
      status = 200;
      server = createServer((request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
          heard.push({ body: Buffer.concat(chunks).toString(), headers: request.headers as Heard['headers'] });
          response.writeHead(status).end();
        });
      });
      await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    });
    afterEach(() => new Promise((done) => server.close(done)));

    const listen = (events: string[] = [], address = url) =>
      act<{ id: string; secret: string }>(deal.sells, 'webhookCreate', 'WebhookCreateInput', 'Webhook', 'id secret', {
        url: address,
        events,
      });
    const log = async () =>
      (
        await deal.sells.query<{
          webhookDeliveries: {
            edges: { node: { id: string; state: string; tries: number; lastStatus: number | null; event: string } }[];
          };
        }>('{ webhookDeliveries { edges { node { id state tries lastStatus event } } } }')
      ).webhookDeliveries.edges.map(({ node }) => node);

    it('hear each event once, signed, without amounts, and only those they asked for', async () => {
      const { secret } = await listen(['order.placed']);
      await orderAct(deal.buys, 'orderPlace', placeInput(api, deal, '100'));
      await api.drainJobs();
      const deliveries = await log();
      expect(deliveries).toMatchObject([{ event: 'order.placed', state: 'DELIVERED', tries: 1, lastStatus: 200 }]);
      expect(heard).toHaveLength(1);
      const [{ body, headers }] = heard as [Heard];
      const [, at, given] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers['x-lienket-signature']!)!;
      expect(createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')).toBe(given);
      expect(JSON.parse(body)).toMatchObject({ id: deliveries[0]!.id, type: 'order.placed' });
      expect(body).not.toMatch(/4200000|42000/);
    });

    it('are tried again later and later, then it has failed; a person sends it again', async () => {
      status = 503;
      await listen(['order.placed']);
      await orderAct(deal.buys, 'orderPlace', placeInput(api, deal, '100'));
      await api.drainJobs();
      expect(await log()).toMatchObject([{ state: 'WAITING', tries: 1, lastStatus: 503 }]);
      for (let round = 0; round < 9; round++) {
        await api.sql(`update graphile_worker._private_jobs set run_at = now() where run_at > now()`);
        await api.drainJobs();
      }
      const [failed] = await log();
      expect(failed).toMatchObject({ state: 'FAILED', tries: 8 });
      status = 204;
      await act(deal.sells, 'webhookResend', 'WebhookActionInput', 'WebhookDelivery', 'id', { id: failed!.id });
      await api.drainJobs();
      expect(await log()).toMatchObject([{ state: 'DELIVERED', lastStatus: 204 }]);
      expect(new Set(heard.map(({ headers }) => headers['x-lienket-delivery'])).size).toBe(1);
    });

    it('end when they are told to, and others never reach into a private network', async () => {
      const { id } = await listen();
      await act(deal.sells, 'webhookEnd', 'WebhookActionInput', 'Webhook', 'id', { id });
      await orderAct(deal.buys, 'orderPlace', placeInput(api, deal, '100'));
      await api.drainJobs();
      expect(heard).toEqual([]);
      for (const address of [
        'http://example.org/x',
        'https://10.0.0.1/x',
        'https://[::1]/x',
        'https://a:b@example.org/',
        'ftp://example.org/',
        'x',
      ])
        expect(await listen([], address)).toMatchObject({ code: 'URL_WRONG' });
      expect(endpointUrl('http://127.0.0.1/x', false)).toBeNull();
      expect(endpointUrl('https://localhost/x', false)).toBeNull();
      expect(endpointUrl('https://partner.example/x', false)?.host).toBe('partner.example');
      expect(
        ['10.1.2.3', '172.20.0.1', '169.254.169.254', '::1', 'fd00::1', '::ffff:127.0.0.1', 'no address'].map(isPrivate),
      ).not.toContain(false);
      expect(['8.8.8.8', '2606:4700::1111'].map(isPrivate)).toEqual([false, false]);
    });
  });
});

import { randomUUID } from 'node:crypto';
import { aBill } from '../../testing/bill.js';
import type { Client } from '../../testing/client.js';
import { aDeal, type Deal } from '../../testing/deal.js';
import { startApi, type TestApi } from '../../testing/start-api.js';
import { done } from '../../testing/trade.js';

interface Talk {
  readonly parties: string[];
  readonly unread: number;
  readonly hasEarlier: boolean;
  readonly messages: {
    id: string;
    mine: boolean;
    body: string;
    readBy: string[];
    files: { id: string; name: string }[];
  }[];
}
interface Place {
  readonly documentType: string;
  readonly documentId: string;
}
const THREAD = `query($documentType: ThreadDocument!, $documentId: ID!, $before: ID) { thread(documentType: $documentType, documentId: $documentId, before: $before) {
  parties unread hasEarlier messages { id mine body readBy files { id name } } } }`;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('the talk of a document', () => {
  let api: TestApi;
  let deal: Deal;
  let alliance: Client;
  let stranger: Client;
  let places: Record<'ORDER' | 'SHIPMENT' | 'PAYMENT_REQUEST' | 'CONTRACT' | 'MOU', Place>;
  beforeAll(async () => {
    api = await startApi();
    alliance = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
    stranger = await api.as(await api.given.member(await api.given.cooperative(), 'SELLER_DIRECTOR'));
  });
  beforeEach(async () => {
    deal = await aDeal(api);
    const bill = await aBill(api, deal);
    const [{ shipmentId }] = (await api.sql('select id as "shipmentId" from shipment where order_id = $1', [bill.orderId])) as [
      { shipmentId: string },
    ];
    const at = (documentType: string, documentId: string): Place => ({ documentType, documentId });
    places = {
      ORDER: at('ORDER', bill.orderId),
      SHIPMENT: at('SHIPMENT', shipmentId),
      PAYMENT_REQUEST: at('PAYMENT_REQUEST', bill.id),
      CONTRACT: at('CONTRACT', deal.contractId),
      MOU: at('MOU', deal.mouId),
    };
  });
  afterAll(() => api.stop());

  const talk = async (client: Client, place: Place, before?: string) =>
    (await client.query<{ thread: Talk }>(THREAD, { ...place, before })).thread;
  const say = (client: Client, place: Place, body: string, fileIds: string[] = []) =>
    done<{ id: string }>(
      client,
      'threadMessageSend',
      'ThreadMessageInput',
      { ...place, body, fileIds },
      '... on ThreadMessage { id }',
    );
  const refused = async (client: Client, place: Place, more: object) =>
    (
      await client.mutate<{ threadMessageSend: { code?: string } }>(
        'mutation($input: ThreadMessageInput!) { threadMessageSend(input: $input) { ... on DomainError { code message } } }',
        { ...place, body: '', ...more },
      )
    ).threadMessageSend.code;
  const errorOf = async (client: Client, query: string, variables: Record<string, unknown>) =>
    (await client.send(query, variables)).errors?.[0]?.extensions.code;
  const upload = async (client: Client, content: Buffer, name: string, mime: string) => {
    const head = `--ranh\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${mime}\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--ranh--\r\n')]);
    const answer = await client.post('/files', payload, {
      'content-type': 'multipart/form-data; boundary=ranh',
      'apollo-require-preflight': 'true',
    });
    return { status: answer.statusCode, ...answer.json<{ id: string; code?: string }>() };
  };

  it('is read by the two sides of every paper of a trade, and by nobody else', async () => {
    for (const place of Object.values(places)) {
      await say(deal.sells, place, `Về ${place.documentType}`);
      expect(await talk(deal.buys, place)).toMatchObject({
        unread: 1,
        parties: [expect.any(String), expect.any(String)],
        messages: [{ mine: false, body: `Về ${place.documentType}`, readBy: [] }],
      });
      for (const other of [alliance, stranger]) {
        expect(await errorOf(other, THREAD, { ...place })).toBe('NOT_FOUND');
        const input = { ...place, clientKey: randomUUID(), body: 'x' };
        const write = 'mutation($input: ThreadMessageInput!) { threadMessageSend(input: $input) { __typename } }';
        expect(await errorOf(other, write, { input })).toBe('NOT_FOUND');
      }
    }
    // The same id under another kind of document is no document.
    expect(await errorOf(deal.sells, THREAD, { documentType: 'CLAIM', documentId: places.ORDER.documentId })).toBe('NOT_FOUND');
  });

  it('shows when the other side has read, and tells each message once', async () => {
    const clientKey = randomUUID();
    const input = { ...places.ORDER, body: 'Giao sớm được không?', clientKey };
    const send = 'mutation($input: ThreadMessageInput!) { threadMessageSend(input: $input) { ... on ThreadMessage { id } } }';
    const answers = await Promise.all(Array.from({ length: 8 }, () => deal.buys.query(send, { input })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    await api.drainJobs();
    const heard = await api.sql(
      `select n.way, count(*)::int as n from notification n where n.kind = 'thread.message' and n.org_id = $1 group by 1`,
      [deal.seller.id],
    );
    expect(heard).toEqual([{ way: expect.stringMatching(/DIGEST|APP/), n: 1 }]);
    expect(await talk(deal.buys, places.ORDER)).toMatchObject({ unread: 0, messages: [{ mine: true, readBy: [] }] });
    await done(deal.sells, 'threadRead', 'ThreadReadInput', { ...places.ORDER }, '... on Thread { unread }');
    expect(await talk(deal.sells, places.ORDER)).toMatchObject({ unread: 0 });
    expect((await talk(deal.buys, places.ORDER)).messages[0]!.readBy).toHaveLength(1);
    await expect(api.sql(`update thread_message set body = 'khác'`)).rejects.toThrow('insert-only');
  });

  it('gives its files to those who read it, and takes no hostile one', async () => {
    const page = await upload(deal.sells, Buffer.from('<script>alert(1)</script>'), 'anh.png', 'image/png');
    expect([page.status, page.id]).toEqual([expect.any(Number), undefined]);
    expect(page.status).toBeGreaterThanOrEqual(400);
    const photo = await upload(deal.sells, PNG, 'can.png', 'image/png');
    expect(photo.status).toBeLessThan(300);
    await say(deal.sells, places.SHIPMENT, '', [photo.id]);
    expect((await talk(deal.buys, places.SHIPMENT)).messages[0]!.files).toEqual([{ id: photo.id, name: expect.any(String) }]);
    const codes = await Promise.all(
      [deal.sells, deal.buys, alliance, stranger].map(async (client) => (await client.get(`/files/${photo.id}`)).statusCode),
    );
    expect(codes).toEqual([200, 200, 404, 404]);
    // Another's file cannot be sent on, nor more than a few, nor nothing.
    const write = 'mutation($input: ThreadMessageInput!) { threadMessageSend(input: $input) { __typename } }';
    const stolen = { ...places.SHIPMENT, clientKey: randomUUID(), body: '', fileIds: [photo.id] };
    expect(await errorOf(deal.buys, write, { input: stolen })).toBe('NOT_FOUND');
    expect(await refused(deal.sells, places.SHIPMENT, { fileIds: Array(6).fill(photo.id) })).toBe('MESSAGE_FILES_TOO_MANY');
    expect(await refused(deal.sells, places.SHIPMENT, { fileIds: [photo.id, photo.id] })).toBe('MESSAGE_FILE_TWICE');
    expect(await refused(deal.sells, places.SHIPMENT, { body: ' \n ' })).toBe('MESSAGE_EMPTY');
    expect(await refused(deal.sells, places.SHIPMENT, { body: 'x'.repeat(2001) })).toBe('MESSAGE_TOO_LONG');
  });

  it('is open to the Alliance where it stands in the memorandum, from then on', async () => {
    await say(deal.sells, places.MOU, 'Trước khi có Liên minh');
    const [{ id: allianceId }] = (await api.sql(
      `select org_id as id from membership m join organization o on o.id = m.org_id and o.kind = 'ALLIANCE' limit 1`,
    )) as [{ id: string }];
    await api.sql('update mou set party_org_ids = array_append(party_org_ids, $2) where id = $1', [deal.mouId, allianceId]);
    expect((await talk(alliance, places.MOU)).parties).toHaveLength(3);
    await say(alliance, places.MOU, 'Liên minh góp ý');
    expect(await talk(deal.buys, places.MOU)).toMatchObject({ unread: 2, messages: [{ body: 'Liên minh góp ý' }, {}] });
  });

  it('is turned back page by page', async () => {
    for (let n = 1; n <= 32; n++) await say(deal.sells, places.CONTRACT, `Lời ${n}`);
    const newest = await talk(deal.buys, places.CONTRACT);
    expect([newest.messages.length, newest.messages[0]!.body, newest.hasEarlier, newest.unread]).toEqual([
      30,
      'Lời 32',
      true,
      32,
    ]);
    const older = await talk(deal.buys, places.CONTRACT, newest.messages.at(-1)!.id);
    expect([older.messages.map(({ body }) => body), older.hasEarlier]).toEqual([['Lời 2', 'Lời 1'], false]);
  });
});

import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { aQuote, aRequest, quoteForm, quoteLineOf, refusalOf, type Request } from '../../../testing/request.js';
import { startApi, type TestApi } from '../../../testing/start-api.js';
import { done } from '../../../testing/trade.js';

const STATE = '... on Quote { status revision version }';
interface State {
  status: string;
  revision: number;
  version: number;
}
const HISTORY = `query($id: ID!) { quote(id: $id) { status revision version draft { note }
  revisions { n lines { unitPrice offeredQty } changes { kind before after } } counters { n comment lines { unitPrice } } } }`;

describe('a quote', () => {
  let api: TestApi;
  let request: Request;

  beforeAll(async () => {
    api = await startApi();
  });
  beforeEach(async () => {
    request = await aRequest(api);
  });
  afterAll(() => api.stop());

  const act = (client: Request['buys'], name: string, id: string, version: number, rest: Record<string, unknown> = {}) =>
    done<State>(client, name, 'QuoteActionInput', { id, version, ...rest }, STATE);

  it('goes through counter-offer and revision with its whole history', async () => {
    const [seller] = request.sellers;
    const quote = await aQuote(request, seller!);
    const line = { quoteLineId: quoteLineOf(quote), unitPrice: 37_000, comment: 'Mua cả vụ' };
    const countered = await done<State>(
      request.buys,
      'quoteCounter',
      'QuoteCounterInput',
      { id: quote.id, version: quote.version, comment: 'Mong giá tốt hơn', lines: [line] },
      STATE,
    );
    expect(countered.status).toBe('COUNTERED');
    const revised = await aQuote(request, seller!, { price: 38_500 }, countered.version);
    expect([revised.status, revised.revision]).toEqual(['SENT', 2]);
    const { quote: seen } = await request.buys.query<{ quote: Record<string, unknown> }>(HISTORY, { id: quote.id });
    expect(seen['revisions']).toEqual([
      {
        n: 2,
        lines: [{ unitPrice: 38_500, offeredQty: '600' }],
        changes: [{ kind: 'PRICE', before: '40000', after: '38500' }],
      },
      { n: 1, lines: [{ unitPrice: 40_000, offeredQty: '600' }], changes: [] },
    ]);
    expect(seen['counters']).toEqual([{ n: 1, comment: 'Mong giá tốt hơn', lines: [{ unitPrice: 37_000 }] }]);
  });

  it('stands again when the seller holds it, or the buyer takes its counter back', async () => {
    const quote = await aQuote(request, request.sellers[0]!);
    const counter = (version: number) =>
      done<State>(
        request.buys,
        'quoteCounter',
        'QuoteCounterInput',
        { id: quote.id, version, comment: 'Bớt?', lines: [] },
        STATE,
      );
    const first = await counter(quote.version);
    const held = await act(request.sellers[0]!.client, 'quoteHold', quote.id, first.version);
    expect([held.status, held.revision]).toEqual(['SENT', 1]);
    const second = await counter(held.version);
    const dropped = await act(request.buys, 'quoteCounterDrop', quote.id, second.version);
    expect(dropped.status).toBe('SENT');
  });

  it('that came too late is refused by the server’s clock, but a counter-offer may be answered', async () => {
    const [early, late] = request.sellers;
    const quote = await aQuote(request, early!);
    const countered = await done<State>(
      request.buys,
      'quoteCounter',
      'QuoteCounterInput',
      { id: quote.id, version: quote.version, comment: 'Bớt?', lines: [] },
      STATE,
    );
    await api.sql(`update rfq set deadline_at = now() - interval '1 second' where id = $1`, [request.id]);
    expect(await refusalOf(late!.client, 'quoteSend', 'QuoteInput', quoteForm(request, late!))).toEqual(['QUOTE_LATE']);
    const revised = await aQuote(request, early!, { price: 39_000 }, countered.version);
    expect(revised.revision).toBe(2);
    const again = { ...quoteForm(request, early!), version: revised.version };
    expect(await refusalOf(early!.client, 'quoteSend', 'QuoteInput', again)).toEqual(['QUOTE_LATE']);
  });

  it('that was sent cannot be changed in the database by anybody', async () => {
    await aQuote(request, request.sellers[0]!);
    const dataSource = api.app.get(DataSource);
    for (const table of ['quote_revision', 'quote_line']) {
      await expect(api.sql(`update ${table} set id = id`)).rejects.toThrow(/insert-only/);
      await expect(api.sql(`delete from ${table}`)).rejects.toThrow(/insert-only/);
      await expect(dataSource.query(`truncate ${table} cascade`)).rejects.toThrow();
    }
  });

  it('sent again with the same key is sent once', async () => {
    const [seller] = request.sellers;
    const input = { ...quoteForm(request, seller!), clientKey: randomUUID() };
    const send = () =>
      done<State & { id: string }>(seller!.client, 'quoteSend', 'QuoteInput', input, `... on Quote { id revision }`);
    const [first, second] = [await send(), await send()];
    expect(second).toEqual(first);
    const rows = await api.sql('select 1 from quote_revision where quote_id = $1', [first.id]);
    expect(rows).toHaveLength(1);
  });

  it('is nothing to a competitor, and its prices are nothing to the Alliance', async () => {
    const quote = await aQuote(request, request.sellers[0]!);
    const watches = await api.as(await api.given.member(await api.given.alliance(), 'ALLIANCE_OFFICER'));
    for (const client of [request.sellers[1]!.client, watches]) {
      const answer = await client.send(HISTORY, { id: quote.id });
      expect(answer.errors![0]!.extensions.code).toBe('NOT_FOUND');
    }
    const page = await watches.query<{ rfq: { invitations: { quoteStatus: string | null }[]; quotedCount: number } }>(
      'query($id: ID!) { rfq(id: $id) { quotedCount invitations { quoteStatus } } }',
      { id: request.id },
    );
    expect(page.rfq.quotedCount).toBe(1);
    expect(page.rfq.invitations.map((invitation) => invitation.quoteStatus).sort()).toEqual(['SENT', null].sort());
  });

  it('in writing is the cooperative’s own', async () => {
    const [seller] = request.sellers;
    const saved = await done<{ id: string }>(
      seller!.client,
      'quoteSave',
      'QuoteInput',
      { ...quoteForm(request, seller!), note: 'Giá nháp bí mật' },
      '... on Quote { id }',
    );
    const answer = await request.buys.send(HISTORY, { id: saved.id });
    expect(answer.errors![0]!.extensions.code).toBe('NOT_FOUND');
    const own = await seller!.client.query<{ quote: { draft: { note: string } } }>(HISTORY, { id: saved.id });
    expect(own.quote.draft.note).toBe('Giá nháp bí mật');
  });

  it('waits for the director where the organization wants that', async () => {
    const [seller] = request.sellers;
    await done(
      seller!.client,
      'sourcingRuleSet',
      'SourcingRuleInput',
      { directorSends: true },
      '... on SourcingRule { directorSends }',
    );
    const staff = { ...seller!, client: await api.as(await api.given.member(seller!.org, 'SELLER_STAFF')) };
    const prepared = await aQuote(request, staff);
    expect([prepared.status, prepared.awaitsDirector]).toEqual(['DRAFT', true]);
    const sent = await aQuote(request, seller!);
    expect([sent.status, sent.awaitsDirector, sent.revision]).toEqual(['SENT', false, 1]);
  });

  it('by the case must be whole đồng per kilo; each mistake is named at its row', async () => {
    const [seller] = request.sellers;
    const { packId } = await api.given.product(seller!.org, { packSize: '12' });
    const [{ productId }] = (await api.sql<{ productId: string }>(`select product_id as "productId" from pack where id = $1`, [
      packId,
    ])) as [{ productId: string }];
    const good = quoteForm(request, seller!).lines[0]!;
    const lines = [
      { ...good, productId, pricedPer: 'PACK', price: 500_000 },
      { ...good, alternative: true, offeredQty: '0' },
      { ...good, alternative: true, productId: request.sellers[1]!.product.id },
      { ...good, rfqLineId: request.id },
    ];
    const codes = await refusalOf(seller!.client, 'quoteSend', 'QuoteInput', { ...quoteForm(request, seller!), lines });
    expect(codes).toEqual(['PRICE_NOT_WHOLE', 'OFFER_NOT_POSITIVE', 'PRODUCT_NOT_YOURS', 'ASKED_LINE_UNKNOWN']);
  });

  it('is withdrawn with a reason, and may come again while there is time', async () => {
    const [seller] = request.sellers;
    const quote = await aQuote(request, seller!);
    const input = { id: quote.id, version: quote.version };
    expect(await refusalOf(seller!.client, 'quoteWithdraw', 'QuoteActionInput', input)).toEqual(['REASON_MISSING']);
    const gone = await act(seller!.client, 'quoteWithdraw', quote.id, quote.version, { reason: 'Mưa đá hỏng vườn' });
    expect(gone.status).toBe('WITHDRAWN');
    const again = await aQuote(request, seller!, {}, gone.version);
    expect([again.status, again.revision]).toEqual(['SENT', 2]);
  });

  it('declined with a reason is told to the buyer; a later quote replaces it', async () => {
    const [seller] = request.sellers;
    await done(seller!.client, 'rfqDecline', 'RfqDeclineInput', { rfqId: request.id, reason: 'Hết mùa' }, '... on Rfq { id }');
    const asked = 'query($id: ID!) { rfq(id: $id) { declinedCount quotedCount } }';
    expect(await request.buys.query(asked, { id: request.id })).toEqual({ rfq: { declinedCount: 1, quotedCount: 0 } });
    await aQuote(request, seller!);
    expect(await request.buys.query(asked, { id: request.id })).toEqual({ rfq: { declinedCount: 0, quotedCount: 1 } });
  });

  it('comes with questions that only the two read, and that show when they were read', async () => {
    const [seller, other] = request.sellers;
    const { rfq } = await seller!.client.query<{ rfq: { invitations: { id: string }[] } }>(
      'query($id: ID!) { rfq(id: $id) { invitations { id } } }',
      { id: request.id },
    );
    expect(rfq.invitations).toHaveLength(1);
    const place = { documentType: 'RFQ', documentId: rfq.invitations[0]!.id };
    const question = { ...place, body: 'Có cần tem truy xuất không?' };
    await done(seller!.client, 'threadMessageSend', 'ThreadMessageInput', question, '... on ThreadMessage { id }');
    const list =
      'query($documentType: ThreadDocument!, $documentId: ID!) { thread(documentType: $documentType, documentId: $documentId) { messages { body mine readBy } } }';
    const stranger = await other!.client.send(list, place);
    expect(stranger.errors![0]!.extensions.code).toBe('NOT_FOUND');
    const seen = (readBy: unknown) => ({ thread: { messages: [{ body: question.body, mine: true, readBy }] } });
    expect(await seller!.client.query(list, place)).toEqual(seen([]));
    const unread = 'query($id: ID!) { rfq(id: $id) { unread invitations { unread seenAt } } }';
    const asked = await request.buys.query<{ rfq: { unread: number; invitations: { unread: number }[] } }>(unread, {
      id: request.id,
    });
    expect([asked.rfq.unread, asked.rfq.invitations.map((one) => one.unread).toSorted()]).toEqual([1, [0, 1]]);
    await done(request.buys, 'threadRead', 'ThreadReadInput', place, '... on Thread { unread }');
    expect(await seller!.client.query(list, place)).toEqual(seen([expect.any(String)]));
    expect(await request.buys.query<object>(unread, { id: request.id })).toMatchObject({ rfq: { unread: 0 } });
  });
});

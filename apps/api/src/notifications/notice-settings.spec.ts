import { CONFIG, type Config } from '../platform/config.js';
import { Mailer } from '../platform/mail/mailer.js';
import { declareNotice } from '../platform/notices/index.js';
import type { Client } from '../testing/client.js';
import type { Org, Person } from '../testing/given.js';
import { type ReadLetter, lettersOf } from '../testing/letters.js';
import { startApi, type TestApi } from '../testing/start-api.js';
import { DeliverNoticeJob } from './deliver-notice.job.js';
import { MailDigestJob } from './mail-digest.job.js';
import { MailNoticeJob } from './mail-notice.job.js';
import { unsubscribeToken } from './unsubscribe-token.js';

const at = (time: string) => new Date(`2026-11-${time}:00+07:00`);
const to = ['SELLER_DIRECTOR'] as const;
const words = (facts: { word: string }) => facts.word;
const link = () => '/products';
declareNotice({ kind: 'test.product', group: 'PRODUCTS', to, vi: words, en: words, link });
declareNotice({ kind: 'test.order', group: 'ORDERS', to, vi: words, en: words, link });
declareNotice({ kind: 'test.urgent', group: 'ORDERS', to, vi: words, en: words, link, urgent: true });
declareNotice({ kind: 'test.security', group: 'SECURITY', to, vi: words, en: words, link });

describe('how people are told', () => {
  let api: TestApi;
  let org: Org;
  let person: Person;
  let client: Client;
  let email: string;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  beforeEach(async () => {
    api.clock.set(at('20T10:00'));
    org = await api.given.cooperative();
    person = await api.given.member(org, 'SELLER_DIRECTOR');
    client = await api.as(person);
    [{ email }] = (await api.sql<{ email: string }>('select email from app_user where id = $1', [person.userId])) as [
      { email: string },
    ];
  });

  const letters = (): ReadLetter[] => lettersOf(api).filter((letter) => letter.to === email);
  const tell = async (kind: string, word: string) =>
    api.app.get(DeliverNoticeJob).deliver({ kind, orgId: org.id, facts: { word }, key: word });
  const waiting = () =>
    api.sql<{ id: string; way: string }>('select id, way from notification where user_id = $1 and mailed_at is null', [
      person.userId,
    ]);
  const mailWaiting = async () => {
    for (const { id } of await waiting()) await api.app.get(MailNoticeJob).mail({ notificationId: id });
  };
  const digest = (day: string) => api.app.get(MailDigestJob).mail({ userId: person.userId, day });
  const save = async (input: Record<string, unknown>) =>
    (
      await client.mutate<{ noticeSettingsSave: { __typename: string; code?: string; field?: string } }>(
        `mutation($input: NoticeSettingsSaveInput!) { noticeSettingsSave(input: $input) { __typename ... on DomainError { code field } } }`,
        { ways: [], quietFrom: 1260, quietTo: 360, digestAt: 420, ...input },
      )
    ).noticeSettingsSave;

  it('lets e-mails wait until quiet hours end, urgent ones excepted', async () => {
    api.clock.set(at('20T22:30'));
    await tell('test.order', 'đêm');
    await tell('test.urgent', 'gấp');
    await mailWaiting();
    expect(letters().map(({ subject }) => subject)).toEqual(['[Liên Kết] gấp']);
    const [job] = await api.sql<{ run_at: Date }>(
      `select run_at from graphile_worker.jobs where task_identifier = 'notice.mail' order by id desc limit 1`,
    );
    expect(job!.run_at).toEqual(at('21T06:00'));
    api.clock.set(at('21T06:00'));
    await mailWaiting();
    expect(letters()).toHaveLength(2);
    expect(await waiting()).toEqual([]);
  });

  it('puts everything of a day into one letter, once, though twenty jobs come for it', async () => {
    await tell('test.product', 'một');
    await tell('test.product', 'hai');
    api.clock.set(at('21T07:00'));
    const send = jest.spyOn(api.app.get(Mailer), 'send');
    await Promise.all(Array.from({ length: 20 }, () => digest('2026-11-21')));
    expect(send).toHaveBeenCalledTimes(1);
    send.mockRestore();
    const [letter] = letters();
    expect(letter!.subject).toBe('[Liên Kết] 2 thông báo ngày 21/11/2026');
    for (const word of ['một', 'hai']) expect(letter!.text.split(`- ${word}`)).toHaveLength(2);
    await tell('test.product', 'ba');
    await digest('2026-11-21');
    expect(letters()).toHaveLength(1);
    api.clock.set(at('22T07:00'));
    await digest('2026-11-22');
    expect(letters().map(({ text }) => text.includes('- ba'))).toEqual([false, true]);
  });

  it('brings the daily letter at the hour that was chosen', async () => {
    expect(await save({ digestAt: 17 * 60 })).toEqual({ __typename: 'NoticeSettings' });
    await tell('test.product', 'chiều');
    const [job] = await api.sql<{ run_at: Date }>(
      `select run_at from graphile_worker.jobs where task_identifier = 'notice.digest' order by id desc limit 1`,
    );
    expect(job!.run_at).toEqual(at('20T17:00'));
    api.clock.set(at('20T16:59'));
    await digest('2026-11-20');
    expect(letters()).toEqual([]);
    api.clock.set(at('20T17:00'));
    await digest('2026-11-20');
    expect(letters()).toHaveLength(1);
  });

  it('obeys a choice made before the letter left', async () => {
    api.clock.set(at('20T22:00'));
    await tell('test.order', 'đổi ý');
    await save({ ways: [{ group: 'ORDERS', way: 'OFF' }] });
    api.clock.set(at('21T08:00'));
    await mailWaiting();
    await tell('test.order', 'đã tắt');
    expect(letters()).toEqual([]);
    const page = await client.query<{ notifications: { edges: { node: { title: string } }[] } }>(
      '{ notifications { edges { node { title } } } }',
    );
    expect(page.notifications.edges.map(({ node }) => node.title)).toEqual(['đổi ý']);
  });

  it('never lets account safety be switched off', async () => {
    expect(await save({ ways: [{ group: 'SECURITY', way: 'OFF' }] })).toEqual({
      __typename: 'Refused',
      code: 'GROUP_MANDATORY',
      field: 'ways',
    });
    await tell('test.security', 'đổi tài khoản ngân hàng');
    await mailWaiting();
    expect(letters()).toHaveLength(1);
    expect(letters()[0]!.headers.has('list-unsubscribe')).toBe(false);
    expect(letters()[0]!.text).toContain('không tắt được');
  });

  it('refuses hours that are none', async () => {
    expect(await save({ quietTo: null })).toMatchObject({ code: 'QUIET_HOURS_HALF' });
    expect(await save({ digestAt: 1440 })).toMatchObject({ code: 'MINUTE_OUT_OF_DAY' });
  });

  it('shows, counts and marks as read only the own ones, of the acting organization', async () => {
    const colleague = await api.as(await api.given.member(org, 'SELLER_DIRECTOR'));
    await tell('test.order', 'một');
    await tell('test.product', 'hai');
    const read = '{ unreadNotifications notifications { totalCount edges { node { id title readAt link group } } } }';
    interface Page {
      unreadNotifications: number;
      notifications: { totalCount: number; edges: { node: { id: string; title: string; group: string } }[] };
    }
    const mine = await client.query<Page>(read);
    expect(mine.unreadNotifications).toBe(2);
    expect(mine.notifications.totalCount).toBe(2);
    const ids = mine.notifications.edges.map(({ node }) => node.id);
    const mark = 'mutation($ids: [ID!]!) { notificationsMarkRead(ids: $ids) }';
    expect(await colleague.query(mark, { ids })).toEqual({ notificationsMarkRead: 2 });
    expect((await client.query<Page>(read)).unreadNotifications).toBe(2);
    expect(await client.query(mark, { ids: [ids[0], 'not an id'] })).toEqual({ notificationsMarkRead: 1 });
    const all = 'mutation($until: Instant!) { notificationsMarkAllRead(until: $until) }';
    expect(await client.query(all, { until: at('20T09:00').toISOString() })).toEqual({ notificationsMarkAllRead: 1 });
    expect(await client.query(all, { until: at('20T10:00').toISOString() })).toEqual({ notificationsMarkAllRead: 0 });
    const other = await api.given.cooperative();
    await api.sql(`insert into membership (id, user_id, org_id, roles) values (gen_random_uuid(), $1, $2, '{SELLER_DIRECTOR}')`, [
      person.userId,
      other.id,
    ]);
    const elsewhere = await api.as({ ...person, org: other });
    expect((await elsewhere.query<Page>(read)).notifications.totalCount).toBe(0);
  });

  it('pages from the newest to the oldest, each once', async () => {
    for (const word of ['a', 'b', 'c', 'd', 'e']) await tell('test.order', word);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: {
        notifications: { edges: { node: { title: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
      } = await client.query(
        'query($after: String) { notifications(first: 2, after: $after) { edges { node { title } } pageInfo { endCursor hasNextPage } } }',
        { after },
      );
      seen.push(...page.notifications.edges.map(({ node }) => node.title));
      after = page.notifications.pageInfo.hasNextPage ? page.notifications.pageInfo.endCursor : null;
    } while (after);
    expect(seen.sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  describe('the link at the end of a letter', () => {
    const call = (method: 'GET' | 'POST', token: string) =>
      api.app.inject({
        method,
        url: `/mail/unsubscribe/${token}`,
        ...(method === 'POST'
          ? { payload: 'List-Unsubscribe=One-Click', headers: { 'content-type': 'application/x-www-form-urlencoded' } }
          : {}),
      });
    const tokenOf = (letter: ReadLetter) => /\/mail\/unsubscribe\/([\w.-]+)>/.exec(letter.headers.get('list-unsubscribe')!)![1]!;
    const wayOf = async (group: string) =>
      (
        await client.query<{ noticeSettings: { groups: { group: string; way: string }[] } }>(
          '{ noticeSettings { groups { group way } } }',
        )
      ).noticeSettings.groups.find((row) => row.group === group)!.way;

    it('ends that group with one POST and no sign-in; looking at it ends nothing', async () => {
      await tell('test.order', 'thư');
      await mailWaiting();
      const token = tokenOf(letters()[0]!);
      const looked = await call('GET', token);
      expect([looked.statusCode, looked.json()]).toEqual([200, { state: 'VALID', group: 'ORDERS' }]);
      expect(await wayOf('ORDERS')).toBe('EMAIL');
      expect((await call('POST', token)).statusCode).toBe(200);
      expect(await wayOf('ORDERS')).toBe('APP');
      expect(await wayOf('PAYMENTS')).toBe('EMAIL');
    });

    it('is refused when forged, of another purpose, or too old', async () => {
      const { secret } = api.app.get<Config>(CONFIG);
      const wish = { userId: person.userId, group: 'ORDERS' as const };
      const token = unsubscribeToken(wish, at('20T10:00'), secret);
      const [payload, signature] = token.split('.') as [string, string];
      const other = unsubscribeToken({ ...wish, group: 'PAYMENTS' }, at('20T10:00'), secret).split('.')[0]!;
      for (const forged of [
        `${other}.${signature}`,
        `${payload}.`,
        payload,
        `${token}.x`,
        unsubscribeToken(wish, at('20T10:00'), 'another secret'),
        'x',
        '%00',
      ])
        expect((await call('POST', forged)).statusCode).toBe(404);
      api.clock.set(new Date(at('20T10:00').getTime() + 91 * 86_400_000));
      const old = await call('POST', token);
      expect([old.statusCode, old.json()]).toEqual([410, { state: 'EXPIRED', group: null }]);
      api.clock.set(at('20T10:00'));
      expect(await wayOf('ORDERS')).toBe('EMAIL');
    });

    it('of the daily letter ends the daily letter', async () => {
      await tell('test.product', 'ngày');
      api.clock.set(at('21T07:00'));
      await digest('2026-11-21');
      await call('POST', tokenOf(letters()[0]!));
      expect(await wayOf('PRODUCTS')).toBe('APP');
      expect(await wayOf('ORDERS')).toBe('EMAIL');
    });
  });
});

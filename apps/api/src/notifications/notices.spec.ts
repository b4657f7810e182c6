import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SYSTEM } from '../platform/auth/actor.js';
import { CONFIG, type Config } from '../platform/config.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { sendNotice } from '../platform/notices/index.js';
import { ORDER_NOTICES } from '../modules/ordering/order.notices.js';
import { startApi, type TestApi } from '../testing/start-api.js';
import { aTrade } from '../testing/trade.js';
import { DeliverNoticeJob } from './deliver-notice.job.js';
import { MailNoticeJob } from './mail-notice.job.js';

const FACTS = { orderId: '01900000-0000-7000-8000-000000000001', number: 'DH-2026-0001' };

describe('notices', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  const folder = () => join(api.app.get<Config>(CONFIG).dataDir, 'mail');
  const letters = () => readdirSync(folder()).map((name) => readFileSync(join(folder(), name), 'utf8'));
  const emailOf = async (userId: string) =>
    (await api.sql<{ email: string }>('select email from app_user where id = $1', [userId]))[0]!.email;
  const rowsOf = (userId: string) =>
    api.sql<{ id: string; kind: string; way: string; mailed_at: Date | null }>(
      'select id, kind, way, mailed_at from notification where user_id = $1 order by created_at, id',
      [userId],
    );

  it('reach the side whose move it is, in the app and by one letter each', async () => {
    const trade = await aTrade(api, { title: 'Thư' });
    await api.drainJobs();
    const kinds = async (person: { userId: string }) => (await rowsOf(person.userId)).map(({ kind }) => kind).sort();
    expect(await kinds(trade.director)).toEqual(['order.placed', 'payment.declared', 'receipt.posted']);
    expect(await kinds(trade.manager)).toEqual(['order.confirmed', 'payment-request.issued', 'shipment.dispatched']);
    expect(await kinds(trade.receiver)).toEqual(['shipment.dispatched']);
    for (const person of [trade.director, trade.manager, trade.receiver]) {
      const email = await emailOf(person.userId);
      const sent = letters().filter((letter) => letter.includes(`To: ${email}`));
      expect(sent).toHaveLength((await rowsOf(person.userId)).length);
    }
  });

  it('reach a person once, though the job runs twice and twenty run at once', async () => {
    const seller = await api.given.cooperative();
    const director = await api.given.member(seller, 'SELLER_DIRECTOR');
    const job = { kind: 'order.placed', orgId: seller.id, facts: FACTS, key: FACTS.orderId };
    const deliver = api.app.get(DeliverNoticeJob);
    await deliver.deliver(job);
    await Promise.all(Array.from({ length: 20 }, () => deliver.deliver(job)));
    const [row, ...others] = await rowsOf(director.userId);
    expect(others).toEqual([]);
    const before = letters().length;
    const mail = api.app.get(MailNoticeJob);
    await Promise.all(Array.from({ length: 20 }, () => mail.mail({ notificationId: row!.id })));
    await api.drainJobs();
    expect(letters()).toHaveLength(before + 1);
  });

  it('are not told by an act that failed', async () => {
    const seller = await api.given.cooperative();
    const director = await api.given.member(seller, 'SELLER_DIRECTOR');
    const failing = api.app.get(UnitOfWork).run(SYSTEM, async (tx) => {
      await sendNotice(tx, ORDER_NOTICES.placed.notice, { orgId: seller.id, facts: FACTS, key: 'failed' });
      throw new Error('the act failed');
    });
    await expect(failing).rejects.toThrow('the act failed');
    await api.drainJobs();
    expect(await rowsOf(director.userId)).toEqual([]);
  });

  it('reach only people with a fitting role, and stay in the app for people without e-mail', async () => {
    const seller = await api.given.cooperative();
    const [staff, left, banker] = [
      await api.given.member(seller, 'SELLER_STAFF'),
      await api.given.member(seller, 'SELLER_DIRECTOR'),
      await api.given.member(seller, 'BANK_OFFICER'),
    ];
    await api.sql(`update app_user set email = null, phone = '+84900000001' where id = $1`, [staff.userId]);
    await api.sql('update membership set ended_at = now() where user_id = $1', [left.userId]);
    await api.app.get(DeliverNoticeJob).deliver({ kind: 'order.placed', orgId: seller.id, facts: FACTS, key: 'roles' });
    expect(await rowsOf(staff.userId)).toMatchObject([{ kind: 'order.placed', way: 'APP', mailed_at: null }]);
    expect(await rowsOf(left.userId)).toEqual([]);
    expect(await rowsOf(banker.userId)).toEqual([]);
  });

  it('of an unknown kind stay in the outbox to be tried again', async () => {
    await expect(
      api.app.get(DeliverNoticeJob).deliver({ kind: 'order.unheard', orgId: SYSTEM.orgId, facts: {}, key: 'x' }),
    ).rejects.toThrow('order.unheard');
  });
});

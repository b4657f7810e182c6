import { ORDER_NOTICES } from '../modules/ordering/order.notices.js';
import { SYSTEM } from '../platform/auth/actor.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Mailer } from '../platform/mail/mailer.js';
import { sendNotice } from '../platform/notices/index.js';
import { lettersOf } from '../testing/letters.js';
import { startApi, type TestApi } from '../testing/start-api.js';
import { aTrade } from '../testing/trade.js';
import { DeliverNoticeJob } from './deliver-notice.job.js';
import { MailNoticeJob } from './mail-notice.job.js';

const FACTS = { orderId: '01900000-0000-7000-8000-000000000001', number: 'DH-2026-0001' };
const DAYTIME = new Date('2026-11-20T10:00:00+07:00');

describe('notices', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
    api.clock.set(DAYTIME);
  });
  afterAll(() => api.stop());

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
    expect(await kinds(trade.manager)).toEqual([
      'mou.to-sign',
      'order.confirmed',
      'payment-request.issued',
      'shipment.dispatched',
    ]);
    expect(await kinds(trade.receiver)).toEqual(['shipment.dispatched']);
    for (const person of [trade.director, trade.manager, trade.receiver]) {
      const email = await emailOf(person.userId);
      expect(lettersOf(api).filter(({ to }) => to === email)).toHaveLength((await rowsOf(person.userId)).length);
    }
  });

  it('open in a mail program with Vietnamese words, as text and as a page', async () => {
    const seller = await api.given.cooperative({ name: 'HTX Nông sản "Mẫu" <Đồng Đăng>' });
    const director = await api.given.member(seller, 'SELLER_DIRECTOR');
    const job = { kind: 'order.placed', orgId: seller.id, facts: FACTS, key: 'letter', fromOrgId: seller.id };
    await api.app.get(DeliverNoticeJob).deliver(job);
    await api.drainJobs();
    const email = await emailOf(director.userId);
    const letter = lettersOf(api).find(({ to }) => to === email)!;
    const sentence = `${seller.name} vừa gửi đơn đặt hàng DH-2026-0001. Đến lượt quý đơn vị xác nhận.`;
    expect(letter.subject).toBe(`[Liên Kết] ${sentence}`);
    expect(letter.text).toContain(sentence);
    expect(letter.text).toContain(`http://localhost:3000/orders/${FACTS.orderId}`);
    expect(letter.html).toContain('&#60;Đồng Đăng&#62;');
    expect(letter.html).not.toContain('<Đồng Đăng>');
    expect(letter.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(letter.headers.get('list-unsubscribe')).toMatch(/^<http:\/\/localhost:3000\/mail\/unsubscribe\/[\w.-]+>$/);
  });

  it('are written in the language of the person', async () => {
    const seller = await api.given.cooperative();
    const director = await api.given.member(seller, 'SELLER_DIRECTOR');
    await api.sql(`update app_user set locale = 'en' where id = $1`, [director.userId]);
    await api.app.get(DeliverNoticeJob).deliver({ kind: 'order.placed', orgId: seller.id, facts: FACTS, key: 'english' });
    await api.drainJobs();
    const email = await emailOf(director.userId);
    expect(lettersOf(api).find(({ to }) => to === email)!.subject).toContain('placed order DH-2026-0001');
  });

  it('never let a name write a header of its own', async () => {
    const seller = await api.given.cooperative({ name: 'HTX Mẫu\r\nBcc: nguoi-la@example.vn\r\n\r\nNội dung giả' });
    const director = await api.given.member(seller, 'SELLER_DIRECTOR');
    const job = { kind: 'order.placed', orgId: seller.id, facts: FACTS, key: 'header', fromOrgId: seller.id };
    await api.app.get(DeliverNoticeJob).deliver(job);
    await api.drainJobs();
    const email = await emailOf(director.userId);
    const letter = lettersOf(api).find(({ to }) => to === email)!;
    expect(letter.headers.has('bcc')).toBe(false);
    expect(letter.subject).toContain('HTX Mẫu Bcc: nguoi-la@example.vn Nội dung giả');
    const mailer = api.app.get(Mailer);
    const message = { id: 'x', subject: 'x', text: 'x' };
    await expect(mailer.send({ ...message, to: 'a@example.vn, b@example.vn' })).rejects.toThrow('Not one e-mail address');
    await expect(mailer.send({ ...message, to: 'a@example.vn\r\nBcc: b@example.vn' })).rejects.toThrow('Not one e-mail address');
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
    const send = jest.spyOn(api.app.get(Mailer), 'send');
    const mail = api.app.get(MailNoticeJob);
    await Promise.all(Array.from({ length: 20 }, () => mail.mail({ notificationId: row!.id })));
    await api.drainJobs();
    expect(send).toHaveBeenCalledTimes(1);
    send.mockRestore();
  });

  it('are sent again when the mail server refused, and only then', async () => {
    const seller = await api.given.cooperative();
    const director = await api.given.member(seller, 'SELLER_DIRECTOR');
    await api.app.get(DeliverNoticeJob).deliver({ kind: 'order.placed', orgId: seller.id, facts: FACTS, key: 'refused' });
    const [row] = await rowsOf(director.userId);
    const send = jest.spyOn(api.app.get(Mailer), 'send').mockRejectedValueOnce(new Error('mail server away'));
    const mail = () => api.app.get(MailNoticeJob).mail({ notificationId: row!.id });
    await expect(mail()).rejects.toThrow('mail server away');
    expect((await rowsOf(director.userId))[0]!.mailed_at).toBeNull();
    await mail();
    await mail();
    expect(send).toHaveBeenCalledTimes(2);
    send.mockRestore();
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

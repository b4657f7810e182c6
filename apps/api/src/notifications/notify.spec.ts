import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG, type Config } from '../platform/config.js';
import { startApi, type TestApi } from '../testing/start-api.js';
import { aTrade } from '../testing/trade.js';

describe('letters of the outbox', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  const folder = () => join(api.app.get<Config>(CONFIG).dataDir, 'mail');

  it('go to the side whose move it is, once, however often the job runs', async () => {
    const trade = await aTrade(api, { title: 'Thư' });
    await api.drainJobs();
    const letters = readdirSync(folder()).map((name) => readFileSync(join(folder(), name), 'utf8'));
    const emailOf = async (userId: string) =>
      (await api.sql<{ email: string }>('select email from app_user where id = $1', [userId]))[0]!.email;
    const [director, manager] = [await emailOf(trade.director.userId), await emailOf(trade.manager.userId)];
    const to = (email: string) => letters.filter((letter) => letter.includes(`To: ${email}`)).length;
    expect(to(director)).toBeGreaterThanOrEqual(3);
    expect(to(manager)).toBeGreaterThanOrEqual(3);
    const again = { event: 'order.placed', orderId: trade.orderId };
    await api.sql(`select graphile_worker.add_job('mail.notify', $1::json)`, [JSON.stringify(again)]);
    await api.drainJobs();
    expect(readdirSync(folder())).toHaveLength(letters.length);
  });
});

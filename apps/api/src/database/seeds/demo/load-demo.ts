import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DemoLoad } from '../../../platform/records/demo-load.entity.js';
import { hashPassword } from '../../../modules/identity/index.js';
import { tellAssistance } from './assistance.js';
import { loadDemoBooths } from './booths.js';
import { loadDemoCatalog } from './catalog.js';
import { loadDemoRegistry } from './registry.js';
import { makeDataSource } from '../../data-source.js';
import { tellConference } from './conference.js';
import { tellImports } from './imports.js';
import { keepDemoScan } from './demo-scan.js';
import { tellDuties } from './duties.js';
import { loadDemoBank, tellCreditStory } from './credits.js';
import { loadDemoDepartment, tellPetitionStory } from './petitions.js';
import { tellPool } from './pool-story.js';
import { tellTrip } from './trip-story.js';
import { loadProductsInDepth } from './products-in-depth.js';
import { loadDemoReadiness } from './readiness.js';
import { tellReports } from './report-story.js';
import { Storyteller } from './storyteller.js';
import { tellLifeWaivers } from './life-waivers.js';
import { loadDemoBuyer, tellPurchaseLimits } from './purchase-limits.js';
import { tellOrderGroups } from './order-groups.js';
import { tellStandingOrders } from './standing-orders.js';
import { tellOrderTemplates } from './order-templates.js';
import { loadOrderingTerms } from './ordering-terms.js';
import { tellSourcingStory } from './sourcing-story.js';
import { tellStories } from './stories.js';
import { tellTalks } from './talk-story.js';
import { tellWants } from './wants.js';
import { loadDemoSupply } from './supply.js';

/** One demo account, as the sign-in page shows it. */
export interface DemoSignIn {
  readonly role: string;
  readonly name: string;
  readonly organization: string;
  readonly login: string;
  readonly password: string;
}

export const DEMO_PASSWORD = 'lienket-2024';
const LOADING = 20_240_426;

/** Loads the demo world once: catalogue and people in one transaction, then trade through the API itself. Killed in between, it goes on where it was. */
export async function loadDemoOnce(
  app: NestFastifyApplication,
  databaseUrl: string,
  log: (line: string) => void,
): Promise<readonly DemoSignIn[]> {
  const guard = await makeDataSource(databaseUrl, 1).initialize();
  const runner = guard.createQueryRunner();
  await runner.connect();
  const [uow, dataSource] = [app.get(UnitOfWork), app.get(DataSource)];
  try {
    await runner.query('select pg_advisory_lock($1)', [LOADING]);
    const loaded: { name: string; loaded_at: Date }[] = await runner.query('select name, loaded_at from demo_load');
    const marked = (tx: Tx, name: string, loadedAt: Date, signIns: readonly DemoSignIn[] | void) =>
      tx.insert(DemoLoad, { name, loadedAt, summary: signIns ? { signIns } : {} });
    /** Rows of one chapter and its mark in one transaction; new people are told with how they sign in. */
    const rows = async (name: string, load: (tx: Tx) => Promise<readonly DemoSignIn[] | void>) => {
      if (loaded.some((row) => row.name === name)) return;
      const loadedAt = new Date();
      await uow.run(SYSTEM, async (tx) => marked(tx, name, loadedAt, await load(tx)));
      loaded.push({ name, loaded_at: loadedAt });
    };
    /** A chapter told through the API, its days counted from the day of the catalogue; told again after a kill it repeats nothing. */
    const story = async (name: string, tell: (teller: Storyteller) => Promise<void>) => {
      if (loaded.some((row) => row.name === name)) return;
      const teller = new Storyteller(app, databaseUrl, loaded.find((row) => row.name === 'catalog')!.loaded_at);
      try {
        await tell(teller);
      } finally {
        teller.now();
      }
      await uow.run(SYSTEM, (tx) => marked(tx, name, new Date()));
    };
    const password = () => hashPassword(DEMO_PASSWORD);

    if (loaded.length === 0) log('Nạp dữ liệu mẫu (khoảng nửa phút, chỉ lần đầu)...');
    await rows('catalog', async (tx) => {
      const { signIns } = await loadDemoCatalog(tx, { today: tx.today, hash: hashPassword, password: DEMO_PASSWORD });
      return signIns;
    });
    await rows('readiness', loadDemoReadiness);
    await rows('registry', async (tx) => loadDemoRegistry(tx, await password()));
    await story('trade', (teller) => tellStories(app, teller, dataSource, (...paper) => keepDemoScan(app, ...paper)));
    await rows('supply', loadDemoSupply);
    await rows('products', loadProductsInDepth);
    await rows('ordering-terms', loadOrderingTerms);
    await story('order-groups', (teller) => tellOrderGroups(teller, dataSource));
    await story('order-templates', (teller) => tellOrderTemplates(teller, dataSource));
    await story('standing-orders', (teller) => tellStandingOrders(teller, dataSource));
    await story('life-waivers', (teller) => tellLifeWaivers(teller, dataSource));
    await rows('buyer-clerk', async (tx) => loadDemoBuyer(tx, await password(), DEMO_PASSWORD));
    await story('purchase-limits', (teller) => tellPurchaseLimits(teller, dataSource));
    await story('sourcing', (teller) => tellSourcingStory(teller, dataSource));
    await story('pool', (teller) => tellPool(teller, uow, dataSource));
    await story('trip', (teller) => tellTrip(teller, dataSource));
    await story('wants', (teller) => tellWants(teller, dataSource));
    await story('conference', (teller) => tellConference(teller, app));
    await rows('booths', loadDemoBooths);
    await story('talks', (teller) => tellTalks(teller, dataSource));
    await story('imports', (teller) => tellImports(teller, app, dataSource));
    await rows('department', async (tx) => loadDemoDepartment(tx, await password(), DEMO_PASSWORD));
    await story('petitions', (teller) => tellPetitionStory(teller, app, dataSource));
    await rows('bank', async (tx) => loadDemoBank(tx, await password(), DEMO_PASSWORD));
    await story('credits', (teller) => tellCreditStory(teller, dataSource));
    await story('reports', (teller) => tellReports(teller, dataSource));
    await story('duties', (teller) => tellDuties(teller, app));
    await story('assistance', (teller) => tellAssistance(teller, app, dataSource));
    return await demoSignIns(dataSource);
  } finally {
    await runner.release();
    await guard.destroy();
  }
}

/** The accounts the loader made; none where no demo world was loaded. */
export async function demoSignIns(dataSource: DataSource): Promise<readonly DemoSignIn[]> {
  const rows: { sign_ins: DemoSignIn[] }[] = await dataSource.query(
    `select summary -> 'signIns' as sign_ins from demo_load where summary ? 'signIns' order by name`,
  );
  return rows.flatMap((row) => row.sign_ins);
}

import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DemoLoad } from '../../../platform/records/demo-load.entity.js';
import { hashPassword } from '../../../modules/identity/index.js';
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
import { loadProductsInDepth } from './products-in-depth.js';
import { loadDemoReadiness } from './readiness.js';
import { tellReports } from './report-story.js';
import { Storyteller } from './storyteller.js';
import { tellLifeWaivers } from './life-waivers.js';
import { loadDemoBuyer, tellPurchaseLimits } from './purchase-limits.js';
import { tellOrderGroups } from './order-groups.js';
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
  try {
    await runner.query('select pg_advisory_lock($1)', [LOADING]);
    const loaded: { name: string }[] = await runner.query('select name from demo_load');
    const has = (name: string) => loaded.some((row) => row.name === name);
    const today = new Date();
    if (!has('catalog')) {
      log('Nạp dữ liệu mẫu (khoảng nửa phút, chỉ lần đầu)...');
      await app.get(UnitOfWork).run(SYSTEM, async (tx) => {
        const summary = await loadDemoCatalog(tx, { today: tx.today, hash: hashPassword, password: DEMO_PASSWORD });
        await tx.insert(DemoLoad, { name: 'catalog', loadedAt: today, summary: { signIns: summary.signIns } });
      });
    }
    if (!has('readiness')) {
      await app.get(UnitOfWork).run(SYSTEM, async (tx) => {
        await loadDemoReadiness(tx);
        await tx.insert(DemoLoad, { name: 'readiness', loadedAt: today, summary: {} });
      });
    }
    if (!has('registry')) {
      const passwordHash = await hashPassword(DEMO_PASSWORD);
      await app.get(UnitOfWork).run(SYSTEM, async (tx) => {
        await loadDemoRegistry(tx, passwordHash);
        await tx.insert(DemoLoad, { name: 'registry', loadedAt: new Date(), summary: {} });
      });
    }
    if (!has('trade')) {
      const [row]: { loaded_at: Date }[] = await runner.query(`select loaded_at from demo_load where name = 'catalog'`);
      const teller = new Storyteller(app, databaseUrl, row!.loaded_at);
      try {
        await tellStories(app, teller, app.get(DataSource), (...paper) => keepDemoScan(app, ...paper));
      } finally {
        teller.now();
      }
      await app.get(UnitOfWork).run(SYSTEM, (tx) => tx.insert(DemoLoad, { name: 'trade', loadedAt: new Date(), summary: {} }));
    }
    if (!has('supply')) {
      await app.get(UnitOfWork).run(SYSTEM, async (tx) => {
        await loadDemoSupply(tx);
        await tx.insert(DemoLoad, { name: 'supply', loadedAt: new Date(), summary: {} });
      });
    }
    if (!has('products')) {
      await app.get(UnitOfWork).run(SYSTEM, async (tx) => {
        await loadProductsInDepth(tx);
        await tx.insert(DemoLoad, { name: 'products', loadedAt: today, summary: {} });
      });
    }
    if (!has('ordering-terms')) {
      await app.get(UnitOfWork).run(SYSTEM, async (tx) => {
        await loadOrderingTerms(tx);
        await tx.insert(DemoLoad, { name: 'ordering-terms', loadedAt: today, summary: {} });
      });
    }
    if (!has('order-groups')) {
      const [row]: { loaded_at: Date }[] = await runner.query(`select loaded_at from demo_load where name = 'catalog'`);
      await tellOrderGroups(new Storyteller(app, databaseUrl, row!.loaded_at), app.get(DataSource));
      await app
        .get(UnitOfWork)
        .run(SYSTEM, (tx) => tx.insert(DemoLoad, { name: 'order-groups', loadedAt: new Date(), summary: {} }));
    }
    if (!has('life-waivers')) {
      const [row]: { loaded_at: Date }[] = await runner.query(`select loaded_at from demo_load where name = 'catalog'`);
      await tellLifeWaivers(new Storyteller(app, databaseUrl, row!.loaded_at), app.get(DataSource));
      await app
        .get(UnitOfWork)
        .run(SYSTEM, (tx) => tx.insert(DemoLoad, { name: 'life-waivers', loadedAt: new Date(), summary: {} }));
    }
    if (!has('buyer-clerk')) {
      const passwordHash = await hashPassword(DEMO_PASSWORD);
      await app.get(UnitOfWork).run(SYSTEM, async (tx) => {
        const signIns = await loadDemoBuyer(tx, passwordHash, DEMO_PASSWORD);
        await tx.insert(DemoLoad, { name: 'buyer-clerk', loadedAt: new Date(), summary: { signIns } });
      });
    }
    if (!has('purchase-limits')) {
      const [row]: { loaded_at: Date }[] = await runner.query(`select loaded_at from demo_load where name = 'catalog'`);
      await tellPurchaseLimits(new Storyteller(app, databaseUrl, row!.loaded_at), app.get(DataSource));
      await app
        .get(UnitOfWork)
        .run(SYSTEM, (tx) => tx.insert(DemoLoad, { name: 'purchase-limits', loadedAt: new Date(), summary: {} }));
    }
    if (!has('sourcing')) {
      const [row]: { loaded_at: Date }[] = await runner.query(`select loaded_at from demo_load where name = 'catalog'`);
      const teller = new Storyteller(app, databaseUrl, row!.loaded_at);
      try {
        await tellSourcingStory(teller, app.get(DataSource));
      } finally {
        teller.now();
      }
      await app.get(UnitOfWork).run(SYSTEM, (tx) => tx.insert(DemoLoad, { name: 'sourcing', loadedAt: new Date(), summary: {} }));
    }
    if (!has('wants')) {
      const [row]: { loaded_at: Date }[] = await runner.query(`select loaded_at from demo_load where name = 'catalog'`);
      const teller = new Storyteller(app, databaseUrl, row!.loaded_at);
      try {
        await tellWants(teller, app.get(DataSource));
      } finally {
        teller.now();
      }
      await app.get(UnitOfWork).run(SYSTEM, (tx) => tx.insert(DemoLoad, { name: 'wants', loadedAt: new Date(), summary: {} }));
    }
    if (!has('conference')) {
      const [row]: { loaded_at: Date }[] = await runner.query(`select loaded_at from demo_load where name = 'catalog'`);
      const teller = new Storyteller(app, databaseUrl, row!.loaded_at);
      await tellConference(teller, app);
      await app
        .get(UnitOfWork)
        .run(SYSTEM, (tx) => tx.insert(DemoLoad, { name: 'conference', loadedAt: new Date(), summary: {} }));
    }
    if (!has('booths')) {
      await app.get(UnitOfWork).run(SYSTEM, async (tx) => {
        await loadDemoBooths(tx);
        await tx.insert(DemoLoad, { name: 'booths', loadedAt: new Date(), summary: {} });
      });
    }
    if (!has('talks')) {
      const [row]: { loaded_at: Date }[] = await runner.query(`select loaded_at from demo_load where name = 'catalog'`);
      await tellTalks(new Storyteller(app, databaseUrl, row!.loaded_at), app.get(DataSource));
      await app.get(UnitOfWork).run(SYSTEM, (tx) => tx.insert(DemoLoad, { name: 'talks', loadedAt: new Date(), summary: {} }));
    }
    if (!has('imports')) {
      const [row]: { loaded_at: Date }[] = await runner.query(`select loaded_at from demo_load where name = 'catalog'`);
      const teller = new Storyteller(app, databaseUrl, row!.loaded_at);
      try {
        await tellImports(teller, app, app.get(DataSource));
      } finally {
        teller.now();
      }
      await app.get(UnitOfWork).run(SYSTEM, (tx) => tx.insert(DemoLoad, { name: 'imports', loadedAt: new Date(), summary: {} }));
    }
    if (!has('department')) {
      const passwordHash = await hashPassword(DEMO_PASSWORD);
      await app.get(UnitOfWork).run(SYSTEM, async (tx) => {
        const signIns = await loadDemoDepartment(tx, passwordHash, DEMO_PASSWORD);
        await tx.insert(DemoLoad, { name: 'department', loadedAt: new Date(), summary: { signIns } });
      });
    }
    if (!has('petitions')) {
      const [row]: { loaded_at: Date }[] = await runner.query(`select loaded_at from demo_load where name = 'catalog'`);
      const teller = new Storyteller(app, databaseUrl, row!.loaded_at);
      try {
        await tellPetitionStory(teller, app, app.get(DataSource));
      } finally {
        teller.now();
      }
      await app
        .get(UnitOfWork)
        .run(SYSTEM, (tx) => tx.insert(DemoLoad, { name: 'petitions', loadedAt: new Date(), summary: {} }));
    }
    if (!has('reports')) {
      const [row]: { loaded_at: Date }[] = await runner.query(`select loaded_at from demo_load where name = 'catalog'`);
      const teller = new Storyteller(app, databaseUrl, row!.loaded_at);
      try {
        await tellReports(teller, app.get(DataSource));
      } finally {
        teller.now();
      }
      await app.get(UnitOfWork).run(SYSTEM, (tx) => tx.insert(DemoLoad, { name: 'reports', loadedAt: new Date(), summary: {} }));
    }
    if (!has('duties')) {
      const [row]: { loaded_at: Date }[] = await runner.query(`select loaded_at from demo_load where name = 'catalog'`);
      const teller = new Storyteller(app, databaseUrl, row!.loaded_at);
      try {
        await tellDuties(teller, app);
      } finally {
        teller.now();
      }
      await app.get(UnitOfWork).run(SYSTEM, (tx) => tx.insert(DemoLoad, { name: 'duties', loadedAt: new Date(), summary: {} }));
    }
    if (!has('bank')) {
      const passwordHash = await hashPassword(DEMO_PASSWORD);
      await app.get(UnitOfWork).run(SYSTEM, async (tx) => {
        const signIns = await loadDemoBank(tx, passwordHash, DEMO_PASSWORD);
        await tx.insert(DemoLoad, { name: 'bank', loadedAt: new Date(), summary: { signIns } });
      });
    }
    if (!has('credits')) {
      const [row]: { loaded_at: Date }[] = await runner.query(`select loaded_at from demo_load where name = 'catalog'`);
      const teller = new Storyteller(app, databaseUrl, row!.loaded_at);
      try {
        await tellCreditStory(teller, app.get(DataSource));
      } finally {
        teller.now();
      }
      await app.get(UnitOfWork).run(SYSTEM, (tx) => tx.insert(DemoLoad, { name: 'credits', loadedAt: new Date(), summary: {} }));
    }
    return await demoSignIns(app.get(DataSource));
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

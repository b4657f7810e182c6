import { request, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core';
import { DESKTOP, openBrowser, openVisit, PHONE, type Visit } from './browser.js';
import { SCREENSHOTS } from './screenshots.js';
import { signIn } from './sign-in.js';
import { startServer, type RunningServer, type SignIn } from './server.js';

export type Role =
  | 'SELLER_DIRECTOR'
  | 'SELLER_STAFF'
  | 'BUYER'
  | 'BUYER_MANAGER'
  | 'BUYER_RECEIVER'
  | 'ALLIANCE_OFFICER'
  | 'ALLIANCE_LEADER'
  | 'DEPARTMENT_LEADER'
  | 'BANK_OFFICER';

type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** One server with a fresh demo world and one browser, shared by every journey: starting them is the slow part. */
export class Stage {
  private readonly sessions = new Map<string, Promise<Session>>();
  private readonly visits: Visit[] = [];

  private constructor(
    readonly server: RunningServer,
    readonly browser: Browser,
  ) {}

  static async open(): Promise<Stage> {
    const [server, browser] = await Promise.allSettled([startServer(), openBrowser()]);
    if (server.status === 'fulfilled' && browser.status === 'fulfilled') return new Stage(server.value, browser.value);
    if (server.status === 'fulfilled') await server.value.stop();
    if (browser.status === 'fulfilled') await browser.value.close();
    throw (server.status === 'rejected' ? server : (browser as PromiseRejectedResult)).reason;
  }

  /** The demo accounts of a role, always in the same order. */
  people(role: Role): SignIn[] {
    return this.server.signIns.filter((account) => account.role === role);
  }

  person(role: Role): SignIn {
    const [first] = this.people(role);
    if (!first) throw new Error(`The demo world has nobody with the role ${role}`);
    return first;
  }

  async visit(where: 'phone' | 'desk', options: BrowserContextOptions = {}): Promise<Visit> {
    const phone = { viewport: PHONE, hasTouch: true, isMobile: true };
    const visit = await openVisit(this.browser, this.server.url, {
      ...(where === 'phone' ? phone : { viewport: DESKTOP }),
      ...options,
    });
    this.visits.push(visit);
    return visit;
  }

  /** A visit of somebody who has signed in before: each person types the password once. */
  async visitAs(who: SignIn, where: 'phone' | 'desk', options: BrowserContextOptions = {}): Promise<Visit> {
    return this.visit(where, { storageState: await this.session(who), ...options });
  }

  /** Asks the API as this person, without a page. */
  async ask<Data>(who: SignIn, query: string, variables: object = {}): Promise<Data> {
    const client = await request.newContext({ baseURL: this.server.url, storageState: await this.session(who) });
    try {
      const headers = { 'apollo-require-preflight': 'true' };
      const answer = await client.post('/graphql', { data: { query, variables }, headers });
      const { data, errors } = (await answer.json()) as { data?: Data; errors?: unknown };
      if (!data) throw new Error(`No answer to ${query}: ${JSON.stringify(errors)}`);
      return data;
    } finally {
      await client.dispose();
    }
  }

  /** Errors of scripts, of the console and of the content security policy in every visit so far. */
  problems(): string[] {
    return this.visits.flatMap(({ problems }) => problems);
  }

  /** Every page that is open now, as it looks: what to see when a journey fails. */
  async picture(name: string): Promise<void> {
    const pages = this.visits.flatMap(({ page }) => (page.isClosed() ? [] : [page]));
    await Promise.all(
      pages.map((page, at) => page.screenshot({ path: `${SCREENSHOTS}/${name}-${at + 1}.png` }).catch(() => null)),
    );
  }

  /** Closes every page of the journey that ends: an open one goes on asking for news beside the next. */
  async leave(): Promise<void> {
    await Promise.all(this.visits.map(({ context }) => context.close()));
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
  }

  private session(who: SignIn) {
    let session = this.sessions.get(who.login);
    if (!session) {
      session = this.firstSession(who);
      this.sessions.set(who.login, session);
    }
    return session;
  }

  private async firstSession({ login, password }: SignIn) {
    const { page, context } = await this.visit('desk');
    await signIn(page, login, password);
    const state = await context.storageState();
    await context.close();
    return state;
  }
}

import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { findOrInstallChromium } from '../../../../tools/chromium.mjs';

/** The browser must ask nobody on the internet: machines without a way out would log a refusal for each attempt. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  // A window of the full browser keeps pages of its own ready (tab search and the like), which nobody sees here.
  '--disable-features=PreloadTopChromeWebUI,WebUITabStrip,TabHoverCardImages,SidePanel',
];

/** Chromium's sandbox cannot run as root, which is who runs inside most containers. */
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findOrInstallChromium(), args: [...QUIET, ...sandbox] });
}

export const PHONE = { width: 360, height: 780 };
export const DESKTOP = { width: 1280, height: 900 };

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** Errors of scripts and of the console since the page opened. */
  problems: string[];
}

/** A person with a clean browser, in Vietnam. */
export async function openVisit(browser: Browser, baseURL: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({
    baseURL,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: DESKTOP,
    acceptDownloads: true,
    ...options,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  return { page, context, problems };
}

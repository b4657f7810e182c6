import type { Page } from 'playwright-core';
import { inOrder } from '../support/steps.js';
import { settled } from '../support/settled.js';
import type { Stage } from '../support/stage.js';

/** Letters that only Vietnamese writes. */
const VIETNAMESE = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;

/** What the interface itself says: navigation, headings, buttons, labels, columns and tabs. Names and titles people typed stay as they are. */
const interfaceTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const own = 'nav a, h1, h2, main button, main label, main th, [role="columnheader"], [role="tab"], main dt, legend, summary';
    const typed =
      'main a[href^="/catalog/"], main a[href^="/agreements/"], main a[href^="/c/"], li h2, [lang="vi"], [lang="vi"] *';
    return [...document.querySelectorAll<HTMLElement>(own)]
      .filter((element) => element.checkVisibility() && !element.matches(typed) && !element.querySelector(typed))
      .map((element) => element.textContent!.trim())
      .filter(Boolean);
  });

const SCREENS: [role: 'BUYER_MANAGER' | 'SELLER_DIRECTOR' | 'ALLIANCE_OFFICER', path: string, title: string][] = [
  ['SELLER_DIRECTOR', '/work', 'To do'],
  ['SELLER_DIRECTOR', '/products', 'My products'],
  ['SELLER_DIRECTOR', '/products/new', 'Add a product'],
  ['BUYER_MANAGER', '/catalog', 'Product catalogue'],
  ['BUYER_MANAGER', '/orders', 'Orders'],
  ['BUYER_MANAGER', '/orders/new', 'Place an order'],
  ['BUYER_MANAGER', '/payments', 'Payments'],
  ['ALLIANCE_OFFICER', '/board', 'Agreement board'],
  ['ALLIANCE_OFFICER', '/review', 'Product review'],
  ['ALLIANCE_OFFICER', '/agreements/new', 'Record a memorandum'],
];

/** English is complete where people navigate and read headings; the choice is remembered and can be taken back. */
export function twoLanguages(stageOf: () => Stage): void {
  const step = inOrder(stageOf);
  let visitor: Page;

  step('a visitor switches to English and back; the choice outlives a reload', async () => {
    visitor = (await stageOf().visit('desk')).page;
    await visitor.goto('/');
    expect(await visitor.evaluate(() => document.documentElement.lang)).toBe('vi');
    await visitor.getByRole('button', { name: 'Switch to English' }).click();
    await visitor.getByRole('link', { name: 'Sign in' }).first().waitFor();
    await visitor.reload();
    await visitor.getByRole('link', { name: 'Sign in' }).first().waitFor();
    expect(await visitor.evaluate(() => document.documentElement.lang)).toBe('en');
    await visitor.getByRole('button', { name: 'Chuyển sang tiếng Việt' }).click();
    await visitor.getByRole('link', { name: 'Đăng nhập' }).first().waitFor();
    expect(await visitor.evaluate(() => document.documentElement.lang)).toBe('vi');
  });

  step('no Vietnamese is left in the interface of the main screens in English', async () => {
    const stage = stageOf();
    const left: string[] = [];
    const pages = new Map<string, Page>();
    for (const [role, path, title] of SCREENS) {
      let page = pages.get(role);
      if (!page) {
        page = (await stage.visitAs(stage.person(role), 'desk')).page;
        pages.set(role, page);
        await page.goto('/work');
        await page.getByRole('button', { name: 'Tài khoản' }).click();
        await page.getByRole('menuitem', { name: 'English' }).click();
        await page.getByRole('heading', { level: 1, name: 'To do' }).waitFor();
      }
      await page.goto(path);
      await settled(page);
      const texts = await interfaceTexts(page);
      expect(texts.length).toBeGreaterThan(5);
      left.push(...texts.filter((text) => VIETNAMESE.test(text)).map((text) => `${path}: ${text}`));
      const heading = await page.getByRole('heading', { level: 1 }).first().textContent();
      if (heading !== title) left.push(`${path}: the heading is “${heading}”, not “${title}”`);
    }
    expect(left).toEqual([]);
    for (const page of pages.values()) {
      await page.getByRole('button', { name: 'Account' }).click();
      await page.getByRole('menuitem', { name: 'Tiếng Việt' }).click();
      await page.getByRole('navigation', { name: 'Các trang chính' }).first().waitFor();
    }
  });
}

import type { Page } from 'playwright-core';
import { inOrder } from '../support/steps.js';
import { settled } from '../support/settled.js';
import type { Stage } from '../support/stage.js';

/** Letters that only Vietnamese writes. */
const VIETNAMESE = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;

/** What the interface itself says: navigation, headings, buttons, labels, columns and tabs. Names and titles people typed stay as they are. */
const interfaceTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const own =
      'nav a, h1, h2, main button, main label, main thead th, [role="columnheader"], [role="tab"], main dt, legend, summary';
    const typed =
      'main a[href^="/catalog/"], main a[href^="/agreements/"], main a[href^="/c/"], li h2, [lang="vi"], [lang="vi"] *';
    return [...document.querySelectorAll<HTMLElement>(own)]
      .filter((element) => element.checkVisibility() && !element.matches(typed) && !element.querySelector(typed))
      .map((element) => element.textContent!.trim())
      .filter(Boolean);
  });

const ROLES = ['SELLER_DIRECTOR', 'BUYER_MANAGER', 'ALLIANCE_OFFICER'] as const;
const SCREENS: Record<(typeof ROLES)[number], [path: string, title: string][]> = {
  SELLER_DIRECTOR: [
    ['/work', 'To do'],
    ['/products', 'My products'],
    ['/products/new', 'Add a product'],
  ],
  BUYER_MANAGER: [
    ['/catalog', 'Product catalogue'],
    ['/orders', 'Orders'],
    ['/orders/new', 'Place an order'],
    ['/payments', 'Payments'],
  ],
  ALLIANCE_OFFICER: [
    ['/board', 'Agreement board'],
    ['/review', 'Product review'],
    ['/agreements/new', 'Record a memorandum'],
  ],
};

async function vietnameseLeft(page: Page, path: string, title: string): Promise<string[]> {
  await page.goto(path);
  await settled(page);
  const texts = await interfaceTexts(page);
  expect(texts.length).toBeGreaterThan(5);
  expect(texts).toContain(title);
  return texts.filter((text) => VIETNAMESE.test(text)).map((text) => `${path}: ${text}`);
}

/** The choice of a language is remembered and can be taken back. */
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
}

/** English is complete where people navigate and read headings. */
export function noVietnameseIsLeft(stageOf: () => Stage): void {
  const step = inOrder(stageOf);

  step('no Vietnamese is left in the interface of the main screens in English', async () => {
    const stage = stageOf();
    const left = await Promise.all(
      ROLES.map(async (role) => {
        const { page } = await stage.visitAs(stage.person(role), 'desk');
        await page.goto('/work');
        await page.getByRole('button', { name: 'Tài khoản' }).click();
        await page.getByRole('menuitem', { name: 'English' }).click();
        await page.getByRole('heading', { level: 1, name: 'To do' }).waitFor();
        try {
          const found: string[] = [];
          for (const [path, title] of SCREENS[role]) found.push(...(await vietnameseLeft(page, path, title)));
          return found;
        } finally {
          // The language belongs to the account: the next journey of this person is in Vietnamese again.
          await page.getByRole('button', { name: 'Account' }).click();
          await page.getByRole('menuitem', { name: 'Tiếng Việt' }).click();
          await page.getByRole('button', { name: 'Tài khoản' }).waitFor();
        }
      }),
    );
    expect(left.flat()).toEqual([]);
  });
}

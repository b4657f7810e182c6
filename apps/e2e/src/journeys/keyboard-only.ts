import type { Page } from 'playwright-core';
import { inOrder } from '../support/steps.js';
import type { Stage } from '../support/stage.js';

/** Text of what has the focus: its name, as a reader would say it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const active = document.activeElement as HTMLElement | null;
    const label = active?.id ? document.querySelector(`label[for="${CSS.escape(active.id)}"]`)?.textContent : null;
    return (active?.getAttribute('aria-label') ?? label ?? active?.textContent ?? '').trim();
  });

/** Tab until the focus stands on what is wanted; a trap or a missing stop ends in an error. */
async function tabTo(page: Page, name: RegExp, limit = 80): Promise<void> {
  for (let presses = 0; presses < limit; presses += 1) {
    await page.keyboard.press('Tab');
    if (name.test(await focused(page))) return;
  }
  throw new Error(`Tab never came to ${name}; it stands on “${await focused(page)}”`);
}

/** From the sign-in to a row of the order pad without touching a mouse. */
export function keyboardOnly(stageOf: () => Stage): void {
  const step = inOrder(stageOf);
  let page: Page;

  step('a buyer signs in', async () => {
    const stage = stageOf();
    ({ page } = await stage.visit('desk'));
    const { login, password } = stage.person('BUYER_MANAGER');
    await page.goto('/sign-in');
    await page.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor();
    await tabTo(page, /^Số điện thoại hoặc e-mail/);
    await page.keyboard.type(login);
    await tabTo(page, /^Mật khẩu/);
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Việc cần làm' }).waitFor();
  });

  step('the first stop of a page leads past the navigation, and every stop can be seen', async () => {
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Việc cần làm' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Đến nội dung chính');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main-content');
    await page.keyboard.press('Tab');
    const ring = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement!);
      return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    });
    expect(ring).toBe(true);
  });

  step('finds a product with the search key and opens it', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.getByRole('heading', { level: 1, name: 'Danh mục sản phẩm' }).waitFor();
    const search = page.getByRole('combobox', { name: 'Tìm sản phẩm, hợp tác xã' });
    await search.waitFor();
    if (!(await search.evaluate((field) => field === document.activeElement))) await page.keyboard.press('/');
    await page.keyboard.type('na dai chi lang');
    await page.waitForURL(/q=na/);
    await page.getByRole('link', { name: 'Na dai Chi Lăng loại 1' }).waitFor();
    await tabTo(page, /^Na dai Chi Lăng loại 1/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Na dai Chi Lăng loại 1' }).waitFor();
  });

  step('reaches the order pad from there', async () => {
    await tabTo(page, /^Đặt hàng$/);
    // The first of that name stands in the navigation; the product's own comes after it.
    while (!(await page.evaluate(() => document.getElementById('main-content')!.contains(document.activeElement)))) {
      await tabTo(page, /^Đặt hàng$/);
    }
    await page.keyboard.press('Enter');
    await page.getByRole('grid', { name: 'Bảng đặt hàng' }).waitFor();
  });

  step('fills a row with the keys of a sheet, undoes it and takes it back', async () => {
    const at = () => page.evaluate(() => document.activeElement?.getAttribute('data-cell') ?? '');
    for (let presses = 0; presses < 60 && !(await at()); presses += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Control+Home');
    expect(await at()).toBe('0:0');
    // A seller with several grades or packs has a column more.
    const headers = await page.getByRole('grid', { name: 'Bảng đặt hàng' }).getByRole('columnheader').allTextContents();
    const column = (name: string) =>
      headers.findIndex((text) => text.includes(name)) - headers.findIndex((text) => text.includes('Sản phẩm'));
    const [quantity, amount] = [column('Số lượng'), column('Thành tiền')];
    expect(amount).toBeGreaterThan(quantity);
    await page.keyboard.press('ArrowRight');
    expect(await at()).toBe('0:1');
    await page.keyboard.press('ArrowDown');
    expect(await at()).toBe('1:1');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('na dai');
    await page.getByRole('option', { name: /^Na dai Chi Lăng loại 1/ }).waitFor();
    await page.keyboard.press('Enter');
    const cell = (row: number, column: number) => page.locator(`[data-cell="${row}:${column}"]`);
    await cell(1, 0).getByText('Na dai Chi Lăng loại 1').waitFor();
    for (let steps = 0; steps < quantity; steps += 1) await page.keyboard.press('ArrowRight');
    expect(await at()).toBe(`1:${quantity}`);
    await page.keyboard.type('200');
    await page.keyboard.press('Enter');
    await cell(1, amount).getByText(/₫/).waitFor();
    await page.keyboard.press('Control+z');
    await cell(1, quantity).getByText('200').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Shift+z');
    await cell(1, quantity).getByText('200').waitFor();
  });

  step('leaves the sheet again with Escape and Tab', async () => {
    await page.keyboard.press('Escape');
    await tabTo(page, /^Ngày cần giao/, 6);
  });
}

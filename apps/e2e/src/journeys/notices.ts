import type { Page } from 'playwright-core';
import { inOrder } from '../support/steps.js';
import type { Stage } from '../support/stage.js';

/** What rings, what waits for the daily letter, and when it is quiet. */
export function noticesOnesOwnWay(stageOf: () => Stage): void {
  const step = inOrder(stageOf);
  let page: Page;

  step('a buyer puts one kind of news into the daily letter and sets quiet hours', async () => {
    const stage = stageOf();
    ({ page } = await stage.visitAs(stage.person('BUYER'), 'phone'));
    await page.goto('/notices/settings');
    const way = page.locator('select[id^="way-"]:not([disabled])').first();
    await way.selectOption('DIGEST');
    const quiet = page.getByLabel('Không gửi e-mail trong giờ yên tĩnh');
    await quiet.check();
    await page.getByLabel('Từ', { exact: true }).fill('22:30');
    await page.getByLabel('Thư mỗi ngày gửi lúc').fill('25:00');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Viết giờ như 21:00.').first().waitFor();
    await page.getByLabel('Thư mỗi ngày gửi lúc').fill('06:15');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu cách nhận thông báo.').waitFor();
    await page.reload();
    await way.waitFor();
    expect(await way.inputValue()).toBe('DIGEST');
    expect(await page.getByLabel('Từ', { exact: true }).inputValue()).toBe('22:30');
    expect(await page.getByLabel('Thư mỗi ngày gửi lúc').inputValue()).toBe('06:15');
  });

  step('the bell counts what is unread, and is still once all is read', async () => {
    await page.goto('/notices');
    await page
      .getByRole('banner')
      .getByRole('link', { name: /^Thông báo, (hơn 99|\d+) chưa đọc/ })
      .waitFor();
    await page.getByRole('button', { name: 'Đánh dấu đã đọc hết' }).click();
    await page.getByText('Đã đánh dấu đọc hết.').waitFor();
    await page.getByRole('banner').getByRole('link', { name: 'Thông báo, không có gì mới' }).waitFor();
  });
}

import type { Page } from 'playwright-core';

/** As a person does it; ends on the list of what waits. */
export async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Số điện thoại hoặc e-mail').fill(login);
  await page.getByLabel(/^Mật khẩu/).fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Việc cần làm' }).waitFor();
}

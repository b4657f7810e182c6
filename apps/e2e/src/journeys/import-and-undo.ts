import type { Page } from 'playwright-core';
import { inOrder } from '../support/steps.js';
import type { Stage } from '../support/stage.js';

const HEADER = 'Mã hàng;Tên sản phẩm;Nhóm sản phẩm;Đơn vị bán;Tên kiện;Số đơn vị trong kiện;Giá;Mùa vụ;Bảo quản;Thuế';
const line = (code: string, name: string, group: string): string =>
  `${code};${name};${group};kg;Thùng 10 kg;10;40.000;T7-T9;Mát;Nông sản chưa chế biến`;
const csv = (...lines: string[]): { name: string; mimeType: string; buffer: Buffer } => ({
  name: 'san-pham.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\ufeff${[HEADER, ...lines].join('\r\n')}\r\n`),
});

/** A cooperative brings products in from a spreadsheet with a mistake, mends it, and takes it all back. */
export function importAndUndo(stageOf: () => Stage): void {
  const step = inOrder(stageOf);
  let page: Page;

  const upload = async (file: ReturnType<typeof csv>) => {
    await page.goto('/imports');
    await page.locator('input[type=file]').setInputFiles(file);
  };
  const letIn = async (count: number) => {
    await page.getByRole('button', { name: `Nhập ${count} dòng` }).click();
    await page.getByText('Đã nhập xong.').waitFor();
  };

  step('a wrong cell is named with its repair before anything changes', async () => {
    const stage = stageOf();
    ({ page } = await stage.visitAs(stage.person('SELLER_DIRECTOR'), 'phone'));
    await upload(csv(line('NHAP-1', 'Na nhập một', 'Thực phẩm'), line('NHAP-2', 'Na nhập hai', 'Hoa quả')));
    await page.getByText('Giá trị không có trong danh sách').first().waitFor();
    expect(await page.getByText('C3', { exact: false }).first().isVisible()).toBe(true);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Tải riêng các dòng cần sửa' }).click();
    expect((await download).suggestedFilename()).toBe('dong-can-sua.xlsx');
  });

  step('the right rows go in, the mended one follows', async () => {
    await letIn(1);
    await upload(csv(line('NHAP-2', 'Na nhập hai', 'Thực phẩm')));
    await letIn(1);
    await page.goto('/products?status=DRAFT');
    await page.getByText('Na nhập hai').waitFor();
    await page.getByText('Na nhập một').waitFor();
  });

  step('an import is taken back, and its product with it', async () => {
    await page.goto('/imports');
    await page.getByRole('link', { name: 'san-pham.csv' }).first().click();
    await page.getByRole('button', { name: 'Hoàn tác lần nhập này' }).click();
    await page.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
    await page.getByText('Đã hoàn tác 1 mục.').waitFor();
    await page.goto('/products?status=DRAFT');
    await page.getByText('Na nhập một').waitFor();
    expect(await page.getByText('Na nhập hai').count()).toBe(0);
  });
}

import type { Page } from 'playwright-core';
import { inOrder } from '../support/steps.js';
import { dayFromNow } from '../support/papers.js';
import type { Stage } from '../support/stage.js';

const TITLE = 'Hồng vành khuyên cho mùa Tết';
const GOODS = 'Hồng vành khuyên sấy, loại 1';

const said = (page: Page, text: string | RegExp) => page.getByRole('region', { name: 'Thông báo' }).getByText(text).waitFor();
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const pathOf = (page: Page) => new URL(page.url()).pathname;

/** Five cooperatives are asked; one bargains on a phone; what was agreed becomes an order without typing it again. */
export function fromQuestionToOrder(stageOf: () => Stage): void {
  const step = inOrder(stageOf);
  let buyer: Page, director: Page;
  let rfq = '';

  step('a buyer pastes the goods from a sheet and asks five cooperatives', async () => {
    const stage = stageOf();
    buyer = (await stage.visitAs(stage.person('BUYER_MANAGER'), 'desk')).page;
    await buyer.goto('/rfqs/new');
    await buyer.getByLabel('Tên yêu cầu').fill(TITLE);
    await buyer.locator('[data-cell="0:0"]').click();
    await buyer.evaluate((text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document
        .querySelector('[data-cell="0:0"]')!
        .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, `Tên hàng\tSố lượng\n${GOODS}\t500`);
    const found = await stage.ask<{ organizations: { name: string; shortName: string }[] }>(
      stage.person('BUYER_MANAGER'),
      '{ organizations(search: "htx mau", first: 40) { name shortName } }',
    );
    const sellers = stage.people('SELLER_DIRECTOR').map(({ organization }) => organization);
    const others = found.organizations.map(({ shortName }) => shortName).filter((name) => !sellers.includes(name));
    for (const name of [...sellers, ...others].slice(0, 5)) {
      await buyer.getByRole('combobox', { name: 'Thêm đơn vị' }).fill(name);
      await buyer.getByRole('listbox').getByRole('option', { name }).first().click();
    }
    await buyer.getByText('Sẽ mời 5 đơn vị').waitFor();
    await buyer.getByLabel('Hạn nhận báo giá').fill(dayFromNow(5));
    await buyer.getByRole('button', { name: 'Gửi yêu cầu' }).click();
    await said(buyer, /^Đã gửi yêu cầu HG-/);
    await heading(buyer, TITLE);
    rfq = pathOf(buyer);
  });

  step('a director finds it among the things to do and quotes on a phone', async () => {
    const stage = stageOf();
    director = (await stage.visitAs(stage.person('SELLER_DIRECTOR'), 'phone')).page;
    await director.goto('/work');
    await director.getByRole('main').getByRole('listitem').filter({ hasText: TITLE }).first().getByRole('link').click();
    await heading(director, /^Báo giá HG-/);
    await director.getByLabel('Giá bán').fill('185k');
    await director.getByLabel('Hiệu lực đến').fill(dayFromNow(20));
    await director.getByRole('button', { name: 'Gửi báo giá' }).click();
    await said(director, 'Đã gửi báo giá.');
    const seen = await director.getByRole('main').textContent();
    expect(seen).not.toContain(stage.people('SELLER_DIRECTOR')[1]!.organization);
  });

  step('the buyer proposes another price, the director revises, and the history keeps both', async () => {
    await buyer.reload();
    const seller = stageOf().person('SELLER_DIRECTOR').organization;
    await buyer.getByRole('row').filter({ hasText: seller }).getByRole('button', { name: 'Xem báo giá' }).click();
    const dialog = buyer.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Đề nghị khác' }).click();
    await dialog.getByLabel(new RegExp(`Giá mong muốn cho ${GOODS}`)).fill('175.000');
    await dialog.getByRole('button', { name: 'Gửi đề nghị' }).click();
    await said(buyer, 'Đã gửi đề nghị.');
    await director.goto(`${rfq}/quote`);
    await director.getByText(/Bên mua đề nghị/).waitFor();
    await director.getByLabel('Giá bán').fill('178.000');
    await director.getByRole('button', { name: 'Gửi báo giá' }).click();
    await said(director, 'Đã gửi báo giá.');
    await director.getByText(/185\.000\s₫ → 178\.000\s₫/).waitFor();
  });

  step('the buyer compares, chooses, and orders with one confirmation at the quoted price', async () => {
    await buyer.goto(`${rfq}/compare`);
    await buyer.getByRole('button', { name: 'Chọn theo giá thấp nhất' }).click();
    await buyer.getByRole('button', { name: 'Xem lại và chọn' }).click();
    await buyer.getByRole('dialog').getByRole('button', { name: 'Chọn', exact: true }).click();
    await said(buyer, 'Đã chọn báo giá.');
    await heading(buyer, 'Từ báo giá đến đơn hàng');
    await buyer.getByRole('combobox', { name: new RegExp(`Sản phẩm cho “${GOODS}”`) }).fill('na dai chi lang');
    await buyer
      .getByRole('option', { name: /Na dai Chi Lăng loại 1/ })
      .first()
      .click();
    await buyer.getByRole('button', { name: 'Đặt hàng', exact: true }).click();
    await said(buyer, /^Đã gửi đơn DH-/);
    await heading(buyer, /^Đơn hàng DH-/);
    await buyer
      .getByText(/178\.000\s₫/)
      .first()
      .waitFor();
    await director.goto(rfq);
    await director.getByRole('link', { name: 'Đã đặt hàng' }).waitFor();
  });
}

import type { Page } from 'playwright-core';
import { dayFromNow } from '../support/papers.js';
import { inOrder } from '../support/steps.js';
import type { Stage } from '../support/stage.js';

const GOODS = 'Măng ớt muối lọ 500 g';

/** What a buyer needs is answered by a cooperative, and the answer becomes a request for a price without typing again. */
export function demandBecomesARequest(stageOf: () => Stage): void {
  const step = inOrder(stageOf);
  let buyer: Page;
  let post = '';

  step('a buyer says what is needed each week', async () => {
    const stage = stageOf();
    buyer = (await stage.visitAs(stage.person('BUYER_MANAGER'), 'desk')).page;
    await buyer.goto('/demand/new');
    await buyer.getByLabel('Tên hàng').fill(GOODS);
    await buyer.getByLabel('Số lượng mỗi tuần').fill('200');
    await buyer.getByLabel(/^Đơn vị tính/).fill('lọ');
    await buyer.getByLabel('Từ ngày').fill(dayFromNow(7));
    await buyer.getByLabel('Đến ngày').fill(dayFromNow(60));
    await buyer.getByLabel(/^Ngày cuối nhận trả lời/).fill(dayFromNow(20));
    await buyer.getByRole('button', { name: 'Lưu' }).click();
    await buyer.getByRole('button', { name: 'Đăng tin' }).click();
    await buyer.getByText('Đã đăng tin. Hợp tác xã phù hợp sẽ được báo.').waitFor();
    post = new URL(buyer.url()).pathname;
  });

  step('a director answers from the list, on a phone', async () => {
    const stage = stageOf();
    const director = (await stage.visitAs(stage.person('SELLER_DIRECTOR'), 'phone')).page;
    await director.goto('/demand');
    await director.getByRole('main').getByRole('link').filter({ hasText: GOODS }).first().click();
    await director.getByLabel('Số lượng mỗi tuần').fill('120');
    await director.getByRole('button', { name: 'Gửi trả lời' }).click();
    await director.getByText('Đã gửi. Người mua sẽ được báo.').waitFor();
  });

  step('the buyer chooses the answer and asks for a price', async () => {
    const seller = stageOf().person('SELLER_DIRECTOR').organization;
    await buyer.goto(post);
    await buyer.getByLabel(`Chọn ${seller}`).first().check();
    await buyer.getByRole('link', { name: 'Hỏi giá 1 nơi đã chọn' }).click();
    await buyer.getByText('Sẽ mời 1 đơn vị').waitFor();
    expect(await buyer.getByRole('main').textContent()).toContain(seller);
    expect(await buyer.getByLabel('Tên yêu cầu').inputValue()).toContain(GOODS);
    await buyer.getByRole('grid').getByText(GOODS, { exact: true }).waitFor();
    await buyer.getByRole('grid').getByText('200', { exact: true }).waitFor();
  });
}

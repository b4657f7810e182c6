import type { Page } from 'playwright-core';
import { inOrder } from '../support/steps.js';
import type { SignIn } from '../support/server.js';
import type { Stage } from '../support/stage.js';

interface Due {
  readonly id: string;
  readonly reference: string;
  readonly total: number;
  readonly paidAmount: number;
}

const DUE = `{ paymentRequests(first: 50, filter: { side: BUYER, status: [DUE] }) { edges { node { id reference total paidAmount } } } }`;
/** One card payment carries no more. */
const CARD_MOST = 99_999_999;

/** A debt paid by card on the card service's page, another by transfers that the seller's bank statement shows. */
export function moneyArrives(stageOf: () => Stage): void {
  const step = inOrder(stageOf);
  let payer: SignIn;
  let byCard: Due;
  let byTransfer: Due;
  let buyer: Page;
  let seller: Page;

  step('a buyer has debts of two kinds', async () => {
    const stage = stageOf();
    payer = stage.person('BUYER_MANAGER');
    const { paymentRequests } = await stage.ask<{ paymentRequests: { edges: { node: Due }[] } }>(payer, DUE);
    const due = paymentRequests.edges.map(({ node }) => node).sort((a, b) => a.total - b.total);
    [byCard, byTransfer] = [due[0]!, due[1]!];
    expect(byCard.total).toBeLessThanOrEqual(CARD_MOST);
    ({ page: buyer } = await stage.visitAs(payer, 'desk'));
  });

  step('coming back from the card page without paying leaves the debt unpaid', async () => {
    await buyer.goto(`/payments/${byCard.id}`);
    await buyer.getByRole('button', { name: 'Trả bằng thẻ' }).click();
    await buyer.getByRole('link', { name: 'Sang trang nhập thẻ' }).waitFor();
    await buyer.goto(`/payments/${byCard.id}?card=back`);
    await buyer.getByText('Chưa có khoản tiền nào được ghi nhận.').waitFor();
    await buyer.getByText('chờ nhập thẻ').waitFor();
  });

  step('a declined card pays nothing; an accepted one pays once the card service says so', async () => {
    await buyer.getByRole('link', { name: 'Sang trang nhập thẻ' }).click();
    await buyer.getByRole('heading', { name: 'Trang thẻ mẫu' }).waitFor();
    await buyer.getByRole('button', { name: /Thẻ bị từ chối/ }).click();
    await buyer.getByRole('button', { name: /Thẻ được chấp nhận/ }).click();
    await buyer.waitForURL(`**/payments/${byCard.id}?card=back`);
    await buyer.getByText('Đã thanh toán', { exact: true }).first().waitFor();
    await buyer.getByText('Đã trả bằng thẻ').waitFor();
  });

  step('the seller uploads the bank statement: what names its reference is recorded, the rest waits', async () => {
    const stage = stageOf();
    for (const who of stage.people('SELLER_DIRECTOR')) {
      const { paymentRequest } = await stage.ask<{ paymentRequest: { id: string } | null }>(
        who,
        'query($id: ID!) { paymentRequest(id: $id) { id } }',
        { id: byTransfer.id },
      );
      if (!paymentRequest) continue;
      ({ page: seller } = await stage.visitAs(who, 'phone'));
      break;
    }
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10).split('-').reverse().join('/');
    const rest = byTransfer.total - 1_000_000;
    const statement = [
      'NGÂN HÀNG MẪU',
      'Ngày giao dịch;Số tham chiếu;Số tiền ghi nợ;Số tiền ghi có;Nội dung',
      `${today};FT1;;1.000.000;${byTransfer.reference.slice(0, 7)} ${byTransfer.reference.slice(7)} tra dot 1`,
      `${today};FT2;55.000;;phi dich vu`,
      `${today};FT3;;${rest};sieu thi chuyen tien hang`,
    ].join('\n');
    await seller.goto('/payments/bank');
    await seller
      .locator('input[type=file]')
      .setInputFiles({ name: 'sao-ke.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${statement}`) });
    await seller.getByText('Đã ghi nhận 1 khoản tiền').waitFor();
    await seller.getByText('1 khoản chờ bạn xem.').waitFor();
  });

  step('the seller records the rest by hand, and the debt is paid', async () => {
    await seller.getByRole('button', { name: 'Ghi vào đề nghị' }).click();
    await seller
      .getByRole('dialog')
      .getByRole('button', { name: /^Ghi nhận / })
      .click();
    await seller.getByText('Không có khoản nào chờ xem.').waitFor();
    await buyer.goto(`/payments/${byTransfer.id}`);
    await buyer.getByText('Đã thanh toán', { exact: true }).first().waitFor();
  });
}

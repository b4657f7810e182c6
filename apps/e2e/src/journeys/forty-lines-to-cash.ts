import type { Page } from 'playwright-core';
import { dayFromNow, photo } from '../support/papers.js';
import type { Stage } from '../support/stage.js';
import { inOrder } from '../support/steps.js';
import { fortyLinesForThreeStores } from './forty-lines.js';

const FIRST_TRUCK = 20;

interface Order {
  number: string;
  status: string;
  lines: {
    id: string;
    orderedQty: string;
    confirmedQty: string | null;
    dispatchedQty: string;
    acceptedQty: string;
    packSize: string;
  }[];
  shipments: { id: string; number: string; status: string }[];
  paymentRequests: { id: string; issuedAt: string; owed: number; notedAmount: number; paidAmount: number; status: string }[];
}
const ORDER = `query($id: ID!) { order(id: $id) { number status
  lines { id orderedQty confirmedQty dispatchedQty acceptedQty packSize } shipments { id number status } paymentRequests { id issuedAt owed notedAmount paidAmount status } } }`;

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const said = (page: Page, text: string | RegExp) => page.getByRole('region', { name: 'Thông báo' }).getByText(text).waitFor();
const vi = (value: number | string) => new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 3 }).format(Number(value));

/** One weekly order all the way: short answer, two trucks, rejects, a claim and its credit, an invoice that matches, money in two ways. */
export function fortyLinesToCash(stageOf: () => Stage): void {
  const step = inOrder(stageOf);
  let path = '';
  let buyer: Page, director: Page, receiver: Page;
  let cut: { line: string; from: number; to: number };
  const refused = new Set<string>();
  let trucks: Order['shipments'] = [];
  let first: Order['paymentRequests'][number];
  const order = async (): Promise<Order> =>
    (await stageOf().ask<{ order: Order }>(stageOf().person('BUYER_MANAGER'), ORDER, { id: path.split('/').at(-1) })).order;

  fortyLinesForThreeStores(stageOf, (placed) => (path = placed));

  step(
    'the director gives less of one line and refuses what the store cannot cover, line by line as told; the buyer accepts',
    async () => {
      const stage = stageOf();
      buyer = (await stage.visitAs(stage.person('BUYER_MANAGER'), 'desk')).page;
      director = (await stage.visitAs(stage.person('SELLER_DIRECTOR'), 'phone')).page;
      const [line] = (await order()).lines;
      const from = Number(line!.orderedQty);
      cut = { line: line!.id, from, to: from - Number(line!.packSize) };
      await director.goto(`${path}/acknowledge`);
      await heading(director, /^Trả lời đơn /);
      const card = director.getByRole('main').locator('ol > li').first();
      await card.getByText('Nhận ít hơn').click();
      await card.getByLabel('Giao được bao nhiêu').fill(vi(cut.to));
      await card.getByRole('button', { name: 'Không đủ hàng' }).click();
      const send = async () => {
        await director.getByRole('button', { name: 'Xem lại và gửi' }).click();
        await director.getByRole('dialog').getByRole('button', { name: 'Gửi trả lời' }).click();
      };
      await send();
      const told = director.getByRole('alert').getByRole('link', { name: /^Dòng \d+: Kho chưa có hàng chắc chắn/ });
      await told.first().waitFor();
      for (const sentence of await told.allTextContents()) {
        const row = Number(/\d+/.exec(sentence)![0]) - 1;
        const short = director.getByRole('main').locator('ol > li').nth(row);
        await short.getByText('Từ chối', { exact: true }).click();
        await short.getByRole('button', { name: 'Không đủ hàng' }).click();
        refused.add((await order()).lines[row]!.id);
      }
      await send();
      await said(director, 'Đã gửi đề nghị. Bên mua sẽ đồng ý hoặc huỷ đơn.');
      await buyer.goto(path);
      await buyer.getByRole('button', { name: 'Đồng ý với đề nghị' }).click();
      await said(buyer, 'Đã đồng ý. Đơn được xác nhận theo đề nghị của bên bán.');
      const now = await order();
      expect(now.status).toBe('CONFIRMED');
      expect(now.lines.map(({ confirmedQty }) => Number(confirmedQty))).toEqual(
        now.lines.map(({ id, orderedQty }) => (id === cut.line ? cut.to : refused.has(id) ? 0 : Number(orderedQty))),
      );
    },
  );

  step('two trucks carry it: twenty lines, then what the form says is left', async () => {
    for (const truck of [1, 2]) {
      const left = (await order()).lines.filter((line) => Number(line.confirmedQty) > Number(line.dispatchedQty));
      expect(left).toHaveLength(40 - refused.size - (truck === 1 ? 0 : FIRST_TRUCK));
      await director.goto(`${path}/dispatch`);
      await director.getByLabel('Ngày dự kiến đến').fill(dayFromNow(1));
      await director.getByLabel('Biển số xe').fill(`12C-000.2${truck}`);
      if (truck === 1) for (const { id } of left.slice(FIRST_TRUCK)) await director.locator(`[id="qty-${id}"]`).fill('');
      await director.getByRole('button', { name: 'Báo hàng lên đường' }).click();
      await heading(director, /^Phiếu giao hàng /);
    }
    trucks = (await order()).shipments;
    expect(trucks).toHaveLength(2);
    expect((await order()).lines.filter((line) => Number(line.confirmedQty) !== Number(line.dispatchedQty))).toEqual([]);
  });

  step('the receiver turns some away from the first truck and misses some; the second is right', async () => {
    const stage = stageOf();
    receiver = (await stage.visitAs(stage.person('BUYER_RECEIVER'), 'phone')).page;
    const [one, two] = [...trucks].sort((a, b) => a.number.localeCompare(b.number));
    await receiver.goto(`/shipments/${one!.id}/receive`);
    await receiver.locator('[id="count-0.rejected"]').fill('2');
    await receiver.locator('[id="count-1.missing"]').fill('1');
    await receiver
      .getByRole('group', { name: /^Vì sao loại / })
      .getByRole('button', { name: 'Dập' })
      .click();
    await receiver.getByRole('button', { name: 'Xem lại và ghi nhận' }).click();
    await receiver.getByRole('dialog').getByRole('button', { name: 'Ghi phiếu nhận' }).click();
    await said(receiver, 'Đã ghi phiếu nhận.');
    await receiver.goto(`/shipments/${two!.id}/receive`);
    await receiver.getByRole('button', { name: 'Đạt tất cả' }).click();
    await receiver.getByRole('button', { name: 'Ghi phiếu nhận' }).click();
    await said(receiver, 'Đã ghi phiếu nhận.');
    const now = await order();
    const sum = (of: (line: Order['lines'][number]) => string | null) =>
      now.lines.reduce((total, line) => total + Number(of(line)), 0);
    expect(sum(({ dispatchedQty }) => dispatchedQty) - sum(({ acceptedQty }) => acceptedQty)).toBeCloseTo(3, 3);
    trucks = [one!, two!];
  });

  step('goods found spoiled later are claimed with a picture, and the cooperative grants a credit', async () => {
    await buyer.goto(`/shipments/${trucks[0]!.id}/claim`);
    await heading(buyer, /^Khiếu nại hàng của chuyến /);
    const line = buyer.getByRole('main').locator('ol > li').nth(4);
    await line.getByLabel(/^Số lượng khiếu nại của /).fill('3');
    await line.getByRole('combobox', { name: 'Lý do' }).selectOption({ index: 1 });
    await line
      .locator('input[type=file]')
      .first()
      .setInputFiles(await photo('hong.jpg'));
    await buyer.getByRole('button', { name: 'Gửi khiếu nại' }).click();
    await said(buyer, /^Đã gửi khiếu nại /);
    await heading(buyer, /^Khiếu nại /);
    const claim = new URL(buyer.url()).pathname;
    await director.goto(claim);
    await director.getByRole('button', { name: 'Trả lời khiếu nại' }).click();
    await director.getByRole('dialog').getByRole('button', { name: 'Gửi', exact: true }).click();
    await said(director, 'Đã ghi.');
    await buyer.reload();
    await buyer.getByRole('button', { name: 'Đồng ý đề nghị mới nhất' }).click();
    await buyer.getByRole('dialog').getByRole('button', { name: 'Đồng ý đề nghị mới nhất' }).click();
    await buyer.getByText('Đã thống nhất', { exact: true }).first().waitFor();
  });

  step('the invoice over what was accepted matches, and the credit stands beside it', async () => {
    // Requests are made by a job moments after a receipt, the credit moments after the agreement.
    const settled = async () => (await order()).paymentRequests.sort((a, b) => a.issuedAt.localeCompare(b.issuedAt));
    for (let tries = 0; tries < 100 && !((await settled())[0]?.notedAmount ?? 0); tries += 1) await buyer.waitForTimeout(200);
    expect(await settled()).toHaveLength(2);
    first = (await settled())[0]!;
    expect(first.notedAmount).toBeLessThan(0);
    await director.goto(`/invoices/new?request=${first.id}`);
    await director.getByLabel('Ký hiệu').fill('1C26TLK');
    await director.getByLabel('Số hoá đơn').fill('4021');
    await director.getByRole('button', { name: 'Ghi hoá đơn' }).click();
    await heading(director, /4021/);
    await director.getByText('Khớp', { exact: true }).first().waitFor();
    await buyer.goto(`/payments/${first.id}`);
    await heading(buyer, /^Đề nghị thanh toán /);
    await buyer
      .getByText(/^Giấy báo giảm /)
      .first()
      .waitFor();
  });

  step('a part is paid by transfer, the rest by card, and nothing is left', async () => {
    const asked = (await order()).paymentRequests.find(({ id }) => id === first.id)!;
    const rest = 1_000_000;
    const part = asked.owed - rest;
    expect(part).toBeGreaterThan(0);
    await buyer.getByLabel(/^Số tiền/).fill(vi(part));
    await buyer.getByLabel('Mã giao dịch ngân hàng').fill('FT26000421');
    await buyer.getByRole('button', { name: 'Báo đã chuyển khoản' }).click();
    await said(buyer, /^Đã báo bên bán/);
    await director.goto(`/payments/${first.id}`);
    await director.getByRole('button', { name: 'Đã nhận tiền', exact: true }).click();
    await director.getByRole('dialog').getByRole('button', { name: 'Đã nhận tiền', exact: true }).click();
    await said(director, 'Đã xác nhận nhận tiền.');
    await buyer.reload();
    await buyer.getByRole('button', { name: 'Trả bằng thẻ' }).click();
    await buyer.getByRole('link', { name: 'Sang trang nhập thẻ' }).click();
    await buyer.getByRole('heading', { name: 'Trang thẻ mẫu' }).waitFor();
    await buyer.getByRole('button', { name: /Thẻ được chấp nhận/ }).click();
    await buyer.waitForURL(`**/payments/${first.id}?card=back`);
    await buyer.getByText('Đã thanh toán', { exact: true }).first().waitFor();
    const paid = (await order()).paymentRequests.find(({ id }) => id === first.id)!;
    expect([paid.status, paid.paidAmount]).toEqual(['PAID', asked.owed]);
  });
}

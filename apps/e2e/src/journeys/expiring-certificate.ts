import pg from 'pg';
import type { Page } from 'playwright-core';
import { photo } from '../support/papers.js';
import { inOrder } from '../support/steps.js';
import type { Stage } from '../support/stage.js';

interface Goods {
  id: string;
  slug: string;
  nameVi: string;
  certificates: { kind: string }[];
}

/** As people type it, this many years before today in Vietnam. */
function yearsAgo(years: number): string {
  const [year, month, day] = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10).split('-');
  // 29/2 has no twin three years earlier.
  return `${month === '02' && day === '29' ? '28' : day}/${month}/${Number(year) - years}`;
}

const said = (page: Page, text: string | RegExp) => page.getByRole('region', { name: 'Thông báo' }).getByText(text).waitFor();

/** A star on its last day: declared on a phone, verified, shown; the next day badge, filter and the buyer's file lose it by themselves. */
export function theExpiringCertificate(stageOf: () => Stage): void {
  const step = inOrder(stageOf);
  let director: Page, buyer: Page, visitor: Page;
  let goods: Goods;

  const starred = async (): Promise<boolean> => {
    const stage = stageOf();
    const { catalog } = await stage.ask<{ catalog: { edges: { node: { slug: string } }[] } }>(
      stage.person('BUYER_MANAGER'),
      'query($words: String!) { catalog(filter: { starsAtLeast: 3, search: $words }, first: 100) { edges { node { slug } } } }',
      { words: goods.nameVi },
    );
    return catalog.edges.some(({ node }) => node.slug === goods.slug);
  };
  const fileLine = () => buyer.getByRole('main').getByRole('listitem').filter({ hasText: 'Giấy chứng nhận OCOP' });

  step('a director photographs an OCOP certificate on its last day; a score that is worth other stars is refused', async () => {
    const stage = stageOf();
    const who = stage.person('SELLER_DIRECTOR');
    const { myProducts } = await stage.ask<{ myProducts: { edges: { node: Goods }[] } }>(
      who,
      '{ myProducts(status: PUBLISHED, first: 100) { edges { node { id slug nameVi certificates { kind } } } } }',
    );
    goods = myProducts.edges.find(({ node }) => node.certificates.every(({ kind }) => kind !== 'OCOP'))!.node;
    director = (await stage.visitAs(who, 'phone')).page;
    await director.goto('/certificates');
    await director.getByRole('button', { name: 'Khai giấy chứng nhận' }).click();
    const form = director.getByRole('form', { name: 'Khai giấy chứng nhận' });
    await form.getByLabel(/^Cho sản phẩm/).selectOption({ label: goods.nameVi });
    await form.getByLabel('Chọn ảnh').setInputFiles(await photo('ocop.jpg'));
    await form.getByLabel(/^Số sao/).selectOption('3');
    await form.getByLabel(/^Điểm/).fill('72,5');
    await form.getByLabel(/^Ngày cấp/).fill(yearsAgo(3));
    await form.getByRole('button', { name: 'Bỏ bản chụp này' }).waitFor();
    await form.getByRole('button', { name: 'Khai giấy chứng nhận' }).click();
    await form.getByText('72,5 điểm ứng với 4 sao').first().waitFor();
    await form.getByLabel(/^Điểm/).fill('65');
    await form.getByRole('button', { name: 'Khai giấy chứng nhận' }).click();
    await said(director, 'Đã khai. Giấy được tính sau khi Liên minh xác minh.');
    expect(await starred()).toBe(false);
  });

  step('an officer verifies it: badge, star filter and the buyer’s file have it, with a warning of its end', async () => {
    const stage = stageOf();
    const officer = (await stage.visitAs(stage.person('ALLIANCE_OFFICER'), 'desk')).page;
    await officer.goto('/review');
    const row = officer.getByRole('row').filter({ hasText: goods.nameVi }).filter({ hasText: 'OCOP 3 sao' });
    await row.getByRole('button', { name: 'Xác minh' }).click();
    await officer.getByRole('dialog').getByRole('button', { name: 'Xác minh' }).click();
    await said(officer, /^Đã xác minh/);
    visitor = (await stage.visit('phone')).page;
    await visitor.goto(`/catalog/${goods.slug}`);
    await visitor.getByRole('main').getByText('OCOP 3 sao').first().waitFor();
    buyer = (await stage.visitAs(stage.person('BUYER_MANAGER'), 'desk')).page;
    await buyer.goto(`/catalog/${goods.slug}`);
    await fileLine().getByText('Đạt, sắp hết hạn').waitFor();
    for (let tries = 0; tries < 20 && !(await starred()); tries += 1) await buyer.waitForTimeout(250);
    expect(await starred()).toBe(true);
  });

  step('the next day nobody has done anything, and all three are gone; the cooperative sees what it once held', async () => {
    // A night passes: the paper's days move back by one, nothing else is touched and no job runs.
    const database = new pg.Client({ connectionString: stageOf().server.databaseUrl });
    await database.connect();
    await database.query(
      `update certificate set issued_on = issued_on - 1, expires_on = expires_on - 1 where product_id = $1 and kind = 'OCOP'`,
      [goods.id],
    );
    await database.query('update catalog_entry set stars_until = stars_until - 1 where product_id = $1', [goods.id]);
    await database.end();
    expect(await starred()).toBe(false);
    await visitor.reload();
    await visitor.getByRole('heading', { level: 1, name: goods.nameVi }).waitFor();
    expect(await visitor.getByRole('main').getByText('OCOP 3 sao').count()).toBe(0);
    await buyer.reload();
    await fileLine().getByText('Còn thiếu').waitFor();
    await fileLine()
      .getByText(/Đã hết hạn .* Chờ đơn vị bán/)
      .waitFor();
    await director.goto('/certificates');
    await director.getByText(/^Lịch sử: /).click();
    await director
      .getByText(/Từng đạt OCOP 3 sao \(hết hạn \d\d\/\d{4}\)/)
      .first()
      .waitFor();
  });

  step('a manager waives the line until a day, and it counts as met again', async () => {
    await fileLine().getByRole('button', { name: 'Miễn' }).click();
    const dialog = buyer.getByRole('dialog');
    await dialog.getByLabel(/^Lý do/).fill('Chờ đợt đánh giá lại');
    await dialog.getByRole('button', { name: 'Miễn' }).click();
    await fileLine().getByText('Được miễn').waitFor();
    await fileLine()
      .getByText(/miễn đến .*: Chờ đợt đánh giá lại/)
      .waitFor();
  });
}

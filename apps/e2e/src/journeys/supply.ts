import type { Page } from 'playwright-core';
import { inOrder } from '../support/steps.js';
import type { SignIn } from '../support/server.js';
import type { Stage } from '../support/stage.js';

interface Goods {
  id: string;
  slug: string;
  nameVi: string;
}
interface Week {
  week: string;
  firm: string | null;
  plan: string | null;
  uncommitted: string | null;
}
interface Supply {
  precision: 'EXACT' | 'BANDS' | 'SEASON';
  known: boolean;
  weeks: Week[];
}

const SUPPLY = `query($id: ID!) { productSupply(productId: $id) { precision known weeks { week firm plan uncommitted } } }`;
const HARVEST = 30_000;
const FORECAST = 12_000;
const COUNTED = 29_400;
const say = (amount: number) => amount.toLocaleString('de-DE');

/** A forecast and a harvest written down in the field, then corrected by a count, are what buyers read on the product's page. */
export function harvestMovesAvailability(stageOf: () => Stage): void {
  const step = inOrder(stageOf);
  let director: Page, partner: Page, stranger: Page;
  let seller: SignIn, close: SignIn;
  /** Goods of a contract that runs, and goods that the reader only knows in ranges. */
  let agreed: Goods, banded: Goods;
  let before: Supply;
  let bandsBefore = '';

  const supplyFor = async (who: SignIn, { id }: Goods): Promise<Supply | null> =>
    (await stageOf().ask<{ productSupply: Supply | null }>(who, SUPPLY, { id })).productSupply;
  const bands = async (): Promise<string> => {
    await stranger.goto(`/catalog/${banded.slug}`);
    const line = stranger.getByText(/Tuần này: trong kho/);
    await line.waitFor();
    return (await line.textContent()) ?? '';
  };
  const harvest = async (goods: Goods) => {
    await director.goto(`/supply/products/${goods.id}`);
    await director.getByRole('button', { name: 'Ghi thu hoạch' }).first().click();
    const dialog = director.getByRole('dialog');
    await dialog.getByLabel('Số lượng').fill(say(HARVEST));
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await director.getByText(/^Đã ghi 30\.000 .* vào lô/).waitFor();
  };

  step('a partner reads firm, plan and uncommitted apart; others read ranges', async () => {
    const stage = stageOf();
    for (const who of stage.people('SELLER_DIRECTOR')) {
      const { stockLots } = await stage.ask<{ stockLots: { edges: { node: { product: Goods } }[] } }>(
        who,
        '{ stockLots(first: 50) { edges { node { product { id slug nameVi } } } } }',
      );
      for (const { node } of stockLots.edges) {
        for (const reader of stage.people('BUYER_MANAGER')) {
          const supply = await supplyFor(reader, node.product);
          if (supply?.precision === 'EXACT' && supply.known && !agreed) {
            [seller, close, agreed, before] = [who, reader, node.product, supply];
          }
        }
        if (agreed && who === seller && (await supplyFor(close, node.product))?.precision === 'BANDS') banded ??= node.product;
      }
      if (agreed && banded) break;
    }
    expect(agreed).toBeDefined();
    expect(banded).toBeDefined();
    partner = (await stage.visitAs(close, 'desk')).page;
    await partner.goto(`/catalog/${agreed.slug}`);
    await partner.getByText('Xem bằng bảng').click();
    for (const column of ['Chắc chắn', 'Kế hoạch', 'Chưa hứa']) {
      await partner.getByRole('columnheader', { name: column, exact: true }).waitFor();
    }
    stranger = (await stage.visitAs(close, 'phone')).page;
    bandsBefore = await bands();
  });

  step('the director says on a phone what next week will bring, and weighs what was picked today', async () => {
    director = (await stageOf().visitAs(seller, 'phone')).page;
    await director.goto(`/supply/products/${agreed.id}`);
    await director
      .getByRole('button', { name: /^Ghi dự báo, Tuần/ })
      .nth(1)
      .click();
    const dialog = director.getByRole('dialog');
    await dialog.getByLabel('Sẽ hái được').fill(say(FORECAST));
    await dialog.getByLabel(/^Đã thấy trên vườn/).check();
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await director.getByText(/^Đã ghi dự báo của/).waitFor();
    await harvest(agreed);
    await harvest(banded);
  });

  step('a count corrects the lot, with a reason, and its ledger keeps both', async () => {
    const { stockLots } = await stageOf().ask<{ stockLots: { edges: { node: { id: string; onHand: string } }[] } }>(
      seller,
      'query($id: ID!) { stockLots(productId: $id, first: 50) { edges { node { id onHand } } } }',
      { id: agreed.id },
    );
    const weighed = stockLots.edges.find(({ node }) => Number(node.onHand) === HARVEST)!.node;
    await director.goto(`/supply/lots/${weighed.id}`);
    await director.getByRole('button', { name: 'Kiểm kho' }).click();
    const dialog = director.getByRole('dialog');
    await dialog.getByLabel('Số đếm được').fill(say(COUNTED));
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await dialog.getByLabel('Vì sao khác sổ').and(director.locator('[aria-invalid="true"]')).waitFor();
    await dialog.getByLabel('Vì sao khác sổ').fill('Cân lại sau khi để ráo');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await director.getByText('Đã sửa sổ theo số đếm.').waitFor();
    await director.getByText('Kiểm kho').first().waitFor();
  });

  step('the partner reads what was counted as firm and what was seen as planned; the ranges of others moved', async () => {
    const now = (await supplyFor(close, agreed))!;
    const of = (supply: Supply, at: number, key: keyof Omit<Week, 'week'>) => Number(supply.weeks[at]![key] ?? 0);
    expect(of(now, 0, 'firm') - of(before, 0, 'firm')).toBe(COUNTED);
    expect(of(now, 1, 'plan')).toBeGreaterThanOrEqual(FORECAST);
    await partner.reload();
    await partner.getByText('Xem bằng bảng').click();
    const thisWeek = partner
      .getByRole('row')
      .filter({ hasText: /^Tuần \d+, từ/ })
      .first();
    expect(await thisWeek.textContent()).toContain(say(of(now, 0, 'firm')));
    expect(await bands()).not.toBe(bandsBefore);
  });
}

import type { Page } from 'playwright-core';
import { dayFromNow } from '../support/papers.js';
import type { Stage } from '../support/stage.js';
import { inOrder } from '../support/steps.js';

const LINES = 40;
const STORES = 3;

interface Pad {
  orderPad: {
    items: { product: { nameVi: string }; variants: { packSize: string; moqPacks: number; priceTiers: unknown[] }[] }[];
    locations: { id: string; code: string | null; name: string }[];
  };
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const said = (page: Page, text: string | RegExp) => page.getByRole('region', { name: 'Thông báo' }).getByText(text).waitFor();

/** What a chain does each week: one sheet out of Excel for three stores becomes one order, whose address `onPlaced` hears. */
export function fortyLinesForThreeStores(stageOf: () => Stage, onPlaced: (orderPath: string) => void = () => undefined): void {
  const step = inOrder(stageOf);
  step('a buyer pastes forty lines with store codes, hours and cost centers, and sends one order', async () => {
    const stage = stageOf();
    const who = stage.person('BUYER_MANAGER');
    const seller = stage.person('SELLER_DIRECTOR');
    const { organizations } = await stage.ask<{ organizations: { id: string }[] }>(
      who,
      'query($s: String) { organizations(search: $s, first: 1) { id } }',
      { s: seller.organization },
    );
    const { orderPad } = await stage.ask<Pad>(
      who,
      `query($s: ID) { orderPad(sellerOrgId: $s) { locations { id code name }
         items { product { nameVi } variants { packSize moqPacks priceTiers { minQty } } } } }`,
      { s: organizations[0]!.id },
    );
    const stores = orderPad.locations.slice(0, STORES);
    expect(stores).toHaveLength(STORES);
    const goods = orderPad.items.filter(({ variants }) => variants[0]!.priceTiers.length > 0);
    const rows = Array.from({ length: LINES }, (_, index) => {
      const { product, variants } = goods[index % goods.length]!;
      const store = stores[index % STORES]!;
      // Whole packs well above any least quantity, one more for each round so that no two lines are alike.
      const packs = variants[0]!.moqPacks * 5 + Math.floor(index / goods.length);
      const qty = String(Number(variants[0]!.packSize) * packs).replace('.', ',');
      return [store.code ?? store.name, product.nameVi, qty, index % 2 ? '6h-9h' : '', `TT-${index % STORES}`].join('\t');
    });
    const buyer = (await stage.visitAs(who, 'desk')).page;
    await buyer.goto(`/orders/new?seller=${organizations[0]!.id}`);
    await buyer.locator('[data-cell="0:0"]').click();
    await buyer.evaluate(
      (text) => {
        const data = new DataTransfer();
        data.setData('text/plain', text);
        document
          .querySelector('[data-cell="0:0"]')!
          .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      },
      ['Mã cửa hàng\tTên hàng\tSố lượng\tGiờ nhận\tMã chi phí', ...rows].join('\n'),
    );
    await buyer.getByText(`${LINES} dòng đặt được`).waitFor();
    await buyer.getByLabel('Ngày cần giao').fill(dayFromNow(5));
    await buyer
      .getByRole('combobox', { name: /^Nơi nhận/ })
      .last()
      .selectOption({ index: 1 });
    await buyer.getByLabel('Số đơn của bạn').fill('PO-40-DONG');
    await buyer.getByRole('button', { name: 'Gửi đơn cho bên bán' }).click();
    await said(buyer, /^Đã gửi đơn DH-/);
    await heading(buyer, /^Đơn hàng DH-/);
    for (const { code, name } of stores)
      await buyer
        .getByText(new RegExp(`^${code ?? name} · `))
        .first()
        .waitFor();
    onPlaced(new URL(buyer.url()).pathname);
  });
}

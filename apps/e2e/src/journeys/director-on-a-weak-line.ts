import type { Page } from 'playwright-core';
import { PHONE } from '../support/browser.js';
import { photo } from '../support/papers.js';
import { inOrder } from '../support/steps.js';
import type { Stage } from '../support/stage.js';

/** A weak 4G line and a cheap phone: 1.6 Mbit/s, 150 ms there and back, a processor four times slower than here. */
const LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
};
const SLOWER = 4;
const MOST_STEPS = 8;
const MOST_SECONDS = 30;

/** Price, month and photo of a product on show, on a phone, in one form. */
export function directorOnAWeakLine(stageOf: () => Stage): void {
  const step = inOrder(stageOf);
  let page: Page;
  let product = '';
  let slug = '';

  step('a director changes price, harvest month and photo in one form within eight steps and thirty seconds', async () => {
    const stage = stageOf();
    const director = stage.person('SELLER_DIRECTOR');
    const { myProducts } = await stage.ask<{
      myProducts: { edges: { node: { nameVi: string; slug: string; harvestMonths: number[] } }[] };
    }>(director, '{ myProducts(first: 20, status: PUBLISHED) { edges { node { nameVi slug harvestMonths } } } }');
    ({ nameVi: product, slug } = myProducts.edges.find(({ node }) => !node.harvestMonths.includes(12))!.node);
    const picture = await photo('vuon.jpg');
    const visit = await stage.visitAs(director, 'phone', { viewport: PHONE, hasTouch: true, isMobile: true });
    page = visit.page;
    const line = await visit.context.newCDPSession(page);
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', LINE);
    await line.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    let steps = 0;
    const does = async (what: Promise<unknown>) => {
      steps += 1;
      await what;
    };
    const began = Date.now();
    await does(page.goto('/products'));
    await does(page.getByRole('main').getByRole('link', { name: product, exact: true }).click());
    await page.getByRole('heading', { level: 1, name: product }).waitFor();
    await does(page.getByLabel('Chụp ảnh').setInputFiles(picture));
    await does(
      page
        .getByLabel(/^Giá mỗi/)
        .first()
        .fill('71.500'),
    );
    await does(page.getByRole('button', { name: /^tháng 12$/i }).click());
    await does(page.getByRole('button', { name: 'Lưu', exact: true }).click());
    await page
      .getByRole('region', { name: 'Thông báo' })
      .getByText(/^Đã lưu/)
      .waitFor();
    const seconds = (Date.now() - began) / 1000;
    await line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
    await line.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    expect(steps).toBeLessThanOrEqual(MOST_STEPS);
    expect(seconds).toBeLessThan(MOST_SECONDS);
  });

  step('price and season are live at once; the photo that becomes the main one waits for the Alliance', async () => {
    const stage = stageOf();
    const { product: seen } = await stage.ask<{
      product: {
        priceTiers: { unitPrice: number }[];
        harvestMonths: number[];
        photoUrl: string | null;
        change: { fields: string[] } | null;
      };
    }>(
      stage.person('SELLER_DIRECTOR'),
      'query($slug: String!) { product(slug: $slug) { priceTiers { unitPrice } harvestMonths photoUrl change { fields } } }',
      { slug },
    );
    expect(seen.priceTiers[0]!.unitPrice).toBe(71_500);
    expect(seen.photoUrl === null ? seen.change?.fields : ['photoUrl']).toEqual(['photoUrl']);
    expect(seen.harvestMonths).toContain(12);
  });
}

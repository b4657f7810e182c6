import type { Page } from 'playwright-core';
import { inOrder } from '../support/steps.js';
import type { Stage } from '../support/stage.js';

/** A product goes on sale on another platform: step by step, followed by the Alliance, linked from its page. */
export function ontoAnotherPlatform(stageOf: () => Stage): void {
  const step = inOrder(stageOf);
  let director: Page;
  let goods: { id: string; slug: string; nameVi: string };
  let platform: { code: string; name: string; hosts: string[] };
  const address = () => `https://${platform.hosts[0]}/gian-hang-mau/san-pham-1`;

  step('the director lists it, with an address of that platform only', async () => {
    const stage = stageOf();
    const who = stage.person('SELLER_DIRECTOR');
    const data = await stage.ask<{
      myProducts: { edges: { node: typeof goods }[] };
      channelPlatforms: (typeof platform)[];
      myChannels: { productId: string; platform: { code: string } }[];
    }>(
      who,
      `{ myProducts(status: PUBLISHED, first: 50) { edges { node { id slug nameVi } } } channelPlatforms { code name hosts }
         myChannels { productId platform { code } } }`,
    );
    platform = data.channelPlatforms.find(({ hosts }) => hosts.length > 0)!;
    goods = data.myProducts.edges.find(({ node }) => data.myChannels.every(({ productId }) => productId !== node.id))!.node;
    director = (await stage.visitAs(who, 'phone')).page;
    await director.goto('/channels');
    await director.getByRole('button', { name: 'Thêm kênh' }).click();
    const dialog = director.getByRole('dialog');
    await dialog.getByLabel(/^Sản phẩm/).selectOption({ label: goods.nameVi });
    await dialog.getByLabel(/^Kênh bán/).selectOption({ label: platform.name });
    await dialog.getByLabel(/^Đường liên kết/).fill(address());
    await dialog.getByRole('button', { name: 'Thêm kênh' }).click();
    await director.getByText('Đã thêm. Làm lần lượt các bước bên dưới.').waitFor();
  });

  step('the Alliance sees where it stands', async () => {
    const stage = stageOf();
    const officer = (await stage.visitAs(stage.person('ALLIANCE_OFFICER'), 'desk')).page;
    await officer.goto(`/channels/follow-up?platform=${platform.code}`);
    const row = officer.getByRole('row').filter({ hasText: goods.nameVi });
    await row.getByText('Đang chuẩn bị').waitFor();
  });

  step('once on sale, anybody finds the shop on the product’s page', async () => {
    await director.goto(`/channels?product=${goods.id}`);
    await director.getByRole('button', { name: 'Đã gửi duyệt' }).click();
    await director.getByRole('button', { name: 'Đang bán rồi' }).click();
    await director.getByText('Đang bán', { exact: true }).first().waitFor();
    const visitor = (await stageOf().visit('phone')).page;
    await visitor.goto(`/catalog/${goods.slug}`);
    const link = visitor.getByRole('link', { name: platform.name });
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe(address());
  });
}

import type { Page } from 'playwright-core';
import { dayFromNow } from '../support/papers.js';
import type { SignIn } from '../support/server.js';
import { inOrder } from '../support/steps.js';
import type { Stage } from '../support/stage.js';

interface Part {
  readonly round: number;
  readonly qty: string;
  readonly own: boolean;
  readonly orderId: string | null;
}
interface Pool {
  readonly id: string;
  readonly goods: string;
  readonly contract: { readonly id: string } | null;
  readonly callOffs: readonly { returned: string; reallocated: string; flowedAt: string | null; parts: readonly Part[] }[];
}

const POOLS =
  '{ supplyPools { id goods contract { id } callOffs { returned reallocated flowedAt parts { round qty own orderId } } } }';

const said = (page: Page, text: string | RegExp) => page.getByRole('region', { name: 'Thông báo' }).getByText(text).waitFor();
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Three cooperatives meet one line; the buyer reads why each part is what it is; one is short, and its part goes once to the others. */
export function aPoolOfThree(stageOf: () => Stage): void {
  const step = inOrder(stageOf);
  let buyerIs: SignIn, buyer: Page, pool: Pool;
  let lead: SignIn, second: SignIn, third: SignIn;

  const poolOf = async (who: SignIn): Promise<Pool> => {
    const { supplyPools } = await stageOf().ask<{ supplyPools: Pool[] }>(who, POOLS);
    return supplyPools[0]!;
  };
  /** The member's part of the newest call-off. */
  const partOf = async (who: SignIn, round: number): Promise<Part> =>
    (await poolOf(who)).callOffs[0]!.parts.find((part) => part.own && part.round === round)!;
  const newest = (page: Page) => page.getByRole('main').getByRole('listitem').filter({ hasText: 'Gọi 300 kg' });
  const answering = async (who: SignIn, round: number): Promise<Page> => {
    const { page } = await stageOf().visitAs(who, 'phone');
    const { orderId } = await partOf(who, round);
    await page.goto(`/orders/${orderId}`);
    await page.getByRole('link', { name: 'Trả lời đơn hàng' }).first().click();
    await heading(page, /^Trả lời đơn DH-/);
    return page;
  };
  const send = async (page: Page, sentence: RegExp) => {
    await page.getByRole('dialog').getByRole('button', { name: 'Gửi trả lời' }).click();
    await said(page, sentence);
    await page.close();
  };
  const takeAll = async (who: SignIn, round = 1) => {
    const page = await answering(who, round);
    await page.getByRole('button', { name: 'Nhận đủ tất cả' }).click();
    await send(page, /^Đã xác nhận đơn DH-/);
  };
  const say = async (who: SignIn, kind: string, qty: string | null, round = 1) => {
    const page = await answering(who, round);
    // The radio lies under its label.
    await page.getByText(kind, { exact: true }).click();
    if (qty) await page.getByLabel('Giao được bao nhiêu').fill(qty);
    await page.getByRole('button', { name: 'Thời tiết, mất mùa' }).click();
    await page.getByRole('button', { name: 'Xem lại và gửi' }).click();
    await send(page, qty ? /^Đã gửi đề nghị/ : /^Đã từ chối đơn DH-/);
  };
  /** The first day from the third week on for which the rule gives every member its proportion: routes and seasons leave days out. */
  const dayForAll = async (): Promise<{ day: number; place: string }> => {
    const { orderPad } = await stageOf().ask<{ orderPad: { locations: { id: string }[] } }>(
      buyerIs,
      'query($id: ID!) { orderPad(contractId: $id) { locations { id } } }',
      { id: pool.contract!.id },
    );
    const place = orderPad.locations[0]!.id;
    for (let day = 15; day < 60; day += 1) {
      const [date, month, year] = dayFromNow(day).split('/');
      const input = { poolId: pool.id, qty: '300', requestedOn: `${year}-${month}-${date}`, deliveryLocationId: place };
      const { poolPreview } = await stageOf().ask<{ poolPreview: { parts?: { qty: string }[] } }>(
        buyerIs,
        'query($input: PoolAskInput!) { poolPreview(input: $input) { ... on PoolPreview { parts { qty } } } }',
        { input },
      );
      const parts = poolPreview.parts?.map(({ qty }) => qty).sort();
      if (parts?.join() === '150,60,90') return { day, place };
    }
    throw new Error('On no day do all three deliver');
  };
  /** What the outbox does in its own time. */
  const flowed = async () => {
    for (let turn = 0; turn < 60; turn += 1) {
      const [call] = (await poolOf(buyerIs)).callOffs;
      if (call!.flowedAt) return call!;
      await buyer.waitForTimeout(250);
    }
    throw new Error('What was declined did not flow back in 15 seconds');
  };

  step('a buyer asks for 300 kg, reads how the rule divides it, and sends three orders', async () => {
    const stage = stageOf();
    for (const who of stage.people('BUYER_MANAGER')) if (await poolOf(who)) buyerIs = who;
    const members: { who: SignIn; qty: number }[] = [];
    for (const who of stage.people('SELLER_DIRECTOR')) {
      const own = await stage.ask<{ supplyPools: { shares: { own: boolean; targetQty: string }[] }[] }>(
        who,
        '{ supplyPools { shares { own targetQty } } }',
      );
      const share = own.supplyPools[0]?.shares.find((one) => one.own);
      if (share) members.push({ who, qty: Number(share.targetQty) });
    }
    [lead, second, third] = members.sort((a, b) => b.qty - a.qty).map(({ who }) => who) as [SignIn, SignIn, SignIn];
    buyer = (await stage.visitAs(buyerIs, 'desk')).page;
    pool = await poolOf(buyerIs);
    await buyer.goto('/pools');
    await buyer.getByRole('main').getByRole('link', { name: pool.goods }).click();
    await heading(buyer, `Cung ứng chung: ${pool.goods}`);
    await buyer.getByLabel('Số lượng').fill('300');
    const { day, place } = await dayForAll();
    await buyer.getByLabel('Ngày giao').fill(dayFromNow(day));
    await buyer.getByLabel('Nơi nhận').selectOption(place);
    await buyer.getByRole('button', { name: 'Xem cách chia' }).click();
    await buyer.getByRole('button', { name: 'Gọi 300 kg, gửi 3 đơn' }).waitFor();
    await buyer
      .getByText(/^Vì sao .* nhận 150 kg$/)
      .first()
      .click();
    await buyer.getByText('Phần cam kết 1.500 kg trên tổng 3.000 kg: 150 kg.').waitFor();
    await buyer.getByRole('button', { name: 'Gọi 300 kg, gửi 3 đơn' }).click();
    await said(buyer, 'Đã gửi đơn cho từng HTX.');
    await newest(buyer)
      .getByText(/^Chờ các HTX trả lời đến/)
      .waitFor();
  });

  step('each member answers its own order; the second has only 40 kg of its 90', async () => {
    expect((await Promise.all([lead, second, third].map((who) => partOf(who, 1)))).map(({ qty }) => qty)).toEqual([
      '150',
      '90',
      '60',
    ]);
    await takeAll(lead);
    await say(second, 'Nhận ít hơn', '40');
    expect((await poolOf(buyerIs)).callOffs[0]!.flowedAt).toBeNull();
    await takeAll(third);
  });

  step('what was short goes once to the two others, and a second refusal goes to nobody', async () => {
    expect(await flowed()).toMatchObject({ returned: '50', reallocated: '50' });
    expect([(await partOf(lead, 2)).qty, (await partOf(third, 2)).qty]).toEqual(['40', '10']);
    await takeAll(lead, 2);
    await say(third, 'Từ chối', null, 2);
    await buyer.reload();
    await newest(buyer).getByText('HTX báo thiếu 50 kg; đã chia lại 50 kg cho đơn vị khác, còn thiếu 0 kg.').waitFor();
    const [call] = (await poolOf(buyerIs)).callOffs;
    expect([call!.parts.length, call!.returned]).toEqual([5, '50']);
  });
}

import type { Page } from 'playwright-core';
import { openVisit, PHONE, type Visit } from '../support/browser.js';
import { signIn } from '../support/sign-in.js';
import { inOrder } from '../support/steps.js';
import type { Stage } from '../support/stage.js';

interface Seen {
  id: string;
  number: string;
  status: string;
  receipt: { number: string; countedAt: string | null; lines: { acceptedQty: string; missingQty: string }[] } | null;
}

/** At a ramp without a network: the receiver counts in airplane mode, the phone sends twice, the goods are counted once. */
export function theRampWithoutANetwork(stageOf: () => Stage): void {
  const step = inOrder(stageOf);
  let visit: Visit;
  let page: Page;
  let shipment: Seen;
  let receiver: ReturnType<Stage['people']>[number];
  const receivers = () => stageOf().people('BUYER_RECEIVER');
  const underway = (who: ReturnType<typeof receivers>[number]) =>
    stageOf().ask<{ deliveries: Seen[] }>(who, '{ deliveries { id number status } }');
  const read = async () => {
    const { shipment: seen } = await stageOf().ask<{ shipment: Seen }>(
      receiver,
      'query($id: ID!) { shipment(id: $id) { id number status receipt { number countedAt lines { acceptedQty missingQty } } } }',
      { id: shipment.id },
    );
    return seen;
  };

  step('the receiver opens the list while there is a network, and the app stays in the phone', async () => {
    const stage = stageOf();
    for (const someone of receivers()) {
      const [first] = (await underway(someone)).deliveries.filter(({ status }) => status === 'DISPATCHED');
      if (first) [receiver, shipment] = [someone, first];
    }
    expect(shipment).toBeDefined();
    visit = await openVisit(stage.browser, stage.server.url, { viewport: PHONE, hasTouch: true, isMobile: true });
    page = visit.page;
    await signIn(page, receiver.login, receiver.password);
    await page.goto('/deliveries');
    await page.getByText(shipment.number).first().waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    // Once more under the worker's eye, so that every screen of the ramp is kept.
    await page.reload();
    await page.getByText(shipment.number).first().waitFor();
    await page.waitForLoadState('networkidle');
  });

  step('in airplane mode the app opens, counts, and keeps the receipt in a visible queue', async () => {
    await visit.context.setOffline(true);
    await page.goto(`/shipments/${shipment.id}/receive`);
    await page.getByRole('heading', { level: 1, name: new RegExp(shipment.number) }).waitFor();
    await page.getByRole('button', { name: 'Đạt tất cả' }).click();
    await page.getByRole('button', { name: 'Ghi phiếu nhận' }).click();
    await page.getByRole('heading', { level: 1, name: 'Giao nhận' }).waitFor();
    const kept = page.getByRole('listitem').filter({ hasText: `Phiếu nhận chuyến ${shipment.number}` });
    await kept.getByText('Chờ gửi').waitFor();
    expect((await read()).receipt).toBeNull();
    // A closed and opened app still has it, and will not count the same goods again.
    await page.goto(`/shipments/${shipment.id}/receive`);
    await page.getByText('Đã ghi trong máy này, đang chờ gửi.').waitFor();
  });

  step('back on line the receipt goes out by itself; an answer that was lost makes it go twice, and it counts once', async () => {
    let lost = 0;
    // The first sending reaches the server, but its answer does not come back: as on a line that breaks.
    await visit.context.route('**/graphql', async (route) => {
      const isReceipt = (route.request().postData() ?? '').includes('receiptPost');
      if (!isReceipt || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort('connectionreset');
    });
    await visit.context.setOffline(false);
    const broken = page.waitForEvent('requestfailed', (request) => (request.postData() ?? '').includes('receiptPost'));
    await page.goto('/deliveries');
    await broken;
    const kept = page.getByRole('listitem').filter({ hasText: `Phiếu nhận chuyến ${shipment.number}` });
    // It would go by itself within half a minute; the receiver does not wait.
    await page.getByRole('button', { name: 'Gửi ngay' }).click();
    await kept.getByText('Đã gửi').waitFor();
    expect(lost).toBe(1);
    const seen = await read();
    expect(seen.status).toBe('RECEIVED');
    expect(seen.receipt?.countedAt).not.toBeNull();
    const numbers = await stageOf().ask<{ shipment: { voidedReceipts: unknown[]; receipt: { number: string } } }>(
      receiver,
      'query($id: ID!) { shipment(id: $id) { receipt { number } voidedReceipts { number } } }',
      { id: shipment.id },
    );
    expect(numbers.shipment.voidedReceipts).toEqual([]);
  });

  step('a phone that comes too late is told whose receipt was first, and adds nothing', async () => {
    const before = await read();
    await page.evaluate(
      ([id, number]) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('lienket-offline', 1);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const acts = opening.result.transaction('acts', 'readwrite').objectStore('acts');
            const all = acts.getAll();
            all.onsuccess = () => {
              const [first] = all.result as { key: string; state: string; number: string }[];
              acts.put({ ...first, key: `late-${id}`, number, state: 'WAITING', message: null, doneAt: null });
              acts.transaction.oncomplete = () => resolve();
            };
          };
        }),
      [shipment.id, shipment.number] as const,
    );
    await page.reload();
    const late = page.getByRole('listitem').filter({ hasText: 'Không ghi được' });
    await late.getByText(new RegExp(`đã có phiếu nhận ${before.receipt!.number}`)).waitFor({ timeout: 45_000 });
    expect((await read()).receipt).toEqual(before.receipt);
    const ours = visit.problems.filter(
      (problem) => !/ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_RESET|Failed to fetch/.test(problem),
    );
    expect(ours).toEqual([]);
    await visit.context.close();
  });
}

import { deliveryDays } from '@lienket/domain';
import type { DataSource } from 'typeorm';
import { gatherCast, type Shop } from './cast.js';
import type { Storyteller } from './storyteller.js';

/**
 * Between fictional parties, for each buyer: one template ordered again by itself, a day of it left out, more of it from a later day on,
 * and one that meets its ceiling.
 */
export async function tellStandingOrders(teller: Storyteller, dataSource: DataSource): Promise<void> {
  const { shops } = await gatherCast(dataSource);
  for (const shop of shops) await tellOf(teller, shop);
  await teller.settle();
}

async function tellOf(teller: Storyteller, shop: Shop): Promise<void> {
  const { orderTemplates } = (await teller.read(
    shop.manager,
    '{ orderTemplates(first: 10) { edges { node { id } } } }',
    {},
  )) as unknown as {
    orderTemplates: { edges: { node: { id: string } }[] };
  };
  // By name: the extra goods of the weekend, then the goods of the week.
  const [extra, week] = orderTemplates.edges.map(({ node }) => node);
  if (!extra || !week) return;
  const season = { validFrom: teller.date(1), validTo: teller.date(60), leadDays: 4 };
  const setUp = (key: string, input: Record<string, unknown>) =>
    teller.act(
      shop.manager,
      `demo:standing-${key}`,
      'standingOrderCreate',
      'StandingOrderCreateInput',
      'StandingOrder',
      { ...season, deliveryLocationId: shop.locationId, ...input },
      'rules { number } lines { qty }',
    );
  const weekdays = [1, 4];
  const running = await setUp('week', {
    name: 'Hàng thứ Hai, thứ Năm',
    templateId: week.id,
    weekdays,
    buyerPoNo: 'PO-MAU-DINH-KY',
  });
  const [day] = deliveryDays({ ...season, weekdays }, teller.date(12), season.validTo, 1);
  await teller.done(shop.manager, 'demo:standing-skip', 'standingOrderSkipDay', 'StandingDayInput', { id: running.id, day });
  // Told again after a kill: what was changed stays changed.
  if ((running['rules'] as unknown[]).length === 1) {
    await teller.done(shop.manager, 'demo:standing-change', 'standingOrderChange', 'StandingOrderChangeInput', {
      ...{ id: running.id, version: running.version, ruleNumber: 1, deliveryLocationId: shop.locationId },
      ...{ validFrom: teller.date(21), validTo: teller.date(80), weekdays: [1, 4, 6], leadDays: 4, buyerPoNo: 'PO-MAU-DINH-KY' },
      lines: (running['lines'] as { qty: string }[]).map(({ qty }, position) => ({ position, qty: String(Number(qty) * 2) })),
    });
  }
  await setUp('ceiling', { name: 'Bổ sung cuối tuần', templateId: extra.id, weekdays: [5, 6, 7], maxTotal: 500_000 });
}

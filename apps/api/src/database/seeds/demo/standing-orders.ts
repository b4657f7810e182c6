import { deliveryDays } from '@lienket/domain';
import type { DataSource } from 'typeorm';
import { gatherCast } from './cast.js';
import type { Storyteller } from './storyteller.js';

/** Between fictional parties: one template ordered again by itself, a day of it left out, and one that meets its ceiling. */
export async function tellStandingOrders(teller: Storyteller, dataSource: DataSource): Promise<void> {
  const { shops } = await gatherCast(dataSource);
  const shop = shops[0];
  if (!shop) return;
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
      'name',
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
  await setUp('ceiling', { name: 'Bổ sung cuối tuần', templateId: extra.id, weekdays: [5, 6, 7], maxTotal: 500_000 });
  await teller.settle();
}

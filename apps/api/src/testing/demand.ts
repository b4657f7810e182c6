import type { TestApi } from './start-api.js';
import { done, type Trade } from './trade.js';

/** A published demand post of the trade's buyer, shown to its seller alone. */
export async function aDemand(api: TestApi, { seller, manager }: Trade, productName = 'Na dai'): Promise<string> {
  const client = await api.as(manager);
  const fields = '... on DemandPost { id version }';
  const form = {
    productName,
    baseUnit: 'kg',
    weeklyQty: '10',
    periodFrom: '2027-01-01',
    periodTo: '2027-12-31',
    basis: 'DC',
    certificateKinds: [],
    visibility: 'CHOSEN',
    chosenIds: [seller.id],
    openUntil: '2027-12-31',
  };
  const { id, version } = await done<{ id: string; version: number }>(client, 'demandSave', 'DemandSaveInput', form, fields);
  await done(client, 'demandPublish', 'DemandActionInput', { id, version }, fields);
  return id;
}

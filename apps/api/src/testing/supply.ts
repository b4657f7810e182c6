import type { Person } from './given.js';
import type { TestApi } from './start-api.js';
import { done } from './trade.js';

export interface GivenLot {
  readonly id: string;
  readonly code: string;
  readonly entryId: string;
}

/** A harvest of a product, recorded by its seller; turns stock-keeping on. */
export async function aLot(
  api: TestApi,
  seller: Person,
  productId: string,
  input: Record<string, unknown> = {},
): Promise<GivenLot> {
  const { id, lotCode, entries } = await done<{ id: string; lotCode: string; entries: { id: string }[] }>(
    await api.as(seller),
    'harvestRecord',
    'HarvestRecordInput',
    { productId, qty: '100', harvestedOn: api.clock.today(), keepStock: true, ...input },
    '... on StockLot { id lotCode: code entries { id } }',
  );
  return { id, code: lotCode, entryId: entries[0]!.id };
}

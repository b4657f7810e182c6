import { foldVietnamese, Quantity, quantity, type PriceTier } from '@lienket/domain';
import type { OrderPadQuery } from '../../../gql/graphql';

export type OrderPadAnswer = OrderPadQuery['orderPad'];

/** One thing that can be ordered, its amounts ready for the rules of the domain. */
export interface PadItem {
  /** The contract line where there is one, otherwise the product: one product may stand in two lines of a contract. */
  key: string;
  productId: string;
  name: string;
  slug: string;
  unit: string;
  packName: string;
  packSize: Quantity;
  moq: Quantity | null;
  tiers: readonly PriceTier[];
  harvestMonths: readonly number[];
  contract: { lineId: string; unitPrice: bigint; remaining: Quantity } | null;
}

/** Contract prices count only in the contract that was opened; elsewhere the price list does. */
export function padItems(pad: Pick<OrderPadAnswer, 'items' | 'contract'>): PadItem[] {
  return pad.items.map(({ product, contractLine, ...item }) => {
    const line = contractLine && contractLine.contractId === pad.contract?.id ? contractLine : null;
    const packSize = quantity(item.packSize);
    return {
      key: line?.id ?? product.id,
      productId: product.id,
      name: product.nameVi,
      slug: product.slug,
      unit: product.baseUnit,
      packName: item.packName,
      packSize,
      moq: line || item.moqPacks <= 0 ? null : packSize.timesRatio(BigInt(item.moqPacks), 1n),
      tiers: item.priceTiers
        .map((tier) => ({ minQtyBase: quantity(tier.minQty), unitPrice: BigInt(tier.unitPrice) }))
        .sort((a, b) => a.minQtyBase.compare(b.minQtyBase)),
      harvestMonths: item.harvestMonths,
      contract: line && { lineId: line.id, unitPrice: BigInt(line.unitPrice), remaining: quantity(line.remaining) },
    };
  });
}

export interface PadCatalogue {
  items: readonly PadItem[];
  byKey: ReadonlyMap<string, PadItem>;
  /** Exact, without regard to accents, case and spaces. */
  find: (text: string) => PadItem | undefined;
  /** The nearest by shared words, best first: offered, never taken. */
  near: (text: string) => PadItem[];
}

const wordsOf = (text: string) =>
  foldVietnamese(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

export function padCatalogue(items: readonly PadItem[]): PadCatalogue {
  const byName = new Map<string, PadItem>();
  for (const item of [...items].reverse()) {
    byName.set(foldVietnamese(item.slug), item);
    byName.set(foldVietnamese(item.name), item);
  }
  const words = items.map((item) => new Set(wordsOf(item.name)));
  return {
    items,
    byKey: new Map(items.map((item) => [item.key, item])),
    find: (text) => byName.get(foldVietnamese(text)),
    near: (text) => {
      const wanted = wordsOf(text);
      return items
        .map((item, index) => ({
          item,
          shared: wanted.filter((word) => words[index]?.has(word)).length,
          extra: words[index]?.size ?? 0,
        }))
        .filter(({ shared }) => shared > 0)
        .sort((a, b) => b.shared - a.shared || a.extra - b.extra)
        .slice(0, 2)
        .map(({ item }) => item);
    },
  };
}

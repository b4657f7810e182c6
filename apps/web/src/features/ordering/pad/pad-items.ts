import { foldVietnamese, Quantity, quantity, type PriceTier } from '@lienket/domain';
import type { PadPartsFragment } from '../../../gql/graphql';

export type OrderPadAnswer = PadPartsFragment;

/** One thing that can be ordered, its amounts ready for the rules of the domain: a product, or a contract's line, in one grade and pack. */
export interface PadItem {
  /** Of the first variant the contract line or the product: one product may stand in two lines of a contract. */
  key: string;
  /** What its variants have in common. */
  group: string;
  seller: { id: string; shortName: string };
  productId: string;
  name: string;
  slug: string;
  unit: string;
  gradeId: string | null;
  gradeName: string | null;
  gradeCode: string | null;
  packId: string;
  packName: string;
  packSize: Quantity;
  gtin: string | null;
  /** Ordered by the pack, billed by the scale; the tolerance in basis points. */
  catchWeight: boolean;
  toleranceBp: number | null;
  moq: Quantity | null;
  tiers: readonly PriceTier[];
  harvestMonths: readonly number[];
  contract: { lineId: string; unitPrice: bigint; remaining: Quantity } | null;
}

/** Every variant of every product. Contract prices count only in the contract that was opened; elsewhere the price list does. */
export function padItems(pad: Pick<OrderPadAnswer, 'items' | 'contract' | 'seller'>): PadItem[] {
  return pad.items.flatMap(({ product, contractLine, harvestMonths, variants }) => {
    const line = contractLine && contractLine.contractId === pad.contract?.id ? contractLine : null;
    const group = line?.id ?? product.id;
    return variants.map((variant, index): PadItem => {
      const packSize = quantity(variant.packSize);
      return {
        key: index === 0 ? group : `${group}:${variant.gradeId ?? ''}:${variant.packId}`,
        group,
        seller: pad.seller,
        productId: product.id,
        name: product.nameVi,
        slug: product.slug,
        unit: product.baseUnit,
        gradeId: variant.gradeId ?? null,
        gradeName: variant.gradeName ?? null,
        gradeCode: variant.gradeCode ?? null,
        packId: variant.packId,
        packName: variant.packName,
        packSize,
        gtin: variant.gtin ?? null,
        catchWeight: variant.catchWeight,
        toleranceBp: variant.weightToleranceBp ?? null,
        moq: line || variant.moqPacks <= 0 ? null : packSize.timesRatio(BigInt(variant.moqPacks), 1n),
        tiers: variant.priceTiers
          .map((tier) => ({ minQtyBase: quantity(tier.minQty), unitPrice: BigInt(tier.unitPrice) }))
          .sort((a, b) => a.minQtyBase.compare(b.minQtyBase)),
        harvestMonths,
        contract: line && { lineId: line.id, unitPrice: BigInt(line.unitPrice), remaining: quantity(line.remaining) },
      };
    });
  });
}

export interface PadCatalogue {
  /** Goods of several sellers stand in one sheet: then each says whose it is. */
  ofMany: boolean;
  /** Each product, or line of a contract, once: its first variant. */
  items: readonly PadItem[];
  byKey: ReadonlyMap<string, PadItem>;
  /** Its grades and packs, itself among them. */
  variantsOf: (item: PadItem) => readonly PadItem[];
  /** Exact, without regard to accents, case and spaces: by name, by name and grade, or by the GTIN of a pack. */
  find: (text: string) => PadItem | undefined;
  /** The variant of an item that a grade and a pack name; undefined where none fits. */
  findVariant: (item: PadItem, grade: string, pack: string) => PadItem | undefined;
  /** The nearest by shared words, best first: offered, never taken. */
  near: (text: string) => PadItem[];
}

/** "Na Chi Lăng, HTX A" and "HTX A Na Chi Lăng". */
const fullNames = (text: string, { seller }: PadItem) =>
  [`${text} ${seller.shortName}`, `${text}, ${seller.shortName}`, `${seller.shortName} ${text}`].map(foldVietnamese);

const wordsOf = (text: string) =>
  foldVietnamese(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** Whether a grade or pack is meant by a text: its name, its code, or a name that says more ("thùng" of "Thùng xốp 10 kg"). */
const isMeant = (names: readonly (string | null)[], text: string) => {
  const wanted = wordsOf(text);
  return names.some((name) => {
    const words = name ? wordsOf(name) : [];
    return words.length > 0 && wanted.every((word) => words.includes(word));
  });
};

export function padCatalogue(all: readonly PadItem[]): PadCatalogue {
  const groups = new Map<string, PadItem[]>();
  for (const item of all) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  const items = [...groups.values()].map(([first]) => first!);
  const variantsOf = (item: PadItem) => groups.get(item.group) ?? [item];
  const ofMany = new Set(items.map(({ seller }) => seller.id)).size > 1;
  const byName = new Map<string, PadItem>();
  const shared = new Set<string>();
  const name = (text: string | null, item: PadItem) => {
    if (!text) return;
    const folded = foldVietnamese(text);
    const held = byName.get(folded);
    // The same name at two sellers names neither: the reader is asked which.
    if (held && held.seller.id !== item.seller.id) shared.add(folded);
    byName.set(folded, item);
    if (ofMany) for (const full of fullNames(text, item)) byName.set(full, item);
  };
  for (const item of [...all].reverse()) {
    name(item.gtin, item);
    name(item.gradeName && `${item.name} ${item.gradeName}`, item);
    name(item.gradeCode && `${item.name} ${item.gradeCode}`, item);
  }
  for (const item of [...items].reverse()) {
    name(item.slug, item);
    name(item.name, item);
  }
  for (const folded of shared) byName.delete(folded);
  const words = items.map((item) => new Set(wordsOf(ofMany ? `${item.name} ${item.seller.shortName}` : item.name)));
  return {
    ofMany,
    items,
    byKey: new Map(all.map((item) => [item.key, item])),
    variantsOf,
    find: (text) => byName.get(foldVietnamese(text)),
    findVariant: (item, grade, pack) =>
      variantsOf(item).find(
        (variant) =>
          (!grade.trim() || isMeant([variant.gradeName, variant.gradeCode], grade)) &&
          (!pack.trim() || isMeant([variant.packName], pack)),
      ),
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

/** What a line of an old sheet asks for. Null: whatever the seller quotes first. */
export interface SheetGoods {
  readonly productId: string;
  readonly gradeId: string | null;
  readonly packId: string | null;
  /** Of a call-off; null for goods by the price list. */
  readonly contractLineId: string | null;
}

/** How a line of an old sheet stands today. CHANGED: the goods are there, in another grade or pack. */
export const SHEET_STANDINGS = ['SAME', 'CHANGED', 'GONE'] as const;
export type SheetStanding = (typeof SHEET_STANDINGS)[number];

export type SheetMatch<Offer> =
  { readonly standing: 'SAME' | 'CHANGED'; readonly offer: Offer } | { readonly standing: 'GONE'; readonly offer: null };

/**
 * What of today's offers takes the place of an old line: its own contract line first, then the same grade and pack, then whatever
 * is offered first of the product. Never another product.
 */
export function matchSheetLine<Offer extends SheetGoods>(line: SheetGoods, offers: readonly Offer[]): SheetMatch<Offer> {
  const ofProduct = offers.filter(({ productId }) => productId === line.productId);
  const isSame = (offer: Offer) =>
    (line.packId === null || offer.packId === line.packId) && (line.gradeId === null || offer.gradeId === line.gradeId);
  const same =
    ofProduct.find((offer) => line.contractLineId !== null && offer.contractLineId === line.contractLineId && isSame(offer)) ??
    ofProduct.find(isSame);
  if (same) return { standing: 'SAME', offer: same };
  const [other] = ofProduct;
  return other ? { standing: 'CHANGED', offer: other } : { standing: 'GONE', offer: null };
}

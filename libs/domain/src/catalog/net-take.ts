import { divideHalfUp } from '../shared/integer.js';

/** What one buyer keeps of the list price; shares in basis points, the fee in đồng per base unit. */
export interface CommercialTerms {
  /** Chiết khấu trên hóa đơn: off the list price. */
  readonly frontBp: number;
  /** Thưởng doanh số cuối kỳ: off the invoiced price. */
  readonly rebateBp: number;
  /** Phí kho tổng, of the invoiced price. */
  readonly dcBp: number;
  /** Góp khuyến mại, of the invoiced price. */
  readonly promoBp: number;
  readonly feePerUnit: bigint;
}

export const NET_TAKE_STEPS = ['LIST', 'FRONT', 'INVOICE', 'REBATE', 'DC', 'PROMO', 'FEE', 'NET'] as const;
export type NetTakeStep = (typeof NET_TAKE_STEPS)[number];

/** LIST, INVOICE and NET are what is left so far; the others are what goes away, as negative đồng. */
export interface NetTakeLine {
  readonly step: NetTakeStep;
  readonly bp: number | null;
  readonly amount: bigint;
}

/**
 * What stays with the seller of one base unit: list × (1 − front) × (1 − rebate) − dc − promo − fees.
 * Each share is rounded half up to one đồng on its own line, so that the lines add up to the net exactly.
 */
export function netTake(
  listPrice: bigint,
  terms: CommercialTerms,
): { readonly net: bigint; readonly lines: readonly NetTakeLine[] } {
  const off = (of: bigint, bp: number): bigint => -divideHalfUp(of * BigInt(bp), 10_000n);
  const front = off(listPrice, terms.frontBp);
  const invoice = listPrice + front;
  const rebate = off(invoice, terms.rebateBp);
  const dc = off(invoice, terms.dcBp);
  const promo = off(invoice, terms.promoBp);
  const net = invoice + rebate + dc + promo - terms.feePerUnit;
  return {
    net,
    lines: [
      { step: 'LIST', bp: null, amount: listPrice },
      { step: 'FRONT', bp: terms.frontBp, amount: front },
      { step: 'INVOICE', bp: null, amount: invoice },
      { step: 'REBATE', bp: terms.rebateBp, amount: rebate },
      { step: 'DC', bp: terms.dcBp, amount: dc },
      { step: 'PROMO', bp: terms.promoBp, amount: promo },
      { step: 'FEE', bp: null, amount: -terms.feePerUnit },
      { step: 'NET', bp: null, amount: net },
    ],
  };
}

/** Shares lie between 0 and 100 %, what is taken of the invoice not above it, fees are not negative. */
export function termsAreSound({ frontBp, rebateBp, dcBp, promoBp, feePerUnit }: CommercialTerms): boolean {
  const shares = [frontBp, rebateBp, dcBp, promoBp];
  return (
    shares.every((bp) => Number.isInteger(bp) && bp >= 0 && bp < 10_000) && rebateBp + dcBp + promoBp < 10_000 && feePerUnit >= 0n
  );
}

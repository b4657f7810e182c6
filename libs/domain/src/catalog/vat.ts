import type { OrganizationKind } from '../identity/organization-kind.js';
import type { LocalDate } from '../shared/calendar-date.js';
import { divideHalfUp } from '../shared/integer.js';
import { accept, refuse, type Result } from '../shared/result.js';

/** KCT không chịu thuế, KKKNT không kê khai tính nộp: two different codes, and neither is 0 %. */
export const VAT_CODES = ['KCT', 'KKKNT', '0', '5', '8', '10'] as const;
export type VatCode = (typeof VAT_CODES)[number];

/** What is sold: farm goods raw or after ordinary first processing, processed goods, goods under excise, exports. */
export type VatClass = 'RAW_AGRI' | 'PROCESSED' | 'EXCISE' | 'SERVICE' | 'EXPORT';

export type VatBuyerKind = OrganizationKind | 'INDIVIDUAL';

/** One row of the dated rule table; null means "any". Both dates are included. The first matching row wins. */
export interface VatRule {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly vatClass: VatClass | null;
  readonly sellerKinds: readonly OrganizationKind[] | null;
  readonly sellerIsProducer: boolean | null;
  readonly buyerKinds: readonly VatBuyerKind[] | null;
  readonly code: VatCode;
}

export interface VatQuestion {
  readonly vatClass: VatClass;
  readonly sellerKind: OrganizationKind;
  /** True when the seller grew or made the goods itself. */
  readonly sellerIsProducer: boolean;
  readonly buyerKind: VatBuyerKind;
  readonly date: LocalDate;
  readonly rules: readonly VatRule[];
}

export interface VatAnswer {
  readonly code: VatCode;
  readonly rateBasisPoints: number;
}

export interface VatRefusal {
  readonly code: 'VAT_RULE_MISSING';
  readonly vatClass: VatClass;
  readonly date: LocalDate;
}

/** The VAT code on `date` by the table passed in: the law changes by date, so no rate lives in code. */
export function vatFor(question: VatQuestion): Result<VatAnswer, VatRefusal> {
  const { vatClass, sellerKind, sellerIsProducer, buyerKind, date, rules } = question;
  const rule = rules.find(
    (r) =>
      r.validFrom <= date &&
      (r.validTo === null || date <= r.validTo) &&
      (r.vatClass === null || r.vatClass === vatClass) &&
      (r.sellerKinds === null || r.sellerKinds.includes(sellerKind)) &&
      (r.sellerIsProducer === null || r.sellerIsProducer === sellerIsProducer) &&
      (r.buyerKinds === null || r.buyerKinds.includes(buyerKind)),
  );
  return rule
    ? accept({ code: rule.code, rateBasisPoints: vatRateBasisPoints(rule.code) })
    : refuse({ code: 'VAT_RULE_MISSING', vatClass, date });
}

/** The rate a code stands for, in basis points: "8" → 800; KCT and KKKNT → 0. */
export const vatRateBasisPoints = (code: VatCode): number => (code === 'KCT' || code === 'KKKNT' ? 0 : Number(code) * 100);

/** VAT in đồng on a net amount, rounded half up; once per VAT code and document. */
export const vatAmount = (amount: bigint, code: VatCode): bigint =>
  divideHalfUp(amount * BigInt(vatRateBasisPoints(code)), 10_000n);

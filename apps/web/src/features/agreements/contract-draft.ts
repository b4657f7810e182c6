import { quantity, Quantity, quantityInputText } from '@lienket/domain';
import type { ContractLineInput, MouPageFragment, PaymentBase, PriceClause } from '../../gql/graphql';
import type { UsualTerms } from '../../shared/agreements/contract-usual';
import { percentText } from '../../shared/forms/percent';
import type { Typed } from '../../shared/forms/typed-numbers';
import { periodsOf, type Split } from './schedule-periods';

export interface ContractLineDraft {
  mouLineId: string;
  /** A line can be left for a later contract. */
  included: boolean;
  product: { id: string; slug: string; nameVi: string } | null;
  description: string;
  baseUnit: string;
  seasonMonths: number[];
  packId: string;
  minQty: string;
  targetQty: string;
  maxQty: string;
  unitPrice: string;
  split: Split;
  /** What is typed for a period, under its first day. */
  schedule: Record<string, string>;
}

export interface ContractDraft {
  sellerOrgId: string;
  buyerOrgId: string;
  validFrom: string;
  validTo: string;
  priceClause: PriceClause;
  priceClauseNote: string;
  tolerancePct: string;
  paymentTermDays: string;
  paymentBase: PaymentBase;
  returnPolicy: string;
  minRemainingLifePct: string;
  noticeDays: string;
  placeIds: string[];
  lines: ContractLineDraft[];
}

/** Prefilled from what the memorandum already says. */
export function contractDraftOf(
  mou: MouPageFragment,
  usual: UsualTerms,
  ownId: string,
  today: string,
  locale: 'vi' | 'en',
): ContractDraft {
  const side = (role: 'SELLER' | 'BUYER') => {
    const orgs = mou.parties.filter((party) => party.role === role).map(({ organization }) => organization.id);
    return orgs.includes(ownId) ? ownId : (orgs[0] ?? '');
  };
  return {
    sellerOrgId: side('SELLER'),
    buyerOrgId: side('BUYER'),
    validFrom: mou.validFrom && mou.validFrom > today ? mou.validFrom : today,
    validTo: mou.validTo ?? '',
    priceClause: 'FIXED',
    priceClauseNote: '',
    tolerancePct: percentText(usual.toleranceBp, locale),
    paymentTermDays: String(usual.paymentTermDays),
    paymentBase: 'INVOICE',
    returnPolicy: '',
    minRemainingLifePct: '',
    noticeDays: String(usual.noticeDays),
    placeIds: [],
    lines: mou.lines.map((line) => {
      const target = line.targetQty == null ? '' : quantityInputText(quantity(line.targetQty), locale);
      return {
        mouLineId: line.id,
        included: true,
        product: line.product ? { id: line.product.id, slug: line.product.slug, nameVi: line.product.nameVi } : null,
        description: line.description,
        baseUnit: line.baseUnit,
        seasonMonths: [...line.seasonMonths],
        packId: '',
        minQty: '0',
        targetQty: target,
        maxQty: target,
        unitPrice: line.referencePrice == null ? '' : String(line.referencePrice),
        split: 'NONE',
        schedule: {},
      };
    }),
  };
}

interface Numbers {
  quantity: (text: string) => Typed;
  money: (text: string) => Typed;
}

type ContractProblem = 'validFrom' | 'validTo' | 'lines' | 'productId' | 'packId' | 'order' | 'overMax' | 'days';

/** The periods of a line with what is typed for each; an empty one is no delivery. */
export const scheduleOf = (line: ContractLineDraft, draft: Pick<ContractDraft, 'validFrom' | 'validTo'>) =>
  periodsOf(line.split, draft.validFrom, draft.validTo, line.seasonMonths).map((period) => ({
    ...period,
    typed: line.schedule[period.from] ?? '',
  }));

/** Sum of what can be read, so that it can be shown while one types. */
export function scheduled(
  line: ContractLineDraft,
  draft: Pick<ContractDraft, 'validFrom' | 'validTo'>,
  numbers: Numbers,
): Quantity {
  return Quantity.sum(
    scheduleOf(line, draft).flatMap(({ typed }) => {
      const read = typed.trim() ? numbers.quantity(typed) : null;
      return read?.ok ? [quantity(read.wire)] : [];
    }),
  );
}

/** Field ids count the lines that are sent, as the server's refusals do. */
export function problemsOf(
  draft: ContractDraft,
  numbers: Numbers,
  say: (problem: ContractProblem) => string,
): Record<string, string> {
  const found: Record<string, string> = {};
  if (!draft.validFrom) found['validFrom'] = say('validFrom');
  if (!draft.validTo || draft.validTo < draft.validFrom) found['validTo'] = say('validTo');
  if (!/^\d{1,3}$/.test(draft.paymentTermDays.trim())) found['paymentTermDays'] = say('days');
  if (!/^\d{1,3}$/.test(draft.noticeDays.trim())) found['noticeDays'] = say('days');
  if (draft.minRemainingLifePct.trim() && !/^\d{1,3}$/.test(draft.minRemainingLifePct.trim()))
    found['minRemainingLifePct'] = say('days');
  const tolerance = numbers.quantity(draft.tolerancePct);
  if (!tolerance.ok) found['toleranceBp'] = tolerance.message;
  const lines = draft.lines.filter(({ included }) => included);
  if (lines.length === 0) found['lines'] = say('lines');
  lines.forEach((line, row) => {
    const at = (field: keyof ContractLineInput) => `${row}.${field}`;
    if (!line.product) found[at('productId')] = say('productId');
    else if (!line.packId) found[at('packId')] = say('packId');
    const amounts = (['minQty', 'targetQty', 'maxQty'] as const).map((field) => {
      const typed = numbers.quantity(line[field]);
      if (!typed.ok) found[at(field)] = typed.message;
      return typed.ok ? quantity(typed.wire) : null;
    });
    const [min, target, max] = amounts;
    if (min && target && max && (min.compare(target) > 0 || target.compare(max) > 0)) found[at('targetQty')] = say('order');
    const price = numbers.money(line.unitPrice);
    if (!price.ok) found[at('unitPrice')] = price.message;
    const unread = scheduleOf(line, draft).find(({ typed }) => typed.trim() && !numbers.quantity(typed).ok);
    if (unread) {
      const read = numbers.quantity(unread.typed);
      if (!read.ok) found[at('schedule')] = read.message;
    } else if (max && scheduled(line, draft, numbers).compare(max) > 0) found[at('schedule')] = say('overMax');
  });
  return found;
}

const wire = (typed: Typed): string => (typed.ok ? typed.wire : '');

export const contractLineInputs = (draft: ContractDraft, numbers: Numbers): ContractLineInput[] =>
  draft.lines
    .filter(({ included }) => included)
    .map((line) => ({
      mouLineId: line.mouLineId,
      productId: line.product?.id ?? '',
      packId: line.packId,
      minQty: wire(numbers.quantity(line.minQty)),
      targetQty: wire(numbers.quantity(line.targetQty)),
      maxQty: wire(numbers.quantity(line.maxQty)),
      unitPrice: wire(numbers.money(line.unitPrice)),
      schedule: scheduleOf(line, draft).flatMap(({ from, to, typed }) => {
        const qty = typed.trim() ? wire(numbers.quantity(typed)) : '';
        return qty && quantity(qty).isPositive ? [{ from, to, qty }] : [];
      }),
    }));

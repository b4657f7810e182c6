import { quantity, quantityInputText, type Locale } from '@lienket/domain';
import type { PriceBasis, PricedPer, QuoteLineInput, QuotePageFragment, RfqPageFragment } from '../../gql/graphql';
import type { Typed } from '../../shared/forms/typed-numbers';

/** What is typed for one asked line, or for an alternative to it. */
export interface AnswerDraft {
  key: string;
  rfqLineId: string;
  alternative: boolean;
  offered: boolean;
  productId: string;
  packId: string;
  goods: string;
  price: string;
  pricedPer: PricedPer;
  qty: string;
  moq: string;
  lead: string;
  freight: string;
  note: string;
}

export interface QuoteValues {
  basis: PriceBasis;
  validUntil: string;
  note: string;
  lines: AnswerDraft[];
}

export const answerFor = (line: RfqPageFragment['lines'][number], locale: Locale, alternative = false): AnswerDraft => ({
  key: alternative ? crypto.randomUUID() : line.id,
  rfqLineId: line.id,
  alternative,
  offered: true,
  productId: '',
  packId: '',
  goods: '',
  price: '',
  pricedPer: 'UNIT',
  qty: quantityInputText(quantity(line.askedQty), locale),
  moq: '',
  lead: '3',
  freight: '',
  note: '',
});

/** The saved draft, else the last revision, else an empty answer for every line. */
export function quoteValuesOf(rfq: RfqPageFragment, locale: Locale, ownProducts: readonly string[]): QuoteValues {
  const quote = rfq.myQuote ?? null;
  const said = quote?.draft ?? lastRevision(quote);
  const asked = rfq.lines.map((line): AnswerDraft => {
    const known = said?.lines.find((answer) => answer.rfqLineId === line.id && !answer.alternative);
    const blank = answerFor(line, locale);
    if (known) return { ...blank, ...textsOf(known, locale) };
    const own = line.product && ownProducts.includes(line.product.id) ? line.product.id : '';
    return { ...blank, productId: own, offered: !said };
  });
  const others = (said?.lines ?? [])
    .filter(({ alternative }) => alternative)
    .flatMap((answer) => {
      const line = rfq.lines.find(({ id }) => id === answer.rfqLineId);
      return line ? [{ ...answerFor(line, locale, true), ...textsOf(answer, locale) }] : [];
    });
  return {
    basis: said?.basis ?? rfq.basis,
    validUntil: said?.validUntil ?? '',
    note: said?.note ?? '',
    lines: [...asked, ...others],
  };
}

type Said = Omit<NonNullable<QuotePageFragment['draft']>['lines'][number], '__typename'>;

function lastRevision(quote: QuotePageFragment | null) {
  const last = quote?.revisions[0];
  return last
    ? {
        basis: last.basis,
        validUntil: last.validUntil,
        note: last.note,
        lines: last.lines.map((line): Said => ({
          rfqLineId: line.rfqLineId,
          productId: line.product?.id ?? null,
          packId: null,
          description: line.description,
          price: line.unitPrice,
          pricedPer: 'UNIT',
          freightPerUnit: line.freightPerUnit ?? null,
          offeredQty: line.offeredQty,
          moqQty: line.moqQty ?? null,
          leadDays: line.leadDays,
          alternative: line.alternative,
          note: line.note ?? null,
        })),
      }
    : null;
}

const textsOf = (said: Said, locale: Locale): Partial<AnswerDraft> => ({
  offered: true,
  productId: said.productId ?? '',
  packId: said.packId ?? '',
  goods: said.description ?? '',
  price: String(said.price),
  pricedPer: said.pricedPer,
  qty: quantityInputText(quantity(said.offeredQty), locale),
  moq: said.moqQty ? quantityInputText(quantity(said.moqQty), locale) : '',
  lead: String(said.leadDays),
  freight: said.freightPerUnit == null ? '' : String(said.freightPerUnit),
  note: said.note ?? '',
});

interface Words {
  quantity: (text: string) => Typed;
  money: (text: string) => Typed;
  lead: string;
  goods: string;
}

/** What is wrong with an answer, by field; empty when it can be sent. */
export function answerProblems(line: AnswerDraft, words: Words): Record<string, string> {
  const found: Record<string, string> = {};
  const price = words.money(line.price);
  if (!price.ok) found['price'] = price.message;
  const qty = words.quantity(line.qty);
  if (!qty.ok) found['offeredQty'] = qty.message;
  const moq = line.moq.trim() ? words.quantity(line.moq) : null;
  if (moq && !moq.ok) found['moqQty'] = moq.message;
  const freight = line.freight.trim() ? words.money(line.freight) : null;
  if (freight && !freight.ok) found['freightPerUnit'] = freight.message;
  if (!/^\d{1,3}$/.test(line.lead.trim()) || Number(line.lead) > 365) found['leadDays'] = words.lead;
  if (line.alternative && !line.productId && !line.goods.trim()) found['description'] = words.goods;
  return found;
}

export function answerInput(line: AnswerDraft, words: Pick<Words, 'quantity' | 'money'>): QuoteLineInput {
  const wire = (typed: Typed) => (typed.ok ? typed.wire : '0');
  return {
    rfqLineId: line.rfqLineId,
    productId: line.productId || null,
    packId: line.packId || null,
    description: line.alternative ? line.goods.trim() || null : null,
    price: wire(words.money(line.price)),
    pricedPer: line.pricedPer,
    freightPerUnit: line.freight.trim() ? wire(words.money(line.freight)) : null,
    offeredQty: wire(words.quantity(line.qty)),
    moqQty: line.moq.trim() ? wire(words.quantity(line.moq)) : null,
    leadDays: Number(line.lead),
    alternative: line.alternative,
    note: line.note.trim() || null,
  };
}

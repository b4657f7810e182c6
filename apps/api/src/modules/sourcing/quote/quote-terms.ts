import {
  accept,
  addDays,
  Quantity,
  quantity,
  refuse,
  type Result,
  wholeUnitPrice,
  poolProblem,
  type CommittedShare,
} from '@lienket/domain';
import { isUuid } from '../../../platform/auth/access.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { type RowRefusal, type RowsRefusal, rowsRefused } from '../../../platform/graphql/refusal.js';
import { tidyLine, tidyText } from '../../../platform/text.js';
import type { QuoteLineRefusal, QuoteRefusal } from './quote.messages.js';
import type { QuoteCommand, QuoteLineCommand } from './quote.view.js';

export const TEXT_MAX = 2000;
const MOST_LINES = 400;
const NAME_MAX = 200;
const DEAREST = 1_000_000_000n;

export interface AskedGoods {
  readonly id: string;
  readonly description: string;
  readonly baseUnit: string;
}

interface Goods {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly vatClass: string;
  readonly packs: { readonly id: string; readonly name: string; readonly size: string; readonly gradeId: string | null }[];
}

export interface CheckedQuoteLine {
  readonly rfqLineId: string;
  readonly productId: string | null;
  readonly gradeId: string | null;
  readonly description: string;
  readonly baseUnit: string;
  readonly packName: string;
  readonly packSizeBase: string;
  readonly vatClass: string | null;
  readonly alternative: boolean;
  readonly unitPrice: bigint;
  readonly freightPerUnit: bigint | null;
  readonly offeredQty: string;
  readonly moqQty: string | null;
  readonly leadDays: number;
  readonly note: string | null;
}

export function checkQuoteHead(
  given: QuoteCommand,
  today: string,
): Result<{ basis: string; validUntil: string; note: string | null }, QuoteRefusal> {
  const note = tidyText(given.note);
  const { basis, validUntil } = given;
  if (note && note.length > TEXT_MAX) return refuse({ code: 'QUOTE_NOTE_TOO_LONG', max: TEXT_MAX });
  if (given.lines.length === 0) return refuse({ code: 'QUOTE_LINES_MISSING' });
  if (given.lines.length > MOST_LINES) return refuse({ code: 'QUOTE_LINES_TOO_MANY', max: MOST_LINES });
  if (!validUntil) return refuse({ code: 'VALIDITY_MISSING' });
  if (validUntil < today) return refuse({ code: 'VALIDITY_PAST', today });
  if (validUntil > addDays(today, 366)) return refuse({ code: 'VALIDITY_TOO_LONG' });
  return accept({ basis, validUntil, note });
}

/** Every line priced in whole đồng per base unit, with the goods as they stand today; or the rows that are not. */
export async function checkQuoteLines(
  tx: Tx,
  given: readonly QuoteLineCommand[],
  sellerOrgId: string,
  asked: ReadonlyMap<string, AskedGoods>,
  shares: ReadonlyMap<string, readonly CommittedShare[]>,
): Promise<Result<CheckedQuoteLine[], RowsRefusal<QuoteLineRefusal>>> {
  const goods = await readGoods(tx, given, sellerOrgId);
  const refused: RowRefusal<QuoteLineRefusal>[] = [];
  const lines: CheckedQuoteLine[] = [];
  const answered = new Set<string>();
  given.forEach((line, row) => {
    const question = asked.get(line.rfqLineId.toLowerCase());
    const checked = question
      ? checkLine(line, question, goods, answered, shares.get(question.id) ?? [])
      : refuse<Problem>({ code: 'PROBLEM', field: 'rfqLineId', cause: { code: 'ASKED_LINE_UNKNOWN' } });
    if (checked.ok) lines.push(checked.value);
    else {
      const { field, cause, suggestion } = checked.refusal;
      refused.push({ row, field, refusal: cause, ...(suggestion && { suggestion }) });
    }
  });
  return refused.length ? rowsRefused(refused) : accept(lines);
}

interface Problem {
  readonly code: 'PROBLEM';
  readonly field: string;
  readonly cause: QuoteLineRefusal;
  readonly suggestion?: string;
}

const no = (field: string, cause: QuoteLineRefusal, suggestion?: string): { ok: false; refusal: Problem } =>
  refuse<Problem>({ code: 'PROBLEM', field, cause, ...(suggestion && { suggestion }) });

function checkLine(
  line: QuoteLineCommand,
  asked: AskedGoods,
  goods: ReadonlyMap<string, Goods>,
  answered: Set<string>,
  shares: readonly CommittedShare[],
): Result<CheckedQuoteLine, Problem> {
  const product = line.productId ? goods.get(line.productId.toLowerCase()) : null;
  if (line.productId && !product) return no('productId', { code: 'PRODUCT_NOT_YOURS' });
  const pack = line.packId ? product?.packs.find(({ id }) => id === line.packId!.toLowerCase()) : product?.packs[0];
  if (line.packId && !pack) return no('packId', { code: 'PACK_NOT_OF_PRODUCT' });
  const description = tidyLine(line.description) ?? product?.name ?? (line.alternative ? null : asked.description);
  if (!description) return no('description', { code: 'ALTERNATIVE_WITHOUT_GOODS' });
  const note = tidyText(line.note);
  if (description.length > NAME_MAX) return no('description', { code: 'LINE_TEXT_TOO_LONG', max: NAME_MAX });
  if (note && note.length > TEXT_MAX) return no('note', { code: 'LINE_TEXT_TOO_LONG', max: TEXT_MAX });
  if (!line.alternative && answered.has(asked.id)) return no('rfqLineId', { code: 'ANSWERED_TWICE' });
  if (!line.alternative) answered.add(asked.id);

  const baseUnit = product?.unit ?? asked.baseUnit;
  const packSize = pack ? quantity(pack.size) : Quantity.of(1);
  if (line.price <= 0n || line.price > DEAREST) return no('price', { code: 'PRICE_NOT_VALID' });
  const unitPrice = wholeUnitPrice(line.price, line.pricedPer === 'PACK' ? packSize : Quantity.of(1));
  if (!unitPrice.ok) return no('price', unitPrice.refusal, String(unitPrice.refusal.up));
  if (unitPrice.value <= 0n) return no('price', { code: 'PRICE_NOT_VALID' });
  const freightPerUnit = line.freightPerUnit ?? null;
  if (freightPerUnit !== null && (freightPerUnit < 0n || freightPerUnit > DEAREST)) {
    return no('freightPerUnit', { code: 'FREIGHT_NOT_VALID' });
  }
  const offered = quantity(line.offeredQty);
  const moq = line.moqQty ? quantity(line.moqQty) : null;
  if (!offered.isPositive) return no('offeredQty', { code: 'OFFER_NOT_POSITIVE' });
  if (moq && (!moq.isPositive || moq.compare(offered) > 0)) return no('moqQty', { code: 'MOQ_ABOVE_OFFER' });
  if (line.leadDays < 0 || line.leadDays > 365) return no('leadDays', { code: 'LEAD_TIME_NOT_VALID' });
  const pooled = line.alternative ? null : poolOf(offered, unitPrice.value, shares, baseUnit);
  if (pooled) return no(pooled.code === 'POOL_PRICE_BELOW_FLOOR' ? 'price' : 'offeredQty', pooled);
  return accept({
    rfqLineId: asked.id,
    productId: product?.id ?? null,
    gradeId: pack?.gradeId ?? null,
    description,
    baseUnit,
    packName: pack?.name ?? baseUnit,
    packSizeBase: packSize.toDecimalString(),
    vatClass: product?.vatClass ?? null,
    alternative: line.alternative,
    unitPrice: unitPrice.value,
    freightPerUnit,
    offeredQty: offered.toDecimalString(),
    moqQty: moq?.toDecimalString() ?? null,
    leadDays: line.leadDays,
    note,
  });
}

/** What the members do not give, the lead gives itself: the sum is the offer, or the members promised too much. */
function poolOf(offered: Quantity, unitPrice: bigint, shares: readonly CommittedShare[], unit: string): QuoteLineRefusal | null {
  if (shares.length === 0) return null;
  const promised = Quantity.sum(shares.map((share) => share.qty));
  const own = offered.sub(promised);
  const all = own.isPositive ? [...shares, { memberId: 'lead', qty: own, floorPrice: 0n }] : shares;
  const problem = poolProblem(offered, unitPrice, all);
  if (!problem) return null;
  return problem.code === 'POOL_SUM_DIFFERS'
    ? { code: 'POOL_EXCEEDS_OFFER', shares: promised, unit }
    : { code: 'POOL_PRICE_BELOW_FLOOR', floorPrice: problem.floorPrice };
}

async function readGoods(tx: Tx, given: readonly QuoteLineCommand[], sellerOrgId: string): Promise<Map<string, Goods>> {
  const ids = [...new Set(given.flatMap(({ productId }) => (productId && isUuid(productId) ? productId.toLowerCase() : [])))];
  if (ids.length === 0) return new Map();
  const rows = await tx.query<Goods>(
    `select p.id, p.name_vi as name, p.base_unit as unit, p.vat_class as "vatClass",
       coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name, 'size', k.size_base::text, 'gradeId', k.grade_id)
         order by k.position, k.id) from pack k where k.product_id = p.id), '[]') as packs
     from product p where p.id = any($1) and p.org_id = $2 and p.status <> 'ARCHIVED'`,
    [ids, sellerOrgId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

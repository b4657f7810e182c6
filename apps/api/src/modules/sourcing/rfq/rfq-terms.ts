import { accept, quantity, Quantity, refuse, type Result } from '@lienket/domain';
import { isUuid } from '../../../platform/auth/access.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { type RowRefusal, type RowsRefusal, rowsRefused } from '../../../platform/graphql/refusal.js';
import { tidyLine, tidyText } from '../../../platform/text.js';
import type { RfqLineRefusal, RfqRefusal } from './rfq.messages.js';
import type { RfqLineCommand, RfqSaveCommand } from './rfq.view.js';

export const TEXT_MAX = 2000;
const MOST_LINES = 200;
const MOST_INVITEES = 100;
const MOST_FILES = 10;
const MOST_TIMES = 366;
const NAME_MAX = 200;
const SPEC_MAX = 500;
const UNIT_MAX = 20;
/** Sellers of the platform; a bank or a department cannot be asked for a price. */
const SELLER_KINDS = ['COOPERATIVE', 'COOPERATIVE_GROUP', 'COOPERATIVE_UNION', 'HOUSEHOLD_BUSINESS', 'ENTERPRISE'];

export interface CheckedRfqHead {
  readonly title: string;
  readonly note: string | null;
}

export interface CheckedRfqLine {
  readonly productId: string | null;
  readonly description: string;
  readonly productGroup: string | null;
  readonly spec: string | null;
  readonly baseUnit: string;
  readonly per: string;
  readonly perQty: string;
  readonly times: number;
  readonly askedQty: string;
  readonly note: string | null;
}

export function checkRfqHead(given: RfqSaveCommand): Result<CheckedRfqHead, RfqRefusal> {
  const title = tidyLine(given.title);
  const note = tidyText(given.note);
  if (!title || title.length > NAME_MAX) return refuse({ code: 'TITLE_MISSING' });
  if (note && note.length > TEXT_MAX) return refuse({ code: 'NOTE_TOO_LONG', max: TEXT_MAX });
  if (given.periodFrom && given.periodTo && given.periodFrom > given.periodTo) return refuse({ code: 'PERIOD_OUT_OF_ORDER' });
  if (given.lines.length > MOST_LINES) return refuse({ code: 'TOO_MANY_LINES', max: MOST_LINES });
  if (given.inviteeIds.length > MOST_INVITEES) return refuse({ code: 'TOO_MANY_INVITEES', max: MOST_INVITEES });
  if (given.fileIds.length > MOST_FILES) return refuse({ code: 'TOO_MANY_FILES', max: MOST_FILES });
  return accept({ title, note });
}

/** A listed product lends its name and unit; anything else is named in words. */
export async function checkRfqLines(
  tx: Tx,
  given: readonly RfqLineCommand[],
): Promise<Result<CheckedRfqLine[], RowsRefusal<RfqLineRefusal>>> {
  const ids = [...new Set(given.flatMap(({ productId }) => (productId && isUuid(productId) ? productId.toLowerCase() : [])))];
  const products = new Map(
    ids.length === 0
      ? []
      : (
          await tx.query<{ id: string; name: string; unit: string; group: string }>(
            `select id, name_vi as name, base_unit as unit, product_group as "group" from product
             where id = any($1) and status in ('PUBLISHED', 'PAUSED')`,
            [ids],
          )
        ).map((row) => [row.id, row] as const),
  );
  const refused: RowRefusal<RfqLineRefusal>[] = [];
  const lines: CheckedRfqLine[] = [];
  given.forEach((line, row) => {
    const product = line.productId ? products.get(line.productId.toLowerCase()) : null;
    const refusal = line.productId && !product ? no('productId', { code: 'LINE_PRODUCT_UNKNOWN' }) : problemOf(line, !!product);
    if (refusal) return void refused.push({ row, ...refusal });
    const perQty = quantity(line.perQty);
    const times = line.per === 'TOTAL' ? 1 : line.times;
    lines.push({
      productId: product?.id ?? null,
      description: tidyLine(line.description) ?? product!.name,
      productGroup: product?.group ?? tidyLine(line.productGroup),
      spec: tidyText(line.spec),
      baseUnit: product?.unit ?? tidyLine(line.baseUnit)!,
      per: line.per,
      perQty: perQty.toDecimalString(),
      times,
      askedQty: perQty.timesRatio(BigInt(times), 1n).toDecimalString(),
      note: tidyText(line.note),
    });
  });
  return refused.length ? rowsRefused(refused) : accept(lines);
}

interface Problem {
  readonly field: string;
  readonly refusal: RfqLineRefusal;
}

const no = (field: string, refusal: RfqLineRefusal): Problem => ({ field, refusal });
const tooLong = (text: string | null | undefined, max: number) => (text?.length ?? 0) > max;
const LARGEST = Quantity.fromThousandths(10n ** 14n - 1n);

function problemOf(line: RfqLineCommand, listed: boolean): Problem | null {
  if (!listed && !tidyLine(line.description)) return no('description', { code: 'LINE_DESCRIPTION_MISSING' });
  if (!listed && !tidyLine(line.baseUnit)) return no('baseUnit', { code: 'LINE_UNIT_MISSING' });
  if (tooLong(line.description, NAME_MAX)) return no('description', { code: 'LINE_TEXT_TOO_LONG', max: NAME_MAX });
  if (tooLong(line.spec, SPEC_MAX)) return no('spec', { code: 'LINE_TEXT_TOO_LONG', max: SPEC_MAX });
  if (tooLong(line.note, SPEC_MAX)) return no('note', { code: 'LINE_TEXT_TOO_LONG', max: SPEC_MAX });
  if (tooLong(line.baseUnit, UNIT_MAX)) return no('baseUnit', { code: 'LINE_TEXT_TOO_LONG', max: UNIT_MAX });
  if (tooLong(line.productGroup, UNIT_MAX)) return no('productGroup', { code: 'LINE_TEXT_TOO_LONG', max: UNIT_MAX });
  const perQty = quantity(line.perQty);
  if (!perQty.isPositive) return no('perQty', { code: 'LINE_QTY_NOT_POSITIVE' });
  if (line.per !== 'TOTAL' && (line.times < 1 || line.times > MOST_TIMES))
    return no('times', { code: 'LINE_TIMES_NOT_VALID', max: MOST_TIMES });
  const times = line.per === 'TOTAL' ? 1 : line.times;
  return perQty.timesRatio(BigInt(times), 1n).compare(LARGEST) > 0 ? no('perQty', { code: 'LINE_QTY_TOO_LARGE' }) : null;
}

/** Active sellers, each once; the buyer itself is none. */
export async function checkInvitees(tx: Tx, given: readonly string[], buyerOrgId: string): Promise<Result<string[], RfqRefusal>> {
  const ids = [...new Set(given.map((id) => id.toLowerCase()))].sort();
  if (ids.includes(buyerOrgId)) return refuse({ code: 'INVITEE_IS_BUYER' });
  if (ids.length === 0) return accept([]);
  if (!ids.every(isUuid)) return refuse({ code: 'INVITEE_UNKNOWN' });
  const rows = await tx.query(`select 1 from organization where id = any($1) and status = 'ACTIVE' and kind = any($2)`, [
    ids,
    SELLER_KINDS,
  ]);
  return rows.length === ids.length ? accept(ids) : refuse({ code: 'INVITEE_UNKNOWN' });
}

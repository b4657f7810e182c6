import { accept, checkCommitmentLine, Quantity, quantity, refuse, type Result } from '@lienket/domain';
import { isUuid } from '../../platform/auth/access.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { type RowRefusal, type RowsRefusal, rowsRefused } from '../../platform/graphql/refusal.js';
import { tidyText } from '../../platform/text.js';
import type { ContractRules } from './contract-usual.js';
import type { ContractLineRefusal, ContractRefusal } from './contract.messages.js';
import type { StandingLine } from './mou-standing.js';

export interface GivenContractLine {
  readonly mouLineId?: string | null;
  readonly productId: string;
  readonly packId: string;
  readonly minQty: string;
  readonly targetQty: string;
  readonly maxQty: string;
  readonly unitPrice: bigint;
  readonly schedule: readonly GivenPeriod[];
}

export interface GivenPeriod {
  readonly from: string;
  readonly to: string;
  readonly qty: string;
}

export interface GivenHead {
  readonly validFrom: string;
  readonly validTo: string;
  readonly priceClauseNote?: string | null;
  /** Not given: what is usual. */
  readonly toleranceBp?: number;
  readonly paymentTermDays?: number;
  readonly paymentBase?: string | null;
  readonly returnPolicy?: string | null;
  readonly minRemainingLifePct?: number | null;
  readonly noticeDays?: number | null;
}

/** Terms beside the goods, with what holds where nothing was said. */
export interface CheckedHead {
  readonly priceClauseNote: string | null;
  readonly toleranceBp: number;
  readonly paymentTermDays: number;
  readonly paymentBase: string;
  readonly returnPolicy: string | null;
  readonly minRemainingLifePct: number | null;
  readonly noticeDays: number;
}

export interface CheckedContractLine {
  readonly mouLineId: string | null;
  readonly productId: string;
  readonly packId: string;
  readonly description: string;
  readonly baseUnit: string;
  readonly packName: string;
  readonly packSizeBase: string;
  readonly minQty: string;
  readonly targetQty: string;
  readonly maxQty: string;
  readonly unitPrice: bigint;
  readonly vatClass: string;
  readonly schedule: readonly GivenPeriod[];
}

interface Goods {
  readonly packId: string;
  readonly productId: string;
  readonly nameVi: string;
  readonly baseUnit: string;
  readonly vatClass: string;
  readonly packName: string;
  readonly sizeBase: string;
}

const MOST_LINES = 1000;
const DEAREST = 1_000_000_000n;

export function checkContractHead(given: GivenHead, today: string, rules: ContractRules): Result<CheckedHead, ContractRefusal> {
  const returnPolicy = tidyText(given.returnPolicy);
  const { minRemainingLifePct = null, paymentBase, noticeDays } = given;
  const notice = noticeDays ?? rules.noticeDays;
  const priceClauseNote = tidyText(given.priceClauseNote);
  const { toleranceBp = rules.toleranceBp, paymentTermDays = rules.paymentTermDays } = given;
  if (given.validFrom > given.validTo) return refuse({ code: 'CONTRACT_DATES_OUT_OF_ORDER' });
  if (given.validTo < today) return refuse({ code: 'CONTRACT_IS_OVER_ALREADY' });
  if (priceClauseNote && priceClauseNote.length > 2000) return refuse({ code: 'PRICE_CLAUSE_NOTE_TOO_LONG' });
  const { mostToleranceBp, longestTermDays } = rules;
  if (toleranceBp < 0 || toleranceBp > mostToleranceBp) return refuse({ code: 'TOLERANCE_NOT_VALID', mostBp: mostToleranceBp });
  if (paymentTermDays < 0 || paymentTermDays > longestTermDays) {
    return refuse({ code: 'PAYMENT_TERM_NOT_VALID', most: longestTermDays });
  }
  if (returnPolicy && returnPolicy.length > 2000) return refuse({ code: 'RETURN_POLICY_TOO_LONG' });
  if (minRemainingLifePct !== null && (minRemainingLifePct < 0 || minRemainingLifePct > 100))
    return refuse({ code: 'REMAINING_LIFE_NOT_VALID' });
  if (notice < 0 || notice > 365) return refuse({ code: 'NOTICE_NOT_VALID' });
  return accept({
    priceClauseNote,
    toleranceBp,
    paymentTermDays,
    paymentBase: paymentBase ?? 'INVOICE',
    returnPolicy,
    minRemainingLifePct,
    noticeDays: notice,
  });
}

/** Lines with the pack and the name as they stand today; of a memorandum's contract each carries out one of its lines. */
export async function checkContractLines(
  tx: Tx,
  given: readonly GivenContractLine[],
  sellerOrgId: string,
  head: GivenHead,
  mouLines: readonly StandingLine[] | null,
): Promise<Result<CheckedContractLine[], ContractRefusal | RowsRefusal<ContractLineRefusal>>> {
  if (given.length === 0) return refuse({ code: 'CONTRACT_LINES_MISSING' });
  if (given.length > MOST_LINES) return refuse({ code: 'TOO_MANY_CONTRACT_LINES' });
  const goods = await readGoods(tx, given, sellerOrgId);
  const promised = new Map((mouLines ?? []).map((line) => [line.id, line]));
  const refused: RowRefusal<ContractLineRefusal>[] = [];
  const lines: CheckedContractLine[] = [];
  given.forEach((line, row) => {
    const sold = goods.filter((item) => item.productId === line.productId.toLowerCase());
    const item = sold.find(({ packId }) => packId === line.packId.toLowerCase());
    const mouLineId = line.mouLineId?.toLowerCase() ?? null;
    const problems = [
      ...(sold.length === 0 ? [no('productId', { code: 'PRODUCT_NOT_OF_SELLER' })] : []),
      ...(sold.length > 0 && !item ? [no('packId', { code: 'PACK_NOT_OF_PRODUCT' })] : []),
      ...mouLineProblem(mouLineId, item, promised, mouLines !== null),
      ...amountProblems(line),
      ...scheduleProblem(line, head),
    ];
    refused.push(...problems.map(({ field, refusal }) => ({ row, field, refusal })));
    if (item && problems.length === 0) lines.push(checkedLine(line, item, mouLineId));
  });
  return refused.length ? rowsRefused(refused) : accept(lines);
}

interface Problem {
  readonly field: string;
  readonly refusal: ContractLineRefusal;
}

const no = (field: string, refusal: ContractLineRefusal): Problem => ({ field, refusal });

function amountProblems(line: GivenContractLine): Problem[] {
  const bounds = checkCommitmentLine({
    min: quantity(line.minQty),
    target: quantity(line.targetQty),
    max: quantity(line.maxQty),
  });
  const problems: Problem[] = [];
  if (!bounds.ok) {
    const crossed = bounds.refusal.code === 'COMMITMENT_BOUNDS_CROSSED';
    problems.push(no(crossed ? 'targetQty' : 'maxQty', { code: crossed ? 'QUANTITIES_NOT_IN_ORDER' : 'MAX_NOT_POSITIVE' }));
  }
  if (line.unitPrice <= 0n || line.unitPrice > DEAREST) problems.push(no('unitPrice', { code: 'UNIT_PRICE_NOT_VALID' }));
  return problems;
}

/** Another product or another unit could not be counted against the memorandum's line. */
function mouLineProblem(
  mouLineId: string | null,
  item: Goods | undefined,
  promised: ReadonlyMap<string, StandingLine>,
  required: boolean,
): Problem[] {
  if (!mouLineId && !required) return [];
  const line = promised.get(mouLineId ?? '');
  if (!line) return [no('mouLineId', { code: 'MOU_LINE_UNKNOWN' })];
  const other = item && (line.baseUnit !== item.baseUnit || (line.productId !== null && line.productId !== item.productId));
  return other ? [no('mouLineId', { code: 'MOU_LINE_OTHER_GOODS' })] : [];
}

function scheduleProblem(line: GivenContractLine, head: GivenHead): Problem[] {
  const periods = [...line.schedule].sort((a, b) => (a.from < b.from ? -1 : 1));
  const inOrder = periods.every(
    (period, i) => period.from <= period.to && quantity(period.qty).isPositive && (i === 0 || periods[i - 1]!.to < period.from),
  );
  if (!inOrder) return [no('schedule', { code: 'SCHEDULE_NOT_IN_ORDER' })];
  if (periods.some((period) => period.from < head.validFrom || period.to > head.validTo)) {
    return [no('schedule', { code: 'SCHEDULE_OUTSIDE_VALIDITY' })];
  }
  const max = quantity(line.maxQty);
  const total = Quantity.sum(periods.map((period) => quantity(period.qty)));
  return total.compare(max) > 0 ? [no('schedule', { code: 'SCHEDULE_OVER_MAX', max })] : [];
}

const checkedLine = (line: GivenContractLine, item: Goods, mouLineId: string | null): CheckedContractLine => ({
  mouLineId,
  productId: item.productId,
  packId: item.packId,
  description: item.nameVi,
  baseUnit: item.baseUnit,
  packName: item.packName,
  packSizeBase: item.sizeBase,
  minQty: line.minQty,
  targetQty: line.targetQty,
  maxQty: line.maxQty,
  unitPrice: line.unitPrice,
  vatClass: item.vatClass,
  schedule: line.schedule,
});

const readGoods = (tx: Tx, given: readonly GivenContractLine[], sellerOrgId: string): Promise<Goods[]> =>
  tx.query<Goods>(
    `select k.id as "packId", p.id as "productId", p.name_vi as "nameVi", p.base_unit as "baseUnit", p.vat_class as "vatClass",
       k.name as "packName", k.size_base as "sizeBase"
     from product p join pack k on k.product_id = p.id
     where p.id = any($1) and p.org_id = $2 and p.status in ('PUBLISHED', 'PAUSED')`,
    [given.map((line) => line.productId).filter(isUuid), sellerOrgId],
  );

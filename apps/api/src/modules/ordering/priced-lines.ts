import {
  accept,
  type OrganizationKind,
  type OrderLineRefusal,
  priceOrderLine,
  Quantity,
  quantity,
  type Result,
  roundDownToPack,
  type VatClass,
  vatFor,
} from '@lienket/domain';
import { type RowRefusal, rowsRefused, type RowsRefusal } from '../../platform/graphql/refusal.js';
import type { ContractBook } from '../agreements/index.js';
import type { OrderableProduct } from '../catalog/index.js';
import type { OrderLineCommand } from './order.view.js';
import type { OrderRefusal } from './order.messages.js';
import type { TradeRules } from './trade-rules.js';

export type OpenContract = Awaited<ReturnType<ContractBook['forOrder']>>;
type OpenContractLine = OpenContract['lines'][number];

/** One line as it will be stored: nothing of the catalogue or the contract is read again for it. */
export interface PricedLine {
  readonly row: number;
  readonly productId: string;
  readonly contractLineId: string | null;
  readonly mouLineId: string | null;
  readonly description: string;
  readonly baseUnit: string;
  readonly packName: string;
  readonly packSizeBase: Quantity;
  readonly orderedQty: Quantity;
  readonly unitPrice: bigint;
  readonly amount: bigint;
  readonly vatCode: string;
}

export interface PriceBasis {
  readonly sellerOrgId: string;
  readonly products: ReadonlyMap<string, OrderableProduct>;
  readonly contract: OpenContract | null;
  readonly rules: TradeRules;
  readonly sides: { readonly sellerKind: string; readonly buyerKind: string };
  readonly today: string;
}

type Offer = Omit<PricedLine, 'row' | 'orderedQty' | 'unitPrice' | 'amount' | 'vatCode'> & {
  readonly vatClass: string;
  readonly moqBase: Quantity | null;
  readonly contractUnitPrice: bigint | null;
  readonly tiers: readonly { minQtyBase: Quantity; unitPrice: bigint }[];
};

/** Those who sell what their own members or fields grew; the others trade. */
const PRODUCERS = ['COOPERATIVE', 'COOPERATIVE_GROUP', 'HOUSEHOLD_BUSINESS'];

/** Prices every line, or names every row that cannot be taken with a quantity that could. */
export function priceLines(
  lines: readonly OrderLineCommand[],
  basis: PriceBasis,
): Result<PricedLine[], RowsRefusal<OrderRefusal>> {
  const contractLines = new Map(basis.contract?.lines.map((line) => [line.id, line]));
  const vatCodes = new Map<string, string | null>();
  const priced: PricedLine[] = [];
  const refused: RowRefusal<OrderRefusal>[] = [];
  lines.forEach((line, row) => {
    const refuseRow = (field: string, refusal: OrderRefusal, suggestion?: Quantity) =>
      refused.push({ row, field, refusal, ...(suggestion && { suggestion: suggestion.toDecimalString() }) });
    const offer = line.contractLineId
      ? offerOfContract(contractLines.get(line.contractLineId.toLowerCase()), line.productId)
      : offerOfCatalogue(basis.products.get(line.productId.toLowerCase()), basis.sellerOrgId);
    if (!offer) {
      if (line.contractLineId) refuseRow('contractLineId', { code: 'CONTRACT_LINE_UNKNOWN' });
      else refuseRow('productId', { code: 'PRODUCT_NOT_ORDERABLE' });
      return;
    }
    const { vatClass, moqBase, contractUnitPrice, tiers, ...snapshot } = offer;
    const price = priceOrderLine({
      qtyBase: quantity(line.qty),
      packSizeBase: offer.packSizeBase,
      moqBase,
      contractUnitPrice,
      tiers,
    });
    if (!price.ok) {
      const field = price.refusal.code === 'NO_PRICE' ? 'productId' : 'qty';
      refuseRow(field, { ...price.refusal, unit: offer.baseUnit } as OrderRefusal, nearest(price.refusal));
      return;
    }
    if (!vatCodes.has(vatClass)) vatCodes.set(vatClass, vatCodeOf(vatClass, basis));
    const vatCode = vatCodes.get(vatClass);
    if (!vatCode) return void refuseRow('productId', { code: 'VAT_RULE_MISSING' });
    const { qtyBase, unitPrice, amount } = price.value;
    priced.push({ ...snapshot, row, orderedQty: qtyBase, unitPrice, amount, vatCode });
  });
  return refused.length ? rowsRefused(refused) : accept(priced);
}

/** The ledger's over-calls, at the rows of the order; the suggestion is what still fits in whole packs. */
export function explainOverCall(
  refusal: RowsRefusal<{ code: 'OVER_CALL'; requested: Quantity; remaining: Quantity }>,
  drawn: readonly PricedLine[],
): RowRefusal<OrderRefusal>[] {
  return refusal.rows.map(({ row, refusal: { requested, remaining } }) => {
    const line = drawn[row]!;
    const fits = roundDownToPack(remaining, line.packSizeBase);
    return {
      row: line.row,
      field: 'qty',
      refusal: { code: 'OVER_CALL', requested, remaining, unit: line.baseUnit },
      ...(fits.isPositive && { suggestion: fits.toDecimalString() }),
    };
  });
}

function offerOfContract(line: OpenContractLine | undefined, productId: string): Offer | null {
  if (!line || line.productId !== productId.toLowerCase()) return null;
  return {
    productId: line.productId,
    contractLineId: line.id,
    mouLineId: line.mouLineId,
    description: line.description,
    baseUnit: line.baseUnit,
    packName: line.packName,
    packSizeBase: quantity(String(line.packSizeBase)),
    vatClass: line.vatClass,
    moqBase: null,
    contractUnitPrice: line.unitPrice,
    tiers: [],
  };
}

function offerOfCatalogue(product: OrderableProduct | undefined, sellerOrgId: string): Offer | null {
  if (!product?.pack || product.orgId !== sellerOrgId || product.status !== 'PUBLISHED') return null;
  const packSizeBase = quantity(String(product.pack.sizeBase));
  return {
    productId: product.id,
    contractLineId: null,
    mouLineId: null,
    description: product.nameVi,
    baseUnit: product.baseUnit,
    packName: product.pack.name,
    packSizeBase,
    vatClass: product.vatClass,
    moqBase: Quantity.fromThousandths(packSizeBase.thousandths * BigInt(product.pack.moqPacks)),
    contractUnitPrice: null,
    tiers: product.tiers.map((tier) => ({ minQtyBase: quantity(String(tier.minQty)), unitPrice: BigInt(tier.unitPrice) })),
  };
}

export function vatCodeOf(
  vatClass: string,
  { sides, rules, today }: Pick<PriceBasis, 'sides' | 'rules' | 'today'>,
): string | null {
  const answer = vatFor({
    vatClass: vatClass as VatClass,
    sellerKind: sides.sellerKind as OrganizationKind,
    sellerIsProducer: PRODUCERS.includes(sides.sellerKind),
    buyerKind: sides.buyerKind as OrganizationKind,
    date: today,
    rules: rules.vatRules,
  });
  return answer.ok ? answer.value.code : null;
}

function nearest(refusal: OrderLineRefusal): Quantity | undefined {
  if (refusal.code === 'PACK_MULTIPLE') return refusal.up;
  return refusal.code === 'BELOW_MOQ' ? refusal.suggested : undefined;
}

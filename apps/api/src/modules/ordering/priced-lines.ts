import {
  accept,
  type GradeSpec,
  type OrganizationKind,
  type OrderLineRefusal,
  type PackLevel,
  priceOrderLine,
  Quantity,
  quantity,
  refuse,
  type Result,
  roundDownToPack,
  type VatClass,
  vatFor,
} from '@lienket/domain';
import { type RowRefusal, rowsRefused, type RowsRefusal } from '../../platform/graphql/refusal.js';
import type { ContractBook } from '../agreements/index.js';
import { chooseVariant, type Variant } from '../catalog/index.js';
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
  readonly gradeId: string | null;
  readonly gradeCode: string | null;
  readonly gradeName: string | null;
  readonly gradeSpec: readonly GradeSpec[];
  readonly packId: string | null;
  readonly packName: string;
  readonly packLevel: PackLevel;
  readonly packGtin: string | null;
  readonly packSizeBase: Quantity;
  readonly catchWeight: boolean;
  readonly weightToleranceBp: number | null;
  readonly tareWeight: string | null;
  readonly orderedQty: Quantity;
  readonly unitPrice: bigint;
  readonly amount: bigint;
  readonly vatCode: string;
}

export interface PriceBasis {
  readonly sellerOrgId: string;
  /** By product id, with the one that orders count in first. */
  readonly variants: ReadonlyMap<string, readonly Variant[]>;
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
    const found = line.contractLineId
      ? offerOfContract(contractLines.get(line.contractLineId.toLowerCase()), line, basis.variants)
      : offerOfCatalogue(line, basis);
    if (!found.ok) return void refuseRow(FIELD_OF[found.refusal.code] ?? 'productId', found.refusal);
    const offer = found.value;
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

const FIELD_OF: Partial<Record<OrderRefusal['code'], string>> = {
  CONTRACT_LINE_UNKNOWN: 'contractLineId',
  VARIANT_UNKNOWN: 'packId',
};

/** The agreed price per base unit; in the agreed pack, or in another pack of the same goods when the buyer chose one. */
function offerOfContract(
  line: OpenContractLine | undefined,
  asked: OrderLineCommand,
  variants: PriceBasis['variants'],
): Result<Offer, OrderRefusal> {
  if (!line || line.productId !== asked.productId.toLowerCase()) return refuse({ code: 'CONTRACT_LINE_UNKNOWN' });
  const variant = chooseVariant(variants.get(line.productId) ?? [], asked.gradeId, asked.packId ?? line.packId);
  if (!variant && (asked.packId || asked.gradeId)) return refuse({ code: 'VARIANT_UNKNOWN' });
  const isAgreedPack = !asked.packId || asked.packId.toLowerCase() === line.packId;
  return accept({
    ...snapshotOf(variant, line.packId),
    productId: line.productId,
    contractLineId: line.id,
    mouLineId: line.mouLineId,
    description: line.description,
    baseUnit: line.baseUnit,
    // What was agreed in writing stands as it was written.
    packName: isAgreedPack || !variant ? line.packName : variant.pack.name,
    packSizeBase: isAgreedPack || !variant ? quantity(String(line.packSizeBase)) : quantity(variant.pack.sizeBase),
    vatClass: line.vatClass,
    moqBase: null,
    contractUnitPrice: line.unitPrice,
    tiers: [],
  });
}

function offerOfCatalogue(asked: OrderLineCommand, { variants, sellerOrgId }: PriceBasis): Result<Offer, OrderRefusal> {
  const ofProduct = variants.get(asked.productId.toLowerCase()) ?? [];
  const [first] = ofProduct;
  if (!first || first.orgId !== sellerOrgId || first.status !== 'PUBLISHED') return refuse({ code: 'PRODUCT_NOT_ORDERABLE' });
  const variant = chooseVariant(ofProduct, asked.gradeId, asked.packId);
  if (!variant) return refuse({ code: 'VARIANT_UNKNOWN' });
  const { pack } = variant;
  const packSizeBase = quantity(pack.sizeBase);
  return accept({
    ...snapshotOf(variant, pack.id),
    productId: variant.productId,
    contractLineId: null,
    mouLineId: null,
    description: variant.nameVi,
    baseUnit: variant.baseUnit,
    packName: pack.name,
    packSizeBase,
    vatClass: variant.vatClass,
    moqBase: Quantity.fromThousandths(packSizeBase.thousandths * BigInt(pack.moqPacks)),
    contractUnitPrice: null,
    tiers: variant.tiers.map((tier) => ({ minQtyBase: quantity(tier.minQty), unitPrice: tier.unitPrice })),
  });
}

type VariantSnapshot = Pick<
  PricedLine,
  | 'gradeId'
  | 'gradeCode'
  | 'gradeName'
  | 'gradeSpec'
  | 'packId'
  | 'packLevel'
  | 'packGtin'
  | 'catchWeight'
  | 'weightToleranceBp'
  | 'tareWeight'
>;

/** Grade and pack as they are today; what the catalogue no longer shows is an ordinary case. */
export function snapshotOf(variant: Pick<Variant, 'grade' | 'pack'> | null, packId: string | null): VariantSnapshot {
  return {
    gradeId: variant?.grade?.id ?? null,
    gradeCode: variant?.grade?.code ?? null,
    gradeName: variant?.grade?.name ?? null,
    gradeSpec: variant?.grade?.spec ?? [],
    packId: variant?.pack.id ?? packId,
    packLevel: variant?.pack.level ?? 'CASE',
    packGtin: variant?.pack.gtin ?? null,
    catchWeight: variant?.pack.catchWeight ?? false,
    weightToleranceBp: variant?.pack.weightToleranceBp ?? null,
    tareWeight: variant?.pack.tareWeight ?? null,
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

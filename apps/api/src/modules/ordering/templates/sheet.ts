import { accept, quantity, refuse, type Refusal, type Result } from '@lienket/domain';
import { Injectable } from '@nestjs/common';
import { idOf, isUuid } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { type RowRefusal, rowsRefused } from '../../../platform/graphql/refusal.js';
import { ContractBook } from '../../agreements/index.js';
import { chooseVariant, type Variant, VariantBook } from '../../catalog/index.js';
import { deliverLines, type Place, placesOf } from '../delivery-lines.js';
import type { OrderRefusal } from '../order.messages.js';
import { LINES_MAX, sellerNames, SELLERS_MAX } from '../order-sides.js';
import type { OpenContract } from '../priced-lines.js';
import { NOTE_MAX, tooLong, trimmed } from '../text-field.js';

/** One line as a buyer keeps it. Ids to order by, names as they stood, to say what is gone. Quantity as decimal text in the base unit. */
export interface SheetLine {
  readonly sellerOrgId: string;
  readonly seller: string;
  readonly productId: string;
  readonly contractLineId: string | null;
  readonly gradeId: string | null;
  readonly packId: string | null;
  readonly description: string;
  readonly packName: string;
  readonly unit: string;
  readonly qty: string;
  readonly deliveryLocationId: string | null;
  readonly placeName: string | null;
  readonly windowFrom: string | null;
  readonly windowTo: string | null;
  readonly costCenter: string | null;
}

export interface SheetLineCommand {
  readonly productId: string;
  readonly contractLineId?: string | null;
  readonly gradeId?: string | null;
  readonly packId?: string | null;
  readonly qty: string;
  readonly deliveryLocationId?: string | null;
  readonly windowFrom?: string | null;
  readonly windowTo?: string | null;
  readonly costCenter?: string | null;
}

export interface SheetCommand {
  readonly contractId?: string | null;
  readonly deliveryLocationId?: string | null;
  readonly note?: string | null;
  readonly lines: readonly SheetLineCommand[];
}

/** A sheet of the order pad without its day: what templates and standing orders hold. */
export interface Sheet {
  readonly contractId: string | null;
  readonly deliveryLocationId: string | null;
  readonly note: string | null;
  /** Names of the sellers, for lists and searching. */
  readonly sellers: string;
  readonly lines: readonly SheetLine[];
}

/** For lines that name no place while the sheet names none either. */
const NOWHERE: Place = { id: '', code: null, name: '', address: '' };

/** Takes a sheet to be kept: every line must be something that can be named today, whether or not it could be ordered at this moment. */
@Injectable()
export class SheetDesk {
  constructor(
    private readonly variants: VariantBook,
    private readonly contracts: ContractBook,
  ) {}

  async take(tx: Tx, actor: Actor, input: SheetCommand): Promise<Result<Sheet, Refusal>> {
    const { lines } = input;
    if (lines.length === 0) return refuse<OrderRefusal>({ code: 'LINES_MISSING' });
    if (lines.length > LINES_MAX) return refuse<OrderRefusal>({ code: 'LINES_TOO_MANY', max: LINES_MAX });
    const note = trimmed(input.note);
    if (tooLong(note, NOTE_MAX)) return refuse<OrderRefusal>({ code: 'NOTE_TOO_LONG', max: NOTE_MAX });

    const asked = [input.deliveryLocationId, ...lines.map((line) => line.deliveryLocationId)].flatMap((id) => id ?? []);
    const places = await placesOf(tx, actor.orgId, asked);
    const place = input.deliveryLocationId ? places.get(input.deliveryLocationId.toLowerCase()) : NOWHERE;
    if (!place) return refuse<OrderRefusal>({ code: 'LOCATION_NOT_YOURS' });
    const delivered = deliverLines(lines, places, { place, requestedOn: tx.today, today: tx.today });
    if (!delivered.ok) return delivered;

    const contract = input.contractId ? await this.contracts.forOrder(tx, idOf(input.contractId)) : null;
    const ids = lines.flatMap(({ productId }) => (isUuid(productId) ? productId.toLowerCase() : []));
    const variants = await this.variants.ofProducts(tx, ids, { buyerOrgId: actor.orgId });
    const refused: RowRefusal<OrderRefusal>[] = [];
    const goods = lines.flatMap((line, row): Goods[] => {
      const found = quantity(line.qty).isPositive
        ? goodsOf(line, variants, contract)
        : refuse<OrderRefusal>({ code: 'QUANTITY_NOT_POSITIVE' });
      if (found.ok) return [found.value];
      const { code } = found.refusal;
      refused.push({ row, field: code === 'QUANTITY_NOT_POSITIVE' ? 'qty' : 'productId', refusal: found.refusal });
      return [];
    });
    if (refused.length > 0) return rowsRefused(refused);

    const sellerIds = [...new Set(goods.map(({ sellerOrgId }) => sellerOrgId))];
    if (sellerIds.includes(actor.orgId)) return refuse<OrderRefusal>({ code: 'SELLER_IS_BUYER' });
    if (sellerIds.length > SELLERS_MAX) return refuse<OrderRefusal>({ code: 'SELLERS_TOO_MANY', max: SELLERS_MAX });
    const names = await sellerNames(tx, sellerIds);
    return accept({
      contractId: contract?.contract.id ?? null,
      deliveryLocationId: place.id || null,
      note,
      sellers: sellerIds.map((id) => names.get(id) ?? '').join(', '),
      lines: goods.map((one, index) => {
        const { deliveryLocationId } = lines[index]!;
        const { placeName, windowFrom, windowTo, costCenter } = delivered.value[index]!;
        return {
          ...one,
          seller: names.get(one.sellerOrgId) ?? '',
          qty: quantity(lines[index]!.qty).toDecimalString(),
          deliveryLocationId: deliveryLocationId?.toLowerCase() ?? null,
          placeName: deliveryLocationId ? placeName : null,
          ...{ windowFrom, windowTo, costCenter },
        };
      }),
    });
  }
}

type Goods = Pick<
  SheetLine,
  'sellerOrgId' | 'productId' | 'contractLineId' | 'gradeId' | 'packId' | 'description' | 'packName' | 'unit'
>;

function goodsOf(
  asked: SheetLineCommand,
  variants: ReadonlyMap<string, readonly Variant[]>,
  contract: OpenContract | null,
): Result<Goods, OrderRefusal> {
  const productId = asked.productId.toLowerCase();
  const ofProduct = variants.get(productId) ?? [];
  const variant = chooseVariant(ofProduct, asked.gradeId, asked.packId);
  const ids = { productId, gradeId: asked.gradeId ? (variant?.grade?.id ?? null) : null, packId: variant?.pack.id ?? null };
  if (contract && asked.contractLineId) {
    const wanted = asked.contractLineId.toLowerCase();
    const line = contract.lines.find(({ id }) => id === wanted);
    if (!line || line.productId !== productId) return refuse({ code: 'CONTRACT_LINE_UNKNOWN' });
    // What was agreed may be called off even where the catalogue shows its pack no longer.
    if (!variant && (asked.packId ?? line.packId).toLowerCase() !== line.packId) return refuse({ code: 'VARIANT_UNKNOWN' });
    return accept({
      ...ids,
      packId: asked.packId?.toLowerCase() ?? line.packId,
      sellerOrgId: contract.contract.sellerOrgId,
      contractLineId: line.id,
      description: line.description,
      packName: variant?.pack.name ?? line.packName,
      unit: line.baseUnit,
    });
  }
  const [first] = ofProduct;
  // Beside call-offs of a contract its seller's other goods may stand at the price of the list, as when an order is placed.
  const ofAnother = contract !== null && first?.orgId !== contract.contract.sellerOrgId;
  if (!first || first.status !== 'PUBLISHED' || ofAnother) return refuse({ code: 'PRODUCT_NOT_ORDERABLE' });
  if (!variant) return refuse({ code: 'VARIANT_UNKNOWN' });
  return accept({
    ...ids,
    sellerOrgId: first.orgId,
    contractLineId: null,
    description: [first.nameVi, ids.gradeId && variant.grade?.name].filter(Boolean).join(', '),
    packName: variant.pack.name,
    unit: first.baseUnit,
  });
}

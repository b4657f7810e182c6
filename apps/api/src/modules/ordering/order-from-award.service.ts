import { Injectable } from '@nestjs/common';
import { accept, lineAmount, quantity, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type RowRefusal, rowsRefused } from '../../platform/graphql/refusal.js';
import { newId } from '../../platform/ids.js';
import { chooseVariant, type Variant, VariantBook } from '../catalog/index.js';
import { deliverLines, type LineDelivery } from './delivery-lines.js';
import { type AgreedGoods, AwardBook, type ChosenProduct } from '../sourcing/index.js';
import type { OrderRefusal } from './order.messages.js';
import { RequestDesk } from './approvals/request-desk.js';
import { HOUR_MS, OrderPlacer, type PreparedOrder, TOTAL_MAX } from './order-placer.js';
import { checkForm, checkSides, type Sides, sidesOf } from './order-sides.js';
import { type NewOrderLine, saveOrder } from './order-rows.js';
import { snapshotOf, vatCodeOf } from './priced-lines.js';
import { deliveredInTime, earliestCutoff } from './routes/in-time.js';
import { RouteBook } from './routes/route-book.js';
import { trimmed } from './text-field.js';
import { tradeRules, type TradeRules } from './trade-rules.js';

export interface OrderFromAwardCommand {
  readonly clientKey: string;
  readonly awardLineIds: readonly string[];
  readonly products: readonly ChosenProduct[];
  readonly buyerPoNo?: string | null;
  readonly requestedOn: string;
  readonly deliveryLocationId: string;
  readonly note?: string | null;
}

/** What a quote agreed becomes an order as it stands: quantity and price are taken over, the catalogue is not asked for a price. */
@Injectable()
export class OrderFromAwardService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly awards: AwardBook,
    private readonly routes: RouteBook,
    private readonly variants: VariantBook,
    private readonly placer: OrderPlacer,
    private readonly desk: RequestDesk,
  ) {}

  /** The order's id, or that of the request which waits for approval. */
  place(actor: Actor, input: OrderFromAwardCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'orderFromAward', clientKey: input.clientKey, input }, async (tx) => {
      const prepared = await this.prepare(tx, actor, input);
      if (!prepared.ok) return prepared;
      const waiting = await this.desk.ask(tx, actor, { kind: 'AWARD', command: input, orders: [prepared.value] });
      return waiting ? accept(waiting) : this.save(tx, prepared.value);
    });
  }

  /** The order as it was agreed; nothing is written yet. */
  async prepare(tx: Tx, actor: Actor, input: OrderFromAwardCommand): Promise<Result<AgreedOrder, Refusal>> {
    const { awardLineIds, products } = input;
    const agreed = await this.awards.goods(tx, { awardLineIds, products, orgId: actor.orgId, as: 'BUYER' });
    if (!agreed.ok) return agreed;
    const { sellerOrgId } = agreed.value[0]!;
    assertMay(actor, 'order.place', { buyerOrgId: actor.orgId, sellerOrgId });
    const [note, buyerPoNo] = [trimmed(input.note), trimmed(input.buyerPoNo)];
    const form = checkForm(tx.today, actor, { ...input, sellerOrgId, lineCount: agreed.value.length, note, buyerPoNo });
    if (!form.ok) return form;
    const sides = await sidesOf(tx, actor.orgId, sellerOrgId, input.deliveryLocationId);
    const allowed = checkSides(sides);
    if (!allowed.ok) return allowed;
    const { id: locationId } = sides.place!;
    const calendar = await this.routes.calendarOf(tx, sellerOrgId, [locationId]);
    const open = deliveredInTime([{ locationId, requestedOn: input.requestedOn }], calendar, tx.now);
    if (!open.ok) return open;
    const rules = await tradeRules(tx);
    const [delivery] = must(
      deliverLines([{}], new Map(), { place: sides.place!, requestedOn: input.requestedOn, today: tx.today }),
    );
    const variants = await this.variants.ofProducts(
      tx,
      agreed.value.map(({ productId }) => productId),
    );
    const lines = snapshot(agreed.value, { rules, sides, variants, delivery: delivery!, today: tx.today });
    if (!lines.ok) return lines;
    const orderedTotal = lines.value.reduce((sum, line) => sum + line.amount, 0n);
    if (orderedTotal > TOTAL_MAX) return refuse<OrderRefusal>({ code: 'TOTAL_TOO_LARGE' });
    return accept({
      agreed: agreed.value,
      lines: lines.value,
      draft: {
        id: newId(),
        groupId: null,
        buyerOrgId: actor.orgId,
        sellerOrgId,
        contractId: null,
        buyerPoNo,
        requestedOn: input.requestedOn,
        deliveryLocationId: sides.place!.id,
        deliverySnapshot: `${sides.place!.name}, ${sides.place!.address}`,
        note,
        paymentTermDays: rules.spotTermDays,
        paymentBase: null,
        orderedTotal,
        placedAt: tx.now,
        placedBy: actor.userId,
        ackDueAt: new Date(tx.now.getTime() + rules.acknowledgeHours * HOUR_MS),
        cutoffAt: earliestCutoff(lines.value, calendar),
        isDemo: sides.isDemo,
      },
    });
  }

  async save(tx: Tx, { draft, lines, agreed }: AgreedOrder): Promise<Result<string, Refusal>> {
    await saveOrder(tx, draft, lines);
    await this.awards.use(tx, agreed, 'ORDER', draft.id);
    await tx.audit('order.place', 'order', draft.id, { lines: lines.length, rfq: agreed[0]!.rfqNumber });
    await this.placer.numbered(tx, [{ draft, lines }]);
    return accept(draft.id);
  }
}

/** What a quote agreed, ready to be an order. */
export interface AgreedOrder extends PreparedOrder {
  readonly agreed: readonly AgreedGoods[];
}

interface AgreedBasis {
  readonly rules: TradeRules;
  readonly sides: Sides;
  readonly variants: ReadonlyMap<string, readonly Variant[]>;
  readonly delivery: LineDelivery;
  readonly today: string;
}

/** One line with nothing of its own has nothing that could be refused. */
function must<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`A line without wishes was refused: ${result.refusal.code}`);
  return result.value;
}

function snapshot(agreed: readonly AgreedGoods[], basis: AgreedBasis): Result<NewOrderLine[], Refusal> {
  const { sides, rules, variants, delivery, today } = basis;
  const refused: RowRefusal<OrderRefusal>[] = [];
  const lines = agreed.flatMap((line, row) => {
    const vatCode = vatCodeOf(line.vatClass, { sides, rules, today });
    if (!vatCode) {
      refused.push({ row, field: 'products', refusal: { code: 'VAT_RULE_MISSING' } });
      return [];
    }
    const orderedQty = quantity(line.qty);
    return [
      {
        ...delivery,
        ...snapshotOf(chooseVariant(variants.get(line.productId) ?? [], null, line.packId), line.packId),
        id: newId(),
        row,
        productId: line.productId,
        contractLineId: null,
        mouLineId: null,
        description: line.description,
        baseUnit: line.baseUnit,
        packName: line.packName,
        packSizeBase: quantity(line.packSizeBase),
        orderedQty,
        unitPrice: line.agreedPrice,
        amount: lineAmount(orderedQty, line.agreedPrice),
        vatCode,
      },
    ];
  });
  return refused.length ? rowsRefused(refused) : accept(lines);
}

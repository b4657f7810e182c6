import { Injectable } from '@nestjs/common';
import { accept, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf, isUuid } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rowsRefused } from '../../platform/graphql/refusal.js';
import { newId } from '../../platform/ids.js';
import { CommitmentLedger, ContractBook } from '../agreements/index.js';
import { VariantBook } from '../catalog/index.js';
import { ACK_DUE } from './ack-escalation.js';
import { daysOf, deliverLines, type Place, placesOf } from './delivery-lines.js';
import { documentNumber } from './document-number.js';
import type { OrderPlaceCommand } from './order.view.js';
import type { OrderRefusal } from './order.messages.js';
import { ORDER_NOTICES, tellOrder } from './order.notices.js';
import { numberOrder, type OrderDraft, saveOrder } from './order-rows.js';
import { explainOverCall, type OpenContract, priceLines, type PricedLine } from './priced-lines.js';
import { deliveredInTime, earliestCutoff, worthTheTrip } from './routes/in-time.js';
import { RouteBook } from './routes/route-book.js';
import { NAME_MAX, NOTE_MAX, tooLong, trimmed } from './text-field.js';
import { tradeRules } from './trade-rules.js';

export const LINES_MAX = 1000;
/** What the VND scalar and a PostgreSQL bigint both carry. */
export const TOTAL_MAX = 10n ** 18n - 1n;
export const HOUR_MS = 3_600_000;

export interface Sides {
  sellerStatus: string;
  sellerKind: string;
  buyerStatus: string;
  buyerKind: string;
  isDemo: boolean;
  place: Place | null;
}

/** A buyer's order: spot by the price list, or a call-off on a contract's lines. */
@Injectable()
export class OrderPlacementService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly variants: VariantBook,
    private readonly routes: RouteBook,
    private readonly contracts: ContractBook,
    private readonly ledger: CommitmentLedger,
  ) {}

  place(actor: Actor, input: OrderPlaceCommand): Promise<Result<string, Refusal>> {
    const command = { operation: 'orderPlace', clientKey: input.clientKey, input };
    return this.uow.mutate(actor, command, (tx) => this.placeIn(tx, actor, input));
  }

  private async placeIn(tx: Tx, actor: Actor, input: OrderPlaceCommand): Promise<Result<string, Refusal>> {
    const sellerOrgId = idOf(input.sellerOrgId);
    assertMay(actor, 'order.place', { buyerOrgId: actor.orgId, sellerOrgId });
    const [note, buyerPoNo] = [trimmed(input.note), trimmed(input.buyerPoNo)];
    const form = checkForm(tx.today, actor, { ...input, lineCount: input.lines.length, note: note ?? null, buyerPoNo });
    if (!form.ok) return form;

    const sides = await sidesOf(tx, actor.orgId, sellerOrgId, input.deliveryLocationId);
    const allowed = checkSides(sides);
    if (!allowed.ok) return allowed;
    const asked = input.lines.flatMap(({ deliveryLocationId }) => deliveryLocationId ?? []);
    const delivered = deliverLines(input.lines, await placesOf(tx, actor.orgId, asked), {
      place: sides.place!,
      requestedOn: input.requestedOn,
      today: tx.today,
    });
    if (!delivered.ok) return delivered;
    const days = daysOf(delivered.value);
    const calendar = await this.routes.calendarOf(
      tx,
      sellerOrgId,
      delivered.value.map(({ locationId }) => locationId),
    );
    const open = deliveredInTime(delivered.value, calendar, tx.now);
    if (!open.ok) return open;
    const drawn = input.lines.flatMap((line) => (line.contractLineId && isUuid(line.contractLineId) ? line.contractLineId : []));
    const contract = input.contractId ? await this.contracts.forOrder(tx, idOf(input.contractId), drawn) : null;
    const inContract = contract ? checkContract(contract, { sellerOrgId, buyerOrgId: actor.orgId, days }) : accept(null);
    if (!inContract.ok) return inContract;

    const rules = await tradeRules(tx);
    const productIds = input.lines.flatMap(({ productId }) => (isUuid(productId) ? productId.toLowerCase() : []));
    const variants = await this.variants.ofProducts(tx, productIds, { buyerOrgId: actor.orgId });
    const priced = priceLines(input.lines, { sellerOrgId, variants, contract, rules, sides, today: tx.today });
    if (!priced.ok) return priced;
    const lines = priced.value.map((line, row) => ({ ...line, ...delivered.value[row]!, id: newId() }));
    const orderedTotal = lines.reduce((sum, line) => sum + line.amount, 0n);
    if (orderedTotal > TOTAL_MAX) return refuse<OrderRefusal>({ code: 'TOTAL_TOO_LARGE' });
    const enough = contract ? accept(null) : worthTheTrip(lines, calendar);
    if (!enough.ok) return enough;

    const id = newId();
    const called = await this.callOff(tx, id, lines);
    if (!called.ok) return called;
    const draft: OrderDraft = {
      id,
      buyerOrgId: actor.orgId,
      sellerOrgId,
      contractId: contract?.contract.id ?? null,
      buyerPoNo,
      requestedOn: days[0]!,
      deliveryLocationId: sides.place!.id,
      deliverySnapshot: `${sides.place!.name}, ${sides.place!.address}`,
      note,
      paymentTermDays: contract?.contract.paymentTermDays ?? rules.spotTermDays,
      orderedTotal,
      placedAt: tx.now,
      placedBy: actor.userId,
      ackDueAt: new Date(tx.now.getTime() + rules.acknowledgeHours * HOUR_MS),
      cutoffAt: earliestCutoff(lines, calendar),
      isDemo: sides.isDemo,
    };
    await saveOrder(tx, draft, lines);
    await tx.audit('order.place', 'order', id, { lines: lines.length });
    // All orders of the year wait for each other from here to the commit, so the number comes last.
    const number = documentNumber('DH', tx.today, await tx.nextNumber('DH'));
    await numberOrder(tx, id, number);
    await tx.tell(ACK_DUE, { orderId: id }, draft.ackDueAt);
    await tellOrder(tx, ORDER_NOTICES.placed, { id, number, sellerOrgId, buyerOrgId: actor.orgId });
    return accept(id);
  }

  private async callOff(
    tx: Tx,
    orderId: string,
    lines: readonly (PricedLine & { id: string })[],
  ): Promise<Result<null, Refusal>> {
    const drawn = lines.filter((line) => line.contractLineId !== null);
    if (drawn.length === 0) return accept(null);
    const called = await this.ledger.callOff(
      tx,
      drawn.map(({ id, contractLineId, mouLineId, orderedQty }) => ({
        contractLineId: contractLineId!,
        mouLineId,
        qty: orderedQty,
        source: { type: 'ORDER' as const, id: orderId, lineId: id },
      })),
    );
    return called.ok ? called : rowsRefused(explainOverCall(called.refusal, drawn));
  }
}

/** The two sides and the place of delivery in one statement; another organization's place is nowhere, and so is a seller nobody verified yet. */
export function sidesOf(tx: Tx, buyerOrgId: string, sellerOrgId: string, locationId: string): Promise<Sides> {
  return tx.one<Sides>(
    `select s.status as "sellerStatus", s.kind as "sellerKind", b.status as "buyerStatus", b.kind as "buyerKind",
       (s.is_demo or b.is_demo) as "isDemo", case when l.id is not null then json_build_object('id', l.id, 'code', l.code, 'name', l.name, 'address', l.address) end as place
     from organization s cross join organization b left join location l on l.id = $3 and l.org_id = b.id and l.deactivated_at is null
     where s.id = $1 and b.id = $2 and s.status not in ('DRAFT', 'PENDING')`,
    [sellerOrgId, buyerOrgId, isUuid(locationId) ? locationId : null],
  );
}

export function checkForm(
  today: string,
  actor: Actor,
  input: Pick<OrderPlaceCommand, 'sellerOrgId' | 'requestedOn'> & {
    lineCount: number;
    note: string | null;
    buyerPoNo: string | null;
  },
): Result<null, OrderRefusal> {
  if (input.sellerOrgId.toLowerCase() === actor.orgId) return refuse({ code: 'SELLER_IS_BUYER' });
  if (input.lineCount === 0) return refuse({ code: 'LINES_MISSING' });
  if (input.lineCount > LINES_MAX) return refuse({ code: 'LINES_TOO_MANY', max: LINES_MAX });
  if (tooLong(input.note, NOTE_MAX)) return refuse({ code: 'NOTE_TOO_LONG', max: NOTE_MAX });
  if (tooLong(input.buyerPoNo, NAME_MAX)) return refuse({ code: 'PO_NUMBER_TOO_LONG', max: NAME_MAX });
  if (input.requestedOn < today) return refuse({ code: 'DELIVERY_DATE_PAST', today });
  return accept(null);
}

export function checkSides(sides: Sides): Result<null, OrderRefusal> {
  if (sides.sellerStatus !== 'ACTIVE') return refuse({ code: 'SELLER_NOT_ACTIVE' });
  if (sides.buyerStatus !== 'ACTIVE') return refuse({ code: 'BUYER_NOT_ACTIVE' });
  if (sides.place === null) return refuse({ code: 'LOCATION_NOT_YOURS' });
  return accept(null);
}

function checkContract(
  { contract }: OpenContract,
  order: { sellerOrgId: string; buyerOrgId: string; days: readonly string[] },
): Result<null, OrderRefusal> {
  if (contract.sellerOrgId !== order.sellerOrgId || contract.buyerOrgId !== order.buyerOrgId) {
    return refuse({ code: 'CONTRACT_OF_ANOTHER_SELLER' });
  }
  if (contract.status !== 'ACTIVE') return refuse({ code: 'CONTRACT_NOT_ACTIVE' });
  if (order.days.some((day) => day < contract.validFrom || day > contract.validTo)) {
    return refuse({ code: 'DELIVERY_OUTSIDE_CONTRACT', from: contract.validFrom, to: contract.validTo });
  }
  return accept(null);
}

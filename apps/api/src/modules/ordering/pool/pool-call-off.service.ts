import { Injectable } from '@nestjs/common';
import {
  accept,
  allocatePool,
  isPackMultiple,
  type PoolAllocation,
  Quantity,
  quantity,
  refuse,
  type Refusal,
  type Result,
  roundDownToPack,
  roundUpToPack,
} from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { newId } from '../../../platform/ids.js';
import { callOffOpen, ContractBook, PoolBook, type PoolStanding } from '../../agreements/index.js';
import { RequestDesk } from '../approvals/request-desk.js';
import type { OrderRefusal } from '../order.messages.js';
import { HOUR_MS, OrderPlacer } from '../order-placer.js';
import { sidesOf } from '../order-sides.js';
import type { OpenContract } from '../priced-lines.js';
import { NAME_MAX, NOTE_MAX, tooLong, trimmed } from '../text-field.js';
import { tradeRules } from '../trade-rules.js';
import { type AskedMember, PoolDivision } from './pool-division.js';
import { type DraftedOrders, type PoolAsk, PoolOrders } from './pool-orders.js';
import type { PoolOrderRefusal } from './pool-order.messages.js';

export interface PoolAsked {
  readonly poolId: string;
  readonly qty: string;
  readonly requestedOn: string;
  readonly deliveryLocationId: string;
}

export interface PoolCallOffCommand extends PoolAsked {
  readonly clientKey: string;
  readonly windowFrom?: string | null;
  readonly windowTo?: string | null;
  readonly buyerPoNo?: string | null;
  readonly note?: string | null;
  /** The shortage the buyer saw before it pressed the button. */
  readonly shortageSeen: string;
}

export type PoolCommand = Omit<PoolCallOffCommand, 'clientKey'>;

/** A call-off that may be placed: the division and the orders it asks for, nothing written yet. */
export interface PreparedCallOff {
  readonly ask: PoolAsk;
  readonly allocation: PoolAllocation;
  readonly orders: DraftedOrders;
}

export interface PoolPlan {
  readonly pool: PoolStanding;
  readonly contract: OpenContract;
  readonly members: readonly AskedMember[];
  readonly allocation: PoolAllocation;
}

/** What goes back to the others, once the members have answered. */
export const POOL_FLOW = 'ordering.pool-flow';

/** A buyer's quantity on a pooled line, divided by the rule into one order for each member. */
@Injectable()
export class PoolCallOffService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly pools: PoolBook,
    private readonly contracts: ContractBook,
    private readonly division: PoolDivision,
    private readonly orders: PoolOrders,
    private readonly placer: OrderPlacer,
    private readonly desk: RequestDesk,
  ) {}

  /** How the rule would divide now; nothing is kept. */
  preview(actor: Actor, asked: PoolAsked): Promise<Result<PoolPlan, Refusal>> {
    return this.uow.run(actor, (tx) => this.plan(tx, actor, asked));
  }

  /** The pool's id, or that of the request which waits for approval: a call-off counts against the buyer's limits like any order. */
  place(actor: Actor, input: PoolCallOffCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'poolCallOff', clientKey: input.clientKey, input }, async (tx) => {
      const { clientKey: _, ...command } = input;
      const prepared = await this.prepare(tx, actor, command);
      if (!prepared.ok) return prepared;
      const orders = [...prepared.value.orders.values()];
      const waiting = await this.desk.ask(tx, actor, { kind: 'POOL', command, orders });
      return waiting ? accept(waiting) : this.save(tx, actor, command, prepared.value);
    });
  }

  /** Under the rules of the day; the pool stays locked until the transaction ends. */
  async prepare(tx: Tx, actor: Actor, input: PoolCommand): Promise<Result<PreparedCallOff, Refusal>> {
    const [note, buyerPoNo] = [trimmed(input.note), trimmed(input.buyerPoNo)];
    if (tooLong(note, NOTE_MAX)) return refuse<OrderRefusal>({ code: 'NOTE_TOO_LONG', max: NOTE_MAX });
    if (tooLong(buyerPoNo, NAME_MAX)) return refuse<OrderRefusal>({ code: 'PO_NUMBER_TOO_LONG', max: NAME_MAX });
    const planned = await this.plan(tx, actor, input);
    if (!planned.ok) return planned;
    const { pool, contract, members, allocation } = planned.value;
    const { shortage, parts } = allocation;
    if (parts.every(({ qty }) => !qty.isPositive)) return refuse<PoolOrderRefusal>({ code: 'POOL_EMPTY', on: input.requestedOn });
    if (shortage.compare(quantity(input.shortageSeen)) > 0) {
      const found = quantity(input.qty).sub(shortage);
      return refuse<PoolOrderRefusal>({ code: 'POOL_SHORT', shortage, found, unit: pool.baseUnit });
    }
    const { requestedOn, windowFrom, windowTo } = input;
    const wish = { requestedOn, windowFrom, windowTo, buyerPoNo, note, placedBy: actor.userId };
    const ask = { pool, contract, members, parts, wish };
    const orders = await this.orders.draft(tx, ask);
    return orders.ok ? accept({ ask, allocation, orders: orders.value }) : orders;
  }

  /** Writes the call-off with its orders; answers with the pool's id. */
  async save(tx: Tx, actor: Actor, input: PoolCommand, prepared: PreparedCallOff): Promise<Result<string, Refusal>> {
    const { ask, allocation } = prepared;
    const { pool } = ask;
    const placed = await this.orders.save(tx, ask, prepared.orders);
    if (!placed.ok) return placed;
    const rules = await tradeRules(tx);
    const id = newId();
    const answerDueAt = new Date(tx.now.getTime() + rules.acknowledgeHours * HOUR_MS);
    await this.pools.openCallOff(tx, pool, {
      id,
      qty: quantity(input.qty),
      shortage: allocation.shortage,
      requestedOn: input.requestedOn,
      locationId: idOf(input.deliveryLocationId),
      placedBy: actor.userId,
      answerDueAt,
    });
    await this.pools.take(tx, pool, id, 1, placed.value.parts);
    const shortage = allocation.shortage.toDecimalString();
    await tx.audit('pool.call-off', 'supply_pool', pool.id, { qty: input.qty, shortage });
    await tx.tell(POOL_FLOW, { callOffId: id }, answerDueAt);
    await this.placer.numbered(tx, placed.value.orders);
    return accept(pool.id);
  }

  /** Under the pool's lock, so that call-offs at the same moment are divided one after the other. */
  private async plan(tx: Tx, actor: Actor, asked: PoolAsked): Promise<Result<PoolPlan, Refusal>> {
    const pool = await this.pools.lock(tx, idOf(asked.poolId));
    if (pool.buyerOrgId !== actor.orgId) throw new NotFoundError();
    assertMay(actor, 'order.place', { buyerOrgId: pool.buyerOrgId, sellerOrgId: pool.leadOrgId });
    if (pool.closed || !pool.contractId) return refuse<PoolOrderRefusal>({ code: 'POOL_NOT_OPEN' });
    const { today } = tx;
    if (asked.requestedOn < today) return refuse<OrderRefusal>({ code: 'DELIVERY_DATE_PAST', today });
    const sides = await sidesOf(tx, actor.orgId, pool.leadOrgId, asked.deliveryLocationId);
    if (sides.buyerStatus !== 'ACTIVE') return refuse<OrderRefusal>({ code: 'BUYER_NOT_ACTIVE' });
    if (!sides.place) return refuse<OrderRefusal>({ code: 'LOCATION_NOT_YOURS' });
    const contract = await this.contracts.forOrder(tx, pool.contractId, [pool.contractLineId!]);
    const { validFrom: from, validTo: to } = contract.contract;
    const open = callOffOpen(contract.contract);
    if (!open.ok) return open;
    if (asked.requestedOn < from || asked.requestedOn > to) {
      return refuse<OrderRefusal>({ code: 'DELIVERY_OUTSIDE_CONTRACT', from, to });
    }
    const qty = quantity(asked.qty);
    const wrong = quantityProblem(qty, pool, contract);
    if (wrong) return refuse(wrong);
    const members = await this.division.members(tx, pool, asked.requestedOn, idOf(asked.deliveryLocationId));
    if (members.length === 0) return refuse<PoolOrderRefusal>({ code: 'POOL_NOT_OPEN' });
    const allocation = allocatePool(
      qty,
      members.map(({ rule }) => rule),
      pool.caseSize,
    );
    return accept({ pool, contract, members, allocation });
  }
}

function quantityProblem(qty: Quantity, pool: PoolStanding, contract: OpenContract): OrderRefusal | null {
  const unit = pool.baseUnit;
  if (!qty.isPositive) return { code: 'QUANTITY_NOT_POSITIVE' };
  const packSize = pool.caseSize;
  if (!isPackMultiple(qty, packSize)) {
    const down = roundDownToPack(qty, packSize);
    return {
      code: 'PACK_MULTIPLE',
      packSize,
      down: down.isPositive ? down : null,
      up: roundUpToPack(qty, packSize),
      unit,
    };
  }
  const remaining = contract.lines[0]?.remaining ?? Quantity.ZERO;
  return qty.compare(remaining) > 0 ? { code: 'OVER_CALL', requested: qty, remaining, unit } : null;
}

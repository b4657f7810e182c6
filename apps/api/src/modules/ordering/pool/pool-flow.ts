import { Injectable } from '@nestjs/common';
import { Quantity, quantity, reallocateDeclined, type OrderState } from '@lienket/domain';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { JobHandler } from '../../../platform/jobs/job-handler.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { callOffOpen, ContractBook, PoolBook, poolShort, type PoolStanding } from '../../agreements/index.js';
import type { LockedOrder } from '../locked-order.js';
import { OrderPlacer } from '../order-placer.js';
import { POOL_FLOW } from './pool-call-off.service.js';
import { PoolDivision } from './pool-division.js';
import { PoolOrders } from './pool-orders.js';

interface CallOff {
  readonly id: string;
  readonly poolId: string;
  readonly requestedOn: string;
  readonly locationId: string;
  readonly placedBy: string;
  readonly answerDueAt: Date;
  readonly flowed: boolean;
}

interface Answer {
  readonly memberId: string;
  readonly declined: Quantity;
  readonly status: OrderState;
}

const WAITING: readonly OrderState[] = ['PLACED'];
const STANDS: readonly OrderState[] = ['CONFIRMED', 'IN_DELIVERY', 'RECEIVED_PART', 'RECEIVED', 'CLOSED'];

/**
 * What members decline flows back once: when all have answered, or when their time to answer is over. The others get orders of
 * their own for it, which they answer like any; what finds no room is told to the buyer.
 */
@Injectable()
export class PoolFlow {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly pools: PoolBook,
    private readonly contracts: ContractBook,
    private readonly division: PoolDivision,
    private readonly orders: PoolOrders,
    private readonly placer: OrderPlacer,
  ) {}

  /** In the transaction that answered or ended an order: `declined` is what its seller said no to, by order line. */
  async answered(
    tx: Tx,
    order: LockedOrder,
    declined: readonly { readonly orderLineId: string; readonly qty: Quantity }[],
  ): Promise<void> {
    // A pooled order is one line of a contract: no other is asked for.
    if (order.lines.length !== 1 || order.lines[0]!.contractLineId === null) return;
    const callOffId = await this.pools.callOffOf(tx, order.id);
    if (!callOffId) return;
    if (declined.length) await this.pools.declined(tx, declined);
    await tx.tell(POOL_FLOW, { callOffId });
  }

  @JobHandler(POOL_FLOW)
  async onAnswer({ callOffId }: { callOffId: string }): Promise<void> {
    await this.uow.run(SYSTEM, (tx) => this.flow(tx, callOffId));
  }

  private async flow(tx: Tx, callOffId: string): Promise<void> {
    const { poolId } = await tx.one<{ poolId: string }>('select pool_id as "poolId" from pool_call_off where id = $1', [
      callOffId,
    ]);
    const pool = await this.pools.lock(tx, poolId);
    const callOff = await callOffOf(tx, callOffId);
    if (callOff.flowed) return;
    const answers = await answersOf(tx, callOffId);
    const due = callOff.answerDueAt.getTime() <= tx.now.getTime();
    if (!due && answers.some(({ status }) => WAITING.includes(status))) return;
    const found = await this.again(tx, pool, callOff, answers);
    const returned = Quantity.sum(answers.map(({ declined }) => declined));
    await tx.query('update pool_call_off set flowed_at = $2, returned = $3, reallocated = $4 where id = $1', [
      callOffId,
      tx.now,
      returned.toDecimalString(),
      found.toDecimalString(),
    ]);
    await tx.audit('pool.flow', 'supply_pool', poolId, {
      returned: returned.toDecimalString(),
      reallocated: found.toDecimalString(),
    });
    if (!returned.isPositive) return;
    await sendNotice(tx, poolShort, {
      orgId: pool.buyerOrgId,
      key: callOffId,
      fromOrgId: pool.leadOrgId,
      facts: {
        poolId,
        goods: `${pool.baseUnit} ${pool.goods}`,
        back: returned.toDecimalString(),
        found: found.toDecimalString(),
        missing: returned.sub(found).toDecimalString(),
      },
    });
  }

  /** How much of what was declined others were asked for. */
  private async again(tx: Tx, pool: PoolStanding, callOff: CallOff, answers: readonly Answer[]): Promise<Quantity> {
    if (pool.closed || !pool.contractId) return Quantity.ZERO;
    const contract = await this.contracts.forOrder(tx, pool.contractId, [pool.contractLineId!]);
    // What flows back is asked of others anew: a pause of what governs the line stops that, too.
    if (!callOffOpen(contract.contract).ok) return Quantity.ZERO;
    const members = await this.division.members(tx, pool, callOff.requestedOn, callOff.locationId);
    const again = reallocateDeclined(
      answers.map(({ memberId, declined, status }) => ({ memberId, declined, confirmed: STANDS.includes(status) })),
      members.map(({ rule }) => rule),
      pool.caseSize,
    );
    const parts = again?.parts.filter(({ qty }) => qty.isPositive) ?? [];
    if (parts.length === 0) return Quantity.ZERO;
    const wish = { requestedOn: callOff.requestedOn, buyerPoNo: null, note: null, placedBy: callOff.placedBy };
    const placed = await this.orders.place(tx, { pool, contract, members, parts, wish });
    if (!placed.ok) return Quantity.ZERO;
    await this.pools.take(tx, pool, callOff.id, 2, placed.value.parts);
    await this.placer.numbered(tx, placed.value.orders);
    return Quantity.sum(parts.map(({ qty }) => qty));
  }
}

const callOffOf = (tx: Tx, id: string): Promise<CallOff> =>
  tx.one<CallOff>(
    `select id, pool_id as "poolId", requested_on as "requestedOn", location_id as "locationId", placed_by as "placedBy",
       answer_due_at as "answerDueAt", flowed_at is not null as flowed from pool_call_off where id = $1 for update`,
    [id],
  );

async function answersOf(tx: Tx, callOffId: string): Promise<Answer[]> {
  const rows = await tx.query<{ memberId: string; declined: string; status: OrderState }>(
    `select t.share_id as "memberId", t.declined, o.status from pool_part t join purchase_order o on o.id = t.order_id
     where t.call_off_id = $1 and t.round = 1 order by t.id`,
    [callOffId],
  );
  return rows.map((row) => ({ ...row, declined: quantity(row.declined) }));
}

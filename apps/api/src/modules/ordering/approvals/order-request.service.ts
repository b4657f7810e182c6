import {
  accept,
  nextState,
  ORDER_REQUEST_TRANSITIONS,
  type OrderRequestState,
  refuse,
  type Refusal,
  type Result,
} from '@lienket/domain';
import { Injectable } from '@nestjs/common';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { BasketPlacer, type BasketsCommand } from '../basket-placer.js';
import { type OrderFromAwardCommand, OrderFromAwardService } from '../order-from-award.service.js';
import { PoolCallOffService, type PoolCommand } from '../pool/pool-call-off.service.js';
import { NOTE_MAX, tooLong, trimmed } from '../text-field.js';
import type { OrderRefusal } from '../order.messages.js';
import type { RequestRefusal } from './approval.messages.js';
import { REQUEST_NOTICES } from './approval.notices.js';
import { LimitGate } from './limit-gate.js';
import { OrderRequest } from './order-request.entity.js';
import { type RequestKind, totalOf } from './request-desk.js';

export interface OrderRequestCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly reason?: string | null;
}

interface LockedRequest {
  readonly id: string;
  readonly version: number;
  readonly state: OrderRequestState;
  readonly kind: RequestKind;
  readonly command: unknown;
  readonly total: bigint;
  readonly sellers: string;
  readonly requestedBy: string;
}

/** What becomes of an order above a limit: placed as it was asked for, refused with a reason, or taken back by who asked. */
@Injectable()
export class OrderRequestService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly gate: LimitGate,
    private readonly baskets: BasketPlacer,
    private readonly awards: OrderFromAwardService,
    private readonly pools: PoolCallOffService,
  ) {}

  /**
   * Places it under every rule of the day it is approved: cut-offs, stock of the contracts, prices. The order is its asker's;
   * the diary names who approved. Somebody else must decide, and only up to his own limit per order.
   */
  approve(actor: Actor, input: OrderRequestCommand): Promise<Result<string, Refusal>> {
    return this.decide(actor, 'orderRequestApprove', input, async (tx, request) => {
      const asker: Actor = { ...actor, userId: request.requestedBy };
      const placed = await this.place(tx, actor, asker, request);
      if (!placed.ok) return placed;
      await this.close(tx, actor, request, { state: 'PLACED', resultId: placed.value });
      await this.tell(tx, actor, 'approved', request);
      return accept(request.id);
    });
  }

  refuse(actor: Actor, input: OrderRequestCommand): Promise<Result<string, Refusal>> {
    return this.decide(actor, 'orderRequestRefuse', input, async (tx, request) => {
      const reason = trimmed(input.reason);
      if (!reason) return refuse<RequestRefusal>({ code: 'REQUEST_REASON_MISSING' });
      if (tooLong(reason, NOTE_MAX)) return refuse<OrderRefusal>({ code: 'REASON_TOO_LONG', max: NOTE_MAX });
      await this.close(tx, actor, request, { state: 'REFUSED', reason });
      await this.tell(tx, actor, 'refused', request);
      return accept(request.id);
    });
  }

  withdraw(actor: Actor, input: OrderRequestCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'orderRequestWithdraw', clientKey: input.clientKey, input }, async (tx) => {
      const request = await lockRequest(tx, actor, input.id);
      assertMay(actor, 'order.place', { buyerOrgId: actor.orgId });
      if (request.requestedBy !== actor.userId) return refuse<RequestRefusal>({ code: 'REQUEST_NOT_YOURS' });
      if (!nextState(ORDER_REQUEST_TRANSITIONS, request.state, 'withdraw').ok)
        return refuse<RequestRefusal>({ code: 'REQUEST_DECIDED' });
      if (request.version !== input.version) return versionConflict(request.version);
      await this.close(tx, actor, request, { state: 'WITHDRAWN' });
      return accept(request.id);
    });
  }

  private decide(
    actor: Actor,
    operation: string,
    input: OrderRequestCommand,
    work: (tx: Tx, request: LockedRequest) => Promise<Result<string, Refusal>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      const request = await lockRequest(tx, actor, input.id);
      assertMay(actor, 'order.approve', { buyerOrgId: actor.orgId });
      if (request.requestedBy === actor.userId) return refuse<RequestRefusal>({ code: 'REQUEST_OWN' });
      if (!nextState(ORDER_REQUEST_TRANSITIONS, request.state, 'approve').ok)
        return refuse<RequestRefusal>({ code: 'REQUEST_DECIDED' });
      if (request.version !== input.version) return versionConflict(request.version);
      return work(tx, request);
    });
  }

  /** Pool and contract first, the limits after them: whoever places does it in the same order, and neither waits for the other. */
  private async place(tx: Tx, approver: Actor, asker: Actor, request: LockedRequest): Promise<Result<string, Refusal>> {
    const stopped = async (now: bigint) => {
      if (await this.gate.isBeyond(tx, approver, request.total))
        return refuse<RequestRefusal>({ code: 'REQUEST_BEYOND_APPROVER' });
      return now === request.total ? null : refuse<RequestRefusal>({ code: 'REQUEST_CHANGED', asked: request.total, now });
    };
    if (request.kind === 'AWARD') {
      const prepared = await this.awards.prepare(tx, asker, request.command as OrderFromAwardCommand);
      if (!prepared.ok) return prepared;
      return (await stopped(prepared.value.draft.orderedTotal)) ?? this.awards.save(tx, prepared.value);
    }
    if (request.kind === 'POOL') {
      const asked = request.command as PoolCommand;
      const prepared = await this.pools.prepare(tx, asker, asked);
      if (!prepared.ok) return prepared;
      return (await stopped(totalOf([...prepared.value.orders.values()]))) ?? this.pools.save(tx, asker, asked, prepared.value);
    }
    const command = request.command as BasketsCommand;
    const prepared = await this.baskets.prepare(tx, asker, command);
    if (!prepared.ok) return prepared;
    return (await stopped(totalOf(prepared.value))) ?? this.baskets.save(tx, command, prepared.value);
  }

  private async close(
    tx: Tx,
    actor: Actor,
    request: LockedRequest,
    outcome: { state: Exclude<OrderRequestState, 'WAITING'>; reason?: string; resultId?: string },
  ): Promise<void> {
    await tx.updateVersioned(OrderRequest, request.id, request.version, {
      ...outcome,
      decidedBy: actor.userId,
      decidedAt: tx.now,
    });
    await tx.audit(`order-request.${outcome.state.toLowerCase()}`, 'order-request', request.id, {
      ...(outcome.reason && { reason: outcome.reason }),
      ...(outcome.resultId && { resultId: outcome.resultId }),
    });
  }

  private tell(tx: Tx, actor: Actor, what: 'approved' | 'refused', { id, sellers }: LockedRequest): Promise<void> {
    return sendNotice(tx, REQUEST_NOTICES[what], { orgId: actor.orgId, facts: { requestId: id, sellers }, key: id });
  }
}

const lockRequest = (tx: Tx, actor: Actor, id: string): Promise<LockedRequest> =>
  tx.one<LockedRequest>(
    `select id, version, state, kind, command, total, sellers, requested_by as "requestedBy" from order_request
     where id = $1 and buyer_org_id = $2 for update`,
    [idOf(id), actor.orgId],
  );

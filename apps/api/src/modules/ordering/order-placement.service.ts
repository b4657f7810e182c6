import { Injectable } from '@nestjs/common';
import { accept, type Refusal, type Result } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { RequestDesk } from './approvals/request-desk.js';
import { BasketPlacer, type BasketsCommand } from './basket-placer.js';
import type { OrderGroupPlaceCommand } from './groups/order-group.view.js';
import type { OrderPlaceCommand } from './order.view.js';

/** A buyer's orders: spot by the price list, or call-offs on contracts' lines; of one seller, or of several at once. */
@Injectable()
export class OrderPlacementService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly placer: BasketPlacer,
    private readonly desk: RequestDesk,
  ) {}

  /** The order's id, or that of the request which waits for approval. */
  place(actor: Actor, input: OrderPlaceCommand): Promise<Result<string, Refusal>> {
    const command = { operation: 'orderPlace', clientKey: input.clientKey, input };
    const { sellerOrgId, contractId, linkMouId, lines, clientKey: _, ...common } = input;
    const baskets = { ...common, baskets: [{ sellerOrgId, contractId, linkMouId, lines }] };
    return this.uow.mutate(actor, command, (tx) => this.placeIn(tx, actor, baskets));
  }

  /** The group's id, or that of the request. Refuses with the rows of every seller at once; then nothing of any order is placed. */
  placeGroup(actor: Actor, input: OrderGroupPlaceCommand): Promise<Result<string, Refusal>> {
    const command = { operation: 'orderGroupPlace', clientKey: input.clientKey, input };
    const { clientKey: _, ...baskets } = input;
    return this.uow.mutate(actor, command, (tx) => this.placeIn(tx, actor, baskets));
  }

  private async placeIn(tx: Tx, actor: Actor, input: BasketsCommand): Promise<Result<string, Refusal>> {
    const prepared = await this.placer.prepare(tx, actor, input);
    if (!prepared.ok) return prepared;
    const waiting = await this.desk.ask(tx, actor, { kind: 'BASKETS', command: input, orders: prepared.value });
    return waiting ? accept(waiting) : this.placer.save(tx, input, prepared.value);
  }
}

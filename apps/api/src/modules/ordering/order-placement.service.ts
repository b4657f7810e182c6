import { Injectable } from '@nestjs/common';
import { accept, type Refusal, type Result } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { OrderPlacer } from './order-placer.js';
import type { OrderPlaceCommand } from './order.view.js';

/** A buyer's order: spot by the price list, or a call-off on a contract's lines. */
@Injectable()
export class OrderPlacementService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly placer: OrderPlacer,
  ) {}

  place(actor: Actor, input: OrderPlaceCommand): Promise<Result<string, Refusal>> {
    const command = { operation: 'orderPlace', clientKey: input.clientKey, input };
    return this.uow.mutate(actor, command, async (tx) => {
      const prepared = await this.placer.prepare(tx, actor, input);
      if (!prepared.ok) return prepared;
      const saved = await this.placer.save(tx, [prepared.value]);
      if (!saved.ok) return saved;
      await this.placer.numbered(tx, [prepared.value]);
      return accept(prepared.value.draft.id);
    });
  }
}

import { accept, refuse, type Refusal, type Result } from '@lienket/domain';
import { Injectable } from '@nestjs/common';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { BadInputError } from '../../../platform/errors.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import type { AgreementCandidate } from '../../agreements/index.js';
import { lockOrder } from '../locked-order.js';
import type { OrderRefusal } from '../order.messages.js';
import { ORDER_NOTICES, tellOrder } from '../order.notices.js';
import { AgreementLinker, isLinkable } from './agreement-linker.js';

export interface OrderLinkCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  /** One of the two. */
  readonly contractId?: string | null;
  readonly mouId?: string | null;
}

/**
 * Lets a spot order count for an agreement of its two sides, by the buyer's word: as call-off of a contract, or for a memorandum alone.
 * Price and terms stay those of the order. For good: what counts once is not moved to another agreement.
 */
@Injectable()
export class AgreementLinkService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly linker: AgreementLinker,
  ) {}

  link(actor: Actor, input: OrderLinkCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'orderLink', clientKey: input.clientKey, input }, async (tx) => {
      const order = await lockOrder(tx, idOf(input.id));
      assertMay(actor, 'order.place', { buyerOrgId: order.buyerOrgId });
      if (order.version !== input.version) return versionConflict(order.version);
      if (!isLinkable(order)) return refuse<OrderRefusal>({ code: 'LINK_TOO_LATE' });
      const wanted = wantedOf(input);
      if (wanted.kind === 'CONTRACT' && order.contractId !== null && order.contractId !== wanted.id) {
        return refuse<OrderRefusal>({ code: 'LINK_OTHER_CONTRACT' });
      }
      const linked = await this.linker.link(tx, order, wanted);
      if (!linked.ok) return linked;
      await tellOrder(tx, ORDER_NOTICES.linked, order);
      return accept(order.id);
    });
  }
}

function wantedOf({ contractId, mouId }: OrderLinkCommand): Pick<AgreementCandidate, 'kind' | 'id'> {
  if (contractId && !mouId) return { kind: 'CONTRACT', id: idOf(contractId) };
  if (mouId && !contractId) return { kind: 'MOU', id: idOf(mouId) };
  throw new BadInputError('Hãy chọn một hợp đồng hoặc một biên bản.', 'contractId');
}

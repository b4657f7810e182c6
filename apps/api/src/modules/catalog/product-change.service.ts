import { Injectable } from '@nestjs/common';
import {
  accept,
  type Actor as DomainActor,
  type Claims,
  may,
  nextState,
  PRODUCT_CHANGE_TRANSITIONS,
  type ProductChangeAction,
  type ProductChangeState,
  type Refusal,
  type Result,
  refuse,
  secondPerson,
} from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ForbiddenError } from '../../platform/errors.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { tidyText } from '../../platform/text.js';
import { ProductChange } from './product-change.entity.js';
import { ProductChanges } from './product-changes.js';
import { type LockedProduct, lockProduct } from './product-lock.js';
import type { ProductRefusal } from './product.messages.js';

export interface ChangeStep {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly reason?: string | null;
}

interface Change {
  readonly id: string;
  readonly productId: string;
  readonly status: ProductChangeState;
  readonly version: number;
  readonly wanted: Claims;
  readonly requestedBy: string;
}

/** The Alliance looks at what a product on show wants to claim; the cooperative may take it back until then. */
@Injectable()
export class ProductChangeService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly changes: ProductChanges,
  ) {}

  apply = (actor: Actor, input: ChangeStep) => this.step(actor, 'apply', input);
  decline = (actor: Actor, input: ChangeStep) => this.step(actor, 'decline', input);
  withdraw = (actor: Actor, input: ChangeStep) => this.step(actor, 'withdraw', input);

  private step(actor: Actor, action: ProductChangeAction, input: ChangeStep): Promise<Result<string, Refusal>> {
    const operation = `product.change.${action}`;
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      const [product, change] = await this.lock(tx, input.id);
      const right = action === 'withdraw' ? 'product.edit' : 'product.publish';
      if (!may(actor as DomainActor, right, { ownerOrgId: product.orgId })) throw new ForbiddenError();
      const moved = nextState(PRODUCT_CHANGE_TRANSITIONS, change.status, action);
      if (!moved.ok) return refuse<ProductRefusal>({ code: 'CHANGE_NOT_OPEN' });
      if (change.version !== input.version) return versionConflict(change.version);
      const reason = tidyText(input.reason);
      if (action === 'decline' && !reason) return refuse<ProductRefusal>({ code: 'REASON_MISSING' });
      if ((reason?.length ?? 0) > 2000) return refuse<ProductRefusal>({ code: 'REASON_TOO_LONG' });
      if (action === 'apply') {
        // An officer may have asked for it in the cooperative's name.
        const second = secondPerson(change.requestedBy, actor.userId);
        if (!second.ok) return second;
        const written = await this.changes.write(tx, product, change.wanted);
        if (!written.ok) return written;
      }
      await tx.updateVersioned(ProductChange, change.id, change.version, {
        status: moved.value,
        reason,
        ...(action !== 'withdraw' && { decidedBy: actor.userId, decidedAt: tx.now, replaced: replacedBy(product, change) }),
      });
      await tx.audit(operation, 'product', product.id, { changeId: change.id, ...(reason && { reason }) });
      return accept(product.id);
    });
  }

  /** The product first, as every edit of it does; the wall hides another cooperative's request. */
  private async lock(tx: Tx, id: string): Promise<[LockedProduct, Change]> {
    const { productId } = await tx.one<{ productId: string }>(
      'select product_id as "productId" from product_change where id = $1',
      [id],
    );
    const product = await lockProduct(tx, productId);
    const change = await tx.one<Change>(
      'select id, product_id as "productId", status, version, wanted, requested_by as "requestedBy" from product_change where id = $1 for update',
      [id],
    );
    return [product, change];
  }
}

const replacedBy = (product: LockedProduct, { wanted }: Change): Record<string, unknown> =>
  Object.fromEntries(Object.keys(wanted).map((field) => [field, product.claims[field as keyof Claims] ?? null]));

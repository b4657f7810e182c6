import { Injectable } from '@nestjs/common';
import { accept, daysBetween, type Refusal, type Result, refuse } from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { tidyLine } from '../../../platform/text.js';
import { HolidayClosure } from '../holiday-closure.entity.js';
import type { ClosureRefusal } from './closure.messages.js';

export interface ClosureCreate {
  readonly clientKey: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly message: string;
}

const LONGEST = 180;

/** A cooperative closes for a holiday: its goods stay in the catalogue, with the note. */
@Injectable()
export class ClosureService {
  constructor(private readonly uow: UnitOfWork) {}

  create(actor: Actor, input: ClosureCreate): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'holidayClosureCreate', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'product.edit', { ownerOrgId: actor.orgId });
      const { firstDay, lastDay } = input;
      if (lastDay < firstDay) return refuse<ClosureRefusal>({ code: 'CLOSURE_NOT_IN_ORDER' });
      if (lastDay < tx.today) return refuse<ClosureRefusal>({ code: 'CLOSURE_PAST', today: tx.today });
      if (daysBetween(firstDay, lastDay) >= LONGEST) return refuse<ClosureRefusal>({ code: 'CLOSURE_TOO_LONG' });
      const message = tidyLine(input.message);
      if (!message || message.length > 300) return refuse<ClosureRefusal>({ code: 'CLOSURE_MESSAGE_MISSING' });
      // Two people who close at once wait for each other here.
      await tx.one('select id from organization where id = $1 for no key update', [actor.orgId]);
      const [other] = await tx.query<{ from: string; to: string }>(
        `select first_day as "from", last_day as "to" from holiday_closure
         where org_id = $1 and cancelled_at is null and first_day <= $3 and last_day >= $2 limit 1`,
        [actor.orgId, firstDay, lastDay],
      );
      if (other) return refuse<ClosureRefusal>({ code: 'CLOSURE_OVERLAPS', ...other });
      const id = newId();
      await tx.insert(HolidayClosure, { id, orgId: actor.orgId, firstDay, lastDay, message, createdBy: actor.userId });
      await tx.audit('closure.create', 'organization', actor.orgId, { closureId: id, firstDay, lastDay });
      return accept(id);
    });
  }

  cancel(actor: Actor, input: { readonly clientKey: string; readonly id: string }): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'holidayClosureCancel', clientKey: input.clientKey, input }, async (tx) => {
      const closure = await tx.one<{ id: string; lastDay: string; cancelledAt: Date | null }>(
        'select id, last_day as "lastDay", cancelled_at as "cancelledAt" from holiday_closure where id = $1 and org_id = $2 for update',
        [idOf(input.id), actor.orgId],
      );
      assertMay(actor, 'product.edit', { ownerOrgId: actor.orgId });
      if (closure.cancelledAt || closure.lastDay < tx.today) return refuse<ClosureRefusal>({ code: 'CLOSURE_OVER' });
      await tx.query('update holiday_closure set cancelled_at = $2 where id = $1', [closure.id, tx.now]);
      await tx.audit('closure.cancel', 'organization', actor.orgId, { closureId: closure.id });
      return accept(closure.id);
    });
  }
}

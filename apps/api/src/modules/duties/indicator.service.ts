import { Injectable } from '@nestjs/common';
import { accept, checkIndicator, type IndicatorQualifier, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { tidyText } from '../../platform/text.js';
import type { DutiesRefusal } from './duties.messages.js';
import { IndicatorValue } from './indicator.entity.js';

export interface IndicatorEnterCommand {
  readonly clientKey: string;
  readonly code: string;
  readonly period: string;
  /** The revision that the person saw; 0 for a period without a number. */
  readonly revision: number;
  readonly value: string;
  readonly qualifier: IndicatorQualifier;
  readonly plan?: string | null;
  readonly source: string;
  readonly reason?: string | null;
}

/** The next period of a series, or a correction as the next revision; what was told before stays. */
@Injectable()
export class IndicatorService {
  constructor(private readonly uow: UnitOfWork) {}

  enter(actor: Actor, input: IndicatorEnterCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'indicatorEnter', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'indicator.enter', {});
      // Two officers at one period queue up here; the second sees the first one's revision.
      const { code } = await tx.one<{ code: string }>('select code from sector_indicator where code = $1 for update', [
        input.code,
      ]);
      const period = input.period.trim();
      const { revision } = await tx.one<{ revision: number }>(
        'select coalesce(max(revision), 0)::int as revision from indicator_value where indicator_code = $1 and period = $2',
        [code, period],
      );
      const draft = {
        period,
        value: input.value,
        plan: input.plan ?? null,
        source: tidyText(input.source)?.slice(0, 1000) ?? '',
        reason: tidyText(input.reason)?.slice(0, 500) ?? null,
      };
      const checked = checkIndicator(draft, revision > 0, tx.today);
      if (!checked.ok) return checked;
      if (revision !== input.revision) return refuse<DutiesRefusal>({ code: 'INDICATOR_CHANGED' });
      const id = newId();
      await tx.insert(IndicatorValue, {
        ...draft,
        id,
        indicatorCode: code,
        periodEnd: checked.value,
        qualifier: input.qualifier,
        revision: revision + 1,
        reason: revision > 0 ? draft.reason : null,
        enteredBy: actor.userId,
        at: tx.now,
      });
      await tx.audit('indicator.enter', 'indicator_value', id, { code, period, revision: revision + 1, value: input.value });
      // A series is known by its code, a mutation by an id: the new value's own.
      return accept(id);
    });
  }
}

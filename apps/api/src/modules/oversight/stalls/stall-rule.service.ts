import { Injectable } from '@nestjs/common';
import {
  accept,
  addDays,
  changedRule,
  refuse,
  weekdayOf,
  type LocalDate,
  type Refusal,
  type Result,
  type StallLevel,
  type StallTransition,
  type StallVariant,
} from '@lienket/domain';
import { assertMay } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { tidyLine } from '../../../platform/text.js';
import { bookFor, readRules } from './stall-facts.js';
import type { RuleBookRefusal } from './stall-rule.messages.js';
import { EVERY_EVENT } from './stall-rule.queries.js';
import { StallRule } from './stall-rule.entity.js';

export interface RuleSet {
  readonly clientKey: string;
  readonly eventCode?: string | null;
  readonly transition: StallTransition;
  readonly variant: StallVariant;
  readonly level: StallLevel;
  readonly days?: number | null;
  readonly belowBp?: number | null;
  readonly periods?: number | null;
  readonly intervalPct?: number | null;
  readonly source: string;
}

export interface HolidaySet {
  readonly clientKey: string;
  readonly day: LocalDate;
  readonly kind?: 'HOLIDAY' | 'WORKED' | null;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly source: string;
}

const EVALUATE = 'oversight.evaluate-stalls';

/** Changes the rules from today on; what they were before stays in the book, and every clock is read anew. */
@Injectable()
export class StallRuleService {
  constructor(private readonly uow: UnitOfWork) {}

  set(actor: Actor, input: RuleSet): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'stallRuleSet', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'stallRule.edit', {});
      const source = tidyLine(input.source);
      if (!source) return refuse<RuleBookRefusal>({ code: 'RULE_SOURCE_MISSING' });
      const event = input.eventCode
        ? await tx.one<{ id: string }>('select id from event where code = $1', [input.eventCode])
        : null;
      // Two people who change the rules wait for each other.
      await tx.query('select pg_advisory_xact_lock(20240425, 70)');
      const book = bookFor(await readRules(tx, tx.today), event?.id ?? null);
      const { transition, variant, level, days = null, belowBp = null, periods = null, intervalPct = null } = input;
      const row = changedRule(book, { transition, variant, level, days, belowBp, periods, intervalPct });
      if (!row.ok) return row;
      const { count: dayCount, ...rule } = row.value;
      await endEarlier(tx, event?.id ?? null, rule);
      await tx.insert(StallRule, {
        id: newId(),
        transition,
        variant,
        level,
        days: rule.days,
        dayCount,
        horizonDays: rule.horizonDays,
        belowBp: rule.belowBp,
        periods: rule.periods,
        intervalPct: rule.intervalPct,
        eventId: event?.id ?? null,
        validFrom: tx.today,
        validTo: null,
        source,
        createdBy: actor.userId,
      });
      await tx.audit('stall-rule.set', 'stall_rule', event?.id ?? actor.orgId, {
        transition,
        variant,
        level,
        days,
        belowBp,
        periods,
        intervalPct,
      });
      await tx.tell(EVALUATE, { eventId: event?.id ?? null });
      return accept(event?.id ?? EVERY_EVENT);
    });
  }

  setHoliday(actor: Actor, input: HolidaySet): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'officeDaySet', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'stallRule.edit', {});
      const [nameVi, nameEn, source] = [tidyLine(input.nameVi), tidyLine(input.nameEn), tidyLine(input.source)];
      const { day, kind = null } = input;
      if (kind === null) {
        await tx.query('delete from office_day where day = $1', [day]);
      } else {
        if (!source) return refuse<RuleBookRefusal>({ code: 'RULE_SOURCE_MISSING' });
        if (!nameVi) return refuse<RuleBookRefusal>({ code: 'HOLIDAY_NAME_MISSING' });
        if (kind === 'WORKED' && weekdayOf(day) <= 5) return refuse<RuleBookRefusal>({ code: 'HOLIDAY_NOT_WEEKEND' });
        await tx.query(
          `insert into office_day (day, kind, name_vi, name_en, source) values ($1, $2, $3, $4, $5)
           on conflict (day) do update set kind = excluded.kind, name_vi = excluded.name_vi, name_en = excluded.name_en, source = excluded.source,
             is_provisional = false`,
          [day, kind, nameVi, nameEn || nameVi, source],
        );
      }
      await tx.audit('office-day.set', 'office_day', actor.orgId, { day, kind, source });
      await tx.tell(EVALUATE, {});
      return accept(EVERY_EVENT);
    });
  }
}

/** A row that was made today is replaced; an older one ends yesterday. */
async function endEarlier(
  tx: Tx,
  eventId: string | null,
  rule: Pick<RuleSet, 'transition' | 'variant' | 'level'>,
): Promise<void> {
  const same = 'event_id is not distinct from $1::uuid and transition = $2 and variant = $3 and level = $4';
  const values = [eventId, rule.transition, rule.variant, rule.level, tx.today];
  await tx.query(`delete from stall_rule where ${same} and valid_from = $5`, values);
  await tx.query(
    `update stall_rule set valid_to = $6 where ${same} and valid_from < $5 and (valid_to is null or valid_to >= $5)`,
    [...values, addDays(tx.today, -1)],
  );
}

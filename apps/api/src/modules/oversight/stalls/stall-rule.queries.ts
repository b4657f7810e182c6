import { Injectable } from '@nestjs/common';
import type { DayCount, LocalDate, StallLevel, StallTransition, StallVariant } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

/** Stands for the rules of every event that has no row of its own. */
export const EVERY_EVENT = '00000000-0000-0000-0000-000000000000';

interface RuleView {
  readonly id: string;
  readonly transition: StallTransition;
  readonly variant: StallVariant;
  readonly level: StallLevel;
  readonly days: number | null;
  readonly dayCount: DayCount;
  readonly horizonDays: number;
  readonly belowBp: number | null;
  readonly periods: number | null;
  readonly intervalPct: number | null;
  readonly validFrom: LocalDate;
  readonly source: string;
  readonly setBy: string | null;
  readonly ofEvent: boolean;
}

interface OfficeDayView {
  readonly day: LocalDate;
  readonly kind: 'HOLIDAY' | 'WORKED';
  readonly nameVi: string;
  readonly nameEn: string;
  readonly source: string;
  readonly isProvisional: boolean;
}

interface BookView {
  readonly id: string;
  readonly rules: RuleView[];
  readonly holidays: OfficeDayView[];
}

@Injectable()
export class StallRuleQueries {
  constructor(private readonly uow: UnitOfWork) {}

  async ofEvent(actor: Actor, eventCode: string | null): Promise<BookView> {
    if (eventCode === null) return this.book(actor, EVERY_EVENT);
    const { id } = await this.uow.read(actor, (tx) =>
      tx.one<{ id: string }>('select id from event where code = $1', [eventCode]),
    );
    return this.book(actor, id);
  }

  /** The rows in force today, an event's own before the general one, and the days off of this year and the next. */
  book(actor: Actor, eventId: string): Promise<BookView> {
    return this.uow.read(actor, async (tx) => ({
      id: eventId,
      rules: await tx.query<RuleView>(
        `select distinct on (r.transition, r.variant, r.level) r.id, r.transition, r.variant, r.level, r.days, r.day_count as "dayCount",
           r.horizon_days as "horizonDays", r.below_bp as "belowBp", r.periods, r.interval_pct as "intervalPct", r.valid_from as "validFrom",
           r.source, u.full_name as "setBy", r.event_id is not null as "ofEvent"
         from stall_rule r left join app_user u on u.id = r.created_by
         where (r.event_id is null or r.event_id = $1) and r.valid_from <= $2 and (r.valid_to is null or r.valid_to >= $2)
         order by r.transition, r.variant, r.level, r.event_id nulls last, r.valid_from desc`,
        [eventId, tx.today],
      ),
      holidays: await tx.query<OfficeDayView>(
        `select day, kind, name_vi as "nameVi", name_en as "nameEn", source, is_provisional as "isProvisional" from office_day
         where extract(year from day) between extract(year from $1::date) and extract(year from $1::date) + 1 order by day`,
        [tx.today],
      ),
    }));
  }
}

import { Injectable } from '@nestjs/common';
import { type LocalDate, REGISTRABLE_KINDS } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { dayOf } from '../../platform/database/sql-days.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';

export interface AreaCountView {
  readonly code: string | null;
  readonly name: string | null;
  readonly organizations: number;
  readonly products: number;
}

/** An organization without a district of its own stands in the one its commune came from. */
const UNIT = {
  DISTRICT: `coalesce(o.legacy_district_code, (select u.former_district_code from administrative_unit u where u.code = o.commune_code))`,
  COMMUNE: 'o.commune_code',
} as const;

@Injectable()
export class AreaReportQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * Producers and buyers in force on a day: registered or verified by then, and active now or ended later.
   * Products: those published now whose publication is not later than the day.
   */
  report(actor: Actor, by: keyof typeof UNIT, on: LocalDate): Promise<AreaCountView[]> {
    return this.uow.read(actor, (tx) =>
      tx.query<AreaCountView>(
        `with standing as (
           select o.id, ${UNIT[by]} as code from organization o
           where o.kind = any($2) and o.status not in ('DRAFT', 'PENDING') and ${dayOf('coalesce(o.verified_at, o.created_at)')} <= $1
             and (o.status = 'ACTIVE' or ${dayOf('o.status_at')} > $1)
             and (o.valid_from is null or o.valid_from <= $1) and (o.valid_to is null or o.valid_to >= $1)),
         offered as (
           select p.org_id, count(*)::int as products from product p
           where p.status = 'PUBLISHED' and ${dayOf('p.published_at')} <= $1 group by p.org_id)
         select u.code, u.name, count(*)::int as organizations, coalesce(sum(f.products), 0)::int as products
         from standing s left join administrative_unit u on u.code = s.code left join offered f on f.org_id = s.id
         group by u.code, u.name order by u.code nulls last`,
        [on, REGISTRABLE_KINDS],
      ),
    );
  }
}

import { type DayOff, type DeliveryCalendar, type DeliveryTerms, type Holiday } from '@lienket/domain';
import { Injectable } from '@nestjs/common';
import { prepared } from '../../../platform/database/prepared.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { ClosureBook } from '../../catalog/index.js';

export interface RouteTerms extends DeliveryTerms {
  readonly id: string;
  readonly name: string;
  readonly isGeneral: boolean;
  readonly minOrderValue: bigint | null;
}

/** What decides when a seller delivers to a buyer's places. */
export interface SellerCalendar {
  /** By place; a place without terms is served on any day. */
  readonly termsOf: ReadonlyMap<string, RouteTerms>;
  readonly closures: readonly DayOff[];
  readonly holidays: readonly Holiday[];
}

const COLUMNS = `r.id, r.name, r.is_general as "isGeneral", r.weekdays, r.cutoff_days as "cutoffDays", r.cutoff_time as "cutoffTime",
  r.runs_on_holidays as "runsOnHolidays", r.min_order_value as "minOrderValue"`;

const holidaysOf = new WeakMap<Tx, Promise<Holiday[]>>();

/** Routes, days off and holidays: what stands in the pad beforehand is what placing an order goes by. */
@Injectable()
export class RouteBook {
  constructor(private readonly closures: ClosureBook) {}

  async calendarOf(tx: Tx, sellerOrgId: string, placeIds: readonly string[]): Promise<SellerCalendar> {
    const rows = await tx.query<RouteTerms & { placeId: string }>(
      prepared(`select p.id as "placeId", ${COLUMNS} from unnest($2::uuid[]) as p(id) join lateral (
         select r.* from delivery_route r left join delivery_route_stop s on s.route_id = r.id and s.location_id = p.id
         where r.seller_org_id = $1 and r.retired_at is null and (s.location_id is not null or r.is_general)
         order by s.location_id is null, r.id limit 1) r on true`),
      [sellerOrgId, [...new Set(placeIds)]],
    );
    return {
      termsOf: new Map(rows.map(({ placeId, ...terms }) => [placeId, terms])),
      closures: await this.closures.ahead(sellerOrgId, tx),
      holidays: rows.length ? await this.holidays(tx) : [],
    };
  }

  /** Asked once a transaction, however many sellers' calendars it needs. */
  holidays(tx: Tx): Promise<Holiday[]> {
    let days = holidaysOf.get(tx);
    if (!days) holidaysOf.set(tx, (days = loadHolidays(tx)));
    return days;
  }
}

function loadHolidays(tx: Tx): Promise<Holiday[]> {
  const name = tx.actor && 'locale' in tx.actor && tx.actor.locale === 'en' ? 'name_en' : 'name_vi';
  return tx.query<Holiday>(
    prepared(
      `select day, ${name} as name from office_day where kind = 'HOLIDAY' and day >= $1::date - 30 order by day limit 200`,
    ),
    [tx.today],
  );
}

/** The calendar of one place, for the rules of the domain. */
export const calendarFor = ({ termsOf, closures, holidays }: SellerCalendar, placeId: string, now: Date): DeliveryCalendar => ({
  terms: termsOf.get(placeId) ?? null,
  closures,
  holidays,
  now,
});

import {
  addDays,
  localDateOf,
  type BusinessCalendar,
  type LocalDate,
  type RungCode,
  type StallFacts,
  type StallThreshold,
  type Suspension,
} from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { readPace } from '../../agreements/index.js';

interface Row {
  readonly id: string;
  readonly eventId: string | null;
  readonly status: string;
  readonly rung: RungCode;
  readonly rungs: { code: RungCode; reachedAt: string | null }[];
  readonly signedOn: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly realisedBp: number | null;
  readonly seasons: number[][];
  readonly pauses: { action: string; at: string }[];
  readonly unanswered: { number: string } | null;
  readonly promise: { number: string; on: LocalDate; fresh: boolean; onTheRoad: boolean } | null;
}

export interface MouStallFacts extends StallFacts {
  readonly mouId: string;
  readonly eventId: string | null;
}

/** Lines of orders that count for the memorandum `m`: called off by its contracts, or linked to one of its lines without any. */
const LINES = `(select l.id from contract c join purchase_order x on x.contract_id = c.id join order_line l on l.order_id = x.id where c.mou_id = m.id
  union select l.id from mou_line k join order_line l on l.mou_line_id = k.id where k.mou_id = m.id) counted
  join order_line l on l.id = counted.id join purchase_order o on o.id = l.order_id`;
const RUNNING: readonly RungCode[] = ['FIRST_ACCEPTED', 'P25', 'P50', 'P75'];

/**
 * The dated facts of many memoranda: two statements, the second only for those that already deliver. Suspensions come from
 * the diary, since a resumed memorandum no longer shows them. The caller stands outside the walls.
 */
export async function readStallFacts(tx: Tx, mouIds: readonly string[], freshDays: number): Promise<MouStallFacts[]> {
  const rows = await tx.query<Row>(
    `select m.id, m.event_id as "eventId", m.status, p.rung, p.rungs, m.signed_on as "signedOn", m.valid_to as "validTo",
       p.realisation_bp as "realisedBp",
       coalesce((select json_agg(l.season_months) from mou_line l where l.mou_id = m.id), '[]') as seasons,
       coalesce((select json_agg(json_build_object('action', a.action, 'at', a.at) order by a.at) from audit_event a
         where a.entity_type = 'mou' and a.entity_id = m.id and a.action in ('mou.suspend', 'mou.resume')), '[]') as pauses,
       (select json_build_object('number', o.number) from ${LINES} where p.rung = 'CONTRACTED' and o.status = 'PLACED'
         order by o.placed_at limit 1) as unanswered,
       (select json_build_object('number', o.number, 'on', coalesce(l.promised_on, o.requested_on), 'onTheRoad', o.open_shipments > 0,
           'fresh', coalesce(pr.shelf_life_days <= $2, false))
         from ${LINES} join product pr on pr.id = l.product_id
         where p.rung = 'FIRST_CALL_OFF' and o.status in ('CONFIRMED', 'IN_DELIVERY') and l.confirmed_qty > 0 and l.accepted_qty = 0
         order by coalesce(l.promised_on, o.requested_on), o.number limit 1) as promise
     from mou m join mou_progress p on p.mou_id = m.id where m.id = any($1) order by m.id`,
    [mouIds, freshDays],
  );
  const running = rows.filter(({ rung }) => RUNNING.includes(rung)).map(({ id }) => id);
  const pace = running.length > 0 ? await readPace(tx, running) : new Map();
  return rows.map((row) => ({
    mouId: row.id,
    eventId: row.eventId,
    isOpen: ['SIGNED', 'IN_FORCE', 'SUSPENDED'].includes(row.status),
    isSuspended: row.status === 'SUSPENDED',
    rung: row.rung,
    signedOn: row.signedOn,
    contractedOn: reachedOn(row, 'CONTRACTED'),
    seasonMonths: seasonOf(row.seasons),
    suspensions: suspensionsOf(row.pauses),
    unanswered: row.unanswered,
    promise: row.promise,
    pace: pace.get(row.id)?.points ?? [],
    acceptedOn: pace.get(row.id)?.acceptedOn ?? [],
    realisedBp: row.realisedBp,
    validTo: row.validTo,
  }));
}

const reachedOn = (row: Row, code: RungCode): LocalDate | null => {
  const at = row.rungs.find((rung) => rung.code === code)?.reachedAt;
  return at ? localDateOf(at) : null;
};

/** Months in which any line is harvested; a line of the whole year makes it the whole year. */
const seasonOf = (seasons: readonly number[][]): number[] =>
  seasons.some((months) => months.length === 0) ? [] : [...new Set(seasons.flat())].sort((a, b) => a - b);

/** The day of resuming counts again. */
function suspensionsOf(pauses: Row['pauses']): Suspension[] {
  const found: { from: LocalDate; to: LocalDate | null }[] = [];
  for (const { action, at } of pauses) {
    const open = found.find(({ to }) => to === null);
    if (action === 'mou.suspend' && !open) found.push({ from: localDateOf(at), to: null });
    if (action === 'mou.resume' && open) open.to = addDays(localDateOf(at), -1);
  }
  return found;
}

export interface DatedThreshold extends StallThreshold {
  readonly eventId: string | null;
}

/** All rules of a day; `bookFor` picks those of one event. */
export const readRules = (tx: Tx, on: LocalDate): Promise<DatedThreshold[]> =>
  tx.query<DatedThreshold>(
    `select distinct on (event_id, transition, variant, level) event_id as "eventId", transition, variant, level, days, day_count as count,
       horizon_days as "horizonDays", below_bp as "belowBp", periods, interval_pct as "intervalPct"
     from stall_rule where valid_from <= $1 and (valid_to is null or valid_to >= $1)
     order by event_id, transition, variant, level, valid_from desc`,
    [on],
  );

/** An event's own row takes the place of the general one. */
export function bookFor(rules: readonly DatedThreshold[], eventId: string | null): DatedThreshold[] {
  const own = eventId === null ? [] : rules.filter((rule) => rule.eventId === eventId);
  const replaced = (rule: DatedThreshold) =>
    own.some((mine) => mine.transition === rule.transition && mine.variant === rule.variant && mine.level === rule.level);
  return [...own, ...rules.filter((rule) => rule.eventId === null && !replaced(rule))];
}

export async function readCalendar(tx: Tx): Promise<BusinessCalendar> {
  const days = await tx.query<{ day: LocalDate; kind: string }>('select day, kind from office_day');
  const of = (kind: string) => new Set(days.filter((row) => row.kind === kind).map(({ day }) => day));
  return { holidays: of('HOLIDAY'), workedWeekends: of('WORKED') };
}

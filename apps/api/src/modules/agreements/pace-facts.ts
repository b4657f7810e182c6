import { addMonths, quantity, type LocalDate } from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { paceOf, type PacePointView } from './mou-pace.js';

export interface PaceFacts {
  readonly points: readonly PacePointView[];
  /** Days with accepted goods, in order. */
  readonly acceptedOn: readonly LocalDate[];
}

interface Row {
  readonly mouId: string;
  readonly starts: LocalDate | null;
  readonly ends: LocalDate | null;
  readonly lineId: string;
  readonly target: string | null;
  readonly refPrice: string | null;
  readonly seasonMonths: number[];
  readonly schedule: { from: string; to: string; qty: string }[];
  readonly accepted: { day: string; qty: string }[];
}

/** Plan, acceptance by month and the days of deliveries of many memoranda, in one statement; the caller stands outside the walls. */
export async function readPace(tx: Tx, mouIds: readonly string[]): Promise<Map<string, PaceFacts>> {
  const rows = await tx.query<Row>(
    `select l.mou_id as "mouId", coalesce(m.valid_from, m.signed_on) as starts, m.valid_to as ends, l.id as "lineId", l.target_qty as target,
       l.reference_price::text as "refPrice", l.season_months as "seasonMonths",
       coalesce((select json_agg(json_build_object('from', s.period_from, 'to', s.period_to, 'qty', s.qty::text))
         from contract_line cl join contract c on c.id = cl.contract_id and c.activated_at is not null
         join contract_schedule s on s.contract_line_id = cl.id where cl.mou_line_id = l.id), '[]') as schedule,
       coalesce((select json_agg(json_build_object('day', a.day, 'qty', a.qty::text) order by a.day) from (
         select (e.at at time zone 'Asia/Ho_Chi_Minh')::date as day, sum(e.qty) as qty
         from commitment_entry e where e.mou_line_id = l.id and e.kind = 'ACCEPT' group by 1) a), '[]') as accepted
     from mou_line l join mou m on m.id = l.mou_id where l.mou_id = any($1) order by l.mou_id, l.line_no`,
    [mouIds],
  );
  const byMou = new Map<string, Row[]>();
  for (const row of rows) byMou.set(row.mouId, [...(byMou.get(row.mouId) ?? []), row]);
  return new Map([...byMou].map(([mouId, lines]) => [mouId, { points: pointsOf(lines), acceptedOn: deliveryDays(lines) }]));
}

function pointsOf(lines: readonly Row[]): PacePointView[] {
  const { starts, ends } = lines[0]!;
  if (starts === null) return [];
  const paced = lines.map((line) => ({
    lineId: line.lineId,
    target: line.target === null ? null : quantity(line.target),
    refPrice: line.refPrice === null ? null : BigInt(line.refPrice),
    seasonMonths: line.seasonMonths,
    schedule: line.schedule.map((period) => ({ ...period, qty: quantity(period.qty) })),
    accepted: byMonth(line.accepted),
  }));
  return paceOf(paced, starts, ends ?? addMonths(starts, 12));
}

function byMonth(accepted: Row['accepted']) {
  const months = new Map<string, ReturnType<typeof quantity>>();
  for (const { day, qty } of accepted) {
    const month = day.slice(0, 7);
    const before = months.get(month);
    months.set(month, before ? before.add(quantity(qty)) : quantity(qty));
  }
  return months;
}

/** A day whose receipts were all taken back is no day of a delivery. */
function deliveryDays(lines: readonly Row[]): LocalDate[] {
  const days = lines.flatMap((line) => line.accepted.filter(({ qty }) => Number(qty) > 0).map(({ day }) => day));
  return [...new Set(days)].sort();
}

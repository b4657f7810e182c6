import { Injectable } from '@nestjs/common';
import { type Share, shareOf } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CreditQueries, type CreditTotalsView } from '../credit/index.js';

export interface CohortView {
  readonly code: string;
  readonly title: string;
  readonly heldOn: string;
  readonly isDemo: boolean;
  /** All agreements of the event, signed or not. */
  readonly agreements: number;
  readonly parties: number;
  readonly delegates: number;
  /** How many of the signed ones reached each rung. */
  readonly rungs: { readonly rung: string; readonly share: Share; readonly provenByA: number }[];
  /** Agreements with a quantity on any line: only these have a realisation. */
  readonly quantified: Share;
  /** Basis points, the mean over quantified agreements; null below five of them. */
  readonly realisationBp: number | null;
  /** The same from grade A alone, and from A and B. */
  readonly realisationBpA: number | null;
  readonly realisationBpAB: number | null;
  /** Credit agreements signed there; null where there are none. */
  readonly credits: CreditTotalsView | null;
}

interface Row {
  readonly code: string;
  readonly title: string;
  readonly heldOn: string;
  readonly isDemo: boolean;
  readonly agreements: number;
  readonly signed: number;
  readonly parties: number;
  readonly delegates: number;
  readonly quantified: number;
  readonly realisationBp: number | null;
  readonly realisationBpA: number | null;
  readonly realisationBpAB: number | null;
  readonly reached: Record<string, { readonly n: number; readonly a: number }>;
}

const RUNGS = ['RECORDED', 'SIGNED', 'CONTRACTED', 'FIRST_CALL_OFF', 'FIRST_ACCEPTED', 'P25', 'P50', 'P75', 'FULFILLED'] as const;
const FEW = 5;
const mean = (column: string) => `round(avg(${column}) filter (where p.quantified_lines > 0))::int`;

/** What became of each conference, side by side; a percentage stands on five agreements or more, and always beside its counts. */
@Injectable()
export class EventCohortQueries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly credit: CreditQueries,
  ) {}

  async all(actor: Actor): Promise<CohortView[]> {
    const credits = await this.credit.totalsByEvent(actor);
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<Row>(
        `select e.code, e.title, e.held_on as "heldOn", e.is_demo as "isDemo", count(m.id)::int as agreements,
           count(m.id) filter (where m.signed_on is not null)::int as signed,
           (select count(distinct mp.org_id)::int from mou_party mp join mou m2 on m2.id = mp.mou_id where m2.event_id = e.id) as parties,
           (select count(*)::int from event_delegate d where d.event_id = e.id) as delegates,
           count(m.id) filter (where p.quantified_lines > 0)::int as quantified,
           ${mean('p.realisation_bp')} as "realisationBp", ${mean('p.realisation_bp_a')} as "realisationBpA", ${mean('p.realisation_bp_ab')} as "realisationBpAB",
           coalesce((select jsonb_object_agg(r.code, json_build_object('n', r.n, 'a', r.a)) from (
             select x ->> 'code' as code, count(*)::int as n, count(*) filter (where x ->> 'grade' = 'A')::int as a from mou m3 join mou_progress p3 on p3.mou_id = m3.id, jsonb_array_elements(p3.rungs) x
             where m3.event_id = e.id and x ->> 'state' = 'REACHED' group by 1) r), '{}') as reached
         from event e left join mou m on m.event_id = e.id left join mou_progress p on p.mou_id = m.id
         group by e.id order by e.held_on desc, e.code`,
      );
      return rows.map(({ signed, quantified, realisationBp, realisationBpA, realisationBpAB, reached, ...row }) => ({
        ...row,
        rungs: RUNGS.map((rung) => ({
          rung,
          share:
            rung === 'RECORDED'
              ? shareOf(row.agreements, row.agreements)
              : rung === 'SIGNED'
                ? shareOf(signed, row.agreements)
                : shareOf(Math.min(reached[rung]?.n ?? 0, signed), signed),
          provenByA: rung === 'RECORDED' ? row.agreements : (reached[rung]?.a ?? 0),
        })),
        quantified: shareOf(quantified, row.agreements),
        realisationBp: quantified < FEW ? null : realisationBp,
        realisationBpA: quantified < FEW ? null : realisationBpA,
        realisationBpAB: quantified < FEW ? null : realisationBpAB,
        credits: credits.get(row.code) ?? null,
      }));
    });
  }
}

import { Quantity, realisation, type LadderExit, type MoveActor, type RungCode, type RungState } from '@lienket/domain';
import type { StoredRung } from './progress.js';

/** Columns of `mou_progress p` that a screen needs, one JSON object. */
export const PROGRESS_SQL = `json_build_object('rung', p.rung, 'rungs', p.rungs, 'exit', p.exit, 'realisationBp', p.realisation_bp,
  'realisationBpA', p.realisation_bp_a, 'realisationBpAB', p.realisation_bp_ab,
  'weighting', p.weighting, 'quantifiedLines', p.quantified_lines, 'totalLines', p.total_lines, 'anyAccepted', p.any_accepted,
  'seasonMonths', p.season_months, 'validFrom', p.valid_from, 'nextActor', p.next_actor, 'nextStep', p.next_step, 'nextSince', p.next_since)`;

export interface ProgressRow {
  readonly rung: RungCode;
  readonly rungs: readonly StoredRung[];
  readonly exit: LadderExit | null;
  readonly realisationBp: number | null;
  readonly realisationBpA: number | null;
  readonly realisationBpAB: number | null;
  readonly weighting: string | null;
  readonly quantifiedLines: number;
  readonly totalLines: number;
  readonly anyAccepted: boolean;
  readonly seasonMonths: readonly number[];
  readonly validFrom: string | null;
  readonly nextActor: MoveActor;
  readonly nextStep: string;
  readonly nextSince: string;
}

export interface RealisationView {
  readonly kind: 'NOT_QUANTIFIED' | 'NOT_IN_SEASON' | 'MEASURED';
  readonly basisPoints: number | null;
  readonly basisPointsA: number | null;
  readonly basisPointsAB: number | null;
  readonly weighting: string | null;
  readonly quantifiedLines: number;
  readonly totalLines: number;
}

export interface ProgressView {
  readonly rung: RungCode;
  readonly rungs: { code: RungCode; state: RungState; reachedAt: Date | null; grade: string | null }[];
  readonly exit: string | null;
  readonly realisation: RealisationView;
  readonly nextMove: { readonly actor: MoveActor; readonly step: string; readonly since: Date };
}

export const progressView = (row: ProgressRow, today: string): ProgressView => ({
  rung: row.rung,
  rungs: row.rungs.map((rung) => ({ ...rung, reachedAt: rung.reachedAt === null ? null : new Date(rung.reachedAt) })),
  exit: row.exit,
  realisation: realisationView(row, today),
  nextMove: { actor: row.nextActor, step: row.nextStep, since: new Date(row.nextSince) },
});

/**
 * The share is stored; whether the season has begun depends on the day it is asked. One line stands for all quantified ones:
 * its season is that of any of them, and what it accepted matters only as something or nothing.
 */
export function realisationView(row: ProgressRow, today: string): RealisationView {
  const whole = Quantity.of(1);
  const standIn = {
    lineId: 'all',
    target: row.quantifiedLines > 0 ? whole : null,
    refPrice: null,
    accepted: row.anyAccepted ? whole : Quantity.ZERO,
    seasonMonths: row.seasonMonths,
    validFrom: row.validFrom,
  };
  const { kind } = realisation([standIn], today);
  const measured = kind === 'MEASURED';
  return {
    kind,
    basisPoints: measured ? row.realisationBp : null,
    basisPointsA: measured ? row.realisationBpA : null,
    basisPointsAB: measured ? row.realisationBpAB : null,
    weighting: measured ? row.weighting : null,
    quantifiedLines: row.quantifiedLines,
    totalLines: row.totalLines,
  };
}

/** The kind of `realisationView` as SQL over `mou_progress p`, for filters; `today` is the placeholder of a date. */
export const realisationKindSql = (today: string): string => `case
  when p.quantified_lines = 0 then 'NOT_QUANTIFIED'
  when p.any_accepted then 'MEASURED'
  when p.valid_from > ${today} then 'NOT_IN_SEASON'
  when p.season_months = '{}' then 'MEASURED'
  when exists (
    select 1 from generate_series(0, case when p.valid_from is null then 0 else least(11,
      (extract(year from ${today}) - extract(year from p.valid_from)) * 12 + extract(month from ${today}) - extract(month from p.valid_from))::int end) as later
    where (extract(month from coalesce(p.valid_from, ${today}))::int - 1 + later) % 12 + 1 = any(p.season_months)) then 'MEASURED'
  else 'NOT_IN_SEASON' end`;

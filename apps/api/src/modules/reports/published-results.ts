import type { ReportFacts, ReportVolume, RungCode } from '@lienket/domain';

export interface PublishedVolume {
  readonly label: string | null;
  readonly unit: string;
  readonly agreements: number;
  readonly committed: string;
  readonly accepted: string;
  readonly rateBp: number | null;
  /** Accepted in the system alone; missing in results older than this. */
  readonly acceptedA?: string | undefined;
  readonly rateBpA?: number | null | undefined;
}

export interface PublishedResults {
  /** Volumes and rates of fewer agreements are not told. */
  readonly minCases: number;
  readonly agreements: number;
  readonly signed: number;
  readonly quantified: number;
  readonly rungs: readonly {
    rung: RungCode;
    reached: number;
    reachedA?: number | undefined;
    outOf: number;
    rateBp: number | null;
  }[];
  readonly groups: readonly PublishedVolume[];
  readonly districts: readonly PublishedVolume[];
  /** Signed credit agreements as counts: amounts are their sides'. Missing in results older than this. */
  readonly credits?: { readonly agreements: number; readonly withMoney: number } | undefined;
}

/**
 * What everybody may read of an issued report: no price, no name, and volumes only where enough agreements stand behind them,
 * since the volume of one agreement is its parties' own.
 */
export function publishedResults(facts: ReportFacts): PublishedResults {
  const open = (label: string | null, row: ReportVolume): PublishedVolume[] => {
    const { unit, agreements, committed, accepted, rateBp, acceptedA, rateBpA } = row;
    return agreements < facts.minCases ? [] : [{ label, unit, agreements, committed, accepted, rateBp, acceptedA, rateBpA }];
  };
  return {
    minCases: facts.minCases,
    agreements: facts.agreements,
    signed: facts.signed,
    quantified: facts.quantified,
    rungs: facts.rungs.map(({ rung, reached, reachedA, outOf, rateBp }) => ({ rung, reached, reachedA, outOf, rateBp })),
    groups: facts.groups.flatMap((row) => open(row.group, row)),
    districts: facts.districts.flatMap((row) => open(row.name, row)),
    credits: facts.credits && { agreements: facts.credits.agreements, withMoney: facts.credits.withMoney },
  };
}

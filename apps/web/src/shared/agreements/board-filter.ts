import { LADDER_RUNGS } from '@lienket/domain';
import type { AgreementFilter, NextActor, RealisationKind, Rung } from '../../gql/graphql';

export const ACTORS = ['ALLIANCE', 'BUYER', 'SELLER', 'BOTH', 'NONE'] as const satisfies readonly NextActor[];
export const KINDS = ['MEASURED', 'NOT_IN_SEASON', 'NOT_QUANTIFIED'] as const satisfies readonly RealisationKind[];

export const FILTER_KEYS = ['event', 'rung', 'actor', 'real', 'q'] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

const oneOf = <T extends string>(known: readonly T[], text: string | null): T | undefined => known.find((code) => code === text);

/** In the address: this rung or a higher one. */
export const AND_ABOVE = '-up';

/** The address holds the filters; what it does not know is left out, never sent. */
export function filterFrom(params: URLSearchParams): AgreementFilter {
  const asked = params.get('rung');
  const rung: Rung | undefined = oneOf(LADDER_RUNGS, asked);
  const rungAtLeast: Rung | undefined = asked?.endsWith(AND_ABOVE)
    ? oneOf(LADDER_RUNGS, asked.slice(0, -AND_ABOVE.length))
    : undefined;
  const actor = oneOf(ACTORS, params.get('actor'));
  const realisation = oneOf(KINDS, params.get('real'));
  const eventCode = params.get('event') || undefined;
  const search = params.get('q')?.trim() || undefined;
  return {
    ...(eventCode && { eventCode }),
    ...(rung && { rung }),
    ...(rungAtLeast && { rungAtLeast }),
    ...(actor && { actor }),
    ...(realisation && { realisation }),
    ...(search && { search }),
  };
}

/** The summary counts over event and search only: its numbers lead to the other filters. */
export const summaryFilterOf = ({ eventCode, search }: AgreementFilter): AgreementFilter => ({
  ...(eventCode && { eventCode }),
  ...(search && { search }),
});

/** The address with one filter set (empty clears it). */
export function withFilter(params: URLSearchParams, key: FilterKey, value: string): URLSearchParams {
  const next = new URLSearchParams(params);
  if (value) next.set(key, value);
  else next.delete(key);
  return next;
}

/** Where a number of the summary leads: exactly that group within the same event and search. */
export function onlyFilter(params: URLSearchParams, key: FilterKey, value: string): string {
  const next = new URLSearchParams();
  for (const kept of ['event', 'q'] as const) if (params.get(kept)) next.set(kept, params.get(kept)!);
  next.set(key, value);
  return `?${next}`;
}

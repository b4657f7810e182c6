import { LADDER_RUNGS, STALL_LEVELS } from '@lienket/domain';
import type { AgreementFilter, NextActor, RealisationKind, Rung } from '../../gql/graphql';

export const ACTORS = ['ALLIANCE', 'BUYER', 'SELLER', 'BOTH', 'NONE'] as const satisfies readonly NextActor[];
export const KINDS = ['MEASURED', 'NOT_IN_SEASON', 'NOT_QUANTIFIED'] as const satisfies readonly RealisationKind[];

/** The six groups of the OCOP programme. */
export const GROUPS = ['FOOD', 'BEVERAGE', 'HERBAL', 'HANDICRAFT', 'ORNAMENTAL', 'TOURISM'] as const;

export const FILTER_KEYS = ['event', 'rung', 'actor', 'real', 'stall', 'reason', 'area', 'group', 'q'] as const;
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
  const stall = oneOf(STALL_LEVELS, params.get('stall'));
  const stalled = { OPEN: true, CLEAN: false }[params.get('stall') ?? ''];
  const reasonCode = params.get('reason') || undefined;
  const area = /^([DC])(\d{3,5})$/.exec(params.get('area') ?? '');
  const productGroup = oneOf(GROUPS, params.get('group'));
  const search = params.get('q')?.trim() || undefined;
  return {
    ...(eventCode && { eventCode }),
    ...(rung && { rung }),
    ...(rungAtLeast && { rungAtLeast }),
    ...(actor && { actor }),
    ...(realisation && { realisation }),
    ...(stall && { stall }),
    ...(stalled !== undefined && { stalled }),
    ...(reasonCode && { reasonCode }),
    ...(area && { areaKind: area[1] === 'D' ? 'DISTRICT' : 'COMMUNE', areaCode: area[2]! }),
    ...(productGroup && { productGroup }),
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

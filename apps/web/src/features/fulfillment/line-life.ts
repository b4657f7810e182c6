import { arrivalProblem, daysBetween } from '@lienket/domain';
import type { ShipmentPartsFragment } from '../../gql/graphql';

type Line = Pick<ShipmentPartsFragment['lines'][number], 'expiresOn' | 'minLifeDays' | 'lifeWaiver'>;

/** What a receiver has to know of the life of goods that stand at the ramp on a day; null where nothing is wrong. */
export function lineLife(line: Line, on: string) {
  const { expiresOn = null, minLifeDays = null, lifeWaiver } = line;
  const problem = arrivalProblem({ expiresOn, minDays: minLifeDays, waivedUntil: lifeWaiver?.validUntil ?? null }, on);
  return problem && expiresOn ? { problem, expiresOn, left: daysBetween(on, expiresOn), min: minLifeDays ?? 0 } : null;
}

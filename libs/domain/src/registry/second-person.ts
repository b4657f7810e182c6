import { accept, refuse, type Result } from '../shared/result.js';

export interface SamePersonRefusal {
  readonly code: 'SAME_PERSON';
}

/** Who prepared something never approves it (four eyes). */
export const secondPerson = (preparedBy: string, decidedBy: string): Result<null, SamePersonRefusal> =>
  preparedBy === decidedBy ? refuse({ code: 'SAME_PERSON' }) : accept(null);

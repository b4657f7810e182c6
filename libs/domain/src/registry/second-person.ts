import { accept, refuse, type Result } from '../shared/result.js';

export interface SecondPersonRefusal {
  readonly code: 'SECOND_PERSON_NEEDED';
}

/** Who prepared something never approves it (four eyes). */
export const secondPerson = (preparedBy: string, decidedBy: string): Result<null, SecondPersonRefusal> =>
  preparedBy === decidedBy ? refuse({ code: 'SECOND_PERSON_NEEDED' }) : accept(null);

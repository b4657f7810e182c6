import { accept, type Result } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { type RowRefusal, type RowsRefusal, rowsRefused } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { tidyLine } from '../../../platform/text.js';
import { MouObligation } from './mou-obligation.entity.js';

export interface GivenObligation {
  readonly title: string;
  readonly obligedOrgId: string;
  readonly dueOn: string;
}

export type ObligationTermRefusal =
  | { readonly code: 'OBLIGATION_TITLE_MISSING' }
  | { readonly code: 'OBLIGED_NOT_A_PARTY' }
  | { readonly code: 'TOO_MANY_OBLIGATIONS' };

const MOST = 50;

/** Duties of the parties with a day each; a witness has none. */
export function checkObligations(
  given: readonly GivenObligation[],
  parties: readonly { readonly orgId: string; readonly role: string }[],
): Result<GivenObligation[], RowsRefusal<ObligationTermRefusal>> {
  const refused: RowRefusal<ObligationTermRefusal>[] = [];
  const obliged = new Set(parties.filter(({ role }) => role !== 'WITNESS').map(({ orgId }) => orgId));
  const checked = given.map((one, row) => {
    const title = tidyLine(one.title);
    const obligedOrgId = one.obligedOrgId.toLowerCase();
    const no = (field: string, refusal: ObligationTermRefusal) => refused.push({ row, field: `obligations.${field}`, refusal });
    if (!title || title.length > 300) no('title', { code: 'OBLIGATION_TITLE_MISSING' });
    if (!obliged.has(obligedOrgId)) no('obligedOrgId', { code: 'OBLIGED_NOT_A_PARTY' });
    if (row >= MOST) no('title', { code: 'TOO_MANY_OBLIGATIONS' });
    return { title: title ?? '', obligedOrgId, dueOn: one.dueOn };
  });
  return refused.length ? rowsRefused(refused) : accept(checked);
}

export const saveObligations = (tx: Tx, mouId: string, obligations: readonly GivenObligation[]): Promise<void> =>
  tx.insert(
    MouObligation,
    obligations.map((one, index) => ({ id: newId(), mouId, obligationNo: index + 1, ...one })),
  );

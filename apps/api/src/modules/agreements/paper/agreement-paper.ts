import type { Tx } from '../../../platform/database/unit-of-work.js';
import type { OfficialDocument } from '../../../platform/documents/index.js';
import { annexPaper } from './annex-paper.js';
import { contractPaper } from './contract-paper.js';
import { mouPaper } from './mou-paper.js';

export interface PaperOptions {
  /** Prices are the parties' own: whoever is none reads the paper without them. Null: the platform itself, for the parties. */
  readonly readerOrgId: string | null;
  readonly foot: string | null;
}

export type PaperType = 'MOU' | 'CONTRACT' | 'AMENDMENT';

/** The paper of a document, as content: printed, sent round for signing or given out as a file to edit. */
export function agreementPaper(
  tx: Tx,
  type: PaperType,
  id: string,
  options: PaperOptions,
): Promise<{ name: string; document: OfficialDocument }> {
  if (type === 'MOU') return mouPaper(tx, id, options);
  return type === 'CONTRACT' ? contractPaper(tx, id, options) : annexPaper(tx, id, options);
}

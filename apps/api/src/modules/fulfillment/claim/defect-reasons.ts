import type { Tx } from '../../../platform/database/unit-of-work.js';

/** Codes that may be given today, at a receipt or in a claim. */
export async function reasonCodes(tx: Tx, where: 'at_receipt' | 'at_claim'): Promise<Set<string>> {
  const rows = await tx.query<{ code: string }>(`select code from defect_reason where ${where} and not retired`);
  return new Set(rows.map(({ code }) => code));
}

/** Codes whose claims show a picture. */
export async function photographedReasons(tx: Tx): Promise<Set<string>> {
  const rows = await tx.query<{ code: string }>('select code from defect_reason where needs_photo');
  return new Set(rows.map(({ code }) => code));
}

import { createHash } from 'node:crypto';
import { canonicalJson } from '@lienket/domain';

/** SHA-256 of what was frozen, in hex, whatever the order its keys are kept in. */
export const contentHash = (content: unknown): string => createHash('sha256').update(canonicalJson(content)).digest('hex');

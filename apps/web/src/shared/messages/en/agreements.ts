import type { agreements as vi } from '../vi/agreements';

export const agreements = {} satisfies Record<keyof typeof vi, string>;

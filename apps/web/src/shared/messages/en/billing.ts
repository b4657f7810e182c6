import type { billing as vi } from '../vi/billing';

export const billing = {} satisfies Record<keyof typeof vi, string>;

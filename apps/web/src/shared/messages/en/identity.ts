import type { identity as vi } from '../vi/identity';

export const identity = {} satisfies Record<keyof typeof vi, string>;

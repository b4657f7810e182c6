import type { registry as vi } from '../vi/registry';

export const registry = {} satisfies Record<keyof typeof vi, string>;

import type { ordering as vi } from '../vi/ordering';

export const ordering = {} satisfies Record<keyof typeof vi, string>;

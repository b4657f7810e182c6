import type { oversight as vi } from '../vi/oversight';

export const oversight = {} satisfies Record<keyof typeof vi, string>;

import type { catalog as vi } from '../vi/catalog';

export const catalog = {} satisfies Record<keyof typeof vi, string>;

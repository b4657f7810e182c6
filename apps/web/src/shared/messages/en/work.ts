import type { work as vi } from '../vi/work';

export const work = {} satisfies Record<keyof typeof vi, string>;

import type { events as vi } from '../vi/events';

export const events = {} satisfies Record<keyof typeof vi, string>;

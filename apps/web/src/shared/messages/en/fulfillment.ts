import type { fulfillment as vi } from '../vi/fulfillment';

export const fulfillment = {} satisfies Record<keyof typeof vi, string>;

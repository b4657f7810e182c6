export const fulfillment = {} as const;

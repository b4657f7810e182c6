/** The business day in Việt Nam on which an instant falls, as SQL. */
export const dayOf = (instant: string): string => `(${instant} at time zone 'Asia/Ho_Chi_Minh')::date`;

/** A cause the user can act on. `code` is SCREAMING_CASE; the other fields are data for the message. */
export interface Refusal {
  readonly code: string;
}

export interface Accepted<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused<R extends Refusal> {
  readonly ok: false;
  readonly refusal: R;
}

/** The answer of a rule: a value, or a typed refusal. Rules throw only on programmer mistakes (RangeError). */
export type Result<T, R extends Refusal> = Accepted<T> | Refused<R>;

export const accept = <T>(value: T): Accepted<T> => ({ ok: true, value });

export const refuse = <const R extends Refusal>(refusal: R): Refused<R> => ({ ok: false, refusal });

import type { Transitions } from '../shared/state-machine.js';
import type { ProductState } from './product-state.js';

/** What a product claims about itself: on a product that is on show these wait for the Alliance. Everything else goes live at once. */
export const CLAIM_FIELDS = [
  'nameVi',
  'nameEn',
  'productGroup',
  'subgroup',
  'description',
  'story',
  'origin',
  'originCommuneCode',
  'traceabilityUrl',
  'photoFileId',
  'grades',
] as const;
export type ClaimField = (typeof CLAIM_FIELDS)[number];
export type Claims = Partial<Record<ClaimField, unknown>>;

export type ProductChangeState = 'PENDING' | 'APPLIED' | 'DECLINED' | 'WITHDRAWN';
export type ProductChangeAction = 'apply' | 'decline' | 'withdraw';

/** The Alliance applies or declines with a reason, the cooperative may withdraw; a decision is final. */
export const PRODUCT_CHANGE_TRANSITIONS: Transitions<ProductChangeState, ProductChangeAction> = {
  PENDING: { apply: 'APPLIED', decline: 'DECLINED', withdraw: 'WITHDRAWN' },
  APPLIED: {},
  DECLINED: {},
  WITHDRAWN: {},
};

/** Whether buyers see the product, so that its claims may change only after a look by the Alliance. */
export const isOnShow = (state: ProductState): boolean => state === 'PUBLISHED' || state === 'PAUSED';

const isClaim = (field: string): field is ClaimField => (CLAIM_FIELDS as readonly string[]).includes(field);
/** Equal whatever the order of keys: the database sorts those of a document. */
const same = (a: unknown, b: unknown): boolean => canonical(a ?? null) === canonical(b ?? null);
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1)))
      : inner,
  );

/**
 * Parts an edit into what is saved now and what is asked for. `open` is the request that already waits: what it asks for stays
 * unless the edit says otherwise, and a claim set back to what is on show leaves it. `claims` null: nothing is asked for any more.
 */
export function splitEdit<T extends Record<string, unknown>>(
  state: ProductState,
  onShow: Claims,
  edit: T,
  open: Claims | null = null,
): { readonly live: Partial<T>; readonly claims: Claims | null } {
  if (!isOnShow(state)) return { live: edit, claims: null };
  const live = Object.fromEntries(Object.entries(edit).filter(([field]) => !isClaim(field))) as Partial<T>;
  const asked = Object.entries({ ...open, ...edit }).filter(
    ([field, value]) => isClaim(field) && value !== undefined && !same(value, onShow[field]),
  );
  return { live, claims: asked.length > 0 ? Object.fromEntries(asked) : null };
}

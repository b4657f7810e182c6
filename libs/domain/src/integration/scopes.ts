import { accept, refuse, type Result } from '../shared/result.js';

/** What a partner program may do; a key carries some of them. Reading never includes writing. */
export const API_SCOPES = [
  'catalog:read',
  'orders:read',
  'orders:write',
  'deliveries:read',
  'invoices:read',
  'invoices:write',
] as const;
export type ApiScope = (typeof API_SCOPES)[number];

/** Root fields that partners may ask for, by scope; whatever is not listed is not there for them. */
export const PARTNER_FIELDS: Readonly<Record<ApiScope, readonly string[]>> = {
  'catalog:read': ['catalog', 'catalogItems', 'product', 'events', 'event'],
  'orders:read': ['orders', 'order'],
  'orders:write': ['orderPlace', 'orderAcknowledge', 'orderCancel', 'orderAcceptCounter'],
  'deliveries:read': ['shipment'],
  'invoices:read': ['paymentRequests', 'paymentRequest', 'invoices', 'invoice'],
  'invoices:write': ['invoiceRecord'],
};

/** Types that hang on others and need a scope of their own: an order leads to its payments, but not for everybody. */
export const PARTNER_TYPES: Readonly<Record<string, ApiScope>> = {
  Shipment: 'deliveries:read',
  GoodsReceipt: 'deliveries:read',
  PaymentRequest: 'invoices:read',
  Payment: 'invoices:read',
  Invoice: 'invoices:read',
  BillingNote: 'invoices:read',
};

export const scopeOfField = (field: string): ApiScope | null =>
  API_SCOPES.find((scope) => PARTNER_FIELDS[scope].includes(field)) ?? null;

export type ScopeRefusal = { readonly code: 'SCOPES_MISSING' } | { readonly code: 'SCOPE_UNKNOWN'; readonly scope: string };

export function readScopes(given: readonly string[]): Result<readonly ApiScope[], ScopeRefusal> {
  const unknown = given.find((scope) => !API_SCOPES.includes(scope as ApiScope));
  if (unknown !== undefined) return refuse({ code: 'SCOPE_UNKNOWN', scope: unknown });
  const scopes = API_SCOPES.filter((scope) => given.includes(scope));
  return scopes.length > 0 ? accept(scopes) : refuse({ code: 'SCOPES_MISSING' });
}

/** Minutes between the tries of one delivery: after the last one it has failed, and a person sends it again. */
const WAITS = [1, 5, 30, 120, 360, 720, 1440] as const;
export const MOST_TRIES = WAITS.length + 1;

/** When to try again after `tries` failures; null when that was the last try. */
export function nextTry(now: Date, tries: number): Date | null {
  const wait = WAITS[tries - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait * 60_000);
}

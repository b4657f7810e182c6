import type { Actor } from '../../platform/auth/actor.js';

/** Prices are for the two sides only. */
export const seesPrices = (actor: Actor, order: { sellerOrgId: string; buyerOrgId: string }): boolean =>
  actor.orgId === order.sellerOrgId || actor.orgId === order.buyerOrgId;

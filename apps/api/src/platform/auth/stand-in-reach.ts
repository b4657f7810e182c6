import type { MandateScope } from '@lienket/domain';

/** Whatever the mandate carries: to see where one is, and to leave. */
const ALWAYS = ['me', 'signIn', 'signOut', 'signOutEverywhere', 'switchOrganization', 'setLocale', 'workItems', 'assistedActs'];

/**
 * Root fields that whoever stands in may ask for: the wall is closed, each scope opens its own part. Mutations named here ask the
 * policy besides, which knows what a mandate carries. Prices of lists, sales channels and whatever ends for good are left out.
 */
export const STAND_IN_FIELDS: Readonly<Record<MandateScope, readonly string[]>> = {
  PRODUCTS: [
    ...['myProducts', 'requirementTypes', 'productReadiness', 'supplyBoard', 'stockLots', 'stockLot', 'holidayClosures'],
    ...['productCreate', 'productUpdate', 'productGradesSet', 'productPacksSet', 'productPhotosSet', 'productSubmit'],
    ...['productPause', 'productResume', 'productChangeWithdraw', 'holidayClosureCreate', 'holidayClosureCancel'],
    ...['harvestRecord', 'stockLoss', 'stockCount', 'stockUndo', 'lotStageAdd', 'forecastRecord', 'harvestCalendarSave'],
    'stockKeepingSet',
  ],
  ORDERS: ['orders', 'order', 'orderAcknowledge', 'orderChangePropose', 'orderChangeDecide'],
  DISPATCH: [
    ...['orders', 'order', 'deliveries', 'shipment', 'dispatchLots', 'lifeWaivers', 'stockLots', 'stockLot'],
    ...['shipmentDispatch', 'deliveryProof', 'lifeWaiverAsk', 'lifeWaiverWithdraw'],
  ],
};

/**
 * Fields below the root that lead out of what a scope is for, as `Type.field`: they answer a stand-in as if there were nothing,
 * unless one of its scopes is named here. What is to be paid, by which account and what is claimed is in no mandate.
 */
export const STAND_IN_NESTED: Readonly<Record<string, readonly MandateScope[]>> = {
  'Order.paymentRequests': [],
  'Order.shipments': ['DISPATCH'],
  'Shipment.claims': [],
};

/** Plain HTTP: photos and proofs, and the papers that travel with goods. No exports, no invoices, no statements. */
export const STAND_IN_PATHS: Readonly<Record<MandateScope, readonly string[]>> = {
  PRODUCTS: ['/files', '/qr/lots'],
  ORDERS: ['/files'],
  DISPATCH: ['/files', '/qr/lots', '/documents/shipments', '/documents/labels', '/documents/pick-lists'],
};

/** Whether a stand-in of these scopes may ask for this root field; what is public may be read by anybody. */
export function reachesField(scopes: readonly MandateScope[], field: string, isPublicQuery: boolean): boolean {
  return isPublicQuery || ALWAYS.includes(field) || scopes.some((scope) => STAND_IN_FIELDS[scope].includes(field));
}

/** Whether a stand-in may fetch from this address; GraphQL is asked field by field. */
export function reachesPath(scopes: readonly MandateScope[], url: string): boolean {
  const path = url.split('?', 1)[0]!;
  if (path === '/graphql') return true;
  return scopes.some((scope) => STAND_IN_PATHS[scope].some((open) => path === open || path.startsWith(`${open}/`)));
}

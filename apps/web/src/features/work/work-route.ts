import type { WorkItemKind } from '../../gql/graphql';

/** Where the single button of a line leads. */
const routes: Record<WorkItemKind, (id: string) => string> = {
  PRODUCT_REVIEW: () => '/review',
  PRODUCT_RETURNED: (id) => `/products/${id}/edit`,
  MOU_SIGN: (id) => `/agreements/${id}`,
  MOU_ATTACH: (id) => `/agreements/${id}`,
  MOU_ATTEST: (id) => `/agreements/${id}`,
  MOU_COUNTERSIGN: (id) => `/agreements/${id}`,
  MOU_CONCRETIZE: (id) => `/contracts/new?mou=${id}`,
  CONTRACT_SIGN: (id) => `/contracts/${id}`,
  CALL_OFF: (id) => `/orders/new?contract=${id}`,
  ORDER_ACKNOWLEDGE: (id) => `/orders/${id}/acknowledge`,
  ORDER_COUNTERED: (id) => `/orders/${id}`,
  ORDER_DISPATCH: (id) => `/orders/${id}/dispatch`,
  SHIPMENT_RECEIVE: (id) => `/shipments/${id}/receive`,
  PAYMENT_DUE: (id) => `/payments/${id}`,
  PAYMENT_CONFIRM: (id) => `/payments/${id}`,
  CERTIFICATE_EXPIRING: (id) => `/certificates?renew=${id}`,
  CERTIFICATE_RETURNED: (id) => `/certificates?correct=${id}`,
  CERTIFICATE_VERIFY: () => '/review',
  AGREEMENT_FOLLOW_UP: (id) => `/agreements/${id}`,
};

export const workRoute = ({ kind, entityId }: { kind: WorkItemKind; entityId: string }): string =>
  routes[kind](encodeURIComponent(entityId));

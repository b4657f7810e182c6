import type { WorkItemKind } from '../../gql/graphql';

/** Where the single button of a line leads. */
const routes: Record<WorkItemKind, (id: string) => string> = {
  ORGANIZATION_RETURNED: () => '/organization',
  ORGANIZATION_VERIFY: (id) => `/organizations/${id}`,
  BANK_CHANGE_CONFIRM: () => '/organization',
  BANK_CHANGE_CALL: () => '/review/organizations',
  MERGE_DECIDE: () => '/review/organizations',
  REGISTER_APPROVE: (id) => `/registers/${id}`,
  REGISTER_FINISH: (id) => `/registers/${id}`,
  PRODUCT_REVIEW: () => '/review',
  PRODUCT_RETURNED: (id) => `/products/${id}/edit`,
  MOU_SIGN: (id) => `/agreements/${id}`,
  MOU_ATTACH: (id) => `/agreements/${id}`,
  MOU_ATTEST: (id) => `/agreements/${id}`,
  MOU_COUNTERSIGN: (id) => `/agreements/${id}`,
  MOU_CONCRETIZE: (id) => `/contracts/new?mou=${id}`,
  CONTRACT_SIGN: (id) => `/contracts/${id}`,
  RFQ_ANSWER: (id) => `/rfqs/${id}/quote`,
  QUOTE_COUNTERED: (id) => `/rfqs/${id}`,
  QUOTE_DIRECTOR: (id) => `/rfqs/${id}/quote`,
  POOL_SHARE_ANSWER: () => '/rfqs/shares',
  RFQ_DECIDE: (id) => `/rfqs/${id}/compare`,
  AWARD_APPROVE: (id) => `/rfqs/${id}`,
  AWARD_USE: (id) => `/rfqs/${id}/agreed`,
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

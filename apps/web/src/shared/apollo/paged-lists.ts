/**
 * Every list of the contract that goes on page by page, with the arguments that make it another list: all of them but `after`.
 * `first` is one too: eight cards on the first page are not the head of the catalogue's list.
 */
export const pagedLists = {
  ImportBatch: {
    rows: ['first', 'outcome'],
  },
  Query: {
    agreementBoard: ['filter', 'first'],
    alerts: ['filter', 'first'],
    assistedActs: ['filter', 'first'],
    bankLines: ['first', 'state'],
    catalog: ['filter', 'first', 'sort'],
    certificatesExpiring: ['days', 'first'],
    channelFollowUps: ['filter', 'first'],
    claims: ['first', 'open'],
    contracts: ['first', 'mouId', 'status'],
    creditAgreements: ['filter', 'first'],
    demandPosts: ['filter', 'first'],
    imports: ['first'],
    invoices: ['filter', 'first'],
    listPrices: ['buyerOrgId', 'ended', 'first', 'productId'],
    mandates: ['filter', 'first'],
    myProducts: ['first', 'search', 'status'],
    notifications: ['filter', 'first'],
    orderGroups: ['first', 'search'],
    orderRequests: ['first', 'waiting'],
    orderTemplates: ['first', 'search'],
    orders: ['filter', 'first'],
    organizationFiles: ['first', 'search', 'status'],
    paymentRequests: ['filter', 'first'],
    petitions: ['filter', 'first'],
    productChangesToReview: ['first'],
    productsToReview: ['first'],
    progressReports: ['first'],
    registerBatches: ['first'],
    rfqs: ['filter', 'first'],
    standingOrderDays: ['first', 'standingOrderId'],
    standingOrders: ['first', 'open', 'search'],
    stockLots: ['first', 'productId', 'withEmpty'],
    trainings: ['first'],
    trips: ['first'],
    webhookDeliveries: ['first'],
  },
  RegisterBatch: {
    problems: ['first'],
  },
} as const;

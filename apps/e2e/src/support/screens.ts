import type { SignIn } from './server.js';
import type { Stage } from './stage.js';

export interface Screen {
  /** Name of its picture. */
  name: string;
  path: string;
  /** Who looks; a visitor without it. */
  as?: SignIn;
}

interface Found {
  id: string;
  status: string;
  rung?: string;
  seller?: { id: string };
}
interface FoundShipment {
  id: string;
  status: string;
  receipt: { lines: { claimableQty: string; claimUntil: string }[] } | null;
}
type Answer = Record<string, { edges: { node: Found }[] }>;
type Search = (page: { who: SignIn; answer: Answer }) => string | undefined;

const TRADE = `{
  orders(first: 50) { edges { node { id status seller { id } } } }
  contracts(first: 50) { edges { node { id status seller { id } } } }
  paymentRequests(first: 50) { edges { node { id status } } }
  rfqs(first: 50) { edges { node { id status } } }
  standingOrders(first: 5) { edges { node { id status: name } } }
  orderTemplates(first: 5) { edges { node { id status: name } } }
  orderGroups(first: 5) { edges { node { id status: number } } }
  orderRequests(first: 5) { edges { node { id status: state } } }
  claims(open: false, first: 50) { edges { node { id status } } }
  agreementBoard(first: 50) { edges { node { id status rung } } }
  imports(first: 20) { edges { node { id status } } }
}`;

/** What an officer's screens need an id of. */
const OFFICE = `{
  registerBatches(first: 1) { edges { node { id status } } }
  creditAgreements(first: 5) { edges { node { id status } } }
  petitions(first: 4) { edges { node { id status } } }
  progressReports(first: 10) { edges { node { id status } } }
  duties { id state }
}`;

/** Every address of the app with a document to show, for each role that works there. */
export async function everyScreen(stage: Stage): Promise<Screen[]> {
  const officer = stage.person('ALLIANCE_OFFICER');
  const tradeOf = (people: SignIn[]) =>
    Promise.all(people.map(async (who) => ({ who, answer: await stage.ask<Answer>(who, TRADE) })));
  const [sellers, buyers] = await Promise.all([tradeOf(stage.people('SELLER_DIRECTOR')), tradeOf(stage.people('BUYER_MANAGER'))]);
  const document =
    (list: string, status?: string): Search =>
    ({ answer }) =>
      answer[list]?.edges.find(({ node }) => !status || node.status === status || node.rung === status)?.node.id;
  /** The first person of the group who has such a document. */
  const screen = (name: string, group: typeof sellers, search: Search, path: (id: string) => string): Screen => {
    for (const someone of group) {
      const id = search(someone);
      if (id) return { name, path: path(id), as: someone.who };
    }
    throw new Error(`The demo world has no document for the screen ${name}`);
  };
  const [seller, buyer] = [sellers[0]!, buyers[0]!];
  const { myProducts } = await stage.ask<{
    myProducts: { edges: { node: { id: string; slug: string; cooperative: { slug: string } } }[] };
  }>(seller.who, '{ myProducts(first: 1, status: PUBLISHED) { edges { node { id slug cooperative { slug } } } } }');
  const product = myProducts.edges[0]!.node;
  const { events } = await stage.ask<{ events: { code: string }[] }>(officer, '{ events { code } }');
  const { registerBatches, creditAgreements, petitions, progressReports, duties } = await stage.ask<
    Record<'registerBatches' | 'creditAgreements' | 'petitions' | 'progressReports', { edges: { node: Found }[] }> & {
      duties: { id: string; state: string }[];
    }
  >(officer, OFFICE);
  const reportThat = (wanted: string) => progressReports.edges.find(({ node }) => node.status === wanted)!.node.id;
  const anyOf = () => true;
  const shipmentOf = async (
    group: typeof sellers,
    orderStatus: string,
    shipmentStatus: string,
    fits: (shipment: FoundShipment) => boolean = anyOf,
  ) => {
    for (const { who, answer } of group) {
      for (const { node } of answer['orders']?.edges ?? []) {
        if (node.status !== orderStatus) continue;
        const { order } = await stage.ask<{ order: { shipments: FoundShipment[] } }>(
          who,
          'query($id: ID!) { order(id: $id) { shipments { id status receipt { lines { claimableQty claimUntil } } } } }',
          { id: node.id },
        );
        const shipment = order.shipments.find((one) => one.status === shipmentStatus && fits(one));
        if (shipment) return { as: who, id: shipment.id };
      }
    }
    throw new Error(`The demo world has no shipment that is ${shipmentStatus}`);
  };
  const claimable = ({ receipt }: FoundShipment) =>
    receipt!.lines.some(
      ({ claimableQty, claimUntil }) => Number(claimableQty) > 0 && new Date(claimUntil).getTime() > Date.now(),
    );
  const [onTheRoad, received, fresh, old] = await Promise.all([
    shipmentOf(buyers, 'IN_DELIVERY', 'DISPATCHED'),
    shipmentOf(buyers, 'RECEIVED', 'RECEIVED'),
    shipmentOf(buyers, 'RECEIVED', 'RECEIVED', claimable),
    shipmentOf(buyers, 'RECEIVED', 'RECEIVED', (shipment) => !claimable(shipment)),
  ]);
  const poolOf = async (group: typeof sellers) => {
    for (const { who } of group) {
      const { supplyPools } = await stage.ask<{ supplyPools: { id: string }[] }>(who, '{ supplyPools { id } }');
      if (supplyPools[0]) return { as: who, path: `/pools/${supplyPools[0].id}` };
    }
    throw new Error('The demo world has no pool');
  };
  const [sellersPool, buyersPool] = await Promise.all([poolOf(sellers), poolOf(buyers)]);
  const tripOf = async (people: readonly SignIn[], name: string): Promise<Screen> => {
    for (const who of people) {
      const { trips } = await stage.ask<{ trips: { edges: { node: { id: string } }[] } }>(
        who,
        '{ trips(first: 1) { edges { node { id } } } }',
      );
      if (trips.edges[0]) return { name, path: `/trips/${trips.edges[0].node.id}`, as: who };
    }
    throw new Error('The demo world has no shared truck');
  };
  const tripScreens = await Promise.all([
    tripOf(
      sellers.map(({ who }) => who),
      'seller-trip',
    ),
    tripOf(
      buyers.map(({ who }) => who),
      'buyer-trip',
    ),
    tripOf([officer], 'officer-trip'),
  ]);
  const contract = (someone: (typeof buyers)[number]) =>
    someone.answer['contracts']?.edges.find(({ node }) => node.status === 'ACTIVE')?.node;
  const at =
    (as: SignIn | undefined, prefix: string) =>
    (name: string, path: string): Screen => ({ name: `${prefix}-${name}`, path, as });
  const visitor = at(undefined, 'visitor');
  const atSeller = at(seller.who, 'seller');
  const atBuyer = at(buyer.who, 'buyer');
  const atOfficer = at(officer, 'officer');
  return [
    visitor('landing', '/'),
    visitor('about', '/about'),
    visitor('catalog', '/catalog'),
    visitor('catalog-found', '/catalog?q=na+chi+lang'),
    visitor('catalog-meant', '/catalog?q=quyt+vang+bac+sn'),
    visitor('places', '/places?by=district'),
    visitor('compare-empty', '/compare'),
    visitor('shortlists', '/shortlists'),
    visitor('product', `/catalog/${product.slug}`),
    visitor('organization', `/c/${product.cooperative.slug}`),
    visitor('events', '/events'),
    visitor('demo-booth', '/events/MAU-2026/booths/1'),
    ...events.map(({ code }) => visitor(`event-${code.toLowerCase()}`, `/events/${code}`)),
    visitor('sign-in', '/sign-in'),
    visitor('not-found', '/khong-co-trang-nay'),
    visitor('parts', '/_ui'),

    atSeller('work', '/work'),
    atSeller('products', '/products'),
    atSeller('product-new', '/products/new'),
    atSeller('product-edit', `/products/${product.id}/edit`),
    atSeller('product-packs', `/products/${product.id}/packs`),
    atSeller('product-prices', '/products/prices'),
    atSeller('product-closures', '/products/closures'),
    atSeller('event-mine', '/events/HN-MAU-SAP-TOI/mine'),
    atSeller('orders', '/orders'),
    atSeller('delivery-routes', '/delivery-routes'),
    atSeller('agreements', '/agreements'),
    atSeller('trips', '/trips'),
    atSeller('trip-new', '/trips/new'),
    ...tripScreens,
    atSeller('pools', '/pools'),
    { name: 'seller-pool', ...sellersPool },
    { name: 'buyer-pool', ...buyersPool },
    atSeller('payments', '/payments'),
    atSeller('accounts', '/payments/accounts'),
    atSeller('bank-statement', '/payments/bank'),
    atSeller('exposure', '/payments/exposure'),
    atSeller('invoices', '/invoices'),
    atSeller('connect', '/connect'),
    atSeller('connect-webhooks', '/connect?tab=webhooks'),
    atSeller('connect-log', '/connect?tab=log'),
    atSeller('connect-guide', '/connect?tab=guide'),
    screen('seller-invoice-new', sellers, document('paymentRequests', 'DUE'), (id) => `/invoices/new?request=${id}`),
    atSeller('organization', '/organization'),
    atSeller('rfqs', '/rfqs'),
    atSeller('deliveries', '/deliveries'),
    atSeller('claims', '/claims'),
    screen('seller-claim', sellers, document('claims', 'OPEN'), (id) => `/claims/${id}`),
    atSeller('sourcing-rules', '/rfqs/rules'),
    atSeller('supply', '/supply'),
    atSeller('channels', '/channels'),
    atSeller('imports', '/imports'),
    atSeller('imports-lots', '/imports?kind=LOTS'),
    screen('seller-import-done', sellers, document('imports', 'COMMITTED'), (id) => `/imports/${id}`),
    screen('seller-import-half-mended', sellers, document('imports', 'CHECKED'), (id) => `/imports/${id}`),
    atSeller('shares', '/rfqs/shares'),
    screen('seller-rfq', sellers, document('rfqs', 'OPEN'), (id) => `/rfqs/${id}`),
    screen('seller-quote', sellers, document('rfqs', 'OPEN'), (id) => `/rfqs/${id}/quote`),
    atSeller('credits', '/credits'),
    atSeller('petitions', '/petitions'),
    atSeller('petition-new', '/petitions/new'),
    atSeller('certificates', '/certificates'),
    atSeller('certificate-declare', '/certificates?declare=OCOP'),
    atSeller('ocop-self-assessment', `/certificates/ocop?product=${product.id}`),
    atSeller('own-product', `/catalog/${product.slug}`),
    screen('seller-order', sellers, document('orders', 'PLACED'), (id) => `/orders/${id}`),
    screen('seller-acknowledge', sellers, document('orders', 'PLACED'), (id) => `/orders/${id}/acknowledge`),
    screen('seller-dispatch', sellers, document('orders', 'CONFIRMED'), (id) => `/orders/${id}/dispatch`),
    screen('seller-agreement', sellers, document('agreementBoard', 'P25'), (id) => `/agreements/${id}`),
    screen('seller-contract', sellers, document('contracts', 'NEGOTIATING'), (id) => `/contracts/${id}`),
    screen('seller-payment', sellers, document('paymentRequests', 'DECLARED'), (id) => `/payments/${id}`),

    atBuyer('work', '/work'),
    atBuyer('catalog', '/catalog'),
    atBuyer('shortlists', '/shortlists'),
    atBuyer('product', `/catalog/${product.slug}`),
    atBuyer('event-mine', '/events/HN-MAU-SAP-TOI/mine'),
    atBuyer('booth-slip', '/events/HN-MAU-SAP-TOI/booths/1?phieu=1'),
    atBuyer('orders', '/orders'),
    atBuyer('invoices', '/invoices?tab=queue'),
    atBuyer('rfqs', '/rfqs'),
    atBuyer('deliveries', '/deliveries'),
    atBuyer('claims', '/claims?tab=all'),
    screen('buyer-claim', buyers, document('claims', 'RESOLVED'), (id) => `/claims/${id}`),
    atBuyer('sourcing-rules', '/rfqs/rules'),
    atBuyer('rfq-new', '/rfqs/new'),
    screen('buyer-rfq', buyers, document('rfqs', 'OPEN'), (id) => `/rfqs/${id}`),
    screen('buyer-compare', buyers, document('rfqs', 'OPEN'), (id) => `/rfqs/${id}/compare`),
    atBuyer('order-choose-seller', '/orders/new'),
    screen(
      'buyer-order-pad',
      buyers,
      (someone) => contract(someone) && `seller=${contract(someone)!.seller!.id}&contract=${contract(someone)!.id}`,
      (query) => `/orders/new?${query}`,
    ),
    screen(
      'buyer-order-pad-of-many',
      buyers,
      ({ answer }) => {
        const sold = [...new Set(answer['orders']?.edges.flatMap(({ node }) => node.seller?.id ?? []))];
        return sold.length > 1 ? `seller=${sold[0]}&also=${sold[1]}` : undefined;
      },
      (query) => `/orders/new?${query}`,
    ),
    atBuyer('order-groups', '/orders/groups'),
    atBuyer('standing-orders', '/orders/standing'),
    screen('buyer-standing-order', buyers, document('standingOrders'), (id) => `/orders/standing/${id}`),
    screen('buyer-standing-change', buyers, document('standingOrders'), (id) => `/orders/standing/${id}/change`),
    screen('buyer-standing-new', buyers, document('orderTemplates'), (id) => `/orders/standing/new?template=${id}`),
    atBuyer('order-templates', '/orders/templates'),
    screen('buyer-order-template', buyers, document('orderTemplates'), (id) => `/orders/templates/${id}`),
    atBuyer('purchase-limits', '/orders/limits'),
    atBuyer('order-requests', '/orders/requests'),
    screen('buyer-order-request', buyers, document('orderRequests'), (id) => `/orders/requests/${id}`),
    screen('buyer-order-group', buyers, document('orderGroups'), (id) => `/orders/groups/${id}`),
    atBuyer('agreements', '/agreements'),
    atBuyer('payments', '/payments'),
    atBuyer('accounts', '/payments/accounts'),
    atBuyer('organization', '/organization'),
    atBuyer('checklist', '/checklist'),
    atBuyer('readiness', '/readiness'),
    screen('buyer-order-countered', buyers, document('orders', 'COUNTERED'), (id) => `/orders/${id}`),
    screen('buyer-order-received', buyers, document('orders', 'RECEIVED'), (id) => `/orders/${id}`),
    { name: 'buyer-shipment', path: `/shipments/${received.id}`, as: received.as },
    { name: 'buyer-claim-new', path: `/shipments/${fresh.id}/claim`, as: fresh.as },
    { name: 'buyer-claim-past', path: `/shipments/${old.id}/claim`, as: old.as },
    { name: 'buyer-delivery-note', path: `/shipments/${onTheRoad.id}/note`, as: onTheRoad.as },
    { name: 'buyer-proof', path: `/shipments/${onTheRoad.id}/proof`, as: onTheRoad.as },
    { name: 'buyer-receive', path: `/shipments/${onTheRoad.id}/receive`, as: onTheRoad.as },
    screen('buyer-contract-new', buyers, document('agreementBoard', 'SIGNED'), (id) => `/contracts/new?mou=${id}`),
    screen('buyer-contract', buyers, document('contracts', 'ACTIVE'), (id) => `/contracts/${id}`),
    screen('buyer-agreement', buyers, document('agreementBoard', 'FULFILLED'), (id) => `/agreements/${id}`),
    screen('buyer-payment', buyers, document('paymentRequests', 'DUE'), (id) => `/payments/${id}`),

    atOfficer('claims', '/claims'),
    atOfficer('work', '/work'),
    atOfficer('board', '/board'),
    atOfficer('alerts', '/alerts'),
    atOfficer('alert-rules', '/alerts/rules'),
    atOfficer('board-not-imported', `/board?event=${events.find(({ code }) => code.startsWith('HN-2024'))!.code}`),
    atOfficer('calendar', '/calendar'),
    atOfficer('review', '/review'),
    atOfficer('events', '/events'),
    atOfficer('event-new', '/events/new'),
    atOfficer('event-desk', '/events/HN-MAU-SAP-TOI/desk'),
    atOfficer('events-compare', '/events/compare'),
    atOfficer('reports', '/reports'),
    atOfficer('report-new', '/reports/new'),
    atOfficer('report-issued', `/reports/${reportThat('ISSUED')}`),
    { name: 'leader-report-waits', path: `/reports/${reportThat('DRAFT')}`, as: stage.person('ALLIANCE_LEADER') },
    visitor('results', '/results'),
    atOfficer('scorecards', '/scorecards?sort=FILL'),
    atOfficer('scorecards-buyers', '/scorecards?side=BUYER'),
    atSeller('scorecard', '/scorecards/mine?figure=OTIF_PROMISED%7C'),
    atBuyer('scorecard', '/scorecards/mine?side=BUYER&figure=PAID_ON_TIME%7C'),
    screen(
      'buyer-partners-scorecard',
      buyers,
      (someone) => contract(someone)?.seller?.id,
      (id) => `/scorecards/${id}`,
    ),
    atOfficer('registers', '/registers'),
    atOfficer('register', `/registers/${registerBatches.edges[0]!.node.id}`),
    atOfficer('certificates-expiring', '/review/certificates'),
    atOfficer('assistance', '/assistance'),
    atOfficer('assisted-acts', '/assistance/acts'),
    atSeller('mandates', '/assistance'),
    atSeller('mandate-acts', '/assistance/acts'),
    atOfficer('duties', '/duties'),
    atOfficer('duty', `/duties/${duties.find(({ state }) => state === 'IN_PROGRESS')!.id}`),
    atOfficer('distribution', '/duties/distribution'),
    atOfficer('indicators', '/indicators'),
    atOfficer('trainings', '/trainings'),
    atSeller('notices-received', '/notices/received'),
    atOfficer('petitions', '/petitions'),
    atOfficer('petition-metrics', '/petitions/metrics'),
    ...petitions.edges.map(({ node }, index) =>
      atOfficer(`petition-${index + 1}-${node.status.toLowerCase()}`, `/petitions/${node.id}`),
    ),
    atOfficer('credits', '/credits'),
    atOfficer('credit-new', '/credits/new'),
    ...creditAgreements.edges.map(({ node }, index): Screen => ({
      name: `credit-${index + 1}-${node.status.toLowerCase()}`,
      path: `/credits/${node.id}`,
      as: index % 2 ? stage.person('BANK_OFFICER') : officer,
    })),
    { name: 'bank-work', path: '/work', as: stage.person('BANK_OFFICER') },
    { name: 'bank-credits', path: '/credits', as: stage.person('BANK_OFFICER') },
    { name: 'department-work', path: '/work', as: stage.person('DEPARTMENT_LEADER') },
    { name: 'department-duties', path: '/duties/own', as: stage.person('DEPARTMENT_LEADER') },
    { name: 'department-petitions', path: '/petitions?overdue=', as: stage.person('DEPARTMENT_LEADER') },
    atOfficer('agreements', '/agreements'),
    atOfficer('agreement-new', '/agreements/new'),
    atOfficer('organization', '/organization'),
    ...(await officersAgreements(stage, officer)).map(([name, path]) => atOfficer(name, path)),
  ];
}

async function officersAgreements(stage: Stage, officer: SignIn): Promise<[name: string, path: string][]> {
  const { agreementBoard } = await stage.ask<Answer>(
    officer,
    '{ agreementBoard(first: 50) { edges { node { id status rung } } } }',
  );
  const find = (test: (node: Found) => boolean) => agreementBoard!.edges.find(({ node }) => test(node))!.node.id;
  return [
    ['agreement', `/agreements/${find(({ rung }) => rung === 'P50')}`],
    ['agreement-waits-for-season', `/agreements/${find(({ rung }) => rung === 'SIGNED')}`],
    ['agreement-edit', `/agreements/${find(({ status }) => status === 'DRAFT')}/edit`],
  ];
}

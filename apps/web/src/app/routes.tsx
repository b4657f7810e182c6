import { Route, Routes } from 'react-router';
import { NotFoundScreen } from './not-found-screen';
import { lazyScreen } from './lazy-screen';
import { RequireSession } from './require-session';
import { Shell } from './shell';

const Landing = lazyScreen(() => import('./landing-screen'));
const About = lazyScreen(() => import('./about-screen'));
const Gallery = lazyScreen(() => import('./gallery-screen'));
const SignIn = lazyScreen(() => import('../features/identity/sign-in-screen'));
const Catalog = lazyScreen(() => import('../features/catalog/catalog-screen'));
const Product = lazyScreen(() => import('../features/catalog/product-screen'));
const OrganizationPage = lazyScreen(() => import('../features/catalog/organization-page-screen'));
const Places = lazyScreen(() => import('../features/catalog/places-screen'));
const CompareProducts = lazyScreen(() => import('../features/compare/compare-screen'));
const Shortlists = lazyScreen(() => import('../features/shortlist/shortlists-screen'));
const Booth = lazyScreen(() => import('../features/events/booth-screen'));
const Products = lazyScreen(() => import('../features/catalog/products-screen'));
const ProductNew = lazyScreen(() => import('../features/catalog/product-new-screen'));
const ProductEdit = lazyScreen(() => import('../features/catalog/product-edit-screen'));
const ProductParts = lazyScreen(() => import('../features/catalog/product-parts-screen'));
const Prices = lazyScreen(() => import('../features/catalog/prices/prices-screen'));
const Closures = lazyScreen(() => import('../features/catalog/closures-screen'));
const Imports = lazyScreen(() => import('../features/imports/imports-screen'));
const Import = lazyScreen(() => import('../features/imports/import-screen'));
const Events = lazyScreen(() => import('../features/events/events-screen'));
const Event = lazyScreen(() => import('../features/events/event-screen'));
const Work = lazyScreen(() => import('../features/work/work-screen'));
const Register = lazyScreen(() => import('../features/registry/register-screen'));
const Organization = lazyScreen(() => import('../features/registry/organization-screen'));
const Certificates = lazyScreen(() => import('../features/certificates/certificates-screen'));
const OcopSelfAssessment = lazyScreen(() => import('../features/certificates/ocop-screen'));
const ExpiringCertificates = lazyScreen(() => import('../features/oversight/expiring-certificates-screen'));
const Checklist = lazyScreen(() => import('../features/readiness/checklist-screen'));
const Readiness = lazyScreen(() => import('../features/readiness/readiness-screen'));
const Board = lazyScreen(() => import('../features/oversight/board-screen'));
const Alerts = lazyScreen(() => import('../features/oversight/alerts-screen'));
const CaseCalendar = lazyScreen(() => import('../features/oversight/calendar-screen'));
const StallRules = lazyScreen(() => import('../features/oversight/stall-rules-screen'));
const Areas = lazyScreen(() => import('../features/oversight/areas-screen'));
const ReviewOrganizations = lazyScreen(() => import('../features/oversight/review-organizations-screen'));
const Organizations = lazyScreen(() => import('../features/oversight/organizations-screen'));
const OrganizationFile = lazyScreen(() => import('../features/oversight/organization-file-screen'));
const Review = lazyScreen(() => import('../features/oversight/review-screen'));
const Agreements = lazyScreen(() => import('../features/agreements/agreements-screen'));
const Agreement = lazyScreen(() => import('../features/agreements/agreement-screen'));
const AgreementEdit = lazyScreen(() => import('../features/agreements/agreement-edit-screen'));
const ContractNew = lazyScreen(() => import('../features/agreements/contract-new-screen'));
const Contract = lazyScreen(() => import('../features/agreements/contract-screen'));
const Pools = lazyScreen(() => import('../features/agreements/pools/pools-screen'));
const Pool = lazyScreen(() => import('../features/agreements/pools/pool-screen'));
const DeliveryRoutes = lazyScreen(() => import('../features/ordering/routes/routes-screen'));
const PurchaseLimits = lazyScreen(() => import('../features/ordering/approvals/limits-screen'));
const OrderRequests = lazyScreen(() => import('../features/ordering/approvals/requests-screen'));
const OrderRequest = lazyScreen(() => import('../features/ordering/approvals/request-screen'));
const StandingOrders = lazyScreen(() => import('../features/ordering/standing/standing-orders-screen'));
const StandingOrder = lazyScreen(() => import('../features/ordering/standing/standing-order-screen'));
const StandingChange = lazyScreen(() => import('../features/ordering/standing/standing-change-screen'));
const StandingNew = lazyScreen(() => import('../features/ordering/standing/standing-new-screen'));
const OrderTemplates = lazyScreen(() => import('../features/ordering/templates/templates-screen'));
const OrderTemplate = lazyScreen(() => import('../features/ordering/templates/template-screen'));
const OrderGroups = lazyScreen(() => import('../features/ordering/groups/groups-screen'));
const OrderGroup = lazyScreen(() => import('../features/ordering/groups/group-screen'));
const Orders = lazyScreen(() => import('../features/ordering/orders-screen'));
const OrderNew = lazyScreen(() => import('../features/ordering/order-new-screen'));
const Order = lazyScreen(() => import('../features/ordering/order-screen'));
const OrderAcknowledge = lazyScreen(() => import('../features/ordering/order-acknowledge-screen'));
const Dispatch = lazyScreen(() => import('../features/fulfillment/dispatch-screen'));
const Shipment = lazyScreen(() => import('../features/fulfillment/shipment-screen'));
const Receive = lazyScreen(() => import('../features/fulfillment/receive-screen'));
const Proof = lazyScreen(() => import('../features/fulfillment/proof-screen'));
const Trips = lazyScreen(() => import('../features/fulfillment/trips/trips-screen'));
const TripNew = lazyScreen(() => import('../features/fulfillment/trips/trip-new-screen'));
const Trip = lazyScreen(() => import('../features/fulfillment/trips/trip-screen'));
const Deliveries = lazyScreen(() => import('../features/fulfillment/deliveries-screen'));
const Claims = lazyScreen(() => import('../features/fulfillment/claims-screen'));
const Claim = lazyScreen(() => import('../features/fulfillment/claim-screen'));
const ClaimNew = lazyScreen(() => import('../features/fulfillment/claim-new-screen'));
const DeliveryNote = lazyScreen(() => import('../features/fulfillment/delivery-note-screen'));
const Channels = lazyScreen(() => import('../features/channels/channels-screen'));
const ChannelFollowUp = lazyScreen(() => import('../features/channels/follow-up-screen'));
const Credits = lazyScreen(() => import('../features/credit/credits-screen'));
const Credit = lazyScreen(() => import('../features/credit/credit-screen'));
const Evidence = lazyScreen(() => import('../features/credit/evidence-screen'));
const CreditNew = lazyScreen(() => import('../features/credit/credit-new-screen'));
const Petitions = lazyScreen(() => import('../features/petitions/petitions-screen'));
const Petition = lazyScreen(() => import('../features/petitions/petition-screen'));
const Mandates = lazyScreen(() => import('../features/assistance/mandates-screen'));
const AssistedActs = lazyScreen(() => import('../features/assistance/acts-screen'));
const Duties = lazyScreen(() => import('../features/duties/duties-screen'));
const OwnDuties = lazyScreen(() => import('../features/duties/own-duties-screen'));
const Duty = lazyScreen(() => import('../features/duties/duty-screen'));
const Distribution = lazyScreen(() => import('../features/duties/distribution-screen'));
const ReceivedNotices = lazyScreen(() => import('../features/duties/received-screen'));
const Indicators = lazyScreen(() => import('../features/duties/indicators-screen'));
const Trainings = lazyScreen(() => import('../features/duties/trainings-screen'));
const PetitionMetrics = lazyScreen(() => import('../features/petitions/metrics-screen'));
const PetitionNew = lazyScreen(() => import('../features/petitions/petition-new-screen'));
const DemandList = lazyScreen(() => import('../features/demand/demand-list-screen'));
const Demand = lazyScreen(() => import('../features/demand/demand-screen'));
const DemandForm = lazyScreen(() => import('../features/demand/demand-form-screen'));
const Notices = lazyScreen(() => import('../features/notices/notices-screen'));
const NoticeSettings = lazyScreen(() => import('../features/notices/notice-settings-screen'));
const Unsubscribe = lazyScreen(() => import('../features/notices/unsubscribe-screen'));
const Supply = lazyScreen(() => import('../features/supply/supply-screen'));
const SupplyProduct = lazyScreen(() => import('../features/supply/supply-product-screen'));
const Lot = lazyScreen(() => import('../features/supply/lot-screen'));
const Trace = lazyScreen(() => import('../features/supply/trace-screen'));
const Payments = lazyScreen(() => import('../features/billing/payments-screen'));
const Accounts = lazyScreen(() => import('../features/billing/accounts-screen'));
const Bank = lazyScreen(() => import('../features/billing/bank-screen'));
const Statement = lazyScreen(() => import('../features/billing/statement-screen'));
const Invoices = lazyScreen(() => import('../features/billing/invoices-screen'));
const Invoice = lazyScreen(() => import('../features/billing/invoice-screen'));
const InvoiceNew = lazyScreen(() => import('../features/billing/invoice-new-screen'));
const Exposure = lazyScreen(() => import('../features/billing/exposure-screen'));
const Connect = lazyScreen(() => import('../features/integration/connect-screen'));
const Payment = lazyScreen(() => import('../features/billing/payment-screen'));

const Results = lazyScreen(() => import('../features/reports/results-screen'));
const ScorecardScreen = lazyScreen(() => import('../features/oversight/scorecards/scorecard-screen'));
const Scorecards = lazyScreen(() => import('../features/oversight/scorecards/scorecards-screen'));
const Reports = lazyScreen(() => import('../features/reports/reports-screen'));
const ReportNew = lazyScreen(() => import('../features/reports/report-new-screen'));
const ProgressReport = lazyScreen(() => import('../features/reports/report-screen'));
const Registers = lazyScreen(() => import('../features/register/registers-screen'));
const EventNew = lazyScreen(() => import('../features/events/event-new-screen'));
const EventDesk = lazyScreen(() => import('../features/events/desk-screen'));
const EventMine = lazyScreen(() => import('../features/events/mine-screen'));
const EventCompare = lazyScreen(() => import('../features/events/compare-screen'));
const ConferenceRegister = lazyScreen(() => import('../features/register/register-screen'));

const Rfqs = lazyScreen(() => import('../features/sourcing/rfqs-screen'));
const RfqEdit = lazyScreen(() => import('../features/sourcing/rfq-edit-screen'));
const Rfq = lazyScreen(() => import('../features/sourcing/rfq-screen'));
const QuoteAnswer = lazyScreen(() => import('../features/sourcing/quote-screen'));
const Compare = lazyScreen(() => import('../features/sourcing/compare-screen'));
const Agreed = lazyScreen(() => import('../features/sourcing/agreed-screen'));
const SourcingRule = lazyScreen(() => import('../features/sourcing/rule-screen'));
const Shares = lazyScreen(() => import('../features/sourcing/shares-screen'));

/** Every address of the app. Screens are fetched when first visited. */
export const AppRoutes = () => (
  <Routes>
    <Route element={<Shell />}>
      <Route index element={<Landing />} />
      <Route path="about" element={<About />} />
      <Route path="catalog" element={<Catalog />} />
      <Route path="catalog/:slug" element={<Product />} />
      <Route path="c/:slug" element={<OrganizationPage />} />
      <Route path="t/:code" element={<Trace />} />
      <Route path="events" element={<Events />} />
      <Route path="events/:code" element={<Event />} />
      <Route path="events/:code/booths/:position" element={<Booth />} />
      <Route path="results" element={<Results />} />
      <Route path="indicators" element={<Indicators />} />
      <Route path="places" element={<Places />} />
      <Route path="compare" element={<CompareProducts />} />
      <Route path="shortlists" element={<Shortlists />} />
      <Route path="sign-in" element={<SignIn />} />
      <Route path="register" element={<Register />} />
      <Route path="demand" element={<DemandList />} />
      <Route path="demand/:id" element={<Demand />} />
      <Route path="unsubscribe/:token" element={<Unsubscribe />} />
      <Route element={<RequireSession />}>
        <Route path="events/:code/mine" element={<EventMine />} />
        <Route path="notices" element={<Notices />} />
        <Route path="notices/settings" element={<NoticeSettings />} />
        <Route path="notices/received" element={<ReceivedNotices />} />
        <Route path="duties/own" element={<OwnDuties />} />
        <Route path="duties/distribution" element={<Distribution />} />
        <Route path="trainings" element={<Trainings />} />
        <Route path="credits" element={<Credits />} />
        <Route path="credits/new" element={<CreditNew />} />
        <Route path="credits/:id" element={<Credit />} />
        <Route path="credits/:id/evidence/:consentId" element={<Evidence />} />
        <Route path="petitions" element={<Petitions />} />
        <Route path="petitions/metrics" element={<PetitionMetrics />} />
        <Route path="petitions/new" element={<PetitionNew />} />
        <Route path="petitions/:id" element={<Petition />} />
        <Route path="work" element={<Work />} />
        <Route path="organization" element={<Organization />} />
        <Route path="scorecards/:id" element={<ScorecardScreen />} />
        <Route path="agreements" element={<Agreements />} />
        <Route path="agreements/:id" element={<Agreement />} />
        <Route path="contracts/:id" element={<Contract />} />
        <Route path="pools" element={<Pools />} />
        <Route path="pools/:id" element={<Pool />} />
        <Route path="orders" element={<Orders />} />
        <Route path="orders/limits" element={<PurchaseLimits />} />
        <Route path="orders/requests" element={<OrderRequests />} />
        <Route path="orders/requests/:id" element={<OrderRequest />} />
        <Route path="orders/standing" element={<StandingOrders />} />
        <Route path="orders/standing/new" element={<StandingNew />} />
        <Route path="orders/standing/:id" element={<StandingOrder />} />
        <Route path="orders/standing/:id/change" element={<StandingChange />} />
        <Route path="orders/templates" element={<OrderTemplates />} />
        <Route path="orders/templates/:id" element={<OrderTemplate />} />
        <Route path="orders/groups" element={<OrderGroups />} />
        <Route path="orders/groups/:id" element={<OrderGroup />} />
        <Route path="orders/:id" element={<Order />} />
        <Route path="shipments/:id" element={<Shipment />} />
        <Route path="shipments/:id/note" element={<DeliveryNote />} />
        <Route path="shipments/:id/proof" element={<Proof />} />
        <Route path="deliveries" element={<Deliveries />} />
        <Route path="trips" element={<Trips />} />
        <Route path="trips/:id" element={<Trip />} />
        <Route path="claims" element={<Claims />} />
        <Route path="claims/:id" element={<Claim />} />
        <Route path="rfqs" element={<Rfqs />} />
        <Route path="rfqs/rules" element={<SourcingRule />} />
        <Route path="rfqs/:id" element={<Rfq />} />
        <Route path="payments" element={<Payments />} />
        <Route path="payments/accounts" element={<Accounts />} />
        <Route path="payments/accounts/:id" element={<Statement />} />
        <Route path="payments/:id" element={<Payment />} />
        <Route path="connect" element={<Connect />} />
        <Route path="invoices" element={<Invoices />} />
        <Route path="invoices/:id" element={<Invoice />} />
        <Route path="agreements/new" element={<AgreementEdit />} />
        <Route path="agreements/:id/edit" element={<AgreementEdit />} />
        <Route path="contracts/new" element={<ContractNew />} />
      </Route>
      <Route element={<RequireSession workplaces={['SELLER']} />}>
        <Route path="products" element={<Products />} />
        <Route path="supply" element={<Supply />} />
        <Route path="supply/products/:id" element={<SupplyProduct />} />
        <Route path="supply/lots/:id" element={<Lot />} />
        <Route path="imports" element={<Imports />} />
        <Route path="imports/:id" element={<Import />} />
        <Route path="certificates" element={<Certificates />} />
        <Route path="channels" element={<Channels />} />
        <Route path="certificates/ocop" element={<OcopSelfAssessment />} />
        <Route path="products/new" element={<ProductNew />} />
        <Route path="products/:id/edit" element={<ProductEdit />} />
        <Route path="payments/bank" element={<Bank />} />
        <Route path="payments/exposure" element={<Exposure />} />
        <Route path="invoices/new" element={<InvoiceNew />} />
        <Route path="products/:id/packs" element={<ProductParts />} />
        <Route path="products/prices" element={<Prices />} />
        <Route path="delivery-routes" element={<DeliveryRoutes />} />
        <Route path="products/closures" element={<Closures />} />
        <Route path="rfqs/:id/quote" element={<QuoteAnswer />} />
        <Route path="rfqs/shares" element={<Shares />} />
        <Route path="orders/:id/acknowledge" element={<OrderAcknowledge />} />
        <Route path="orders/:id/dispatch" element={<Dispatch />} />
      </Route>
      <Route element={<RequireSession workplaces={['BUYER']} />}>
        <Route path="demand/new" element={<DemandForm />} />
        <Route path="demand/:id/edit" element={<DemandForm />} />
        <Route path="rfqs/new" element={<RfqEdit />} />
        <Route path="rfqs/:id/edit" element={<RfqEdit />} />
        <Route path="rfqs/:id/compare" element={<Compare />} />
        <Route path="rfqs/:id/agreed" element={<Agreed />} />
        <Route path="orders/new" element={<OrderNew />} />
        <Route path="checklist" element={<Checklist />} />
        <Route path="readiness" element={<Readiness />} />
        <Route path="shipments/:id/receive" element={<Receive />} />
        <Route path="shipments/:id/claim" element={<ClaimNew />} />
      </Route>
      <Route element={<RequireSession workplaces={['SELLER', 'OFFICER']} />}>
        <Route path="trips/new" element={<TripNew />} />
        <Route path="assistance" element={<Mandates />} />
        <Route path="assistance/acts" element={<AssistedActs />} />
      </Route>
      <Route element={<RequireSession workplaces={['OFFICER']} />}>
        <Route path="board" element={<Board />} />
        <Route path="events/new" element={<EventNew />} />
        <Route path="events/compare" element={<EventCompare />} />
        <Route path="events/:code/desk" element={<EventDesk />} />
        <Route path="duties" element={<Duties />} />
        <Route path="duties/:id" element={<Duty />} />
        <Route path="scorecards" element={<Scorecards />} />
        <Route path="reports" element={<Reports />} />
        <Route path="reports/new" element={<ReportNew />} />
        <Route path="reports/:id" element={<ProgressReport />} />
        <Route path="registers" element={<Registers />} />
        <Route path="registers/:id" element={<ConferenceRegister />} />
        <Route path="calendar" element={<CaseCalendar />} />
        <Route path="alerts" element={<Alerts />} />
        <Route path="alerts/rules" element={<StallRules />} />
        <Route path="channels/follow-up" element={<ChannelFollowUp />} />
        <Route path="review" element={<Review />} />
        <Route path="review/organizations" element={<ReviewOrganizations />} />
        <Route path="organizations" element={<Organizations />} />
        <Route path="organizations/:id" element={<OrganizationFile />} />
        <Route path="areas" element={<Areas />} />
        <Route path="review/certificates" element={<ExpiringCertificates />} />
      </Route>
      <Route path="_ui" element={<Gallery />} />
      <Route path="*" element={<NotFoundScreen />} />
    </Route>
  </Routes>
);

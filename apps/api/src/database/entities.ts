import { AgreementProposal } from '../modules/agreements/life/agreement-proposal.entity.js';
import { Duty, DutyRecord, DutyTask } from '../modules/duties/duty.entity.js';
import { DutyWord } from '../modules/duties/duty-word.entity.js';
import { NoticeReceipt, NoticeRecipient } from '../modules/duties/distribution.entity.js';
import { IndicatorValue, SectorIndicator } from '../modules/duties/indicator.entity.js';
import { TrainingSession } from '../modules/duties/training.entity.js';
import { ProposalLine } from '../modules/agreements/life/proposal-line.entity.js';
import { ProposalAnswer } from '../modules/agreements/life/proposal-answer.entity.js';
import { ClosingReason } from '../modules/agreements/life/closing-reason.entity.js';
import { ContractPlace } from '../modules/agreements/contract-place.entity.js';
import { MouObligation } from '../modules/agreements/obligations/mou-obligation.entity.js';
import { PriceConsent } from '../modules/agreements/consent/price-consent.entity.js';
import { OutsideDelivery } from '../modules/agreements/outside/outside-delivery.entity.js';
import { PoolCallOff } from '../modules/agreements/pool/pool-call-off.entity.js';
import { PoolPart } from '../modules/agreements/pool/pool-part.entity.js';
import { SupplyPool } from '../modules/agreements/pool/supply-pool.entity.js';
import { SupplyShare } from '../modules/agreements/pool/supply-share.entity.js';
import { OutsideWord } from '../modules/agreements/outside/outside-word.entity.js';
import { ObligationEvent } from '../modules/agreements/obligations/obligation-event.entity.js';
import { SigningRound } from '../modules/agreements/signing/signing-round.entity.js';
import { SigningCode } from '../modules/agreements/signing/signing-code.entity.js';
import { SignatureEvidence } from '../modules/agreements/signing/signature-evidence.entity.js';
import { Mandate } from '../modules/assistance/mandate.entity.js';
import { CaseEntry } from '../modules/oversight/cases/case-entry.entity.js';
import { CaseFile } from '../modules/oversight/cases/case-file.entity.js';
import { PlanTask } from '../modules/oversight/cases/plan-task.entity.js';
import { AgreementAlert } from '../modules/oversight/stalls/agreement-alert.entity.js';
import { AlertAnswer } from '../modules/oversight/stalls/alert-answer.entity.js';
import { OfficeDay } from '../modules/registry/office-day.entity.js';
import { StallEvaluation } from '../modules/oversight/stalls/stall-evaluation.entity.js';
import { StallReason } from '../modules/oversight/stalls/stall-reason.entity.js';
import { StallRule } from '../modules/oversight/stalls/stall-rule.entity.js';
import { CommitmentEntry } from '../modules/agreements/commitment-entry.entity.js';
import { AgreementLineTotal } from '../modules/agreements/agreement-line-total.entity.js';
import { ContractLine } from '../modules/agreements/contract-line.entity.js';
import { ContractSchedule } from '../modules/agreements/contract-schedule.entity.js';
import { Contract } from '../modules/agreements/contract.entity.js';
import { MouLine } from '../modules/agreements/mou-line.entity.js';
import { MouParty } from '../modules/agreements/mou-party.entity.js';
import { MouProgress } from '../modules/agreements/mou-progress.entity.js';
import { Mou } from '../modules/agreements/mou.entity.js';
import { Signature } from '../modules/agreements/signature.entity.js';
import { BankLine } from '../modules/billing/bank/bank-line.entity.js';
import { BankStatement } from '../modules/billing/bank/bank-statement.entity.js';
import { CardCheckout } from '../modules/billing/card/card-checkout.entity.js';
import { CardEvent } from '../modules/billing/card/card-event.entity.js';
import { CardRefund } from '../modules/billing/card/card-refund.entity.js';
import { LedgerEntry } from '../modules/billing/ledger-entry.entity.js';
import { PaymentRequest } from '../modules/billing/payment-request.entity.js';
import { Payment } from '../modules/billing/payment.entity.js';
import { BankLink, BankNonce } from '../modules/billing/bank/bank-link.entity.js';
import { BillingNoteLine } from '../modules/billing/note/billing-note-line.entity.js';
import { BillingNote } from '../modules/billing/note/billing-note.entity.js';
import { BuyerCredit } from '../modules/billing/credit/buyer-credit.entity.js';
import { CreditReturn } from '../modules/billing/credit/credit-return.entity.js';
import { EInvoiceFile } from '../modules/billing/invoice/e-invoice-file.entity.js';
import { InvoiceLine } from '../modules/billing/invoice/invoice-line.entity.js';
import { Invoice } from '../modules/billing/invoice/invoice.entity.js';
import { PaymentReminder } from '../modules/billing/payment-reminder.entity.js';
import { PaymentRequestLine } from '../modules/billing/payment-request-line.entity.js';
import { PaymentTerm } from '../modules/billing/terms/payment-term.entity.js';
import { ApiToken } from '../modules/integration/token/api-token.entity.js';
import { WebhookDelivery, WebhookEndpoint } from '../modules/integration/webhook/webhook.entity.js';
import { CatalogEntry } from '../modules/catalog/catalog-entry.entity.js';
import { CommercialTerms } from '../modules/catalog/commercial-terms.entity.js';
import { Grade } from '../modules/catalog/grade.entity.js';
import { HolidayClosure } from '../modules/catalog/holiday-closure.entity.js';
import { ListPrice } from '../modules/catalog/list-price.entity.js';
import { ChannelCall } from '../modules/catalog/channels/channel-call.entity.js';
import { ChannelListing } from '../modules/catalog/channels/channel-listing.entity.js';
import { ChannelPlatform } from '../modules/catalog/channels/channel-platform.entity.js';
import { ChannelSale } from '../modules/catalog/channels/channel-sale.entity.js';
import { ChannelStepDone } from '../modules/catalog/channels/channel-step-done.entity.js';
import { ChannelStep } from '../modules/catalog/channels/channel-step.entity.js';
import { Pack } from '../modules/catalog/pack.entity.js';
import { PriceTier } from '../modules/catalog/price-tier.entity.js';
import { ProductChange } from '../modules/catalog/product-change.entity.js';
import { ProductPhoto } from '../modules/catalog/product-photo.entity.js';
import { Product } from '../modules/catalog/product.entity.js';
import { RetiredSlug } from '../modules/catalog/retired-slug.entity.js';
import { SavedSearch } from '../modules/catalog/shortlist/saved-search.entity.js';
import { Shortlist, ShortlistItem } from '../modules/catalog/shortlist/shortlist.entity.js';
import { SearchSynonym } from '../modules/catalog/search-synonym.entity.js';
import { SearchWord } from '../modules/catalog/search-word.entity.js';
import { BuyerChecklist } from '../modules/catalog/readiness/buyer-checklist.entity.js';
import { BuyerRequirement } from '../modules/catalog/readiness/buyer-requirement.entity.js';
import { RequirementType } from '../modules/catalog/readiness/requirement-type.entity.js';
import { RequirementWaiver } from '../modules/catalog/readiness/requirement-waiver.entity.js';
import { OcopCriteria } from '../modules/catalog/readiness/ocop-criteria.entity.js';
import { OcopSelfAssessment } from '../modules/catalog/readiness/ocop-self-assessment.entity.js';
import { HarvestForecast } from '../modules/catalog/supply/harvest-forecast.entity.js';
import { HarvestWindow } from '../modules/catalog/supply/harvest-window.entity.js';
import { LotBalance } from '../modules/catalog/supply/lot-balance.entity.js';
import { LotStage } from '../modules/catalog/supply/lot-stage.entity.js';
import { StockEntry } from '../modules/catalog/supply/stock-entry.entity.js';
import { StockHold } from '../modules/catalog/supply/stock-hold.entity.js';
import { StockLot } from '../modules/catalog/supply/stock-lot.entity.js';
import { SupplyPromise } from '../modules/catalog/supply/supply-promise.entity.js';
import { Booth } from '../modules/events/booth.entity.js';
import { EventFact } from '../modules/events/event-fact.entity.js';
import { Event } from '../modules/events/event.entity.js';
import { ClaimEvent } from '../modules/fulfillment/claim/claim-event.entity.js';
import { ClaimLine } from '../modules/fulfillment/claim/claim-line.entity.js';
import { ClaimOffer, ClaimOfferLine } from '../modules/fulfillment/claim/claim-offer.entity.js';
import { ClaimSettlement } from '../modules/fulfillment/claim/claim-settlement.entity.js';
import { ClaimTermRow } from '../modules/fulfillment/claim/claim-term.entity.js';
import { LifeWaiver } from '../modules/fulfillment/waiver/life-waiver.entity.js';
import { Claim } from '../modules/fulfillment/claim/claim.entity.js';
import { DefectReason } from '../modules/fulfillment/claim/defect-reason.entity.js';
import { DeliveryProof } from '../modules/fulfillment/proof/delivery-proof.entity.js';
import { FulfillmentPhoto } from '../modules/fulfillment/receipt/fulfillment-photo.entity.js';
import { GoodsFate } from '../modules/fulfillment/receipt/goods-fate.entity.js';
import { ReceiptDispute } from '../modules/fulfillment/receipt/receipt-dispute.entity.js';
import { GoodsReceiptLine } from '../modules/fulfillment/goods-receipt-line.entity.js';
import { GoodsReceipt } from '../modules/fulfillment/goods-receipt.entity.js';
import { ShipmentLine } from '../modules/fulfillment/shipment-line.entity.js';
import { Trip } from '../modules/fulfillment/trip/trip.entity.js';
import { TripLoad } from '../modules/fulfillment/trip/trip-load.entity.js';
import { TripMember } from '../modules/fulfillment/trip/trip-member.entity.js';
import { TripStop } from '../modules/fulfillment/trip/trip-stop.entity.js';
import { Shipment } from '../modules/fulfillment/shipment.entity.js';
import { Membership } from '../modules/identity/membership.entity.js';
import { Session } from '../modules/identity/session.entity.js';
import { User } from '../modules/identity/user.entity.js';
import { ImportBatch } from '../modules/imports/import-batch.entity.js';
import { ImportChange } from '../modules/imports/import-change.entity.js';
import { ImportRow } from '../modules/imports/import-row.entity.js';
import { OrderLine } from '../modules/ordering/order-line.entity.js';
import { OrderChange, OrderChangeLine } from '../modules/ordering/changes/order-change.entity.js';
import { DeliveryRouteStop } from '../modules/ordering/routes/delivery-route-stop.entity.js';
import { DeliveryRoute } from '../modules/ordering/routes/delivery-route.entity.js';
import { OrderRequest } from '../modules/ordering/approvals/order-request.entity.js';
import { StandingOrderRule } from '../modules/ordering/standing/standing-order-rule.entity.js';
import { StandingOrderDay } from '../modules/ordering/standing/standing-order-day.entity.js';
import { StandingOrder } from '../modules/ordering/standing/standing-order.entity.js';
import { OrderTemplate } from '../modules/ordering/templates/order-template.entity.js';
import { PurchaseLimit } from '../modules/ordering/approvals/purchase-limit.entity.js';
import { OrderGroup } from '../modules/ordering/groups/order-group.entity.js';
import { PurchaseOrder } from '../modules/ordering/purchase-order.entity.js';
import { AdministrativeUnit } from '../modules/registry/administrative-unit.entity.js';
import { CertificateKind } from '../modules/registry/certificate-kind.entity.js';
import { CertificateReminder } from '../modules/registry/certificate-reminder.entity.js';
import { Certificate } from '../modules/registry/certificate.entity.js';
import { Location } from '../modules/registry/location.entity.js';
import { Organization } from '../modules/registry/organization.entity.js';
import { StoredFile } from '../modules/registry/stored-file.entity.js';
import { NoticeDigest } from '../notifications/notice-digest.entity.js';
import { NoticePreference } from '../notifications/notice-preference.entity.js';
import { Notification } from '../notifications/notification.entity.js';
import { BankAccountChange } from '../modules/registry/bank-account/bank-account-change.entity.js';
import { OrganizationMerge } from '../modules/registry/merge/organization-merge.entity.js';
import { OrganizationSuccession } from '../modules/registry/succession/organization-succession.entity.js';
import { AwardLine } from '../modules/sourcing/award/award-line.entity.js';
import { Award } from '../modules/sourcing/award/award.entity.js';
import { SourcingRule } from '../modules/sourcing/award/sourcing-rule.entity.js';
import { PoolShare } from '../modules/sourcing/quote/pool-share.entity.js';
import { QuoteCounterLine } from '../modules/sourcing/quote/quote-counter-line.entity.js';
import { QuoteCounter } from '../modules/sourcing/quote/quote-counter.entity.js';
import { QuoteDraft } from '../modules/sourcing/quote/quote-draft.entity.js';
import { QuoteLineShare } from '../modules/sourcing/quote/quote-line-share.entity.js';
import { QuoteLine } from '../modules/sourcing/quote/quote-line.entity.js';
import { QuoteRevision } from '../modules/sourcing/quote/quote-revision.entity.js';
import { Quote } from '../modules/sourcing/quote/quote.entity.js';
import { RfqFile } from '../modules/sourcing/rfq/rfq-file.entity.js';
import { RfqInvitee } from '../modules/sourcing/rfq/rfq-invitee.entity.js';
import { RfqLine } from '../modules/sourcing/rfq/rfq-line.entity.js';
import { Thread, ThreadFile, ThreadMessage, ThreadRead } from '../modules/threads/thread.entity.js';
import { DemandAnswer } from '../modules/sourcing/demand/demand-answer.entity.js';
import { DemandCeiling } from '../modules/sourcing/demand/demand-ceiling.entity.js';
import { DemandChoice } from '../modules/sourcing/demand/demand-choice.entity.js';
import { DemandPost } from '../modules/sourcing/demand/demand-post.entity.js';
import { Rfq } from '../modules/sourcing/rfq/rfq.entity.js';
import { AssistedAct } from '../platform/records/assisted-act.entity.js';
import { AuditEvent } from '../platform/records/audit-event.entity.js';
import { DemoLoad } from '../platform/records/demo-load.entity.js';
import { DocumentSequence } from '../platform/records/document-sequence.entity.js';
import { IdempotencyKey } from '../platform/records/idempotency-key.entity.js';
import { LegalParameter } from '../platform/records/legal-parameter.entity.js';
import { RateLimit } from '../platform/records/rate-limit.entity.js';
import { Commendation } from '../modules/events/commendation.entity.js';
import { EventSlot } from '../modules/events/event-slot.entity.js';
import { EventTalk } from '../modules/events/event-talk.entity.js';
import { InterestSlip } from '../modules/events/interest-slip.entity.js';
import { MediaItem } from '../modules/events/media-item.entity.js';
import { Meeting } from '../modules/events/meeting.entity.js';
import { EventDelegate } from '../modules/events/event-delegate.entity.js';
import { RegisterBatch } from '../modules/register/register-batch.entity.js';
import { RegisterChange } from '../modules/register/register-change.entity.js';
import { RegisterMatch } from '../modules/register/register-match.entity.js';
import { RegisterRow } from '../modules/register/register-row.entity.js';
import { RegisterValue } from '../modules/register/register-value.entity.js';
import { ProgressReport, PublishedResult, ReportSnapshot } from '../modules/reports/progress-report.entity.js';
import { CreditAgreement } from '../modules/credit/credit-agreement.entity.js';
import { CreditDisbursement } from '../modules/credit/credit-disbursement.entity.js';
import { CreditStepRow } from '../modules/credit/credit-step.entity.js';
import { EvidenceConsent } from '../modules/credit/evidence/evidence-consent.entity.js';
import { EvidencePackRow } from '../modules/credit/evidence/evidence-pack.entity.js';
import { EvidenceView } from '../modules/credit/evidence/evidence-view.entity.js';
import { Petition } from '../modules/petitions/petition.entity.js';
import { PetitionAnswer } from '../modules/petitions/petition-answer.entity.js';
import { PetitionAssignment } from '../modules/petitions/petition-assignment.entity.js';
import { PetitionBlock } from '../modules/petitions/petition-block.entity.js';
import { PetitionCohort } from '../modules/petitions/petition-cohort.entity.js';
import { PetitionDraft } from '../modules/petitions/petition-draft.entity.js';
import { PetitionFeedback } from '../modules/petitions/petition-feedback.entity.js';
import { PetitionField } from '../modules/petitions/petition-field.entity.js';
import { PetitionFile } from '../modules/petitions/petition-file.entity.js';

export const entities = [
  User,
  Membership,
  Session,
  AdministrativeUnit,
  Organization,
  OrganizationMerge,
  OrganizationSuccession,
  BankAccountChange,
  Location,
  StoredFile,
  CertificateKind,
  Certificate,
  CertificateReminder,
  RequirementType,
  BuyerChecklist,
  BuyerRequirement,
  RequirementWaiver,
  OcopCriteria,
  OcopSelfAssessment,
  Product,
  Grade,
  ProductPhoto,
  Pack,
  ListPrice,
  PriceTier,
  CommercialTerms,
  HolidayClosure,
  ProductChange,
  CatalogEntry,
  RetiredSlug,
  HarvestWindow,
  HarvestForecast,
  StockLot,
  LotBalance,
  StockEntry,
  StockHold,
  SupplyPromise,
  LotStage,
  SavedSearch,
  Shortlist,
  ShortlistItem,
  SearchSynonym,
  SearchWord,
  Event,
  EventFact,
  Booth,
  Rfq,
  RfqLine,
  RfqInvitee,
  RfqFile,
  Thread,
  ThreadFile,
  ThreadMessage,
  ThreadRead,
  Quote,
  QuoteDraft,
  QuoteRevision,
  QuoteLine,
  QuoteLineShare,
  QuoteCounter,
  QuoteCounterLine,
  PoolShare,
  Award,
  AwardLine,
  SourcingRule,
  Mou,
  MouParty,
  MouLine,
  Signature,
  MouObligation,
  OutsideDelivery,
  PriceConsent,
  OutsideWord,
  PoolCallOff,
  PoolPart,
  SupplyPool,
  SupplyShare,
  ObligationEvent,
  SigningRound,
  SigningCode,
  SignatureEvidence,
  Contract,
  ContractLine,
  ContractSchedule,
  AgreementProposal,
  ProposalLine,
  ProposalAnswer,
  ClosingReason,
  ContractPlace,
  CommitmentEntry,
  AgreementLineTotal,
  MouProgress,
  ProgressReport,
  ReportSnapshot,
  PublishedResult,
  CreditAgreement,
  CreditDisbursement,
  CreditStepRow,
  EvidenceConsent,
  EvidencePackRow,
  EvidenceView,
  Petition,
  PetitionAnswer,
  PetitionAssignment,
  PetitionBlock,
  PetitionCohort,
  PetitionDraft,
  PetitionFeedback,
  PetitionField,
  PetitionFile,
  OrderRequest,
  StandingOrder,
  StandingOrderDay,
  StandingOrderRule,
  OrderTemplate,
  PurchaseLimit,
  OrderGroup,
  PurchaseOrder,
  OrderChange,
  OrderChangeLine,
  DeliveryRoute,
  DeliveryRouteStop,
  OrderLine,
  Shipment,
  ShipmentLine,
  LifeWaiver,
  Trip,
  TripLoad,
  TripMember,
  TripStop,
  GoodsReceipt,
  GoodsReceiptLine,
  FulfillmentPhoto,
  DeliveryProof,
  GoodsFate,
  ReceiptDispute,
  DefectReason,
  ClaimTermRow,
  Claim,
  ClaimLine,
  ClaimOffer,
  ClaimOfferLine,
  ClaimEvent,
  ClaimSettlement,
  PaymentRequest,
  Payment,
  DemandPost,
  DemandCeiling,
  DemandChoice,
  DemandAnswer,
  ChannelPlatform,
  ChannelStep,
  ChannelListing,
  ChannelStepDone,
  ChannelSale,
  ChannelCall,
  Notification,
  NoticePreference,
  NoticeDigest,
  LedgerEntry,
  BankStatement,
  BankLine,
  CardCheckout,
  CardEvent,
  CardRefund,
  ImportBatch,
  ImportRow,
  ImportChange,
  EventDelegate,
  Commendation,
  EventSlot,
  EventTalk,
  InterestSlip,
  MediaItem,
  Meeting,
  RegisterBatch,
  RegisterChange,
  RegisterMatch,
  RegisterRow,
  RegisterValue,
  StallRule,
  StallReason,
  OfficeDay,
  AgreementAlert,
  AlertAnswer,
  StallEvaluation,
  CaseFile,
  CaseEntry,
  PlanTask,
  IdempotencyKey,
  AssistedAct,
  Mandate,
  AuditEvent,
  LegalParameter,
  DocumentSequence,
  DemoLoad,
  RateLimit,
  BankLink,
  BankNonce,
  BillingNoteLine,
  BillingNote,
  BuyerCredit,
  CreditReturn,
  EInvoiceFile,
  InvoiceLine,
  Invoice,
  PaymentReminder,
  PaymentRequestLine,
  PaymentTerm,
  ApiToken,
  WebhookDelivery,
  Duty,
  DutyRecord,
  DutyTask,
  DutyWord,
  IndicatorValue,
  NoticeReceipt,
  NoticeRecipient,
  SectorIndicator,
  TrainingSession,
  WebhookEndpoint,
];

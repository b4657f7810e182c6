export * from './shared/result.js';
export * from './shared/rough-sum.js';
export * from './shared/quantity.js';
export * from './shared/money.js';
export * from './shared/money-in-words.js';
export * from './shared/pack.js';
export * from './shared/state-machine.js';
export * from './shared/calendar-date.js';
export * from './shared/text.js';

export * from './identity/roles.js';
export * from './identity/organization-kind.js';
export * from './identity/mandate-scope.js';
export * from './identity/policy.js';
export * from './identity/mandate.js';
export * from './identity/tax-code.js';
export * from './identity/contact.js';
export * from './identity/password.js';

export * from './registry/organization-state.js';
export * from './registry/profile.js';
export * from './registry/second-person.js';
export * from './registry/banks.js';
export * from './registry/bank-account-change.js';
export * from './registry/organization-merge.js';

export * from './catalog/season.js';
export * from './catalog/price-tier.js';
export * from './catalog/certificate.js';
export * from './catalog/grade.js';
export * from './catalog/gtin.js';
export * from './catalog/pack-levels.js';
export * from './catalog/catch-weight.js';
export * from './catalog/list-price.js';
export * from './catalog/net-take.js';
export * from './catalog/ocop.js';
export * from './catalog/readiness.js';
export * from './catalog/health-claim.js';
export * from './catalog/product-state.js';
export * from './catalog/product-change.js';
export * from './imports/import-state.js';
export * from './catalog/vat.js';
export * from './catalog/channel-listing.js';
export * from './catalog/search-words.js';

export * from './sourcing/rfq-state.js';
export * from './sourcing/demand-state.js';
export * from './sourcing/supplier-match.js';
export * from './sourcing/quote-state.js';
export * from './sourcing/quote-price.js';
export * from './sourcing/comparison.js';
export * from './sourcing/revision.js';
export * from './sourcing/award.js';
export * from './sourcing/pool.js';

export * from './catalog/supply/week.js';
export * from './catalog/supply/harvest-window.js';
export * from './catalog/supply/forecast.js';
export * from './catalog/supply/stock.js';
export * from './catalog/supply/lot-life.js';
export * from './catalog/supply/fefo.js';
export * from './catalog/supply/promises.js';
export * from './catalog/supply/availability.js';
export * from './catalog/supply/supply-band.js';

export * from './events/register-state.js';
export * from './events/organization-match.js';
export * from './events/meeting.js';
export * from './events/cohort.js';

export * from './agreements/mou-state.js';
export * from './agreements/contract-state.js';
export * from './agreements/signature.js';
export * from './agreements/evidence-grade.js';
export * from './agreements/commitment-ledger.js';
export * from './agreements/call-off.js';
export * from './agreements/commitment-line.js';
export * from './agreements/realisation.js';
export * from './agreements/ladder.js';
export * from './agreements/next-move.js';
export * from './agreements/obligation.js';
export * from './agreements/outside-delivery.js';
export * from './agreements/supply-pool.js';
export * from './agreements/supply-share.js';
export * from './agreements/line-price.js';
export * from './agreements/signing-round.js';
export * from './agreements/one-time-code.js';
export * from './agreements/proposal.js';
export * from './agreements/amendment.js';
export * from './agreements/closing.js';
export * from './agreements/delivery-schedule.js';

export * from './petitions/petition-state.js';
export * from './petitions/petition-deadline.js';
export * from './petitions/petition-metrics.js';
export * from './petitions/money-waiting.js';

export * from './duties/duty.js';
export * from './duties/duty-word.js';
export * from './duties/indicator.js';
export * from './duties/distribution.js';
export * from './duties/training.js';

export * from './agreements/order-link.js';
export * from './ordering/order-state.js';
export * from './ordering/delivery-slot.js';
export * from './ordering/delivery-terms.js';
export * from './ordering/line-weight.js';
export * from './ordering/order-change.js';
export * from './ordering/order-line.js';
export * from './ordering/order-pad-paste.js';
export * from './ordering/purchase-limit.js';
export * from './ordering/kept-sheet.js';
export * from './ordering/standing-order.js';

export * from './claims/claim-terms.js';
export * from './claims/claim-state.js';
export * from './claims/claim-line.js';
export * from './fulfillment/shipment.js';
export * from './fulfillment/receipt-life.js';
export * from './fulfillment/receipt.js';
export * from './fulfillment/samples.js';
export * from './fulfillment/arrival-life.js';
export * from './fulfillment/life-waiver.js';
export * from './fulfillment/trip.js';

export * from './billing/vietqr.js';
export * from './billing/payment-reference.js';
export * from './billing/receivable.js';
export * from './billing/bank-statement.js';
export * from './billing/books.js';
export * from './billing/card-payment.js';
export * from './billing/payment-terms.js';
export * from './billing/invoice.js';
export * from './billing/e-invoice.js';
export * from './billing/note.js';
export * from './billing/buyer-credit.js';

export * from './credit/credit-state.js';
export * from './credit/credit-ledger.js';
export * from './credit/evidence-consent.js';
export * from './credit/evidence-pack.js';

export * from './oversight/alert-state.js';
export * from './oversight/case-work.js';
export * from './oversight/stall-rule.js';
export * from './oversight/stall.js';
export * from './oversight/work-item.js';
export * from './oversight/working-clock.js';
export * from './oversight/report-state.js';
export * from './oversight/report-types.js';
export * from './oversight/report-credit.js';
export * from './oversight/report-facts.js';
export * from './oversight/report-corrections.js';
export * from './oversight/complementary.js';
export * from './oversight/scorecard-facts.js';
export * from './oversight/scorecard.js';

export * from './threads/thread.js';

export * from './notices/notice-group.js';
export * from './notices/delivery-time.js';
export * from './integration/scopes.js';

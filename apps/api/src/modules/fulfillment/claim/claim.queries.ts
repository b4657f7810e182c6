import { Injectable } from '@nestjs/common';
import {
  type ClaimOutcome,
  claimMover,
  claimStateAt,
  type ClaimState,
  isAnswerOverdue,
  mayClaim,
  quantity,
  settledAmount,
} from '@lienket/domain';
import { allows, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../../platform/graphql/keyset.js';
import { type OfferedAction, WRONG_ROLE } from '../../ordering/index.js';
import { organizationRefSql } from '../../registry/index.js';
import { photosOf } from '../receipt/photo-book.js';
import type {
  ClaimEventView,
  ClaimLineView,
  ClaimOfferLineView,
  ClaimOfferView,
  ClaimSummaryView,
  ClaimView,
} from './claim.view.js';

type Row = Omit<ClaimSummaryView, 'status' | 'answerOverdue' | 'mover'> & {
  readonly state: ClaimState;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly receiptId: string;
  readonly receiptAuto: boolean;
  readonly note: string | null;
  readonly openedByName: string | null;
  readonly sellerOfferId: string | null;
  readonly buyerOfferId: string | null;
  readonly version: number;
};

const CLAIM = `select c.id, c.number, c.status as state, ${organizationRefSql('se')} as seller, ${organizationRefSql('bu')} as buyer,
    c.seller_org_id as "sellerOrgId", c.buyer_org_id as "buyerOrgId", c.order_id as "orderId", o.number as "orderNumber", c.shipment_id as "shipmentId",
    c.receipt_id as "receiptId", r.number as "receiptNumber", r.source = 'AUTO' as "receiptAuto", c.opened_at as "openedAt",
    c.answer_due_at as "answerDueAt", c.escalate_at as "escalateAt", c.closed_at as "closedAt", c.note, u.full_name as "openedByName",
    c.seller_offer_id as "sellerOfferId", c.buyer_offer_id as "buyerOfferId", c.version,
    (select count(*)::int from claim_line l where l.claim_id = c.id) as "lineCount"
  from claim c join purchase_order o on o.id = c.order_id join goods_receipt r on r.id = c.receipt_id
  join organization se on se.id = c.seller_org_id join organization bu on bu.id = c.buyer_org_id left join app_user u on u.id = c.opened_by`;

@Injectable()
export class ClaimQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** NOT_FOUND for a reader who is neither party nor the Alliance. */
  byId(actor: Actor, id: string): Promise<ClaimView> {
    return this.uow.read(actor, async (tx) => {
      const [row] = await tx.query<Row>(`${CLAIM} where c.id = $1`, [idOf(id)]);
      if (!row) throw new NotFoundError();
      return this.complete(tx, actor, row);
    });
  }

  ofShipment(actor: Actor, shipmentId: string): Promise<ClaimSummaryView[]> {
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<Row>(`${CLAIM} where c.shipment_id = $1 order by c.id`, [shipmentId]);
      return rows.map((row) => summaryOf(row, tx.now));
    });
  }

  /** Newest first; `open` leaves out what is over. */
  page(actor: Actor, open: boolean, first: number | null, after: string | null): Promise<Connection<ClaimSummaryView>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 1);
    const where = open ? `c.closed_at is null` : 'true';
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<Row>(
        `${CLAIM} where ${where} and ($1::uuid is null or c.id < $1) order by c.id desc limit ${size + 1}`,
        [cursor ? idOf(cursor[0]!) : null],
      );
      return toConnection(
        rows.map((row) => summaryOf(row, tx.now)),
        size,
        (claim) => claim,
        (claim) => encodeCursor(claim.id),
        () =>
          this.uow.read(actor, async (counting) => {
            const { n } = await counting.one<{ n: number }>(`select count(*)::int as n from claim c where ${where}`);
            return n;
          }),
      );
    });
  }

  private async complete(tx: Tx, actor: Actor, row: Row): Promise<ClaimView> {
    const lines = await tx.query<Omit<ClaimLineView, 'photos'> & { unitPrice: bigint }>(
      `select l.id, l.receipt_line_id as "receiptLineId", l.line_no as "lineNo", o.description, s.lot_code as "lotCode", o.base_unit as "baseUnit",
         g.accepted_qty as "acceptedQty", l.claimed_qty as "claimedQty", l.reason, l.wanted, l.note, o.unit_price as "unitPrice"
       from claim_line l join goods_receipt_line g on g.id = l.receipt_line_id join order_line o on o.id = g.order_line_id
       join shipment_line s on s.id = g.shipment_line_id where l.claim_id = $1 order by l.line_no`,
      [row.id],
    );
    const photos = await photosOf(
      tx,
      lines.map(({ id }) => id),
    );
    const events = await tx.query<ClaimEventView>(
      `select e.id, e.kind, e.at, u.full_name as "byName", o.short_name as "orgName", e.note
       from claim_event e left join app_user u on u.id = e.by_user left join organization o on o.id = e.by_org_id
       where e.claim_id = $1 order by e.id`,
      [row.id],
    );
    const offers = await tx.query<Omit<ClaimOfferView, 'lines' | 'heldBySeller' | 'heldByBuyer'>>(
      `select f.id, f.n, f.side, f.note, f.at, u.full_name as "byName" from claim_offer f left join app_user u on u.id = f.by_user
       where f.claim_id = $1 order by f.n desc`,
      [row.id],
    );
    const offered = await tx.query<Omit<ClaimOfferLineView, 'netAmount'> & { offerId: string }>(
      `select l.offer_id as "offerId", l.claim_line_id as "claimLineId", l.outcome, l.qty, l.cut_bp as "cutBp"
       from claim_offer_line l join claim_line c on c.id = l.claim_line_id where c.claim_id = $1 order by c.line_no`,
      [row.id],
    );
    // Prices are between the two sides; whoever mediates sees shares and quantities.
    const isSide = actor.orgId === row.sellerOrgId || actor.orgId === row.buyerOrgId;
    const amountOf = (line: { claimLineId: string; outcome: ClaimOutcome; qty: string; cutBp: number | null }) =>
      isSide
        ? settledAmount(
            { outcome: line.outcome, qty: quantity(line.qty), cutBp: line.cutBp },
            lines.find(({ id }) => id === line.claimLineId)!.unitPrice,
          )
        : null;
    return {
      ...summaryOf(row, tx.now),
      receiptId: row.receiptId,
      receiptAuto: row.receiptAuto,
      note: row.note,
      openedByName: row.openedByName,
      version: row.version,
      lines: lines.map(({ unitPrice: _price, ...line }) => ({ ...line, photos: photos.get(line.id) ?? [] })),
      events,
      offers: offers.map((offer) => ({
        ...offer,
        heldBySeller: row.sellerOfferId === offer.id,
        heldByBuyer: row.buyerOfferId === offer.id,
        lines: offered
          .filter(({ offerId }) => offerId === offer.id)
          .map(({ offerId: _offer, ...line }) => ({ ...line, netAmount: amountOf(line) })),
      })),
      availableActions: actionsOf(actor, row, tx.now, offers[0]?.id ?? null),
    };
  }
}

function summaryOf(row: Row, now: Date): ClaimSummaryView {
  const clock = { state: row.state, answerDueAt: row.answerDueAt, escalateAt: row.escalateAt };
  return { ...row, status: claimStateAt(clock, now), answerOverdue: isAnswerOverdue(clock, now), mover: claimMover(clock, now) };
}

const STEPS = [
  { action: 'claimOffer', step: 'offer', policy: 'claim.answer' },
  { action: 'claimAgree', step: 'agree', policy: 'claim.settle' },
  { action: 'claimEscalate', step: 'escalate', policy: 'claim.settle' },
  { action: 'claimWithdraw', step: 'withdraw', policy: 'claim.open' },
  { action: 'claimPropose', step: 'propose', policy: 'claim.mediate' },
  { action: 'claimGiveUp', step: 'giveUp', policy: 'claim.mediate' },
] as const;

/** Only what the reader's side could ever do; where the role is wrong, with the reason. What the state does not offer is left out. */
function actionsOf(actor: Actor, row: Row, now: Date, lastOfferId: string | null): OfferedAction[] {
  const side = actor.orgId === row.sellerOrgId ? 'SELLER' : actor.orgId === row.buyerOrgId ? 'BUYER' : actor.orgKind;
  return STEPS.filter(({ action, step }) => {
    if (!mayClaim(row, step, now).ok) return false;
    if (step === 'propose' || step === 'giveUp') return side === 'ALLIANCE';
    if (step === 'withdraw') return side === 'BUYER';
    if (step === 'offer') return side === 'SELLER';
    if (action !== 'claimAgree') return side === 'SELLER' || side === 'BUYER';
    const held = side === 'SELLER' ? row.sellerOfferId : row.buyerOfferId;
    return (side === 'SELLER' || side === 'BUYER') && lastOfferId !== null && held !== lastOfferId;
  }).map(({ action, policy }) => {
    const allowed = allows(actor, policy, row);
    return { action, allowed, reason: allowed ? null : WRONG_ROLE[actor.locale] };
  });
}

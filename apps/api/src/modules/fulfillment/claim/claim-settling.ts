import { Injectable } from '@nestjs/common';
import { type ClaimOutcome, quantity, settledAmount } from '@lienket/domain';
import { asSystem } from '../../../platform/database/as-system.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { ClaimSettlement } from './claim-settlement.entity.js';
import type { LockedClaim } from './locked-claim.js';

/** A settled line as billing needs it: what to let off of which receipt line, before VAT, and the VAT code it stands under. */
export interface SettledLine {
  readonly id: string;
  readonly claimId: string;
  readonly claimNumber: string;
  readonly receiptId: string;
  readonly receiptLineId: string;
  readonly orderId: string;
  readonly orderLineId: string;
  readonly sellerOrgId: string;
  readonly buyerOrgId: string;
  readonly outcome: ClaimOutcome;
  readonly description: string;
  readonly baseUnit: string;
  readonly qty: string;
  readonly cutBp: number | null;
  readonly unitPrice: bigint;
  readonly netAmount: bigint;
  readonly vatCode: string;
  readonly settledAt: Date;
}

/** Turns the offer both sides hold into facts, once, at the prices of the order. */
@Injectable()
export class ClaimSettling {
  async settle(tx: Tx, claim: LockedClaim, offerId: string): Promise<void> {
    const offer = await tx.query<{ claimLineId: string; outcome: ClaimOutcome; qty: string; cutBp: number | null }>(
      'select claim_line_id as "claimLineId", outcome, qty, cut_bp as "cutBp" from claim_offer_line where offer_id = $1',
      [offerId],
    );
    const prices = await tx.query<{ id: string; unitPrice: bigint; vatCode: string }>(
      'select id, unit_price as "unitPrice", vat_code as "vatCode" from order_line where id = any($1)',
      [claim.lines.map(({ orderLineId }) => orderLineId)],
    );
    const settled = claim.lines.map((line) => {
      const { outcome, qty, cutBp } = offer.find(({ claimLineId }) => claimLineId === line.id)!;
      const { unitPrice, vatCode } = prices.find(({ id }) => id === line.orderLineId)!;
      const netAmount = settledAmount({ outcome, qty: quantity(qty), cutBp }, unitPrice);
      const { receiptId, orderId, sellerOrgId, buyerOrgId } = claim;
      return {
        id: newId(),
        claimId: claim.id,
        claimLineId: line.id,
        receiptId,
        receiptLineId: line.receiptLineId,
        orderId,
        orderLineId: line.orderLineId,
        sellerOrgId,
        buyerOrgId,
        outcome,
        qty,
        cutBp,
        unitPrice,
        netAmount,
        vatCode,
        settledAt: tx.now,
      };
    });
    await tx.insert(ClaimSettlement, settled);
    // Several lots of one order line are one line of the bill.
    const amounts = new Map<string, bigint>();
    for (const { orderLineId, netAmount } of settled) amounts.set(orderLineId, (amounts.get(orderLineId) ?? 0n) + netAmount);
    const lines = [...amounts].flatMap(([orderLineId, amount]) => (amount > 0n ? [{ orderLineId, amount: String(amount) }] : []));
    if (lines.length === 0) return;
    const reason = `Khiếu nại ${claim.number}`;
    await tx.tell('billing.credit-agreed', { claimId: claim.id, receiptId: claim.receiptId, reason, lines });
  }

  /** For billing: the settled lines of a claim, dismissed ones left out. */
  ofClaim(tx: Tx, claimId: string): Promise<SettledLine[]> {
    return this.find(tx, 's.claim_id = $1', claimId);
  }

  /** For billing: everything that was settled against a receipt. */
  ofReceipt(tx: Tx, receiptId: string): Promise<SettledLine[]> {
    return this.find(tx, 's.receipt_id = $1', receiptId);
  }

  private find(tx: Tx, where: string, value: string): Promise<SettledLine[]> {
    return asSystem(tx, () =>
      tx.query<SettledLine>(
        `select s.id, s.claim_id as "claimId", c.number as "claimNumber", s.receipt_id as "receiptId", s.receipt_line_id as "receiptLineId",
           s.order_id as "orderId", s.order_line_id as "orderLineId", s.seller_org_id as "sellerOrgId", s.buyer_org_id as "buyerOrgId", s.outcome,
           o.description, o.base_unit as "baseUnit", s.qty, s.cut_bp as "cutBp", s.unit_price as "unitPrice", s.net_amount as "netAmount",
           s.vat_code as "vatCode", s.settled_at as "settledAt"
         from claim_settlement s join claim c on c.id = s.claim_id join order_line o on o.id = s.order_line_id
         where ${where} and s.outcome <> 'DISMISSED' order by s.id`,
        [value],
      ),
    );
  }
}

import { accept, linkableLines, refuse, type Refusal, type Result, type SpotLine } from '@lienket/domain';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { rowsRefused } from '../../../platform/graphql/refusal.js';
import { type AgreementCandidate, CommitmentLedger, type LedgerLine, SpotBook } from '../../agreements/index.js';
import { StockBook } from '../../catalog/index.js';
import type { LockedLine, LockedOrder } from '../locked-order.js';
import type { OrderRefusal } from '../order.messages.js';
import { PurchaseOrder } from '../purchase-order.entity.js';

/** States in which nothing of an order can have left. */
const LINKABLE: readonly LockedOrder['status'][] = ['PLACED', 'COUNTERED', 'CONFIRMED'];

export const isLinkable = ({ status, lines }: Pick<LockedOrder, 'status' | 'lines'>): boolean =>
  LINKABLE.includes(status) && lines.every(({ dispatched }) => dispatched.isZero);

type Spot = SpotLine & { readonly line: LockedLine };

/** What an order still asks for without counting for an agreement: before the answer what was ordered, then what was confirmed. */
export const spotLinesOf = (order: Pick<LockedOrder, 'status' | 'lines'>): Spot[] =>
  order.lines
    .filter(({ contractLineId, mouLineId }) => contractLineId === null && mouLineId === null)
    .map((line) => ({
      ...{ id: line.id, productId: line.productId, baseUnit: line.baseUnit, line },
      qty: order.status === 'PLACED' ? line.ordered : line.confirmed,
      on: line.promisedOn ?? line.requestedOn,
    }));

/** Writes that the lines of a spot order count for an agreement. The caller holds the order and has asked whether its person may. */
@Injectable()
export class AgreementLinker {
  constructor(
    private readonly spots: SpotBook,
    private readonly ledger: CommitmentLedger,
    private readonly stock: StockBook,
  ) {}

  async link(tx: Tx, order: LockedOrder, wanted: Pick<AgreementCandidate, 'kind' | 'id'>): Promise<Result<null, Refusal>> {
    await this.spots.hold(tx, wanted);
    const spot = spotLinesOf(order);
    const [candidate] = await this.spots.candidates(tx, { ...order, lines: spot }, wanted);
    if (!candidate) return refuse<OrderRefusal>({ code: 'LINK_NOTHING_FITS' });
    const links = linkableLines(spot, candidate.lines, candidate);

    // Lots before agreements' lines, as everywhere.
    await this.stock.lock(tx, order.id);
    const entries = links.map(({ line, to }): LedgerLine => ({
      contractLineId: candidate.kind === 'CONTRACT' ? to.id : null,
      mouLineId: to.mouLineId,
      qty: line.qty,
      source: { type: 'ORDER', id: order.id, lineId: line.id },
    }));
    const called = await this.ledger.callOff(tx, entries);
    if (!called.ok) {
      return rowsRefused(
        called.refusal.rows.map((row) => ({
          ...row,
          refusal: { ...row.refusal, unit: links[row.row]!.line.baseUnit } as OrderRefusal,
        })),
      );
    }
    if (order.status === 'CONFIRMED') await this.ledger.confirm(tx, entries);
    await tx.query(
      `update order_line set contract_line_id = said.contract_line_id, mou_line_id = said.mou_line_id
       from jsonb_to_recordset($2::jsonb) as said(id uuid, contract_line_id uuid, mou_line_id uuid) where order_line.id = said.id and order_id = $1`,
      [
        order.id,
        JSON.stringify(
          entries.map(({ source, contractLineId, mouLineId }) => ({
            ...{ id: source.lineId, contract_line_id: contractLineId, mou_line_id: mouLineId },
          })),
        ),
      ],
    );
    if (candidate.kind === 'CONTRACT') {
      await this.stock.countForContract(
        tx,
        entries.map(({ source, contractLineId }) => ({ lineId: source.lineId, contractLineId: contractLineId! })),
      );
    }
    await tx.updateVersioned(PurchaseOrder, order.id, order.version, {
      ...(candidate.kind === 'CONTRACT' && { contractId: candidate.id }),
    });
    await tx.audit('order.link', 'order', order.id, {
      ...{ kind: candidate.kind, agreementId: candidate.id, number: candidate.number },
      lines: links.map(({ line }) => line.id),
    });
    return accept(null);
  }
}

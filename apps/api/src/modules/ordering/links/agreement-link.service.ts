import { accept, linkableLines, refuse, type Refusal, type Result, type SpotLine } from '@lienket/domain';
import { Injectable } from '@nestjs/common';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { BadInputError } from '../../../platform/errors.js';
import { rowsRefused, versionConflict } from '../../../platform/graphql/refusal.js';
import { type AgreementCandidate, CommitmentLedger, type LedgerLine, SpotBook } from '../../agreements/index.js';
import { StockBook } from '../../catalog/index.js';
import { type LockedLine, type LockedOrder, lockOrder } from '../locked-order.js';
import type { OrderRefusal } from '../order.messages.js';
import { ORDER_NOTICES, tellOrder } from '../order.notices.js';
import { PurchaseOrder } from '../purchase-order.entity.js';

export interface OrderLinkCommand {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  /** One of the two. */
  readonly contractId?: string | null;
  readonly mouId?: string | null;
}

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

/**
 * Lets a spot order count for an agreement of its two sides, by the buyer's word: as call-off of a contract, or for a memorandum alone.
 * Price and terms stay those of the order. For good: what counts once is not moved to another agreement.
 */
@Injectable()
export class AgreementLinkService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly spots: SpotBook,
    private readonly ledger: CommitmentLedger,
    private readonly stock: StockBook,
  ) {}

  link(actor: Actor, input: OrderLinkCommand): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'orderLink', clientKey: input.clientKey, input }, async (tx) => {
      const order = await lockOrder(tx, idOf(input.id));
      assertMay(actor, 'order.place', { buyerOrgId: order.buyerOrgId });
      if (order.version !== input.version) return versionConflict(order.version);
      if (!isLinkable(order)) return refuse<OrderRefusal>({ code: 'LINK_TOO_LATE' });
      const wanted = wantedOf(input);
      if (wanted.kind === 'CONTRACT' && order.contractId !== null && order.contractId !== wanted.id) {
        return refuse<OrderRefusal>({ code: 'LINK_OTHER_CONTRACT' });
      }
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
      await tellOrder(tx, ORDER_NOTICES.linked, order);
      return accept(order.id);
    });
  }
}

function wantedOf({ contractId, mouId }: OrderLinkCommand): Pick<AgreementCandidate, 'kind' | 'id'> {
  if (contractId && !mouId) return { kind: 'CONTRACT', id: idOf(contractId) };
  if (mouId && !contractId) return { kind: 'MOU', id: idOf(mouId) };
  throw new BadInputError('Hãy chọn một hợp đồng hoặc một biên bản.', 'contractId');
}

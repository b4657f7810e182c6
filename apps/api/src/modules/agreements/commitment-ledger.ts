import { Injectable } from '@nestjs/common';
import {
  accept,
  checkCallOffOpen,
  grantCallOff,
  Quantity,
  quantity,
  type CallOffRefusal,
  type ContractState,
  type EvidenceGrade,
  type LedgerKind,
  type MouState,
  type Result,
} from '@lienket/domain';
import { prepared } from '../../platform/database/prepared.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import { rowsRefused, type RowRefusal, type RowsRefusal } from '../../platform/graphql/refusal.js';
import { asSystem } from '../../platform/database/as-system.js';
import { writeEntries, type NewEntry } from './ledger-rows.js';
import { giveBackToPool } from './pool/pool-book.js';
import { ProgressKeeper } from './progress-keeper.js';

/** One line of an order, a shipment or a receipt that draws on a contract line, or counts for a memorandum's line alone. */
export interface LedgerLine {
  readonly contractLineId: string | null;
  readonly mouLineId: string | null;
  readonly qty: Quantity;
  /** How well it is proven; A unless said otherwise. */
  readonly grade?: EvidenceGrade;
  readonly source: {
    readonly type: 'ORDER' | 'ORDER_CLOSE' | 'SHIPMENT' | 'RECEIPT';
    readonly id: string;
    readonly lineId: string;
  };
}

/** Goods that reached the buyer outside the system: they count as accepted by their proof, and draw on no call-off. */
export interface OutsideLine {
  readonly mouLineId: string | null;
  readonly contractLineId: string | null;
  readonly qty: Quantity;
  readonly grade: EvidenceGrade;
  readonly source: { readonly type: 'OUTSIDE'; readonly id: string; readonly lineId: string };
}

/** Whether a line of an order counts for an agreement at all. */
export const countsForAgreement = (line: { contractLineId: string | null; mouLineId: string | null }): boolean =>
  line.contractLineId !== null || line.mouLineId !== null;

export type OverCall = Extract<CallOffRefusal, { code: 'OVER_CALL' }>;

interface LockedLine {
  readonly lineId: string;
  readonly calledOff: string;
  readonly maxQty: string | null;
  readonly toleranceBp: number | null;
  readonly status: ContractState | null;
  /** Of the memorandum above the contract. */
  readonly aboveStatus: MouState | null;
  readonly mouStatus: string | null;
  readonly mouLineId: string | null;
  readonly mouId: string | null;
}

/**
 * The measuring ledger: what was called off, dispatched and accepted against each line. Every method locks the rollups of
 * the lines in id order, so that parallel acts on one line queue up and never deadlock.
 */
@Injectable()
export class CommitmentLedger {
  constructor(private readonly progress: ProgressKeeper) {}

  /** Grants every line or none; rows are counted as given, so that two rows of one contract line share what remains. */
  async callOff(tx: Tx, lines: readonly LedgerLine[]): Promise<Result<null, RowsRefusal<OverCall>>> {
    return asSystem(tx, async () => {
      const locked = await this.lock(tx, lines);
      const open = new Map<string, Quantity>();
      const refused: RowRefusal<OverCall>[] = [];
      lines.forEach(({ contractLineId, mouLineId, qty }, row) => {
        if (contractLineId === null) {
          // A memorandum alone sets no maximum: it only has to be in force.
          if (locked.get(mouLineId ?? '')?.mouStatus !== 'IN_FORCE') throw new NotFoundError();
          return;
        }
        const line = locked.get(contractLineId)!;
        // A line that takes no call-off any more is answered like a missing one.
        if (line.status === null || line.maxQty === null) throw new NotFoundError();
        if (!checkCallOffOpen({ contract: line.status, mou: line.aboveStatus }).ok) throw new NotFoundError();
        const openCallOff = open.get(contractLineId) ?? quantity(line.calledOff);
        const tolerancePct = (line.toleranceBp ?? 0) / 100;
        const answer = grantCallOff({ max: quantity(line.maxQty), tolerancePct, openCallOff }, qty);
        if (answer.ok) open.set(contractLineId, openCallOff.add(qty));
        else if (answer.refusal.code === 'OVER_CALL') refused.push(overCalled(row, answer.refusal));
        else throw new RangeError('A call-off is above zero');
      });
      if (refused.length) return rowsRefused(refused);
      await writeEntries(tx, 'CALL_OFF', lines);
      return accept(null);
    });
  }

  /** The seller's word for a call-off: proves the rung FIRST_CALL_OFF. */
  confirm(tx: Tx, lines: readonly LedgerLine[]): Promise<void> {
    return this.enter(tx, 'CONFIRM', lines);
  }

  /** Gives back what was cancelled, refused or closed short, to the line and to the member's share of a pooled line. */
  release(tx: Tx, lines: readonly LedgerLine[]): Promise<void> {
    return this.enter(tx, 'CALL_OFF_RELEASE', lines);
  }

  dispatch(tx: Tx, lines: readonly LedgerLine[]): Promise<void> {
    return this.enter(tx, 'DISPATCH', lines);
  }

  /** The only fact that realises a promise. */
  accept(tx: Tx, lines: readonly LedgerLine[]): Promise<void> {
    return this.enter(tx, 'ACCEPT', lines);
  }

  /** What was accepted outside the system, with the grade of its proof. */
  async acceptOutside(tx: Tx, line: OutsideLine): Promise<void> {
    await asSystem(tx, async () => {
      const locked = await this.lock(tx, [line]);
      await writeEntries(tx, 'ACCEPT', [line]);
      await this.progress.refresh(tx, mousOf(locked));
    });
  }

  reject(tx: Tx, lines: readonly LedgerLine[]): Promise<void> {
    return this.enter(tx, 'REJECT', lines);
  }

  /** Locks the rollups of several acts to come at once: acts that touch different lines of an order still keep one order of locks. */
  async hold(tx: Tx, lines: readonly Pick<LedgerLine, 'contractLineId' | 'mouLineId'>[]): Promise<void> {
    if (lines.length) await asSystem(tx, () => this.lock(tx, lines));
  }

  /** Undoes every entry of a source, a voided receipt for example, by rows of the opposite sign. */
  async reverse(tx: Tx, source: { readonly type: LedgerLine['source']['type'] | 'OUTSIDE'; readonly id: string }): Promise<void> {
    await asSystem(tx, async () => {
      const originals = await tx.query<{
        id: string;
        kind: LedgerKind;
        qty: string;
        grade: 'A' | 'B' | 'C';
        contractLineId: string | null;
        mouLineId: string | null;
        sourceLineId: string;
      }>(
        `select id, kind, qty, evidence_grade as grade, contract_line_id as "contractLineId", mou_line_id as "mouLineId", source_line_id as "sourceLineId"
         from commitment_entry e where source_type = $1 and source_id = $2 and reverses_id is null
           and not exists (select 1 from commitment_entry r where r.reverses_id = e.id)`,
        [source.type, source.id],
      );
      const locked = await this.lock(tx, originals);
      for (const kind of new Set(originals.map((original) => original.kind))) {
        const reversals = originals
          .filter((original) => original.kind === kind)
          .map(({ id, qty, grade, contractLineId, mouLineId, sourceLineId }): NewEntry => ({
            contractLineId,
            mouLineId,
            qty: quantity(qty).negate(),
            source: { ...source, lineId: sourceLineId },
            grade,
            reversesId: id,
          }));
        await writeEntries(tx, kind, reversals);
      }
      await this.progress.recompute(tx, mousOf(locked));
    });
  }

  /** Lines with nothing in them leave no trace. */
  private async enter(tx: Tx, kind: LedgerKind, given: readonly LedgerLine[]): Promise<void> {
    const lines = given.filter((line) => line.qty.isPositive);
    if (lines.length === 0) return;
    await asSystem(tx, async () => {
      const locked = await this.lock(tx, lines);
      await writeEntries(tx, kind, lines);
      if (kind === 'CALL_OFF_RELEASE') await giveBackToPool(tx, lines);
      if (kind === 'CONFIRM' || kind === 'ACCEPT') await this.progress.refresh(tx, mousOf(locked));
    });
  }

  private async lock(
    tx: Tx,
    lines: readonly { readonly contractLineId: string | null; readonly mouLineId: string | null }[],
  ): Promise<Map<string, LockedLine>> {
    const ids = [...new Set(lines.flatMap((line) => [line.contractLineId, line.mouLineId]).filter((id) => id !== null))];
    const rows = await tx.query<LockedLine>(
      prepared(`select t.line_id as "lineId", t.called_off as "calledOff", cl.max_qty as "maxQty", c.tolerance_bp as "toleranceBp", c.status, am.status as "aboveStatus", m.status as "mouStatus",
         cl.mou_line_id as "mouLineId", ml.mou_id as "mouId"
       from agreement_line_total t left join contract_line cl on cl.id = t.line_id left join contract c on c.id = cl.contract_id left join mou am on am.id = c.mou_id
       left join mou_line ml on ml.id = t.line_id left join mou m on m.id = ml.mou_id
       where t.line_id = any($1) order by t.line_id for update of t`),
      [ids],
    );
    const locked = new Map(rows.map((row) => [row.lineId, row]));
    for (const { contractLineId, mouLineId } of lines) {
      const known =
        contractLineId === null
          ? mouLineId !== null && locked.has(mouLineId)
          : locked.get(contractLineId)?.mouLineId === mouLineId;
      if (!known) throw new NotFoundError();
    }
    return locked;
  }
}

const mousOf = (locked: ReadonlyMap<string, LockedLine>): string[] => [
  ...new Set([...locked.values()].map((line) => line.mouId).filter((id) => id !== null)),
];

const overCalled = (row: number, refusal: OverCall): RowRefusal<OverCall> => ({
  row,
  field: 'qty',
  refusal,
  ...(refusal.remaining.isPositive ? { suggestion: refusal.remaining.toDecimalString() } : {}),
});

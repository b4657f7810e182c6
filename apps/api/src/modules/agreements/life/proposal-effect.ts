import { Injectable } from '@nestjs/common';
import {
  accept,
  amendEntry,
  CONTRACT_TRANSITIONS,
  type ContractAction,
  type ContractState,
  MOU_TRANSITIONS,
  type MouAction,
  type MouState,
  nextState,
  type ProposalKind,
  type Refusal,
  refuse,
  type Result,
} from '@lienket/domain';
import { asSystem } from '../../../platform/database/as-system.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { AvailabilityBook } from '../../catalog/index.js';
import { ContractSchedule } from '../contract-schedule.entity.js';
import { writeEntries } from '../ledger-rows.js';
import { ProgressKeeper } from '../progress-keeper.js';
import { type LifeStanding, type ProposalRow, runningContracts, termsOf } from './proposal-standing.js';
import { lineProblem, numberOf, usesMoreThan } from './proposal-terms.js';

const MOU_ACTION: Readonly<Partial<Record<ProposalKind, MouAction>>> = {
  AMEND: 'amend',
  SUSPEND: 'suspend',
  RESUME: 'resume',
  CLOSE: 'close',
};
const CONTRACT_ACTION: Readonly<Partial<Record<ProposalKind, ContractAction>>> = {
  AMEND: 'amend',
  SUSPEND: 'suspend',
  RESUME: 'resume',
  TERMINATE: 'terminate',
};

/** The state a kind of proposal leads to from here, or null when it does not apply now. */
export function stateAfter(
  document: Pick<LifeStanding, 'type' | 'status' | 'outcome'>,
  kind: ProposalKind,
): MouState | ContractState | null {
  // How it ended is said once.
  if (kind === 'CLOSE' && document.outcome !== null) return null;
  if (document.type === 'MOU') {
    const action = MOU_ACTION[kind];
    const moved = action ? nextState(MOU_TRANSITIONS, document.status as MouState, action) : null;
    return moved?.ok ? moved.value : null;
  }
  const action = CONTRACT_ACTION[kind];
  const moved = action ? nextState(CONTRACT_TRANSITIONS, document.status as ContractState, action) : null;
  return moved?.ok ? moved.value : null;
}

/** What an agreed proposal does: the lines, the ledger, the state. The caller holds the document and its rollups. */
@Injectable()
export class ProposalEffect {
  constructor(
    private readonly progress: ProgressKeeper,
    private readonly availability: AvailabilityBook,
  ) {}

  async apply(tx: Tx, document: LifeStanding, proposal: ProposalRow): Promise<Result<null, Refusal>> {
    const status = stateAfter(document, proposal.kind);
    if (status === null) return refuse({ code: 'PROPOSAL_NOT_NOW' });
    // A contract may have been signed since the end was proposed.
    const running = proposal.kind === 'CLOSE' ? await runningContracts(tx, document.id) : { count: 0, numbers: [] };
    if (running.count > 0) return refuse({ code: 'CONTRACTS_RUNNING', ...running });
    const newEnd = proposal.terms.find(({ field }) => field === 'validTo')?.after;
    const tolerance = numberOf(proposal.terms, 'toleranceBp');
    const amended = { ...document, toleranceBp: tolerance ?? document.toleranceBp };
    for (const { mouLineId, contractLineId, after } of proposal.lines) {
      const line = document.lines.find(({ id }) => id === (mouLineId ?? contractLineId));
      const problem = line && lineProblem(line, after, amended, newEnd === undefined ? document.validTo : String(newEnd));
      if (problem && problem.refusal.code !== 'NOTHING_AMENDED') return refuse(problem.refusal);
    }
    const lines = proposal.lines.map(({ contractLineId, after }) => ({ lineId: contractLineId ?? '', after }));
    if (tolerance !== null && usesMoreThan(tolerance, document, lines)) return refuse({ code: 'TOLERANCE_BELOW_CALLED_OFF' });
    await asSystem(tx, async () => {
      if (proposal.kind === 'AMEND') await this.amend(tx, document, proposal);
      const table = document.type === 'MOU' ? 'mou' : 'contract';
      await tx.query(`update ${table} set status = $2, version = version + 1 where id = $1`, [document.id, status]);
      if (proposal.kind === 'CLOSE') await tx.query('update mou set outcome = $2 where id = $1', [document.id, proposal.outcome]);
      if (proposal.kind === 'TERMINATE') await this.availability.release(tx, document.id);
      // The past itself is measured by other targets now.
      if (document.mouId) await this.progress.recompute(tx, [document.mouId]);
    });
    return accept(null);
  }

  private async amend(tx: Tx, document: LifeStanding, proposal: ProposalRow): Promise<void> {
    const isMou = document.type === 'MOU';
    for (const { mouLineId, contractLineId, after } of proposal.lines) {
      if (mouLineId) await tx.query('update mou_line set target_qty = $2 where id = $1', [mouLineId, after.target]);
      if (!contractLineId) continue;
      await tx.query('update contract_line set min_qty = $2, target_qty = $3, max_qty = $4, unit_price = $5 where id = $1', [
        contractLineId,
        after.min,
        after.target,
        after.max,
        after.unitPrice,
      ]);
      await tx.query('delete from contract_schedule where contract_line_id = $1', [contractLineId]);
      await tx.insert(
        ContractSchedule,
        (after.schedule ?? []).map(({ from, to, qty }) => ({ id: newId(), contractLineId, periodFrom: from, periodTo: to, qty })),
      );
    }
    const entries = proposal.lines.flatMap(({ id, mouLineId, contractLineId, before, after }) => {
      const qty = amendEntry({ lineId: id, before: termsOf(before), after: termsOf(after) });
      return qty.isZero ? [] : [{ contractLineId, mouLineId, qty, source: { type: 'AMENDMENT', id: proposal.id, lineId: id } }];
    });
    await writeEntries(tx, 'AMEND', entries);
    const columns = {
      validTo: 'valid_to',
      qualityTerms: 'quality_terms',
      toleranceBp: 'tolerance_bp',
      paymentTermDays: 'payment_term_days',
    };
    for (const { field, after } of proposal.terms) {
      await tx.query(`update ${isMou ? 'mou' : 'contract'} set ${columns[field]} = $2 where id = $1`, [document.id, after]);
    }
    await tx.query(
      `update agreement_proposal set amendment_no = (select coalesce(max(p.amendment_no), 0) + 1 from agreement_proposal p
         where p.document_type = $2 and p.document_id = $3), state = 'AGREED', decided_at = $4 where id = $1`,
      [proposal.id, proposal.documentType, proposal.documentId, tx.now],
    );
  }
}

import { Injectable } from '@nestjs/common';
import {
  accept,
  addDays,
  checkClosing,
  type MouOutcome,
  type ProposalAnswerKind,
  type ProposalKind,
  proposalState,
  quantity,
  type Refusal,
  refuse,
  type Result,
} from '@lienket/domain';
import { allows, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { ForbiddenError } from '../../../platform/errors.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { sendNotice } from '../../../platform/notices/index.js';
import { tidyText } from '../../../platform/text.js';
import { FileBook, LegalBook } from '../../registry/index.js';
import { ProgressKeeper } from '../progress-keeper.js';
import { AgreementProposal } from './agreement-proposal.entity.js';
import { proposalDecided, proposalMade } from './life.notices.js';
import { ProposalAnswer } from './proposal-answer.entity.js';
import { ProposalEffect, stateAfter } from './proposal-effect.js';
import { ProposalLine } from './proposal-line.entity.js';
import {
  type LifeDocument,
  type LifeStanding,
  lockLife,
  type ProposalRow,
  readProposal,
  runningContracts,
} from './proposal-standing.js';
import { contractRules } from '../contract-usual.js';
import { checkTerms, type GivenAmendment } from './proposal-terms.js';

export interface ProposeChange extends GivenAmendment {
  readonly clientKey: string;
  readonly document: LifeDocument;
  readonly id: string;
  readonly version: number;
  readonly kind: ProposalKind;
  readonly reason: string;
  readonly reasonCodes?: readonly string[] | null;
  readonly outcome?: MouOutcome | null;
  readonly fileId?: string | null;
}

export interface AnswerProposal {
  readonly clientKey: string;
  readonly id: string;
  readonly answer: ProposalAnswerKind;
  readonly reason?: string | null;
}

const isParty = (document: Pick<LifeStanding, 'partyOrgIds'>, orgId: string) => document.partyOrgIds.includes(orgId);

/** The later life of a signed document: annexes, pauses and ends, each by consent, by silence in time, or on a document. */
@Injectable()
export class ProposalService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileBook,
    private readonly legal: LegalBook,
    private readonly effect: ProposalEffect,
    private readonly progress: ProgressKeeper,
  ) {}

  propose(actor: Actor, input: ProposeChange): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'agreement.propose', clientKey: input.clientKey, input }, async (tx) => {
      const { kind } = input;
      const document = await lockLife(tx, input.document, idOf(input.id));
      const own = isParty(document, actor.orgId);
      if (!allows(actor, 'agreement.propose', { partyOrgIds: document.partyOrgIds })) throw new ForbiddenError();
      // The Alliance never changes what others promised; it pauses on a document and proposes an end.
      if (!own && (document.type !== 'MOU' || kind === 'AMEND' || kind === 'TERMINATE')) throw new ForbiddenError();
      if (document.version !== input.version) return versionConflict(document.version);
      if (stateAfter(document, kind) === null) return refuse({ code: 'PROPOSAL_NOT_NOW' });
      const [open] = await tx.query(
        `select 1 from agreement_proposal where document_type = $1 and document_id = $2 and state = 'OPEN'`,
        [document.type, document.id],
      );
      if (open) return refuse({ code: 'PROPOSAL_OPEN_ALREADY' });
      const reason = tidyText(input.reason);
      if (!reason || reason.length > 2000) return refuse({ code: 'PROPOSAL_REASON_MISSING' });
      const byDocument = !own && (kind === 'SUSPEND' || kind === 'RESUME');
      if (byDocument && !input.fileId) return refuse({ code: 'DOCUMENT_MISSING' });
      const closing = kind === 'CLOSE' ? await this.closing(tx, document, input) : accept({ outcome: null, reasonCodes: [] });
      if (!closing.ok) return closing;
      const amended =
        kind === 'AMEND'
          ? checkTerms(document, input, tx.today, await contractRules(this.legal, tx))
          : accept({ lines: [], terms: [] });
      if (!amended.ok) return amended;
      const file = input.fileId ? await this.files.attach(tx, idOf(input.fileId), actor.orgId) : null;
      const { no } = await tx.one<{ no: number }>(
        'select coalesce(max(proposal_no), 0) + 1 as no from agreement_proposal where document_type = $1 and document_id = $2',
        [document.type, document.id],
      );
      const id = newId();
      await tx.insert(AgreementProposal, {
        id,
        documentType: document.type,
        documentId: document.id,
        proposalNo: no,
        kind,
        reason,
        reasonCodes: [...closing.value.reasonCodes],
        outcome: closing.value.outcome,
        untilOn: await this.until(tx, document, kind),
        partyOrgIds: [...document.partyOrgIds],
        terms: amended.value.terms,
        fileId: file?.id ?? null,
        fileSha256: file?.sha256 ?? null,
        byDocument,
        state: 'OPEN',
        proposedBy: actor.userId,
        proposedByOrgId: actor.orgId,
        proposedAt: tx.now,
      });
      const [mouLineId, contractLineId] = document.type === 'MOU' ? [true, false] : [false, true];
      await tx.insert(
        ProposalLine,
        amended.value.lines.map(({ lineId, before, after }) => ({
          id: newId(),
          proposalId: id,
          mouLineId: mouLineId ? lineId : null,
          contractLineId: contractLineId ? lineId : null,
          before,
          after,
        })),
      );
      await this.note(tx, document, `propose-${kind.toLowerCase()}`, { reason, number: no });
      for (const orgId of document.partyOrgIds.filter((one) => one !== actor.orgId)) {
        await sendNotice(tx, proposalMade, { orgId, key: id, facts: { ...factsOf(document), kind } });
      }
      return this.decide(tx, document, await readProposal(tx, id));
    });
  }

  answer(actor: Actor, input: AnswerProposal): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'agreement.answer', clientKey: input.clientKey, input }, async (tx) => {
      const found = await readProposal(tx, idOf(input.id));
      const document = await lockLife(tx, found.documentType, found.documentId);
      // Read again behind the lock: somebody may have answered meanwhile.
      const proposal = await readProposal(tx, found.id);
      if (!isParty(proposal, actor.orgId) || !allows(actor, 'agreement.answer', { partyOrgIds: proposal.partyOrgIds })) {
        throw new ForbiddenError();
      }
      if (proposal.state !== 'OPEN' || proposal.kind === 'TERMINATE') return refuse({ code: 'PROPOSAL_DECIDED' });
      if (proposal.proposedByOrgId === actor.orgId) return refuse({ code: 'OWN_PROPOSAL' });
      if (proposal.answers.some(({ orgId }) => orgId === actor.orgId)) return refuse({ code: 'PROPOSAL_ANSWERED' });
      const reason = tidyText(input.reason);
      if ((input.answer === 'OBJECT' && !reason) || (reason && reason.length > 2000))
        return refuse({ code: 'PROPOSAL_REASON_MISSING' });
      const { answer } = input;
      await tx.insert(ProposalAnswer, {
        id: newId(),
        proposalId: proposal.id,
        orgId: actor.orgId,
        userId: actor.userId,
        answer,
        reason,
        at: tx.now,
      });
      await this.note(tx, document, `answer-${answer.toLowerCase()}`, { reason });
      return this.decide(tx, document, await readProposal(tx, proposal.id));
    });
  }

  withdraw(actor: Actor, input: { readonly clientKey: string; readonly id: string }): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'agreement.withdraw', clientKey: input.clientKey, input }, async (tx) => {
      const found = await readProposal(tx, idOf(input.id));
      const document = await lockLife(tx, found.documentType, found.documentId);
      const proposal = await readProposal(tx, found.id);
      if (proposal.proposedByOrgId !== actor.orgId) throw new ForbiddenError();
      if (!allows(actor, 'agreement.propose', { partyOrgIds: proposal.partyOrgIds })) throw new ForbiddenError();
      if (proposal.state !== 'OPEN') return refuse({ code: 'PROPOSAL_DECIDED' });
      await this.settle(tx, proposal.id, 'WITHDRAWN');
      await this.note(tx, document, 'withdraw', {});
      return accept(proposal.id);
    });
  }

  /** Applies what its answers and the day decide; an open proposal stays open. */
  async decide(tx: Tx, document: LifeStanding, proposal: ProposalRow): Promise<Result<string, Refusal>> {
    const state = proposalState({ ...proposal, until: proposal.untilOn }, proposal.answers, tx.today);
    if (state === 'OPEN') return accept(proposal.id);
    if (state === 'AGREED') {
      const applied = await this.effect.apply(tx, document, proposal);
      if (!applied.ok) return applied;
    }
    await this.tell(tx, document, proposal, state);
    return accept(proposal.id);
  }

  /** What the last day would have decided and the facts do not allow any more: it ends without effect, and the parties hear of it. */
  lapse(tx: Tx, document: LifeStanding, proposal: ProposalRow): Promise<void> {
    return this.tell(tx, document, proposal, 'DECLINED');
  }

  private async tell(tx: Tx, document: LifeStanding, proposal: ProposalRow, state: 'AGREED' | 'DECLINED'): Promise<void> {
    if (state === 'DECLINED' || proposal.kind !== 'AMEND') await this.settle(tx, proposal.id, state);
    await this.note(tx, document, `${state.toLowerCase()}-${proposal.kind.toLowerCase()}`, { outcome: proposal.outcome });
    for (const orgId of document.partyOrgIds) {
      await sendNotice(tx, proposalDecided, {
        orgId,
        key: `${proposal.id}-${state}`,
        facts: { ...factsOf(document), kind: proposal.kind, agreed: state === 'AGREED' },
      });
    }
  }

  private async settle(tx: Tx, id: string, state: string): Promise<void> {
    await tx.query('update agreement_proposal set state = $2, decided_at = $3 where id = $1', [id, state, tx.now]);
  }

  /** The outcome must not contradict the ledger: goods accepted are never "unsuccessful", a part is never "fulfilled". */
  private async closing(tx: Tx, document: LifeStanding, { outcome, reasonCodes }: ProposeChange) {
    if (!outcome) return refuse({ code: 'OUTCOME_MISSING' });
    const known = await tx.query<{ code: string; outcomes: MouOutcome[] }>(
      'select code, outcomes from closing_reason where valid_from <= $1 and (valid_to is null or valid_to >= $1)',
      [tx.today],
    );
    const checked = checkClosing(outcome, reasonCodes ?? [], known);
    if (!checked.ok) return checked;
    const [{ rung, any } = { rung: 'RECORDED', any: false }] = await tx.query<{ rung: string; any: boolean }>(
      'select rung, any_accepted as any from mou_progress where mou_id = $1',
      [document.id],
    );
    const measured = document.lines.every(({ terms }) => terms.target !== null && quantity(terms.target).isPositive);
    if (outcome === 'FULFILLED' && measured && rung !== 'FULFILLED') return refuse({ code: 'OUTCOME_NOT_TRUE', outcome });
    if (outcome === 'UNSUCCESSFUL' && any) return refuse({ code: 'OUTCOME_NOT_TRUE', outcome });
    const running = await runningContracts(tx, document.id);
    return running.count > 0 ? refuse({ code: 'CONTRACTS_RUNNING', ...running }) : checked;
  }

  private async until(tx: Tx, document: LifeStanding, kind: ProposalKind): Promise<string | null> {
    if (kind === 'TERMINATE') return addDays(tx.today, document.noticeDays ?? 30);
    if (kind !== 'CLOSE') return null;
    return addDays(tx.today, (await this.legal.number(tx, 'MOU_OBJECTION_DAYS', tx.today)) ?? 7);
  }

  private note(tx: Tx, document: LifeStanding, act: string, data: Record<string, unknown>): Promise<void> {
    const type = document.type === 'MOU' ? 'mou' : 'contract';
    return tx.audit(`${type}.${act}`, type, document.id, data);
  }
}

const factsOf = (document: LifeStanding) => ({ document: document.type, documentId: document.id, title: document.title });

import { Injectable } from '@nestjs/common';
import {
  awaitedOrgIds,
  type MouOutcome,
  PROPOSAL_KINDS,
  type ProposalAnswerKind,
  type ProposalKind,
  suggestedOutcome,
  versionsOf,
} from '@lienket/domain';
import { allows, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { organizationRefSql, type OrganizationRefView } from '../../registry/index.js';
import type { RealisationView } from '../progress-view.js';
import type { AgreementLifeView, ClosingReasonView, ProposalView } from './life.views.js';
import { stateAfter } from './proposal-effect.js';
import { type ChangedTerm, type LifeDocument, type StoredTerms, termsOf } from './proposal-standing.js';

/** The document whose life is asked for, as its own screen already knows it. */
export interface LivingDocument {
  readonly type: LifeDocument;
  readonly id: string;
  readonly status: string;
  readonly outcome: string | null;
  readonly partyOrgIds: readonly string[];
  readonly realisation: RealisationView | null;
}

interface Row {
  readonly id: string;
  readonly proposalNo: number;
  readonly amendmentNo: number | null;
  readonly kind: ProposalKind;
  readonly state: ProposalView['state'];
  readonly reason: string;
  readonly reasonNames: string[];
  readonly outcome: MouOutcome | null;
  readonly untilOn: string | null;
  readonly byDocument: boolean;
  readonly fileId: string | null;
  readonly proposedBy: OrganizationRefView;
  readonly proposedAt: Date;
  readonly decidedAt: Date | null;
  readonly partyOrgIds: string[];
  readonly terms: ChangedTerm[];
  readonly lines: { lineId: string; description: string; baseUnit: string; before: StoredTerms; after: StoredTerms }[];
  readonly answers: {
    organization: OrganizationRefView;
    personName: string;
    answer: ProposalAnswerKind;
    reason: string | null;
    at: string;
  }[];
  readonly parties: OrganizationRefView[];
}

const SELECT = `select p.id, p.proposal_no as "proposalNo", p.amendment_no as "amendmentNo", p.kind, p.state, p.reason, p.outcome, p.until_on as "untilOn",
    p.by_document as "byDocument", p.file_id as "fileId", p.proposed_at as "proposedAt", p.decided_at as "decidedAt", p.party_org_ids as "partyOrgIds", p.terms,
    ${organizationRefSql('o')} as "proposedBy",
    coalesce((select json_agg(case $2 when 'en' then r.name_en else r.name_vi end order by r.position) from closing_reason r where r.code = any(p.reason_codes)), '[]') as "reasonNames",
    coalesce((select json_agg(json_build_object('lineId', coalesce(l.mou_line_id, l.contract_line_id), 'description', coalesce(ml.description, cl.description),
        'baseUnit', coalesce(ml.base_unit, cl.base_unit), 'before', l.before, 'after', l.after) order by coalesce(ml.line_no, cl.line_no))
      from agreement_proposal_line l left join mou_line ml on ml.id = l.mou_line_id left join contract_line cl on cl.id = l.contract_line_id
      where l.proposal_id = p.id), '[]') as lines,
    coalesce((select json_agg(json_build_object('organization', ${organizationRefSql('ao')}, 'personName', u.full_name, 'answer', a.answer, 'reason', a.reason, 'at', a.at) order by a.at)
      from agreement_proposal_answer a join organization ao on ao.id = a.org_id join app_user u on u.id = a.user_id where a.proposal_id = p.id), '[]') as answers,
    coalesce((select json_agg(${organizationRefSql('po')}) from organization po where po.id = any(p.party_org_ids)), '[]') as parties
  from agreement_proposal p join organization o on o.id = p.proposed_by_org_id`;

const RENEWABLE = ['IN_FORCE', 'SUSPENDED', 'CLOSED', 'EXPIRED', 'LAPSED'];

/** What became of a signed document by consent: its annexes, pauses and end. */
@Injectable()
export class LifeQueries {
  constructor(private readonly uow: UnitOfWork) {}

  of(actor: Actor, document: LivingDocument): Promise<AgreementLifeView> {
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<Row>(
        `${SELECT} where p.document_type = $1 and p.document_id = $3 order by p.proposal_no desc`,
        [document.type, actor.locale, document.id],
      );
      const { realisation } = document;
      return {
        proposals: rows.map((row) => view(row, actor, tx.today)),
        versions: versionsIn(rows),
        mayPropose: this.mayPropose(actor, document, rows),
        suggestedOutcome:
          realisation && document.type === 'MOU'
            ? suggestedOutcome(
                realisation.kind === 'MEASURED'
                  ? {
                      kind: 'MEASURED',
                      basisPoints: realisation.basisPoints ?? 0,
                      weighting: 'VALUE',
                      coverage: { quantified: realisation.quantifiedLines, total: realisation.totalLines },
                    }
                  : { kind: 'NOT_QUANTIFIED', coverage: { quantified: 0, total: realisation.totalLines } },
              )
            : null,
        mayRenew:
          document.type === 'MOU' &&
          RENEWABLE.includes(document.status) &&
          allows(actor, 'mou.create', { partyOrgIds: [...document.partyOrgIds] }),
      };
    });
  }

  byId(actor: Actor, id: string): Promise<ProposalView> {
    return this.uow.read(actor, async (tx) => {
      const row = await tx.one<Row>(`${SELECT} where p.id = $3 and p.document_type in ($1, 'CONTRACT')`, [
        'MOU',
        actor.locale,
        idOf(id),
      ]);
      return view(row, actor, tx.today);
    });
  }

  reasons(actor: Actor): Promise<ClosingReasonView[]> {
    return this.uow.read(actor, (tx: Tx) =>
      tx.query<ClosingReasonView>(
        `select code, case $2 when 'en' then name_en else name_vi end as name, outcomes from closing_reason
         where valid_from <= $1 and (valid_to is null or valid_to >= $1) order by position`,
        [tx.today, actor.locale],
      ),
    );
  }

  private mayPropose(actor: Actor, document: LivingDocument, rows: readonly Row[]): ProposalKind[] {
    if (rows.some(({ state }) => state === 'OPEN')) return [];
    const parties = { partyOrgIds: [...document.partyOrgIds] };
    if (!allows(actor, 'agreement.propose', parties)) return [];
    const own = document.partyOrgIds.includes(actor.orgId);
    return PROPOSAL_KINDS.filter((kind) => {
      const standing = { type: document.type, status: document.status, outcome: document.outcome } as Parameters<
        typeof stateAfter
      >[0];
      if (stateAfter(standing, kind) === null) return false;
      return own || (document.type === 'MOU' && kind !== 'AMEND' && kind !== 'TERMINATE');
    });
  }
}

function view(row: Row, actor: Actor, today: string): ProposalView {
  const { parties, partyOrgIds, fileId, answers, lines, terms, ...plain } = row;
  const own = partyOrgIds.includes(actor.orgId);
  const awaited =
    row.state === 'OPEN'
      ? awaitedOrgIds(
          { kind: row.kind, partyOrgIds, proposedByOrgId: row.proposedBy.id, until: row.untilOn, byDocument: row.byDocument },
          answers.map(({ organization, answer }) => ({ orgId: organization.id, answer })),
          today,
        )
      : [];
  const side = (stored: StoredTerms) => ({
    min: stored.min,
    target: stored.target,
    max: stored.max,
    unitPrice: own && stored.unitPrice !== undefined ? BigInt(stored.unitPrice) : null,
    schedule: [...(stored.schedule ?? [])],
  });
  return {
    ...plain,
    fileUrl: fileId && `/files/${fileId}`,
    terms: terms.map(({ field, before, after }) => ({
      field,
      before: before === null ? null : String(before),
      after: after === null ? null : String(after),
    })),
    lines: lines.map(({ before, after, ...line }) => ({ ...line, before: side(before), after: side(after) })),
    answers: answers.map(({ at, ...answer }) => ({ ...answer, at: new Date(at) })),
    awaited: parties.filter(({ id }) => awaited.includes(id)),
    mayAnswer: awaited.includes(actor.orgId) && allows(actor, 'agreement.answer', { partyOrgIds }),
    mayWithdraw: row.state === 'OPEN' && row.proposedBy.id === actor.orgId && allows(actor, 'agreement.propose', { partyOrgIds }),
  };
}

/** Each amended line from what was signed to what holds. */
function versionsIn(rows: readonly Row[]): AgreementLifeView['versions'] {
  const agreed = rows.flatMap((row) => (row.amendmentNo === null ? [] : [{ no: row.amendmentNo, row }]));
  const lineIds = [...new Set(agreed.flatMap(({ row }) => row.lines.map(({ lineId }) => lineId)))];
  return lineIds.flatMap((lineId) => {
    const amendments = agreed.map(({ no, row }) => ({
      no,
      lines: row.lines.map((line) => ({ lineId: line.lineId, before: termsOf(line.before), after: termsOf(line.after) })),
    }));
    const nothing = { min: null, target: null, max: null };
    return versionsOf(lineId, nothing, amendments).map(({ no, terms }) => ({
      lineId,
      amendmentNo: no,
      target: terms.target?.toDecimalString() ?? null,
    }));
  });
}

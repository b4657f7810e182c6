import {
  quantity,
  RUNNING_CONTRACT_STATES,
  type ContractState,
  type MouState,
  type ProposalAnswerKind,
  type ProposalKind,
} from '@lienket/domain';
import { asSystem } from '../../../platform/database/as-system.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';

export type LifeDocument = 'MOU' | 'CONTRACT';

/** Terms of a line as stored: decimal strings. A memorandum has a target alone. */
export interface StoredTerms {
  readonly min: string | null;
  readonly target: string | null;
  readonly max: string | null;
  readonly unitPrice?: string;
  readonly schedule?: readonly { readonly from: string; readonly to: string; readonly qty: string }[];
}

export interface LifeLine {
  readonly id: string;
  readonly terms: StoredTerms;
  readonly accepted: string;
  readonly calledOff: string;
}

/** A signed document as its later life sees it. */
export interface LifeStanding {
  readonly type: LifeDocument;
  readonly id: string;
  readonly mouId: string | null;
  readonly title: string;
  readonly status: MouState | ContractState;
  /** How a memorandum ended; null before, and for a contract. */
  readonly outcome: string | null;
  readonly version: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly qualityTerms: string | null;
  readonly toleranceBp: number | null;
  readonly paymentTermDays: number | null;
  readonly noticeDays: number | null;
  readonly sellerOrgId: string | null;
  readonly buyerOrgId: string | null;
  /** Those whose consent counts. */
  readonly partyOrgIds: readonly string[];
  readonly lines: readonly LifeLine[];
}

const NUMBERS = `coalesce(t.accepted, 0)::text as accepted, coalesce(t.called_off, 0)::text as "calledOff"`;

/** Locks the document and then the rollups of its lines, in id order as the ledger does. */
export async function lockLife(tx: Tx, type: LifeDocument, id: string): Promise<LifeStanding> {
  const table = type === 'MOU' ? 'mou' : 'contract';
  await tx.one(`select id from ${table} where id = $1 for update`, [id]);
  const lineTable = type === 'MOU' ? 'mou_line' : 'contract_line';
  await tx.query(
    `select 1 from agreement_line_total t where t.line_id in (select l.id from ${lineTable} l where l.${table}_id = $1) order by t.line_id for update`,
    [id],
  );
  return type === 'MOU' ? readMouLife(tx, id) : readContractLife(tx, id);
}

async function readMouLife(tx: Tx, id: string): Promise<LifeStanding> {
  const head = await tx.one<Omit<LifeStanding, 'lines' | 'type'>>(
    `select m.id, m.id as "mouId", m.title, m.status, m.outcome, m.version, m.valid_from as "validFrom", m.valid_to as "validTo", m.quality_terms as "qualityTerms",
       null as "toleranceBp", null as "paymentTermDays", null as "noticeDays", null as "sellerOrgId", null as "buyerOrgId",
       (select array_agg(p.org_id order by p.position) from mou_party p where p.mou_id = m.id and p.must_sign) as "partyOrgIds"
     from mou m where m.id = $1`,
    [id],
  );
  const lines = await tx.query<{ id: string; target: string | null; accepted: string; calledOff: string }>(
    `select l.id, l.target_qty as target, ${NUMBERS} from mou_line l left join agreement_line_total t on t.line_id = l.id where l.mou_id = $1 order by l.line_no`,
    [id],
  );
  return {
    type: 'MOU',
    ...head,
    lines: lines.map(({ target, ...line }) => ({ ...line, terms: { min: null, target, max: null } })),
  };
}

async function readContractLife(tx: Tx, id: string): Promise<LifeStanding> {
  const head = await tx.one<Omit<LifeStanding, 'lines' | 'type'>>(
    `select c.id, c.mou_id as "mouId", c.number as title, c.status, null as outcome, c.version, c.valid_from as "validFrom", c.valid_to as "validTo", null as "qualityTerms",
       c.tolerance_bp as "toleranceBp", c.payment_term_days as "paymentTermDays", c.notice_days as "noticeDays", c.seller_org_id as "sellerOrgId",
       c.buyer_org_id as "buyerOrgId", array[c.seller_org_id, c.buyer_org_id] as "partyOrgIds" from contract c where c.id = $1`,
    [id],
  );
  const lines = await tx.query<
    Omit<LifeLine, 'terms'> & { min: string; target: string; max: string; unitPrice: bigint; schedule: StoredTerms['schedule'] }
  >(
    `select l.id, l.min_qty as min, l.target_qty as target, l.max_qty as max, l.unit_price as "unitPrice", ${NUMBERS},
       coalesce((select json_agg(json_build_object('from', s.period_from, 'to', s.period_to, 'qty', s.qty::text) order by s.period_from)
         from contract_schedule s where s.contract_line_id = l.id), '[]') as schedule
     from contract_line l left join agreement_line_total t on t.line_id = l.id where l.contract_id = $1 order by l.line_no`,
    [id],
  );
  return {
    type: 'CONTRACT',
    ...head,
    lines: lines.map(({ min, target, max, unitPrice, schedule, ...line }) => ({
      ...line,
      terms: { min, target, max, unitPrice: unitPrice.toString(), schedule: schedule ?? [] },
    })),
  };
}

/**
 * Contracts under the memorandum that still bind somebody, whoever asks; named are only those that the reader may see. Asked behind
 * the memorandum's lock, which signing a contract shares.
 */
export async function runningContracts(tx: Tx, mouId: string): Promise<{ count: number; numbers: string[] }> {
  const of = () =>
    tx.query<{ number: string }>('select number from contract where mou_id = $1 and status = any($2) order by number', [
      mouId,
      RUNNING_CONTRACT_STATES,
    ]);
  const seen = await of();
  const all = await asSystem(tx, of);
  return { count: all.length, numbers: seen.map(({ number }) => number) };
}

export interface ProposalRow {
  readonly id: string;
  readonly documentType: LifeDocument;
  readonly documentId: string;
  readonly kind: ProposalKind;
  readonly reason: string;
  readonly outcome: string | null;
  readonly untilOn: string | null;
  readonly partyOrgIds: readonly string[];
  readonly terms: readonly ChangedTerm[];
  readonly byDocument: boolean;
  readonly state: string;
  readonly proposedByOrgId: string;
  readonly lines: readonly {
    id: string;
    mouLineId: string | null;
    contractLineId: string | null;
    before: StoredTerms;
    after: StoredTerms;
  }[];
  readonly answers: readonly { orgId: string; answer: ProposalAnswerKind }[];
}

/** A changed term beside the lines. */
export interface ChangedTerm {
  readonly field: 'validTo' | 'qualityTerms' | 'toleranceBp' | 'paymentTermDays';
  readonly before: string | number | null;
  readonly after: string | number | null;
}

export const readProposal = (tx: Tx, id: string): Promise<ProposalRow> =>
  tx.one<ProposalRow>(
    `select p.id, p.document_type as "documentType", p.document_id as "documentId", p.kind, p.reason, p.outcome, p.until_on as "untilOn",
       p.party_org_ids as "partyOrgIds", p.terms, p.by_document as "byDocument", p.state, p.proposed_by_org_id as "proposedByOrgId",
       coalesce((select json_agg(json_build_object('id', l.id, 'mouLineId', l.mou_line_id, 'contractLineId', l.contract_line_id, 'before', l.before, 'after', l.after) order by l.id)
         from agreement_proposal_line l where l.proposal_id = p.id), '[]') as lines,
       coalesce((select json_agg(json_build_object('orgId', a.org_id, 'answer', a.answer) order by a.at, a.id)
         from agreement_proposal_answer a where a.proposal_id = p.id), '[]') as answers
     from agreement_proposal p where p.id = $1`,
    [id],
  );

const read = (qty: string | null) => (qty === null ? null : quantity(qty));

/** Stored terms as the domain's rules read them. */
export const termsOf = ({ min, target, max }: StoredTerms) => ({ min: read(min), target: read(target), max: read(max) });

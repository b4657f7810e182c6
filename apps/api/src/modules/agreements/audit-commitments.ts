import type { Tx } from '../../platform/database/unit-of-work.js';
import { asSystem } from '../../platform/database/as-system.js';
import { auditProgress } from './audit-progress.js';

export interface Check {
  readonly name: string;
  readonly violations: number;
}

/** Each statement returns one row for each broken thing; an empty answer is a sound ledger. */
const CHECKS: Readonly<Record<string, string>> = {
  'rollup of a line = sum of its ledger entries': `
    with sums as (
      select line_id, sum(qty) filter (where kind in ('COMMIT', 'AMEND')) as committed,
        coalesce(sum(case kind when 'CALL_OFF' then qty when 'CALL_OFF_RELEASE' then -qty end), 0) as called_off,
        coalesce(sum(qty) filter (where kind = 'DISPATCH'), 0) as dispatched, coalesce(sum(qty) filter (where kind = 'ACCEPT'), 0) as accepted,
        coalesce(sum(qty) filter (where kind = 'REJECT'), 0) as rejected, coalesce(sum(qty) filter (where kind = 'INVOICE'), 0) as invoiced,
        coalesce(sum(qty) filter (where kind = 'PAY'), 0) as paid
      from (select contract_line_id as line_id, kind, qty from commitment_entry where contract_line_id is not null
        union all select mou_line_id, kind, qty from commitment_entry where mou_line_id is not null) entries group by line_id)
    select coalesce(s.line_id, t.line_id) from sums s full join agreement_line_total t on t.line_id = s.line_id
    where (t.committed, coalesce(t.called_off, 0), coalesce(t.dispatched, 0), coalesce(t.accepted, 0), coalesce(t.rejected, 0), coalesce(t.invoiced, 0), coalesce(t.paid, 0))
      is distinct from (s.committed, coalesce(s.called_off, 0), coalesce(s.dispatched, 0), coalesce(s.accepted, 0), coalesce(s.rejected, 0), coalesce(s.invoiced, 0), coalesce(s.paid, 0))
      or (t.line_id is null and s.line_id is not null)`,
  'open call-off ≤ maximum and tolerance': `
    select t.line_id from agreement_line_total t join contract_line l on l.id = t.line_id join contract c on c.id = l.contract_id
    where t.called_off > trunc(l.max_qty * (10000 + c.tolerance_bp) / 10000, 3)`,
  'released ≤ called off, source line by source line': `
    select source_line_id from commitment_entry where kind in ('CALL_OFF', 'CALL_OFF_RELEASE') and contract_line_id is not null
    group by source_type, source_line_id, contract_line_id having sum(case kind when 'CALL_OFF' then qty else -qty end) < 0`,
  'a reversal undoes one entry of the same kind, line and amount': `
    select r.id from commitment_entry r join commitment_entry o on o.id = r.reverses_id
    where o.reverses_id is not null or o.kind <> r.kind or o.qty <> -r.qty
      or (o.contract_line_id, o.mou_line_id) is distinct from (r.contract_line_id, r.mou_line_id)`,
  'an entry counts for the line its contract names': `
    select e.id from commitment_entry e join contract_line l on l.id = e.contract_line_id
    where e.kind not in ('COMMIT', 'AMEND') and e.mou_line_id is distinct from l.mou_line_id`,
  'a delivery outside the system counts once, as its state and its papers say': `
    select d.id from outside_delivery d left join lateral (
      select coalesce(sum(e.qty), 0) as qty, coalesce(sum(e.qty) filter (where e.evidence_grade = 'B'), 0) as proven, bool_or(e.evidence_grade = 'A') as best
      from commitment_entry e where e.source_type = 'OUTSIDE' and e.source_id = d.id and e.kind = 'ACCEPT') l on true
    where l.best or l.qty <> case when d.state in ('DENIED', 'WITHDRAWN') then 0 else d.qty end
      or l.proven <> case when d.state = 'CONFIRMED' and d.has_document then d.qty else 0 end`,
  'no entry on an agreement that was never in force': `
    select e.id from commitment_entry e join contract_line l on l.id = e.contract_line_id join contract c on c.id = l.contract_id
    where c.status in ('DRAFT', 'NEGOTIATING', 'SIGNED')
    union all select e.id from commitment_entry e join mou_line l on l.id = e.mou_line_id join mou m on m.id = l.mou_id
    where m.status in ('DRAFT', 'SIGNING', 'LAPSED')`,
  'no call-off on a memorandum after it was closed': `
    select e.id from commitment_entry e join mou_line l on l.id = e.mou_line_id
      join agreement_proposal p on p.document_type = 'MOU' and p.document_id = l.mou_id and p.kind = 'CLOSE' and p.state = 'AGREED'
    where e.kind = 'CALL_OFF' and e.at > p.decided_at`,
  'a signed memorandum has every mandatory signature, and the day of the last one': `
    select m.id from mou m
    where m.status in ('SIGNED', 'IN_FORCE', 'SUSPENDED', 'CLOSED', 'EXPIRED') and (
      exists (select 1 from mou_party p where p.mou_id = m.id and p.must_sign and not exists (
        select 1 from signature s where s.document_type = 'MOU' and s.document_id = m.id and s.org_id = p.org_id
          and (s.method <> 'PAPER_ATTESTED' or s.countersigned_by is not null)))
      or m.signed_on is distinct from (select max(s.signed_on) from signature s join mou_party p on p.org_id = s.org_id and p.mou_id = m.id and p.must_sign
        where s.document_type = 'MOU' and s.document_id = m.id))`,
  'an unsigned memorandum has no day of signature and no signature in the app': `
    select m.id from mou m where m.status = 'DRAFT' and (m.signed_on is not null
      or exists (select 1 from signature s where s.document_type = 'MOU' and s.document_id = m.id and s.method <> 'PAPER_ATTESTED'))`,
  'a signed contract has both signatures': `
    select c.id from contract c where c.status not in ('DRAFT', 'NEGOTIATING') and 2 <> (
      select count(*) from signature s where s.document_type = 'CONTRACT' and s.document_id = c.id and s.org_id in (c.seller_org_id, c.buyer_org_id))`,
  'a target is what was committed and amended': `
    select l.id from mou_line l join mou m on m.id = l.mou_id join agreement_line_total t on t.line_id = l.id
    where m.status in ('SIGNED', 'IN_FORCE', 'SUSPENDED', 'CLOSED', 'EXPIRED') and t.committed is distinct from l.target_qty
    union all select l.id from contract_line l join contract c on c.id = l.contract_id join agreement_line_total t on t.line_id = l.id
    where c.activated_at is not null and t.committed is distinct from l.target_qty`,
  'an agreed amendment, suspension or resumption has every party’s consent, or a document of the Alliance': `
    select p.id from agreement_proposal p where p.state = 'AGREED' and p.kind in ('AMEND', 'SUSPEND', 'RESUME') and not p.by_document
      and exists (select 1 from unnest(p.party_org_ids) as party(org_id) where party.org_id <> p.proposed_by_org_id and not exists (
        select 1 from agreement_proposal_answer a where a.proposal_id = p.id and a.org_id = party.org_id and a.answer = 'CONSENT'))`,
  'what a share gave = its parts less what went back, never above its cap': `
    select s.id from supply_share s left join (select share_id, sum(qty - released) as used from pool_part group by share_id) t on t.share_id = s.id
    where s.used_qty <> coalesce(t.used, 0) or s.used_qty > s.max_qty`,
  'live shares add up to what the pool says, never above the line': `
    select p.id from supply_pool p left join (select pool_id, sum(target_qty) filter (where status in ('OFFERED', 'COMMITTED')) as shared
      from supply_share group by pool_id) s on s.pool_id = p.id where p.shared_qty <> coalesce(s.shared, 0) or p.shared_qty > p.line_qty`,
  'a pooled call-off = its parts and its shortage, each part an order of its member': `
    select c.id from pool_call_off c where c.allocated <> (select coalesce(sum(t.qty), 0) from pool_part t where t.call_off_id = c.id and t.round = 1)
      or c.reallocated <> (select coalesce(sum(t.qty), 0) from pool_part t where t.call_off_id = c.id and t.round = 2)
    union all select t.id from pool_part t join order_line l on l.id = t.order_line_id join purchase_order o on o.id = l.order_id
    where o.seller_org_id <> t.member_org_id or o.buyer_org_id <> t.buyer_org_id or l.ordered_qty <> t.qty`,
  'the copied list of parties is that of the parties': `
    select m.id from mou m where (select array_agg(x order by x) from unnest(m.party_org_ids) x)
      is distinct from (select array_agg(p.org_id order by p.org_id) from mou_party p where p.mou_id = m.id)`,
};

/** Proves what no single row can: rollups, progress, limits and signatures against the facts they come from. */
export function auditCommitments(tx: Tx): Promise<Check[]> {
  return asSystem(tx, async () => {
    const checks: Check[] = [];
    for (const [name, sql] of Object.entries(CHECKS)) checks.push({ name, violations: (await tx.query(sql)).length });
    return [...checks, { name: 'stored progress = progress recomputed from zero', violations: await auditProgress(tx) }];
  });
}

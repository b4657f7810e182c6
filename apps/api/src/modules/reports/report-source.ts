import type { ReportAgreementInput, ReportBlockInput, ReportEntry, ReportInput, ReportStallInput } from '@lienket/domain';
import { dayOf } from '../../platform/database/sql-days.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { fulfilmentToleranceSql } from '../agreements/index.js';
import { creditFacts } from '../credit/index.js';

/** $1: an event, or null for all agreements. */
const inScope = '($1::uuid is null or m.event_id = $1)';
/** The day of the last transition of this kind. */
const transition = (action: string) =>
  `(select ${dayOf('max(a.at)')} from audit_event a where a.entity_type = 'mou' and a.entity_id = m.id and a.action = '${action}')`;
const placeSql = (unit: string) =>
  `case when ${unit}.code is null then null else json_build_object('code', ${unit}.code, 'name', ${unit}.name) end`;

/**
 * The dated facts that a report is made of, read behind the wall of the Alliance. Ledger rows come as sums per line, kind, grade and day,
 * so that a million receipts are a few thousand rows.
 */
export async function reportInput(tx: Tx, eventId: string | null, reporterOrgId: string): Promise<ReportInput> {
  return {
    agreements: await tx.query<ReportAgreementInput>(
      `with scope as (select m.* from mou m where ${inScope}),
       -- Signatures are taken off the table when void; the evidence and the audit keep what was given and when it fell.
       given as (
         select document_id as mou_id, org_id, method, at from signature_evidence where document_type = 'MOU' and kind = 'SIGNED'
         union select entity_id, (data ->> 'orgId')::uuid, 'PAPER_ATTESTED', at from audit_event where entity_type = 'mou' and action = 'mou.attest'
         union select document_id, org_id, method, recorded_at from signature where document_type = 'MOU'),
       voided as (
         select document_id as mou_id, org_id, at from signature_evidence where document_type = 'MOU' and kind = 'VOIDED'
         union all select entity_id, null, at from audit_event
           where entity_type = 'mou' and action = 'mou.update' and (data ->> 'voidedSignatures')::int > 0),
       signed as (
         select g.mou_id, json_agg(json_build_object('orgId', g.org_id, 'grade', case when g.method <> 'PAPER_ATTESTED' then 'A' else 'B' end,
             'on', ${dayOf('g.at')}, 'voidedOn', (select ${dayOf('min(v.at)')} from voided v
               where v.mou_id = g.mou_id and v.at >= g.at and (v.org_id is null or v.org_id = g.org_id))) order by g.at) as list
         from given g join scope m on m.id = g.mou_id group by 1)
       select m.id, m.register_no as "registerNo", m.title, m.is_demo as "isDemo", ${dayOf('m.recorded_at')} as "recordedOn", ${fulfilmentToleranceSql('m')} / 100.0::float8 as "tolerancePct", m.signed_on as "signedOn",
         m.valid_from as "validFrom", m.valid_to as "validTo",
         (select ${dayOf('min(c.activated_at)')} from contract c where c.mou_id = m.id and c.activated_at is not null
            and exists (select 1 from contract_line cl where cl.contract_id = c.id and cl.mou_line_id is not null)) as "contractedOn",
         case m.status
           when 'CLOSED' then (select json_build_object('on', ${dayOf('p.decided_at')}, 'status', 'CLOSED', 'outcome', p.outcome) from agreement_proposal p
             where p.document_type = 'MOU' and p.document_id = m.id and p.kind = 'CLOSE' and p.state = 'AGREED' order by p.decided_at desc limit 1)
           when 'EXPIRED' then (select json_build_object('on', ${transition('mou.expire')}, 'status', 'EXPIRED', 'outcome', p.outcome, 'outcomeOn', ${dayOf('p.decided_at')})
             from (select 1) one left join agreement_proposal p on p.document_type = 'MOU' and p.document_id = m.id and p.kind = 'CLOSE' and p.state = 'AGREED'
             order by p.decided_at desc limit 1)
           when 'LAPSED' then json_build_object('on', ${transition('mou.lapse')}, 'status', 'LAPSED', 'outcome', null)
         end as ending,
         coalesce(s.list, '[]') as signatures,
         coalesce((select json_agg(json_build_object('openedOn', ${dayOf('r.opened_at')}, 'closedOn', ${dayOf('r.closed_at')}))
           from signing_round r where r.document_type = 'MOU' and r.document_id = m.id), '[]') as rounds,
         coalesce((select ${dayOf('min(a.at)')} from audit_event a where a.entity_type = 'mou' and a.entity_id = m.id and a.data ->> 'documentFileId' is not null),
           (select ${dayOf('f.created_at')} from stored_file f where f.id = m.document_file_id)) as "documentOn",
         coalesce((select json_agg(json_build_object('orgId', o.id, 'role', y.role, 'name', o.name, 'mustSign', y.must_sign) order by y.position)
           from mou_party y join organization o on o.id = y.org_id where y.mou_id = m.id), '[]') as parties,
         ${placeSql('d')} as district, ${placeSql('u')} as commune,
         coalesce((select json_agg(json_build_object('id', l.id, 'lineNo', l.line_no, 'description', l.description, 'baseUnit', l.base_unit,
             'group', l.product_group, 'refPrice', l.reference_price::text, 'seasonMonths', l.season_months) order by l.line_no)
           from mou_line l where l.mou_id = m.id), '[]') as lines,
         coalesce((select json_agg(json_build_object('on', ${dayOf('e.at')}, 'grade', e.evidence_grade, 'undoneOn', ${dayOf('r.at')}))
           from mou_line l join commitment_entry e on e.mou_line_id = l.id and e.kind = 'CONFIRM' and e.reverses_id is null
           left join commitment_entry r on r.reverses_id = e.id where l.mou_id = m.id), '[]') as "callOffs"
       from scope m
       left join signed s on s.mou_id = m.id
       left join lateral (select o.commune_code, o.legacy_district_code from mou_party y join organization o on o.id = y.org_id
         where y.mou_id = m.id and y.role = 'SELLER' order by y.position limit 1) q on true
       left join administrative_unit u on u.code = q.commune_code
       left join administrative_unit d on d.code = coalesce(q.legacy_district_code, u.former_district_code)
       order by m.id`,
      [eventId],
    ),
    entries: await tx.query<ReportEntry>(
      `select e.mou_line_id as "lineId", e.kind, e.evidence_grade as grade, ${dayOf('e.at')} as "on", sum(e.qty)::text as qty
       from mou m join mou_line l on l.mou_id = m.id join commitment_entry e on e.mou_line_id = l.id
       where ${inScope} and e.kind in ('COMMIT', 'AMEND', 'CALL_OFF', 'CALL_OFF_RELEASE', 'DISPATCH', 'ACCEPT')
       group by 1, 2, 3, 4`,
      [eventId],
    ),
    blocks: await tx.query<ReportBlockInput>(
      `select p.number as petition, o.name as department, p.answer_before as "answerBefore", m.register_no as agreement,
         ${dayOf('b.linked_at')} as since, ${dayOf('b.ended_at')} as "endedOn"
       from petition_block b join petition p on p.id = b.petition_id join mou m on m.id = b.mou_id
       left join organization o on o.id = p.department_id where ${inScope}`,
      [eventId],
    ),
    stalls: await tx.query<ReportStallInput>(
      `select m.register_no as agreement, ${dayOf('a.raised_at')} as "raisedOn", ${dayOf('a.cleared_at')} as "clearedOn",
         coalesce((select json_agg(json_build_object('on', ${dayOf('n.at')}, 'reason', json_build_object('code', s.code, 'nameVi', s.name_vi, 'nameEn', s.name_en))
             order by n.at, n.id) from alert_answer n join stall_reason s on s.code = n.reason_code where n.alert_id = a.id), '[]') as answers
       from agreement_alert a join mou m on m.id = a.mou_id where ${inScope} and m.status <> 'LAPSED' order by a.raised_at, a.id`,
      [eventId],
    ),
    credits: await creditFacts(tx, eventId, reporterOrgId),
  };
}

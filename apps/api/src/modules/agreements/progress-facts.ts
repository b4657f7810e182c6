import { quantity, type AcceptFact, type EvidenceGrade } from '@lienket/domain';
import { dayOf } from '../../platform/database/sql-days.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { MouFacts } from './progress.js';

/** How far below the promise a memorandum is still fulfilled, in basis points: the rule of the day it was recorded, on the board and in reports. */
export const fulfilmentToleranceSql = (mou: string): string =>
  `coalesce((select t.value::int from legal_parameter t where t.code = 'MOU_FULFILMENT_TOLERANCE_BP'
     and ${dayOf(`${mou}.recorded_at`)} between t.valid_from and coalesce(t.valid_to, 'infinity') order by t.valid_from desc limit 1), 0)`;

const GRADES = `(values ('A'), ('B'), ('C')) as g(grade)`;

/**
 * The dated facts of many memoranda in one statement. First and last moments come one index entry each, and sums from the
 * rollup, so that a memorandum with a hundred thousand receipts costs what one with ten does.
 */
export const readFacts = (tx: Tx, mouIds: readonly string[]): Promise<MouFacts[]> =>
  tx.query<MouFacts>(
    `select m.id, m.event_id as "eventId", m.status, m.outcome, m.recorded_at as "recordedAt", m.signed_on as "signedOn",
       m.valid_from as "validFrom", json_build_object('isCirculating', m.status = 'SIGNING', 'hasDocument', m.document_file_id is not null,
         'unsignedRoles', (select coalesce(json_agg(distinct y.role), '[]'::json) from mou_party y where y.mou_id = m.id and y.must_sign and not exists
           (select 1 from signature s where s.document_type = 'MOU' and s.document_id = m.id and s.org_id = y.org_id))) as signing,
       p.rungs as "storedRungs", lines.list as lines,
       (select max(case when s.method <> 'PAPER_ATTESTED' then 'A' else 'B' end) from signature s where s.document_type = 'MOU' and s.document_id = m.id) as "signedGrade",
       ${fulfilmentToleranceSql('m')} as "toleranceBp",
       (select min(c.activated_at) from contract c where c.mou_id = m.id and c.activated_at is not null
          and exists (select 1 from contract_line cl where cl.contract_id = c.id and cl.mou_line_id is not null)) as "contractedAt"
     from mou m left join mou_progress p on p.mou_id = m.id
     left join lateral (
       select json_agg(json_build_object('id', l.id, 'target', l.target_qty::text, 'refPrice', l.reference_price::text, 'season', l.season_months,
           'accepted', t.accepted::text,
           'confirms', (select json_agg(json_build_object('at', f.at, 'grade', g.grade)) from ${GRADES} cross join lateral (
              select e.at from commitment_entry e where e.mou_line_id = l.id and e.kind = 'CONFIRM' and e.evidence_grade = g.grade and e.reverses_id is null
                and not exists (select 1 from commitment_entry r where r.reverses_id = e.id) order by e.at limit 1) f),
           'accepts', (select json_agg(json_build_object('at', f.at, 'grade', g.grade)) from ${GRADES} cross join lateral (
              select e.at from commitment_entry e where e.mou_line_id = l.id and e.kind = 'ACCEPT' and e.evidence_grade = g.grade order by e.at desc limit 1) f)
         ) order by l.line_no) as list
       from mou_line l left join agreement_line_total t on t.line_id = l.id where l.mou_id = m.id) lines on true
     where m.id = any($1) order by m.id`,
    [mouIds],
  );

/** Every accept of these memoranda, those of one line, moment and grade together. */
export async function readAccepts(tx: Tx, mouIds: readonly string[]): Promise<Map<string, AcceptFact[]>> {
  const rows = await tx.query<{ mouId: string; lineId: string; at: Date; grade: EvidenceGrade; qty: string }>(
    `select l.mou_id as "mouId", e.mou_line_id as "lineId", e.at, e.evidence_grade as grade, sum(e.qty) as qty
     from mou_line l join commitment_entry e on e.mou_line_id = l.id and e.kind = 'ACCEPT'
     where l.mou_id = any($1) group by 1, 2, 3, 4`,
    [mouIds],
  );
  const byMou = new Map<string, AcceptFact[]>();
  for (const { mouId, lineId, at, grade, qty } of rows) {
    const facts = byMou.get(mouId) ?? [];
    facts.push({ lineId, at, grade, qty: quantity(qty) });
    byMou.set(mouId, facts);
  }
  return byMou;
}

import type { EntityManager } from 'typeorm';
import { newId } from '../../../platform/ids.js';

/** The fields of petitions and what the notice says about the first cohort; repeatable. */
export async function loadPetitionReference(
  manager: EntityManager,
  data: { fields: object[]; cohorts: object[] },
): Promise<void> {
  await manager.query(
    `insert into petition_field (code, name_vi, name_en, usual_org_id, position)
     select f.code, f."nameVi", f."nameEn", o.id, r.ordinality from jsonb_array_elements($1::jsonb) with ordinality as r(field, ordinality),
       jsonb_to_record(r.field) as f(code text, "nameVi" text, "nameEn" text, "usualOrg" text) left join organization o on o.slug = f."usualOrg"
     on conflict (code) do update set name_vi = excluded.name_vi, name_en = excluded.name_en, usual_org_id = excluded.usual_org_id,
       position = excluded.position`,
    [JSON.stringify(data.fields)],
  );
  await manager.query(
    `insert into petition_cohort (id, event_id, item_count, petitioner_count, received_from, received_to, answer_before, answering_org_id, source)
     select c.id, e.id, c."itemCount", c."petitionerCount", c."receivedFrom", c."receivedTo", c."answerBefore", o.id, c.source
     from jsonb_to_recordset($1) as c(id uuid, event text, "itemCount" int, "petitionerCount" int, "receivedFrom" date, "receivedTo" date,
       "answerBefore" date, "answeringOrg" text, source text) join event e on e.code = c.event left join organization o on o.slug = c."answeringOrg"
     on conflict (event_id) do update set item_count = excluded.item_count, petitioner_count = excluded.petitioner_count,
       received_from = excluded.received_from, received_to = excluded.received_to, answer_before = excluded.answer_before,
       answering_org_id = excluded.answering_org_id, source = excluded.source`,
    [JSON.stringify(data.cohorts.map((cohort) => ({ id: newId(), ...cohort })))],
  );
}

import type { EntityManager } from 'typeorm';
import { newId } from '../../../platform/ids.js';

export interface NoticeDuties {
  readonly duties: readonly object[];
  readonly recipients: readonly object[];
  readonly indicators: readonly object[];
  readonly values: readonly object[];
}

const withIds = (rows: readonly object[]) => JSON.stringify(rows.map((row) => ({ id: newId(), ...row })));

/** What the notice asks, of whom, to whom it goes and the figures it tells; repeatable. What people record stands in other tables. */
export async function loadDutyReference(manager: EntityManager, data: NoticeDuties): Promise<void> {
  await loadDuties(manager, data);
  await manager.query(
    `insert into sector_indicator (code, name_vi, name_en, unit, position)
     select code, "nameVi", "nameEn", unit, position from jsonb_to_recordset($1) as i(code text, "nameVi" text, "nameEn" text, unit text, position int)
     on conflict (code) do update set name_vi = excluded.name_vi, name_en = excluded.name_en, unit = excluded.unit, position = excluded.position`,
    [JSON.stringify(data.indicators)],
  );
  // Values are insert-only, so that a correction by people is never undone at the next start.
  await manager.query(
    `insert into indicator_value (id, indicator_code, period, period_end, value, qualifier, plan, told_plan_bp, source, revision, at)
     select v.id, v.code, v.period, case when v.period ~ '^\\d{4}$' then (v.period || '-12-31')::date
         when v.period ~ 'Q' then ((left(v.period, 4) || '-01-01')::date + (right(v.period, 1)::int * interval '3 months') - interval '1 day')::date
         else v.period::date end,
       v.value, v.qualifier, v.plan, v."planShareBp", v.source, 1, now()
     from jsonb_to_recordset($1) as v(id uuid, code text, period text, value numeric, qualifier text, plan numeric, "planShareBp" int, source text)
     on conflict (indicator_code, period, revision) do nothing`,
    [withIds(data.values)],
  );
}

/** Duties and recipients of one notice; the demo conference has its own. */
export async function loadDuties(
  manager: Pick<EntityManager, 'query'>,
  data: Pick<NoticeDuties, 'duties' | 'recipients'>,
): Promise<void> {
  await manager.query(
    `insert into duty (id, event_id, code, section, actor_kind, actor_vi, actor_en, org_id, title_vi, title_en, quote, before, continuing, position)
     select d.id, e.id, d.code, d.section, d.actor, d."actorVi", d."actorEn", o.id, d."titleVi", d."titleEn", d.quote, d.before, d.continuing, d.position
     from jsonb_to_recordset($1) as d(id uuid, event text, code text, section text, actor text, "actorVi" text, "actorEn" text, org text,
       "titleVi" text, "titleEn" text, quote text, before date, continuing boolean, position int)
     join event e on e.code = d.event left join organization o on o.slug = d.org
     on conflict (event_id, code) do update set section = excluded.section, actor_kind = excluded.actor_kind, actor_vi = excluded.actor_vi,
       actor_en = excluded.actor_en, org_id = excluded.org_id, title_vi = excluded.title_vi, title_en = excluded.title_en, quote = excluded.quote,
       before = excluded.before, continuing = excluded.continuing, position = excluded.position`,
    [withIds(data.duties)],
  );
  await manager.query(
    `insert into notice_recipient (id, event_id, position, name_vi, name_en, org_id, sender_org_id, sender_quote)
     select r.id, e.id, r.position, r."nameVi", r."nameEn", o.id, s.id, r."senderQuote"
     from jsonb_to_recordset($1) as r(id uuid, event text, position int, "nameVi" text, "nameEn" text, org text, sender text, "senderQuote" text)
     join event e on e.code = r.event left join organization o on o.slug = r.org left join organization s on s.slug = r.sender
     on conflict (event_id, position) do update set name_vi = excluded.name_vi, name_en = excluded.name_en, org_id = excluded.org_id,
       sender_org_id = excluded.sender_org_id, sender_quote = excluded.sender_quote`,
    [withIds(data.recipients)],
  );
}

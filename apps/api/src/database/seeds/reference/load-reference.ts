import { readFileSync } from 'node:fs';
import type { DataSource, EntityManager } from 'typeorm';
import { newId } from '../../../platform/ids.js';
import { loadDutyReference } from './duties.js';
import { loadPetitionReference } from './petitions.js';

const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(`../data/${name}.json`, import.meta.url), 'utf8')) as T;

/** Ids are made here and used only for rows that are new. */
const withIds = <T extends object>(rows: readonly T[]): (T & { id: string })[] => rows.map((row) => ({ id: newId(), ...row }));

/**
 * Writes what the law, the register of communes and the notice of 25/4/2024 say; may be repeated at every start.
 * Rows people have come to own (an organization's own page) keep their changes.
 */
export async function loadReference(dataSource: DataSource): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.query(`select set_config('app.scope', 'system', true)`);
    // Two processes may start at once; the second waits, then finds everything there.
    await manager.query('select pg_advisory_xact_lock(20240425, 1)');
    await loadUnits(manager);
    await loadOrganizations(manager);
    await loadEvent(manager);
    await loadLegalParameters(manager);
    await loadCertificateKinds(manager);
    await loadRequirementTypes(manager);
    await loadClosingReasons(manager);
    await loadSalesPlatforms(manager);
    await loadOcopCriteria(manager);
    await loadPetitionReference(manager, read('petitions'));
    await loadDutyReference(manager, read('notice-duties'));
    await loadStallRules(manager);
    await loadOfficeDays(manager);
  });
}

async function loadClosingReasons(manager: EntityManager): Promise<void> {
  const { reasons } = read<{ reasons: object[] }>('closing-reasons');
  await manager.query(
    `insert into closing_reason (code, name_vi, name_en, outcomes, valid_from, valid_to, position)
     select r.code, r."nameVi", r."nameEn", r.outcomes, r."validFrom", r."validTo", r.position
     from jsonb_to_recordset($1) as r(code text, "nameVi" text, "nameEn" text, outcomes text[], "validFrom" date, "validTo" date, position int)
     on conflict (code) do update set name_vi = excluded.name_vi, name_en = excluded.name_en, outcomes = excluded.outcomes, valid_from = excluded.valid_from,
       valid_to = excluded.valid_to, position = excluded.position`,
    [JSON.stringify(reasons.map((reason, position) => ({ ...reason, position })))],
  );
}

async function loadUnits(manager: EntityManager): Promise<void> {
  const { units } = read<{ units: object[] }>('administrative-units');
  await manager.query(
    `insert into administrative_unit (code, level, name, short_name, slug, former_district_code, valid_from, valid_to)
     select code, level, name, "shortName", slug, "formerDistrictCode", "validFrom", "validTo"
     from jsonb_to_recordset($1) as u(code text, level text, name text, "shortName" text, slug text, "formerDistrictCode" text, "validFrom" date, "validTo" date)
     on conflict (code) do update set level = excluded.level, name = excluded.name, short_name = excluded.short_name, slug = excluded.slug,
       former_district_code = excluded.former_district_code, valid_from = excluded.valid_from, valid_to = excluded.valid_to`,
    [JSON.stringify(units)],
  );
}

async function loadOrganizations(manager: EntityManager): Promise<void> {
  const { organizations, successions } = read<{ organizations: object[]; successions: object[] }>('organizations');
  const rows = JSON.stringify(withIds(organizations));
  await manager.query(
    `insert into organization (id, kind, name, short_name, slug, status, valid_from, valid_to, source_note, is_demo)
     select id, kind, name, "shortName", slug, case when "validTo" is null then 'ACTIVE' else 'CLOSED' end, "validFrom", "validTo", "sourceNote", false
     from jsonb_to_recordset($1) as o(id uuid, kind text, name text, "shortName" text, slug text, "validFrom" date, "validTo" date, "sourceNote" text)
     on conflict (slug) do update set kind = excluded.kind, name = excluded.name, short_name = excluded.short_name, valid_from = excluded.valid_from,
       valid_to = excluded.valid_to, source_note = excluded.source_note`,
    [rows],
  );
  await manager.query(
    `insert into organization_succession (id, predecessor_id, successor_id, since, source)
     select r.id, p.id, s.id, r.since, r.source
     from jsonb_to_recordset($1) as r(id uuid, predecessor text, successor text, since date, source text)
     join organization p on p.slug = r.predecessor join organization s on s.slug = r.successor
     on conflict (predecessor_id, successor_id) do update set since = excluded.since, source = excluded.source`,
    [JSON.stringify(withIds(successions))],
  );
}

async function loadEvent(manager: EntityManager): Promise<void> {
  const { event, facts } = read<{ event: { code: string; boothCount: number }; facts: object[] }>('event');
  await manager.query(
    `insert into event (id, code, title, held_on, host, chair, source_title, source_number, source_signed_on, attendance_approx, booth_count, signing_party_count)
     select id, code, title, "heldOn", host, chair, "sourceTitle", "sourceNumber", "sourceSignedOn", "attendanceApprox", "boothCount", "signingPartyCount"
     from jsonb_to_recordset($1) as e(id uuid, code text, title text, "heldOn" date, host text, chair text, "sourceTitle" text, "sourceNumber" text,
       "sourceSignedOn" date, "attendanceApprox" int, "boothCount" int, "signingPartyCount" int)
     on conflict (code) do update set title = excluded.title, held_on = excluded.held_on, host = excluded.host, chair = excluded.chair,
       source_title = excluded.source_title, attendance_approx = excluded.attendance_approx, booth_count = excluded.booth_count,
       signing_party_count = excluded.signing_party_count`,
    [JSON.stringify(withIds([event]))],
  );
  await manager.query(
    `insert into event_fact (id, event_id, kind, position, title_vi, title_en, detail_vi, detail_en, org_id)
     select f.id, e.id, f.kind, f.position, f."titleVi", f."titleEn", f."detailVi", f."detailEn", o.id
     from jsonb_to_recordset($2) as f(id uuid, kind text, position int, "titleVi" text, "titleEn" text, "detailVi" text, "detailEn" text, organization text)
     join event e on e.code = $1 left join organization o on o.slug = f.organization
     on conflict (event_id, kind, position) do update set title_vi = excluded.title_vi, title_en = excluded.title_en,
       detail_vi = excluded.detail_vi, detail_en = excluded.detail_en, org_id = excluded.org_id`,
    [event.code, JSON.stringify(withIds(facts))],
  );
  // The notice counts the display points and names no owner; what the register learns later stays.
  const booths = Array.from({ length: event.boothCount }, (_, index) => ({ position: index + 1 }));
  await manager.query(
    `insert into booth (id, event_id, position) select b.id, e.id, b.position
     from jsonb_to_recordset($2) as b(id uuid, position int) join event e on e.code = $1
     on conflict (event_id, position) do nothing`,
    [event.code, JSON.stringify(withIds(booths))],
  );
}

async function loadLegalParameters(manager: EntityManager): Promise<void> {
  const { parameters } = read<{ parameters: object[] }>('legal-parameters');
  await manager.query(
    `insert into legal_parameter (id, code, variant, value, valid_from, valid_to, source)
     select id, code, variant, value, "validFrom", "validTo", source
     from jsonb_to_recordset($1) as p(id uuid, code text, variant text, value jsonb, "validFrom" date, "validTo" date, source text)
     on conflict (code, valid_from, variant) do update set value = excluded.value, valid_to = excluded.valid_to, source = excluded.source`,
    [JSON.stringify(withIds(parameters))],
  );
}

async function loadCertificateKinds(manager: EntityManager): Promise<void> {
  const { kinds } = read<{ kinds: object[] }>('certificate-kinds');
  await manager.query(
    `insert into certificate_kind (code, name_vi, name_en, scope, replaces_older, is_public, buyers_see_scan, position)
     select code, "nameVi", "nameEn", scope, "replacesOlder", "isPublic", "buyersSeeScan", ordinality from jsonb_array_elements($1::jsonb) with ordinality as r(kind, ordinality),
       jsonb_to_record(r.kind) as k(code text, "nameVi" text, "nameEn" text, scope text, "replacesOlder" boolean, "isPublic" boolean, "buyersSeeScan" boolean)
     on conflict (code) do update set name_vi = excluded.name_vi, name_en = excluded.name_en, scope = excluded.scope,
       replaces_older = excluded.replaces_older, is_public = excluded.is_public, buyers_see_scan = excluded.buyers_see_scan, position = excluded.position`,
    [JSON.stringify(kinds)],
  );
}

async function loadRequirementTypes(manager: EntityManager): Promise<void> {
  const { types } = read<{ types: object[] }>('requirement-types');
  await manager.query(
    `insert into requirement_type (code, name_vi, name_en, kinds, fact, applies, template_evidence, is_usual, position)
     select code, "nameVi", "nameEn", kinds, fact, applies, "templateEvidence", "isUsual", ordinality from jsonb_array_elements($1::jsonb) with ordinality as r(type, ordinality),
       jsonb_to_record(r.type) as t(code text, "nameVi" text, "nameEn" text, kinds text[], fact text, applies jsonb, "templateEvidence" text, "isUsual" boolean)
     on conflict (code) do update set name_vi = excluded.name_vi, name_en = excluded.name_en, kinds = excluded.kinds, fact = excluded.fact,
       applies = excluded.applies, template_evidence = excluded.template_evidence, is_usual = excluded.is_usual, position = excluded.position`,
    [JSON.stringify(types)],
  );
}

/** E-commerce platforms and the Alliance's own guide for each; a step that is gone from the data stays where it was ticked. */
async function loadSalesPlatforms(manager: EntityManager): Promise<void> {
  const { platforms, steps } = read<{ platforms: object[]; steps: object[] }>('sales-platforms');
  await manager.query(
    `insert into channel_platform (code, name, hosts, position)
     select code, name, hosts, position from jsonb_to_recordset($1) as p(code text, name text, hosts text[], position int)
     on conflict (code) do update set name = excluded.name, hosts = excluded.hosts, position = excluded.position`,
    [JSON.stringify(platforms)],
  );
  await manager.query(
    `insert into channel_step (code, platforms, text_vi, text_en, position)
     select code, platforms, vi, en, position from jsonb_to_recordset($1) as s(code text, platforms text[], vi text, en text, position int)
     on conflict (code) do update set platforms = excluded.platforms, text_vi = excluded.text_vi, text_en = excluded.text_en,
       position = excluded.position`,
    [JSON.stringify(steps)],
  );
}

async function loadOcopCriteria(manager: EntityManager): Promise<void> {
  const { source, sets } = read<{ source: string; sets: object[] }>('ocop-criteria');
  await manager.query(
    `insert into ocop_criteria (code, name_vi, name_en, source, parts, valid_from)
     select code, "nameVi", "nameEn", $2, parts, "validFrom"
     from jsonb_to_recordset($1) as c(code text, "nameVi" text, "nameEn" text, parts jsonb, "validFrom" date)
     on conflict (code) do update set name_vi = excluded.name_vi, name_en = excluded.name_en, source = excluded.source, parts = excluded.parts,
       valid_from = excluded.valid_from`,
    [JSON.stringify(sets), source],
  );
}

/** Thresholds, reasons and days off that people may change later: only what is new is added. */
async function loadStallRules(manager: EntityManager): Promise<void> {
  const { rules, reasons } = read<{ rules: object[]; reasons: object[] }>('stall-rules');
  await manager.query(
    `insert into stall_rule (id, transition, variant, level, days, day_count, horizon_days, below_bp, periods, interval_pct, valid_from, valid_to, source)
     select id, transition, variant, level, days, "dayCount", "horizonDays", "belowBp", periods, "intervalPct", "validFrom", "validTo", source
     from jsonb_to_recordset($1) as r(id uuid, transition text, variant text, level text, days int, "dayCount" text, "horizonDays" int, "belowBp" int,
       periods int, "intervalPct" int, "validFrom" date, "validTo" date, source text)
     on conflict (transition, variant, level, valid_from) where event_id is null do nothing`,
    [JSON.stringify(withIds(rules))],
  );
  await manager.query(
    `insert into stall_reason (code, name_vi, name_en, position, valid_from, valid_to, source)
     select code, "nameVi", "nameEn", position, "validFrom", "validTo", source
     from jsonb_to_recordset($1) as r(code text, "nameVi" text, "nameEn" text, position int, "validFrom" date, "validTo" date, source text)
     on conflict (code) do nothing`,
    [JSON.stringify(reasons)],
  );
}

async function loadOfficeDays(manager: EntityManager): Promise<void> {
  const { days } = read<{ days: object[] }>('office-days');
  await manager.query(
    `insert into office_day (day, kind, name_vi, name_en, source) select day, kind, "nameVi", "nameEn", source
     from jsonb_to_recordset($1) as d(day date, kind text, "nameVi" text, "nameEn" text, source text) on conflict (day) do nothing`,
    [JSON.stringify(days)],
  );
}

-- Assisted mode: an organization lets the Alliance act in its name; every such act waits for its word.
CREATE TABLE "mandate" ("id" uuid NOT NULL, "org_id" uuid NOT NULL, "alliance_org_id" uuid NOT NULL, "scopes" text array NOT NULL, "way" text NOT NULL, "reason" text NOT NULL, "starts_on" date NOT NULL, "ends_on" date NOT NULL, "given_by" text, "evidence_file_id" uuid, "recorded_by" uuid NOT NULL, "checked_by" uuid, "checked_at" TIMESTAMP WITH TIME ZONE, "revoked_by" uuid, "revoked_at" TIMESTAMP WITH TIME ZONE, "revoke_reason" text, "version" integer NOT NULL DEFAULT '1', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "mandate_revoked_whole" CHECK ((revoked_at is null) = (revoked_by is null)), CONSTRAINT "mandate_checked_by_another" CHECK (checked_by is null or checked_by <> recorded_by), CONSTRAINT "mandate_recorded_with_evidence" CHECK (way = 'IN_APP' or (evidence_file_id is not null and given_by is not null)), CONSTRAINT "mandate_days" CHECK (ends_on >= starts_on), CONSTRAINT "mandate_scopes_known" CHECK (scopes <> '{}' and scopes <@ array['PRODUCTS','ORDERS','DISPATCH']), CONSTRAINT "mandate_way_known" CHECK (way in ('IN_APP','PHONE','PAPER')), CONSTRAINT "PK_f11237628fce1a841910382b6de" PRIMARY KEY ("id"));
CREATE INDEX "mandate_ends" ON "mandate"  ("ends_on") WHERE revoked_at is null;
CREATE INDEX "mandate_org" ON "mandate"  ("org_id", "id") ;
CREATE TABLE "assisted_act" ("id" uuid NOT NULL, "mandate_id" uuid NOT NULL, "org_id" uuid NOT NULL, "officer_id" uuid NOT NULL, "operation" text NOT NULL, "action" text NOT NULL, "entity_type" text NOT NULL, "entity_id" uuid NOT NULL, "state" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "answered_by" uuid, "answered_at" TIMESTAMP WITH TIME ZONE, "reason" text, "settled_by" uuid, "settled_at" TIMESTAMP WITH TIME ZONE, "settled_note" text, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "assisted_act_settled_with_note" CHECK ((state = 'SETTLED') = (settled_note is not null)), CONSTRAINT "assisted_act_denied_with_reason" CHECK ((state in ('DENIED','SETTLED')) = (reason is not null)), CONSTRAINT "assisted_act_answered" CHECK ((state = 'WAITING') = (answered_at is null)), CONSTRAINT "assisted_act_state_known" CHECK (state in ('WAITING','CONFIRMED','DENIED','SETTLED')), CONSTRAINT "PK_e6e8f470ad64f158e0ff6352128" PRIMARY KEY ("id"));
CREATE INDEX "assisted_act_mandate" ON "assisted_act"  ("mandate_id") ;
CREATE INDEX "assisted_act_entity" ON "assisted_act"  ("entity_type", "entity_id") ;
CREATE INDEX "assisted_act_denied" ON "assisted_act"  ("officer_id") WHERE state = 'DENIED';
CREATE INDEX "assisted_act_waiting" ON "assisted_act"  ("org_id") WHERE state = 'WAITING';
CREATE INDEX "assisted_act_org" ON "assisted_act"  ("org_id", "id") ;
ALTER TABLE "session" ADD "mandate_id" uuid;
ALTER TABLE "audit_event" ADD "mandate_id" uuid;
ALTER TABLE "mandate" ADD CONSTRAINT "FK_ca43191f9872f712d9563db668a" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "mandate" ADD CONSTRAINT "FK_eaf33a0f7706f21f463ab356ae0" FOREIGN KEY ("alliance_org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "mandate" ADD CONSTRAINT "FK_63ed7d7a9075d0e98710ca2ee7c" FOREIGN KEY ("evidence_file_id") REFERENCES "stored_file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "mandate" ADD CONSTRAINT "FK_0c613c84a4655edbec23b2c1b25" FOREIGN KEY ("recorded_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "mandate" ADD CONSTRAINT "FK_570e7525d415df100eda78178ad" FOREIGN KEY ("checked_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "mandate" ADD CONSTRAINT "FK_e6ad07010afba55b067214bd91b" FOREIGN KEY ("revoked_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "session" ADD CONSTRAINT "FK_095762bbe697e8ecef41ec6f070" FOREIGN KEY ("mandate_id") REFERENCES "mandate"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "assisted_act" ADD CONSTRAINT "FK_758380645aff07db14987238be6" FOREIGN KEY ("mandate_id") REFERENCES "mandate"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "assisted_act" ADD CONSTRAINT "FK_7d2dff28c8fd05bd9e596173e9c" FOREIGN KEY ("org_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "assisted_act" ADD CONSTRAINT "FK_ea758b403fd0a2e91559b0f18e6" FOREIGN KEY ("officer_id") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "assisted_act" ADD CONSTRAINT "FK_e740d4de460db77c95b311a7ca0" FOREIGN KEY ("answered_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "assisted_act" ADD CONSTRAINT "FK_a76c8a5559a2de001a477453315" FOREIGN KEY ("settled_by") REFERENCES "app_user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- What was given stays as it was given: another mandate takes its place, or it is revoked.
create function mandate_terms_stay() returns trigger language plpgsql as $$
begin
  if (old.org_id, old.alliance_org_id, old.scopes, old.way, old.reason, old.starts_on, old.ends_on, old.given_by, old.evidence_file_id, old.recorded_by)
    is distinct from
    (new.org_id, new.alliance_org_id, new.scopes, new.way, new.reason, new.starts_on, new.ends_on, new.given_by, new.evidence_file_id, new.recorded_by)
    or (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at)
  then
    raise exception 'the terms of a mandate stay as they were given' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger mandate_terms_stay before update on mandate for each row execute function mandate_terms_stay();
create trigger mandate_no_delete before delete on mandate for each row execute function refuse_change();
create trigger assisted_act_no_delete before delete on assisted_act for each row execute function refuse_change();

do $$
declare
  tbl text;
  rule text := '(select app_scope()) in (''alliance'', ''system'') or org_id = (select app_org())';
begin
  foreach tbl in array array['mandate', 'assisted_act'] loop
    execute format('alter table %I enable row level security', tbl);
    execute format('alter table %I force row level security', tbl);
    execute format('create policy parties_only on %I using (%s) with check (%s)', tbl, rule, rule);
  end loop;
end $$;

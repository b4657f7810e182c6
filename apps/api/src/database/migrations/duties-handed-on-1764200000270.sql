-- Whether `reader` is the body `org` or has taken over its duties by a day, over as many steps as there were: one answer for the
-- walls and for every question. The wall of duty_task knew the first step only, and that before its day.
create function holds_duties(org uuid, reader uuid, today date) returns boolean language sql stable as $$
  select org = reader or exists (with recursive line as (
      select s.successor_id as id, 1 as step from organization_succession s where s.predecessor_id = org and s.since <= today
      union all
      select s.successor_id, line.step + 1 from line join organization_succession s on s.predecessor_id = line.id and s.since <= today where line.step < 10
    ) select 1 from line where line.id = reader)
$$;
drop policy actor_reads on duty_task;
create policy actor_reads on duty_task for select using (exists (select 1 from duty d where d.id = duty_id
  and holds_duties(d.org_id, (select app_org()), (now() at time zone 'Asia/Ho_Chi_Minh')::date)));

-- One list of days off for deliveries and for clocks that count working days: an officer who corrects a day corrects both.
alter table office_day add column is_provisional boolean not null default false;
insert into office_day (day, kind, name_vi, name_en, source, is_provisional)
  select day, 'HOLIDAY', name_vi, name_en, source, is_provisional from public_holiday
  on conflict (day) do update set is_provisional = excluded.is_provisional;
drop table public_holiday;

-- The index that 150 was given after it had been applied: databases of before that day lack it.
create index if not exists "pool_part_order" on "pool_part" ("order_id") where order_id is not null;

-- Spot orders that count for a memorandum without a contract are looked up by its lines.
select set_config('app.scope', 'system', true);
CREATE INDEX "order_line_mou_line" ON "order_line"  ("mou_line_id") WHERE mou_line_id is not null;

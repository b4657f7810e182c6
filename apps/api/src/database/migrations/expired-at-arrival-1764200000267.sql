-- Goods past their last day when they came: turned away for this by whoever counts, and by silence too.
select set_config('app.scope', 'system', true);
insert into defect_reason (code, name_vi, name_en, at_receipt, at_claim, needs_photo, position)
  values ('EXPIRED', 'Đã hết hạn khi đến', 'Past its last day on arrival', true, true, true, 7);

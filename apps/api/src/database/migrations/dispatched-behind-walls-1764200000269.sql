-- What 260 meant to mend: its statement stood before the wall of its own tables and found no row. Said again with the wall lifted.
select set_config('app.scope', 'system', true);
update order_line l set dispatched_qty = s.qty
from (select order_line_id, sum(qty) as qty from shipment_line group by order_line_id) s
where s.order_line_id = l.id and l.dispatched_qty <> s.qty;

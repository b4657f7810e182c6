-- What left out of several lots in one trip was counted once of one lot only: the lines get what their shipments say.
update order_line l set dispatched_qty = s.qty
from (select order_line_id, sum(qty) as qty from shipment_line group by order_line_id) s
where s.order_line_id = l.id and l.dispatched_qty <> s.qty;

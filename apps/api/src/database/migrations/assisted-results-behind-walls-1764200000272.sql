-- What 263 meant to fill in of acts before it: its statement stood before the walls of its own tables and found no row.
select set_config('app.scope', 'system', true);
update assisted_act a set result_id = s.id from shipment s
  where a.result_id is null and a.entity_type = 'order' and a.entity_id = s.order_id and a.operation = 'shipmentDispatch' and a.at = s.dispatched_at;

-- The document that an act in another's name brought about: a shipment says by whose hand it left, though its diary is the order's.
ALTER TABLE "assisted_act" ADD "result_id" uuid;
update assisted_act a set result_id = s.id from shipment s
  where a.entity_type = 'order' and a.entity_id = s.order_id and a.operation = 'shipmentDispatch' and a.at = s.dispatched_at;
CREATE INDEX "assisted_act_result" ON "assisted_act"  ("result_id") ;

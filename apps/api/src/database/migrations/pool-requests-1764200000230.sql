-- A call-off from a pool above a limit of the buyer's house waits like any order.
ALTER TABLE "order_request" DROP CONSTRAINT "order_request_kind_known";
ALTER TABLE "order_request" ADD CONSTRAINT "order_request_kind_known" CHECK (kind in ('BASKETS','AWARD','POOL'));

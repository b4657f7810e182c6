-- A line keeps the product group it was written with: a product that moves to another group later must not change an earlier report.
select set_config('app.scope', 'system', true);
ALTER TABLE "mou_line" ADD "product_group" text;
update mou_line l set product_group = p.product_group from product p where p.id = l.product_id;

create function copy_product_group() returns trigger language plpgsql as $$
begin
  new.product_group := (select product_group from product where id = new.product_id);
  return new;
end $$;
create trigger mou_line_product_group before insert or update of product_id on mou_line for each row execute function copy_product_group();

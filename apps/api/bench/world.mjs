import { createHash, randomBytes } from 'node:crypto';

const hash = (token) => createHash('sha256').update(token).digest('hex');

/** A person with a live session; returns the cookie. */
export async function person(client, orgId, roles) {
  const token = randomBytes(32).toString('base64url');
  await client.query(
    `with u as (insert into app_user (id, email, full_name, password_hash, locale, is_demo) values (gen_random_uuid(), $1, 'Người đo', 'none', 'vi', true) returning id),
       m as (insert into membership (id, user_id, org_id, roles) select gen_random_uuid(), id, $2, $3 from u)
     insert into session (id, token_hash, user_id, org_id, last_seen_at, expires_at) select gen_random_uuid(), $4, id, $2, now(), now() + interval '1 day' from u`,
    [`${randomBytes(6).toString('hex')}@example.vn`, orgId, roles, hash(token)],
  );
  return `lk_session=${token}`;
}

export async function organization(client, kind, name) {
  const { rows } = await client.query(
    `insert into organization (id, kind, name, short_name, slug, status, is_demo) values (gen_random_uuid(), $1, $2, $2, $3, 'ACTIVE', true) returning id`,
    [kind, name, `${kind.toLowerCase()}-${randomBytes(6).toString('hex')}`],
  );
  return rows[0].id;
}

/** Published products with one pack of 10 and three price tiers; returns their ids. */
export async function products(client, orgId, count) {
  const { rows } = await client.query(
    `with p as (
       insert into product (id, org_id, name_vi, slug, product_group, base_unit, harvest_months, storage, vat_class, status, is_demo, published_at)
       select gen_random_uuid(), $1, 'Sản phẩm đo ' || g, $2 || g, 'FOOD', 'kg', array[1,2,3,4,5,6,7,8,9,10,11,12], 'AMBIENT', 'RAW_AGRI', 'PUBLISHED', true, now()
       from generate_series(1, $3::int) g returning id),
     k as (insert into pack (id, product_id, name, size_base, moq_packs) select gen_random_uuid(), id, 'Thùng 10 kg', 10, 1 from p returning id, product_id),
     l as (insert into list_price (id, seller_org_id, product_id, basis, valid_from)
       select gen_random_uuid(), $1, p.id, 'EXW', date '2024-01-01' from p returning id),
     t as (insert into price_tier (id, list_price_id, min_qty_base, unit_price)
       select gen_random_uuid(), l.id, tier.qty, tier.price from l, (values (0, 42000), (100, 40000), (1000, 38000)) tier(qty, price))
     select k.product_id as id, k.id as pack_id from k`,
    [orgId, `san-pham-do-${randomBytes(4).toString('hex')}-`, count],
  );
  return rows;
}

export async function place(client, orgId) {
  const { rows } = await client.query(
    `insert into location (id, org_id, kind, name, address) values (gen_random_uuid(), $1, 'DC', 'Kho đo', 'Đường Mẫu') returning id`,
    [orgId],
  );
  return rows[0].id;
}

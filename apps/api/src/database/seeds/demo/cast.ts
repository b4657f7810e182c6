import type { DataSource } from 'typeorm';
import type { Actor } from '../../../platform/auth/actor.js';

/** A product that a story trades in, with its seller's people. */
export interface Goods {
  readonly productId: string;
  readonly packId: string;
  readonly packSize: number;
  readonly name: string;
  readonly unit: string;
  readonly months: readonly number[];
  readonly sellerOrgId: string;
  readonly price: number;
}

export interface Shop {
  readonly orgId: string;
  readonly manager: Actor;
  readonly receiver: Actor;
  readonly locationId: string;
}

export interface Cast {
  readonly officer: Actor;
  readonly leader: Actor;
  readonly shops: readonly Shop[];
  readonly directors: ReadonlyMap<string, Actor>;
  /** Published products of cooperatives that have a director, seasonal ones first. */
  readonly goods: readonly Goods[];
}

interface PersonRow {
  user_id: string;
  org_id: string;
  org_kind: string;
  roles: string[];
}

const actorOf = (row: PersonRow): Actor => ({
  userId: row.user_id,
  sessionId: row.user_id,
  orgId: row.org_id,
  orgKind: row.org_kind,
  roles: row.roles,
  locale: 'vi',
});

/** Reads past the walls, as the loader of a fictional world may. */
export const pastWalls = <Row>(dataSource: DataSource, sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
  dataSource.transaction(async (manager) => {
    await manager.query(`select set_config('app.scope', 'system', true)`);
    return manager.query(sql, [...values]);
  });

/** The demo person with this login. */
export async function actorWith(dataSource: DataSource, login: string): Promise<Actor> {
  const [row]: PersonRow[] = await dataSource.query(
    `select m.user_id, m.org_id, o.kind as org_kind, m.roles from membership m join organization o on o.id = m.org_id
     join app_user u on u.id = m.user_id where u.email = $1`,
    [login],
  );
  if (!row) throw new Error(`Demo cast: nobody signs in as ${login}`);
  return actorOf(row);
}

/** Who may act in the stories: the demo people that the catalogue loader made. */
export async function gatherCast(dataSource: DataSource): Promise<Cast> {
  const people: PersonRow[] = await dataSource.query(
    `select m.user_id, m.org_id, o.kind as org_kind, m.roles from membership m join organization o on o.id = m.org_id
     join app_user u on u.id = m.user_id where u.is_demo and o.status = 'ACTIVE' order by o.name, m.created_at, m.user_id`,
  );
  const withRole = (role: string, orgId?: string): PersonRow => {
    const found = people.find((person) => person.roles.includes(role) && (!orgId || person.org_id === orgId));
    if (!found) throw new Error(`Demo cast: nobody has the role ${role}`);
    return found;
  };
  const buyers = people.filter((person) => person.roles.includes('BUYER_MANAGER'));
  const shops: Shop[] = [];
  for (const manager of buyers) {
    const [location]: { id: string }[] = await dataSource.query(
      `select id from location where org_id = $1 order by kind, name limit 1`,
      [manager.org_id],
    );
    const receiver =
      people.find((person) => person.org_id === manager.org_id && person.roles.includes('BUYER_RECEIVER')) ?? manager;
    if (location)
      shops.push({ orgId: manager.org_id, manager: actorOf(manager), receiver: actorOf(receiver), locationId: location.id });
  }
  const directors = people.filter((person) => person.roles.includes('SELLER_DIRECTOR'));
  const goods = await pastWalls<Omit<Goods, 'packSize' | 'price'> & { packSize: string; price: bigint }>(
    dataSource,
    `select p.id as "productId", k.id as "packId", k.size_base as "packSize", p.name_vi as name, p.base_unit as unit, p.harvest_months as months,
       p.org_id as "sellerOrgId", (select max(t.unit_price) from list_price l join price_tier t on t.list_price_id = l.id
         where l.product_id = p.id and l.buyer_org_id is null and l.ends_before is null) as price
     from product p join lateral (select * from pack where product_id = p.id order by position, id limit 1) k on true
     where p.status = 'PUBLISHED' and p.product_group <> 'TOURISM' and p.org_id = any($1)
     order by cardinality(p.harvest_months), p.slug`,
    [directors.map((person) => person.org_id)],
  );
  return {
    officer: actorOf(withRole('ALLIANCE_OFFICER')),
    leader: actorOf(withRole('ALLIANCE_LEADER')),
    shops,
    directors: new Map(directors.map((person) => [person.org_id, actorOf(person)])),
    goods: goods.map((good) => ({ ...good, packSize: Number(good.packSize), price: Number(good.price) })),
  };
}

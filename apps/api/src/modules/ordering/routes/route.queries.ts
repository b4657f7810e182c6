import { Injectable } from '@nestjs/common';
import { idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../../platform/errors.js';
import type { RouteStopView, RouteView } from './route.view.js';

/** Routes of one seller as the reader may see them: row-level security hides other buyers' stops. */
export function routesOf(tx: Tx, sellerOrgId: string, id: string | null = null): Promise<RouteView[]> {
  return tx.query<RouteView>(
    `select r.id, r.name, r.is_general as "isGeneral", r.weekdays, r.cutoff_days as "cutoffDays", r.cutoff_time as "cutoffTime",
       r.runs_on_holidays as "runsOnHolidays", r.min_order_value as "minOrderValue", r.version,
       coalesce((select json_agg(json_build_object('locationId', l.id, 'name', l.name, 'buyerName', o.short_name) order by o.short_name, l.name)
         from delivery_route_stop s join location l on l.id = s.location_id join organization o on o.id = s.buyer_org_id
         where s.route_id = r.id), '[]') as stops
     from delivery_route r where r.seller_org_id = $1 and ($2::uuid is null or r.id = $2) and ($2::uuid is not null or r.retired_at is null)
     order by r.is_general desc, r.name, r.id`,
    [sellerOrgId, id],
  );
}

@Injectable()
export class RouteQueries {
  constructor(private readonly uow: UnitOfWork) {}

  own(actor: Actor): Promise<RouteView[]> {
    return this.uow.read(actor, (tx) => routesOf(tx, actor.orgId));
  }

  async byId(actor: Actor, id: string): Promise<RouteView> {
    const [route] = await this.uow.read(actor, (tx) => routesOf(tx, actor.orgId, idOf(id)));
    if (!route) throw new NotFoundError();
    return route;
  }

  /** Places that may be put on a route: of buyers with an order or a contract. */
  places(actor: Actor): Promise<RouteStopView[]> {
    return this.uow.read(actor, (tx) =>
      tx.query<RouteStopView>(
        `select l.id as "locationId", l.name, o.short_name as "buyerName" from location l join organization o on o.id = l.org_id
         where l.deactivated_at is null and (
           exists (select 1 from purchase_order p where p.seller_org_id = $1 and p.buyer_org_id = l.org_id)
           or exists (select 1 from contract c where c.seller_org_id = $1 and c.buyer_org_id = l.org_id))
         order by o.short_name, l.name limit 500`,
        [actor.orgId],
      ),
    );
  }
}

import { Injectable } from '@nestjs/common';
import { accept, parseHour, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { versionConflict } from '../../../platform/graphql/refusal.js';
import { newId } from '../../../platform/ids.js';
import { tidyLine } from '../../../platform/text.js';
import { DeliveryRouteStop } from './delivery-route-stop.entity.js';
import { DeliveryRoute } from './delivery-route.entity.js';
import type { RouteRefusal } from './route.messages.js';

export interface RouteSave {
  readonly clientKey: string;
  readonly id?: string | null;
  readonly version?: number | null;
  readonly name: string;
  readonly isGeneral: boolean;
  readonly weekdays: readonly number[];
  readonly cutoffDays: number;
  readonly cutoffTime: string;
  readonly runsOnHolidays: boolean;
  readonly minOrderValue?: bigint | null;
  readonly locationIds: readonly string[];
}

const NAME_MAX = 120;
const CUTOFF_DAYS_MAX = 14;

type RouteColumns = Pick<
  DeliveryRoute,
  'name' | 'isGeneral' | 'weekdays' | 'cutoffDays' | 'cutoffTime' | 'runsOnHolidays' | 'minOrderValue'
>;

/** A seller's delivery days and cut-offs; orders placed before a change keep the cut-off they were placed under. */
@Injectable()
export class RouteService {
  constructor(private readonly uow: UnitOfWork) {}

  save(actor: Actor, input: RouteSave): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'deliveryRouteSave', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'route.edit', { ownerOrgId: actor.orgId });
      // Two people who save at once wait for each other here.
      await tx.one('select id from organization where id = $1 for no key update', [actor.orgId]);
      const known = input.id ? await this.lock(tx, actor, input.id) : null;
      if (known && known.version !== input.version) return versionConflict(known.version);
      const columns = columnsOf(input);
      if (!columns.ok) return columns;
      const id = known?.id ?? newId();
      const stops = input.isGeneral ? accept([]) : await stopsOf(tx, actor.orgId, id, input.locationIds);
      if (!stops.ok) return stops;
      if (input.isGeneral) {
        const [general] = await tx.query<{ name: string }>(
          'select name from delivery_route where seller_org_id = $1 and is_general and retired_at is null and id <> $2',
          [actor.orgId, id],
        );
        if (general) return refuse<RouteRefusal>({ code: 'ROUTE_GENERAL_EXISTS', ...general });
      }
      if (known) await tx.updateVersioned(DeliveryRoute, id, known.version, columns.value);
      else await tx.insert(DeliveryRoute, { id, sellerOrgId: actor.orgId, ...columns.value });
      await tx.query('delete from delivery_route_stop where route_id = $1', [id]);
      await tx.insert(
        DeliveryRouteStop,
        stops.value.map((stop) => ({ routeId: id, sellerOrgId: actor.orgId, ...stop })),
      );
      await tx.audit('route.save', 'delivery_route', id, { ...columns.value, stops: stops.value.length });
      return accept(id);
    });
  }

  retire(actor: Actor, input: { readonly clientKey: string; readonly id: string; readonly version: number }) {
    return this.uow.mutate(actor, { operation: 'deliveryRouteRetire', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'route.edit', { ownerOrgId: actor.orgId });
      const route = await this.lock(tx, actor, input.id);
      if (route.version !== input.version) return versionConflict(route.version);
      await tx.updateVersioned(DeliveryRoute, route.id, route.version, { retiredAt: tx.now });
      await tx.query('delete from delivery_route_stop where route_id = $1', [route.id]);
      await tx.audit('route.retire', 'delivery_route', route.id);
      return accept(route.id);
    });
  }

  private lock(tx: Tx, actor: Actor, id: string): Promise<{ id: string; version: number }> {
    return tx.one(
      'select id, version from delivery_route where id = $1 and seller_org_id = $2 and retired_at is null for update',
      [idOf(id), actor.orgId],
    );
  }
}

function columnsOf(input: RouteSave): Result<RouteColumns, RouteRefusal> {
  const name = tidyLine(input.name);
  if (!name || name.length > NAME_MAX) return refuse({ code: 'ROUTE_NAME_MISSING' });
  const weekdays = [...new Set(input.weekdays)].filter((day) => day >= 1 && day <= 7).sort();
  if (weekdays.length === 0) return refuse({ code: 'ROUTE_WEEKDAYS_MISSING' });
  const cutoffTime = parseHour(input.cutoffTime);
  const { cutoffDays, isGeneral, runsOnHolidays } = input;
  if (!cutoffTime || cutoffDays < 0 || cutoffDays > CUTOFF_DAYS_MAX) return refuse({ code: 'ROUTE_CUTOFF_NOT_SANE' });
  const minOrderValue = input.minOrderValue == null ? null : BigInt(input.minOrderValue);
  if (minOrderValue !== null && minOrderValue <= 0n) return refuse({ code: 'ROUTE_MINIMUM_NOT_POSITIVE' });
  return accept({ name, isGeneral, weekdays, cutoffDays, cutoffTime, runsOnHolidays, minOrderValue });
}

/** Places of buyers the seller trades with; a place is on one route of a seller. */
async function stopsOf(
  tx: Tx,
  sellerOrgId: string,
  routeId: string,
  ids: readonly string[],
): Promise<Result<{ locationId: string; buyerOrgId: string }[], RouteRefusal>> {
  const wanted = [...new Set(ids.map(idOf))].sort();
  if (wanted.length === 0) return refuse({ code: 'ROUTE_STOPS_MISSING' });
  const found = await tx.query<{ locationId: string; buyerOrgId: string; elsewhere: string | null }>(
    `select l.id as "locationId", l.org_id as "buyerOrgId",
       (select r.name from delivery_route_stop s join delivery_route r on r.id = s.route_id
        where s.location_id = l.id and r.seller_org_id = $1 and r.id <> $3 and r.retired_at is null limit 1) as elsewhere
     from location l where l.id = any($2) and l.deactivated_at is null and (
       exists (select 1 from purchase_order o where o.seller_org_id = $1 and o.buyer_org_id = l.org_id)
       or exists (select 1 from contract c where c.seller_org_id = $1 and c.buyer_org_id = l.org_id))`,
    [sellerOrgId, wanted, routeId],
  );
  if (found.length !== wanted.length) return refuse({ code: 'ROUTE_STOP_UNKNOWN' });
  const taken = found.find(({ elsewhere }) => elsewhere !== null);
  if (taken) return refuse({ code: 'ROUTE_STOP_ELSEWHERE', name: taken.elsewhere! });
  return accept(found.map(({ locationId, buyerOrgId }) => ({ locationId, buyerOrgId })));
}

import { Inject, Injectable } from '@nestjs/common';
import { accept, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { CONFIG, type Config } from '../../../platform/config.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { decodeCursor, encodeCursor, pageSize, toConnection, type Connection } from '../../../platform/graphql/keyset.js';
import { newId } from '../../../platform/ids.js';
import { declaredNotices } from '../../../platform/notices/index.js';
import type { IntegrationRefusal } from '../integration.messages.js';
import { endpointUrl } from './safe-address.js';
import { webhookSecret } from './webhook-signature.js';
import { WebhookEndpoint } from './webhook.entity.js';

const MOST = 10;

export interface EndpointView {
  readonly id: string;
  readonly url: string;
  readonly events: string[];
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  readonly waiting: number;
  readonly failed: number;
}

export interface DeliveryView {
  readonly id: string;
  readonly url: string;
  readonly event: string;
  readonly state: 'WAITING' | 'DELIVERED' | 'FAILED';
  readonly tries: number;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly lastTriedAt: Date | null;
  readonly nextTryAt: Date | null;
  readonly createdAt: Date;
  readonly payload: string;
}

const ENDPOINT = `select e.id, e.url, e.events, e.created_at as "createdAt", e.ended_at as "endedAt",
    (select count(*)::int from webhook_delivery d where d.endpoint_id = e.id and d.state = 'WAITING') as waiting,
    (select count(*)::int from webhook_delivery d where d.endpoint_id = e.id and d.state = 'FAILED') as failed
  from webhook_endpoint e`;
const DELIVERY = `select d.id, e.url, d.event, d.state, d.tries, d.last_status as "lastStatus", d.last_error as "lastError",
    d.last_tried_at as "lastTriedAt", d.next_try_at as "nextTryAt", d.created_at as "createdAt", d.payload::text as payload
  from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id`;

/** Where an organization's own programs hear what happens, and what became of each message. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  create(
    actor: Actor,
    input: { readonly clientKey: string; readonly url: string; readonly events: readonly string[] },
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'webhookCreate', clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'integration.manage', { ownerOrgId: actor.orgId });
      const url = endpointUrl(input.url.trim(), !this.config.production);
      if (!url) return refuse<IntegrationRefusal>({ code: 'URL_WRONG' });
      const known = new Set(declaredNotices().map(({ kind }) => kind));
      const unknown = input.events.find((event) => !known.has(event));
      if (unknown !== undefined) return refuse<IntegrationRefusal>({ code: 'EVENT_UNKNOWN', event: unknown });
      await tx.one('select id from organization where id = $1 for no key update', [actor.orgId]);
      const { n } = await tx.one<{ n: number }>(
        'select count(*)::int as n from webhook_endpoint where org_id = $1 and ended_at is null',
        [actor.orgId],
      );
      if (n >= MOST) return refuse<IntegrationRefusal>({ code: 'TOO_MANY', most: MOST });
      const id = newId();
      await tx.insert(WebhookEndpoint, {
        id,
        orgId: actor.orgId,
        url: url.href,
        events: [...new Set(input.events)],
        createdBy: actor.userId,
      });
      await tx.audit('webhook.create', 'webhook_endpoint', id, { host: url.host });
      return accept(id);
    });
  }

  end(actor: Actor, input: { readonly clientKey: string; readonly id: string }): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'webhookEnd', clientKey: input.clientKey, input }, async (tx) => {
      const endpoint = await tx.one<{ id: string; orgId: string; endedAt: Date | null }>(
        'select id, org_id as "orgId", ended_at as "endedAt" from webhook_endpoint where id = $1 for update',
        [idOf(input.id)],
      );
      assertMay(actor, 'integration.manage', { ownerOrgId: endpoint.orgId });
      if (endpoint.endedAt) return refuse<IntegrationRefusal>({ code: 'WEBHOOK_ENDED' });
      await tx.query('update webhook_endpoint set ended_at = $2, version = version + 1 where id = $1', [endpoint.id, tx.now]);
      await tx.audit('webhook.end', 'webhook_endpoint', endpoint.id);
      return accept(endpoint.id);
    });
  }

  /** Once more, at once, as the same message: receivers tell repeats by the delivery's id. */
  resend(actor: Actor, input: { readonly clientKey: string; readonly id: string }): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'webhookResend', clientKey: input.clientKey, input }, async (tx) => {
      const delivery = await tx.one<{ id: string; orgId: string; state: string; endedAt: Date | null }>(
        `select d.id, d.org_id as "orgId", d.state, e.ended_at as "endedAt" from webhook_delivery d
         join webhook_endpoint e on e.id = d.endpoint_id where d.id = $1 for update of d`,
        [idOf(input.id)],
      );
      assertMay(actor, 'integration.manage', { ownerOrgId: delivery.orgId });
      if (delivery.endedAt) return refuse<IntegrationRefusal>({ code: 'WEBHOOK_ENDED' });
      if (delivery.state === 'WAITING') return refuse<IntegrationRefusal>({ code: 'DELIVERY_WAITS' });
      await tx.query(
        `update webhook_delivery set state = 'WAITING', tries = 0, next_try_at = $2, version = version + 1 where id = $1`,
        [delivery.id, tx.now],
      );
      await tx.audit('webhook.resend', 'webhook_delivery', delivery.id);
      await tx.tell('integration.deliver', { deliveryId: delivery.id });
      return accept(delivery.id);
    });
  }

  list(actor: Actor): Promise<EndpointView[]> {
    return this.uow.read(actor, (tx) =>
      tx.query<EndpointView>(`${ENDPOINT} where e.org_id = $1 order by e.ended_at nulls first, e.id desc limit 50`, [
        actor.orgId,
      ]),
    );
  }

  async byId(actor: Actor, id: string, withSecret: boolean): Promise<EndpointView & { secret: string | null }> {
    const found = await this.uow.read(actor, (tx) => tx.one<EndpointView>(`${ENDPOINT} where e.id = $1`, [idOf(id)]));
    return { ...found, secret: withSecret ? webhookSecret(found.id, this.config.secret) : null };
  }

  deliveryById(actor: Actor, id: string): Promise<DeliveryView> {
    return this.uow.read(actor, (tx) => tx.one<DeliveryView>(`${DELIVERY} where d.id = $1`, [idOf(id)]));
  }

  /** The newest first. */
  deliveries(actor: Actor, first: number | null, after: string | null): Promise<Connection<DeliveryView>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 1);
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<DeliveryView>(
        `${DELIVERY} where d.org_id = $1 and ($2::uuid is null or d.id < $2) order by d.id desc limit ${size + 1}`,
        [actor.orgId, cursor ? idOf(cursor[0]!) : null],
      );
      const count = () =>
        this.uow.read(actor, async (again) => {
          const { n } = await again.one<{ n: number }>('select count(*)::int as n from webhook_delivery where org_id = $1', [
            actor.orgId,
          ]);
          return n;
        });
      return toConnection(
        rows,
        size,
        (row) => row,
        (row) => encodeCursor(row.id),
        count,
      );
    });
  }
}

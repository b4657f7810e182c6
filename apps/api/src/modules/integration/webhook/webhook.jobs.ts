import { Inject, Injectable } from '@nestjs/common';
import { nextTry } from '@lienket/domain';
import { SYSTEM } from '../../../platform/auth/actor.js';
import { CONFIG, type Config } from '../../../platform/config.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { JobHandler } from '../../../platform/jobs/job-handler.js';
import { postEvent, type Posted } from './post-event.js';
import { endpointUrl } from './safe-address.js';
import { signatureOf, webhookSecret } from './webhook-signature.js';

/** A fact that an organization was told; the same that its people read as a notice. */
export interface ToldFact {
  readonly kind: string;
  readonly orgId: string;
  readonly key: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

interface Waiting {
  readonly id: string;
  readonly endpointId: string;
  readonly url: string;
  readonly event: string;
  readonly payload: object;
  readonly tries: number;
  readonly endedAt: Date | null;
}

/** Events are thin: they name what happened and its ids; whoever wants more asks the API with a key. */
@Injectable()
export class WebhookJobs {
  constructor(
    private readonly uow: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One delivery for each endpoint that wants this kind; told twice, it is delivered once. */
  @JobHandler('integration.fact')
  async spread({ kind, orgId, key, facts }: ToldFact): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      const endpoints = await tx.query<{ id: string }>(
        `select id from webhook_endpoint where org_id = $1 and ended_at is null and (events = '{}' or $2 = any(events)) order by id`,
        [orgId, kind],
      );
      for (const { id: endpointId } of endpoints) {
        const id = newId();
        const payload = JSON.stringify({ id, type: kind, createdAt: tx.now.toISOString(), data: facts });
        const fresh = await tx.change(
          `insert into webhook_delivery (id, endpoint_id, org_id, event, event_key, payload, state, next_try_at)
           values ($1, $2, $3, $4, $5, $6::jsonb, 'WAITING', $7) on conflict (endpoint_id, event_key) do nothing returning id`,
          [id, endpointId, orgId, kind, `${kind}:${key}`, payload, tx.now],
        );
        if (fresh.length > 0) await tx.tell('integration.deliver', { deliveryId: id }, null, `webhook-${id}`);
      }
    });
  }

  /** One try. The call itself is outside every transaction; what came of it is written after. */
  @JobHandler('integration.deliver')
  async deliver({ deliveryId }: { deliveryId: string }): Promise<void> {
    const [waiting] = await this.uow.read(SYSTEM, (tx) =>
      tx.query<Waiting>(
        `select d.id, d.endpoint_id as "endpointId", e.url, d.event, d.payload, d.tries, e.ended_at as "endedAt"
         from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id where d.id = $1 and d.state = 'WAITING'`,
        [deliveryId],
      ),
    );
    if (!waiting) return;
    const posted = waiting.endedAt ? { status: null, error: 'endpoint ended' } : await this.post(waiting);
    await this.note(waiting, posted);
  }

  private async post({ id, endpointId, url, event, payload }: Waiting): Promise<Posted> {
    const address = endpointUrl(url, !this.config.production);
    if (!address) return { status: null, error: 'address refused' };
    const body = JSON.stringify(payload);
    return postEvent(address, body, {
      'content-type': 'application/json',
      'user-agent': 'LienKet-Webhook/1',
      'x-lienket-event': event,
      'x-lienket-delivery': id,
      'x-lienket-signature': signatureOf(body, webhookSecret(endpointId, this.config.secret), new Date()),
    });
  }

  private note({ id, tries, endedAt }: Waiting, { status, error }: Posted): Promise<void> {
    return this.uow.run(SYSTEM, async (tx) => {
      const isDelivered = status !== null && status >= 200 && status < 300;
      const again = isDelivered || endedAt ? null : nextTry(tx.now, tries + 1);
      const state = isDelivered ? 'DELIVERED' : again ? 'WAITING' : 'FAILED';
      const changed = await tx.change(
        `update webhook_delivery set state = $2, tries = tries + 1, last_status = $3, last_error = $4, last_tried_at = $5, next_try_at = $6, version = version + 1
         where id = $1 and state = 'WAITING' and tries = $7 returning id`,
        [id, state, status, isDelivered ? null : (error ?? `HTTP ${status}`), tx.now, again, tries],
      );
      if (changed.length > 0 && again) await tx.tell('integration.deliver', { deliveryId: id }, again);
    });
  }
}

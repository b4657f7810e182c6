import { Injectable } from '@nestjs/common';
import { accept, type Refusal, refuse, type Result } from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { tidyLine } from '../../platform/text.js';
import type { ConferenceRefusal } from './conference.messages.js';
import { EventDelegate } from './event-delegate.entity.js';

export const DELEGATE_ROLES = [
  'COOPERATIVE',
  'ENTERPRISE',
  'DISTRIBUTOR',
  'SIGNATORY',
  'AUTHORITY',
  'ASSOCIATION',
  'PRESS',
  'OTHER',
] as const;

export interface SaveDelegate {
  readonly clientKey: string;
  readonly eventCode: string;
  /** Its number in the register; null takes the next one. */
  readonly code?: string | null;
  readonly fullName: string;
  readonly title?: string | null;
  readonly orgId?: string | null;
  readonly orgName?: string | null;
  readonly role: (typeof DELEGATE_ROLES)[number];
}

export interface NoteAttended {
  readonly clientKey: string;
  readonly eventCode: string;
  readonly code: string;
  readonly attended?: boolean | null;
}

type Outcome = Promise<Result<string, Refusal>>;
const no = (refusal: ConferenceRefusal) => refuse(refusal);
const CODE = /^[\p{L}\d-]{1,20}$/u;

/** Who was invited and who came: entered by hand besides the register, and ticked at the door. */
@Injectable()
export class DelegateService {
  constructor(private readonly uow: UnitOfWork) {}

  /** A delegate of this number is changed; otherwise one is added. */
  save(actor: Actor, input: SaveDelegate): Outcome {
    return this.act(actor, 'delegateSave', input, async (tx, eventId) => {
      const fullName = tidyLine(input.fullName);
      if (!fullName || fullName.length > 200) return no({ code: 'DELEGATE_NAME_MISSING' });
      const asked = tidyLine(input.code);
      if (asked && !CODE.test(asked)) return no({ code: 'DELEGATE_CODE_NOT_VALID' });
      const orgId = input.orgId ? idOf(input.orgId) : null;
      if (orgId) await tx.one('select 1 from organization where id = $1', [orgId]);
      const code = asked ?? (await nextCode(tx, eventId));
      const row = {
        ...{ fullName, orgId, role: input.role },
        title: tidyLine(input.title)?.slice(0, 200) ?? null,
        orgName: orgId ? null : (tidyLine(input.orgName)?.slice(0, 300) ?? null),
      };
      const [there] = await tx.query<{ id: string }>('select id from event_delegate where event_id = $1 and code = $2', [
        eventId,
        code,
      ]);
      const id = there?.id ?? newId();
      if (there) await tx.manager.update(EventDelegate, { id }, row);
      else await tx.insert(EventDelegate, { id, eventId, code, ...row });
      await tx.audit('delegate.save', 'event_delegate', id, { code });
      return accept(eventId);
    });
  }

  noteAttended(actor: Actor, input: NoteAttended): Outcome {
    return this.act(actor, 'delegateAttended', input, async (tx, eventId) => {
      const { code, attended = null } = input;
      const [row] = await tx.query<{ id: string }>(
        'with noted as (update event_delegate set attended = $3 where event_id = $1 and code = $2 returning id) select id from noted',
        [eventId, code, attended],
      );
      if (!row) return no({ code: 'DELEGATE_UNKNOWN' });
      await tx.audit('delegate.attended', 'event_delegate', row.id, { attended });
      return accept(eventId);
    });
  }

  private act(
    actor: Actor,
    operation: string,
    input: { readonly clientKey: string; readonly eventCode: string },
    work: (tx: Tx, eventId: string) => Outcome,
  ): Outcome {
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'event.manage', {});
      // Two at the door do not give the same number.
      const [event] = await tx.query<{ id: string }>('select id from event where code = $1 for update', [input.eventCode]);
      return event ? work(tx, event.id) : no({ code: 'EVENT_UNKNOWN' });
    });
  }
}

async function nextCode(tx: Tx, eventId: string): Promise<string> {
  const { next } = await tx.one<{ next: number }>(
    `select coalesce(max(code::int) filter (where code ~ '^[0-9]{1,6}$'), 0) + 1 as next from event_delegate where event_id = $1`,
    [eventId],
  );
  return String(next);
}

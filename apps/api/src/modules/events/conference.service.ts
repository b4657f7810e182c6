import { Injectable } from '@nestjs/common';
import { accept, type Refusal, refuse, type Result } from '@lienket/domain';
import { assertMay, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { newId } from '../../platform/ids.js';
import { tidyLine } from '../../platform/text.js';
import { FileBook } from '../registry/index.js';
import { Booth } from './booth.entity.js';
import { Commendation } from './commendation.entity.js';
import type { ConferenceRefusal } from './conference.messages.js';
import { Event } from './event.entity.js';
import { EventSlot } from './event-slot.entity.js';
import { EventTalk } from './event-talk.entity.js';
import { MediaItem } from './media-item.entity.js';

export interface SaveEvent {
  readonly clientKey: string;
  /** Null: a new event. */
  readonly id?: string | null;
  readonly version?: number | null;
  readonly code: string;
  readonly title: string;
  readonly heldOn: string;
  readonly host: string;
  readonly chair?: string | null;
  readonly sourceTitle: string;
  readonly sourceNumber?: string | null;
  readonly sourceSignedOn?: string | null;
  readonly boothCount?: number | null;
  readonly tableCount?: number | null;
}

export interface SaveBooth {
  readonly clientKey: string;
  readonly eventCode: string;
  readonly position: number;
  readonly title?: string | null;
  readonly ownerOrgId?: string | null;
  readonly ownerUnitCode?: string | null;
  readonly goods?: string | null;
}

export interface AddTalk {
  readonly clientKey: string;
  readonly eventCode: string;
  readonly startsAt?: number | null;
  readonly title: string;
  readonly speaker?: string | null;
  readonly orgId?: string | null;
}

export interface PlanSlots {
  readonly clientKey: string;
  readonly eventCode: string;
  readonly startsAt: number;
  readonly minutes: number;
  readonly count: number;
}

export interface AddCommendation {
  readonly clientKey: string;
  readonly eventCode: string;
  readonly orgId: string;
  readonly title: string;
  readonly issuer?: string | null;
  readonly decisionNo?: string | null;
  readonly decisionOn?: string | null;
  readonly decisionFileId?: string | null;
}

export interface AddMedia {
  readonly clientKey: string;
  readonly eventCode: string;
  readonly outlet: string;
  readonly title: string;
  readonly url: string;
  readonly publishedOn: string;
  readonly productId?: string | null;
  readonly mouId?: string | null;
}

export interface RemoveFromProgramme {
  readonly clientKey: string;
  readonly eventCode: string;
  readonly part: ProgrammePartName;
  readonly id: string;
}

export const PROGRAMME_PARTS = ['TALK', 'COMMENDATION', 'MEDIA'] as const;
type ProgrammePartName = (typeof PROGRAMME_PARTS)[number];
const TABLE_OF: Record<ProgrammePartName, string> = { TALK: 'event_talk', COMMENDATION: 'commendation', MEDIA: 'media_item' };

type Outcome = Promise<Result<string, Refusal>>;
const no = (refusal: ConferenceRefusal) => refuse(refusal);
const CODE = /^[A-Z0-9][A-Z0-9-]{2,39}$/;
const MOST_BOOTHS = 500;
const MOST_TABLES = 200;

/** An officer's work on a conference: made and changed without code, whatever the conference. */
@Injectable()
export class ConferenceService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileBook,
  ) {}

  save(actor: Actor, input: SaveEvent): Outcome {
    return this.act(actor, 'eventSave', input, async (tx) => {
      const code = input.code.trim().toUpperCase();
      const line = (text: string | null | undefined) => tidyLine(text)?.slice(0, 300) ?? null;
      const [title, host, sourceTitle] = [line(input.title), line(input.host), line(input.sourceTitle)];
      if (!CODE.test(code)) return no({ code: 'EVENT_CODE_NOT_VALID' });
      if (!title) return no({ code: 'EVENT_TITLE_MISSING' });
      if (!host) return no({ code: 'EVENT_HOST_MISSING' });
      if (!sourceTitle) return no({ code: 'EVENT_SOURCE_MISSING' });
      const { boothCount = null, tableCount = null } = input;
      if (boothCount !== null && (boothCount < 0 || boothCount > MOST_BOOTHS))
        return no({ code: 'BOOTH_COUNT_NOT_VALID', most: MOST_BOOTHS });
      if (tableCount !== null && (tableCount < 0 || tableCount > MOST_TABLES))
        return no({ code: 'TABLE_COUNT_NOT_VALID', most: MOST_TABLES });
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('event:' || $1, 0))`, [code]);
      const [taken] = await tx.query<{ id: string }>('select id from event where code = $1', [code]);
      const id = input.id ? idOf(input.id) : newId();
      if (taken && taken.id !== id) return no({ code: 'EVENT_CODE_TAKEN', event: code });
      const row = {
        ...{ code, title, host, sourceTitle, heldOn: input.heldOn, boothCount, tableCount },
        chair: line(input.chair),
        sourceNumber: line(input.sourceNumber),
        sourceSignedOn: input.sourceSignedOn ?? null,
      };
      if (input.id) {
        const { version } = await tx.one<{ version: number }>('select version from event where id = $1 for update', [id]);
        if (version !== input.version) return versionConflict(version);
        const used = await tx.one<{ most: number }>(
          `select coalesce(max(position), 0)::int as most from booth where event_id = $1 and (owner_org_id is not null or owner_unit_code is not null)`,
          [id],
        );
        if (boothCount !== null && used.most > boothCount) return no({ code: 'BOOTHS_IN_USE', position: used.most });
        await tx.updateVersioned(Event, id, version, row);
      } else {
        await tx.insert(Event, { id, ...row });
      }
      await this.layOutBooths(tx, id, boothCount ?? 0);
      await tx.audit(input.id ? 'event.update' : 'event.create', 'event', id, { code });
      return accept(id);
    });
  }

  /** A booth belongs to a cooperative or to an administrative unit, or nobody knows whose it is. */
  saveBooth(actor: Actor, input: SaveBooth): Outcome {
    return this.act(actor, 'boothSave', input, async (tx) => {
      const event = await this.event(tx, input.eventCode);
      if (!event.ok) return event;
      const { position, ownerUnitCode = null } = input;
      const ownerOrgId = input.ownerOrgId ? idOf(input.ownerOrgId) : null;
      const most = event.value.boothCount ?? MOST_BOOTHS;
      if (position < 1 || position > most) return no({ code: 'BOOTH_POSITION_NOT_VALID', most });
      if (ownerOrgId && ownerUnitCode) return no({ code: 'BOOTH_OF_TWO' });
      if (ownerOrgId) await tx.one(`select 1 from organization where id = $1 and status = 'ACTIVE'`, [ownerOrgId]);
      if (ownerUnitCode && !(await this.exists(tx, 'administrative_unit', 'code', ownerUnitCode)))
        return no({ code: 'UNIT_UNKNOWN' });
      const row = {
        ownerOrgId,
        ownerUnitCode,
        title: tidyLine(input.title)?.slice(0, 200) ?? null,
        goods: tidyLine(input.goods)?.slice(0, 500) ?? null,
      };
      const [before] = await tx.query<{ id: string }>('select id from booth where event_id = $1 and position = $2 for update', [
        event.value.id,
        position,
      ]);
      const id = before?.id ?? newId();
      if (before) await tx.manager.update(Booth, { id }, row);
      else await tx.insert(Booth, { id, eventId: event.value.id, position, ...row });
      await tx.audit('booth.save', 'booth', id, { position, ownerOrgId, ownerUnitCode });
      return accept(event.value.id);
    });
  }

  addTalk(actor: Actor, input: AddTalk): Outcome {
    return this.act(actor, 'talkAdd', input, async (tx) => {
      const event = await this.event(tx, input.eventCode);
      if (!event.ok) return event;
      const title = tidyLine(input.title);
      if (!title || title.length > 300) return no({ code: 'TALK_TITLE_MISSING' });
      const startsAt = input.startsAt ?? null;
      if (startsAt !== null && (startsAt < 0 || startsAt >= 1440)) return no({ code: 'TIME_NOT_VALID' });
      const orgId = input.orgId ? idOf(input.orgId) : null;
      if (orgId) await tx.one('select 1 from organization where id = $1', [orgId]);
      const id = newId();
      await tx.insert(EventTalk, {
        id,
        eventId: event.value.id,
        startsAt,
        title,
        speaker: tidyLine(input.speaker)?.slice(0, 200) ?? null,
        orgId,
      });
      await tx.audit('event.talk', 'event', event.value.id, { title });
      return accept(event.value.id);
    });
  }

  /** Equal times one after another; times that are there already stay, with their meetings. */
  planSlots(actor: Actor, input: PlanSlots): Outcome {
    return this.act(actor, 'slotsPlan', input, async (tx) => {
      const event = await this.event(tx, input.eventCode);
      if (!event.ok) return event;
      const { startsAt, minutes, count } = input;
      if (minutes < 5 || count < 1 || count > 60 || startsAt < 0 || startsAt + minutes * count > 1440)
        return no({ code: 'TIME_NOT_VALID' });
      const there = await tx.query<{ startsAt: number; endsAt: number }>(
        'select starts_at as "startsAt", ends_at as "endsAt" from event_slot where event_id = $1 order by id for update',
        [event.value.id],
      );
      const slots = Array.from({ length: count }, (_, i) => ({
        startsAt: startsAt + i * minutes,
        endsAt: startsAt + (i + 1) * minutes,
      })).filter((slot) => !there.some((one) => one.startsAt < slot.endsAt && slot.startsAt < one.endsAt));
      await tx.insert(
        EventSlot,
        slots.map((slot) => ({ id: newId(), eventId: event.value.id, ...slot })),
      );
      await tx.audit('event.slots', 'event', event.value.id, { added: slots.length });
      return accept(event.value.id);
    });
  }

  /** The decision's file is the Alliance's own upload; without it there is an entry and no badge. */
  addCommendation(actor: Actor, input: AddCommendation): Outcome {
    return this.act(actor, 'commendationAdd', input, async (tx) => {
      const event = await this.event(tx, input.eventCode);
      if (!event.ok) return event;
      const title = tidyLine(input.title);
      if (!title || title.length > 300) return no({ code: 'COMMENDATION_TITLE_MISSING' });
      if (input.decisionOn && input.decisionOn > tx.today) return no({ code: 'DECISION_IN_FUTURE' });
      const orgId = idOf(input.orgId);
      await tx.one(`select 1 from organization where id = $1 and status = 'ACTIVE'`, [orgId]);
      const file = input.decisionFileId ? await this.files.attach(tx, idOf(input.decisionFileId), actor.orgId) : null;
      const id = newId();
      await tx.insert(Commendation, {
        ...{ id, eventId: event.value.id, orgId, title, createdBy: actor.userId },
        issuer: tidyLine(input.issuer)?.slice(0, 200) ?? null,
        decisionNo: tidyLine(input.decisionNo)?.slice(0, 100) ?? null,
        decisionOn: input.decisionOn ?? null,
        decisionFileId: file?.id ?? null,
      });
      await tx.audit('commendation.add', 'commendation', id, { orgId });
      return accept(event.value.id);
    });
  }

  addMedia(actor: Actor, input: AddMedia): Outcome {
    return this.act(actor, 'mediaAdd', input, async (tx) => {
      const event = await this.event(tx, input.eventCode);
      if (!event.ok) return event;
      const [outlet, title] = [tidyLine(input.outlet), tidyLine(input.title)];
      if (!outlet || outlet.length > 100) return no({ code: 'OUTLET_MISSING' });
      if (!title || title.length > 300) return no({ code: 'MEDIA_TITLE_MISSING' });
      const url = webAddress(input.url);
      if (!url) return no({ code: 'URL_NOT_VALID' });
      if (input.publishedOn > tx.today) return no({ code: 'PUBLISHED_IN_FUTURE' });
      const [known] = await tx.query('select 1 from media_item where url = $1', [url]);
      if (known) return no({ code: 'URL_KNOWN' });
      const productId = input.productId ? idOf(input.productId) : null;
      if (productId) await tx.one('select 1 from product where id = $1', [productId]);
      const mouId = input.mouId ? idOf(input.mouId) : null;
      if (mouId) await tx.one('select 1 from mou where id = $1', [mouId]);
      const id = newId();
      await tx.insert(MediaItem, {
        id,
        eventId: event.value.id,
        outlet,
        title,
        url,
        publishedOn: input.publishedOn,
        productId,
        mouId,
        createdBy: actor.userId,
      });
      await tx.audit('media.add', 'media', id, { url });
      return accept(event.value.id);
    });
  }

  /** Takes out what was entered by mistake; the audit keeps the row as it was. */
  remove(actor: Actor, input: RemoveFromProgramme): Outcome {
    return this.act(actor, 'programmeRemove', input, async (tx) => {
      const event = await this.event(tx, input.eventCode);
      if (!event.ok) return event;
      const [row] = await tx.query<{ was: object }>(
        `with gone as (delete from ${TABLE_OF[input.part]} where id = $1 and event_id = $2 returning *) select to_jsonb(gone) as was from gone`,
        [idOf(input.id), event.value.id],
      );
      if (!row) return no({ code: 'PROGRAMME_PART_GONE' });
      await tx.audit('event.programme-remove', 'event', event.value.id, { part: input.part, was: row.was });
      return accept(event.value.id);
    });
  }

  private async layOutBooths(tx: Tx, eventId: string, count: number): Promise<void> {
    const there = await tx.query<{ position: number }>('select position from booth where event_id = $1', [eventId]);
    const missing = Array.from({ length: count }, (_, i) => i + 1).filter(
      (position) => !there.some((booth) => booth.position === position),
    );
    await tx.insert(
      Booth,
      missing.map((position) => ({ id: newId(), eventId, position })),
    );
    await tx.query(
      `delete from booth b where event_id = $1 and position > $2 and owner_org_id is null and owner_unit_code is null
         and not exists (select 1 from interest_slip s where s.booth_id = b.id)`,
      [eventId, count],
    );
  }

  private async event(tx: Tx, code: string): Promise<Result<{ id: string; boothCount: number | null }, ConferenceRefusal>> {
    const [event] = await tx.query<{ id: string; boothCount: number | null }>(
      'select id, booth_count as "boothCount" from event where code = $1',
      [code],
    );
    return event ? accept(event) : no({ code: 'EVENT_UNKNOWN' });
  }

  private async exists(tx: Tx, table: 'administrative_unit', column: 'code', value: string): Promise<boolean> {
    return (await tx.query(`select 1 from ${table} where ${column} = $1`, [value])).length > 0;
  }

  private act(actor: Actor, operation: string, input: { readonly clientKey: string }, work: (tx: Tx) => Outcome): Outcome {
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      assertMay(actor, 'event.manage', {});
      return work(tx);
    });
  }
}

function webAddress(text: string): string | null {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  return url && (url.protocol === 'https:' || url.protocol === 'http:') && url.href.length <= 500 ? url.href : null;
}

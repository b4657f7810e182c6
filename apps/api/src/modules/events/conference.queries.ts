import { Injectable } from '@nestjs/common';
import { MEETING_TRANSITIONS, type MeetingState, nextState } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { asSystem } from '../../platform/database/as-system.js';
import { SqlPool } from '../../platform/database/sql-pool.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { organizationRefSql, type OrganizationRefView } from '../registry/index.js';

export interface SlotView {
  readonly id: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface MeetingView {
  readonly id: string;
  readonly from: OrganizationRefView;
  readonly to: OrganizationRefView;
  readonly wish: string | null;
  readonly status: MeetingState;
  readonly slot: SlotView | null;
  readonly tableNo: number | null;
  readonly version: number;
  readonly actions: string[];
}

export interface SlipView {
  readonly id: string;
  readonly booth: number;
  readonly seller: OrganizationRefView | null;
  readonly buyer: OrganizationRefView;
  readonly goods: string;
  readonly qty: string | null;
  readonly unit: string | null;
  readonly note: string | null;
  readonly mouId: string | null;
  readonly createdAt: Date;
}

export interface DelegateView {
  readonly code: string;
  readonly fullName: string;
  readonly title: string | null;
  readonly organization: OrganizationRefView | null;
  readonly orgName: string | null;
  readonly role: string;
  readonly attended: boolean | null;
}

export interface ProgrammeView {
  readonly talks: {
    readonly id: string;
    readonly startsAt: number | null;
    readonly title: string;
    readonly speaker: string | null;
    readonly organization: OrganizationRefView | null;
  }[];
  readonly commendations: {
    readonly id: string;
    readonly organization: OrganizationRefView;
    readonly title: string;
    readonly issuer: string | null;
    readonly decisionNo: string | null;
    readonly decisionOn: string | null;
    readonly hasBadge: boolean;
  }[];
  readonly media: MediaView[];
}

export interface MediaView {
  readonly id: string;
  readonly outlet: string;
  readonly title: string;
  readonly url: string;
  readonly publishedOn: string;
}

const orgOrNull = (alias: string) => `case when ${alias}.id is null then null else ${organizationRefSql(alias)} end`;
/** A badge stands on a decision: its number, its day and its file. */
export const BADGE = 'c.decision_no is not null and c.decision_on is not null and c.decision_file_id is not null';

/** What visitors, delegates and officers read of a conference besides the notice. */
@Injectable()
export class ConferenceQueries {
  constructor(
    private readonly pool: SqlPool,
    private readonly uow: UnitOfWork,
  ) {}

  async programme(eventId: string): Promise<ProgrammeView> {
    const [row] = await this.pool.rows<ProgrammeView>(
      'event-programme',
      `select
         coalesce((select json_agg(json_build_object('id', t.id, 'startsAt', t.starts_at, 'title', t.title, 'speaker', t.speaker, 'organization', ${orgOrNull('o')})
           order by t.starts_at nulls last, t.id) from event_talk t left join organization o on o.id = t.org_id where t.event_id = $1), '[]') as talks,
         coalesce((select json_agg(json_build_object('id', c.id, 'organization', ${organizationRefSql('o')}, 'title', c.title, 'issuer', c.issuer,
           'decisionNo', c.decision_no, 'decisionOn', c.decision_on, 'hasBadge', ${BADGE}) order by o.name)
           from commendation c join organization o on o.id = c.org_id where c.event_id = $1), '[]') as commendations,
         coalesce((select json_agg(json_build_object('id', m.id, 'outlet', m.outlet, 'title', m.title, 'url', m.url, 'publishedOn', m.published_on)
           order by m.published_on desc, m.id) from media_item m where m.event_id = $1), '[]') as media`,
      [eventId],
    );
    return row!;
  }

  /** What the press wrote of a product, the newest first. */
  productMedia(productId: string): Promise<MediaView[]> {
    return this.pool.rows(
      'product-media',
      'select id, outlet, title, url, published_on as "publishedOn" from media_item where product_id = $1 order by published_on desc, id limit 20',
      [productId],
    );
  }

  slots(eventId: string): Promise<SlotView[]> {
    return this.pool.rows(
      'event-slots',
      'select id, starts_at as "startsAt", ends_at as "endsAt" from event_slot where event_id = $1 order by starts_at',
      [eventId],
    );
  }

  /** The reader's own meetings; all of them for the Alliance. */
  meetings(actor: Actor, eventCode: string): Promise<MeetingView[]> {
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<Omit<MeetingView, 'actions'>>(
        `select m.id, ${organizationRefSql('f')} as "from", ${organizationRefSql('t')} as "to", m.wish, m.status, m.table_no as "tableNo", m.version,
           case when s.id is null then null else json_build_object('id', s.id, 'startsAt', s.starts_at, 'endsAt', s.ends_at) end as slot
         from meeting m join event e on e.id = m.event_id join organization f on f.id = m.from_org_id join organization t on t.id = m.to_org_id
         left join event_slot s on s.id = m.slot_id where e.code = $1 order by s.starts_at nulls first, m.id limit 500`,
        [eventCode],
      );
      return rows.map((row) => ({ ...row, actions: actionsOf(actor, row) }));
    });
  }

  /** Seats taken, without who sits there: whoever gives a meeting its place sees what is free. */
  takenSeats(actor: Actor, eventCode: string): Promise<{ slotId: string; tableNo: number }[]> {
    return this.uow.read(actor, (tx) =>
      asSystem(tx, () =>
        tx.query(
          `select m.slot_id as "slotId", m.table_no as "tableNo" from meeting m join event e on e.id = m.event_id
           where e.code = $1 and m.status = 'ACCEPTED' order by 1, 2`,
          [eventCode],
        ),
      ),
    );
  }

  slips(actor: Actor, eventCode: string): Promise<SlipView[]> {
    return this.uow.read(actor, (tx) =>
      tx.query(
        `select i.id, b.position as booth, ${orgOrNull('s')} as seller, ${organizationRefSql('y')} as buyer, i.goods, i.qty, i.unit, i.note, i.mou_id as "mouId",
           i.created_at as "createdAt"
         from interest_slip i join event e on e.id = i.event_id join booth b on b.id = i.booth_id left join organization s on s.id = i.seller_org_id
         join organization y on y.id = i.buyer_org_id where e.code = $1 order by i.id desc limit 500`,
        [eventCode],
      ),
    );
  }

  delegates(actor: Actor, eventCode: string): Promise<DelegateView[]> {
    return this.uow.read(actor, (tx) =>
      tx.query(
        `select d.code, d.full_name as "fullName", d.title, ${orgOrNull('o')} as organization, d.org_name as "orgName", d.role, d.attended
         from event_delegate d join event e on e.id = d.event_id left join organization o on o.id = d.org_id
         where e.code = $1 order by length(d.code), d.code limit 500`,
        [eventCode],
      ),
    );
  }

  badges(orgId: string): Promise<{ title: string; decisionNo: string; decisionOn: string }[]> {
    return this.pool.rows(
      'organization-badges',
      `select c.title, c.decision_no as "decisionNo", c.decision_on as "decisionOn" from commendation c where c.org_id = $1 and ${BADGE} order by c.decision_on desc`,
      [orgId],
    );
  }
}

function actionsOf(actor: Actor, { from, to, status }: Pick<MeetingView, 'from' | 'to' | 'status'>): string[] {
  const isHost = actor.orgKind === 'ALLIANCE';
  const isAsked = isHost || actor.orgId === to.id;
  const isSide = isAsked || actor.orgId === from.id;
  return (['accept', 'decline', 'move', 'cancel'] as const).filter(
    (action) =>
      nextState(MEETING_TRANSITIONS, status, action).ok && (action === 'accept' || action === 'decline' ? isAsked : isSide),
  );
}

import { Injectable } from '@nestjs/common';
import type { Locale } from '@lienket/domain';
import { SqlPool } from '../../platform/database/sql-pool.js';
import { organizationRefSql, type OrganizationRefView } from '../registry/index.js';

export interface EventView {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly heldOn: string;
  readonly host: string;
  readonly chair: string | null;
  readonly sourceTitle: string;
  readonly sourceNumber: string | null;
  readonly sourceSignedOn: string | null;
  readonly attendanceApprox: number | null;
  readonly boothCount: number | null;
  readonly tableCount: number | null;
  readonly isDemo: boolean;
  readonly version: number;
  readonly signingPartyCount: number | null;
  readonly facts: {
    kind: string;
    position: number;
    title: string;
    detail: string | null;
    organization: OrganizationRefView | null;
  }[];
  readonly booths: {
    position: number;
    title: string | null;
    owner: OrganizationRefView | null;
    ownerUnitName: string | null;
    goods: string | null;
  }[];
}

const SELECT = `select e.id, e.code, e.title, e.held_on as "heldOn", e.host, e.chair, e.source_title as "sourceTitle",
    e.source_number as "sourceNumber", e.source_signed_on as "sourceSignedOn", e.attendance_approx as "attendanceApprox",
    e.booth_count as "boothCount", e.table_count as "tableCount", e.is_demo as "isDemo", e.version, e.signing_party_count as "signingPartyCount",
    coalesce((select json_agg(json_build_object('kind', f.kind, 'position', f.position,
        'title', case when $1 = 'en' then f.title_en else f.title_vi end, 'detail', case when $1 = 'en' then f.detail_en else f.detail_vi end,
        'organization', case when o.id is null then null else ${organizationRefSql('o')} end) order by f.kind, f.position)
      from event_fact f left join organization o on o.id = f.org_id where f.event_id = e.id), '[]') as facts,
    coalesce((select json_agg(json_build_object('position', b.position, 'title', b.title, 'ownerUnitName', u.name, 'goods', b.goods,
        'owner', case when o.id is null then null else ${organizationRefSql('o')} end) order by b.position)
      from booth b left join organization o on o.id = b.owner_org_id left join administrative_unit u on u.code = b.owner_unit_code
      where b.event_id = e.id), '[]') as booths
  from event e`;

@Injectable()
export class EventQueries {
  constructor(private readonly pool: SqlPool) {}

  all(locale: Locale): Promise<EventView[]> {
    return this.pool.rows('events', `${SELECT} order by e.held_on desc, e.code`, [locale]);
  }

  async byId(id: string, locale: Locale): Promise<EventView | null> {
    const [event] = await this.pool.rows<EventView>('event-by-id', `${SELECT} where e.id = $2`, [locale, id]);
    return event ?? null;
  }

  async byCode(code: string, locale: Locale): Promise<EventView | null> {
    const [event] = await this.pool.rows<EventView>('event', `${SELECT} where e.code = $2 or e.id::text = $2`, [locale, code]);
    return event ?? null;
  }
}

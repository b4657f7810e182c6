import { Injectable } from '@nestjs/common';
import { REGISTRABLE_KINDS } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { pageSize } from '../../../platform/graphql/keyset.js';
import type { OrganizationRowView } from '../life/organization-file.queries.js';

/** From this likeness on (pg_trgm, 0 to 1) two names are shown to an officer as a possible double. */
const LIKENESS = 0.6;

export interface DuplicateSideView {
  readonly organization: OrganizationRowView;
  readonly taxCode: string | null;
  readonly people: number;
  readonly locations: number;
  readonly certificates: number;
}

export interface DuplicatePairView {
  readonly duplicate: DuplicateSideView;
  readonly survivor: DuplicateSideView;
  readonly reason: 'SAME_TAX_CODE' | 'SIMILAR_NAME';
  readonly likeness: number | null;
}

export interface MergeView {
  readonly id: string;
  readonly duplicate: OrganizationRowView;
  readonly survivor: OrganizationRowView;
  readonly reason: string;
  readonly status: 'PROPOSED' | 'APPROVED' | 'REFUSED' | 'WITHDRAWN';
  readonly proposedById: string;
  readonly proposedByName: string;
  readonly proposedAt: Date;
  readonly decidedByName: string | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string | null;
  readonly membersAdded: number;
  readonly version: number;
}

const ROW = (alias: string) =>
  `json_build_object('id', ${alias}.id, 'slug', ${alias}.slug, 'name', ${alias}.name, 'shortName', ${alias}.short_name, 'kind', ${alias}.kind,
   'isDemo', ${alias}.is_demo, 'status', ${alias}.status, 'statusReason', ${alias}.status_reason, 'statusAt', ${alias}.status_at,
   'verifiedAt', ${alias}.verified_at, 'communeName', (select u.name from administrative_unit u where u.code = ${alias}.commune_code))`;
const SIDE = (alias: string) =>
  `json_build_object('organization', ${ROW(alias)}, 'taxCode', ${alias}.tax_code,
   'people', (select count(*) from membership m where m.org_id = ${alias}.id and m.ended_at is null),
   'locations', (select count(*) from location l where l.org_id = ${alias}.id),
   'certificates', (select count(*) from certificate c where c.org_id = ${alias}.id))`;
const MERGE = `select m.id, ${ROW('d')} as duplicate, ${ROW('s')} as survivor, m.reason, m.status, m.proposed_by as "proposedById",
    p.full_name as "proposedByName", m.proposed_at as "proposedAt", q.full_name as "decidedByName", m.decided_at as "decidedAt",
    m.decision_note as "decisionNote", m.members_added as "membersAdded", m.version
  from organization_merge m join organization d on d.id = m.duplicate_id join organization s on s.id = m.survivor_id
  join app_user p on p.id = m.proposed_by left join app_user q on q.id = m.decided_by`;

@Injectable()
export class MergeQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /**
   * Living organizations with the same ten digits of a tax code, or with nearly the same name without its legal form.
   * A pair that somebody proposed or that was refused is not suggested again.
   */
  duplicates(actor: Actor, first: number | null): Promise<DuplicatePairView[]> {
    return this.uow.read(actor, async (tx) => {
      await tx.query(`select set_config('pg_trgm.similarity_threshold', $1, true)`, [String(LIKENESS)]);
      return tx.query<DuplicatePairView>(
        `with living as (
           select * from organization where status in ('DRAFT', 'PENDING', 'ACTIVE', 'SUSPENDED') and kind = any($2)),
         pairs as (
           select a.id as older, b.id as younger, true as same_code, null::real as likeness from living a join living b on a.id < b.id
             and left(a.tax_code, 10) = left(b.tax_code, 10) and length(a.tax_code) <> 12 and length(b.tax_code) <> 12
           union all
           select a.id, b.id, true, null from living a join living b on a.id < b.id and a.tax_code = b.tax_code and length(a.tax_code) = 12
           union all
           select a.id, b.id, false, similarity(organization_name_key(a.name), organization_name_key(b.name))
           from organization a join living b on a.id < b.id and organization_name_key(a.name) % organization_name_key(b.name)
           where a.id in (select id from living)),
         best as (
           select older, younger, bool_or(same_code) as same_code, max(likeness) as likeness from pairs group by older, younger)
         select ${SIDE('b')} as duplicate, ${SIDE('a')} as survivor,
           case when best.same_code then 'SAME_TAX_CODE' else 'SIMILAR_NAME' end as reason, round(best.likeness * 100)::int as likeness
         from best join organization a on a.id = best.older join organization b on b.id = best.younger
         where a.is_demo = b.is_demo and not exists (
           select 1 from organization_merge m where m.status in ('PROPOSED', 'REFUSED')
             and ((m.duplicate_id = a.id and m.survivor_id = b.id) or (m.duplicate_id = b.id and m.survivor_id = a.id)))
         order by best.same_code desc, best.likeness desc nulls last, b.id limit $1`,
        [pageSize(first), REGISTRABLE_KINDS],
      );
    });
  }

  /** Open proposals first, then the newest decisions. */
  merges(actor: Actor, first: number | null): Promise<MergeView[]> {
    return this.uow.read(actor, (tx) =>
      tx.query<MergeView>(`${MERGE} order by m.status = 'PROPOSED' desc, coalesce(m.decided_at, m.proposed_at) desc limit $1`, [
        pageSize(first),
      ]),
    );
  }

  byId(actor: Actor, id: string): Promise<MergeView> {
    return this.uow.read(actor, (tx) => tx.one<MergeView>(`${MERGE} where m.id = $1`, [id]));
  }
}

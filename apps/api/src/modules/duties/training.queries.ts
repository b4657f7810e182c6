import { Injectable } from '@nestjs/common';
import type { TrainingKind } from '@lienket/domain';
import { idOf, isUuid } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../platform/graphql/keyset.js';

export interface TrainingView {
  readonly id: string;
  readonly kind: TrainingKind;
  readonly topic: string;
  readonly heldOn: string;
  readonly place: string | null;
  readonly organizer: string;
  readonly duty: string | null;
  /** Names; a participant reads its own only. */
  readonly attendees: string[];
  readonly people: number;
  readonly file: { readonly id: string; readonly name: string } | null;
  readonly isDemo: boolean;
}

/** $1 the reader's organization. The wall shows the Alliance all, others what they held or attended. */
const SELECT = `select s.id, s.kind, s.topic, s.held_on as "heldOn", s.place, o.name as organizer, d.section || ' · ' || d.title_vi as duty, s.people,
    coalesce((select json_agg(a.name order by a.name) from organization a where a.id = any(s.attendee_org_ids)
      and ((select app_scope()) in ('alliance', 'system') or s.organizer_org_id = $1 or a.id = $1)), '[]') as attendees,
    case when f.id is not null and (select app_scope()) in ('alliance', 'system') then json_build_object('id', f.id, 'name', f.name) end as file, s.is_demo as "isDemo"
  from training_session s join organization o on o.id = s.organizer_org_id left join duty d on d.id = s.duty_id left join stored_file f on f.id = s.file_id`;

@Injectable()
export class TrainingQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** The latest first. */
  page(actor: Actor, first: number | null, after: string | null): Promise<Connection<TrainingView>> {
    const size = pageSize(first);
    const [heldOn, id] = decodeCursor(after, 2) ?? [];
    const seek = heldOn && id && isUuid(id) ? [heldOn, id] : [null, null];
    return this.uow.read(actor, async (tx) => {
      const rows = await tx.query<TrainingView>(
        `${SELECT} where $2::date is null or (s.held_on, s.id) < ($2::date, $3::uuid) order by s.held_on desc, s.id desc limit ${size + 1}`,
        [actor.orgId, ...seek],
      );
      return toConnection(
        rows,
        size,
        (row) => row,
        (row) => encodeCursor(row.heldOn, row.id),
        () =>
          this.uow.read(
            actor,
            async (count) => (await count.one<{ n: number }>('select count(*)::int as n from training_session')).n,
          ),
      );
    });
  }

  byId(actor: Actor, id: string): Promise<TrainingView> {
    return this.uow.read(actor, (tx) => tx.one<TrainingView>(`${SELECT} where s.id = $2`, [actor.orgId, idOf(id)]));
  }
}

import { Injectable } from '@nestjs/common';
import { STALL_LEVELS, STALL_TRANSITIONS } from '@lienket/domain';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { alertStatusSql } from './alert.queries.js';

interface Counted {
  readonly code: string;
  readonly count: number;
}

export interface StallSummaryView {
  readonly agreements: number;
  readonly stalled: number;
  readonly unanswered: number;
  readonly byLevel: Counted[];
  readonly byTransition: Counted[];
  readonly byActor: Counted[];
  readonly byReason: Counted[];
}

interface Group {
  readonly level: string;
  readonly transition: string;
  readonly actor: string;
  readonly reason: string | null;
  readonly open: boolean;
  readonly n: number;
}

/** How much stands still, by level, transition, mover and reason. */
@Injectable()
export class StallSummaryQueries {
  constructor(private readonly uow: UnitOfWork) {}

  of(actor: Actor, eventCode: string | null): Promise<StallSummaryView> {
    return this.uow.read(actor, async (tx) => {
      const event = `($1::text is null or m.event_id = (select id from event where code = $1))`;
      const totals = await tx.one<{ agreements: number; stalled: number }>(
        `select count(*)::int as agreements, count(*) filter (where exists (
           select 1 from agreement_alert a where a.mou_id = m.id and a.cleared_at is null and a.level = 'STALLED'))::int as stalled
         from mou m where m.status in ('SIGNED', 'IN_FORCE', 'SUSPENDED') and ${event}`,
        [eventCode],
      );
      const groups = await tx.query<Group>(
        `select a.level, a.transition, a.actor, a.reason_code as reason, ${alertStatusSql('$2')} = 'RAISED' as open, count(*)::int as n
         from agreement_alert a join mou m on m.id = a.mou_id where a.cleared_at is null and ${event} group by 1, 2, 3, 4, 5`,
        [eventCode, tx.today],
      );
      return { ...totals, ...counted(groups) };
    });
  }

  reasons(actor: Actor): Promise<{ code: string; nameVi: string; nameEn: string }[]> {
    return this.uow.read(actor, (tx) =>
      tx.query(
        `select code, name_vi as "nameVi", name_en as "nameEn" from stall_reason
         where valid_from <= $1 and (valid_to is null or valid_to >= $1) order by position, code`,
        [tx.today],
      ),
    );
  }
}

function counted(groups: readonly Group[]): Omit<StallSummaryView, 'agreements' | 'stalled'> {
  const sum = (keep: (group: Group) => boolean) => groups.filter(keep).reduce((total, { n }) => total + n, 0);
  const reasons = [...new Set(groups.flatMap(({ reason }) => (reason === null ? [] : [reason])))];
  return {
    unanswered: sum(({ open }) => open),
    byLevel: [...STALL_LEVELS].reverse().map((code) => ({ code, count: sum(({ level }) => level === code) })),
    byTransition: STALL_TRANSITIONS.map((code) => ({ code, count: sum(({ transition }) => transition === code) })),
    byActor: ['SELLER', 'BUYER', 'BOTH'].map((code) => ({ code, count: sum(({ actor }) => actor === code) })),
    byReason: reasons
      .map((code) => ({ code, count: sum(({ reason }) => reason === code) }))
      .sort((a, b) => b.count - a.count || a.code.localeCompare(b.code)),
  };
}

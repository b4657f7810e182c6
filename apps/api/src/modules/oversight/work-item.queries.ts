import { Injectable } from '@nestjs/common';
import type { Parties, Relation } from '@lienket/domain';
import { allows } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { SOURCES, WORK_ITEM_KINDS, type WorkItemKindName } from './work-item-sources.js';

export interface WorkItemView {
  readonly id: string;
  readonly kind: WorkItemKindName;
  readonly entityId: string;
  readonly title: string;
  readonly counterparty: string | null;
  readonly amount: bigint | null;
  readonly quantity: number | null;
  readonly dueAt: Date | null;
  readonly since: Date;
}

const MOST = 100;

/** "Việc cần làm": what waits for the reader's organization, and only what the reader's roles may do. */
@Injectable()
export class WorkItemQueries {
  constructor(private readonly uow: UnitOfWork) {}

  /** One statement; the nearest deadline first, then what waits longest. */
  async of(actor: Actor): Promise<WorkItemView[]> {
    const kinds = WORK_ITEM_KINDS.filter((kind) => allows(actor, SOURCES[kind].policy, standing(actor, SOURCES[kind].as)));
    if (kinds.length === 0) return [];
    const branches = kinds.map((kind) => branch(kind)).join(' union all ');
    return this.uow.read(actor, (tx) =>
      tx.query<WorkItemView>(
        `select kind || ':' || key as id, kind, entity as "entityId", title, counterparty, amount, quantity, due as "dueAt", since
         from (${branches}) as item where ($1::uuid, $2::uuid, $3::timestamptz, $4::date) is not null
         order by due nulls last, since, key limit ${MOST}`,
        [actor.orgId, actor.userId, tx.now, tx.today],
      ),
    );
  }
}

const branch = (kind: WorkItemKindName): string => {
  const { sql, most = MOST } = SOURCES[kind];
  return `(select '${kind}'::text as kind, i.* from (${sql}) as i(key, entity, title, counterparty, amount, quantity, due, since)
    order by i.due nulls last, i.since limit ${most})`;
};

/** The actor's own organization in the place that the act asks for. */
function standing(actor: Actor, relation: Relation): Parties {
  switch (relation) {
    case 'OWNER':
      return { ownerOrgId: actor.orgId };
    case 'SELLER':
      return { sellerOrgId: actor.orgId };
    case 'BUYER':
      return { buyerOrgId: actor.orgId };
    case 'PARTY':
      return { partyOrgIds: [actor.orgId], sellerOrgId: actor.orgId, buyerOrgId: actor.orgId };
    case 'ALLIANCE':
      return {};
  }
}

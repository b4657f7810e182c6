import { Injectable } from '@nestjs/common';
import { personSql } from './mandate.queries.js';
import { allows, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { asSystem } from '../../platform/database/as-system.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../platform/graphql/keyset.js';
import { organizationRefSql } from '../registry/index.js';
import type { ActQuestion, AssistedActView, StampView } from './mandate.view.js';

type Row = Omit<AssistedActView, 'mayAnswer' | 'maySettle' | 'link'> & { readonly orgId: string };

/** The name of the document, read behind the same walls. */
const TITLE = `case a.entity_type
    when 'order' then (select d.number from purchase_order d where d.id = a.entity_id)
    when 'product' then (select d.name_vi from product d where d.id = a.entity_id)
    when 'stock_lot' then (select d.code from stock_lot d where d.id = a.entity_id) end`;
const COLUMNS = `a.id, a.mandate_id as "mandateId", a.org_id as "orgId", ${organizationRefSql('o')} as organization, ${personSql('a.officer_id')} as officer,
  a.operation, a.action, a.entity_type as "entityType", a.entity_id as "entityId", ${TITLE} as title, a.state, a.at,
  ${personSql('a.answered_by')} as "answeredBy", a.answered_at as "answeredAt", a.reason,
  ${personSql('a.settled_by')} as "settledBy", a.settled_at as "settledAt", a.settled_note as "settledNote", a.version`;
const FROM = `from assisted_act a join organization o on o.id = a.org_id`;

/** Where the organization itself finds the document. */
const LINKS: Readonly<Record<string, (id: string) => string>> = {
  order: (id) => `/orders/${id}`,
  product: (id) => `/products/${id}/edit`,
  stock_lot: (id) => `/supply/lots/${id}`,
};

/** What was done in an organization's name, and what it said about it. */
@Injectable()
export class AssistedActQueries {
  constructor(private readonly uow: UnitOfWork) {}

  byId(actor: Actor, id: string): Promise<AssistedActView> {
    return this.uow.read(actor, async (tx) =>
      shown(actor, await tx.one<Row>(`select ${COLUMNS} ${FROM} where a.id = $1`, [idOf(id)])),
    );
  }

  page(
    actor: Actor,
    question: ActQuestion | null,
    first: number | null,
    after: string | null,
  ): Promise<Connection<AssistedActView>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 1);
    return this.uow.read(actor, async (tx) => {
      const values: unknown[] = [];
      const add = (value: unknown) => `$${values.push(value)}`;
      const all = ['true'];
      if (question?.orgId) all.push(`a.org_id = ${add(idOf(question.orgId))}`);
      if (question?.mandateId) all.push(`a.mandate_id = ${add(idOf(question.mandateId))}`);
      if (question?.state?.length) all.push(`a.state = any(${add(question.state)})`);
      const where = all.join(' and ');
      const counted = [...values];
      const rows = await tx.query<Row>(
        `select ${COLUMNS} ${FROM} where ${where}${cursor ? ` and a.id < ${add(idOf(cursor[0]!))}` : ''} order by a.id desc limit ${size + 1}`,
        values,
      );
      const count = () =>
        this.uow.read(
          actor,
          async (inner) =>
            (await inner.one<{ count: number }>(`select count(*)::int as count ${FROM} where ${where}`, counted)).count,
        );
      return toConnection(
        rows,
        size,
        (row) => shown(actor, row),
        ({ id }) => encodeCursor(id),
        count,
      );
    });
  }

  /**
   * The stamps on a document, for whoever reads the document: the other side may know by whose hand it was answered.
   * The caller has found the document behind the reader's walls.
   */
  stamps(actor: Actor, entityType: string, entityId: string): Promise<StampView[]> {
    return this.stampsWhere(actor, 'a.entity_type = $1 and a.entity_id = $2', [entityType, entityId]);
  }

  /** Those of the acts that brought the document about or told of it, where its diary is another's: a shipment's is the order's. */
  stampsOfResult(actor: Actor, resultId: string): Promise<StampView[]> {
    return this.stampsWhere(actor, 'a.result_id = $1', [resultId]);
  }

  private stampsWhere(actor: Actor, where: string, values: readonly string[]): Promise<StampView[]> {
    return this.uow.read(actor, (tx) =>
      asSystem(tx, () =>
        tx.query<StampView>(
          `select a.id, ${personSql('a.officer_id')} as officer, a.operation, a.at, a.state from assisted_act a
           where ${where} order by a.id desc limit 20`,
          values,
        ),
      ),
    );
  }
}

function shown(actor: Actor, row: Row): AssistedActView {
  return {
    ...row,
    link: row.title === null ? null : (LINKS[row.entityType]?.(row.entityId) ?? null),
    mayAnswer: row.state === 'WAITING' && allows(actor, 'assisted.answer', { ownerOrgId: row.orgId }),
    maySettle: row.state === 'DENIED' && allows(actor, 'assisted.settle', {}),
  };
}

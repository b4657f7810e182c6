import { Injectable } from '@nestjs/common';
import { type MandateStanding, mandateLives, mandateStateOf } from '@lienket/domain';
import { allows, idOf } from '../../platform/auth/access.js';
import type { Actor } from '../../platform/auth/actor.js';
import { mandateLivesSql } from '../../platform/database/stand-in.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { type Connection, decodeCursor, encodeCursor, pageSize, toConnection } from '../../platform/graphql/keyset.js';
import { organizationRefSql } from '../registry/index.js';
import type { MandateQuestion, MandateView } from './mandate.view.js';

type Derived = 'state' | 'mayUse' | 'mayCheck' | 'mayRevoke';
type Row = Omit<MandateView, Derived> &
  MandateStanding & { readonly orgId: string; readonly allianceOrgId: string; readonly recordedById: string };

/** Name of the person of this id. */
export const personSql = (id: string) => `(select u.full_name from app_user u where u.id = ${id})`;
const actsSql = (where: string) => `(select count(*)::int from assisted_act a where a.mandate_id = m.id and ${where})`;

const COLUMNS = `m.id, m.org_id as "orgId", m.alliance_org_id as "allianceOrgId", ${organizationRefSql('o')} as organization, m.scopes, m.way, m.reason,
  m.starts_on as "startsOn", m.ends_on as "endsOn", m.given_by as "givenBy",
  case when f.id is not null then json_build_object('id', f.id, 'name', f.name) end as evidence,
  m.recorded_by as "recordedById", ${personSql('m.recorded_by')} as "recordedBy", m.created_at as "createdAt",
  ${personSql('m.checked_by')} as "checkedBy", m.checked_at as "checkedAt", m.checked_at is not null as "isChecked",
  ${personSql('m.revoked_by')} as "revokedBy", m.revoked_at as "revokedAt", m.revoked_at is not null as "isRevoked", m.revoke_reason as "revokeReason",
  ${actsSql('true')} as acts, ${actsSql(`a.state = 'WAITING'`)} as "waitingActs", ${actsSql(`a.state = 'DENIED'`)} as "deniedActs", m.version`;
const FROM = `from mandate m join organization o on o.id = m.org_id left join stored_file f on f.id = m.evidence_file_id`;

/** Mandates as the reader's walls let through: the organization's own, all for the Alliance. */
@Injectable()
export class MandateQueries {
  constructor(private readonly uow: UnitOfWork) {}

  byId(actor: Actor, id: string): Promise<MandateView> {
    return this.uow.read(actor, async (tx) =>
      shown(actor, await tx.one<Row>(`select ${COLUMNS} ${FROM} where m.id = $1`, [idOf(id)]), tx.today),
    );
  }

  page(
    actor: Actor,
    question: MandateQuestion | null,
    first: number | null,
    after: string | null,
  ): Promise<Connection<MandateView>> {
    const size = pageSize(first);
    const cursor = decodeCursor(after, 1);
    return this.uow.read(actor, async (tx) => {
      const values: unknown[] = [tx.today];
      const add = (value: unknown) => `$${values.push(value)}`;
      const all = ['$1::date is not null'];
      if (question?.orgId) all.push(`m.org_id = ${add(idOf(question.orgId))}`);
      if (question?.live) all.push(mandateLivesSql('m', '$1'));
      const where = all.join(' and ');
      const counted = [...values];
      const rows = await tx.query<Row>(
        `select ${COLUMNS} ${FROM} where ${where}${cursor ? ` and m.id < ${add(idOf(cursor[0]!))}` : ''} order by m.id desc limit ${size + 1}`,
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
        (row) => shown(actor, row, tx.today),
        ({ id }) => encodeCursor(id),
        count,
      );
    });
  }
}

function shown(actor: Actor, row: Row, today: string): MandateView {
  const state = mandateStateOf(row, today);
  const open = state !== 'REVOKED' && state !== 'EXPIRED';
  return {
    ...row,
    state,
    mayUse: mandateLives(row, today) && row.allianceOrgId === actor.orgId && allows(actor, 'mandate.use', {}),
    mayCheck: state === 'UNCHECKED' && row.recordedById !== actor.userId && allows(actor, 'mandate.check', {}),
    mayRevoke: open && allows(actor, 'mandate.revoke', { ownerOrgId: row.orgId }),
  };
}

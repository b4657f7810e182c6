import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { STAND_IN_ROLES } from '@lienket/domain';
import { type Actor, type StandIn, SYSTEM } from '../../platform/auth/actor.js';
import { reachesPath } from '../../platform/auth/stand-in-reach.js';
import { mandateLivesSql } from '../../platform/database/stand-in.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { SqlPool } from '../../platform/database/sql-pool.js';

export const COOKIE = 'lk_session';

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

interface Row {
  session_id: string;
  user_id: string;
  org_id: string;
  org_kind: string;
  /** Null in assisted mode: an officer is no member of the organization helped. */
  roles: string[] | null;
  mandate_id: string | null;
  locale: 'vi' | 'en';
  stale: boolean;
}

/** Who a request speaks for: the session's person and organization, as memberships stand this instant. */
@Injectable()
export class SessionReader {
  constructor(
    private readonly pool: SqlPool,
    private readonly uow: UnitOfWork,
  ) {}

  async actorOf(request: FastifyRequest): Promise<Actor | null> {
    const token = request.cookies[COOKIE];
    if (!token || token.length > 100) return null;
    const [row] = await this.pool.rows<Row>(
      'session-actor',
      `select s.id as session_id, s.user_id, s.org_id, o.kind as org_kind, m.roles, s.mandate_id, u.locale, s.last_seen_at < now() - interval '5 minutes' as stale
       from session s
       join app_user u on u.id = s.user_id and u.disabled_at is null
       left join membership m on m.user_id = s.user_id and m.org_id = s.org_id and m.ended_at is null and s.mandate_id is null
       join organization o on o.id = s.org_id
       where s.token_hash = $1 and (m.id is not null or s.mandate_id is not null) and s.revoked_at is null and s.expires_at > now() and s.last_seen_at > now() - interval '8 hours'`,
      [hashToken(token)],
    );
    if (!row) return null;
    if (row.stale)
      await this.pool.rows('session-seen', 'update session set last_seen_at = now() where id = $1', [row.session_id]);
    const who = { userId: row.user_id, sessionId: row.session_id, orgId: row.org_id, orgKind: row.org_kind, locale: row.locale };
    if (row.mandate_id === null) return { ...who, roles: row.roles! };
    const standIn = await this.standIn(row.user_id, row.org_id, row.mandate_id);
    return standIn && reachesPath(standIn.scopes, request.url) ? { ...who, roles: STAND_IN_ROLES, standIn } : null;
  }

  /** The mandate of a session, if it lives this day and the person still is of the Alliance that holds it. */
  private async standIn(userId: string, orgId: string, mandateId: string): Promise<StandIn | null> {
    const [row] = await this.uow.run(SYSTEM, (tx) =>
      tx.query<StandIn>(
        `select m.id as "mandateId", m.alliance_org_id as "homeOrgId", m.scopes, m.ends_on as "endsOn"
         from mandate m join membership p on p.org_id = m.alliance_org_id and p.user_id = $1 and p.ended_at is null
           and p.roles && array['ALLIANCE_OFFICER', 'ALLIANCE_LEADER']
         where m.id = $3 and m.org_id = $2 and ${mandateLivesSql('m', '$4')}`,
        [userId, orgId, mandateId, tx.today],
      ),
    );
    return row ?? null;
  }
}

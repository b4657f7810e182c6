import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../platform/auth/actor.js';
import { SqlPool } from '../../platform/database/sql-pool.js';

export const COOKIE = 'lk_session';

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

interface Row {
  session_id: string;
  user_id: string;
  org_id: string;
  org_kind: string;
  roles: string[];
  locale: 'vi' | 'en';
  stale: boolean;
}

/** Who a request speaks for: the session's person and organization, as memberships stand this instant. */
@Injectable()
export class SessionReader {
  constructor(private readonly pool: SqlPool) {}

  async actorOf(request: FastifyRequest): Promise<Actor | null> {
    const token = request.cookies[COOKIE];
    if (!token || token.length > 100) return null;
    const [row] = await this.pool.rows<Row>(
      'session-actor',
      `select s.id as session_id, s.user_id, s.org_id, o.kind as org_kind, m.roles, u.locale, s.last_seen_at < now() - interval '5 minutes' as stale
       from session s
       join app_user u on u.id = s.user_id and u.disabled_at is null
       join membership m on m.user_id = s.user_id and m.org_id = s.org_id and m.ended_at is null
       join organization o on o.id = s.org_id
       where s.token_hash = $1 and s.revoked_at is null and s.expires_at > now() and s.last_seen_at > now() - interval '8 hours'`,
      [hashToken(token)],
    );
    if (!row) return null;
    if (row.stale)
      await this.pool.rows('session-seen', 'update session set last_seen_at = now() where id = $1', [row.session_id]);
    return {
      userId: row.user_id,
      sessionId: row.session_id,
      orgId: row.org_id,
      orgKind: row.org_kind,
      roles: row.roles,
      locale: row.locale,
    };
  }
}

import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { accept, normalizeEmail, normalizePhone, refuse, type Result, STAND_IN_ROLES } from '@lienket/domain';
import { type Actor, type StandIn, SYSTEM } from '../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { NotFoundError } from '../../platform/errors.js';
import { newId } from '../../platform/ids.js';
import type { SessionRefusal } from './session.messages.js';
import { hashPassword, passwordIsTooLong, passwordMatches } from './passwords.js';
import { Session } from './session.entity.js';
import { hashToken } from './session-reader.js';
import { SignInLimiter } from './sign-in-limiter.js';

const ABSOLUTE_DAYS = 7;

export interface OpenedSession {
  readonly token: string;
  readonly actor: Actor;
}

export interface Caller {
  readonly ip: string;
  readonly userAgent: string | undefined;
}

interface Account {
  id: string;
  password_hash: string;
  locale: 'vi' | 'en';
}

/** The login as it is stored: an e-mail in lower case, or a phone number in E.164. */
function normalizeLogin(login: string): string {
  const trimmed = login.trim();
  const normal = trimmed.includes('@') ? normalizeEmail(trimmed) : normalizePhone(trimmed);
  return normal.ok ? normal.value : trimmed;
}

@Injectable()
export class SessionService {
  /** Compared with when no account matches, so that a wrong name takes as long as a wrong password. */
  private readonly decoy = hashPassword(randomBytes(16).toString('hex'));

  constructor(
    private readonly uow: UnitOfWork,
    private readonly limiter: SignInLimiter,
  ) {}

  async signIn(login: string, password: string, caller: Caller): Promise<Result<OpenedSession, SessionRefusal>> {
    const name = normalizeLogin(login);
    if (!name || name.length > 200) return refuse({ code: 'LOGIN_UNKNOWN' });
    if (passwordIsTooLong(password)) return refuse({ code: 'LOGIN_UNKNOWN' });
    const wait = await this.limiter.secondsToWait(name, caller.ip);
    if (wait > 0) return refuse({ code: 'TOO_MANY_ATTEMPTS', minutes: Math.ceil(wait / 60) });
    const account = await this.findAccount(name);
    const matches = await passwordMatches(account?.password_hash ?? (await this.decoy), password);
    if (!account || !matches) {
      await this.limiter.failed(name, caller.ip);
      return refuse({ code: 'LOGIN_UNKNOWN' });
    }
    await this.limiter.succeeded(name);
    return this.uow.run(SYSTEM, async (tx) => {
      const [membership] = await tx.query<{ org_id: string }>(
        `select m.org_id from membership m left join lateral (
           select max(s.created_at) as last_used from session s where s.user_id = m.user_id and s.org_id = m.org_id) used on true
         join organization o on o.id = m.org_id
         where m.user_id = $1 and m.ended_at is null
         order by o.status in ('MERGED', 'CLOSED'), used.last_used desc nulls last, m.created_at limit 1`,
        [account.id],
      );
      if (!membership) return refuse({ code: 'NO_MEMBERSHIP' });
      const opened = await this.open(tx, account.id, membership.org_id, caller.userAgent);
      await tx.audit('session.open', 'session', opened.actor.sessionId, { userId: account.id });
      return accept(opened);
    });
  }

  /** Switching organization mints a new session, so that an old token never acts for another tenant. */
  async switchTo(actor: Actor, orgId: string, caller: Caller): Promise<OpenedSession> {
    return this.uow.run(SYSTEM, async (tx) => {
      const member = await tx.query('select 1 from membership where user_id = $1 and org_id = $2 and ended_at is null', [
        actor.userId,
        orgId,
      ]);
      if (member.length === 0) throw new NotFoundError();
      await tx.query('update session set revoked_at = now() where id = $1', [actor.sessionId]);
      return this.open(tx, actor.userId, orgId, caller.userAgent);
    });
  }

  /** Assisted mode: a session of the officer for the organization helped; the caller has seen that the mandate lives. */
  async standIn(actor: Actor, orgId: string, standIn: StandIn, caller: Caller): Promise<OpenedSession> {
    return this.uow.run(SYSTEM, async (tx) => {
      await tx.query('update session set revoked_at = now() where id = $1', [actor.sessionId]);
      const { token, sessionId } = await this.mint(tx, actor.userId, orgId, caller.userAgent, standIn.mandateId);
      await tx.audit('mandate.enter', 'mandate', standIn.mandateId, { userId: actor.userId });
      const row = await tx.one<{ org_kind: string }>('select kind as org_kind from organization where id = $1', [orgId]);
      const { userId, locale } = actor;
      return { token, actor: { userId, sessionId, orgId, orgKind: row.org_kind, roles: STAND_IN_ROLES, locale, standIn } };
    });
  }

  async signOut(actor: Actor): Promise<void> {
    await this.uow.run(SYSTEM, (tx) =>
      tx.query('update session set revoked_at = now() where id = $1 and revoked_at is null', [actor.sessionId]),
    );
  }

  async signOutEverywhere(actor: Actor): Promise<void> {
    await this.uow.run(SYSTEM, async (tx) => {
      await tx.query('update session set revoked_at = now() where user_id = $1 and revoked_at is null', [actor.userId]);
      await tx.audit('session.revoke-all', 'user', actor.userId);
    });
  }

  async setLocale(actor: Actor, locale: 'vi' | 'en'): Promise<void> {
    await this.uow.run(SYSTEM, (tx) => tx.query('update app_user set locale = $2 where id = $1', [actor.userId, locale]));
  }

  private async findAccount(name: string): Promise<Account | undefined> {
    const [account] = await this.uow.run(SYSTEM, (tx) =>
      tx.query<Account>(
        'select id, password_hash, locale from app_user where (email = $1 or phone = $1) and disabled_at is null',
        [name],
      ),
    );
    return account;
  }

  private async open(tx: Tx, userId: string, orgId: string, userAgent: string | undefined): Promise<OpenedSession> {
    const { token, sessionId } = await this.mint(tx, userId, orgId, userAgent, null);
    const row = await tx.one<{ org_kind: string; roles: string[]; locale: 'vi' | 'en' }>(
      `select o.kind as org_kind, m.roles, u.locale from membership m join organization o on o.id = m.org_id join app_user u on u.id = m.user_id
       where m.user_id = $1 and m.org_id = $2 and m.ended_at is null`,
      [userId, orgId],
    );
    return { token, actor: { userId, sessionId, orgId, orgKind: row.org_kind, roles: row.roles, locale: row.locale } };
  }

  private async mint(tx: Tx, userId: string, orgId: string, userAgent: string | undefined, mandateId: string | null) {
    const token = randomBytes(32).toString('base64url');
    const now = new Date();
    const sessionId = newId();
    await tx.insert(Session, {
      id: sessionId,
      tokenHash: hashToken(token),
      userId,
      orgId,
      mandateId,
      userAgent: userAgent?.slice(0, 300) ?? null,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + ABSOLUTE_DAYS * 86_400_000),
    });
    return { token, sessionId };
  }
}

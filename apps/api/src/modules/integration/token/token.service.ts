import { Injectable } from '@nestjs/common';
import { accept, type ApiScope, readScopes, refuse, type Refusal, type Result } from '@lienket/domain';
import { assertMay, idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { NAME_MAX, tooLong, trimmed } from '../../ordering/index.js';
import type { IntegrationRefusal } from '../integration.messages.js';
import { ApiToken } from './api-token.entity.js';
import { hashOf, newKey, shownOf } from './token-key.js';

const MOST = 20;

export interface TokenCreateCommand {
  readonly clientKey: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresOn?: string | null;
}

export interface TokenView {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: ApiScope[];
  readonly expiresOn: string | null;
  readonly createdAt: Date;
  readonly createdByName: string;
  readonly lastUsedAt: Date | null;
  readonly revokedAt: Date | null;
}

const TOKEN = `select t.id, t.name, t.prefix, t.scopes, t.expires_on as "expiresOn", t.created_at as "createdAt", u.full_name as "createdByName",
    t.last_used_at as "lastUsedAt", t.revoked_at as "revokedAt" from api_token t join app_user u on u.id = t.created_by`;

/** Keys of partner programs: made, shown once, listed by their first signs, revoked. */
@Injectable()
export class TokenService {
  constructor(private readonly uow: UnitOfWork) {}

  /** The key itself is in the answer of the first try only: a repeat finds the token, but nobody has its key any more. */
  async create(
    actor: Actor,
    input: TokenCreateCommand,
  ): Promise<{ readonly result: Result<string, Refusal>; readonly key: string | null }> {
    const key = newKey();
    let isFresh = false;
    const result = await this.uow.mutate(
      actor,
      { operation: 'apiTokenCreate', clientKey: input.clientKey, input },
      async (tx) => {
        assertMay(actor, 'integration.manage', { ownerOrgId: actor.orgId });
        const name = trimmed(input.name);
        if (!name) return refuse<IntegrationRefusal>({ code: 'TOKEN_NAME_MISSING' });
        if (tooLong(name, NAME_MAX)) return refuse<IntegrationRefusal>({ code: 'TOKEN_NAME_TOO_LONG', max: NAME_MAX });
        const scopes = readScopes(input.scopes);
        if (!scopes.ok) return scopes;
        const expiresOn = input.expiresOn ?? null;
        if (expiresOn !== null && expiresOn <= tx.today) return refuse<IntegrationRefusal>({ code: 'TOKEN_EXPIRED_ALREADY' });
        await tx.one('select id from organization where id = $1 for no key update', [actor.orgId]);
        const { n } = await tx.one<{ n: number }>(
          'select count(*)::int as n from api_token where org_id = $1 and revoked_at is null',
          [actor.orgId],
        );
        if (n >= MOST) return refuse<IntegrationRefusal>({ code: 'TOO_MANY', most: MOST });
        const id = newId();
        await tx.insert(ApiToken, {
          id,
          orgId: actor.orgId,
          name,
          prefix: shownOf(key),
          hash: hashOf(key),
          scopes: [...scopes.value],
          createdBy: actor.userId,
          expiresOn,
        });
        await tx.audit('api-token.create', 'api_token', id, { name, scopes: scopes.value });
        isFresh = true;
        return accept(id);
      },
    );
    return { result, key: result.ok && isFresh ? key : null };
  }

  revoke(actor: Actor, input: { readonly clientKey: string; readonly id: string }): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'apiTokenRevoke', clientKey: input.clientKey, input }, async (tx) => {
      const token = await tx.one<{ id: string; orgId: string; revokedAt: Date | null }>(
        'select id, org_id as "orgId", revoked_at as "revokedAt" from api_token where id = $1 for update',
        [idOf(input.id)],
      );
      assertMay(actor, 'integration.manage', { ownerOrgId: token.orgId });
      if (token.revokedAt) return refuse<IntegrationRefusal>({ code: 'TOKEN_REVOKED' });
      await tx.query('update api_token set revoked_at = $2 where id = $1', [token.id, tx.now]);
      await tx.audit('api-token.revoke', 'api_token', token.id);
      return accept(token.id);
    });
  }

  list(actor: Actor): Promise<TokenView[]> {
    return this.uow.read(actor, (tx) =>
      tx.query<TokenView>(`${TOKEN} where t.org_id = $1 order by t.revoked_at nulls first, t.id desc limit 100`, [actor.orgId]),
    );
  }

  byId(actor: Actor, id: string): Promise<TokenView> {
    return this.uow.read(actor, (tx) => tx.one<TokenView>(`${TOKEN} where t.id = $1`, [idOf(id)]));
  }
}

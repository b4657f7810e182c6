import { Injectable } from '@nestjs/common';
import type { ApiScope } from '@lienket/domain';
import { type Actor, SYSTEM } from '../../../platform/auth/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { hashOf, keyIn } from './token-key.js';

export interface TokenHolder {
  readonly tokenId: string;
  readonly actor: Actor;
  readonly scopes: readonly ApiScope[];
}

/** Roles that a writing scope stands for: the least that the policy asks of a person for the same act. */
const ROLES: Readonly<Partial<Record<ApiScope, Readonly<Record<string, string>>>>> = {
  'orders:write': { RETAILER: 'BUYER', ENTERPRISE: 'BUYER', COOPERATIVE: 'SELLER_STAFF', COOPERATIVE_UNION: 'SELLER_STAFF' },
  'invoices:write': { COOPERATIVE: 'SELLER_STAFF', COOPERATIVE_UNION: 'SELLER_STAFF', ENTERPRISE: 'SELLER_STAFF' },
};

/** Who a key speaks for: its organization, in the name of the person who made it, with no more than its scopes. */
@Injectable()
export class TokenReader {
  constructor(private readonly uow: UnitOfWork) {}

  /** Null for a key that is unknown, revoked, expired, or of an organization that does not trade now. */
  async holderOf(header: string | undefined): Promise<TokenHolder | null> {
    const key = keyIn(header);
    if (!key) return null;
    return this.uow.run(SYSTEM, async (tx) => {
      const [found] = await tx.query<{
        id: string;
        orgId: string;
        orgKind: string;
        userId: string;
        scopes: ApiScope[];
        locale: 'vi' | 'en';
      }>(
        `select t.id, t.org_id as "orgId", o.kind as "orgKind", t.created_by as "userId", t.scopes, u.locale
         from api_token t join organization o on o.id = t.org_id and o.status = 'ACTIVE' join app_user u on u.id = t.created_by
         where t.hash = $1 and t.revoked_at is null and (t.expires_on is null or t.expires_on >= $2)`,
        [hashOf(key), tx.today],
      );
      if (!found) return null;
      // Once a minute is enough to see that a key is in use.
      await tx.query(
        `update api_token set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute')`,
        [found.id, tx.now],
      );
      const roles = found.scopes.flatMap((scope) => ROLES[scope]?.[found.orgKind] ?? []);
      const { id: tokenId, userId, orgId, orgKind, locale, scopes } = found;
      return { tokenId, scopes, actor: { userId, sessionId: tokenId, orgId, orgKind, roles: [...new Set(roles)], locale } };
    });
  }
}

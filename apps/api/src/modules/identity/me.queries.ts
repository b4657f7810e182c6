import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { SqlPool } from '../../platform/database/sql-pool.js';
import type { Me, Workplace } from './me.graphql.js';

const SELLERS = ['COOPERATIVE', 'COOPERATIVE_GROUP', 'HOUSEHOLD_BUSINESS'];

/** A union both buys and sells; its people's roles decide which desk they see first. */
function workplaceOf(kind: string, roles: readonly string[]): keyof typeof Workplace {
  if (kind === 'ALLIANCE') return 'OFFICER';
  if (roles.some((role) => role.startsWith('BUYER'))) return 'BUYER';
  if (SELLERS.includes(kind) || roles.some((role) => role.startsWith('SELLER'))) return 'SELLER';
  return 'OTHER';
}

@Injectable()
export class MeQueries {
  constructor(private readonly pool: SqlPool) {}

  async of(actor: Pick<Actor, 'userId' | 'orgId'>): Promise<Me> {
    const [row] = await this.pool.rows<Omit<Me, 'workplace' | 'organization' | 'roles'>>(
      'me',
      `select u.id as "userId", u.full_name as "fullName", u.email, u.phone, u.locale,
         (select json_agg(json_build_object('roles', m.roles, 'organization',
            json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'shortName', o.short_name, 'kind', o.kind, 'isDemo', o.is_demo)) order by o.name)
          from membership m join organization o on o.id = m.org_id where m.user_id = u.id and m.ended_at is null) as memberships
       from app_user u where u.id = $1`,
      [actor.userId],
    );
    const current = row!.memberships.find(({ organization }) => organization.id === actor.orgId)!;
    return { ...row!, ...current, workplace: workplaceOf(current.organization.kind, current.roles) };
  }
}

import { Injectable } from '@nestjs/common';
import type { MandateScope, OrganizationKind, Role } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { SqlPool } from '../../platform/database/sql-pool.js';

export type WorkplaceName = 'SELLER' | 'BUYER' | 'OFFICER' | 'OTHER';

interface MembershipView {
  readonly organization: { id: string; slug: string; name: string; shortName: string; kind: OrganizationKind; isDemo: boolean };
  readonly roles: Role[];
}

export interface MeView extends MembershipView {
  readonly userId: string;
  readonly fullName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: 'vi' | 'en';
  readonly workplace: WorkplaceName;
  readonly memberships: MembershipView[];
  readonly standIn: {
    readonly mandateId: string;
    readonly home: MembershipView['organization'];
    readonly scopes: readonly MandateScope[];
    readonly endsOn: string;
  } | null;
}

const ORGANIZATION = `json_build_object('id', o.id, 'slug', o.slug, 'name', o.name, 'shortName', o.short_name, 'kind', o.kind, 'isDemo', o.is_demo)`;
const SELLERS = ['COOPERATIVE', 'COOPERATIVE_GROUP', 'HOUSEHOLD_BUSINESS'];

/** A union both buys and sells; its people's roles decide which desk they see first. */
function workplaceOf(kind: string, roles: readonly string[]): WorkplaceName {
  if (kind === 'ALLIANCE') return 'OFFICER';
  if (roles.some((role) => role.startsWith('BUYER'))) return 'BUYER';
  if (SELLERS.includes(kind) || roles.some((role) => role.startsWith('SELLER'))) return 'SELLER';
  return 'OTHER';
}

@Injectable()
export class MeQueries {
  constructor(private readonly pool: SqlPool) {}

  async of(actor: Pick<Actor, 'userId' | 'orgId' | 'roles' | 'standIn'>): Promise<MeView> {
    const [row] = await this.pool.rows<Omit<MeView, 'workplace' | 'roles' | 'standIn'>>(
      'me',
      `select u.id as "userId", u.full_name as "fullName", u.email, u.phone, u.locale,
         (select ${ORGANIZATION} from organization o where o.id = $2) as organization,
         (select json_agg(json_build_object('roles', m.roles, 'organization', ${ORGANIZATION}) order by o.name)
          from membership m join organization o on o.id = m.org_id where m.user_id = u.id and m.ended_at is null) as memberships
       from app_user u where u.id = $1`,
      [actor.userId, actor.orgId],
    );
    const { organization, memberships } = row!;
    const roles = [...actor.roles] as Role[];
    const home = memberships.find((membership) => membership.organization.id === actor.standIn?.homeOrgId)?.organization;
    const standIn = actor.standIn && home ? { ...actor.standIn, home } : null;
    return { ...row!, roles, standIn, workplace: workplaceOf(organization.kind, roles) };
  }
}

import type { OrganizationKind } from '@lienket/domain';

export interface OrganizationRefView {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: OrganizationKind;
  readonly isDemo: boolean;
}

/** SQL of an OrganizationRef, for joins of later modules. */
export const organizationRefSql = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'slug', ${alias}.slug, 'name', ${alias}.name, 'shortName', ${alias}.short_name, 'kind', ${alias}.kind, 'isDemo', ${alias}.is_demo)`;

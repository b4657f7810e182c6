import type { Claims, ProductState } from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';

import type { StoredFacts } from './product-details.js';

/** A product under its lock, with what it claims at the moment. */
export interface LockedProduct {
  readonly id: string;
  readonly orgId: string;
  readonly status: ProductState;
  readonly version: number;
  readonly photoFileId: string | null;
  readonly facts: StoredFacts;
  readonly claims: Claims;
}

/** What is on show of a product, in the names of the domain's claims. */
export const CLAIMS_SQL = (alias: string): string =>
  `json_build_object('nameVi', ${alias}.name_vi, 'nameEn', ${alias}.name_en, 'productGroup', ${alias}.product_group, 'subgroup', ${alias}.subgroup,
    'description', ${alias}.description, 'story', ${alias}.story, 'origin', ${alias}.origin, 'originCommuneCode', ${alias}.origin_commune_code,
    'traceabilityUrl', ${alias}.traceability_url, 'photoFileId', ${alias}.photo_file_id,
    'grades', coalesce((select json_agg(json_build_object('code', g.code, 'name', g.name, 'spec', g.spec) order by g.position, g.id)
      from grade g where g.product_id = ${alias}.id), '[]'))`;

const SELECT = `select p.id, p.org_id as "orgId", p.status, p.version, p.photo_file_id as "photoFileId",
    json_build_object('storageTempMin', p.storage_temp_min, 'storageTempMax', p.storage_temp_max, 'shelfLifeDays', p.shelf_life_days,
      'minRemainingDays', p.min_remaining_days) as facts,
    ${CLAIMS_SQL('p')} as claims
  from product p where p.id = $1`;

/** The product of this organization, locked until the end of the transaction; another's answers like a missing one. */
export const lockOwnProduct = (tx: Tx, id: string, orgId: string): Promise<LockedProduct> =>
  tx.one<LockedProduct>(`${SELECT} and p.org_id = $2 for update of p`, [id, orgId]);

/** Any product, for the Alliance. */
export const lockProduct = (tx: Tx, id: string): Promise<LockedProduct> =>
  tx.one<LockedProduct>(`${SELECT} for update of p`, [id]);

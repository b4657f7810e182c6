import { Injectable } from '@nestjs/common';
import type { ProductFit } from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { CatalogSearch, PRODUCT_REF_SQL, type ProductRef, type Search, searchCondition } from '../../catalog/index.js';
import { organizationRefSql, type OrganizationRef } from '../../registry/index.js';

/** What goods are looked for: by a listed product, by words, or by group alone. */
export interface SoughtGoods {
  readonly productId: string | null;
  readonly productName: string | null;
  readonly productGroup: string | null;
}

export interface Candidate {
  readonly productId: string;
  readonly fit: ProductFit;
  readonly seller: OrganizationRef;
  readonly product: ProductRef;
  readonly baseUnit: string;
  readonly harvestMonths: number[];
  readonly certificateKinds: string[];
  readonly communeCode: string | null;
  readonly districtCode: string | null;
}

const MOST = 300;

/** Published goods of active sellers that answer to a need, the nearest in name first. */
@Injectable()
export class SupplierCandidates {
  constructor(private readonly search: CatalogSearch) {}

  /** `buyerOrgId` never finds itself. */
  async find(tx: Tx, buyerOrgId: string, goods: SoughtGoods): Promise<Candidate[]> {
    const search = await this.search.read(goods.productName);
    const found = search || goods.productId ? await this.select(tx, buyerOrgId, goods, search) : [];
    // Words that name nothing still leave the group.
    if (found.length || !goods.productGroup) return found;
    return this.select(tx, buyerOrgId, { ...goods, productId: null, productName: null }, null);
  }

  private select(tx: Tx, buyerOrgId: string, goods: SoughtGoods, search: Search | null): Promise<Candidate[]> {
    const values: unknown[] = [buyerOrgId, tx.today];
    const add = (value: unknown) => `$${values.push(value)}`;
    const same = goods.productId ? `e.product_id = ${add(goods.productId)}` : null;
    const words = search ? searchCondition(add(search.query)) : null;
    const named = search ? searchCondition(add(search.meantInName)) : 'false';
    const matches = [same, words].filter((condition) => condition !== null);
    const where = matches.length ? `(${matches.join(' or ')})` : `e.product_group = ${add(goods.productGroup)}`;
    const fit = `case when ${same ?? 'false'} then 'SAME_PRODUCT' when ${named} then 'NAME' when ${words ?? 'false'} then 'TEXT' else 'GROUP' end`;
    return tx.query<Candidate>(
      `select e.product_id as "productId", ${fit} as fit, ${organizationRefSql('o')} as seller,
         ${PRODUCT_REF_SQL('p')} as product, e.base_unit as "baseUnit", e.harvest_months as "harvestMonths",
         array(select c.kind from unnest(e.certificate_kinds, e.certificate_until) as c(kind, until) where c.until >= $2::date) as "certificateKinds",
         e.commune_code as "communeCode", e.district_code as "districtCode"
       from catalog_entry e join organization o on o.id = e.org_id and o.status = 'ACTIVE' join product p on p.id = e.product_id
       where e.org_id <> $1 and ${where}
       order by case ${fit} when 'SAME_PRODUCT' then 0 when 'NAME' then 1 when 'TEXT' then 2 else 3 end, e.published_at desc, e.product_id
       limit ${MOST}`,
      values,
    );
  }
}

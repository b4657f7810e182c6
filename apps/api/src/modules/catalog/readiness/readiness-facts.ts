import {
  type EvidenceLevel,
  type Paper,
  type ProductTraits,
  type Readiness,
  readinessOn,
  type Requirement,
  type Waiver,
} from '@lienket/domain';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import {
  certificateFacts,
  certificateForInsider,
  type CertificateRow,
  certificateSql,
  type CertificateView,
} from '../../registry/index.js';

/** A line of a buyer's list with its names. */
export interface AskedRequirement extends Requirement {
  readonly nameVi: string;
  readonly nameEn: string;
  readonly note: string | null;
}

export interface GrantedWaiver extends Waiver {
  readonly reason: string;
  readonly grantedByName: string;
}

export interface ProductFile {
  readonly buyerOrgId: string;
  readonly productId: string;
  readonly sellerOrgId: string;
  readonly readiness: Readiness;
  readonly requirements: ReadonlyMap<string, AskedRequirement>;
  readonly papers: ReadonlyMap<string, CertificateView>;
  readonly waivers: ReadonlyMap<string, GrantedWaiver>;
}

interface ProductRow extends ProductTraits {
  readonly id: string;
  readonly orgId: string;
  readonly facts: string[];
  /** Buyers with a price list of their own for it. */
  readonly pricedFor: string[];
}

interface RequirementRow extends Omit<AskedRequirement, 'evidence'> {
  readonly buyerOrgId: string;
  readonly evidence: EvidenceLevel;
}

interface WaiverRow extends GrantedWaiver {
  readonly buyerOrgId: string;
  readonly sellerOrgId: string;
}

/**
 * The files of products for buyers, worked out on read in four statements, however many products there are.
 * `buyerOrgIds` null = every buyer whose list this reader may see. Products hidden from the reader are left out.
 */
export async function productFiles(
  tx: Tx,
  buyerOrgIds: readonly string[] | null,
  productIds: readonly string[],
): Promise<ProductFile[]> {
  const requirements = await askedBy(tx, buyerOrgIds);
  if (requirements.size === 0 || productIds.length === 0) return [];
  const products = await productsOf(tx, productIds);
  if (products.length === 0) return [];
  const sellers = [...new Set(products.map(({ orgId }) => orgId))];
  const papers = await papersOf(tx, sellers, productIds);
  const waivers = await waiversOf(tx, [...requirements.keys()], sellers);
  return [...requirements].flatMap(([buyerOrgId, asked]) =>
    products.map((product) => {
      const ofSeller = papers.get(product.orgId) ?? [];
      const granted = waivers.filter((one) => one.buyerOrgId === buyerOrgId && one.sellerOrgId === product.orgId);
      const readiness = readinessOn(
        {
          productId: product.id,
          product,
          requirements: asked,
          papers: ofSeller.map(({ paper }) => paper),
          facts: product.pricedFor.includes(buyerOrgId) ? [...product.facts, 'PRICE'] : product.facts,
          waivers: granted,
        },
        tx.today,
      );
      return {
        buyerOrgId,
        productId: product.id,
        sellerOrgId: product.orgId,
        readiness,
        requirements: new Map(asked.map((one) => [one.code, one])),
        papers: new Map(ofSeller.map(({ row }) => [row.id, certificateForInsider(row, tx.today)])),
        waivers: new Map(granted.map((one) => [one.id, one])),
      };
    }),
  );
}

async function askedBy(tx: Tx, buyerOrgIds: readonly string[] | null): Promise<Map<string, RequirementRow[]>> {
  const rows = await tx.query<RequirementRow>(
    `select r.buyer_org_id as "buyerOrgId", r.code, r.evidence, r.only_groups as "onlyGroups", r.note,
       t.name_vi as "nameVi", t.name_en as "nameEn", t.kinds, t.fact, t.applies
     from buyer_requirement r join requirement_type t on t.code = r.code
     where $1::uuid[] is null or r.buyer_org_id = any($1) order by r.buyer_org_id, t.position`,
    [buyerOrgIds],
  );
  const byBuyer = new Map<string, RequirementRow[]>();
  for (const row of rows) byBuyer.set(row.buyerOrgId, [...(byBuyer.get(row.buyerOrgId) ?? []), row]);
  return byBuyer;
}

function productsOf(tx: Tx, productIds: readonly string[]): Promise<ProductRow[]> {
  const priced = `from list_price l where l.product_id = p.id and l.valid_from <= $2 and (l.ends_before is null or l.ends_before > $2)`;
  return tx.query<ProductRow>(
    `select p.id, p.org_id as "orgId", p.product_group as "group", p.subgroup, p.vat_class as "vatClass", p.storage,
       array_remove(array[
         case when exists (select 1 from pack k where k.product_id = p.id and k.gtin is not null) then 'GTIN' end,
         case when p.photo_file_id is not null then 'PHOTO' end,
         case when p.traceability_url is not null then 'TRACE_LINK' end,
         case when o.bank_account_no is not null then 'BANK_ACCOUNT' end,
         case when o.tax_code is not null and o.status = 'ACTIVE' then 'REGISTERED' end,
         case when exists (select 1 ${priced} and l.buyer_org_id is null) then 'PRICE' end
       ], null) as facts,
       array(select l.buyer_org_id ${priced} and l.buyer_org_id is not null) as "pricedFor"
     from product p join organization o on o.id = p.org_id where p.id = any($1) order by p.id`,
    [[...new Set(productIds)], tx.today],
  );
}

async function papersOf(tx: Tx, sellerOrgIds: readonly string[], productIds: readonly string[]) {
  const rows = await tx.query<{ certificate: CertificateRow }>(
    `select ${certificateSql('c')} as certificate from certificate c
     where c.org_id = any($1) and c.status <> 'WITHDRAWN' and c.superseded_by is null and (c.product_id is null or c.product_id = any($2))`,
    [sellerOrgIds, productIds],
  );
  const bySeller = new Map<string, { paper: Paper; row: CertificateRow }[]>();
  for (const { certificate: row } of rows) {
    const paper: Paper = { id: row.id, productId: row.productId, ...certificateFacts(row) };
    bySeller.set(row.orgId, [...(bySeller.get(row.orgId) ?? []), { paper, row }]);
  }
  return bySeller;
}

function waiversOf(tx: Tx, buyerOrgIds: readonly string[], sellerOrgIds: readonly string[]): Promise<WaiverRow[]> {
  return tx.query<WaiverRow>(
    `select w.id, w.buyer_org_id as "buyerOrgId", w.seller_org_id as "sellerOrgId", w.product_id as "productId", w.code, w.ends_on as "endsOn",
       w.reason, u.full_name as "grantedByName"
     from requirement_waiver w join app_user u on u.id = w.granted_by
     where w.buyer_org_id = any($1) and w.seller_org_id = any($2) and w.ended_at is null and w.ends_on >= $3`,
    [buyerOrgIds, sellerOrgIds, tx.today],
  );
}

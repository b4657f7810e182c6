import { Injectable } from '@nestjs/common';
import { type AppliesTo, type EvidenceLevel, type Locale, possibleEvidence } from '@lienket/domain';
import { idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../../platform/database/unit-of-work.js';
import { BadInputError } from '../../../platform/errors.js';
import { decodeCursor, encodeCursor, pageSize } from '../../../platform/graphql/keyset.js';
import { isUuid } from '../../../platform/ids.js';
import { organizationRefSql, type OrganizationRefView } from '../../registry/index.js';
import type { ProductGroup } from '../catalog.view.js';
import { PRODUCT_REF_SQL } from '../product-book.js';
import { productFiles, type ProductFile } from './readiness-facts.js';
import type {
  BuyerChecklistView,
  ProductReadinessView,
  ProductRefView,
  ReadinessGapView,
  ReadinessItemView,
  ReadinessTableView,
  RequirementTypeView,
  WaiverView,
} from './readiness.view.js';

interface TypeRow {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly kinds: string[];
  readonly fact: string | null;
  readonly applies: AppliesTo;
  readonly templateEvidence: EvidenceLevel;
  readonly isUsual: boolean;
}

interface ProductRow {
  readonly product: ProductRefView;
  readonly seller: OrganizationRefView;
  readonly id: string;
}

/** A cooperative with more goods than this sees its gaps over the first of them. */
const MOST_OWN_PRODUCTS = 500;

const TYPES = `select code, name_vi as "nameVi", name_en as "nameEn", kinds, fact, applies, template_evidence as "templateEvidence",
  is_usual as "isUsual" from requirement_type order by position`;

/** Files of products and the lists they are read against; row-level security decides whose lists a reader sees. */
@Injectable()
export class ReadinessQueries {
  constructor(private readonly uow: UnitOfWork) {}

  async types(actor: Actor): Promise<RequirementTypeView[]> {
    const rows = await this.uow.read(actor, (tx) => tx.query<TypeRow>(TYPES));
    return rows.map((row) => typeFor(row, actor.locale));
  }

  checklist(actor: Actor): Promise<BuyerChecklistView> {
    return this.uow.read(actor, async (tx) => {
      const [saved] = await tx.query<{ version: number }>('select version from buyer_checklist where buyer_org_id = $1', [
        actor.orgId,
      ]);
      if (!saved) {
        const usual = (await tx.query<TypeRow>(TYPES)).filter(({ isUsual }) => isUsual);
        const items = usual.map(({ code, templateEvidence: evidence }) => ({ code, evidence, onlyGroups: [], note: null }));
        return { id: actor.orgId, isTemplate: true, items, version: 0 };
      }
      const items = await tx.query<BuyerChecklistView['items'][number]>(
        `select r.code, r.evidence, r.only_groups as "onlyGroups", r.note from buyer_requirement r join requirement_type t on t.code = r.code
         where r.buyer_org_id = $1 order by t.position`,
        [actor.orgId],
      );
      return { id: actor.orgId, isTemplate: false, items, version: saved.version };
    });
  }

  /** For its own people and the Alliance one file for each buyer that keeps a list; for a buyer its own; nobody else has any. */
  async ofProduct(actor: Actor, productId: string): Promise<ProductReadinessView[]> {
    const id = idOf(productId);
    return this.uow.read(actor, async (tx) => {
      const [product] = await tx.query<{ org_id: string }>('select org_id from product where id = $1', [id]);
      if (!product) return [];
      const insider = product.org_id === actor.orgId || actor.orgKind === 'ALLIANCE';
      const files = await productFiles(tx, insider ? null : [actor.orgId], [id]);
      const buyers = await refs(
        tx,
        files.map(({ buyerOrgId }) => buyerOrgId),
      );
      const scans = insider ? null : await scansShown(tx);
      return files.map((file) => ({
        productId: id,
        buyer: buyers.get(file.buyerOrgId)!,
        met: file.readiness.met,
        required: file.readiness.required,
        items: itemsOf(file, actor.locale, scans),
      }));
    });
  }

  /** What the acting cooperative lacks over all its buyers, what concerns most of them first. */
  gaps(actor: Actor): Promise<ReadinessGapView[]> {
    return this.uow.read(actor, async (tx) => {
      const products = await tx.query<ProductRow>(
        `select p.id, ${PRODUCT_REF_SQL('p')} as product from product p where p.org_id = $1 and p.status in ('PUBLISHED', 'PAUSED') order by p.id limit ${MOST_OWN_PRODUCTS}`,
        [actor.orgId],
      );
      const files = await productFiles(
        tx,
        null,
        products.map(({ id }) => id),
      );
      const byId = new Map(products.map(({ id, product }) => [id, product]));
      const names = await refs(
        tx,
        files.map(({ buyerOrgId }) => buyerOrgId),
      );
      const gaps = new Map<string, ReadinessGapView>();
      for (const file of files) {
        for (const item of file.readiness.items) {
          if (item.state !== 'MISSING') continue;
          const asked = file.requirements.get(item.code)!;
          const gap = gaps.get(item.code) ?? {
            code: item.code,
            name: actor.locale === 'en' ? asked.nameEn : asked.nameVi,
            kinds: [...asked.kinds],
            fact: asked.fact,
            nextMover: 'ALLIANCE' as const,
            buyers: [],
            products: [],
          };
          if (item.nextMover === 'SELLER') gap.nextMover = 'SELLER';
          const buyer = names.get(file.buyerOrgId)!.shortName;
          if (!gap.buyers.includes(buyer)) gap.buyers.push(buyer);
          const product = byId.get(file.productId)!;
          if (!gap.products.some(({ id }) => id === product.id)) gap.products.push(product);
          gaps.set(item.code, gap);
        }
      }
      return [...gaps.values()].sort(
        (a, b) => b.buyers.length - a.buyers.length || b.products.length - a.products.length || (a.code < b.code ? -1 : 1),
      );
    });
  }

  /** Published products of one seller or of all against the reader's own list. */
  table(actor: Actor, sellerOrgId: string | null, first: number | null, after: string | null): Promise<ReadinessTableView> {
    const size = pageSize(first);
    const [cursor = null] = decodeCursor(after, 1) ?? [];
    if (cursor !== null && !isUuid(cursor)) throw new BadInputError('Trang này không còn. Hãy tải lại danh sách.', 'after');
    return this.uow.read(actor, async (tx) => {
      const found = await tx.query<ProductRow>(
        `select p.id, ${PRODUCT_REF_SQL('p')} as product, ${organizationRefSql('o')} as seller
         from product p join organization o on o.id = p.org_id
         where p.status = 'PUBLISHED' and o.status = 'ACTIVE' and ($1::uuid is null or p.org_id = $1) and ($2::uuid is null or p.id > $2)
         order by p.id limit $3`,
        [sellerOrgId === null ? null : idOf(sellerOrgId), cursor, size + 1],
      );
      const shown = found.slice(0, size);
      const files = new Map(
        (
          await productFiles(
            tx,
            [actor.orgId],
            shown.map(({ id }) => id),
          )
        ).map((file) => [file.productId, file]),
      );
      const asked = new Set([...files.values()].flatMap(({ readiness }) => readiness.items.map(({ code }) => code)));
      const types = await tx.query<TypeRow>(TYPES);
      return {
        columns: types.filter(({ code }) => asked.has(code)).map((row) => typeFor(row, actor.locale)),
        rows: shown.map(({ id, product, seller }) => {
          const file = files.get(id)?.readiness;
          const cells = (file?.items ?? []).map(({ code, state, nextMover }) => ({ code, state, nextMover }));
          return {
            product,
            seller,
            met: file?.met ?? 0,
            required: file?.required ?? 0,
            cells,
          };
        }),
        pageInfo: { hasNextPage: found.length > size, endCursor: shown.length > 0 ? encodeCursor(shown.at(-1)!.id) : null },
      };
    });
  }

  waiver(actor: Actor, id: string): Promise<WaiverView> {
    return this.uow.read(actor, (tx) =>
      tx.one<WaiverView>(
        `select w.id, w.reason, w.ends_on as "endsOn", u.full_name as "grantedByName" from requirement_waiver w join app_user u on u.id = w.granted_by
         where w.id = $1 and w.buyer_org_id = $2`,
        [id, actor.orgId],
      ),
    );
  }
}

const typeFor = (row: TypeRow, locale: Locale): RequirementTypeView => ({
  code: row.code,
  name: locale === 'en' ? row.nameEn : row.nameVi,
  levels: possibleEvidence(row),
  kinds: row.kinds,
  groups: (row.applies.groups ?? []) as ProductGroup[],
  isUsual: row.isUsual,
  usualEvidence: row.templateEvidence,
});

/** Kinds whose scan a buyer may open. */
async function scansShown(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ code: string }>('select code from certificate_kind where buyers_see_scan');
  return new Set(rows.map(({ code }) => code));
}

async function refs(tx: Tx, ids: readonly string[]): Promise<Map<string, OrganizationRefView>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: string; ref: OrganizationRefView }>(
    `select o.id, ${organizationRefSql('o')} as ref from organization o where o.id = any($1)`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map(({ id, ref }) => [id, ref]));
}

/** `scans` null = an insider, who sees every paper whole; a buyer sees what its own list asks for, with the scan where it may. */
function itemsOf(file: ProductFile, locale: Locale, scans: ReadonlySet<string> | null): ReadinessItemView[] {
  return file.readiness.items.map((item) => {
    const asked = file.requirements.get(item.code)!;
    const paper = item.certificateId ? file.papers.get(item.certificateId)! : null;
    const waiver = item.waiverId ? file.waivers.get(item.waiverId)! : null;
    const mayOpen = !scans || (paper !== null && scans.has(paper.kind) && OPEN.includes(paper.state));
    const certificate = paper && { ...paper, ...(scans && HIDDEN) };
    return {
      code: item.code,
      name: locale === 'en' ? asked.nameEn : asked.nameVi,
      note: asked.note,
      state: item.state,
      asked: asked.evidence,
      evidence: item.evidence,
      expiresOn: item.expiresOn,
      because: item.because,
      nextMover: item.nextMover,
      kinds: [...asked.kinds],
      fact: asked.fact,
      certificate,
      scanUrl: (mayOpen && paper?.fileUrl) || null,
      waiver: waiver && { id: waiver.id, reason: waiver.reason, endsOn: waiver.endsOn, grantedByName: waiver.grantedByName },
    };
  });
}

const OPEN: readonly string[] = ['VALID', 'EXPIRING_SOON', 'DECLARED'];
const HIDDEN = { fileUrl: null, score: null, returnReason: null, revokeReason: null, revokeFileUrl: null, declaredBy: null };

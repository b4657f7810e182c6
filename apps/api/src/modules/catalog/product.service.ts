import { Injectable } from '@nestjs/common';
import {
  accept,
  type Actor as DomainActor,
  may,
  nextState,
  type PolicyAction,
  PRODUCT_TRANSITIONS,
  type ProductAction,
  type ProductState,
  type Refusal,
  type Result,
  refuse,
  slugify,
} from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { ForbiddenError } from '../../platform/errors.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { newId } from '../../platform/ids.js';
import { tidyText } from '../../platform/text.js';
import { FileBook } from '../registry/index.js';
import { CatalogProjector } from './catalog-projector.js';
import { Pack } from './pack.entity.js';
import { PriceList } from './price-list.js';
import { baseUnitOf, columnsOf, packOf, type PackSheet, type ProductSheet, type TierSheet, tiersOf } from './product-sheet.js';
import { Product } from './product.entity.js';
import type { ProductRefusal } from './product.messages.js';

export interface ProductCreate extends ProductSheet {
  readonly clientKey: string;
  readonly pack: PackSheet;
  readonly priceTiers: readonly TierSheet[];
  readonly submit?: boolean | null;
}

type Editable = Omit<ProductSheet, 'group' | 'baseUnit' | 'vatClass'>;
type OrNull<T> = { readonly [K in keyof T]?: T[K] | null };

export interface ProductUpdate extends OrNull<Editable> {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly pack?: PackSheet | null;
  readonly priceTiers?: readonly TierSheet[] | null;
}

export interface ProductStep {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly reason?: string | null;
}

interface Locked {
  readonly id: string;
  readonly orgId: string;
  readonly status: ProductState;
  readonly version: number;
  readonly photoFileId: string | null;
}

const LOCK = 'select id, org_id as "orgId", status, version, photo_file_id as "photoFileId" from product where id = $1';

/** The life of a product: its cooperative writes it, the Alliance publishes it. */
@Injectable()
export class ProductService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly files: FileBook,
    private readonly prices: PriceList,
    private readonly projector: CatalogProjector,
  ) {}

  create(actor: Actor, input: ProductCreate): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'productCreate', clientKey: input.clientKey, input }, async (tx) => {
      this.ask(actor, 'product.edit', actor.orgId);
      const columns = columnsOf({ ...input, description: input.description ?? '' });
      const baseUnit = baseUnitOf(input.baseUnit);
      const pack = packOf(input.pack);
      const tiers = tiersOf(input.priceTiers);
      if (!columns.ok) return columns;
      if (!baseUnit.ok) return baseUnit;
      if (!pack.ok) return pack;
      if (!tiers.ok) return tiers;
      if (input.submit && input.priceTiers.length === 0) return refuse<ProductRefusal>({ code: 'PRICE_MISSING' });
      const photo = await this.checkPhoto(tx, actor, columns.value.photoFileId);
      if (!photo.ok) return photo;
      // What a sample cooperative lists is sample data too.
      const { isDemo } = await tx.one<{ isDemo: boolean }>('select is_demo as "isDemo" from organization where id = $1', [
        actor.orgId,
      ]);
      const id = newId();
      await insertUnderFreeSlug(tx, slugify(input.nameVi) || 'san-pham', {
        id,
        orgId: actor.orgId,
        ...columns.value,
        productGroup: input.group,
        baseUnit: baseUnit.value,
        vatClass: input.vatClass,
        status: input.submit ? 'IN_REVIEW' : 'DRAFT',
        isDemo,
      });
      await tx.insert(Pack, { id: newId(), productId: id, ...pack.value });
      await this.prices.replace(tx, { id, orgId: actor.orgId }, input.basis, input.priceTiers);
      await tx.audit(input.submit ? 'product.submit' : 'product.create', 'product', id, { nameVi: columns.value.nameVi });
      return accept(id);
    });
  }

  /** Changes go live at once, prices included; the version keeps two people from overwriting each other. */
  update(actor: Actor, input: ProductUpdate): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'productUpdate', clientKey: input.clientKey, input }, async (tx) => {
      const product = await tx.one<Locked>(`${LOCK} and org_id = $2 for update`, [input.id, actor.orgId]);
      this.ask(actor, 'product.edit', product.orgId);
      if (product.version !== input.version) return versionConflict(product.version);
      if (product.status === 'ARCHIVED') return refuse<ProductRefusal>({ code: 'PRODUCT_ARCHIVED' });
      const columns = columnsOf(input as Partial<ProductSheet>);
      if (!columns.ok) return columns;
      const photo = await this.checkPhoto(tx, actor, columns.value.photoFileId);
      if (!photo.ok) return photo;
      if (input.pack) {
        const pack = packOf(input.pack);
        if (!pack.ok) return pack;
        await changePack(tx, product.id, input.pack.id ?? null, pack.value);
      }
      if (input.priceTiers || input.basis) {
        const tiers = input.priceTiers ? tiersOf(input.priceTiers) : accept(null);
        if (!tiers.ok) return tiers;
        if (tiers.value?.length === 0 && product.status !== 'DRAFT') return refuse<ProductRefusal>({ code: 'PRICE_MISSING' });
        const change = await this.prices.replace(tx, product, input.basis ?? null, tiers.value);
        if (change) await tx.audit('product.price', 'product', product.id, { ...change });
      }
      await tx.updateVersioned(Product, product.id, product.version, columns.value);
      await this.keepCatalogue(tx, product, product.status, columns.value.photoFileId);
      await tx.audit('product.update', 'product', product.id, { ...columns.value });
      return accept(product.id);
    });
  }

  submit = (actor: Actor, input: ProductStep) => this.step(actor, 'submit', input);
  pause = (actor: Actor, input: ProductStep) => this.step(actor, 'pause', input);
  resume = (actor: Actor, input: ProductStep) => this.step(actor, 'resume', input);
  archive = (actor: Actor, input: ProductStep) => this.step(actor, 'archive', input);
  publish = (actor: Actor, input: ProductStep) => this.step(actor, 'publish', input);
  returnForChanges = (actor: Actor, input: ProductStep) => this.step(actor, 'return', input);

  private step(actor: Actor, action: ProductAction, input: ProductStep): Promise<Result<string, Refusal>> {
    const operation = `product.${action}`;
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      const byAlliance = action === 'publish' || action === 'return';
      const product = byAlliance
        ? await tx.one<Locked>(`${LOCK} for update`, [input.id])
        : await tx.one<Locked>(`${LOCK} and org_id = $2 for update`, [input.id, actor.orgId]);
      this.ask(actor, byAlliance ? 'product.publish' : 'product.edit', product.orgId);
      if (product.version !== input.version) return versionConflict(product.version);
      const moved = nextState(PRODUCT_TRANSITIONS, product.status, action);
      if (!moved.ok) return moved;
      const reason = tidyText(input.reason);
      if (action === 'return' && !reason) return refuse<ProductRefusal>({ code: 'REASON_MISSING' });
      if ((reason?.length ?? 0) > 2000) return refuse<ProductRefusal>({ code: 'REASON_TOO_LONG' });
      if (action === 'submit' && !(await this.prices.has(tx, product.id))) {
        return refuse<ProductRefusal>({ code: 'PRICE_MISSING' });
      }
      await tx.updateVersioned(Product, product.id, product.version, {
        status: moved.value,
        returnReason: action === 'return' ? reason : null,
        ...(action === 'publish' ? { publishedAt: tx.now } : {}),
      });
      await this.keepCatalogue(tx, product, moved.value, product.photoFileId);
      await tx.audit(operation, 'product', product.id, reason ? { reason } : {});
      return accept(product.id);
    });
  }

  private ask(actor: Actor, action: PolicyAction, ownerOrgId: string): void {
    if (!may(actor as DomainActor, action, { ownerOrgId })) throw new ForbiddenError();
  }

  private async checkPhoto(tx: Tx, actor: Actor, photoFileId: string | null | undefined): Promise<Result<null, ProductRefusal>> {
    if (!photoFileId) return accept(null);
    const { mime } = await this.files.attach(tx, photoFileId, actor.orgId);
    return mime.startsWith('image/') ? accept(null) : refuse({ code: 'PHOTO_NOT_A_PICTURE' });
  }

  /** A published product's photo is public, and its row in the catalogue is rewritten in the same transaction. */
  private async keepCatalogue(
    tx: Tx,
    { id }: Locked,
    status: ProductState,
    photoFileId: string | null | undefined,
  ): Promise<void> {
    if (status === 'PUBLISHED' && photoFileId) await this.files.publish(tx, [photoFileId]);
    await this.projector.refresh(tx, [id]);
  }
}

/** Names repeat between cooperatives, addresses must not: the second "na-dai" becomes "na-dai-2". */
async function insertUnderFreeSlug(tx: Tx, base: string, row: Partial<Product>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const mark = attempt === 1 ? '' : attempt <= 20 ? `-${attempt}` : `-${newId().slice(-8)}`;
    const { raw } = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(Product)
      .values({ ...row, slug: `${base.slice(0, 150)}${mark}` })
      .orIgnore()
      .returning('id')
      .updateEntity(false)
      .execute();
    if ((raw as unknown[]).length > 0) return;
  }
}

async function changePack(tx: Tx, productId: string, packId: string | null, pack: Omit<PackSheet, 'id'>): Promise<void> {
  const { id } = await tx.one<{ id: string }>(
    'select id from pack where product_id = $1 and ($2::uuid is null or id = $2) order by position, id limit 1',
    [productId, packId],
  );
  await tx.manager.update(Pack, { id }, pack);
}

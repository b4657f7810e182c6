import { Injectable } from '@nestjs/common';
import {
  accept,
  isOnShow,
  type Actor as DomainActor,
  may,
  nextState,
  type PolicyAction,
  PRODUCT_TRANSITIONS,
  type ProductAction,
  type Refusal,
  type Result,
  refuse,
  secondPerson,
  slugify,
  splitEdit,
} from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { ForbiddenError } from '../../platform/errors.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { newId } from '../../platform/ids.js';
import { tidyText } from '../../platform/text.js';
import { Pack } from './pack.entity.js';
import { PriceList } from './price-list.js';
import { ProductChanges } from './product-changes.js';
import { type LockedProduct, lockOwnProduct, lockProduct } from './product-lock.js';
import { factsAgree, type StoredFacts } from './product-details.js';
import { type PhotoSheet, ProductPhotos } from './product-photos.js';
import {
  baseUnitOf,
  columnsOf,
  packOf,
  type PackSheet,
  type ProductColumns,
  type ProductSheet,
  type TierSheet,
  tiersOf,
} from './product-sheet.js';
import { Product } from './product.entity.js';
import type { ProductRefusal } from './product.messages.js';

export interface ProductCreate extends ProductSheet {
  readonly clientKey: string;
  readonly pack: PackSheet;
  readonly priceTiers: readonly TierSheet[];
  readonly photos?: readonly PhotoSheet[] | null;
  readonly submit?: boolean | null;
}

type Editable = Omit<ProductSheet, 'baseUnit'>;
type OrNull<T> = { readonly [K in keyof T]?: T[K] | null };

export interface ProductUpdate extends OrNull<Editable> {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly pack?: PackSheet | null;
  readonly photos?: readonly PhotoSheet[] | null;
  readonly priceTiers?: readonly TierSheet[] | null;
}

export interface ProductStep {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
  readonly reason?: string | null;
}

/** The life of a product: its cooperative writes it, the Alliance publishes it. */
@Injectable()
export class ProductService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly photos: ProductPhotos,
    private readonly prices: PriceList,
    private readonly changes: ProductChanges,
  ) {}

  create(actor: Actor, input: ProductCreate): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'productCreate', clientKey: input.clientKey, input }, async (tx) => {
      this.ask(actor, 'product.edit', actor.orgId);
      const columns = columnsOf({ ...withMainPhoto(input), description: input.description ?? '' });
      const baseUnit = baseUnitOf(input.baseUnit);
      const pack = packOf(input.pack);
      const tiers = tiersOf(input.priceTiers);
      if (!columns.ok) return columns;
      if (!baseUnit.ok) return baseUnit;
      if (!pack.ok) return pack;
      if (!tiers.ok) return tiers;
      if (input.submit && input.priceTiers.length === 0) return refuse<ProductRefusal>({ code: 'PRICE_MISSING' });
      const known = await this.checkReferences(tx, actor, columns.value);
      if (!known.ok) return known;
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
      if (input.photos) {
        const sound = await this.photos.check(tx, actor.orgId, input.photos);
        if (!sound.ok) return sound;
        await this.photos.save(tx, { id, orgId: actor.orgId }, input.photos);
      } else if (columns.value.photoFileId) await this.photos.setMain(tx, { id, orgId: actor.orgId }, columns.value.photoFileId);
      await tx.insert(Pack, { id: newId(), productId: id, ...pack.value });
      await this.prices.replace(tx, { id, orgId: actor.orgId }, input.basis, input.priceTiers);
      await tx.audit(input.submit ? 'product.submit' : 'product.create', 'product', id, { nameVi: columns.value.nameVi });
      return accept(id);
    });
  }

  /** Prices, packs and facts of stock go live at once; claims of a product on show wait for the Alliance. */
  update(actor: Actor, input: ProductUpdate): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation: 'productUpdate', clientKey: input.clientKey, input }, async (tx) => {
      const product = await lockOwnProduct(tx, input.id, actor.orgId);
      this.ask(actor, 'product.edit', product.orgId);
      if (product.version !== input.version) return versionConflict(product.version);
      if (product.status === 'ARCHIVED') return refuse<ProductRefusal>({ code: 'PRODUCT_ARCHIVED' });
      const columns = columnsOf(withMainPhoto(input) as Partial<ProductSheet>);
      if (!columns.ok) return columns;
      const known = await this.checkReferences(tx, actor, columns.value, product.facts);
      if (!known.ok) return known;
      if (input.pack) {
        const pack = packOf(input.pack);
        if (!pack.ok) return pack;
        await changePack(tx, product.id, input.pack, pack.value);
      }
      if (input.photos) {
        const sound = await this.photos.check(tx, actor.orgId, input.photos);
        if (!sound.ok) return sound;
        await this.photos.arrange(tx, product, input.photos, isOnShow(product.status) ? product.photoFileId : undefined);
      }
      const priced = await this.changePrice(tx, product, input);
      if (!priced.ok) return priced;
      const open = await this.changes.open(tx, product.id);
      const { live, claims } = splitEdit(product.status, product.claims, columns.value as Record<string, unknown>, open?.wanted);
      if (isOnShow(product.status)) await this.changes.keep(tx, actor, product, open, claims);
      const { photoFileId, ...facts } = live as Partial<Product>;
      const written = await this.changes.write(tx, product, photoFileId === undefined ? {} : { photoFileId }, facts);
      if (!written.ok) return written;
      await tx.audit('product.update', 'product', product.id, { ...columns.value });
      return accept(product.id);
    });
  }

  private async changePrice(tx: Tx, product: LockedProduct, input: ProductUpdate): Promise<Result<null, Refusal>> {
    if (!input.priceTiers && !input.basis) return accept(null);
    const tiers = input.priceTiers ? tiersOf(input.priceTiers) : accept(null);
    if (!tiers.ok) return tiers;
    if (tiers.value?.length === 0 && product.status !== 'DRAFT') return refuse<ProductRefusal>({ code: 'PRICE_MISSING' });
    const change = await this.prices.replace(tx, product, input.basis ?? null, tiers.value);
    if (change) await tx.audit('product.price', 'product', product.id, { ...change });
    return accept(null);
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
      const product = byAlliance ? await lockProduct(tx, input.id) : await lockOwnProduct(tx, input.id, actor.orgId);
      this.ask(actor, byAlliance ? 'product.publish' : 'product.edit', product.orgId);
      if (product.version !== input.version) return versionConflict(product.version);
      const moved = nextState(PRODUCT_TRANSITIONS, product.status, action);
      if (!moved.ok) return moved;
      if (action === 'publish') {
        const second = secondPerson(await submittedBy(tx, product.id), actor.userId);
        if (!second.ok) return second;
        // Nor what he wrote in the cooperative's name while it waited: nobody else has seen that text.
        if (await wroteByMandate(tx, product.id, actor.userId)) return refuse({ code: 'SECOND_PERSON_NEEDED' });
      }
      const reason = tidyText(input.reason);
      if (action === 'return' && !reason) return refuse<ProductRefusal>({ code: 'REASON_MISSING' });
      if ((reason?.length ?? 0) > 2000) return refuse<ProductRefusal>({ code: 'REASON_TOO_LONG' });
      if (action === 'submit' && !(await this.prices.has(tx, product.id))) {
        return refuse<ProductRefusal>({ code: 'PRICE_MISSING' });
      }
      if (action === 'archive') await this.changes.keep(tx, actor, product, await this.changes.open(tx, product.id), null);
      await tx.updateVersioned(Product, product.id, product.version, {
        status: moved.value,
        returnReason: action === 'return' ? reason : null,
        ...(action === 'publish' ? { publishedAt: tx.now } : {}),
      });
      await this.changes.show(tx, { ...product, status: moved.value });
      await tx.audit(operation, 'product', product.id, reason ? { reason } : {});
      return accept(product.id);
    });
  }

  private ask(actor: Actor, action: PolicyAction, ownerOrgId: string): void {
    if (!may(actor as DomainActor, action, { ownerOrgId })) throw new ForbiddenError();
  }

  private async checkReferences(
    tx: Tx,
    actor: Actor,
    columns: Partial<ProductColumns>,
    stored: Partial<StoredFacts> = {},
  ): Promise<Result<null, ProductRefusal>> {
    const { photoFileId, originCommuneCode } = columns;
    const agreed = factsAgree({ ...stored, ...columns });
    if (!agreed.ok) return agreed;
    if (originCommuneCode) {
      const found = await tx.query('select 1 from administrative_unit where code = $1', [originCommuneCode]);
      if (found.length === 0) return refuse({ code: 'ORIGIN_UNKNOWN' });
    }
    return photoFileId ? this.photos.check(tx, actor.orgId, [{ fileId: photoFileId }]) : accept(null);
  }
}

/** The first of the pictures is the main one. */
const withMainPhoto = <T extends { readonly photos?: readonly PhotoSheet[] | null }>(input: T): T =>
  input.photos ? { ...input, photoFileId: input.photos[0]?.fileId ?? null } : input;

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

/** The pack that orders count in, or the one named; what the edit leaves out stays. */
async function changePack(tx: Tx, productId: string, given: PackSheet, tidied: PackSheet): Promise<void> {
  const { id } = await tx.one<{ id: string }>(
    'select id from pack where product_id = $1 and ($2::uuid is null or id = $2) order by position, id limit 1',
    [productId, given.id ?? null],
  );
  const named = Object.entries(tidied).filter(([field]) => given[field as keyof PackSheet] !== undefined);
  await tx.manager.update(Pack, { id }, Object.fromEntries(named) as Partial<Pack>);
}

/** An officer may have sent it in the cooperative's name, and does not publish it then; "" where the diary begins later. */
async function submittedBy(tx: Tx, productId: string): Promise<string> {
  const [row] = await tx.query<{ userId: string | null }>(
    `select user_id as "userId" from audit_event where entity_type = 'product' and entity_id = $1 and action = 'product.submit'
     order by at desc, id desc limit 1`,
    [productId],
  );
  return row?.userId ?? '';
}

/** Whether this person changed it under a mandate since the Alliance last published or returned it. */
async function wroteByMandate(tx: Tx, productId: string, userId: string): Promise<boolean> {
  const [row] = await tx.query(
    `select 1 from audit_event a where a.entity_type = 'product' and a.entity_id = $1 and a.user_id = $2 and a.mandate_id is not null
       and not exists (select 1 from audit_event d where d.entity_type = 'product' and d.entity_id = $1
         and d.action in ('product.publish', 'product.return') and (d.at, d.id) > (a.at, a.id)) limit 1`,
    [productId, userId],
  );
  return row !== undefined;
}

import { Injectable } from '@nestjs/common';
import { accept, type Actor as DomainActor, isOnShow, may, type Refusal, type Result, refuse, splitEdit } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { type Tx, UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ForbiddenError } from '../../platform/errors.js';
import { versionConflict } from '../../platform/graphql/refusal.js';
import { ProductChanges } from './product-changes.js';
import { type LockedProduct, lockOwnProduct } from './product-lock.js';
import { savePacks } from './product-parts.js';
import { gradesOf, type GradeSheet, type PackRowSheet, packsOf } from './product-parts-sheet.js';
import { type PhotoSheet, ProductPhotos } from './product-photos.js';
import type { ProductRefusal } from './product.messages.js';

interface Edit {
  readonly clientKey: string;
  readonly id: string;
  readonly version: number;
}

/** Grades, packs and photographs: lists that are saved whole. */
@Injectable()
export class ProductPartsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly changes: ProductChanges,
    private readonly photos: ProductPhotos,
  ) {}

  /** On a product that is on show, grades wait for the Alliance: they are promises. */
  setGrades(actor: Actor, input: Edit & { readonly grades: readonly GradeSheet[] }): Promise<Result<string, Refusal>> {
    return this.edit(actor, 'productGradesSet', input, async (tx, product) => {
      const grades = gradesOf(input.grades);
      if (!grades.ok) return grades;
      if (!isOnShow(product.status)) return this.changes.write(tx, product, { grades: grades.value });
      const open = await this.changes.open(tx, product.id);
      const { claims } = splitEdit(product.status, product.claims, { grades: grades.value }, open?.wanted);
      await this.changes.keep(tx, actor, product, open, claims);
      return this.changes.write(tx, product, {});
    });
  }

  setPacks(actor: Actor, input: Edit & { readonly packs: readonly PackRowSheet[] }): Promise<Result<string, Refusal>> {
    return this.edit(actor, 'productPacksSet', input, async (tx, product) => {
      const grades = (product.claims.grades ?? []) as readonly { code: string }[];
      const packs = packsOf(
        input.packs,
        grades.map(({ code }) => code),
      );
      if (!packs.ok) return packs;
      if (!(await savePacks(tx, product.id, packs.value))) return refuse<ProductRefusal>({ code: 'PACK_IN_USE' });
      return this.changes.write(tx, product, {});
    });
  }

  /** On a product that is on show only the main picture waits; the others and their order are live at once. */
  setPhotos(actor: Actor, input: Edit & { readonly photos: readonly PhotoSheet[] }): Promise<Result<string, Refusal>> {
    return this.edit(actor, 'productPhotosSet', input, async (tx, product) => {
      const sound = await this.photos.check(tx, product.orgId, input.photos);
      if (!sound.ok) return sound;
      const main = input.photos[0]?.fileId ?? null;
      const waits = isOnShow(product.status);
      await this.photos.arrange(tx, product, input.photos, waits ? product.photoFileId : undefined);
      if (!waits) return this.changes.write(tx, product, {}, { photoFileId: main });
      const open = await this.changes.open(tx, product.id);
      const { claims } = splitEdit(product.status, product.claims, { photoFileId: main }, open?.wanted);
      await this.changes.keep(tx, actor, product, open, claims);
      return this.changes.write(tx, product, {});
    });
  }

  private edit(
    actor: Actor,
    operation: string,
    input: Edit,
    work: (tx: Tx, product: LockedProduct) => Promise<Result<unknown, Refusal>>,
  ): Promise<Result<string, Refusal>> {
    return this.uow.mutate(actor, { operation, clientKey: input.clientKey, input }, async (tx) => {
      const product = await lockOwnProduct(tx, input.id, actor.orgId);
      if (!may(actor as DomainActor, 'product.edit', { ownerOrgId: product.orgId })) throw new ForbiddenError();
      if (product.version !== input.version) return versionConflict(product.version);
      if (product.status === 'ARCHIVED') return refuse<ProductRefusal>({ code: 'PRODUCT_ARCHIVED' });
      const done = await work(tx, product);
      if (!done.ok) return done;
      await tx.audit(operation, 'product', product.id);
      return accept(product.id);
    });
  }
}

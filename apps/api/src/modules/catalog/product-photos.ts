import { Injectable } from '@nestjs/common';
import { accept, isOnShow, type ProductState, refuse, type Result } from '@lienket/domain';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { newId } from '../../platform/ids.js';
import { tidyLine } from '../../platform/text.js';
import { FileBook } from '../registry/index.js';
import { ProductPhoto } from './product-photo.entity.js';
import type { ProductRefusal } from './product.messages.js';

export interface PhotoSheet {
  readonly fileId: string;
  readonly altVi?: string | null;
  readonly altEn?: string | null;
}

interface Owner {
  readonly id: string;
  readonly orgId: string;
}

const MOST_PHOTOS = 8;

/** The pictures of a product, in order; the first is the main one. */
@Injectable()
export class ProductPhotos {
  constructor(private readonly files: FileBook) {}

  /** Pictures of this organization; NOT_FOUND for another's file. */
  async check(tx: Tx, orgId: string, photos: readonly PhotoSheet[]): Promise<Result<null, ProductRefusal>> {
    if (photos.length > MOST_PHOTOS) return refuse({ code: 'TOO_MANY_PHOTOS' });
    if (new Set(photos.map(({ fileId }) => fileId)).size < photos.length) return refuse({ code: 'PHOTO_TWICE' });
    for (const { fileId, altVi, altEn } of photos) {
      const { mime } = await this.files.attach(tx, fileId, orgId);
      if (!mime.startsWith('image/')) return refuse({ code: 'PHOTO_NOT_A_PICTURE' });
      if ((altVi?.length ?? 0) > 200 || (altEn?.length ?? 0) > 200) return refuse({ code: 'PHOTO_TEXT_TOO_LONG' });
    }
    return accept(null);
  }

  /** Puts this picture first; null takes the first one away. */
  async setMain(tx: Tx, product: Owner, fileId: string | null): Promise<void> {
    const rows = await tx.query<PhotoSheet>(
      `select file_id as "fileId", alt_vi as "altVi", alt_en as "altEn" from product_photo where product_id = $1 order by position, id`,
      [product.id],
    );
    const rest = rows.slice(fileId === null ? 1 : 0).filter((row) => row.fileId !== fileId);
    const main = rows.find((row) => row.fileId === fileId) ?? (fileId === null ? null : { fileId });
    await this.save(tx, product, main ? [main, ...rest] : rest);
  }

  /** Live order of the pictures. Where the main one must wait (`keepMain`), the one on show stays first and the new one stays away. */
  arrange(tx: Tx, product: Owner, photos: readonly PhotoSheet[], keepMain: string | null | undefined): Promise<void> {
    const main = photos[0]?.fileId ?? null;
    if (keepMain === undefined || keepMain === main) return this.save(tx, product, photos);
    const rest = photos.filter(({ fileId }) => fileId !== keepMain && fileId !== main);
    if (keepMain === null) return this.save(tx, product, rest);
    return this.save(tx, product, [photos.find(({ fileId }) => fileId === keepMain) ?? { fileId: keepMain }, ...rest]);
  }

  async save(tx: Tx, product: Owner, photos: readonly PhotoSheet[]): Promise<void> {
    await tx.query('delete from product_photo where product_id = $1', [product.id]);
    await tx.insert(
      ProductPhoto,
      photos.slice(0, MOST_PHOTOS).map(({ fileId, altVi, altEn }, position) => ({
        id: newId(),
        productId: product.id,
        fileId,
        altVi: tidyLine(altVi),
        altEn: tidyLine(altEn),
        position,
      })),
    );
  }

  /** The pictures of a product on show are public. */
  async publish(tx: Tx, productId: string, state: ProductState): Promise<void> {
    if (!isOnShow(state)) return;
    const rows = await tx.query<{ fileId: string }>('select file_id as "fileId" from product_photo where product_id = $1', [
      productId,
    ]);
    await this.files.publish(
      tx,
      rows.map(({ fileId }) => fileId),
    );
  }
}

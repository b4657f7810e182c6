import { Injectable } from '@nestjs/common';
import { idOf } from '../../../platform/auth/access.js';
import type { Actor } from '../../../platform/auth/actor.js';
import type { Tx } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/ids.js';
import { FileBook } from '../../registry/index.js';
import { FulfillmentPhoto } from './fulfillment-photo.entity.js';

/** A handful shows what there is to see. */
export const PHOTOS_MAX = 6;

export interface PhotoOwner {
  readonly type: 'RECEIPT_LINE' | 'CLAIM_LINE' | 'PROOF';
  readonly id: string;
  readonly fileIds: readonly string[];
}

/** Pictures that both sides, and a mediator, may see. */
@Injectable()
export class PhotoBook {
  constructor(private readonly files: FileBook) {}

  /** NOT_FOUND for a file that is not the acting organization's. More than PHOTOS_MAX are left out; the form offers no more. */
  async attach(
    tx: Tx,
    actor: Actor,
    sides: { readonly sellerOrgId: string; readonly buyerOrgId: string },
    owners: readonly PhotoOwner[],
  ): Promise<void> {
    const rows: Partial<FulfillmentPhoto>[] = [];
    for (const { type, id, fileIds } of owners) {
      for (const [position, given] of [...new Set(fileIds)].slice(0, PHOTOS_MAX).entries()) {
        const { id: fileId } = await this.files.attach(tx, idOf(given), actor.orgId);
        const { sellerOrgId, buyerOrgId } = sides;
        rows.push({ id: newId(), ownerType: type, ownerId: id, sellerOrgId, buyerOrgId, fileId, position, addedAt: tx.now });
      }
    }
    await tx.insert(FulfillmentPhoto, rows);
  }
}

export interface PhotoView {
  readonly id: string;
  readonly url: string;
}

/** Pictures by owner. */
export async function photosOf(tx: Tx, ownerIds: readonly string[]): Promise<Map<string, PhotoView[]>> {
  const rows = ownerIds.length
    ? await tx.query<{ ownerId: string; fileId: string }>(
        'select owner_id as "ownerId", file_id as "fileId" from fulfillment_photo where owner_id = any($1) order by owner_id, position',
        [ownerIds],
      )
    : [];
  const found = new Map<string, PhotoView[]>();
  for (const { ownerId, fileId } of rows)
    found.set(ownerId, [...(found.get(ownerId) ?? []), { id: fileId, url: `/files/${fileId}` }]);
  return found;
}

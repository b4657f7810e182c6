import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work.js';

export interface AttachedFile {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly sha256: string;
}

/** What other modules may do with a stored file. */
@Injectable()
export class FileBook {
  /** The file of this organization; NOT_FOUND for another's, exactly as for a missing one. */
  attach(tx: Tx, fileId: string, ownerOrgId: string): Promise<AttachedFile> {
    return tx.one('select id, name, mime, sha256 from stored_file where id = $1 and org_id = $2', [fileId, ownerOrgId]);
  }

  /** From now on anybody may see these: the photos of published products. */
  async publish(tx: Tx, fileIds: readonly string[]): Promise<void> {
    if (fileIds.length === 0) return;
    await tx.query(`update stored_file set visibility = 'PUBLIC' where id = any($1) and visibility <> 'PUBLIC'`, [fileIds]);
  }

  /** Between two sides that speak of prices: the Alliance does not read along. */
  async keepBetweenSides(tx: Tx, fileId: string): Promise<void> {
    await tx.query(`update stored_file set visibility = 'SIDES' where id = $1 and visibility = 'PARTIES'`, [fileId]);
  }
}

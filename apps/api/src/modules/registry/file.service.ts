import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { accept, type Result, refuse } from '@lienket/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import { newId } from '../../platform/ids.js';
import { tidyLine } from '../../platform/text.js';
import type { FileRefusal } from './file.messages.js';
import { inSlot } from './drawing-slots.js';
import { redraw } from './photo.js';
import { StoredFile } from './stored-file.entity.js';
import { uploadKind } from './upload-kind.js';

export interface UploadedFile {
  readonly id: string;
  readonly url: string;
  readonly sha256: string;
  readonly width: number | null;
  readonly height: number | null;
}

@Injectable()
export class FileService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: FileStore,
  ) {}

  /** Keeps an upload for the acting organization: pictures redrawn as WebP, PDFs as they came. */
  async keep(actor: Actor, name: string, original: Buffer): Promise<Result<UploadedFile, FileRefusal>> {
    const kind = uploadKind(original);
    if (!kind) return refuse({ code: 'FILE_KIND_NOT_ALLOWED' });
    const photo = kind === 'application/pdf' ? null : await inSlot(() => redraw(original));
    if (kind !== 'application/pdf' && !photo) return refuse({ code: 'PICTURE_NOT_READABLE' });
    const bytes = photo?.bytes ?? original;
    const id = newId();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const { width = null, height = null } = photo ?? {};
    try {
      await this.store.put(id, bytes);
      if (photo) await this.store.put(`${id}.thumb`, photo.thumb);
      await this.uow.run(actor, async (tx) => {
        await tx.insert(StoredFile, {
          id,
          orgId: actor.orgId,
          name: safeName(name),
          mime: photo ? 'image/webp' : kind,
          byteLength: bytes.length,
          sha256,
          width,
          height,
          visibility: 'PARTIES',
          createdBy: actor.userId,
        });
        await tx.audit('file.upload', 'file', id, { sha256, byteLength: bytes.length });
      });
    } catch (error) {
      await Promise.all([this.store.remove(id), this.store.remove(`${id}.thumb`)]);
      throw error;
    }
    return accept({ id, url: `/files/${id}`, sha256, width, height });
  }
}

/** The last part of a path, without control characters, at most 200 letters. */
function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // eslint-disable-next-line no-control-regex -- control characters are what must go
  return tidyLine(last.replace(/[\u0000-\u001f\u007f"]/g, ''))?.slice(0, 200) ?? 'tep';
}

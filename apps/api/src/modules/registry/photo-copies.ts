import { Injectable } from '@nestjs/common';
import { FileStore } from '../../platform/files/file-store.js';
import { inSlot } from './drawing-slots.js';
import { asJpeg, narrower, type PhotoWidth } from './photo.js';

/** Copies of kept pictures in the fixed widths: drawn when first asked for, then kept beside the picture. */
@Injectable()
export class PhotoCopies {
  private readonly drawing = new Map<string, Promise<Buffer | null>>();

  constructor(private readonly store: FileStore) {}

  /** Null when there is no such picture. */
  async read(id: string, width: PhotoWidth): Promise<Buffer | null> {
    const name = `${id}.w${width}`;
    const kept = await this.store.read(name);
    if (kept) return kept;
    const running = this.drawing.get(name) ?? this.draw(id, width, name).finally(() => this.drawing.delete(name));
    this.drawing.set(name, running);
    return running;
  }

  /** A small JPEG for a printed page; null when there is no such picture. */
  async forPaper(id: string): Promise<Buffer | null> {
    const picture = await this.store.read(id);
    return picture && inSlot(() => asJpeg(picture));
  }

  private async draw(id: string, width: PhotoWidth, name: string): Promise<Buffer | null> {
    const picture = await this.store.read(id);
    if (!picture) return null;
    const copy = await inSlot(() => narrower(picture, width));
    await this.store.put(name, copy);
    return copy;
  }
}

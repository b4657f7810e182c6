import { mkdir, open, readFile, rename, rm, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../ids.js';

/** Where bytes lie. Names are ids made here, never what a person called the file. */
export abstract class FileStore {
  /** Writes all or nothing; an existing name is replaced. */
  abstract put(name: string, bytes: Buffer): Promise<void>;
  /** Null when there is no such file. */
  abstract read(name: string): Promise<Buffer | null>;
  abstract remove(name: string): Promise<void>;
}

const SAFE_NAME = /^[0-9a-f-]{36}(\.[a-z0-9]{1,10})?$/;

/** Files of a folder on this machine, spread over 256 folders by the end of the name. */
export class LocalFileStore extends FileStore {
  constructor(private readonly root: string) {
    super();
  }

  async put(name: string, bytes: Buffer): Promise<void> {
    const path = this.pathOf(name);
    const temporary = join(this.root, 'incoming', newId());
    await Promise.all([mkdir(join(path, '..'), { recursive: true }), mkdir(join(temporary, '..'), { recursive: true })]);
    try {
      const file = await open(temporary, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async read(name: string): Promise<Buffer | null> {
    return readFile(this.pathOf(name)).catch(nullWhenMissing);
  }

  async remove(name: string): Promise<void> {
    await unlink(this.pathOf(name)).catch(nullWhenMissing);
  }

  private pathOf(name: string): string {
    if (!SAFE_NAME.test(name)) throw new RangeError('Not the name of a stored file');
    return join(this.root, name.slice(34, 36), name);
  }
}

function nullWhenMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

import { buffer } from 'node:stream/consumers';
import yauzl, { type Entry } from 'yauzl';

/** Every entry of a zip of our own making, by name. */
export function readZip(bytes: Buffer): Promise<Map<string, Buffer>> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error || !zip) return reject(error ?? new Error('Not a zip'));
      const parts = new Map<string, Buffer>();
      zip.on('error', reject).on('end', () => resolve(parts));
      zip.on('entry', (entry: Entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed || !stream) return reject(failed ?? new Error('Not readable'));
          buffer(stream).then((content) => {
            parts.set(entry.fileName, content);
            zip.readEntry();
          }, reject);
        });
      });
      zip.readEntry();
    });
  });
}

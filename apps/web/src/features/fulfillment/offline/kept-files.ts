import { compressPhoto } from '../../../shared/files/compress-photo';
import type { KeptFile } from './offline-store';

interface Picked {
  readonly field: KeptFile['field'];
  readonly row: number | null;
  readonly files: readonly File[];
}

/** Pictures made small before they are kept: a phone's disk is small too. */
export async function keptFiles(picked: readonly Picked[]): Promise<KeptFile[]> {
  const kept: KeptFile[] = [];
  for (const { field, row, files } of picked) {
    for (const file of files) {
      const small = await compressPhoto(file);
      kept.push({ field, row, name: small.name, blob: small, id: null });
    }
  }
  return kept;
}

import type { Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { LIMITS } from './limits.js';
import { refused } from './spreadsheet-refusal.js';

const LOCAL_HEADER = 0x04034b50;
const ENCRYPTED = 0x1;
const ARCHIVE = /\.(zip|xls[xmb]?|docx|pptx|7z|rar|gz|jar|exe|dll|js|vbs|html?|svg)$/i;

export interface ZipEntries {
  has(name: string): boolean;
  /** The part's text in pieces, inflated under the limits; null when it is not there. */
  text(name: string): AsyncGenerator<string> | null;
}

/** Reads the directory of a workbook and refuses everything that an ordinary workbook has no use for, before anything is inflated. */
export async function openZip(bytes: Buffer): Promise<ZipEntries> {
  if (bytes.length > LIMITS.packedBytes) throw refused({ code: 'SHEET_TOO_LARGE' });
  const zip = await open(bytes);
  if (zip.entryCount > LIMITS.entries) throw refused({ code: 'SHEET_TOO_MANY_PARTS' });
  // Words after the directory are where a second file would hide.
  if (zip.comment) throw refused({ code: 'SHEET_NOT_PLAIN', what: 'HIDDEN' });
  const entries = await list(zip);
  refuseOverlaps(bytes, entries);
  entries.forEach(refuseUnwelcome);
  const declared = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (declared > LIMITS.unpackedBytes) throw refused({ code: 'SHEET_UNPACKS_TOO_LARGE' });
  const byName = new Map(entries.map((entry) => [entry.fileName.toLowerCase(), entry]));
  if (byName.size !== entries.length) throw refused({ code: 'SHEET_DAMAGED' });
  const budget = { left: LIMITS.unpackedBytes };
  return {
    has: (name) => byName.has(name.toLowerCase()),
    text: (name) => {
      const entry = byName.get(name.toLowerCase());
      return entry ? inflate(zip, entry, budget) : null;
    },
  };
}

function open(bytes: Buffer): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true } as const;
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, options, (error, zip) => (error || !zip ? reject(refused({ code: 'SHEET_DAMAGED' })) : resolve(zip)));
  });
}

/** yauzl itself refuses absolute paths, backslashes and "..". */
function list(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('error', () => reject(refused({ code: 'SHEET_DAMAGED' })));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

/** Each byte belongs to one entry at most, the first entry starts the file, and each entry's own header names it as the directory does. */
function refuseOverlaps(bytes: Buffer, entries: readonly Entry[]): void {
  let free = 0;
  const sorted = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  for (const [index, entry] of sorted.entries()) {
    const at = entry.relativeOffsetOfLocalHeader;
    if (index === 0 && at !== 0) throw refused({ code: 'SHEET_NOT_PLAIN', what: 'HIDDEN' });
    if (at < free || at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL_HEADER) throw refused({ code: 'SHEET_DAMAGED' });
    const nameLength = bytes.readUInt16LE(at + 26);
    const start = at + 30 + nameLength + bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 30, at + 30 + nameLength);
    free = start + entry.compressedSize;
    if (free > bytes.length || name !== entry.fileName) throw refused({ code: 'SHEET_DAMAGED' });
  }
}

function refuseUnwelcome({ fileName, generalPurposeBitFlag }: Entry): void {
  const name = fileName.toLowerCase();
  if (generalPurposeBitFlag & ENCRYPTED) throw refused({ code: 'SHEET_NOT_PLAIN', what: 'ENCRYPTED' });
  if (name.includes('vbaproject') || name.includes('macrosheets/') || name.includes('activex/')) {
    throw refused({ code: 'SHEET_NOT_PLAIN', what: 'MACROS' });
  }
  if (name.includes('externallinks/')) throw refused({ code: 'SHEET_NOT_PLAIN', what: 'LINKS' });
  if (name.includes('embeddings/') || ARCHIVE.test(name)) throw refused({ code: 'SHEET_NOT_PLAIN', what: 'EMBEDDED' });
}

async function* inflate(zip: ZipFile, entry: Entry, budget: { left: number }): AsyncGenerator<string> {
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) =>
      error || !opened ? reject(refused({ code: 'SHEET_DAMAGED' })) : resolve(opened),
    );
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let unpacked = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      unpacked += chunk.length;
      budget.left -= chunk.length;
      const dense = unpacked > LIMITS.ratioFromBytes && unpacked > entry.compressedSize * LIMITS.ratio;
      if (budget.left < 0 || dense) throw refused({ code: 'SHEET_UNPACKS_TOO_LARGE' });
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } finally {
    stream.destroy();
  }
}
